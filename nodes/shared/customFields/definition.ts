import countBy from 'lodash/countBy';
import groupBy from 'lodash/groupBy';
import sortBy from 'lodash/sortBy';

import { derived } from '../derived';
import { FieldError, quote, type Spot } from '../fields/kind';
import type { JsonObject } from '../json';
import { fold, type Ask } from '../lookup/source';
import { namedBy } from '../transport/expected';

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
export const isExtra = ({ key }: CustomField): boolean => /^x_/i.test(key);

/** What each field is called, by key: its label, with the key where another field has it too. */
export const labelsOf = derived((fields: CustomField[]): Map<string, string> => {
	const count = countBy(fields, 'label');
	return new Map(
		fields.map(({ key, label }) => [key, count[label] > 1 ? `${label} (${key})` : label]),
	);
});

/** Fields by what they are called, so that finding one does not cost as many steps as there are. */
interface Named {
	/** By the key, letter by letter. */
	exact: Map<string, CustomField>;
	/** By the folded key, and by the folded label. */
	keys: Map<string, CustomField[]>;
	labels: Map<string, CustomField[]>;
}

const byName = (fields: CustomField[], name: 'key' | 'label') =>
	new Map(Object.entries(groupBy(fields, (field) => fold(field[name]))));

const namesOf = derived((fields: CustomField[]): Named => ({
	exact: new Map(fields.map((field) => [field.key, field])),
	keys: byName(fields, 'key'),
	labels: byName(fields, 'label'),
}));

/** The field of a key, letter by letter. */
export const fieldOf = (fields: CustomField[], key: string): CustomField | undefined =>
	namesOf(fields).exact.get(key);

/** The fields of a key, and those of a label, whatever the case. */
export const keyed = (fields: CustomField[], key: string): CustomField[] =>
	namesOf(fields).keys.get(fold(key)) ?? [];
export const labelled = (fields: CustomField[], label: string): CustomField[] =>
	namesOf(fields).labels.get(fold(label)) ?? [];

/**
 * The field of a key or, if no key is like it, of a label, in any case.
 * @throws FieldError for none, and for several
 */
export function customFieldNamed(fields: CustomField[], wanted: string, spot: Spot): CustomField {
	const byKey = keyed(fields, wanted);
	const byLabel = labelled(fields, wanted);
	// Of an extra field and a user-defined one that share a label, only the latter can be meant.
	const usable = byLabel.filter((one) => !isExtra(one));
	const found = [byKey, usable, byLabel].find(({ length }) => length > 0) ?? [];
	if (found.length === 0) {
		const advice = 'Choose a field from the list, or give its key, such as SuperOffice:7.';
		throw new FieldError(spot, `no custom field has the key or label ${quote(wanted)}`, advice);
	}
	if (found.length === 1) return found[0];
	const keys = found.map(({ key }) => key).join(', ');
	throw new FieldError(
		spot,
		`${quote(wanted)} is the label of ${keys}`,
		'Give the key of the one.',
	);
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

const fieldsIn = derived((infos: JsonObject[]) => sortBy(infos, 'Rank').map(toCustomField));

/**
 * The custom fields of a kind of record, in the order of its form (GET /api/v1/{entity}/CustomField;
 * the properties of each type after the official client's FieldInfo carriers).
 * @param entity such as `Appointment`
 */
export async function customFieldsOf(ask: Ask, entity: string): Promise<CustomField[]> {
	const answer = await ask({
		method: 'GET',
		path: `${entity}/CustomField`,
		expect: namedBy('FieldName'),
		purpose: 'reading what custom fields there are',
	});
	return fieldsIn(answer as JsonObject[]);
}
