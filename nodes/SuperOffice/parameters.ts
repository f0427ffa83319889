import get from 'lodash/get';
import type { IExecuteFunctions } from 'n8n-workflow';

/** Whether a value is the same for all items: n8n marks expressions by an equals sign. */
function isFixed(value: unknown): boolean {
	if (typeof value === 'string') return !value.startsWith('=');
	return typeof value !== 'object' || value === null || Object.values(value).every(isFixed);
}

/**
 * Reads a node's parameters for an item, expressions resolved; those that are the same for all items
 * are read once. One that the form hides is undefined.
 * @throws what n8n throws for an expression that fails
 */
export function parameterReader(context: IExecuteFunctions) {
	const { parameters } = context.getNode();
	const fixed = new Map<string, unknown>();
	return (parameter: string, item: number): unknown => {
		if (fixed.has(parameter)) return fixed.get(parameter);
		const value: unknown = context.getNodeParameter(parameter, item, null) ?? undefined;
		if (isFixed(get(parameters, parameter))) fixed.set(parameter, value);
		return value;
	};
}
