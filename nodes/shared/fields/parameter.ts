import type { INodeProperties } from 'n8n-workflow';

import { toBoolean } from './boolean';
import type { Spot } from './kind';

/** Where a parameter of the form stands, for errors. */
export const spotOf = ({ name, displayName }: INodeProperties): Spot => ({
	parameter: name,
	label: displayName,
});

/**
 * Whether a switch of the form is on; one that is hidden has its default.
 * @param read gives a parameter's value, undefined while it is hidden
 */
export const isOn = (read: (parameter: string) => unknown, property: INodeProperties): boolean =>
	toBoolean(read(property.name) ?? property.default, spotOf(property));
