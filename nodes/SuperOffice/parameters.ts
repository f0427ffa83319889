import get from 'lodash/get';
import has from 'lodash/has';
import isEqual from 'lodash/isEqual';
import isObject from 'lodash/isObject';
import map from 'lodash/map';
import mapValues from 'lodash/mapValues';
import toPath from 'lodash/toPath';
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { EntityDefinition } from '../entities/entity';
import { refuseNothingFor } from './protecting';

/** Whether a value is the same for all items: n8n marks expressions by an equals sign. */
function isFixed(value: unknown): boolean {
	if (typeof value === 'string') return !value.startsWith('=');
	return typeof value !== 'object' || value === null || Object.values(value).every(isFixed);
}

/** What n8n's editor writes when a field of the item is dragged into a parameter, with the field's path. */
const FIELD = /^=\{\{\s*\$json((?:\.[A-Za-z_]\w*|\[(?:\d+|"[^"\\\]]+"|'[^'\\\]]+')\])+)\s*\}\}$/;

/** A field's value; undefined where its expression is another one, or gives anything but a simple value. */
function fieldOf(expression: string, json: IDataObject): unknown {
	const [, path] = FIELD.exec(expression) ?? [];
	if (path === undefined) return undefined;
	const keys = toPath(path.replace(/^\./, ''));
	const value: unknown = has(json, keys) ? get(json, keys) : undefined;
	return isObject(value) ? undefined : (value ?? undefined);
}

/**
 * A parameter's value, read from the item without n8n, whose expressions take half a millisecond each.
 * @returns undefined where any of its expressions is more than a field that the item has
 */
function readOff(given: unknown, json: IDataObject): unknown {
	if (typeof given === 'string') return given.startsWith('=') ? fieldOf(given, json) : given;
	if (!isObject(given)) return given;
	const read = (value: unknown) => readOff(value, json);
	const values = Array.isArray(given) ? map(given, read) : mapValues(given, read);
	return Object.values(values).includes(undefined) ? undefined : values;
}

/**
 * Reads a node's parameters for an item, expressions resolved; those that are the same for all items
 * are read once. One that the form hides is undefined.
 * @throws what n8n throws for an expression that fails; FieldError where one that protects gives nothing
 */
export function parameterReader(context: IExecuteFunctions, entity: EntityDefinition) {
	const { parameters } = context.getNode();
	const items = context.getInputData();
	// The tool of an AI agent gets other items than its expressions see.
	const areSeen = items.length > 0 && context.getWorkflowDataProxy(0).$json === items[0].json;
	const fixed = new Map<string, unknown>();
	/** Whether what is read without n8n was, the first time, what n8n gives. */
	const agrees = new Map<string, boolean>();
	return (parameter: string, item: number): unknown => {
		if (fixed.has(parameter)) return fixed.get(parameter);
		const given: unknown = get(parameters, parameter);
		const isSame = isFixed(given);
		const isOwn = !isSame && areSeen && agrees.get(parameter) !== false;
		const known = isOwn ? readOff(given, items[item].json) : undefined;
		if (known !== undefined && agrees.has(parameter)) return known;
		const value: unknown = context.getNodeParameter(parameter, item, null) ?? undefined;
		if (value === undefined) refuseNothingFor(entity, parameter, given);
		if (isSame) fixed.set(parameter, value);
		if (known !== undefined) agrees.set(parameter, isEqual(known, value));
		return value;
	};
}
