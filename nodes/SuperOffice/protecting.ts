import type { INodeProperties } from 'n8n-workflow';

import { FROM, PERIOD, TO } from '../crud/list/period';
import { KEY_VALUE, ON_UNKNOWN_OUTCOME } from '../crud/match/checkFirst';
import { RAW_FILTER } from '../crud/list/form';
import { UNMODIFIED_SINCE } from '../crud/unmodifiedSince';
import { VALIDATE_FIRST } from '../crud/create';
import { REFUSE_CONFLICTS } from '../entities/appointment/conflicts/conflicts';
import { FieldError } from '../shared/fields/kind';
import { spotOf } from '../shared/fields/parameter';

/** Controls that guard a change or narrow what is found: nothing in their place would be more than was wanted. */
const PROTECTING = new Map(
	[
		...[UNMODIFIED_SINCE, ON_UNKNOWN_OUTCOME, KEY_VALUE, VALIDATE_FIRST, REFUSE_CONFLICTS],
		...[PERIOD, FROM, TO, RAW_FILTER],
	].map((property): [string, INodeProperties] => [property.name, property]),
);

/**
 * Refuses the expression of such a control that gives nothing, as of a field that the item lacks. A
 * control that is hidden or was left alone holds no expression.
 * @param given the control as the workflow has it
 * @throws FieldError
 */
export function refuseNothingFor(parameter: string, given: unknown): void {
	const property = PROTECTING.get(parameter);
	if (!property || typeof given !== 'string' || !given.startsWith('=')) return;
	const problem = 'its expression gives nothing for this item';
	const advice = 'Give the item the field, or empty the control where it is not wanted.';
	throw new FieldError(spotOf(property), problem, advice);
}
