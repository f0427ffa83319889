import type { Carrier, Value } from '../tenant/carriers';
import type { Data } from '../tenant/data';
import { DAY, fromWall, startOfDay, toWall, weekday, type WallTime } from '../engine/wallClock';
import { ownerOf } from './participants';
import { onDay, plainDate, ruleOf } from './series';

const DIARY = ['inDiary', 'BookingForDiary'];
const GONE = ['Declined', 'Cancelled', 'Hidden'];

/** Whether an appointment takes its owner's time: to-dos, free and declined ones do not (a guess). */
const isBusy = ({ IsFree, Type, InvitationStatus }: Carrier) =>
	IsFree !== true && DIARY.includes(String(Type)) && !GONE.includes(String(InvitationStatus));

/** The appointments that take the time of some associates. */
export function busyRows(data: Data, associates: number[]): Carrier[] {
	const wanted = new Set(associates);
	return [...data.appointments.values()].filter((row) => wanted.has(ownerOf(row)) && isBusy(row));
}

const overlaps = (a: Carrier, b: Carrier) =>
	String(a.StartDate) < String(b.EndDate) && String(b.StartDate) < String(a.EndDate);

/** Days of a series as they are listed, with the owner's other appointments at the time. */
export function datesWithConflicts(data: Data, entity: Carrier, days: WallTime[]): Value[] {
	const rule = ruleOf(entity);
	const others = busyRows(data, [ownerOf(entity)]).filter(
		(row) => row.AppointmentId !== entity.AppointmentId && (rule === 0 || ruleOf(row) !== rule),
	);
	return days.map((day) => {
		const occurrence = onDay(data, entity, day);
		const ids = others
			.filter((row) => overlaps(row, occurrence))
			.map(({ AppointmentId }) => `conflict_id=${String(AppointmentId)}`);
		if (ids.length === 0) return plainDate(day);
		const Tooltip = `{${ids.join('&')}}`;
		return { ...plainDate(day), IsConflict: true, DescriptionStyleHint: 'conflict', Tooltip };
	});
}

/** What is asked of GetNextAvailableTime, in the wall's time. */
export interface Search {
	associates: number[];
	start: WallTime;
	end: WallTime;
	count: number;
	isAllDay: boolean;
}

const HOUR = DAY / 24;
const OPENS = 8 * HOUR;
const CLOSES = 16 * HOUR;

/** Days that are searched. */
const HORIZON = 365;

type Span = [from: WallTime, to: WallTime];

/** What is left of a day's working hours. */
function gaps(day: Span, taken: Span[]): Span[] {
	const free: Span[] = [];
	let [from] = day;
	for (const [start, end] of [...taken].sort((a, b) => a[0] - b[0])) {
		if (start > from) free.push([from, Math.min(start, day[1])]);
		from = Math.max(from, end);
	}
	if (from < day[1]) free.push([from, day[1]]);
	return free.filter(([start, end]) => end > start);
}

function written([from, to]: Span, length: number, zone: string): Carrier {
	return {
		AvailableTimeStart: fromWall(from, zone),
		AvailableTimeEnd: fromWall(to, zone),
		RecommendedTimeStart: fromWall(from, zone),
		RecommendedTimeEnd: fromWall(from + length, zone),
		TableRight: null,
		FieldProperties: {},
	};
}

/**
 * The next times at which all of some associates are free for as long as from start to end: on
 * weekdays from 8 to 16 o'clock in the base zone, a guess; all day means those hours as a whole.
 */
export function nextAvailable(data: Data, search: Search): Carrier[] {
	const { associates, start, end, count, isAllDay } = search;
	const taken = busyRows(data, associates).map((row): Span => [
		toWall(String(row.StartDate), data.baseZone),
		toWall(String(row.EndDate), data.baseZone),
	]);
	const length = isAllDay ? CLOSES - OPENS : Math.max(end - start, 0);
	const found: Carrier[] = [];
	const first = startOfDay(start);
	for (let at = 0; at < HORIZON && found.length < count; at++) {
		const day = first + at * DAY;
		if (weekday(day) > 4) continue;
		const hours: Span = [Math.max(day + OPENS, isAllDay ? 0 : start), day + CLOSES];
		const today = taken.filter(([from, to]) => from < hours[1] && to > hours[0]);
		const free = gaps(hours, today).filter(([from, to]) => to - from >= length);
		found.push(...free.map((span) => written(span, length, data.baseZone)));
	}
	return found.slice(0, count);
}
