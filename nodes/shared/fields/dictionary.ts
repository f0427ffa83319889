import { FieldError, quote, type FieldKind } from './fieldKind';
import { isRecord, type Json } from '../json';
import { parseIfJson } from './rows';
import { toText } from './text';

interface Pair {
	key?: unknown;
	value?: unknown;
}

/** Pairs of key and text, such as custom fields. */
export const dictionary: FieldKind = {
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
						placeholder: 'e.g. SuperOffice:7',
						description: 'ProgId of the user-defined field, or x_name of the extra field',
					},
					{
						displayName: 'Value',
						name: 'value',
						type: 'string',
						default: '',
						description: "Value as text, in SuperOffice's encoding if the field needs one",
					},
				],
			},
		],
	},
	encode(value, ref) {
		const entries = new Map<string, Json>();
		const pairs = isRecord(value) && Array.isArray(value.entry) ? (value.entry as Pair[]) : [];
		pairs.forEach((pair, index) => {
			const valueRef = { ...ref, parameter: `${ref.parameter}.entry[${index}]` };
			const key = toText(pair.key ?? '', valueRef).trim();
			if (key === '')
				throw new FieldError(
					valueRef,
					'the key is empty',
					'Name the field, such as SuperOffice:7.',
				);
			if (entries.has(key))
				throw new FieldError(valueRef, `the key "${key}" stands twice`, 'Keep one of the two.');
			if (pair.value !== undefined && pair.value !== null) {
				entries.set(key, toText(pair.value, valueRef));
			}
		});
		return entries.size > 0 ? Object.fromEntries(entries) : undefined;
	},
	fromData(data, ref) {
		const pairs = parseIfJson(data, ref);
		if (isRecord(pairs)) {
			return { entry: Object.entries(pairs).map(([key, value]) => ({ key, value })) };
		}
		throw new FieldError(ref, `${quote(data)} is not an object`, 'Give keys and values in braces.');
	},
};
