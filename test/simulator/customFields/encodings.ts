import type { Data } from '../tenant/data';
import { FORMATS, nameOf } from '../lists/items';
import { property, type Definition } from './definitions';
import { readEncodedDate } from './dates';

const EMPTY_DATE = '[DT:01/01/0001 00:00:00.0000000]';

/** What a field without a value reads as in CustomFields. */
const BLANKS: Record<string, string> = {
	Integer: '[I:0]',
	Decimal: '[F:0]',
	Checkbox: '[I:0]',
	Date: EMPTY_DATE,
	DateTime: EMPTY_DATE,
	Time: '[T:00:00]',
	TimeSpan: '[TS:0]',
	MdoList: '[I:0]',
	RelationTo: '[I:0]',
	Attachment: '[I:0]',
};

/** What the field reads as without a value. */
export function blankValue({ type }: Definition): string {
	return BLANKS[type] ?? '';
}

/** What stands in `[I:…]`, for one of the monikers, or undefined. */
function inside(text: string, ...monikers: string[]): string | undefined {
	const found = /^\[([A-Z]{1,2}):(.*)\]$/.exec(text);
	return found && monikers.includes(found[1]) ? found[2] : undefined;
}

function integer(text: string, ...monikers: string[]): number | undefined {
	const digits = inside(text, 'I', ...monikers) ?? text;
	const number = Number(digits);
	return /^-?\d{1,10}$/.test(digits) && (number | 0) === number ? number : undefined;
}

function decimal(text: string): string | undefined {
	const encoded = inside(text, 'F')?.replace(',', '.');
	const digits = encoded ?? text;
	return /^-?\d+(\.\d+)?$/.test(digits) ? `[F:${Number(digits)}]` : undefined;
}

function checkbox(text: string): string | undefined {
	const wanted = (inside(text, 'I') ?? text).toLowerCase();
	if (['1', 'true'].includes(wanted)) return '[I:1]';
	return ['0', 'false'].includes(wanted) ? '[I:0]' : undefined;
}

function date(text: string, withTime: boolean): string | undefined {
	const read = readEncodedDate(inside(text, 'D', 'DT') ?? '');
	return read && `[DT:${read.day} ${withTime ? read.time : '00:00:00'}.0000000]`;
}

/** A time of the day, after the documentation's table; the official client's comment adds a date. */
function time(text: string): string | undefined {
	const encoded = inside(text, 'T', 'DT') ?? '';
	const clock = readEncodedDate(encoded)?.time ?? encoded;
	return /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(clock)
		? `[T:${clock.slice(0, 5)}]`
		: undefined;
}

function shortText(definition: Definition, text: string): string | undefined {
	const choices = property(definition, 'Choices');
	const isChoice = !Array.isArray(choices) || text === '' || choices.includes(text);
	const length = Number(property(definition, 'TextLength') ?? Infinity);
	return isChoice && text.length <= length ? text : undefined;
}

/** The text of what a list or relation field points to, undefined for what is not there. */
function target(data: Data, definition: Definition, id: number): string | undefined {
	if (id === 0) return '';
	if (property(definition, 'TargetTable') === 'contact') {
		const name = data.contacts.get(id)?.FullName;
		return name === undefined ? undefined : String(name);
	}
	return nameOf(FORMATS, id) || undefined;
}

function reference(data: Data, definition: Definition, text: string): string | undefined {
	const id = integer(text);
	if (id === undefined || target(data, definition, id) === undefined) return undefined;
	return `[I:${id}]`;
}

const encodeInteger = (moniker: string, number: number | undefined) =>
	number === undefined ? undefined : `[${moniker}:${number}]`;

/**
 * A sent value as CustomFields hold it. Refusing what is too long, no choice and not in the list is
 * a guess, as is that numbers and dates cannot be "".
 * @returns undefined for text that is no value of the field
 */
export function decode(data: Data, definition: Definition, text: string): string | undefined {
	switch (definition.type) {
		case 'Integer':
		case 'Attachment':
			return encodeInteger('I', integer(text));
		case 'TimeSpan':
			return encodeInteger('TS', integer(text, 'TS'));
		case 'Decimal':
			return decimal(text);
		case 'Checkbox':
			return checkbox(text);
		case 'Date':
			return date(text, false);
		case 'DateTime':
			return date(text, true);
		case 'Time':
			return time(text);
		case 'MdoList':
		case 'RelationTo':
			return reference(data, definition, text);
		default:
			return shortText(definition, text);
	}
}

/** The text that stands for an encoded value; undefined for types that have none. */
export function displayText(data: Data, definition: Definition, value: string): string | undefined {
	if (definition.type === 'Checkbox') return value === '[I:1]' ? '[SR_YES]' : '[SR_NO]';
	if (definition.type !== 'MdoList' && definition.type !== 'RelationTo') return undefined;
	return target(data, definition, integer(value) ?? 0) ?? '';
}
