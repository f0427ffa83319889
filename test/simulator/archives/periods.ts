import { DateTime } from 'luxon';

import type { Clock } from '../engine/dates';
import { badArgument } from '../engine/failures';
import type { Operator } from './comparisons';

/** A stretch of time: instants as they are stored, the last one excluded. */
interface Period {
	from: string;
	to: string;
}

/** Instants as they are stored have an order as texts. */
const stored = (time: DateTime) => `${time.toUTC().toFormat("yyyy-MM-dd'T'HH:mm:ss")}Z`;

const between = (from: DateTime, to: DateTime): Period => ({ from: stored(from), to: stored(to) });

/** The zone of the request is what dates are compared in: a guess. */
function readTime(text: string, length: 10 | 19, { zone }: Clock): DateTime {
	const time = DateTime.fromISO(text.slice(0, length), { zone });
	if (!/^\d{4}-\d{2}-\d{2}/.test(text) || !time.isValid)
		throw badArgument(`"${text}" is not a date`);
	return time;
}

/** Compares with a day, or with two. */
export const day = (
	values: 1 | 2,
	compare: (value: string, first: Period, last: Period) => boolean,
): Operator => ({
	values,
	make: (given, { clock }) => {
		const days = given.map((one) => {
			const start = readTime(one, 10, clock);
			return between(start, start.plus({ days: 1 }));
		});
		return (value) => compare(String(value), days[0], days[days.length - 1]);
	},
});

/** Compares with a second. */
export const second = (compare: (value: string, wanted: string) => boolean): Operator => ({
	values: 1,
	make: ([given], { clock }) => {
		const wanted = stored(readTime(given, 19, clock));
		return (value) => compare(String(value), wanted);
	},
});

type Unit = 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year';

function startOf(time: DateTime, unit: Unit): DateTime {
	if (unit !== 'half') return time.startOf(unit);
	return time.startOf('year').plus({ months: time.month > 6 ? 6 : 0 });
}

/** So many periods after the current one; weeks start on Mondays. */
function around(unit: Unit, offset: number, now: number, { zone }: Clock): Period {
	const start = startOf(DateTime.fromMillis(now, { zone }), unit);
	const length = unit === 'half' ? { months: 6 } : { [unit]: 1 };
	const move = (time: DateTime, by: number) =>
		by < 0 ? time.minus(length) : by > 0 ? time.plus(length) : time;
	const from = move(start, offset);
	return between(from, from.plus(length));
}

/** Compares with a period around the present. */
export const current = (
	unit: Unit,
	offset: -1 | 0 | 1,
	compare: (value: string, period: Period) => boolean = isWithin,
): Operator => ({
	values: 0,
	make: (_given, { clock, data }) => {
		const period = around(unit, offset, data.now(), clock);
		return (value) => compare(String(value), period);
	},
});

/** Whether an instant is within a period. */
export function isWithin(value: string, { from, to }: Period): boolean {
	return value >= from && value < to;
}
