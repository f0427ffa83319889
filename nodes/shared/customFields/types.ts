import type { FieldType } from 'n8n-workflow';

import { toBoolean } from '../fields/boolean';
import { toEnumValue } from '../fields/enumeration';
import { toDay, toLocalTime } from '../fields/dateTime';
import type { ParameterRef } from '../fields/fieldKind';
import { toInteger } from '../fields/number';
import { toText } from '../fields/text';
import type { Json } from '../json';
import type { CustomField, CustomFieldType } from './definition';
import {
	clockZone,
	encodeDecimal,
	encodeEntry,
	encodeText,
	encodeTime,
	encodeTimeSpan,
	type CustomFieldContext,
} from './encode';
import { decodeText, formatSeconds } from './encodedText';

/** A type of custom field: its control in n8n's mapper, and how its values look at SuperOffice. */
interface CustomType {
	/** n8n's control. */
	control: FieldType;
	/**
	 * The value in SuperOffice's encoding.
	 * @throws FieldError when the value cannot be what the field needs
	 */
	encode(
		value: unknown,
		ref: ParameterRef,
		field: CustomField,
		context: CustomFieldContext,
	): string | Promise<string>;
	/** An empty text is a value. */
	keepsEmpty?: boolean;
	/** The plain value; by default what the encoding itself tells. */
	decode?(text: string, field: CustomField, display: string | undefined): Json;
}

/** Texts are not encoded, whatever they look like. */
const text: CustomType = {
	control: 'string',
	keepsEmpty: true,
	encode: encodeText,
	decode: (plain) => plain,
};

/** Number 0 stands for no entry. An entry's name comes along with it; of other records only the ID is good. */
const entry: CustomType = {
	control: 'options',
	encode: encodeEntry,
	decode(encoded, { listName }, display) {
		const id = decodeText(encoded);
		if (id === 0) return null;
		return listName === undefined ? id : display || id;
	},
};

/** What a checked box may look like: CustomFields give a number, UserDefinedFields a word. */
const TRUE = /^\[I:1\]$|^true$|^1$/i;

/** The types that plain values fit; those of Blob, Attachment and DynamicLink fields do not. */
const TYPES: Record<CustomFieldType, CustomType> = {
	ShortText: text,
	LongText: text,
	Integer: {
		control: 'number',
		encode: (value, ref) => `[I:${toInteger(value, ref)}]`,
	},
	Decimal: { control: 'number', encode: encodeDecimal },
	Checkbox: {
		control: 'boolean',
		// Without definitions, a checked box comes out as the number that it is.
		encode: (value, ref) =>
			`[I:${value === 0 || value === 1 ? value : Number(toBoolean(value, ref))}]`,
		decode: (encoded) => TRUE.test(encoded),
	},
	Date: {
		control: 'dateTime',
		encode: (value, ref, _field, { zone }) =>
			`[D:${toDay(value, ref, zone).toFormat('MM/dd/yyyy')}]`,
		// CustomFields give dates with a time, UserDefinedFields without.
		decode: (encoded) => {
			const date = decodeText(encoded);
			return typeof date === 'string' ? date.split('T', 1)[0] : date;
		},
	},
	DateTime: {
		control: 'dateTime',
		encode: (value, ref, _field, { zone }) =>
			`[DT:${toLocalTime(value, ref, clockZone(value, zone)).toFormat('MM/dd/yyyy HH:mm:ss.0000000')}]`,
	},
	Time: {
		// A fixture of the official client has a day of 1760 before the time.
		decode: (encoded) => {
			const time = decodeText(encoded);
			return typeof time === 'string' ? time.slice(time.lastIndexOf('T') + 1) : time;
		},
		control: 'time',
		encode: (value, ref, _field, { zone }) => encodeTime(value, ref, zone),
	},
	TimeSpan: {
		control: 'string',
		encode: encodeTimeSpan,
		// A fixture of the official client has minutes as a number.
		decode: (encoded) => {
			const span = decodeText(encoded);
			return typeof span === 'number' ? formatSeconds(span * 60) : span;
		},
	},
	MdoList: entry,
	RelationTo: entry,
	ListText: {
		control: 'options',
		encode: (value, ref, { choices }) =>
			choices === undefined ? toText(value, ref) : toEnumValue(choices, value, ref),
		decode: (plain) => plain,
	},
};

/** The type of a field, if plain values fit it. */
export function customTypeOf({ type }: CustomField): CustomType | undefined {
	return Object.hasOwn(TYPES, type) ? TYPES[type as CustomFieldType] : undefined;
}

/** n8n's control for a field. Without a list, a record is entered by its number. */
export function mapperControlType(field: CustomField): FieldType | undefined {
	const control = customTypeOf(field)?.control;
	const hasList = field.listName !== undefined || field.choices !== undefined;
	return control === 'options' && !hasList ? 'number' : control;
}
