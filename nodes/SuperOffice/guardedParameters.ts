import { PERIOD_FROM, PERIOD, PERIOD_TO } from '../crud/list/period';
import { KEY_VALUE } from '../crud/match/checkFirst';
import { RAW_FILTER } from '../crud/list/listForm';
import { UNMODIFIED_SINCE } from '../crud/unmodifiedSince';
import { continueWithId } from '../crud/addition';
import { VALIDATE_FIRST } from '../crud/create';
import type { EntityDefinition } from '../entities/entity';
import { FieldError } from '../shared/fields/fieldKind';
import { parameterRef } from '../shared/fields/parameterRef';

/**
 * Parameters that guard a change or narrow a search: an empty value would change or find more than
 * the user wants.
 */
const GUARDED = [
	...[UNMODIFIED_SINCE, KEY_VALUE, VALIDATE_FIRST],
	...[PERIOD, PERIOD_FROM, PERIOD_TO, RAW_FILTER],
];

/**
 * Fails for a guarded parameter whose expression gives nothing, such as for a field that the item
 * lacks. A hidden or untouched control holds no expression.
 * @param raw the control as the workflow has it
 * @throws FieldError
 */
export function rejectEmptyExpression(
	entity: EntityDefinition,
	parameter: string,
	raw: unknown,
): void {
	const { createOptions = [], guarded = [] } = entity;
	const all = [...GUARDED, ...createOptions, ...guarded, continueWithId(entity)];
	const property = all.find(({ name }) => name === parameter);
	if (!property || typeof raw !== 'string' || !raw.startsWith('=')) return;
	const problem = 'its expression is empty for this item';
	const advice = 'Add the value to the item, or clear this parameter if you do not need it.';
	throw new FieldError(parameterRef(property), problem, advice);
}
