import sortBy from 'lodash/sortBy';
import uniq from 'lodash/uniq';
import type { INodeProperties } from 'n8n-workflow';

import type { EntityDefinition } from '../entities/entity';
import { wireName } from '../shared/fields/table';
import { entityEvents } from './eventContext';

/** The parameters of the properties that an event can name as changed, once each. */
export const changeableFields = (entity: EntityDefinition): string[] =>
	uniq(Object.values(entityEvents(entity).columns));

export const CHANGED_FIELDS: INodeProperties = {
	displayName: 'Changed Fields',
	name: 'changedFields',
	type: 'multiOptions',
	default: [],
	description: 'At least one of these fields must have changed; applies to updates only',
};

export const EVENT_FILTERS: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	description:
		'Start the workflow only for {records} that match all filters; unknown values match no filter',
};

/** The filters of an event, in the order of the form. Names would have to be looked up for each event. */
export function eventFiltersControl(entity: EntityDefinition): INodeProperties {
	const changed = changeableFields(entity).map((name) => ({
		name: entity.fields[name].label,
		value: wireName(name),
	}));
	return {
		...EVENT_FILTERS,
		options: [
			{ ...CHANGED_FIELDS, options: sortBy(changed, ({ name }) => name.toLowerCase()) },
			...entityEvents(entity).filters.map(({ control }) => control),
		],
	};
}
