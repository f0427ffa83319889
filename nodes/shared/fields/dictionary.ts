import { FieldError, quote, type Kind } from './kind';
import { isRecord, type Json } from '../json';
import { parsed } from './rows';
import { toText } from './text';

interface Pair {
	key?: unknown;
	value?: unknown;
}

/** Pairs of key and text, such as custom fields. */
export const dictionary: Kind = {
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
						description: "The field's ProgId, SuperOffice:number, or x_name for an extra field",
					},
					{
						displayName: 'Value',
						name: 'value',
						type: 'string',
						default: '',
						description: "The value as text, in SuperOffice's encoding where the field needs one",
					},
				],
			},
		],
	},
	encode(value, spot) {
		const entries = new Map<string, Json>();
		const pairs = isRecord(value) && Array.isArray(value.entry) ? (value.entry as Pair[]) : [];
		pairs.forEach((pair, index) => {
			const at = { ...spot, parameter: `${spot.parameter}.entry[${index}]` };
			const key = toText(pair.key ?? '', at).trim();
			if (key === '')
				throw new FieldError(at, 'the key is empty', 'Name the field, such as SuperOffice:7.');
			if (entries.has(key))
				throw new FieldError(at, `the key "${key}" stands twice`, 'Keep one of the two.');
			if (pair.value !== undefined && pair.value !== null) {
				entries.set(key, toText(pair.value, at));
			}
		});
		return entries.size > 0 ? Object.fromEntries(entries) : undefined;
	},
	fromData(data, spot) {
		const pairs = parsed(data, spot);
		if (isRecord(pairs)) {
			return { entry: Object.entries(pairs).map(([key, value]) => ({ key, value })) };
		}
		throw new FieldError(
			spot,
			`${quote(data)} is not an object`,
			'Give keys and values in braces.',
		);
	},
};
