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
 * Whether a switch that the form always shows is on.
 * @throws FieldError for an expression without a value, which must not count as the default
 */
export const isTurnedOn = (read: (parameter: string) => unknown, property: INodeProperties) =>
	toBoolean(read(property.name), parameterRef(property));

/**
 * The chosen value of a dropdown of the form; one that is hidden, or an option that was not added, has its default.
 * @throws FieldError for what it does not offer
 */
export const chosen = (read: (parameter: string) => unknown, property: INodeProperties): string => {
	const values = (property.options as INodePropertyOptions[]).map(({ value }) => String(value));
	return toEnumValue(values, read(property.name) ?? property.default, parameterRef(property));
};
