import { NodeApiError, type IDataObject } from 'n8n-workflow';

import type { CustomField } from '../shared/customFields/definition';
import { USE_TYPED } from '../shared/customFields/mapper';
import { isOn } from '../shared/fields/parameter';
import { readOptions, withPlainValues, type RequestOptions } from '../shared/options';
import { readOutput, type Output } from '../shared/output';
import type { ItemCall } from './operation';
import { askFor, customFieldsFor } from './body/read';
import { SPECIFY_BODY } from './body/form';
import { readEntity, withId } from './record';

/** How an operation asks for a record, and puts it out. */
export interface Outcome {
	/** In the one culture for plain values, where custom fields go or come as such. */
	options: RequestOptions;
	output: Output;
}

/** Whether an item brings custom fields as simplified output has them. */
const mapsPlainFields = ({ entity, read, item }: ItemCall) =>
	read(SPECIFY_BODY.name) === 'autoMap' && entity.ownItems?.hasPlainFields(item) === true;

const NO_DEFINITIONS =
	'Custom fields come out by their ProgIds, with the values that their encoding tells: SuperOffice did not give their definitions. Check whether the user of the credential may read them.';

/** The definitions of the custom fields; none, and a hint, where SuperOffice does not give them. */
async function definitionsFor(call: ItemCall, options: RequestOptions): Promise<CustomField[]> {
	const ask = askFor(call, options);
	const asked = customFieldsFor(
		call,
		async (request) => await ask({ ...request, isOptional: true }),
	);
	return await asked.catch((error: unknown) => {
		// The item itself is done by then: it must not fail for what its fields are called.
		if (!(error instanceof NodeApiError)) throw error;
		call.hint(NO_DEFINITIONS);
		return [];
	});
}

/**
 * Reads the options and the output parameters of an item.
 * @throws FieldError for a value that cannot be
 */
export function readOutcome(call: ItemCall): Outcome {
	const options = readOptions(call.read, call.workflowZone);
	const definitions = async () => await definitionsFor(call, options);
	const output = readOutput(call.read, call.entity.fields, definitions);
	const hasPlain = output.isPlain || isOn(call.read, USE_TYPED) || mapsPlainFields(call);
	const headers = hasPlain ? withPlainValues(options.headers) : options.headers;
	const { $select } = output.query;
	// Its number tells that an answer is of the record that was asked for, whatever is selected.
	const query: Output['query'] = $select
		? { $select: withId($select.split(','), call.entity.id) }
		: output.query;
	return { options: { ...options, headers }, output: { ...output, query } };
}

/**
 * The record as it is after a call that answered nothing.
 * @param done what the call did, such as `accepted`: errors say so, as it is done all the same
 */
export async function putOutAfterwards(
	call: ItemCall,
	{ options, output }: Outcome,
	id: number,
	done: string,
): Promise<IDataObject> {
	const { one } = call.entity.words;
	const entity = await readEntity(call, options, id, output.query.$select?.split(','), {
		purpose: `reading the ${one} after it was ${done}`,
		alreadyDone: `The ${one} was ${done} all the same: do not run the item again.`,
	});
	return await output.shape(entity);
}
