import { lacksOffset } from '../dates';
import { toDateTime } from '../fields/dateTime';
import { FieldError, quote, type Around, type Spot } from '../fields/kind';
import { isDigits, toInteger } from '../fields/number';
import { toText } from '../fields/text';
import { byLikeness } from '../lookup/likeness';
import { listed, namesakes, type Choice } from '../lookup/source';
import type { CustomField } from './definition';

/** What a custom field's value may need to know. */
export interface CustomContext extends Pick<Around, 'zone'> {
	/** The entries that a field's list has. */
	entriesOf(listName: string): Promise<Choice[]>;
	/** Whether digits in a text may be the name of an entry, as in what an answer has shown. */
	areNames?: boolean;
	/** What the item's own record has, if that is what it calls it: the entry may be gone from the list. */
	ownValue?(key: string, name: string): Promise<string | undefined>;
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

const NUMBER = /^-?\d+([.,]\d+)?$/;

/** A comma before three digits may part thousands as well as decimals. */
const AMBIGUOUS = /^-?[1-9]\d{0,2},\d{3}$/;

/** A number as text with a decimal point and without exponent; text may have a comma instead. */
export function encodeDecimal(value: unknown, spot: Spot): string {
	const text =
		typeof value === 'number'
			? value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 })
			: toText(value, spot).trim();
	const isLost = typeof value === 'number' && value !== 0 && Number(text) === 0;
	if (!NUMBER.test(text) || isLost) {
		throw new FieldError(spot, `${quote(value)} is not a number`, 'Give a number such as 1250.50.');
	}
	if (!AMBIGUOUS.test(text)) return `[F:${text.replace(',', '.')}]`;
	const problem = `${quote(value)} may be a number of thousands or one with three decimals`;
	throw new FieldError(spot, problem, 'Give it with a decimal point, or as a number.');
}

/** What a clock's time is read in: custom fields have no zone, in which daylight saving may skip it. */
export const clockZone = (value: unknown, zone: string): string =>
	typeof value === 'string' && (lacksOffset(value) || /^\d{4}-\d{2}-\d{2}$/.test(value.trim()))
		? 'UTC'
		: zone;

const CLOCK = /^(\d+):([0-5]\d)(?::([0-5]\d))?$/;

/** Hours and minutes of a day. */
export function encodeTime(value: unknown, spot: Spot, zone: string): string {
	const text = typeof value === 'string' ? value.trim() : '';
	const [, hours, minutes, seconds = '00'] = CLOCK.exec(text) ?? [];
	if (hours !== undefined && Number(hours) < 24 && Number(seconds) === 0) {
		return `[T:${hours.padStart(2, '0')}:${minutes}]`;
	}
	if (text !== '' && !/^\d{4}-/.test(text)) {
		const advice = 'Give hours and minutes, such as 14:30.';
		throw new FieldError(spot, `${quote(value)} is not a time of day`, advice);
	}
	return `[T:${toDateTime(value, spot, clockZone(value, zone)).toFormat('HH:mm')}]`;
}

/** A time span in seconds, from `h:mm:ss`, `h:mm` or a number of minutes. */
export function encodeTimeSpan(value: unknown, spot: Spot): string {
	const text = toText(value, spot).trim();
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

/** A list's entry, by number or by name; digits in a text are a number, unless an entry may be called so. */
export async function encodeEntry(
	value: unknown,
	spot: Spot,
	{ key, listName }: CustomField,
	{ entriesOf, ownValue, zone, areNames = false }: CustomContext,
): Promise<string> {
	const isNumber = typeof value !== 'string' || isDigits(value);
	if (listName === undefined || typeof value !== 'string' || (isNumber && !areNames)) {
		return `[I:${toInteger(value, spot)}]`;
	}
	const entries = await entriesOf(listName);
	const found = namesakes(entries, ({ name }) => name, value);
	if (found.length === 1) return `[I:${found[0].id}]`;
	const own = await ownValue?.(key, value);
	if (own !== undefined) return own;
	if (found.length === 0 && isNumber) return `[I:${toInteger(value, spot)}]`;
	if (found.length === 0) {
		const problem = `${quote(value)} is not in its list`;
		const nearest = listed(byLikeness(entries, value), zone);
		throw new FieldError(spot, problem, `The list has: ${nearest}.`);
	}
	const problem = `${quote(value)} is the name of several entries: ${listed(found, zone)}`;
	throw new FieldError(spot, problem, 'Give the number of the one.');
}
