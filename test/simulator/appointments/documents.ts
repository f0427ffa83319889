import { blankAppointment } from './blank';
import type { Carrier } from '../tenant/carriers';
import { SESSION_USER, type Data } from '../tenant/data';
import { storedInstant } from '../engine/dates';

/**
 * Adds the appointment that a document has: done, without an end (the documentation's sample of events).
 * @param properties those that differ
 * @returns the appointment's number
 */
export function addDocument(data: Data, properties: Carrier): number {
	const id = data.appointments.next;
	const now = storedInstant(data.now());
	data.appointments.set(id, {
		...blankAppointment(data, now, '0001-01-01T00:00:00'),
		Type: 'Document',
		Completed: 'Completed',
		Title: 'Document',
		CreatedBy: data.associates.get(SESSION_USER) ?? null,
		CreatedDate: now,
		...properties,
		AppointmentId: id,
	});
	return id;
}
