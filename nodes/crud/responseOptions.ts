import union from 'lodash/union';
import { NodeApiError, type IDataObject } from 'n8n-workflow';

import type { CustomField } from '../shared/customFields/definition';
import { usesMapper } from '../shared/customFields/mapper';
import { readOptions, plainValueHeaders, type RequestOptions } from '../shared/options';
import { readOutput, type Output } from '../shared/output';
import { outputBaseZone } from './baseZone';
import type { ItemCall } from './operation';
import { lookUpFor, fetchEntityCustomFields } from './body/readBody';
import { SPECIFY_BODY } from './body/bodyForm';
import { hasPlainFields } from './ownItem/ownItem';
import { getRecord, selectWithId } from './record';

/** The request options and output settings of an item. */
export interface ResponseOptions {
	/** With the culture `en` where custom fields are plain values. */
	options: RequestOptions;
	output: Output;
}

/** Whether an automatically mapped item has custom fields as plain values. */
const mapsPlainFields = ({ entity, read, item }: ItemCall) =>
	read(SPECIFY_BODY.name) === 'autoMap' && hasPlainFields(entity, item);

const NO_DEFINITIONS_HINT =
	'SuperOffice did not return the definitions of the custom fields, so these are returned by ProgId, with their values decoded as far as possible. Check whether the user of the credential may read the definitions.';

/** The definitions of the custom fields; none, and a hint, where SuperOffice does not give them. */
async function fetchDefinitions(call: ItemCall, options: RequestOptions): Promise<CustomField[]> {
	const lookUp = lookUpFor(call, options);
	const asked = fetchEntityCustomFields(
		call,
		async (request) => await lookUp({ ...request, isOptional: true }),
	);
	return await asked.catch((error: unknown) => {
		// The record is saved by then: missing definitions must not fail the item.
		if (!(error instanceof NodeApiError)) throw error;
		call.hint(NO_DEFINITIONS_HINT);
		return [];
	});
}

/**
 * Reads the options and the output parameters of an item.
 * @param shown parameters of properties that simplified output has besides, as the operation sets them
 * @throws FieldError for a value that cannot be
 */
export function readResponseOptions(call: ItemCall, shown: string[] = []): ResponseOptions {
	const options = readOptions(call.read, call.workflowZone);
	const definitions = async () => await fetchDefinitions(call, options);
	const output = readOutput(call.read, {
		...call.entity,
		simplified: union(call.entity.simplified, shown),
		zone: options.zone,
		baseZone: async () => await outputBaseZone(call, options),
		definitions,
	});
	const hasPlain = output.isPlain || usesMapper(call.read) || mapsPlainFields(call);
	const headers = hasPlain ? plainValueHeaders(options.headers) : options.headers;
	const { $select } = output.query;
	// The ID is always selected, to check that the response is of the requested record.
	const query: Output['query'] = $select
		? { $select: selectWithId($select.split(','), call.entity.id) }
		: output.query;
	return { options: { ...options, headers }, output: { ...output, query } };
}

/**
 * Reads the record after a call without a response body, and shapes it for the output.
 * @param done what the call did, such as `accepted`, for errors of reading it back
 */
export async function readBackAndShape(
	call: ItemCall,
	{ options, output }: ResponseOptions,
	id: number,
	done: string,
): Promise<IDataObject> {
	const { one } = call.entity.words;
	const entity = await getRecord(call, options, id, output.query.$select?.split(','), {
		purpose: `reading the ${one} after it was ${done}`,
		alreadyDone: `The ${one} was ${done} all the same: do not run the item again.`,
	});
	return await output.shape(entity);
}
