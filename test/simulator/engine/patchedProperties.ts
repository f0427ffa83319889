import { isEqual } from 'lodash';

import type { Carrier, Value } from '../tenant/carriers';
import { readBody, readValue } from './body';
import type { Clock } from './dates';
import { badArgument } from './failures';
import { applyOperations, mergeOperations, readOperations } from './patch';
import { isCarrier } from './values';

/**
 * What a PATCH changes, as a save would be sent it: a list is a JSON Patch, an object a merge patch.
 * @throws Failure 400 for a patch that cannot be, 409 for a test that fails
 */
export function patchedProperties(stored: Carrier, body: Value | undefined, clock: Clock): Carrier {
	if (!Array.isArray(body) && !isCarrier(body)) throw badArgument('The request body is no patch');
	const operations = Array.isArray(body) ? readOperations(body) : mergeOperations(stored, body);
	const patched = applyOperations(stored, operations, (value, path) =>
		readValue(value, path, clock),
	);
	const changes = Object.entries(patched).filter(([name, value]) => !isEqual(value, stored[name]));
	return readBody(Object.fromEntries(changes), Object.keys(stored), clock);
}
