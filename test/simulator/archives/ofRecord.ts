import mapValues from 'lodash/mapValues';

import { NEVER } from '../records/kind';
import type { KindName } from '../engine/present';
import type { Carrier } from '../tenant/carriers';
import type { ProjectSeed, SaleSeed } from '../tenant/workCarriers';
import { findDocument, findProject, findSale } from './archives';
import { findAppointment } from './appointments';
import { column, findColumn, type Archive, type Context, type Restriction } from './columns';
import { person } from './persons';
import { runArchive } from './query';
import type { Parameters } from './rows';

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
		return runArchive({ ...archive, address, rows }, parameters, context);
	};

/** An archive of which no record of the tenant has rows. */
const none =
	<Row>(archive: Archive<Row>): Read =>
	(_id, address, parameters, context) =>
		runArchive({ ...archive, address, rows: () => [] }, parameters, context);

const activities = (name: string): Archive<Carrier> => ({
	...findAppointment,
	name,
	entities: ['chat', 'document', 'formSubmission', 'appointment', 'mailing'],
	index: undefined,
});

const appointments: Archive<Carrier> = { ...findAppointment, index: undefined };

const persons = { ...person, index: undefined };

/** Columns of the reference that the tenant's records do not fill. */
const unfilled = (restrictions: Record<string, Restriction>) =>
	mapValues(restrictions, (restriction) =>
		column<unknown>(restriction, () => (restriction === 'date' ? NEVER : '')),
	);

const OWNED = { type: 'listAny', 'associate/fullName': 'string' } as const;

const sales: Archive<SaleSeed> = {
	...findSale,
	name: 'SaleFilteredWithStakeholder',
	entities: ['sale', 'includestakeholders'],
	columns: {
		...findSale.columns,
		...unfilled({ ...OWNED, currency: 'listAny', stage: 'listAny', saleStatus: 'listAny' }),
		amount: column('decimal', () => 0),
	},
};

const projects: Archive<ProjectSeed> = {
	...findProject,
	name: 'ContactProjects',
	columns: {
		...findProject.columns,
		...unfilled({ type: 'listAny', status: 'listAny', endDate: 'date' }),
	},
};

const ofDocuments: typeof findDocument = {
	...findDocument,
	name: 'Document',
	columns: { ...findDocument.columns, ...unfilled(OWNED), completed: column('bool', () => false) },
};

const tickets: Archive<number> = {
	name: 'Ticket',
	entities: ['ticket', 'ticketdisplayclosed'],
	entity: () => 'ticket',
	key: (id) => id,
	rows: () => [],
	columns: {
		ticketId: column('int', (id) => id),
		...unfilled({ title: 'string', ticketStatusName: 'listAny', 'ownedBy/fullName': 'string' }),
		...unfilled({ createdAt: 'date', lastChanged: 'date' }),
	},
};

const relations: Archive<number> = {
	name: 'Relation',
	entities: ['relation', 'retired', 'stop'],
	entity: () => 'relation',
	key: (id) => id,
	rows: () => [],
	columns: { relationId: column('int', (id) => id) },
};

const NONE = { Tickets: none(tickets), Relations: none(relations), Documents: none(ofDocuments) };

/** The lists of one record (OpenAPI files), and the archives behind them. */
export const LISTS_OF: Record<KindName, Record<string, Read>> = {
	Project: {},
	Sale: {},
	Contact: {
		...NONE,
		Activities: where(activities('ContactActivity'), 'contactId'),
		Appointments: where(appointments, 'contactId'),
		Persons: where(persons, 'contactId'),
		Projects: none(projects),
		Sales: where(sales, 'contactId'),
	},
	Person: {
		...NONE,
		Activities: where(activities('PersonActivity'), 'personId'),
		Appointments: where(appointments, 'personId'),
		Sales: none(sales),
	},
};
