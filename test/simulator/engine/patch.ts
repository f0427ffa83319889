import { cloneDeep, isEqual } from 'lodash';

import type { Carrier, Value } from '../tenant/carriers';
import { badArgument, ApiFailure } from './failures';
import { bodyValue, isCarrier } from './values';

/** What a patch does at one place; paths are split. */
export interface Operation {
	op: 'add' | 'remove' | 'replace' | 'test';
	path: string[];
	value: Value;
}

const OPERATIONS = ['add', 'remove', 'replace', 'test'];

/** A path's parts; SuperOffice takes it without the leading slash too. */
function readPath(path: Value | undefined): string[] {
	if (typeof path !== 'string' || path.replace('/', '') === '') {
		throw badArgument(`"${String(path)}" is not the path of a property`);
	}
	return path
		.replace(/^\//, '')
		.split('/')
		.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/**
 * Reads a JSON Patch of the four operations that SuperOffice has.
 * @throws Failure for another operation, or a path that is none
 */
export function readOperations(patch: Value[]): Operation[] {
	return patch.map((one) => {
		const op = String(bodyValue(one, 'op') ?? '').toLowerCase();
		if (!OPERATIONS.includes(op)) throw badArgument(`The operation "${op}" is not supported`);
		const path = readPath(bodyValue(one, 'path'));
		return { op: op as Operation['op'], path, value: bodyValue(one, 'value') ?? null };
	});
}

const at = (path: string[]) => `"/${path.join('/')}"`;

/** A property's own name, whatever the case of the asked one; dictionaries take new keys. */
function ownKey(record: Carrier, wanted: string): string {
	return Object.keys(record).find((key) => key.toLowerCase() === wanted.toLowerCase()) ?? wanted;
}

/** What holds the last part of a path, and the path in the entity's own names. */
function locate(entity: Carrier, path: string[]): { holder: Carrier | Value[]; names: string[] } {
	let holder: Value | undefined = entity;
	const names: string[] = [];
	for (const [index, part] of path.entries()) {
		const isRecord: boolean = isCarrier(holder);
		if (!isRecord && !Array.isArray(holder)) {
			throw badArgument(`There is nothing at ${at(path.slice(0, index))}`);
		}
		const name: string = isCarrier(holder) ? ownKey(holder, part) : part;
		names.push(name);
		if (index === path.length - 1) break;
		holder = Array.isArray(holder) ? holder[Number(name)] : (holder as Carrier)[name];
	}
	return { holder: holder as Carrier | Value[], names };
}

function indexIn(list: Value[], { op, path }: Operation): number {
	const part = path[path.length - 1];
	if (op === 'add' && part === '-') return list.length;
	const index = /^\d+$/.test(part) ? Number(part) : Infinity;
	if (index < list.length + (op === 'add' ? 1 : 0)) return index;
	throw badArgument(`There is no item at ${at(path)}`);
}

/** Which status a test has that fails is documented: 409; its words are a guess. */
function check(found: Value | undefined, { path, value }: Operation): void {
	if (isEqual(found ?? null, value)) return;
	throw new ApiFailure(409, 'SoConflictException', `The test of ${at(path)} failed`);
}

function applyToList(list: Value[], operation: Operation): void {
	const index = indexIn(list, operation);
	switch (operation.op) {
		case 'add':
			list.splice(index, 0, operation.value);
			break;
		case 'remove':
			list.splice(index, 1);
			break;
		case 'replace':
			list[index] = operation.value;
			break;
		default:
			check(list[index], operation);
	}
}

function applyToRecord(record: Carrier, operation: Operation): void {
	const { op, path, value } = operation;
	const key = path[path.length - 1];
	const isKnown = Object.hasOwn(record, key);
	// Entities have fixed properties; a refusal of others is a guess, as is that of removing nothing.
	if (!isKnown && (path.length === 1 || op === 'remove')) {
		throw badArgument(`There is no property ${at(path)}`);
	}
	if (op === 'test') check(record[key], operation);
	else record[key] = op === 'remove' ? null : value;
}

/**
 * An entity after the operations; the given one stays as it is.
 * @param read how a value is stored at a place
 * @throws Failure 400 for a place that is not there, 409 for a test that fails
 */
export function applyOperations(
	entity: Carrier,
	operations: Operation[],
	read: (value: Value, path: string[]) => Value,
): Carrier {
	const patched = cloneDeep(entity);
	for (const operation of operations) {
		const { holder, names } = locate(patched, operation.path);
		const stored = { ...operation, path: names, value: read(operation.value, names) };
		if (Array.isArray(holder)) applyToList(holder, stored);
		else applyToRecord(holder, stored);
	}
	return patched;
}

/**
 * A merge patch as the operations that SuperOffice turns it into: an object for a list is appended,
 * a list replaces. Dictionaries and nested records keep what is not mentioned.
 */
export function mergeOperations(entity: Value, patch: Carrier, above: string[] = []): Operation[] {
	return Object.entries(patch).flatMap(([key, value]): Operation[] => {
		const path = [...above, key];
		const found = bodyValue(entity, key);
		if (Array.isArray(found) && isCarrier(value)) {
			return [{ op: 'add', path: [...path, '-'], value }];
		}
		if (isCarrier(found) && isCarrier(value)) return mergeOperations(found, value, path);
		const isGone = value === null && found !== undefined;
		return [{ op: isGone ? 'remove' : 'add', path, value }];
	});
}
