import { FROM, PERIOD, TO } from '../crud/list/period';
import { KEY_VALUE, ON_UNKNOWN_OUTCOME } from '../crud/match/checkFirst';
import { RAW_FILTER } from '../crud/list/form';
import { UNMODIFIED_SINCE } from '../crud/unmodifiedSince';
import { VALIDATE_FIRST } from '../crud/create';
import type { EntityDefinition } from '../entities/entity';
import { FieldError } from '../shared/fields/kind';
import { spotOf } from '../shared/fields/parameter';

/** Controls that guard a change or narrow what is found: nothing in their place would be more than was wanted. */
const PROTECTING = [
	...[UNMODIFIED_SINCE, ON_UNKNOWN_OUTCOME, KEY_VALUE, VALIDATE_FIRST],
	...[PERIOD, FROM, TO, RAW_FILTER],
];

/**
 * Refuses the expression of such a control that gives nothing, as of a field that the item lacks. A
 * control that is hidden or was left alone holds no expression.
 * @param given the control as the workflow has it
 * @throws FieldError
 */
export function refuseNothingFor(
	{ createControls = [] }: EntityDefinition,
	parameter: string,
	given: unknown,
): void {
	const property = [...PROTECTING, ...createControls].find(({ name }) => name === parameter);
	if (!property || typeof given !== 'string' || !given.startsWith('=')) return;
	const problem = 'its expression gives nothing for this item';
	const advice = 'Give the item the field, or empty the control where it is not wanted.';
	throw new FieldError(spotOf(property), problem, advice);
}
