import { create } from '../../nodes/crud/create';
import { deleteOperation } from '../../nodes/crud/delete';
import { get } from '../../nodes/crud/get';
import { getCustomFields } from '../../nodes/crud/getCustomFields';
import { getMany } from '../../nodes/crud/getMany';
import { customFieldsFilter } from '../../nodes/crud/list/customFieldFilters';
import { update } from '../../nodes/crud/update';
import { upsert } from '../../nodes/crud/upsert';
import { validate } from '../../nodes/crud/validate';
import type { EntityArchive, EntityDefinition } from '../../nodes/entities/entity';
import { dateTime } from '../../nodes/shared/fields/dateTime';
import { dictionary } from '../../nodes/shared/fields/dictionary';
import { integer } from '../../nodes/shared/fields/number';
import { reference } from '../../nodes/shared/fields/reference';
import { text } from '../../nodes/shared/fields/text';
import { literal } from '../../nodes/shared/transport/odata';

const archive: EntityArchive = {
	name: 'FindWidget',
	key: 'widgetId',
	customFields: 'widgetUdef',
	columns: ['widgetId', 'name', 'count'],
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
		count: { label: 'Count', kind: integer, help: 'How many there are', group: 'details' },
		madeAt: { label: 'Made At', kind: dateTime, help: 'When it was made', group: 'details' },
		priority: {
			label: 'Priority',
			kind: reference('Id', 'Value', { method: 'priority' }),
			help: 'How much it matters',
			group: 'details',
		},
		customFields: {
			label: 'Custom Fields',
			kind: dictionary,
			help: 'User-defined fields by ProgId',
			group: 'customData',
		},
		widgetId: { label: 'Widget ID', kind: integer, help: 'Its number', group: 'systemFields' },
	},
	groups: { details: 'Details', customData: 'Custom Fields', systemFields: 'Set by SuperOffice' },
	systemGroup: 'systemFields',
	alwaysFilled: ['name'],
	filters: {
		name: {
			label: 'Name Contains',
			kind: text,
			help: 'Words within the name',
			condition: (value) => ({ filter: `name contains ${literal(String(value))}` }),
		},
		customFields: customFieldsFilter('Widget', archive),
	},
	example: { Name: 'My widget' },
	selectExample: 'WidgetId,Name',
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
	usual: 'create',
	events: {
		name: 'widget',
		columns: { name: 'name', count_of: 'count' },
		ids: [{ name: 'PriorityId', row: 'priority_id', property: ['Priority', 'Id'] }],
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
		flagsOfRow: () => ({}),
		flagsOfEntity: () => ({}),
		conditions: [],
		created: 'registeredDate',
		updated: 'updatedDate',
	},
};
