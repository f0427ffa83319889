import { toDateTime } from '../fields/dateTime';
import { FieldError, quote, type Around, type Spot } from '../fields/kind';
import { toInteger } from '../fields/number';
import { toText } from '../fields/text';
import { isSameName, type Choice } from '../lookup/source';
import type { CustomField } from './definition';

/** What a custom field's value may need to know. */
export interface CustomContext extends Pick<Around, 'zone'> {
	/** The entries that a field's list has. */
	entriesOf(listName: string): Promise<Choice[]>;
}

/** A text that is not too long. */
export function encodeText(value: unknown, spot: Spot, { textLength }: CustomField): string {
	const text = toText(value, spot);
	if (textLength === undefined || text.length <= textLength) return text;
	throw new FieldError(
		spot,
		`has ${text.length} characters`,
		`The field takes ${textLength} at most.`,
	);
}

/** A number as text with a decimal point and without exponent; text may have a comma instead. */
export function encodeDecimal(value: unknown, spot: Spot): string {
	const text =
		typeof value === 'number'
			? value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 })
			: String(value).trim().replace(',', '.');
	if (/^-?\d+(\.\d+)?$/.test(text)) return `[F:${text}]`;
	throw new FieldError(spot, `${quote(value)} is not a number`, 'Give a number such as 1250.50.');
}

const CLOCK = /^(\d+):([0-5]\d)(?::([0-5]\d))?$/;

/** Hours and minutes of a day. */
export function encodeTime(value: unknown, spot: Spot, zone: string): string {
	const text = typeof value === 'string' ? value.trim() : '';
	const [, hours, minutes] = CLOCK.exec(text) ?? [];
	if (hours !== undefined && Number(hours) < 24) return `[T:${hours.padStart(2, '0')}:${minutes}]`;
	if (text !== '' && !/^\d{4}-/.test(text)) {
		throw new FieldError(spot, `${quote(value)} is not a time of day`, 'Give it as 14:30.');
	}
	return `[T:${toDateTime(value, spot, zone).toFormat('HH:mm')}]`;
}

/** A time span in seconds, from `h:mm:ss`, `h:mm` or a number of minutes. */
export function encodeTimeSpan(value: unknown, spot: Spot): string {
	const text = String(value).trim();
	const [, hours, minutes, seconds = '0'] = CLOCK.exec(text) ?? [];
	if (hours !== undefined) {
		return `[TS:${Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)}]`;
	}
	if (/^\d+(\.\d+)?$/.test(text)) return `[TS:${Math.round(Number(text) * 60)}]`;
	throw new FieldError(
		spot,
		`${quote(value)} is not a time span`,
		'Give it as 1:30, or in minutes.',
	);
}

/** A list's entry, by number or by name. */
export async function encodeEntry(
	value: unknown,
	spot: Spot,
	{ listName }: CustomField,
	{ entriesOf }: CustomContext,
): Promise<string> {
	const isName = typeof value === 'string' && !/^\s*\d+\s*$/.test(value);
	if (!isName || listName === undefined) return `[I:${toInteger(value, spot)}]`;
	const entries = await entriesOf(listName);
	const found = entries.find(({ name }) => isSameName(name, value));
	if (found) return `[I:${found.id}]`;
	const names = entries.map(({ name }) => name).join(', ');
	throw new FieldError(spot, `${quote(value)} is not in its list`, `Use one of: ${names}.`);
}
