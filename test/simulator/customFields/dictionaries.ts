import type { Carrier, Value } from '../tenant/carriers';
import type { Data } from '../tenant/data';
import { badArgument } from '../engine/failures';
import { translate } from '../engine/languages';
import { DEFINITIONS, isExtra, property, type Definition } from './definitions';
import { blankValue, decode, displayText } from './encodings';

/** The dictionaries that hold custom fields; the last one wins where two change the same field. */
export const DICTIONARIES = ['UserDefinedFields', 'ExtraFields', 'CustomFields'];

const HELPER = /:(org|DisplayText|DisplayTooltip)$/;

/** Values of all fields by their keys, in the encodings of CustomFields. */
type Values = Map<string, string>;

const byKey = new Map(DEFINITIONS.map((definition) => [definition.key, definition]));

/** A user-defined field's older form (the official client's fixtures). */
function olderForm({ type }: Definition, value: string): string {
	if (type === 'Checkbox') return value === '[I:1]' ? 'True' : 'False';
	return type === 'Date' ? value.replace('[DT:', '[D:') : value;
}

function helpers(data: Data, definition: Definition, value: string): Array<[string, Value]> {
	const { key, type } = definition;
	const text = displayText(data, definition, value);
	if (text === undefined) return [];
	const tooltip: Array<[string, Value]> = [[`${key}:DisplayTooltip`, '']];
	return [[`${key}:DisplayText`, text], ...(type === 'MdoList' ? tooltip : [])];
}

/** The three dictionaries; helper keys are those of the official client's fixtures. */
function dictionaries(data: Data, values: Values): Carrier {
	const entries = [...values].map(([key, value]) => {
		const definition = byKey.get(key);
		const help = definition ? helpers(data, definition, value) : [];
		return { key, value, definition, help };
	});
	const custom = entries.flatMap(({ key, value, help }) => [
		[key, value],
		...(byKey.has(key) ? [[`${key}:org`, value]] : []),
		...help,
	]);
	const older = (extra: boolean) =>
		entries
			.filter(({ key }) => isExtra(key) === extra)
			.flatMap(({ key, value, definition, help }) => [
				[key, definition && !extra ? olderForm(definition, value) : value],
				...help,
			]);
	return {
		UserDefinedFields: Object.fromEntries(older(false)) as Carrier,
		ExtraFields: Object.fromEntries(older(true)) as Carrier,
		CustomFields: Object.fromEntries(custom) as Carrier,
	};
}

const blanks = (): Values =>
	new Map(DEFINITIONS.map((definition) => [definition.key, blankValue(definition)]));

/** The dictionaries of an appointment whose custom fields have no values. */
export function blankCustomFields(data: Data): Carrier {
	return dictionaries(data, blanks());
}

/** The values of a stored appointment. */
function valuesOf(stored: Carrier): Values {
	const entries = Object.entries(stored.CustomFields as Record<string, string>);
	return new Map([...blanks(), ...entries.filter(([key]) => !HELPER.test(key))]);
}

/** The official client posts what it read, helper keys included: they may come back as they were. */
function isEcho(data: Data, before: Values, helper: string, sent: string): boolean {
	const key = helper.replace(HELPER, '');
	const definition = byKey.get(key);
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
function accept(data: Data, before: Values, key: string, sent: Value): string {
	const definition = byKey.get(key);
	// A null takes the default, as everywhere in the simulator.
	if (sent === null) return definition ? blankValue(definition) : '';
	if (typeof sent !== 'string') throw badArgument(`The value of "${key}" is not text`);
	// The reference's own sample sends such keys, without a colon: those are taken as they are.
	if (!definition && isExtra(key)) return sent;
	if (!definition) throw badArgument(`Appointments have no custom field "${key}"`);
	const value = decode(data, definition, sent);
	if (value === undefined) throw badArgument(`"${sent}" is no ${definition.type} ("${key}")`);
	if (isFixed(definition) && value !== before.get(key)) throw badArgument(`"${key}" is read-only`);
	return value;
}

/**
 * The dictionaries of an appointment after a save: fields that were not sent keep their values.
 * What is refused, unknown keys, helper keys, read-only fields and values of another type, is a guess.
 * @param stored the appointment before, or a blank one
 */
export function mergeCustomFields(data: Data, stored: Carrier, sent: Carrier): Carrier {
	const before = valuesOf(stored);
	const after: Values = new Map(before);
	for (const dictionary of DICTIONARIES) {
		for (const [key, one] of Object.entries((sent[dictionary] ?? {}) as Carrier)) {
			if (HELPER.test(key)) {
				if (isEcho(data, before, key, String(one))) continue;
				throw badArgument(`"${key}" is no custom field: it comes along when one is read`);
			}
			const value = accept(data, before, key, one);
			// What came back as it was read must not undo a change in another dictionary.
			if (value !== before.get(key)) after.set(key, value);
		}
	}
	return dictionaries(data, after);
}

/** A body's CustomFields with a null for each field that none of its dictionaries mentions. */
export function unmentionedAsNull(sent: Carrier): Carrier {
	const mentioned = DICTIONARIES.flatMap((name) => Object.keys((sent[name] ?? {}) as Carrier));
	const others = DEFINITIONS.filter(
		(definition) => !isFixed(definition) && !mentioned.includes(definition.key),
	);
	const nulls = Object.fromEntries(others.map(({ key }) => [key, null]));
	return { ...nulls, ...((sent.CustomFields ?? {}) as Carrier) };
}

/** The mandatory fields that have no value. */
export function missingMandatory(appointment: Carrier): Definition[] {
	const values = valuesOf(appointment);
	return DEFINITIONS.filter(
		(definition) =>
			property(definition, 'IsMandatory') === true &&
			values.get(definition.key) === blankValue(definition),
	);
}
