import type { Carrier } from '../tenant/carriers';
import type { Data } from '../tenant/data';
import { idOf, documentTemplate } from '../records/references';

/** What the appointment that a document has takes from it: which of its texts are the same is a guess. */
const valuesOf = (entity: Carrier): Carrier => ({
	Title: entity.Header,
	Description: entity.Description,
	StartDate: entity.Date,
	Type: entity.Type,
	Completed: entity.Completed,
	Associate: entity.Associate,
	Contact: entity.Contact,
	Person: entity.Person,
	Project: entity.Project,
	Sale: entity.Sale,
	UpdatedBy: entity.UpdatedBy,
	UpdatedDate: entity.UpdatedDate,
});

/** Writes the appointment of a document: a new document gets one, those of the seeds have none. */
export function writeEntry(data: Data, entity: Carrier, isNew: boolean): void {
	const id = Number(entity.DocumentId);
	if (isNew) {
		data.documentEntries.set(id, data.appointments.next);
		data.addDocument(valuesOf(entity));
		return;
	}
	const number = data.documentEntries.get(id) ?? 0;
	const row = data.appointments.get(number);
	if (row) data.appointments.set(number, { ...row, ...valuesOf(entity) });
}

/** Deletes the appointment of a document, if it has one; events still ask whose it was. */
export function deleteEntry({ documentEntries, appointments }: Data, id: number): void {
	appointments.delete(documentEntries.get(id) ?? 0);
}

/** The number of the document that an appointment is of; 0 for none. */
export function documentOf({ documentEntries }: Data, appointmentId: number): number {
	const found = [...documentEntries].find(([, number]) => number === appointmentId);
	return found?.[0] ?? 0;
}

/** A document as it stands among the activities of its company: what these show of it is a guess. */
export function asActivity(entity: Carrier): Carrier {
	const template = idOf(entity.DocumentTemplate, documentTemplate);
	const name = (entity.DocumentTemplate as Carrier | null)?.Name ?? '';
	return {
		...entity,
		...valuesOf(entity),
		...{ AppointmentId: 0, MotherId: 0, CustomFields: {} },
		Task: { TaskListItemId: template, Value: name, Type: 'Document' },
		EndDate: entity.Date,
	};
}
