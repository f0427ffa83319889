import { resources } from '../../nodes/SuperOffice/resources';
import { archive } from '../../nodes/shared/lookup/archive';
import { sources } from '../../nodes/shared/lookup/sources';
import { widget } from './widget.entity';

const others = { ...resources };
for (const name of Object.keys(resources)) delete resources[name];
// The first kind of record is the one that triggers wait for.
Object.assign(resources, { widget, ...others });
sources.widget = archive({
	words: ['widget', 'widgets'],
	path: 'Widget',
	id: 'widgetId',
	name: 'name',
});
