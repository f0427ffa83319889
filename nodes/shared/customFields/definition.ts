import countBy from 'lodash/countBy';
import groupBy from 'lodash/groupBy';
import sortBy from 'lodash/sortBy';

import { weakMemoize } from '../weakMemoize';
import { FieldError, quote, type ParameterRef } from '../fields/fieldKind';
import type { JsonObject } from '../json';
import { normalizeName, type LookUp } from '../lookup/source';
import { expectNamed } from '../transport/expectedBody';

/** SuperOffice's types of custom field (FieldInfoBase.FieldType of its OpenAPI files). */
export type CustomFieldType =
	| 'Integer'
	| 'ShortText'
	| 'LongText'
	| 'Date'
	| 'Checkbox'
	| 'MdoList'
	| 'Decimal'
	| 'DateTime'
	| 'Time'
	| 'TimeSpan'
	| 'RelationTo'
	| 'ListText';

/** A user-defined or extra field of a kind of record. */
export interface CustomField {
	/** Its ProgId, `SuperOffice:7` or `x_name`: the key of its value. */
	key: string;
	label: string;
	/** SuperOffice also has types that no plain value fits, such as Blob. */
	type: CustomFieldType | string;
	isMandatory: boolean;
	isReadOnly: boolean;
	isHidden: boolean;
	/** Most characters of a text. */
	textLength?: number;
	/** Name of the MDO list that its values come from. */
	listName?: string;
	/** The texts that may be chosen. */
	choices?: string[];
}

/** Extra fields, which archives do not know (SuperOffice's documentation of custom objects). */
export const isExtraField = ({ key }: CustomField): boolean => /^x_/i.test(key);

/** The display name of each field by key: its label, with the key if the label is not unique. */
export const fieldLabels = weakMemoize((fields: CustomField[]): Map<string, string> => {
	const count = countBy(fields, 'label');
	return new Map(
		fields.map(({ key, label }) => [key, count[label] > 1 ? `${label} (${key})` : label]),
	);
});

/** Index of fields by key and label. */
interface FieldIndex {
	/** By the key, letter by letter. */
	exact: Map<string, CustomField>;
	/** By the folded key, and by the folded label. */
	keys: Map<string, CustomField[]>;
	labels: Map<string, CustomField[]>;
}

const groupByName = (fields: CustomField[], name: 'key' | 'label') =>
	new Map(Object.entries(groupBy(fields, (field) => normalizeName(field[name]))));

const fieldIndex = weakMemoize((fields: CustomField[]): FieldIndex => ({
	exact: new Map(fields.map((field) => [field.key, field])),
	keys: groupByName(fields, 'key'),
	labels: groupByName(fields, 'label'),
}));

/** The field of a key, letter by letter. */
export const fieldByKey = (fields: CustomField[], key: string): CustomField | undefined =>
	fieldIndex(fields).exact.get(key);

/** The fields of a key, and those of a label, whatever the case. */
export const fieldsByKey = (fields: CustomField[], key: string): CustomField[] =>
	fieldIndex(fields).keys.get(normalizeName(key)) ?? [];
export const fieldsByLabel = (fields: CustomField[], label: string): CustomField[] =>
	fieldIndex(fields).labels.get(normalizeName(label)) ?? [];

/**
 * The field of a key or, if no key is like it, of a label, in any case.
 * @throws FieldError for none, and for several
 */
export function requireCustomField(
	fields: CustomField[],
	wanted: string,
	ref: ParameterRef,
): CustomField {
	const byKey = fieldsByKey(fields, wanted);
	const byLabel = fieldsByLabel(fields, wanted);
	// Of an extra field and a user-defined one that share a label, only the latter can be meant.
	const usable = byLabel.filter((one) => !isExtraField(one));
	const found = [byKey, usable, byLabel].find(({ length }) => length > 0) ?? [];
	if (found.length === 0) {
		const advice = 'Choose a field from the list, or give its key, such as SuperOffice:7.';
		throw new FieldError(ref, `no custom field has the key or label ${quote(wanted)}`, advice);
	}
	if (found.length === 1) return found[0];
	const keys = found.map(({ key }) => key).join(', ');
	throw new FieldError(ref, `${quote(wanted)} is the label of ${keys}`, 'Give the key of the one.');
}

function toCustomField(info: JsonObject): CustomField {
	const { FieldName, DisplayName, FieldType, TextLength, MdoListName, Choices } = info;
	// A relation's list may be all companies, unless the form shows it as a dropdown.
	const isList = FieldType === 'MdoList' || info.UseDropDown === true;
	return {
		key: String(FieldName),
		label: String(DisplayName || FieldName),
		type: String(FieldType),
		isMandatory: info.IsMandatory === true,
		isReadOnly: info.IsReadOnly === true,
		isHidden: info.HideField === true,
		...(typeof TextLength === 'number' && TextLength > 0 && { textLength: TextLength }),
		...(isList &&
			typeof MdoListName === 'string' &&
			MdoListName !== '' && { listName: MdoListName }),
		...(Array.isArray(Choices) && Choices.length > 0 && { choices: Choices.map(String) }),
	};
}

const toCustomFields = weakMemoize((infos: JsonObject[]) =>
	sortBy(infos, 'Rank').map(toCustomField),
);

/**
 * The custom fields of a kind of record, in the order of its form (GET /api/v1/{entity}/CustomField;
 * the properties of each type after the official client's FieldInfo carriers).
 * @param entity such as `Appointment`
 */
export async function fetchCustomFields(lookUp: LookUp, entity: string): Promise<CustomField[]> {
	const answer = await lookUp({
		method: 'GET',
		path: `${entity}/CustomField`,
		expect: expectNamed('FieldName'),
		purpose: 'reading what custom fields there are',
	});
	return toCustomFields(answer as JsonObject[]);
}
