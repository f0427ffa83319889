import get from 'lodash/get';
import has from 'lodash/has';
import isEqual from 'lodash/isEqual';
import isObject from 'lodash/isObject';
import map from 'lodash/map';
import mapValues from 'lodash/mapValues';
import toPath from 'lodash/toPath';
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { EntityDefinition } from '../entities/entity';
import { rejectEmptyExpression } from './guardedParameters';

/**
 * Whether a parameter holds no expression, so that its value is the same for all items; n8n marks
 * expressions by an equals sign.
 */
function hasNoExpression(value: unknown): boolean {
	if (typeof value === 'string') return !value.startsWith('=');
	return typeof value !== 'object' || value === null || Object.values(value).every(hasNoExpression);
}

/** What n8n's editor writes when a field of the item is dragged into a parameter, with the field's path. */
const ITEM_FIELD =
	/^=\{\{\s*\$json((?:\.[A-Za-z_]\w*|\[(?:\d+|"[^"\\\]]+"|'[^'\\\]]+')\])+)\s*\}\}$/;

/**
 * The value of the item's field that an expression names; undefined for any other expression, and
 * for a value that is an object.
 */
function readItemField(expression: string, json: IDataObject): unknown {
	const [, path] = ITEM_FIELD.exec(expression) ?? [];
	if (path === undefined) return undefined;
	const keys = toPath(path.replace(/^\./, ''));
	const value: unknown = has(json, keys) ? get(json, keys) : undefined;
	return isObject(value) ? undefined : (value ?? undefined);
}

/**
 * A parameter's value, read from the item without n8n, whose expressions take half a millisecond each.
 * @returns undefined where any of its expressions is more than a field that the item has
 */
function readLiteralOrField(raw: unknown, json: IDataObject): unknown {
	if (typeof raw === 'string') return raw.startsWith('=') ? readItemField(raw, json) : raw;
	if (!isObject(raw)) return raw;
	const read = (value: unknown) => readLiteralOrField(value, json);
	const values = Array.isArray(raw) ? map(raw, read) : mapValues(raw, read);
	return Object.values(values).includes(undefined) ? undefined : values;
}

/**
 * Reads node parameters for an item, with expressions resolved; parameters without expressions are
 * read once. A hidden parameter is undefined.
 * @throws n8n's own error for an expression that fails; FieldError for a guarded parameter whose
 * expression gives nothing
 */
export function parameterReader(context: IExecuteFunctions, entity: EntityDefinition) {
	const { parameters } = context.getNode();
	const items = context.getInputData();
	// The items that an AI agent's tool gets are not those that its expressions see.
	const expressionsSeeItems =
		items.length > 0 && context.getWorkflowDataProxy(0).$json === items[0].json;
	const constants = new Map<string, unknown>();
	/** Whether what is read without n8n was, the first time, what n8n gives. */
	const agrees = new Map<string, boolean>();
	return (parameter: string, item: number): unknown => {
		if (constants.has(parameter)) return constants.get(parameter);
		const raw: unknown = get(parameters, parameter);
		const isConstant = hasNoExpression(raw);
		const isOwn = !isConstant && expressionsSeeItems && agrees.get(parameter) !== false;
		const known = isOwn ? readLiteralOrField(raw, items[item].json) : undefined;
		if (known !== undefined && agrees.has(parameter)) return known;
		const value: unknown = context.getNodeParameter(parameter, item, null) ?? undefined;
		if (value === undefined) rejectEmptyExpression(entity, parameter, raw);
		if (isConstant) constants.set(parameter, value);
		if (known !== undefined) agrees.set(parameter, isEqual(known, value));
		return value;
	};
}
