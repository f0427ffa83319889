import { DateTime } from 'luxon';

/** Below this, a number of milliseconds lies before 1973: surely someone's seconds. */
export const SMALLEST_MILLISECONDS = 1e11;

/** Milliseconds from the day that spreadsheets count from, 1899-12-30, to 1970. */
const SPREADSHEETS = 25_569 * 86_400_000;

/** Other units of time, and their conversion to milliseconds since 1970. */
const COUNTS: Array<[string, (number: number) => number]> = [
	["a spreadsheet's number of days", (days) => days * 86_400_000 - SPREADSHEETS],
	['a number of seconds', (seconds) => seconds * 1e3],
	['a number of milliseconds that came as text', (milliseconds) => milliseconds],
	['a number of microseconds', (microseconds) => microseconds / 1e3],
	['a number of nanoseconds', (nanoseconds) => nanoseconds / 1e6],
];

/** Years that people keep dates of. */
const isUsual = ({ isValid, year }: DateTime) => isValid && year >= 1973 && year < 2100;

/**
 * What a number that is no time in milliseconds since 1970 probably is, in words, such as
 * `a number of microseconds (2023-06-17T11:06:40Z)`; undefined where nothing fits.
 */
export function guessTimeUnit(number: number): string | undefined {
	for (const [name, millisecondsOf] of COUNTS) {
		const time = DateTime.fromMillis(Math.round(millisecondsOf(number)), { zone: 'UTC' });
		if (isUsual(time)) return `${name} (${time.toISO({ suppressMilliseconds: true })})`;
	}
	return undefined;
}
