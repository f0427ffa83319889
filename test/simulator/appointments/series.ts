import type { Carrier, Value } from '../tenant/carriers';
import type { Data } from '../tenant/data';
import { bodyValue, isCarrier } from '../engine/values';
import { fromDate, fromWall, startOfDay, toDate, toWall, type WallTime } from '../engine/wallClock';
import { isInvitation } from './booking';
import { occurrences } from './occurrences';
import { identityOfRow } from './participants';

/** The number of an appointment's series; 0 for none. */
export const ruleOf = ({ Recurrence }: Carrier) =>
	Number(bodyValue(Recurrence, 'RecurrenceId') ?? 0);

/** Whether an appointment is, or is to become, part of a series. */
export const isRecurring = ({ Recurrence }: Carrier) =>
	bodyValue(Recurrence, 'IsRecurrence') === true;

/** A recurrence that was sent without its first day starts with its appointment. */
export function alignRecurrence(data: Data, entity: Carrier, sent: Value | undefined): Carrier {
	const { Recurrence } = entity;
	if (!isCarrier(Recurrence) || !isCarrier(sent) || bodyValue(sent, 'StartDate')) return entity;
	const day = toDate(toWall(String(entity.StartDate), data.baseZone));
	const EndDate = bodyValue(sent, 'EndDate') ? Recurrence.EndDate : day;
	return { ...entity, Recurrence: { ...Recurrence, StartDate: day, EndDate } };
}

/** An appointment on another day, at its own times of day. */
export function onDay(data: Data, row: Carrier, day: WallTime): Carrier {
	return moved(data, row, day - startOfDay(toWall(String(row.StartDate), data.baseZone)));
}

/** An appointment so much later on the wall's clock. */
export function moved({ baseZone }: Data, row: Carrier, by: number): Carrier {
	const shift = (instant: Value) => fromWall(toWall(String(instant), baseZone) + by, baseZone);
	const StartDate = shift(row.StartDate);
	return { ...row, StartDate, EndDate: shift(row.EndDate), ActiveDate: StartDate };
}

/** A day of a series as it is listed. */
export const plainDate = (day: WallTime): Carrier => ({
	Date: toDate(day),
	IsConflict: false,
	Description: null,
	DescriptionStyleHint: '',
	Tooltip: null,
});

/**
 * The appointments of a series, without numbers. Where the pattern has no day, the appointment's own
 * is the only one: a guess.
 * @throws Failure for a pattern that is none
 */
export function expand(data: Data, entity: Carrier): Carrier[] {
	const recurrence = entity.Recurrence as Carrier;
	const found = occurrences(recurrence);
	const days =
		found.length > 0 ? found : [startOfDay(toWall(String(entity.StartDate), data.baseZone))];
	const Recurrence: Carrier = {
		...recurrence,
		RecurrenceId: data.appointments.newRule(),
		EndDate: toDate(days[days.length - 1]),
		Dates: days.map(plainDate),
	};
	return days.map((day) => onDay(data, { ...entity, Recurrence }, day));
}

/** The rows of the same series and the same person that start later. */
export function laterRows(data: Data, row: Carrier): Carrier[] {
	const rule = ruleOf(row);
	if (rule === 0) return [];
	const start = String(row.StartDate);
	return data.appointments
		.changed()
		.filter(
			(one) =>
				ruleOf(one) === rule &&
				isInvitation(one) === isInvitation(row) &&
				(!isInvitation(row) || identityOfRow(one) === identityOfRow(row)) &&
				String(one.StartDate) > start,
		);
}

/** The last row that a series keeps, which then ends with it. */
export function ended({ baseZone }: Data, row: Carrier): Carrier {
	const { Recurrence } = row;
	const start = toWall(String(row.StartDate), baseZone);
	if (!isCarrier(Recurrence)) return row;
	const Dates = (Array.isArray(Recurrence.Dates) ? Recurrence.Dates : []).filter(
		(one) => isCarrier(one) && fromDate(String(one.Date)) <= start,
	);
	return { ...row, Recurrence: { ...Recurrence, EndDate: toDate(start), Dates } };
}
