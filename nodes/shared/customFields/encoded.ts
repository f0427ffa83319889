import { DateTime } from 'luxon';

import type { Json } from '../json';

/** `[I:42]`: a moniker of the type, and the value (SuperOffice's documentation of CultureDataFormatter). */
const ENCODED = /^\[([A-Z]{1,2}):([^]*)\]$/;

/** Month first, as the values of custom fields are; by day with dots, as Norwegian cultures write. */
const DATE_FORMATS = ['MM/dd/yyyy', 'dd.MM.yyyy', 'yyyy-MM-dd'];

/** SuperOffice's word for "no date". */
const FIRST_YEAR = 1;

const twoDigits = (number: number) => String(number).padStart(2, '0');

/** A number with a decimal point or comma. */
function toNumber(text: string): number | null {
	const number = Number(text.trim().replace(',', '.'));
	return text.trim() !== '' && Number.isFinite(number) ? number : null;
}

function parseDate(text: string): DateTime | undefined {
	const [day, clock = '00:00:00'] = text.trim().split(/[ T]/);
	const time = clock.replace(/\.\d+$/, '');
	for (const format of DATE_FORMATS) {
		const parsed = DateTime.fromFormat(`${day} ${time}`, `${format} HH:mm:ss`, { zone: 'UTC' });
		if (parsed.isValid) return parsed.year > FIRST_YEAR ? parsed : undefined;
	}
	return undefined;
}

/** Seconds as `hh:mm:ss`, which may be more than a day. */
export function toClock(seconds: number): string {
	const [hours, rest] = [Math.floor(seconds / 3600), seconds % 3600];
	return [hours, Math.floor(rest / 60), rest % 60].map(twoDigits).join(':');
}

/** What stands behind each moniker, as a plain value; what cannot be read stays as it is. */
const DECODERS: Record<string, (value: string) => Json | undefined> = {
	I: (value) => toNumber(value) ?? undefined,
	F: (value) => toNumber(value) ?? undefined,
	M: (value) => toNumber(value) ?? undefined,
	D: (value) => parseDate(value)?.toFormat('yyyy-MM-dd') ?? null,
	DT: (value) => parseDate(value)?.toFormat("yyyy-MM-dd'T'HH:mm:ss") ?? null,
	T: (value) => value.trim(),
	TS: (value) => {
		const seconds = toNumber(value);
		return seconds === null ? undefined : toClock(seconds);
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
