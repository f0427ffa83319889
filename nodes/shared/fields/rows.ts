import { columnControls, encodeColumns, type Column } from './columns';
import { FieldError, type Control, type Kind } from './kind';
import { isRecord, type JsonObject } from '../json';

interface RowTexts {
	/** Name of the one option of the n8n collection, such as `participant`. */
	item: string;
	/** Its label, such as `Participant`. */
	label: string;
	columns: Column[];
}

function collection({ item, label, columns }: RowTexts, multipleValues: boolean): Control {
	return {
		type: 'fixedCollection',
		typeOptions: { multipleValues },
		placeholder: `Add ${label}`,
		default: {},
		options: [{ name: item, displayName: label, values: columnControls(columns) }],
	};
}

/** Any number of objects, sent as an array in the order of the form. */
export function rows(texts: RowTexts): Kind {
	return {
		name: 'Rows',
		control: collection(texts, true),
		encode(value, spot) {
			const list = isRecord(value) && Array.isArray(value[texts.item]) ? value[texts.item] : [];
			const encoded = (list as unknown[]).map((row, index) => {
				const at = { ...spot, parameter: `${spot.parameter}.${texts.item}[${index}]` };
				const json = encodeColumns(texts.columns, row, at);
				if (Object.keys(json).length > 0) return json;
				throw new FieldError(
					at,
					`${texts.label} ${index + 1} is empty`,
					'Fill it in or remove it.',
				);
			});
			return encoded.length > 0 ? encoded : undefined;
		},
	};
}

/**
 * One object that is sent whole: all shown controls, and what `constants` adds.
 * @param constants wire entries that go along without a control
 */
export function record(texts: RowTexts, constants: JsonObject): Kind {
	return {
		name: 'Group',
		control: collection(texts, false),
		encode(value, spot) {
			const row = isRecord(value) ? value[texts.item] : undefined;
			if (!isRecord(row)) return undefined;
			const at = { ...spot, parameter: `${spot.parameter}.${texts.item}` };
			return { ...constants, ...encodeColumns(texts.columns, row, at) };
		},
	};
}
