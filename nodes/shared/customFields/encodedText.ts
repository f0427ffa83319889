import { DateTime } from 'luxon';

import { isNoDate } from '../dates';
import type { Json } from '../json';

/** `[I:42]`: a moniker of the type, and the value (SuperOffice's documentation of CultureDataFormatter). */
const ENCODED = /^\[([A-Z]{1,2}):([^]*)\]$/;

/** Month first, as the values of custom fields are; by day with dots, as Norwegian cultures write. */
const DATES = ['MM/dd/yyyy', 'dd.MM.yyyy', 'yyyy-MM-dd'];
const TIMES = ['', ' H:mm:ss', ' h:mm:ss a', "'T'H:mm:ss"];
const FORMATS = DATES.flatMap((date) => TIMES.map((time) => date + time));

/** Longer texts are no dates, and dear to be tried as such. */
const LONGEST_DATE = 50;

const twoDigits = (number: number) => String(number).padStart(2, '0');

/** A number with a decimal point or comma. */
function toNumber(text: string): number | null {
	const number = Number(text.trim().replace(',', '.'));
	return text.trim() !== '' && Number.isFinite(number) ? number : null;
}

/** A date in one of the formats as another; null for "no date", undefined for what is none. */
function toDate(text: string, format: string): string | null | undefined {
	if (text.length > LONGEST_DATE) return undefined;
	const withoutFraction = text.trim().replace(/(:\d\d)\.\d+/, '$1');
	const options = { zone: 'UTC', locale: 'en' };
	const parsed = FORMATS.map((one) => DateTime.fromFormat(withoutFraction, one, options));
	const date = parsed.find(({ isValid }) => isValid);
	return date && isNoDate(date) ? null : date?.toFormat(format);
}

/** Seconds as `hh:mm:ss`, which may be more than a day. */
export function formatSeconds(seconds: number): string {
	const [hours, rest] = [Math.floor(seconds / 3600), seconds % 3600];
	return [hours, Math.floor(rest / 60), rest % 60].map(twoDigits).join(':');
}

/** What stands behind each moniker, as a plain value; what cannot be read stays as it is. */
const DECODERS: Record<string, (value: string) => Json | undefined> = {
	I: (value) => toNumber(value) ?? undefined,
	F: (value) => toNumber(value) ?? undefined,
	M: (value) => toNumber(value) ?? undefined,
	D: (value) => toDate(value, 'yyyy-MM-dd'),
	DT: (value) => toDate(value, "yyyy-MM-dd'T'HH:mm:ss"),
	T: (value) => value.trim(),
	TS: (value) => {
		const seconds = toNumber(value);
		return seconds === null ? undefined : formatSeconds(seconds);
	},
	A: (value) =>
		value
			.split(',')
			.filter((one) => one.trim() !== '')
			.map(Number),
};

/**
 * The plain value of SuperOffice's encoded text: numbers, `yyyy-MM-dd`, `yyyy-MM-ddTHH:mm:ss` without
 * a zone, `HH:mm`, `HH:mm:ss`, lists of numbers; `null` for its "no date". Text that is not encoded
 * stays as it is, and so does what cannot be read.
 */
export function decodeText(text: string): Json {
	const [, moniker = '', value = ''] = ENCODED.exec(text) ?? [];
	const decoded = DECODERS[moniker]?.(value);
	return decoded === undefined ? text : decoded;
}
