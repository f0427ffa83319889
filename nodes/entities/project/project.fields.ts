import { links } from '../../shared/carriers';
import { boolean } from '../../shared/fields/boolean';
import { groupedWebAddresses } from '../../shared/fields/contactPoints';
import { anyDateTime } from '../../shared/fields/dateTime';
import { day } from '../../shared/fields/day';
import { jsonList } from '../../shared/fields/jsonObject';
import { integer } from '../../shared/fields/number';
import { reference } from '../../shared/fields/reference';
import { SYSTEM_GROUP, type FieldTable } from '../../shared/fields/table';
import { longText, text } from '../../shared/fields/text';
import { activeErpLinks, publishFields, rawCustomFields, stampFields } from '../common';

const more = 'additionalFields';

/**
 * One row per property of SuperOffice's ProjectEntity, in the order of the form (SuperOffice's OpenAPI
 * file of Project).
 */
export const projectFields = {
	name: {
		label: 'Name',
		kind: text,
		help: 'Name of the project',
		placeholder: 'e.g. Spring conference',
	},
	projectType: {
		label: 'Type',
		kind: reference('Id', 'Value', { method: 'projectType' }),
		help: "Kind of project, from the tenant's list; SuperOffice sets the end date by it",
	},
	projectStatus: {
		label: 'Status',
		kind: reference('Id', 'Value', { method: 'projectStatus' }),
		help: "How far the project has come, from the tenant's list",
	},
	associate: {
		label: 'Owner',
		kind: reference('AssociateId', 'FullName', { method: 'associate' }),
		help: 'The user who is responsible for the project',
	},
	endDate: { label: 'End Date', kind: day, help: 'The day on which the project is to end' },
	projectNumber: {
		group: more,
		label: 'Number',
		kind: text,
		help: 'Number of the project; SuperOffice may generate it',
	},
	description: {
		group: more,
		label: 'Description',
		kind: longText,
		help: 'Text about the project',
	},
	postit: { group: more, label: 'Note', kind: longText, help: 'Note on the project card' },
	completed: {
		group: more,
		label: 'Completed',
		kind: boolean,
		help: 'Whether the project is completed',
	},
	urls: {
		group: more,
		label: 'Web Addresses',
		kind: groupedWebAddresses,
		help: 'Web addresses, the main one first',
	},
	links: {
		group: more,
		label: 'Links',
		kind: links,
		help: 'Links to records and web addresses',
	},
	...publishFields,
	...rawCustomFields,
	projectId: {
		group: SYSTEM_GROUP,
		label: 'Project ID',
		kind: integer,
		help: 'ID of the project; 0 for a new one',
	},
	activeErpLinks,
	activeLinks: {
		group: SYSTEM_GROUP,
		label: 'Active Links',
		kind: integer,
		help: 'Number of links to other records',
	},
	activeStatusMonitorId: {
		group: SYSTEM_GROUP,
		label: 'Active Status Monitor ID',
		kind: integer,
		help: 'ID of the status monitor that is shown',
	},
	eventId: {
		group: SYSTEM_GROUP,
		label: 'Event ID',
		kind: integer,
		help: 'ID of the event of an event service, which SuperOffice reserves for it',
	},
	startDate: {
		group: SYSTEM_GROUP,
		label: 'Start Date',
		kind: anyDateTime,
		help: 'Start of that event',
	},
	hasImage: {
		group: SYSTEM_GROUP,
		label: 'Has Image',
		kind: boolean,
		help: 'Whether the project has an image',
	},
	imageDescription: {
		group: SYSTEM_GROUP,
		label: 'Image Description',
		kind: text,
		help: 'Text about the image',
	},
	nextMilestoneDate: {
		group: SYSTEM_GROUP,
		label: 'Next Milestone Date',
		kind: anyDateTime,
		help: 'Date of the next milestone that is not completed',
	},
	nmdAppointmentId: {
		group: SYSTEM_GROUP,
		label: 'Next Milestone Appointment ID',
		kind: integer,
		help: 'ID of the appointment that is that milestone',
	},
	projectMembers: {
		group: SYSTEM_GROUP,
		label: 'Members',
		kind: jsonList,
		help: 'All members of the project; to add some, use Add Members instead',
	},
	...stampFields,
} satisfies FieldTable;

/** The parameter of a ProjectEntity property. */
export type ProjectParameter = keyof typeof projectFields;
