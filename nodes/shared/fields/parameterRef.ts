import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { toBoolean } from './boolean';
import { toEnumValue } from './enumeration';
import type { ParameterRef } from './fieldKind';

/** The reference to a parameter, for errors. */
export const parameterRef = ({ name, displayName }: INodeProperties): ParameterRef => ({
	parameter: name,
	label: displayName,
});

/**
 * Whether a switch of the form is on; one that is hidden has its default.
 * @param read gives a parameter's value, undefined while it is hidden
 */
export const isOn = (read: (parameter: string) => unknown, property: INodeProperties): boolean =>
	toBoolean(read(property.name) ?? property.default, parameterRef(property));

/**
 * The chosen value of a dropdown of the form; one that is hidden, or an option that was not added, has its default.
 * @throws FieldError for what it does not offer
 */
export const chosen = (read: (parameter: string) => unknown, property: INodeProperties): string => {
	const values = (property.options as INodePropertyOptions[]).map(({ value }) => String(value));
	return toEnumValue(values, read(property.name) ?? property.default, parameterRef(property));
};
