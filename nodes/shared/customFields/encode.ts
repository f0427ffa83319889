import { lacksOffset } from '../dates';
import { toDateTime } from '../fields/dateTime';
import { toDecimalText } from '../fields/decimal';
import { FieldError, quote, type EncodeContext, type ParameterRef } from '../fields/fieldKind';
import { isWholeNumber, toInteger } from '../fields/number';
import { toText } from '../fields/text';
import { sortBySimilarity } from '../lookup/similarity';
import { formatCandidates, exactMatches, type Choice } from '../lookup/source';
import type { CustomField } from './definition';

/** Context for encoding a custom field's value. */
export interface CustomFieldContext extends Pick<EncodeContext, 'zone'> {
	/** The entries that a field's list has. */
	entriesOf(listName: string): Promise<Choice[]>;
	/** Whether digits in a text may be the name of a list entry, as in a response. */
	areNames?: boolean;
	/**
	 * The value in the item's own record if it has this name; the entry may no longer be in the
	 * list.
	 */
	ownValue?(key: string, name: string): Promise<string | undefined>;
}

/** A text that is not too long. */
export function encodeText(value: unknown, ref: ParameterRef, { textLength }: CustomField): string {
	const text = toText(value, ref);
	if (textLength === undefined || text.length <= textLength) return text;
	throw new FieldError(
		ref,
		`has ${text.length} characters`,
		`The field takes ${textLength} at most.`,
	);
}

/** A decimal number in SuperOffice's encoding. */
export const encodeDecimal = (value: unknown, ref: ParameterRef): string =>
	`[F:${toDecimalText(value, ref)}]`;

/** The time zone for a time of day: UTC for text without offset, as custom fields have none. */
export const clockZone = (value: unknown, zone: string): string =>
	typeof value === 'string' && (lacksOffset(value) || /^\d{4}-\d{2}-\d{2}$/.test(value.trim()))
		? 'UTC'
		: zone;

const CLOCK = /^(\d+):([0-5]\d)(?::([0-5]\d))?$/;

/** Hours and minutes of a day. */
export function encodeTime(value: unknown, ref: ParameterRef, zone: string): string {
	const text = typeof value === 'string' ? value.trim() : '';
	const [, hours, minutes, seconds = '00'] = CLOCK.exec(text) ?? [];
	if (hours !== undefined && Number(hours) < 24 && Number(seconds) === 0) {
		return `[T:${hours.padStart(2, '0')}:${minutes}]`;
	}
	if (text !== '' && !/^\d{4}-/.test(text)) {
		const advice = 'Give hours and minutes, such as 14:30.';
		throw new FieldError(ref, `${quote(value)} is not a time of day`, advice);
	}
	return `[T:${toDateTime(value, ref, clockZone(value, zone)).toFormat('HH:mm')}]`;
}

/** A time span in seconds, from `h:mm:ss`, `h:mm` or a number of minutes. */
export function encodeTimeSpan(value: unknown, ref: ParameterRef): string {
	const text = toText(value, ref).trim();
	const [, hours, minutes, seconds = '0'] = CLOCK.exec(text) ?? [];
	if (hours !== undefined) {
		return `[TS:${Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)}]`;
	}
	if (/^\d+(\.\d+)?$/.test(text)) return `[TS:${Math.round(Number(text) * 60)}]`;
	throw new FieldError(
		ref,
		`${quote(value)} is not a time span`,
		'Give it as 1:30, or in minutes.',
	);
}

/** A list's entry, by number or by name; digits in a text are a number, unless an entry may be called so. */
export async function encodeEntry(
	value: unknown,
	ref: ParameterRef,
	{ key, listName }: CustomField,
	{ entriesOf, ownValue, zone, areNames = false }: CustomFieldContext,
): Promise<string> {
	const isNumber = typeof value !== 'string' || isWholeNumber(value);
	if (listName === undefined || typeof value !== 'string' || (isNumber && !areNames)) {
		return `[I:${toInteger(value, ref)}]`;
	}
	const entries = await entriesOf(listName);
	const found = exactMatches(entries, ({ name }) => name, value);
	if (found.length === 1) return `[I:${found[0].id}]`;
	const own = await ownValue?.(key, value);
	if (own !== undefined) return own;
	if (found.length === 0 && isNumber) return `[I:${toInteger(value, ref)}]`;
	if (found.length === 0) {
		const problem = `${quote(value)} is not in its list`;
		const nearest = formatCandidates(sortBySimilarity(entries, value), zone);
		throw new FieldError(ref, problem, `The list has: ${nearest}.`);
	}
	const problem = `${quote(value)} is the name of several entries: ${formatCandidates(found, zone)}`;
	throw new FieldError(ref, problem, 'Give the number of the one.');
}
