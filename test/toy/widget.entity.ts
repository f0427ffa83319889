import { create } from '../../nodes/crud/create';
import { deleteOperation } from '../../nodes/crud/delete';
import { get } from '../../nodes/crud/get';
import { getCustomFields } from '../../nodes/crud/getCustomFields';
import { getMany } from '../../nodes/crud/getMany';
import { customFieldsFilter } from '../../nodes/crud/list/customFieldFilters';
import { savedSince } from '../../nodes/crud/list/filterTerms';
import { update } from '../../nodes/crud/update';
import { upsert } from '../../nodes/crud/upsert';
import { validate } from '../../nodes/crud/validate';
import type { EntityArchive, EntityDefinition } from '../../nodes/entities/entity';
import { dateTime } from '../../nodes/shared/fields/dateTime';
import { dictionary } from '../../nodes/shared/fields/dictionary';
import { integer } from '../../nodes/shared/fields/number';
import { reference } from '../../nodes/shared/fields/reference';
import { SYSTEM_GROUP } from '../../nodes/shared/fields/table';
import { text } from '../../nodes/shared/fields/text';
import { odataString } from '../../nodes/shared/transport/odataString';

const archive: EntityArchive = {
	name: 'FindWidget',
	key: 'widgetId',
	customFields: 'widgetUdef',
	filterExample: 'count gt 5',
	properties: { WidgetId: 'widgetId', Name: 'name', Count: 'count' },
	otherColumns: [],
	wordColumns: [],
	marks: ['registeredDate'],
	joined: [],
};

/** A kind of record that SuperOffice does not have: whatever a record needs stands here. */
export const widget: EntityDefinition = {
	name: 'Widget',
	label: 'Widget',
	words: { a: 'a widget', one: 'widget', many: 'widgets' },
	id: 'WidgetId',
	table: 'widget',
	source: 'widget',
	archive,
	fields: {
		name: { label: 'Name', kind: text, help: 'What the widget is called' },
		count: { label: 'Count', kind: integer, help: 'How many there are', group: 'additionalFields' },
		madeAt: {
			label: 'Made At',
			kind: dateTime,
			help: 'When it was made',
			group: 'additionalFields',
		},
		priority: {
			label: 'Priority',
			kind: reference('Id', 'Value', { method: 'priority' }),
			help: 'How much it matters',
			group: 'additionalFields',
		},
		customFields: {
			label: 'Custom Fields',
			kind: dictionary,
			help: 'User-defined fields by ProgId',
			group: 'additionalFields',
		},
		widgetId: { label: 'Widget ID', kind: integer, help: 'Its number', group: SYSTEM_GROUP },
	},
	neverEmpty: ['name'],
	filters: {
		name: {
			label: 'Name Contains',
			kind: text,
			help: 'Words within the name',
			condition: (value) => ({ filter: `name contains ${odataString(String(value))}` }),
		},
		updatedSince: savedSince('updatedDate', 'registeredDate'),
		customFields: customFieldsFilter('Widget', archive),
	},
	example: { Name: 'My widget' },
	simplified: ['widgetId', 'name', 'count', 'madeAt', 'priority'],
	operations: {
		create,
		delete: deleteOperation,
		get,
		getAll: getMany,
		getCustomFields,
		update,
		upsert,
		validate,
	},
	defaultOperation: 'create',
	events: {
		name: 'widget',
		columns: { name: 'name', count_of: 'count' },
		ids: [{ name: 'PriorityId', databaseColumn: 'priority_id', property: ['Priority', 'Id'] }],
		filters: [
			{
				control: {
					displayName: 'Priority ID',
					name: 'priorities',
					type: 'string',
					default: '',
					description: 'Numbers of priorities',
				},
				id: 'PriorityId',
				term: (ids) => `priorityId oneOf (${ids})`,
			},
		],
		switches: [],
		flagProperties: [],
		flagsFromRow: () => ({}),
		flagsFromRecord: () => ({}),
		conditions: [],
		created: 'registeredDate',
		updated: 'updatedDate',
	},
};
