import type { INodeProperties } from 'n8n-workflow';

import { dateIn, surelyFrom, type Condition } from '../../shared/archive/condition';
import { customFieldTerm, OPERATORS, type FieldComparison } from '../../shared/customFields/condition';
import { boolean } from '../../shared/fields/boolean';
import { dateTime, toDateTime } from '../../shared/fields/dateTime';
import { enumeration } from '../../shared/fields/enumeration';
import { encodeWith, FieldError, type Kind, type Spot } from '../../shared/fields/kind';
import { identifier, suggestedText } from '../../shared/fields/reference';
import { rows } from '../../shared/fields/rows';
import { controlsOf, type FieldRow } from '../../shared/fields/table';
import { text } from '../../shared/fields/text';
import { asRecord, type Json, type JsonObject } from '../../shared/json';
import { finder } from '../../shared/lookup/find';
import { listEntries } from '../../shared/lookup/mdoList';
import type { Ask } from '../../shared/lookup/source';
import { literal } from '../../shared/transport/odata';
import { customFieldsFor } from './given';

/** What a filter may need to know. */
interface FilterContext {
	ask: Ask;
	zone: string;
	spot: Spot;
}

/** One of the filters: its control, and what it asks of SuperOffice's archive FindAppointment. */
interface FilterRow extends FieldRow {
	condition(value: Json, context: FilterContext): Condition | Promise<Condition>;
}

/** A condition that SuperOffice alone judges. */
const term =
	(filter: (value: Json) => string): FilterRow['condition'] =>
	(value) => ({ filter: filter(value) });

const oneRecord = (column: string) => term((id) => `${column} oneOf (${Number(id)})`);

/** Type of appointment to numbers of the column rawType; an invitation is of the same kind. */
const RAW_TYPES: Record<string, string> = { inDiary: '1,6', inChecklist: '2,7' };

/** Any value; what it has to be depends on the field that it is compared with. */
const anyValue: Kind = {
	name: 'Value',
	control: { type: 'string', default: '' },
	encode: (value) => value as Json,
};

const customFieldRows = rows({
	item: 'comparison',
	label: 'Comparison',
	columns: [
		{
			name: 'field',
			label: 'Field',
			help: 'A user-defined field, from the list, by its key or by its label',
			kind: suggestedText('filterField', 'e.g. SuperOffice:7'),
			wire: 'field',
			required: true,
		},
		{
			name: 'operator',
			label: 'Operator',
			help: 'How the field is compared; a list, a switch or a date does not take all of them',
			kind: enumeration(OPERATORS, {
				equals: 'Is',
				notEquals: 'Is Not',
				notContains: 'Does Not Contain',
				beginsWith: 'Begins With',
				greaterThan: 'Is Greater Than or After',
				lessThan: 'Is Less Than or Before',
			}),
			wire: 'operator',
		},
		{
			name: 'value',
			label: 'Value',
			help: 'Text, number, true or false, a date, or the name or number of an entry of a list',
			kind: anyValue,
			wire: 'value',
			required: true,
		},
	],
});

async function customFieldConditions(
	value: Json,
	{ ask, zone, spot }: FilterContext,
): Promise<Condition> {
	const fields = await customFieldsFor(ask);
	const context = { zone, entriesOf: async (list: string) => await listEntries(ask, list) };
	const terms: string[] = [];
	for (const [index, row] of (value as unknown as FieldComparison[]).entries()) {
		const at = (name: string, label: string) => ({
			parameter: `${spot.parameter}.comparison[${index}].${name}`,
			label,
		});
		const spots = {
			field: at('field', 'Field'),
			operator: at('operator', 'Operator'),
			value: at('value', 'Value'),
		};
		terms.push(await customFieldTerm(fields, row, 'appointmentUdef', spots, context));
	}
	return { filter: terms.join(' and ') };
}

