import mapValues from 'lodash/mapValues';

import type { KindName } from '../engine/present';
import { DOCUMENT } from '../documents/documentKind';
import { findEntity } from '../records/entity';
import { NEVER, type Kind } from '../records/kind';
import { PROJECT } from '../projects/projectKind';
import { SALE } from '../sales/saleKind';
import type { Carrier } from '../tenant/carriers';
import { activities } from './activities';
import { findAppointment } from './appointments';
import { column, findColumn, type Archive, type Context, type Restriction } from './columns';
import { documentsOf } from './documents';
import { projectMember, saleStakeholder } from './memberArchives';
import { readPart } from './parts';
import { person } from './persons';
import { contactProjects } from './projectsOf';
import { runArchive } from './query';
import type { Parameters } from './rows';
import { ticketMessage } from './ticketMessages';
import { ticket } from './tickets';
import { saleFilteredWithStakeholder, saleHistory } from './salesOf';

/** Reads the rows of a list of one record. */
type Read = (id: number, address: string, parameters: Parameters, context: Context) => Carrier;

/** The rows of an archive that name a record in a column. */
const where =
	<Row>(archive: Archive<Row>, name: string): Read =>
	(id, address, parameters, context) => {
		const { raw } = findColumn(archive, name);
		function* rows(): Generator<Row> {
			for (const row of archive.rows(context.data)) if (raw(row, context) === id) yield row;
		}
		return runArchive({ ...archive, index: undefined, address, rows }, parameters, context);
	};

/** An archive of which no record of the tenant has rows. */
const none =
	<Row>(archive: Archive<Row>): Read =>
	(_id, address, parameters, context) =>
		runArchive({ ...archive, address, rows: () => [] }, parameters, context);

/** The links of a record. */
const linksOf =
	(kind: Kind): Read =>
	(id, _address, parameters, context) =>
		readPart('Links', findEntity(kind, context.data, id) ?? {}, parameters, context);

/** Columns of the reference that the tenant's records do not fill. */
const unfilled = (restrictions: Record<string, Restriction>) =>
	mapValues(restrictions, (restriction) =>
		column<unknown>(restriction, () => (restriction === 'date' ? NEVER : '')),
	);

const relations: Archive<number> = {
	name: 'Relation',
	entities: ['relation', 'retired', 'stop'],
	entity: () => 'relation',
	key: (id) => id,
	rows: () => [],
	columns: { relationId: column('int', (id) => id) },
};

/** The suggestions of a guide, of which the tenant has none. */
const guide = (name: string, ...more: string[]): Archive<number> => ({
	name,
	entities: ['suggestedAppointment', 'appointment', 'suggestedDocument', 'document', ...more],
	entity: () => 'suggestedAppointment',
	key: (id) => id,
	rows: () => [],
	columns: {
		suggestedItemId: column('int', (id) => id),
		...unfilled({ text: 'string', stageName: 'string', suggestedItemText: 'string', date: 'date' }),
		...unfilled({ stageId: 'int', stageOrderBy: 'int', completed: 'bool', deleted: 'bool' }),
	},
});

const NONE = { Relations: none(relations) };

/** The lists of one record (OpenAPI files), and the archives behind them. */
export const LISTS_OF: Record<KindName, Record<string, Read>> = {
	Contact: {
		...NONE,
		Activities: where(activities('ContactActivity'), 'contactId'),
		Tickets: where(ticket, 'contactId'),
		Appointments: where(findAppointment, 'contactId'),
		Documents: where(documentsOf, 'contactId'),
		Persons: where(person, 'contactId'),
		Projects: where(contactProjects, 'contactId'),
		Sales: where(saleFilteredWithStakeholder, 'contactId'),
	},
	Person: {
		...NONE,
		Activities: where(activities('PersonActivity'), 'personId'),
		Tickets: where(ticket, 'personId'),
		Appointments: where(findAppointment, 'personId'),
		Documents: where(documentsOf, 'personId'),
		Sales: where(saleFilteredWithStakeholder, 'personId'),
	},
	Project: {
		Activities: where(activities('ProjectActivity'), 'projectId'),
		Contacts: where(contactProjects, 'projectId'),
		Guide: none(guide('ProjectGuide', 'onlyInstance', 'milestone')),
		Links: linksOf(PROJECT),
		Members: where(projectMember, 'projectId'),
	},
	Sale: {
		Activities: where(activities('SaleActivity'), 'saleId'),
		Guide: none(guide('SaleGuide')),
		History: where(saleHistory, 'saleId'),
		Links: linksOf(SALE),
		Stakeholders: where(saleStakeholder, 'saleId'),
	},
	Ticket: { Messages: where(ticketMessage, 'ticketId') },
	TicketMessage: {},
	Document: { Links: linksOf(DOCUMENT) },
};
