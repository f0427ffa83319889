import type { ArchiveRow } from '../../shared/archive/condition';
import { isExtraField, type CustomField } from '../../shared/customFields/definition';
import type { FieldMatch } from '../../shared/customFields/matching';
import { FieldError, type ParameterRef } from '../../shared/fields/fieldKind';
import { isRecord, type JsonObject } from '../../shared/json';
import type { RequestOptions } from '../../shared/options';
import type { ItemCall } from '../operation';
import { customFieldValues } from '../body/readBody';
import type { ErrorNotes } from '../record';
import { findRecords, type MatchedRow } from './findMatch';

/** A custom field with the value by which a record is found, as SuperOffice encodes it. */
export interface CustomFieldKey {
	key: string;
	value: string;
}

/**
 * The records that have a value in a custom field.
 */
export async function findByCustomField(
	call: ItemCall,
	options: RequestOptions,
	field: CustomField,
	match: FieldMatch,
	errorNotes: ErrorNotes,
): Promise<MatchedRow[]> {
	const { customFields, extraFields = customFields } = call.entity.archive;
	const column = `${isExtraField(field) ? extraFields : customFields}/${field.key}`;
	const condition = {
		filter: match.condition(column),
		matches: (row: ArchiveRow) => match.isSame(row[column]),
	};
	const found = await findRecords(call, options, [condition], [column], errorNotes);
	return found.map(([record]) => record);
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