/** The filters by parameter name, in the order of the form. */
const filters: Record<string, FilterRow> = {
	contact: {
		label: 'Company',
		kind: identifier({ method: 'contact' }),
		help: 'The company that the appointment is with',
		condition: oneRecord('contactId'),
	},
	completed: {
		label: 'Completed',
		kind: boolean,
		help: 'Whether it is completed; off finds those that are not',
		condition: term((value) => `completed set ${value === true}`),
	},
	customFields: {
		label: 'Custom Fields',
		kind: customFieldRows,
		help: "Comparisons of the tenant's user-defined fields",
		condition: customFieldConditions,
	},
	owners: {
		label: 'Owners',
		kind: rows({
			item: 'owner',
			label: 'Owner',
			columns: [
				{
					name: 'associate',
					label: 'Owner',
					help: 'A colleague, a room or other equipment',
					kind: identifier({ method: 'diaryOwner' }),
					wire: 'id',
					required: true,
				},
			],
		}),
		help: 'Those whose diaries the appointment may be in, one of them',
		condition: term((value) => {
			const ids = new Set((value as JsonObject[]).map(({ id }) => Number(id)));
			return `associateId associateIsOneOf (${[...ids].join(',')})`;
		}),
	},
	person: {
		label: 'Person',
		kind: identifier({ method: 'person', within: 'contact' }),
		help: 'The contact person of the appointment; a name is looked for in the company, if that is given',
		condition: oneRecord('personId'),
	},
	project: {
		label: 'Project',
		kind: identifier({ method: 'project' }),
		help: 'The project that the appointment belongs to',
		condition: oneRecord('projectId'),
	},
	sale: {
		label: 'Sale',
		kind: identifier({ method: 'sale' }),
		help: 'The sale that the appointment belongs to',
		condition: term((id) => `saleId eq ${Number(id)}`),
	},
	task: {
		label: 'Task',
		kind: identifier({ method: 'task' }),
		help: "The kind of activity, from the tenant's list",
		condition: oneRecord('type'),
	},
	text: {
		label: 'Text Contains',
		kind: text,
		help: 'Words within the text of the appointment, whatever their case',
		condition: term((value) => `text contains ${literal(String(value))}`),
	},
	type: {
		label: 'Type',
		kind: enumeration(['inDiary', 'inChecklist'], {
			inDiary: 'In Diary (Appointment)',
			inChecklist: 'In Checklist (To-Do)',
		}),
		help: 'Where it is shown; an invitation counts as well',
		condition: term((value) => `rawType in (${RAW_TYPES[String(value)]})`),
	},
	updatedSince: {
		label: 'Updated Since',
		kind: dateTime,
		help: 'Only what was changed at that time or later',
		condition: (value, { zone, spot }) => {
			const since = toDateTime(value, spot, zone);
			const keeps: Condition['keeps'] = (row) => {
				// SuperOffice gives this date in UTC, whatever the zone of the answer.
				const updated = dateIn(row, 'updatedDate', 'UTC');
				return updated !== undefined && updated >= since;
			};
			return { filter: surelyFrom('updatedDate', since), columns: ['updatedDate'], keeps };
		},
	},
};

export const FILTERS: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	description: 'What the appointments have to meet, all of it',
	options: controlsOf(filters),
};

/**
 * The conditions of an item's filters.
 * @throws FieldError for a filter that was added and is empty, as it would find far too much, and
 * for values that cannot be
 */
export async function filterConditions(
	read: (parameter: string) => unknown,
	ask: Ask,
	zone: string,
): Promise<Condition[]> {
	const given = asRecord(read(FILTERS.name));
	const encoded: JsonObject = {};
	const conditions: Condition[] = [];
	for (const [name, { label, kind, condition }] of Object.entries(filters)) {
		if (!(name in given)) continue;
		const spot = { parameter: `${FILTERS.name}.${name}`, label };
		const value = await encodeWith(kind, given[name], spot, { zone, encoded, find: finder(ask) });
		if (value === undefined || value === '') {
			throw new FieldError(spot, 'is empty', 'Give a value, or remove the filter.');
		}
		encoded[name] = value;
		conditions.push(await condition(value, { ask, zone, spot }));
	}
	return conditions;
}
