import type { Carrier, Value } from '../tenant/carriers';
import type { Data } from '../tenant/data';
import { isExtra, type Definition } from './definitions';
import { displayText } from './encodings';
import type { Fields } from './fields';

/** Values of all fields by their keys, in the encodings of CustomFields. */
export type Values = Map<string, string>;

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
export function writeDictionaries(data: Data, fields: Fields, values: Values): Carrier {
	const entries = [...values].map(([key, value]) => {
		const definition = fields.get(key);
		const help = definition ? helpers(data, definition, value) : [];
		return { key, value, definition, help };
	});
	const custom = entries.flatMap(({ key, value, help }) => [
		[key, value],
		...(fields.get(key) ? [[`${key}:org`, value]] : []),
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
		...(fields.hasUserDefined && {
			UserDefinedFields: Object.fromEntries(older(false)) as Carrier,
		}),
		ExtraFields: Object.fromEntries(older(true)) as Carrier,
		CustomFields: Object.fromEntries(custom) as Carrier,
	};
}
