import attempt from 'lodash/attempt';
import isError from 'lodash/isError';
import type { INodeParameters } from 'n8n-workflow';

import { columnControls, encodeColumns, rowFromData, type Column } from './columns';
import { assertSafeNumbers } from './jsonObject';
import { FieldError, quote, type Control, type FieldKind, type ParameterRef } from './fieldKind';
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

interface ListTexts extends RowTexts, Pick<FieldKind, 'neededKey' | 'resendRow'> {
	/** Whether empty rows are left out, and not refused. */
	skipsEmpty?: boolean;
	/** Splits a row into several entries, or none. */
	each?(entry: JsonObject, ref: ParameterRef): JsonObject[];
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
export function parseIfJson(data: unknown, ref: ParameterRef): unknown {
	if (typeof data !== 'string') return data;
	const value: unknown = attempt(JSON.parse, data);
	if (isError(value)) {
		throw new FieldError(ref, `${quote(data)} is not JSON`, 'Give a list or an object as JSON.');
	}
	assertSafeNumbers(data, ref);
	return value;
}

/** A list within a collection that starts with one row. n8n saves nothing of an empty list. */
function startedRowList({ label, columns }: RowTexts): Control {
	const controls = columnControls(columns);
	return {
		type: 'collection',
		typeOptions: { multipleValues: true, multipleValueButtonText: `Add ${label}` },
		placeholder: 'Add Field',
		default: Object.fromEntries(
			controls.map(({ name, default: initial }) => [name, initial]),
		) as INodeParameters,
		options: controls,
	};
}

/**
 * Any number of objects, sent as an array in the order of the form.
 * @param isStarted whether the form starts with a row, as an option of a collection has to whose
 * lack would not be noticed
 */
export function rowList(texts: ListTexts, isStarted = false): FieldKind {
	const { item, label, columns, neededKey, resendRow, skipsEmpty } = texts;
	const { each: split = (entry) => [entry] } = texts;
	const path = isStarted ? '' : `.${item}`;
	const rowRef = (ref: ParameterRef, index: number) => ({
		...ref,
		parameter: `${ref.parameter}${path}[${index}]`,
	});
	return {
		name: 'Rows',
		control: isStarted ? startedRowList(texts) : collection(texts, true),
		clearedValue: [],
		columns: columns.map(({ wire }) => wire),
		neededKey,
		resendRow,
		async encode(value, ref, context) {
			const given: unknown = isRecord(value) ? value[item] : value;
			const list: unknown[] = Array.isArray(given) ? given : [];
			const encoded: Json[] = [];
			for (const [index, row] of list.entries()) {
				if (row instanceof StoredRow) {
					encoded.push(row.json);
					continue;
				}
				const json = await encodeColumns(columns, row, rowRef(ref, index), context);
				if (Object.keys(json).length === 0 && !skipsEmpty) {
					const problem = `${label} ${index + 1} is empty`;
					throw new FieldError(rowRef(ref, index), problem, 'Fill it in or remove it.');
				}
				encoded.push(...split(json, rowRef(ref, index)));
			}
			return encoded.length > 0 ? encoded : undefined;
		},
		fromData(data, ref) {
			const list = parseIfJson(data, ref);
			if (!Array.isArray(list)) {
				throw new FieldError(ref, `${quote(data)} is not a list`, 'Give a list of objects.');
			}
			const read = (row: unknown, index: number) =>
				row instanceof StoredRow ? row : rowFromData(columns, row, rowRef(ref, index));
			return { [item]: list.map(read) };
		},
	};
}

/**
 * One object that is sent whole: all shown controls, and what `constants` adds.
 * @param constants wire entries that go along without a control
 */
export function singleRow(texts: RowTexts, constants: JsonObject): FieldKind {
	const { item, columns } = texts;
	const rowRef = (ref: ParameterRef) => ({ ...ref, parameter: `${ref.parameter}.${item}` });
	return {
		name: 'Group',
		control: collection(texts, false),
		async encode(value, ref, context) {
			const row = isRecord(value) ? value[item] : undefined;
			if (!isRecord(row)) return undefined;
			return { ...constants, ...(await encodeColumns(columns, row, rowRef(ref), context)) };
		},
		fromData: (data, ref) => ({
			[item]: rowFromData(columns, parseIfJson(data, ref), rowRef(ref)),
		}),
	};
}
