import type { IDataObject } from 'n8n-workflow';

import { USE_TYPED } from '../../shared/customFields/mapper';
import { isOn } from '../../shared/fields/parameter';
import { readOptions, withPlainValues, type RequestOptions } from '../../shared/options';
import { readOutput, type Output } from '../../shared/output';
import type { ItemCall } from '../operation';
import { appointmentFields } from './appointment.fields';
import { askFor, customFieldsFor } from './given';
import { SPECIFY_BODY } from './givenForm';
import { hasPlainFields } from './ownItem';
import { readEntity, withId } from './record';

/** How an operation asks for an appointment, and puts it out. */
export interface Outcome {
	/** In the one culture for plain values, where custom fields go or come as such. */
	options: RequestOptions;
	output: Output;
}

/** Whether an item brings custom fields as simplified output has them. */
const mapsPlainFields = ({ read, item }: ItemCall) =>
	read(SPECIFY_BODY.name) === 'autoMap' && hasPlainFields(item);

/**
 * Reads the options and the output parameters of an item.
 * @throws FieldError for a value that cannot be
 */
export async function readOutcome(call: ItemCall): Promise<Outcome> {
	const options = readOptions(call.read, call.workflowZone);
	const customFields = async () => await customFieldsFor(askFor(call, options));
	const output = await readOutput(call.read, appointmentFields, customFields);
	const hasPlain = output.isPlain || isOn(call.read, USE_TYPED) || mapsPlainFields(call);
	const headers = hasPlain ? withPlainValues(options.headers) : options.headers;
	const { $select } = output.query;
	// Its number tells that an answer is of the record that was asked for, whatever is selected.
	const query: Output['query'] = $select ? { $select: withId($select.split(',')) } : output.query;
	return { options: { ...options, headers }, output: { ...output, query } };
}

/**
 * The appointment as it is after a call that answered nothing.
 * @param done what the call did, such as `accepted`: errors say so, as it is done all the same
 */
export async function putOutAfterwards(
	call: ItemCall,
	{ options, output }: Outcome,
	id: number,
	done: string,
): Promise<IDataObject> {
	const entity = await readEntity(call, options, id, output.query.$select?.split(','), {
		purpose: `reading the appointment after it was ${done}`,
		alreadyDone: `The appointment was ${done} all the same: do not run the item again.`,
	});
	return output.shape(entity);
}
