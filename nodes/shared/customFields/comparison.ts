import { FieldError, quote, type ParameterRef } from '../fields/fieldKind';
import { odataString } from '../transport/odataString';
import {
	requireCustomField,
	isExtraField,
	type CustomField,
	type CustomFieldType,
} from './definition';
import type { CustomFieldContext } from './encode';
import { decodeText } from './encodedText';
import { customTypeOf } from './types';

/** How a field's value may be compared: the operator of SuperOffice's filters for each of ours. */
interface Comparison {
	operators: Record<string, string>;
	/** A value, in SuperOffice's encoding of custom fields, as a filter has it. */
	value(encoded: string): string;
}

/** What stands behind the moniker of `[I:42]`. */
const bare = (encoded: string) => encoded.slice(encoded.indexOf(':') + 1, -1);

const text: Comparison = {
	operators: {
		equals: 'is',
		notEquals: 'isNot',
		contains: 'contains',
		notContains: 'notContains',
		beginsWith: 'begins',
	},
	value: odataString,
};

const number: Comparison = {
	operators: { equals: 'eq', notEquals: 'ne', greaterThan: 'gt', lessThan: 'lt' },
	value: bare,
};

const entry: Comparison = {
	operators: { equals: 'oneOf', notEquals: 'notOneOf' },
	value: (encoded) => `(${bare(encoded)})`,
};

/** By type of field, those that user-defined fields can have (restriction types of archive columns). */
const COMPARISONS: Partial<Record<CustomFieldType, Comparison>> = {
	ShortText: text,
	LongText: text,
	ListText: text,
	Integer: number,
	Decimal: number,
	MdoList: entry,
	Checkbox: { operators: { equals: 'set' }, value: (encoded) => String(bare(encoded) === '1') },
	Date: {
		operators: { equals: 'date', greaterThan: 'after', lessThan: 'before' },
		value: (encoded) => odataString(String(decodeText(encoded))),
	},
};

/** The names of all operators, as the form has them. */
export const COMPARISON_OPERATORS = [
	...Object.keys(text.operators),
	'greaterThan',
	'lessThan',
] as const;

const comparisonOf = ({ type }: CustomField): Comparison | undefined =>
	Object.hasOwn(COMPARISONS, type) ? COMPARISONS[type as CustomFieldType] : undefined;

/** Before the columns of custom fields, as an archive calls their tables; not all have extra fields. */
export interface CustomColumns {
	customFields: string;
	extraFields?: string;
}

/** The fields by which records can be filtered (SuperOffice's documentation of custom objects). */
export const filterableFields = (
	fields: CustomField[],
	{ extraFields }: CustomColumns,
): CustomField[] =>
	fields.filter(
		(field) => (extraFields || !isExtraField(field)) && !field.isHidden && comparisonOf(field),
	);

/** A key that can stand in a filter. */
const KEY = /^[^\s'"(),&\\]+$/;

/** A row of the form: which field is compared with which value, and how. */
export interface FieldComparison {
	/** Key or label. */
	field: string;
	operator: string;
	value: unknown;
}

/**
 * A comparison as a term of a filter.
 * @throws FieldError for an unknown field, one that filters cannot name, an operator that does not
 * fit its type, or a value that it cannot have
 */
export async function customFieldTerm(
	fields: CustomField[],
	{ field: wanted, operator, value }: FieldComparison,
	{ customFields, extraFields }: CustomColumns,
	{ field: fieldRef, operator: operatorRef, value: valueRef }: Record<string, ParameterRef>,
	context: CustomFieldContext,
): Promise<string> {
	const field = requireCustomField(fields, wanted, fieldRef);
	const name = `${field.label} (${field.key})`;
	const prefix = isExtraField(field) ? extraFields : customFields;
	if (prefix === undefined) {
		const problem = `${name} is an extra field, by which SuperOffice cannot filter`;
		throw new FieldError(fieldRef, problem, 'Use a user-defined field, such as SuperOffice:7.');
	}
	const comparison = comparisonOf(field);
	if (!comparison || !KEY.test(field.key)) {
		const problem = `${name} is of the type ${field.type}, by which this node cannot filter`;
		throw new FieldError(fieldRef, problem, 'Use another field, or Raw Filter.');
	}
	if (!Object.hasOwn(comparison.operators, operator)) {
		const advice = `Use one of: ${Object.keys(comparison.operators).join(', ')}.`;
		throw new FieldError(operatorRef, `${operator} does not fit ${name}, ${field.type}`, advice);
	}
	const encoded = (await customTypeOf(field)?.encode(value, valueRef, field, context)) ?? '';
	if (decodeText(encoded) === null) {
		const problem = `${quote(value)} is SuperOffice's word for "no date"`;
		throw new FieldError(valueRef, problem, 'Give a day.');
	}
	return `${prefix}/${field.key} ${comparison.operators[operator]} ${comparison.value(encoded)}`;
}
