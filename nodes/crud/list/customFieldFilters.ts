import type { EntityArchive, FilterContext, FilterRow } from '../../entities/entity';
import type { Condition } from '../../shared/archive/condition';
import {
	customFieldTerm,
	OPERATORS,
	type FieldComparison,
} from '../../shared/customFields/condition';
import { enumeration } from '../../shared/fields/enumeration';
import type { Kind } from '../../shared/fields/kind';
import { suggestedText } from '../../shared/fields/reference';
import { rows } from '../../shared/fields/rows';
import type { Json } from '../../shared/json';
import { listEntries } from '../../shared/lookup/mdoList';
import { customFieldsOf } from '../../shared/customFields/definition';

/** Any value; what it has to be depends on the field that it is compared with. */
const anyValue: Kind = {
	name: 'Value',
	control: { type: 'string', default: '' },
	encode: (value) => value as Json,
};

/** Comparisons of custom fields, as the form has them. */
const customFieldRows = rows(
	{
		item: 'comparison',
		label: 'Comparison',
		columns: [
			{
				name: 'field',
				label: 'Field',
				help: 'A user-defined field, from the list, by its key or by its label',
				kind: suggestedText('filterField', 'e.g. SuperOffice:7'),
				wire: 'field',
				required: true,
			},
			{
				name: 'operator',
				label: 'Operator',
				help: 'How the field is compared; a list, a switch or a date does not take all of them',
				kind: enumeration(OPERATORS, {
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
				help: 'Text, number, true or false, a date, or the name or number of an entry of a list',
				kind: anyValue,
				wire: 'value',
				required: true,
			},
		],
	},
	true,
);

/**
 * What comparisons of custom fields ask of SuperOffice's archive.
 * @throws FieldError for a field, an operator or a value that cannot be
 */
async function conditionsOf(
	entity: string,
	columns: string,
	value: Json,
	{ ask, zone, spot }: FilterContext,
): Promise<Condition> {
	const fields = await customFieldsOf(ask, entity);
	const context = { zone, entriesOf: async (list: string) => await listEntries(ask, list) };
	const terms: string[] = [];
	for (const [index, row] of (value as unknown as FieldComparison[]).entries()) {
		const at = (name: string, label: string) => ({
			parameter: `${spot.parameter}[${index}].${name}`,
			label,
		});
		const spots = {
			field: at('field', 'Field'),
			operator: at('operator', 'Operator'),
			value: at('value', 'Value'),
		};
		terms.push(await customFieldTerm(fields, row, columns, spots, context));
	}
	return { filter: terms.join(' and ') };
}

/** The filter over the custom fields of an entity. */
export const customFieldsFilter = (
	entity: string,
	{ customFields }: Pick<EntityArchive, 'customFields'>,
): FilterRow => ({
	label: 'Custom Fields',
	kind: customFieldRows,
	help: "Comparisons of the tenant's user-defined fields",
	condition: async (value, context) => await conditionsOf(entity, customFields, value, context),
});
