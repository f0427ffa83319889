import { isEqual } from 'lodash';

import type { Carrier, Value } from '../tenant/carriers';
import type { Data } from '../tenant/data';
import { badArgument } from '../engine/failures';
import { startOfDay, toWall } from '../engine/wallClock';
import { bookingOf, deleteRow, isInvitation } from './booking';
import { checkEditable } from './editable';
import { ended, laterRows, moved, onDay } from './series';
import { updateAppointment } from './write';

const MODES = ['Unknown', 'OnlyThis', 'ThisAndForward', 'StopRecurrence'] as const;

/** How a call on one row of a series treats the later ones. */
export type Mode = (typeof MODES)[number];

/**
 * Reads an update mode; none means Unknown, and that only this row is meant: a guess.
 * @throws Failure for one that is none
 */
export function readMode(value: Value | undefined): Mode {
	const mode = MODES.find((one) => one === (value ?? 'Unknown'));
	if (!mode) throw badArgument(`"${String(value)}" is not an update mode`);
	return mode;
}

/** The rows that a call means. */
export function rowsFor(data: Data, row: Carrier, mode: Mode): Carrier[] {
	return mode === 'ThisAndForward' ? [row, ...laterRows(data, row)] : [row];
}

/** Ends a series with a row that stays: what StopRecurrence does is a guess. */
function stop(data: Data, row: Carrier): void {
	for (const one of laterRows(data, row)) deleteRow(data, one);
	const id = Number(row.AppointmentId);
	const kept = data.appointments.get(id);
	if (kept) data.appointments.set(id, ended(data, kept));
}

/** What of a row does not go to the later ones of its series. */
const OF_A_DAY = ['AppointmentId', 'MotherId', 'StartDate', 'EndDate', 'ActiveDate', 'Recurrence'];

/** A later row after a change of an earlier one: on its own day, at the new times if they changed. */
function alike(data: Data, row: Carrier, before: Carrier, after: Carrier): Carrier {
	const changed = Object.keys(after).filter(
		(name) => !OF_A_DAY.includes(name) && !isEqual(before[name], after[name]),
	);
	const next = { ...row, ...Object.fromEntries(changed.map((name) => [name, after[name]])) };
	if (before.StartDate === after.StartDate && before.EndDate === after.EndDate) return next;
	const times = onDay(data, after, startOfDay(toWall(String(row.StartDate), data.baseZone)));
	const { StartDate, EndDate, ActiveDate } = times;
	return { ...next, StartDate, EndDate, ActiveDate };
}

/**
 * Stores a change of an appointment, and of the later ones of its series if the mode says so.
 * @throws Failure for a completed one
 */
export function saveInMode(data: Data, stored: Carrier, entity: Carrier, mode: Mode): Carrier {
	const later = mode === 'ThisAndForward' ? laterRows(data, stored) : [];
	checkEditable(stored, entity);
	for (const row of later) checkEditable(row, alike(data, row, stored, entity));
	if (mode === 'StopRecurrence') stop(data, stored);
	const saved = updateAppointment(data, stored, entity);
	if (mode === 'StopRecurrence')
		data.appointments.set(Number(saved.AppointmentId), ended(data, saved));
	for (const row of later) updateAppointment(data, row, alike(data, row, stored, entity));
	return data.appointments.get(Number(saved.AppointmentId)) ?? saved;
}

/** Deletes an appointment, the later ones too, or these alone. */
export function deleteInMode(data: Data, row: Carrier, mode: Mode): void {
	if (mode === 'StopRecurrence') stop(data, row);
	else for (const one of rowsFor(data, row, mode)) deleteRow(data, one);
}

/**
 * Moves a booking, of which any row may be named, and the later ones by as much if the mode says so.
 * @param start an instant, `…Z`
 * @param changes what changes besides
 * @throws Failure for a completed one
 */
export function moveInMode(
	data: Data,
	row: Carrier,
	start: string,
	mode: Mode,
	changes: Carrier = {},
): Carrier {
	const [master] = isInvitation(row) ? bookingOf(data, row) : [row];
	const by = toWall(start, data.baseZone) - toWall(String(master.StartDate), data.baseZone);
	const rows = rowsFor(data, master, mode).map((one) => ({
		before: one,
		after: { ...moved(data, one, by), ...changes },
	}));
	for (const { before, after } of rows) checkEditable(before, after);
	if (mode === 'StopRecurrence') stop(data, master);
	for (const { before, after } of rows) updateAppointment(data, before, after);
	return data.appointments.get(Number(row.AppointmentId)) ?? row;
}
