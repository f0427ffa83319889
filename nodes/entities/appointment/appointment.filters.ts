import { dateIn, type Condition } from '../../shared/archive/condition';
import { boolean } from '../../shared/fields/boolean';
import { anyDateTime, toDateTime } from '../../shared/fields/dateTime';
import { enumeration } from '../../shared/fields/enumeration';
import { FieldError, quote, type Spot } from '../../shared/fields/kind';
import { identifier } from '../../shared/fields/reference';
import { text } from '../../shared/fields/text';
import type { Json } from '../../shared/json';
import { literal } from '../../shared/transport/odata';
import { ownerIds, ownersFilter } from './owner';
import { customFieldsFilter } from '../../crud/list/customFieldFilters';
import type { FilterRow } from '../entity';
import { appointmentArchive } from './appointment.archive';

/** A condition that SuperOffice alone judges. */
const term =
	(filter: (value: Json) => string): FilterRow['condition'] =>
	(value) => ({ filter: filter(value) });

/** The number of a record: 0 stands for none, which most appointments have. */
function recordId(id: Json, spot: Spot): number {
	if (Number(id) >= 1) return Number(id);
	const advice = 'Give an ID of 1 or more, or remove the filter.';
	throw new FieldError(spot, `${quote(id)} is not the ID of a record`, advice);
}

const oneRecord =
	(filter: (id: number) => string): FilterRow['condition'] =>
	(id, { spot }) => ({ filter: filter(recordId(id, spot)) });

const oneOf = (column: string) => oneRecord((id) => `${column} oneOf (${id})`);

/** Type of appointment to numbers of the column rawType; an invitation is of the same kind. */
const RAW_TYPES: Record<string, string> = { inDiary: '1,6', inChecklist: '2,7' };

/** The filters by parameter name, in the order of the form. */
export const appointmentFilters: Record<string, FilterRow> = {
	contact: {
		label: 'Company',
		kind: identifier({ method: 'contact' }),
		help: 'The company that the appointment is with',
		condition: oneOf('contactId'),
	},
	completed: {
		label: 'Completed',
		kind: boolean,
		help: 'Whether it is completed; off finds those that are not',
		condition: term((value) => `completed set ${value === true}`),
	},
	updatedSince: {
		label: 'Created or Updated Since',
		kind: anyDateTime,
		help: 'Only what was saved at that time or later; all that meets the other filters is read for it, so add others where there are many appointments',
		condition: (value, { zone, spot }) => {
			const since = toDateTime(value, spot, zone);
			// A record that was never updated has no such date. No filter is documented that takes one of
			// two dates, and one of them alone would miss records: only the rows are judged.
			const keeps: Condition['keeps'] = (row) => {
				// SuperOffice gives these dates in UTC, whatever the zone of the answer.
				const saved = dateIn(row, 'updatedDate', 'UTC') ?? dateIn(row, 'registeredDate', 'UTC');
				return saved !== undefined && saved >= since;
			};
			return { columns: ['updatedDate', 'registeredDate'], keeps };
		},
	},
	customFields: customFieldsFilter('Appointment', appointmentArchive),
	owners: {
		label: 'Owners',
		kind: ownersFilter,
		help: 'Those whose diaries the appointment may be in, one of them',
		condition: (value, { spot }) => {
			const ids = ownerIds(value).map((id) => recordId(id, spot));
			return { filter: `associateId associateIsOneOf (${ids.join(',')})` };
		},
	},
	person: {
		label: 'Person',
		kind: identifier({ method: 'person', within: 'contact' }),
		help: 'The contact person of the appointment; a name is looked for in the company, if that is given',
		condition: oneOf('personId'),
	},
	project: {
		label: 'Project',
		kind: identifier({ method: 'project' }),
		help: 'The project that the appointment belongs to',
		condition: oneOf('projectId'),
	},
	sale: {
		label: 'Sale',
		kind: identifier({ method: 'sale' }),
		help: 'The sale that the appointment belongs to',
		condition: oneRecord((id) => `saleId eq ${id}`),
	},
	task: {
		label: 'Task',
		kind: identifier({ method: 'task' }),
		help: "The kind of activity, from the tenant's list",
		condition: oneOf('type'),
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
};
