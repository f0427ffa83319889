import omit from 'lodash/omit';

import { isRecord, type JsonObject } from '../json';
import type { FieldKind } from './fieldKind';
import { emailAddress } from './emails';
import { rowList } from './rows';
import { text } from './text';

/**
 * Email addresses, phone numbers or web addresses, the main one first (SuperOffice's EntityElement:
 * Value and Description; StrippedValue is SuperOffice's own). Data of an item may also be one text,
 * or a list of texts. Rows without a value are left out.
 * @param label of a row, such as `Phone`
 * @param isStarted whether the form starts with a row, as in a group, where n8n forgets an empty list
 */
function contactPoints(label: string, value: FieldKind, isStarted: boolean): FieldKind {
	const texts = {
		item: 'entry',
		label,
		// Optional fields of forms and sheets are often empty.
		skipsEmpty: true,
		each: (entry: JsonObject) => (entry.Value ? [entry] : []),
		columns: [
			{
				name: 'value',
				label,
				help: 'The first row is the main one',
				kind: value,
				wire: 'Value',
			},
			{
				name: 'description',
				label: 'Description',
				help: 'What it is for, such as Office',
				kind: text,
				wire: 'Description',
			},
		],
	};
	const kind = rowList(texts, isStarted);
	return {
		...kind,
		resend: (value) =>
			Array.isArray(value) && value.length > 0
				? value.map((row) => omit(row as JsonObject, 'StrippedValue') as JsonObject)
				: undefined,
		fromData(data, ref) {
			const isText =
				typeof data === 'number' || (typeof data === 'string' && !/^\s*[[{]/.test(data));
			const list = isText ? [data] : data;
			if (!Array.isArray(list)) return kind.fromData?.(list, ref);
			const rows = list.map((one: unknown) =>
				isRecord(one) ? omit(one, 'StrippedValue') : { value: one },
			);
			return kind.fromData?.(rows, ref);
		},
	};
}

export const emailAddresses = contactPoints('Email Address', emailAddress, false);
export const phoneNumbers = contactPoints('Number', text, false);
export const groupedPhoneNumbers = contactPoints('Number', text, true);
export const groupedWebAddresses = contactPoints('Address', text, true);
