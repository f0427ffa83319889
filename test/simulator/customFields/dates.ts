import { DateTime } from 'luxon';

const FORMS = [
	/^(?<month>\d{2})\/(?<day>\d{2})\/(?<year>\d{4})(?: (?<time>\d{2}:\d{2}:\d{2})(?:\.\d{1,7})?)?$/,
	/^(?<day>\d{2})\.(?<month>\d{2})\.(?<year>\d{4})(?: (?<time>\d{2}:\d{2}:\d{2})(?:\.\d{1,7})?)?$/,
];

/**
 * Reads a date in one of the two forms of the documentation, with or without a time.
 * @returns `MM/dd/yyyy` and `HH:mm:ss`; undefined for what is none of these
 */
export function readEncodedDate(text: string): { day: string; time: string } | undefined {
	const groups = FORMS.map((form) => form.exec(text)?.groups).find((found) => found !== undefined);
	if (!groups) return undefined;
	const { day, month, year, time = '00:00:00' } = groups;
	const isReal = DateTime.fromISO(`${year}-${month}-${day}T${time}`).isValid;
	return isReal ? { day: `${month}/${day}/${year}`, time } : undefined;
}

const ENCODED = /^\[(DT?):(\d{2})\/(\d{2})\/(\d{4}) (\d{2}:\d{2}:\d{2})\.0{7}\]$/;

/** An encoded value as Norwegians write it: after the documentation's table, a guess otherwise. */
export function inNorwegian(value: string): string {
	const date = ENCODED.exec(value);
	if (date) {
		const [, moniker, month, day, year, time] = date;
		return `[${moniker}:${day}.${month}.${year}${moniker === 'DT' ? ` ${time}` : ''}]`;
	}
	return /^\[F:-?\d+\.\d+\]$/.test(value) ? value.replace('.', ',') : value;
}
