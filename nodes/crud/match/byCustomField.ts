import { readRows } from '../../shared/archive/read';
import type { Match } from '../../shared/customFields/matching';
import { FieldError, type Spot } from '../../shared/fields/kind';
import { isRecord, type JsonObject } from '../../shared/json';
import type { RequestOptions } from '../../shared/options';
import { keyOf } from '../../shared/transport/expected';
import type { ItemCall } from '../operation';
import { keyedFields } from '../body/read';
import type { Circumstances } from '../record';

/** A custom field with the value by which a record is found, as SuperOffice encodes it. */
export interface KeyedField {
	key: string;
	value: string;
}

/** As a value is to be that of one record, so few rows are all: no server cuts pages so short. */
const SURE_OF = 10;

/** A row of the archive that has the value. */
export interface Found {
	/** The record's number. */
	id: number;
	/** The number that it shares with others that are one with it, such as those of a series; 0 for none. */
	group: number;
}

/**
 * The records that have a value in a custom field, in the order of their numbers. It is not
 * asked once per execution, as an earlier item may have created one.
 * @param key of the custom field, such as `SuperOffice:1`
 */
export async function findByField(
	{ entity, request }: ItemCall,
	{ headers, timeout }: RequestOptions,
	key: string,
	match: Match,
	circumstances: Circumstances,
): Promise<Found[]> {
	const { archive } = entity;
	const column = `${archive.customFields}/${key}`;
	const rows = readRows(request, {
		path: entity.name,
		archive: archive.name,
		key: archive.key,
		columns: [...(archive.group ? [archive.group] : []), column],
		conditions: [{ filter: match.condition(column), keeps: (row) => match.isSame(row[column]) }],
		order: [],
		limit: Infinity,
		demanded: [column],
		sureOf: SURE_OF,
		headers,
		timeout,
		circumstances,
	});
	const found: Found[] = [];
	for await (const row of rows) {
		found.push({
			id: Number(keyOf(row, archive.key)),
			group: Number(row[archive.group ?? ''] ?? 0),
		});
	}
	return found;
}

const folded = (value: unknown) => String(value).trim().toLowerCase();

/**
 * A body with the custom field by which its record is found.
 * @param isCopied whether what stands in its CustomFields is that of the original, which the value replaces
 * @throws FieldError where the body has another value there; servers compare texts without case
 */
export function withField(
	body: JsonObject,
	{ key, value }: KeyedField,
	spot: Spot,
	isCopied = false,
): JsonObject {
	const has = keyedFields(isCopied ? { ...body, CustomFields: {} } : body);
	if (Object.hasOwn(has, key) && folded(has[key]) !== folded(value)) {
		const problem = `${key} is set to something else among the custom fields`;
		throw new FieldError(spot, problem, 'Keep one of the two.');
	}
	const CustomFields = isRecord(body.CustomFields) ? body.CustomFields : {};
	return { ...body, CustomFields: { ...CustomFields, [key]: value } as JsonObject };
}
