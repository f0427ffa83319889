import type { INodeProperties } from 'n8n-workflow';

import { FieldError, quote, type Spot } from '../../shared/fields/kind';
import { spotOf } from '../../shared/fields/parameter';
import { parsed } from '../../shared/fields/rows';
import { isRecord } from '../../shared/json';

/** The operations of RFC 6902 that SuperOffice takes (its documentation of PATCH). */
const OPERATIONS = ['add', 'remove', 'replace', 'test'];

export const JSON_PATCH: INodeProperties = {
	displayName: 'JSON Patch',
	name: 'jsonPatch',
	type: 'json',
	typeOptions: { rows: 10 },
	default: '[\n  { "op": "replace", "path": "/Title", "value": "My appointment" }\n]',
	description: 'A list of operations add, remove, replace and test (RFC 6902); it is sent as it is',
	displayOptions: { show: { specifyBody: ['jsonPatch'] } },
};

function check(step: unknown, spot: Spot): void {
	if (!isRecord(step)) {
		throw new FieldError(spot, `${quote(step)} is not an object`, 'Give op, path and value.');
	}
	const op = String(step.op);
	if (!OPERATIONS.includes(op)) {
		const advice = `SuperOffice takes ${OPERATIONS.join(', ')}.`;
		throw new FieldError(spot, `${quote(step.op)} is no operation`, advice);
	}
	if (typeof step.path !== 'string' || step.path.replace(/^\//, '') === '') {
		const advice = 'Name the property, such as /Title or /Contact/ContactId.';
		throw new FieldError(spot, `the path ${quote(step.path)} names no property`, advice);
	}
	if (/^\/?AppointmentId$/i.test(step.path) && op !== 'test') {
		const advice = 'The appointment to change is chosen above.';
		throw new FieldError(spot, 'the number of an appointment stays', advice);
	}
	if (op === 'remove' || step.value !== undefined) return;
	throw new FieldError(spot, `${quote(op)} has no value`, 'Give a value, which may be null.');
}

/**
 * The text of a JSON Patch, written out or given by an expression.
 * @throws FieldError for what is no list of such operations
 */
export function readJsonPatch(read: (parameter: string) => unknown): string {
	const spot = spotOf(JSON_PATCH);
	const value = read(JSON_PATCH.name);
	const steps = parsed(value, spot);
	if (!Array.isArray(steps) || steps.length === 0) {
		throw new FieldError(spot, `${quote(value)} is not a list`, 'Give operations in brackets.');
	}
	steps.forEach((step, index) =>
		check(step, { ...spot, parameter: `${spot.parameter}[${index}]` }),
	);
	return typeof value === 'string' ? value : JSON.stringify(value);
}
