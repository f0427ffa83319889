import sortBy from 'lodash/sortBy';

import { isRecord, type JsonObject } from '../json';
import type { Ask } from '../lookup/source';

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

/** Extra fields, which archives of appointments do not know (SuperOffice's documentation of custom objects). */
export const isExtra = ({ key }: CustomField): boolean => /^x_/i.test(key);

/** What each field is called, by key: its label, with the key where another field has it too. */
export function labelsOf(fields: CustomField[]): Map<string, string> {
	const isTwin = (label: string) => fields.filter((one) => one.label === label).length > 1;
	return new Map(
		fields.map(({ key, label }) => [key, isTwin(label) ? `${label} (${key})` : label]),
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

/**
 * The custom fields of a kind of record, in the order of its form (GET /api/v1/{entity}/CustomField;
 * the properties of each type after the official client's FieldInfo carriers).
 * @param entity such as `Appointment`
 */
export async function customFieldsOf(ask: Ask, entity: string): Promise<CustomField[]> {
	const answer = await ask({
		method: 'GET',
		path: `${entity}/CustomField`,
		expect: 'list',
		purpose: 'reading what custom fields there are',
	});
	const infos = (Array.isArray(answer) ? answer : []).filter(isRecord) as JsonObject[];
	return sortBy(infos, 'Rank').map(toCustomField);
}
