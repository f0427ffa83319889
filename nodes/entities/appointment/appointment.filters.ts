import { customFieldsFilter } from '../../crud/list/customFieldFilters';
import { filterTerm, idFilter, idTerm, recordId, savedSince } from '../../crud/list/filterTerms';
import { boolean } from '../../shared/fields/boolean';
import { enumeration } from '../../shared/fields/enumeration';
import { identifier } from '../../shared/fields/reference';
import { text } from '../../shared/fields/text';
import { odataString } from '../../shared/transport/odataString';
import type { FilterRow } from '../entity';
import { appointmentArchive } from './appointment.archive';
import { ownerIds, ownersFilter } from './owner';

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
	updatedSince: savedSince('updatedDate', 'registeredDate'),
	customFields: customFieldsFilter('Appointment', appointmentArchive),
};
