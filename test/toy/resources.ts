import { resources } from '../../nodes/SuperOffice/resources';
import { archiveSource } from '../../nodes/shared/lookup/archiveSource';
import { lookupSources } from '../../nodes/shared/lookup/sources';
import { widget } from './widget.entity';

const others = { ...resources };
for (const name of Object.keys(resources)) delete resources[name];
// The first kind of record is the one that triggers wait for.
Object.assign(resources, { widget, ...others });
lookupSources.widget = archiveSource({
	words: ['widget', 'widgets'],
	path: 'Widget',
	id: 'widgetId',
	name: 'name',
});
