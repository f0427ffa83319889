import type { INodeProperties } from 'n8n-workflow';
import set from 'lodash/set';

import type { JsonObject } from '../json';
import {
	encodeValue,
	FieldError,
	type EncodeContext,
	type FieldKind,
	type ParameterRef,
} from './fieldKind';

/** What a property of an entity and a column of a row have: the control, the JSON and the documentation follow from it. */
export interface Field {
	label: string;
	kind: FieldKind;
	/** One sentence for the form and the documentation. */
	help: string;
	/** Preselected value, where the kind's own would not do. */
	default?: INodeProperties['default'];
	placeholder?: string;
	/** Shown below the control, where a wrong choice hurts. */
	hint?: string;
}

/** The control of a field in the form. */
export function controlOf(name: string, field: Field): INodeProperties {
	const { label, help, kind, placeholder, hint } = field;
	return {
		displayName: label,
		name,
		description: help,
		...kind.control,
		default: field.default ?? kind.control.default,
		...(placeholder && { placeholder }),
		...(hint && { hint }),
	};
}

/** A field with what was given for it. */
export interface FilledField {
	field: Field;
	/** Where the value goes in the JSON, such as `DayPattern.Cycle`. */
	wire: string;
	value: unknown;
	/** Path of the parameter that holds the value. */
	parameter: string;
	/** Whether it must not be empty. */
	isNeeded?: boolean;
}

/**
 * The JSON of fields, each knowing those before it.
 * @throws FieldError naming the parameter whose value does not fit, or is needed and empty
 */
export async function encodeFields(
	fields: FilledField[],
	context: Omit<EncodeContext, 'encoded'>,
): Promise<JsonObject> {
	const encoded: JsonObject = {};
	for (const { field, wire, value, parameter, isNeeded } of fields) {
		const ref: ParameterRef = { parameter, label: field.label };
		const json = await encodeValue(field.kind, value, ref, { ...context, encoded });
		if (json !== undefined && !(isNeeded && json === '')) set(encoded, wire, json);
		else if (isNeeded) throw new FieldError(ref, 'is empty', field.help);
	}
	return encoded;
}
