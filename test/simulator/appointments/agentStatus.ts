import type { Carrier, Value } from '../tenant/carriers';
import { badArgument } from '../engine/failures';
import { bodyArgument, presentAt } from '../engine/requests';
import { dateArgument, type Agent } from './agent';
import { checkEditable } from './editable';
import { simpleAppointment } from './simple';
import { STATES, TYPES } from './states';
import { updateAppointment } from './write';

function named(list: string[], number: Value | undefined, what: string): string {
	const name = list[Number(number)];
	if (!name) throw badArgument(`${String(number)} is not a ${what} of appointments`);
	return name;
}

/** Adds the calls that change an appointment's state, and the small ones that change a row. */
export function addStatusCalls({ data, find, value, nothing }: Agent): void {
	const change = (row: Carrier, changes: Carrier) => {
		const next = { ...row, ...changes };
		checkEditable(row, next);
		return updateAppointment(data(), row, next);
	};
	nothing('SetActivityStatus', (request) => {
		const status = String(bodyArgument(request, 'ActivityStatus') ?? '');
		if (!STATES.includes(status)) throw badArgument(`"${status}" is not a status`);
		const identifiers = bodyArgument(request, 'ActivityIdentifier');
		for (const identifier of Array.isArray(identifiers) ? identifiers : []) {
			// The form of identifiers is documented nowhere: a guess.
			const [, id] = /^appointment_id=(\d+)$/i.exec(String(identifier)) ?? [];
			const found = data().appointments.get(Number(id));
			if (found) change(found, { Completed: status });
		}
	});
	value('ToggleAppointmentStatus', (request) => {
		const found = find(request);
		if (!found) return null;
		const Completed = found.Completed === 'Completed' ? 'Started' : 'Completed';
		return change(found, { Completed }).Completed;
	});
	value('UpdateAppointment', (request) => {
		const found = find(request, 'Id');
		if (!found) return null;
		const StartDate = dateArgument(request, 'StartTime');
		const row = change(found, {
			StartDate,
			EndDate: dateArgument(request, 'EndTime'),
			ActiveDate: StartDate,
			Completed: named(STATES, bodyArgument(request, 'Status'), 'status'),
			Type: named(TYPES, bodyArgument(request, 'Type'), 'type'),
			Associate:
				data().associates.get(Number(bodyArgument(request, 'AssociateId'))) ?? found.Associate,
		});
		return presentAt(request, simpleAppointment(row));
	});
}
