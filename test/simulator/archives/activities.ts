import { number, words } from '../appointments/reading';
import { DOCUMENT } from '../documents/documentKind';
import { asActivity } from '../documents/entry';
import { sees } from '../documents/rights';
import { findEntity } from '../records/entity';
import type { Carrier } from '../tenant/carriers';
import type { Data } from '../tenant/data';
import { findAppointment } from './appointments';
import { column, type Archive } from './columns';

/** Appointments, and documents instead of those that these have. */
function* rows(data: Data): Generator<Carrier> {
	const entries = new Set(data.documentEntries.values());
	for (const row of findAppointment.rows(data)) {
		if (!entries.has(Number(row.AppointmentId))) yield row;
	}
	for (const seed of data.documents.after()) {
		const document = sees(data, seed) ? findEntity(DOCUMENT, data, seed.id) : undefined;
		if (document) yield asActivity(document);
	}
}

const documentId = number('DocumentId');

/** What was done: appointments and documents. */
export const activities = (name: string): Archive<Carrier> => ({
	...findAppointment,
	name,
	entities: ['chat', 'document', 'formSubmission', 'appointment', 'mailing'],
	entity: (row) => (documentId(row) > 0 ? 'document' : 'appointment'),
	key: (row) => documentId(row) || findAppointment.key(row),
	rows,
	columns: {
		...findAppointment.columns,
		subject: column('string', words('Header')),
		name: column('string', words('Name')),
		ourref: column('string', words('OurRef')),
		yourref: column('string', words('YourRef')),
		documentId: column('int', documentId),
	},
});
