import { FieldError, quote, type FieldKind } from './fieldKind';
import { isRecord, type Json } from '../json';
import { parseIfJson } from './rows';
import { toText } from './text';

interface Pair {
	key?: unknown;
	value?: unknown;
}

/** What the form says of a pair. */
interface PairTexts {
	placeholder: string;
	/** What the key is. */
	key: string;
	value: string;
}

/** Pairs of key and text. */
export const pairs = (texts: PairTexts): FieldKind => ({
	name: 'Keys and values',
	control: {
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Entry' },
		placeholder: 'Add Entry',
		default: {},
		options: [
			{
				name: 'entry',
				displayName: 'Entry',
				values: [
					{
						displayName: 'Key',
						name: 'key',
						type: 'string',
						default: '',
						placeholder: texts.placeholder,
						description: texts.key,
					},
					{
						displayName: 'Value',
						name: 'value',
						type: 'string',
						default: '',
						description: texts.value,
					},
				],
			},
		],
	},
	encode(value, ref) {
		const entries = new Map<string, Json>();
		const given = isRecord(value) && Array.isArray(value.entry) ? (value.entry as Pair[]) : [];
		given.forEach((pair, index) => {
			const valueRef = { ...ref, parameter: `${ref.parameter}.entry[${index}]` };
			const key = toText(pair.key ?? '', valueRef).trim();
			if (key === '') throw new FieldError(valueRef, 'the key is empty', texts.key);
			if (entries.has(key))
				throw new FieldError(valueRef, `the key "${key}" stands twice`, 'Keep one of the two.');
			if (pair.value !== undefined && pair.value !== null) {
				entries.set(key, toText(pair.value, valueRef));
			}
		});
		return entries.size > 0 ? Object.fromEntries(entries) : undefined;
	},
	fromData(data, ref) {
		const given = parseIfJson(data, ref);
		if (isRecord(given)) {
			return { entry: Object.entries(given).map(([key, value]) => ({ key, value })) };
		}
		throw new FieldError(ref, `${quote(data)} is not an object`, 'Give keys and values in braces.');
	},
});

/** Custom fields by their keys. */
export const dictionary = pairs({
	placeholder: 'e.g. SuperOffice:7',
	key: 'ProgId of the user-defined field, or x_name of the extra field',
	value: "Value as text, in SuperOffice's encoding if the field needs one",
});
