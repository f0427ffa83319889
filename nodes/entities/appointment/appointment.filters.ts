import { rowDate, type Condition } from '../../shared/archive/condition';
import { boolean } from '../../shared/fields/boolean';
import { anyDateTime, toDateTime } from '../../shared/fields/dateTime';
import { enumeration } from '../../shared/fields/enumeration';
import { FieldError, quote, type ParameterRef } from '../../shared/fields/fieldKind';
import { identifier } from '../../shared/fields/reference';
import { text } from '../../shared/fields/text';
import type { Json } from '../../shared/json';
import { odataString } from '../../shared/transport/odataString';
import { ownerIds, ownersFilter } from './owner';
import { customFieldsFilter } from '../../crud/list/customFieldFilters';
import type { FilterRow } from '../entity';
import { appointmentArchive } from './appointment.archive';

/** A condition that SuperOffice alone judges. */
const filterTerm =
	(filter: (value: Json) => string): FilterRow['condition'] =>
	(value) => ({ filter: filter(value) });

/** The ID of a record; 0 would match all appointments without one. */
function recordId(id: Json, ref: ParameterRef): number {
	if (Number(id) >= 1) return Number(id);
	const advice = 'Give an ID of 1 or more, or remove the filter.';
	throw new FieldError(ref, `${quote(id)} is not the ID of a record`, advice);
}

const idTerm =
	(filter: (id: number) => string): FilterRow['condition'] =>
	(id, { ref }) => ({ filter: filter(recordId(id, ref)) });

const idFilter = (column: string) => idTerm((id) => `${column} oneOf (${id})`);

/** Type of appointment to numbers of the column rawType; an invitation is of the same kind. */
const RAW_TYPES: Record<string, string> = { inDiary: '1,6', inChecklist: '2,7' };

/** The filters by parameter name, in the order of their use. */
export const appointmentFilters: Record<string, FilterRow> = {
	owners: {
		label: 'Owners',
		kind: ownersFilter,
		help: 'Return appointments of any of these owners',
		condition: (value, { ref }) => {
			const ids = ownerIds(value).map((id) => recordId(id, ref));
			return { filter: `associateId associateIsOneOf (${ids.join(',')})` };
		},
	},
	contact: {
		label: 'Company',
		kind: identifier({ method: 'contact' }),
		help: 'The company that the appointment is with',
		condition: idFilter('contactId'),
	},
	person: {
		label: 'Contact Person',
		kind: identifier({ method: 'person', within: 'contact' }),
		help: 'The contact person of the appointment; a name is searched within the company, if one is given',
		condition: idFilter('personId'),
	},
	task: {
		label: 'Task',
		kind: identifier({ method: 'task' }),
		help: "The kind of activity, from the tenant's list",
		condition: idFilter('type'),
	},
	type: {
		label: 'Type',
		kind: enumeration(['inDiary', 'inChecklist'], {
			inDiary: 'In Diary (Appointment)',
			inChecklist: 'In Checklist (To-Do)',
		}),
		help: 'Whether it is shown in the diary or in the checklist; invitations are included',
		condition: filterTerm((value) => `rawType in (${RAW_TYPES[String(value)]})`),
	},
	completed: {
		label: 'Completed',
		kind: boolean,
		help: 'Whether to return completed ones; turn off for those that are not completed',
		condition: filterTerm((value) => `completed set ${value === true}`),
	},
	text: {
		label: 'Title Contains',
		kind: text,
		help: 'Text that the title must contain; upper and lower case are the same',
		condition: filterTerm((value) => `text contains ${odataString(String(value))}`),
	},
	project: {
		label: 'Project',
		kind: identifier({ method: 'project' }),
		help: 'The project that the appointment belongs to',
		condition: idFilter('projectId'),
	},
	sale: {
		label: 'Sale',
		kind: identifier({ method: 'sale' }),
		help: 'The sale that the appointment belongs to',
		condition: idTerm((id) => `saleId eq ${id}`),
	},
	updatedSince: {
		label: 'Created or Updated Since',
		kind: anyDateTime,
		help: 'Return only appointments saved at or after this time. All that match the other filters are read to find them, so add more filters when there are many.',
		condition: (value, { zone, ref }) => {
			const since = toDateTime(value, ref, zone);
			// A record that was never updated has no such date. No filter is documented that takes one of
			// two dates, and one of them alone would miss records: only the rows are judged.
			const keeps: Condition['matches'] = (row) => {
				// SuperOffice gives these dates in UTC, whatever the zone of the answer.
				const saved = rowDate(row, 'updatedDate', 'UTC') ?? rowDate(row, 'registeredDate', 'UTC');
				return saved !== undefined && saved >= since;
			};
			return { columns: ['updatedDate', 'registeredDate'], matches: keeps };
		},
	},
	customFields: customFieldsFilter('Appointment', appointmentArchive),
};
