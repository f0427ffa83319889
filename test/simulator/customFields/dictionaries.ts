import type { Carrier, Value } from '../tenant/carriers';
import type { Data } from '../tenant/data';
import { badArgument } from '../engine/failures';
import { translate } from '../engine/languages';
import { isExtra, property, type Definition } from './definitions';
import { blankValue, decode, displayText } from './encodings';
import type { Fields } from './fields';
import { writeDictionaries, type Values } from './writing';

/** The dictionaries that hold custom fields; the last one wins where two change the same field. */
export const DICTIONARIES = ['UserDefinedFields', 'ExtraFields', 'CustomFields'];

const HELPER = /:(org|DisplayText|DisplayTooltip)$/;

const blanks = ({ definitions }: Fields): Values =>
	new Map(definitions.map((definition) => [definition.key, blankValue(definition)]));

/** The dictionaries of a record whose custom fields have no values. */
export function blankCustomFields(data: Data, fields: Fields): Carrier {
	return writeDictionaries(data, fields, blanks(fields));
}

/** The values of a stored record. */
function valuesOf(fields: Fields, stored: Carrier): Values {
	const entries = Object.entries(stored.CustomFields as Record<string, string>);
	return new Map([...blanks(fields), ...entries.filter(([key]) => !HELPER.test(key))]);
}

/** What custom fields are saved over. */
interface Save {
	data: Data;
	fields: Fields;
	before: Values;
}

/** The official client posts what it read, helper keys included: they may come back as they were. */
function isEcho({ data, fields, before }: Save, helper: string, sent: string): boolean {
	const key = helper.replace(HELPER, '');
	const definition = fields.get(key);
	const value = before.get(key);
	if (!definition || value === undefined) return false;
	if (helper.endsWith(':org')) return decode(data, definition, sent) === value;
	if (helper.endsWith(':DisplayTooltip')) return sent === '';
	const text = displayText(data, definition, value) ?? '';
	const inLanguage = (language: string) => translate(text, { language, culture: '' });
	return [text, inLanguage('US'), inLanguage('NO')].includes(sent);
}

const isFixed = (definition: Definition) =>
	property(definition, 'IsReadOnly') === true || definition.type === 'DynamicLink';

/** The value that is stored for a sent one. */
function accept({ data, fields, before }: Save, key: string, sent: Value): string {
	const definition = fields.get(key);
	// A null takes the default, as everywhere in the simulator.
	if (sent === null) return definition ? blankValue(definition) : '';
	if (typeof sent !== 'string') throw badArgument(`The value of "${key}" is not text`);
	// The reference's own sample sends such keys, without a colon: those are taken as they are.
	if (!definition && isExtra(key)) return sent;
	if (!definition) throw badArgument(`${fields.records} have no custom field "${key}"`);
	const value = decode(data, definition, sent);
	if (value === undefined) throw badArgument(`"${sent}" is no ${definition.type} ("${key}")`);
	if (isFixed(definition) && value !== before.get(key)) throw badArgument(`"${key}" is read-only`);
	return value;
}

/**
 * The dictionaries of a record after a save: fields that were not sent keep their values.
 * What is refused, unknown keys, helper keys, read-only fields and values of another type, is a guess.
 * @param stored the record before, or a blank one
 */
export function mergeCustomFields(
	data: Data,
	fields: Fields,
	stored: Carrier,
	sent: Carrier,
): Carrier {
	const before = valuesOf(fields, stored);
	const save = { data, fields, before };
	const after: Values = new Map(before);
	for (const dictionary of DICTIONARIES) {
		for (const [key, one] of Object.entries((sent[dictionary] ?? {}) as Carrier)) {
			if (HELPER.test(key)) {
				if (isEcho(save, key, String(one))) continue;
				throw badArgument(`"${key}" is no custom field: it comes along when one is read`);
			}
			const value = accept(save, key, one);
			// What came back as it was read must not undo a change in another dictionary.
			if (value !== before.get(key)) after.set(key, value);
		}
	}
	return writeDictionaries(data, fields, after);
}

/** A body's CustomFields with a null for each field that none of its dictionaries mentions. */
export function unmentionedAsNull(fields: Fields, sent: Carrier): Carrier {
	const mentioned = DICTIONARIES.flatMap((name) => Object.keys((sent[name] ?? {}) as Carrier));
	const others = fields.definitions.filter(
		(definition) => !isFixed(definition) && !mentioned.includes(definition.key),
	);
	const nulls = Object.fromEntries(others.map(({ key }) => [key, null]));
	return { ...nulls, ...((sent.CustomFields ?? {}) as Carrier) };
}

/** The mandatory fields that have no value. */
export function missingMandatory(fields: Fields, record: Carrier): Definition[] {
	const values = valuesOf(fields, record);
	return fields.definitions.filter(
		(definition) =>
			property(definition, 'IsMandatory') === true &&
			values.get(definition.key) === blankValue(definition),
	);
}
