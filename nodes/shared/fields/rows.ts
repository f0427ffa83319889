import attempt from 'lodash/attempt';
import isError from 'lodash/isError';
import type { INodeParameters } from 'n8n-workflow';

import { columnControls, encodeColumns, rowFromData, type Column } from './columns';
import { checkDigits } from './jsonObject';
import { FieldError, quote, type Control, type Kind, type Spot } from './kind';
import { isRecord, type Json, type JsonObject } from '../json';

/** A row as SuperOffice's answer has it, which is sent as it is. */
export class StoredRow {
	constructor(readonly json: JsonObject) {}
}

interface RowTexts {
	/** Name of the one option of the n8n collection, such as `participant`. */
	item: string;
	/** Its label, such as `Participant`. */
	label: string;
	columns: Column[];
}

interface ListTexts extends RowTexts {
	/** What a row stands for: several entries, where one of its columns names several. */
	each?(entry: JsonObject, spot: Spot): JsonObject[];
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

/**
 * Data that may have come as JSON text, as cells of a sheet do.
 * @throws FieldError for text that is not JSON, or has numbers with too many digits
 */
export function parsed(data: unknown, spot: Spot): unknown {
	if (typeof data !== 'string') return data;
	const value: unknown = attempt(JSON.parse, data);
	if (isError(value)) {
		throw new FieldError(spot, `${quote(data)} is not JSON`, 'Give a list or an object as JSON.');
	}
	checkDigits(data, spot);
	return value;
}

/**
 * Rows as an option of a collection has them, whose value is a list. Of rows as `rows` has them n8n
 * saves nothing while there is none; these start with the first.
 */
function startedList({ label, columns }: RowTexts): Control {
	const controls = columnControls(columns);
	return {
		type: 'collection',
		typeOptions: { multipleValues: true, multipleValueButtonText: `Add ${label}` },
		placeholder: 'Add Field',
		default: Object.fromEntries(
			controls.map(({ name, default: usual }) => [name, usual]),
		) as INodeParameters,
		options: controls,
	};
}

/**
 * Any number of objects, sent as an array in the order of the form.
 * @param isStarted whether the form starts with a row, as an option of a collection has to whose
 * lack would not be noticed
 */
export function rows(texts: ListTexts, isStarted = false): Kind {
	const { item, label, columns, each = (entry) => [entry] } = texts;
	const path = isStarted ? '' : `.${item}`;
	const at = (spot: Spot, index: number) => ({
		...spot,
		parameter: `${spot.parameter}${path}[${index}]`,
	});
	return {
		name: 'Rows',
		control: isStarted ? startedList(texts) : collection(texts, true),
		cleared: [],
		columns: columns.map(({ wire }) => wire),
		async encode(value, spot, around) {
			const given: unknown = isRecord(value) ? value[item] : value;
			const list: unknown[] = Array.isArray(given) ? given : [];
			const encoded: Json[] = [];
			for (const [index, row] of list.entries()) {
				if (row instanceof StoredRow) {
					encoded.push(row.json);
					continue;
				}
				const json = await encodeColumns(columns, row, at(spot, index), around);
				if (Object.keys(json).length === 0) {
					const problem = `${label} ${index + 1} is empty`;
					throw new FieldError(at(spot, index), problem, 'Fill it in or remove it.');
				}
				encoded.push(...each(json, at(spot, index)));
			}
			return encoded.length > 0 ? encoded : undefined;
		},
		fromData(data, spot) {
			const list = parsed(data, spot);
			if (!Array.isArray(list)) {
				throw new FieldError(spot, `${quote(data)} is not a list`, 'Give a list of objects.');
			}
			const read = (row: unknown, index: number) =>
				row instanceof StoredRow ? row : rowFromData(columns, row, at(spot, index));
			return { [item]: list.map(read) };
		},
	};
}

/**
 * One object that is sent whole: all shown controls, and what `constants` adds.
 * @param constants wire entries that go along without a control
 */
export function record(texts: RowTexts, constants: JsonObject): Kind {
	const { item, columns } = texts;
	const at = (spot: Spot) => ({ ...spot, parameter: `${spot.parameter}.${item}` });
	return {
		name: 'Group',
		control: collection(texts, false),
		async encode(value, spot, around) {
			const row = isRecord(value) ? value[item] : undefined;
			if (!isRecord(row)) return undefined;
			return { ...constants, ...(await encodeColumns(columns, row, at(spot), around)) };
		},
		fromData: (data, spot) => ({ [item]: rowFromData(columns, parsed(data, spot), at(spot)) }),
	};
}
