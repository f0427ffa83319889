import attempt from 'lodash/attempt';
import type { INodeProperties } from 'n8n-workflow';

import type { EntityDefinition } from '../../entities/entity';
import { FieldError, quote, type ParameterRef } from '../../shared/fields/fieldKind';
import { parameterRef } from '../../shared/fields/parameterRef';
import { isRecord } from '../../shared/json';
import { findJsonLosses } from '../../shared/jsonLosses';
import type { ItemCall } from '../operation';

/** The operations of RFC 6902 that SuperOffice takes (its documentation of PATCH). */
const OPERATIONS = ['add', 'remove', 'replace', 'test'];

const JSON_PATCH: INodeProperties = {
	displayName: 'JSON Patch',
	name: 'jsonPatch',
	type: 'json',
	typeOptions: { rows: 10 },
	default: '[]',
	description: 'A list of the operations add, remove, replace and test (RFC 6902), sent unchanged',
	displayOptions: { show: { specifyBody: ['jsonPatch'] } },
};

/** The control, with the entity's example. */
export const jsonPatchControl = ({ example }: EntityDefinition): INodeProperties => {
	const steps = Object.entries(example).map(([property, value]) => {
		const step = JSON.stringify({ op: 'replace', path: `/${property}`, value }, null, 1);
		return `  ${step.replace(/\n\s*/g, ' ')}`;
	});
	return { ...JSON_PATCH, default: `[\n${steps.join(',\n')}\n]` };
};

/** The keys of an operation, which SuperOffice might take in other cases, too. */
const KEYS = ['op', 'path', 'value'];

/**
 * The parts of a path, in SuperOffice's two ways: with and without a slash before it. Only plain names
 * of properties pass, as a server may read escapes and other signs in ways of its own.
 * @throws FieldError for any other path
 */
function pathParts(path: unknown, ref: ParameterRef): string[] {
	const parts = typeof path === 'string' ? path.replace(/^\//, '').split('/') : [];
	if (parts.length > 0 && /^[a-z]\w*$/i.test(parts[0]) && !parts.includes('')) return parts;
	const advice = 'Name the property, such as /Title or /Contact/ContactId.';
	throw new FieldError(ref, `${quote(path)} is not the path of a property`, advice);
}

function checkOperation({ id, words }: EntityDefinition, step: unknown, ref: ParameterRef): void {
	if (!isRecord(step)) {
		throw new FieldError(ref, `${quote(step)} is not an object`, 'Give op, path and value.');
	}
	const strange = Object.keys(step).find(
		(key) => !KEYS.includes(key) && KEYS.includes(key.trim().toLowerCase()),
	);
	if (strange !== undefined) {
		throw new FieldError(ref, `has ${quote(strange)}`, 'Write op, path and value in lower case.');
	}
	const { op } = step;
	if (typeof op !== 'string' || !OPERATIONS.includes(op)) {
		const advice = `SuperOffice takes ${OPERATIONS.join(', ')}.`;
		throw new FieldError(ref, `${quote(step.op)} is no operation`, advice);
	}
	const [property, ...below] = pathParts(step.path, ref);
	const isTest = op === 'test' && below.length === 0;
	if (property.toLowerCase() === id.toLowerCase() && !isTest) {
		const advice = `The ${words.one} to change is chosen above.`;
		throw new FieldError(ref, `the number of ${words.a} stays`, advice);
	}
	if (op === 'remove' || step.value !== undefined) return;
	throw new FieldError(ref, `${quote(op)} has no value`, 'Give a value, which may be null.');
}

/**
 * The text of a JSON Patch, written out or given by an expression.
 * @throws FieldError for what is no list of such operations
 */
export function readJsonPatch({ entity, read }: ItemCall): string {
	const ref = parameterRef(JSON_PATCH);
	const value = read(JSON_PATCH.name);
	const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
	const steps: unknown = attempt(JSON.parse, text);
	if (!Array.isArray(steps)) {
		throw new FieldError(ref, `${quote(value)} is not a list`, 'Give operations in brackets.');
	}
	if (steps.length === 0) {
		throw new FieldError(ref, 'there is nothing to update', 'Give at least one operation.');
	}
	const [duplicate] = findJsonLosses(text).duplicates;
	if (duplicate)
		throw new FieldError(ref, `has ${quote(duplicate.key)} twice`, 'Keep one of the two.');
	steps.forEach((step, index) =>
		checkOperation(entity, step, { ...ref, parameter: `${ref.parameter}[${index}]` }),
	);
	return text;
}
