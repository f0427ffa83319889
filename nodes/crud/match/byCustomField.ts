import { readRows } from '../../shared/archive/readRows';
import type { FieldMatch } from '../../shared/customFields/matching';
import { FieldError, type ParameterRef } from '../../shared/fields/fieldKind';
import { isRecord, type JsonObject } from '../../shared/json';
import type { RequestOptions } from '../../shared/options';
import { rowKey } from '../../shared/transport/expectedBody';
import type { ItemCall } from '../operation';
import { customFieldValues } from '../body/readBody';
import type { ErrorNotes } from '../record';

/** A custom field with the value by which a record is found, as SuperOffice encodes it. */
export interface CustomFieldKey {
	key: string;
	value: string;
}

/** A page with fewer rows is the last one: no server limits pages to so few. */
const MIN_FULL_PAGE = 10;

/** A row of the archive that has the value. */
export interface MatchedRow {
	/** The record's number. */
	id: number;
	/** ID of the group that it belongs to, such as a series; 0 for none. */
	group: number;
}

/**
 * The records that have a value in a custom field, in the order of their numbers. It is not
 * asked once per execution, as an earlier item may have created one.
 * @param key of the custom field, such as `SuperOffice:1`
 */
export async function findByCustomField(
	{ entity, request }: ItemCall,
	{ headers, timeout }: RequestOptions,
	key: string,
	match: FieldMatch,
	errorNotes: ErrorNotes,
): Promise<MatchedRow[]> {
	const { archive } = entity;
	const column = `${archive.customFields}/${key}`;
	const rows = readRows(request, {
		path: entity.name,
		archive: archive.name,
		key: archive.key,
		columns: [...(archive.groupColumn ? [archive.groupColumn] : []), column],
		conditions: [{ filter: match.condition(column), matches: (row) => match.isSame(row[column]) }],
		order: [],
		limit: Infinity,
		requiredColumns: [column],
		minFullPage: MIN_FULL_PAGE,
		headers,
		timeout,
		errorNotes,
	});
	const found: MatchedRow[] = [];
	for await (const row of rows) {
		found.push({
			id: Number(rowKey(row, archive.key)),
			group: Number(row[archive.groupColumn ?? ''] ?? 0),
		});
	}
	return found;
}

const folded = (value: unknown) => String(value).trim().toLowerCase();

/**
 * Adds the custom field by which the record is matched to a body.
 * @param isCopied whether what stands in its CustomFields is that of the original, which the value
 * replaces
 * @throws FieldError where the body has another value there; servers compare texts without case
 */
export function withCustomField(
	body: JsonObject,
	{ key, value }: CustomFieldKey,
	ref: ParameterRef,
	isCopied = false,
): JsonObject {
	const has = customFieldValues(isCopied ? { ...body, CustomFields: {} } : body);
	if (Object.hasOwn(has, key) && folded(has[key]) !== folded(value)) {
		const problem = `${key} is set to something else among the custom fields`;
		throw new FieldError(ref, problem, 'Keep one of the two.');
	}
	const CustomFields = isRecord(body.CustomFields) ? body.CustomFields : {};
	return { ...body, CustomFields: { ...CustomFields, [key]: value } as JsonObject };
}
