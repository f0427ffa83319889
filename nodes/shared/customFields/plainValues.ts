import { FieldError, quote, type ParameterRef } from '../fields/fieldKind';
import { toText } from '../fields/text';
import { isSameName } from '../lookup/source';
import { fieldLabels, type CustomField } from './definition';
import type { CustomFieldContext } from './encode';
import { customTypeOf } from './types';

/** A value as SuperOffice encodes it. */
const ENCODED = /^\[[A-Z]{1,2}:/;

/** Types whose values are texts, whatever they look like. */
const TEXTS = ['ShortText', 'LongText', 'ListText'];

/** The ProgId behind a label that several fields have, which stays in another language. */
const progIdOf = (label: string) => /\(([^()]+)\)$/.exec(label)?.[1] ?? '';

/** What looks like a ProgId, and is no label. */
const PROG_ID = /^(x_\w*|[^\s:.()]+[:.][^\s()]+)$/i;

/** The field that output calls so: by its ProgId first, else by its label. */
function fieldNamed(
	fields: CustomField[],
	key: string,
	ref: ParameterRef,
): CustomField | undefined {
	const byKey = fields.find((field) => isSameName(field.key, key));
	if (byKey) return byKey;
	const labels = fieldLabels(fields);
	const byTwin = fields.find((field) => isSameName(labels.get(field.key) ?? '', key));
	if (byTwin) return byTwin;
	const [found, duplicate] = fields.filter((field) => isSameName(field.label, key));
	if (!duplicate) return found ?? fields.find((field) => isSameName(field.key, progIdOf(key)));
	const problem = `${quote(key)} is the label of ${found.key} and of ${duplicate.key}`;
	throw new FieldError(ref, problem, 'Use the ProgId as the name.');
}

/** A day as archives have it: at noon in UTC. */
const NOON = /^(\d{4}-\d{2}-\d{2})T12:00:00(Z|\+00:00)$/;

/** Whether custom fields are plain values, as simplified output has them, and none SuperOffice's own. */
export const arePlainValues = (values: Record<string, unknown>): boolean =>
	Object.keys(values).length > 0 &&
	!Object.values(values).some((value) => typeof value === 'string' && ENCODED.test(value));

const OTHER_LANGUAGE =
	'Get the item with Custom Fields By ProgId, or in the same language (Accept-Language, SO-Language).';

const isEncoded = (value: unknown, { type }: CustomField) =>
	typeof value === 'string' && (TEXTS.includes(type) || ENCODED.test(value));

const isNotWritable = (field: CustomField) => field.isReadOnly || !customTypeOf(field);

/** Whether values are the complete fields of a response, and not a selection by the user. */
const areAllFields = (values: Record<string, unknown>, fields: CustomField[]) =>
	fields.every((one) => one.key in values || isNotWritable(one) || one.isHidden);

/**
 * Custom fields by ProgId or label, with plain values or SuperOffice's own, as output of any kind has
 * them, by ProgId in SuperOffice's encoding. A null, and an empty text that is no text's, say nothing.
 * What is none of the fields stays as it is.
 * @param fields the definitions; none where they cannot be read
 * @param isOwn whether fields that cannot be written are left out, as they are an answer's
 * @throws FieldError for a value that its field cannot have, and for a field that is there twice
 */
export async function encodePlainFields(
	values: Record<string, unknown>,
	fields: CustomField[],
	ref: ParameterRef,
	isOwn: boolean,
	context: CustomFieldContext,
): Promise<Record<string, string>> {
	const isPlain = fields.length > 0 && arePlainValues(values);
	const isAnswer = isOwn || areAllFields(values, fields);
	const encoded: Record<string, string> = {};
	for (const [key, value] of Object.entries(values)) {
		if (value === null || value === undefined) continue;
		const valueRef = { ...ref, parameter: `${ref.parameter}.${key}` };
		const field = fieldNamed(fields, key, valueRef);
		const type = field && customTypeOf(field);
		const name = field?.key ?? key;
		if (isAnswer && field && isNotWritable(field)) continue;
		const isKept = !field || !type || isEncoded(value, field);
		if (!isKept && value === '') continue;
		if (isOwn && isPlain && !field && !PROG_ID.test(key)) {
			const problem = `SuperOffice has no custom field with the label ${quote(key)} in this language`;
			throw new FieldError(valueRef, problem, OTHER_LANGUAGE);
		}
		if (Object.hasOwn(encoded, name)) {
			const problem = `${quote(key)} of the item is ${name}, which stands there as well`;
			throw new FieldError(valueRef, problem, 'Keep one of the two.');
		}
		if (isKept) {
			encoded[name] = toText(value, valueRef);
			continue;
		}
		const day = field.type === 'Date' ? NOON.exec(String(value))?.[1] : undefined;
		encoded[name] = await type.encode(day ?? value, valueRef, field, {
			...context,
			areNames: isOwn,
		});
	}
	return encoded;
}
