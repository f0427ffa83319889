import { UserError, type INodeProperties } from 'n8n-workflow';

import type { Json, JsonObject } from '../json';

/** A form control without its name and texts, which come from the row that uses the kind. */
export type Control = Omit<INodeProperties, 'name' | 'displayName' | 'description'>;

/** Where a value stands: what an error has to name, and the zone in which plain times are read. */
export interface Spot {
	/** Path of the parameter, such as `timeAndAlarm.leadTime`. */
	parameter: string;
	/** The label that the form shows. */
	label: string;
	/** IANA name of the zone of date-times that carry no offset. */
	zone: string;
}

/** A kind of field: the only code that knows how a value looks in the form and on the wire. */
export interface Kind {
	/** Name of the kind for the documentation, such as `Date and time`. */
	name: string;
	control: Control;
	/** An added field that was left empty is sent as it is (texts), not left out. */
	keepsEmpty?: boolean;
	/**
	 * Turns a set form value into SuperOffice's JSON; `undefined` sends nothing.
	 * @throws FieldError when the value cannot be what the field needs
	 */
	encode(value: unknown, spot: Spot): Json | undefined;
	/** The plain entries that stand for a response value in simplified output. */
	simplify?(property: string, value: Json): JsonObject;
}

/** A value that a parameter cannot take. The message names the parameter and the value. */
export class FieldError extends UserError {
	constructor(spot: Pick<Spot, 'parameter' | 'label'>, problem: string, advice?: string) {
		super(`${spot.label} (${spot.parameter}): ${problem}`, { description: advice });
	}
}

/** The value as an error message shows it: JSON, cut to a line. */
export function quote(value: unknown): string {
	const text = JSON.stringify(value) ?? String(value);
	return text.length > 120 ? `${text.slice(0, 117)}…` : text;
}

/** Encodes a value, treating undefined, null and (but for texts) the empty string as not set. */
export function encodeWith(kind: Kind, value: unknown, spot: Spot): Json | undefined {
	if (value === undefined || value === null) return undefined;
	if (value === '' && !kind.keepsEmpty) return undefined;
	return kind.encode(value, spot);
}

/** A control that always stands in the form counts as not set while it is empty. */
export function emptyAsUnset(value: unknown): unknown {
	return value === '' ? undefined : value;
}
