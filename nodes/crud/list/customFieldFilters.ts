import type { FilterContext, FilterRow } from '../../entities/entity';
import type { Condition } from '../../shared/archive/condition';
import {
	customFieldTerm,
	type CustomColumns,
	COMPARISON_OPERATORS,
	type FieldComparison,
} from '../../shared/customFields/comparison';
import { enumeration } from '../../shared/fields/enumeration';
import type { FieldKind } from '../../shared/fields/fieldKind';
import { suggestedText } from '../../shared/fields/reference';
import { rowList } from '../../shared/fields/rows';
import type { Json } from '../../shared/json';
import { fetchListEntries } from '../../shared/lookup/mdoListSource';
import { fetchCustomFields } from '../../shared/customFields/definition';

/** Any value; its type depends on the compared field. */
const anyValue: FieldKind = {
	name: 'Value',
	control: { type: 'string', default: '' },
	encode: (value) => value as Json,
};

/** Comparisons of custom fields, as the form has them. */
const customFieldRows = rowList(
	{
		item: 'comparison',
		label: 'Comparison',
		columns: [
			{
				name: 'field',
				label: 'Field',
				help: 'A custom field, from the list, by its key or by its label',
				kind: suggestedText('filterField', 'e.g. SuperOffice:7'),
				wire: 'field',
				required: true,
			},
			{
				name: 'operator',
				label: 'Operator',
				help: 'How to compare; lists, checkboxes and dates do not support every operator',
				kind: enumeration(COMPARISON_OPERATORS, {
					equals: 'Is',
					notEquals: 'Is Not',
					notContains: 'Does Not Contain',
					beginsWith: 'Begins With',
					greaterThan: 'Is Greater Than or After',
					lessThan: 'Is Less Than or Before',
				}),
				wire: 'operator',
			},
			{
				name: 'value',
				label: 'Value',
				help: 'Text, number, true or false, a date, or the name or ID of a list entry',
				kind: anyValue,
				wire: 'value',
				required: true,
			},
		],
	},
	true,
);

/**
 * Comparisons of custom fields as a condition of the archive.
 * @throws FieldError for a field, an operator or a value that cannot be
 */
async function comparisonConditions(
	entity: string,
	columns: CustomColumns,
	value: Json,
	{ lookUp, zone, ref }: FilterContext,
): Promise<Condition> {
	const fields = await fetchCustomFields(lookUp, entity);
	const context = { zone, entriesOf: async (list: string) => await fetchListEntries(lookUp, list) };
	const terms: string[] = [];
	for (const [index, row] of (value as unknown as FieldComparison[]).entries()) {
		const valueRef = (name: string, label: string) => ({
			parameter: `${ref.parameter}[${index}].${name}`,
			label,
		});
		const refs = {
			field: valueRef('field', 'Field'),
			operator: valueRef('operator', 'Operator'),
			value: valueRef('value', 'Value'),
		};
		terms.push(await customFieldTerm(fields, row, columns, refs, context));
	}
	return { filter: terms.join(' and ') };
}

/** The filter over the custom fields of an entity. */
export const customFieldsFilter = (entity: string, columns: CustomColumns): FilterRow => ({
	label: 'Custom Fields',
	kind: customFieldRows,
	help: 'Comparisons with custom fields',
	condition: async (value, context) => await comparisonConditions(entity, columns, value, context),
});
