import isMatch from 'lodash/isMatch';
import { UserError, type INodeProperties } from 'n8n-workflow';

import type { Json, JsonObject } from '../json';

/** A form control without its name and texts, which come from the row that uses the kind. */
export type Control = Omit<INodeProperties, 'name' | 'displayName' | 'description'>;

/** A reference to a parameter, for errors. */
export interface ParameterRef {
	/** Path of the parameter, such as `additionalFields.leadTime`. */
	parameter: string;
	/** The label that the form shows. */
	label: string;
}

/** A record by its name. */
export interface NamedRecord {
	/** The kind of record, a key of the lookup sources. */
	source: string;
	name: string;
	/** ID of the record within which to look, such as a person's company. */
	within?: number;
}

/** Context for encoding a value. */
export interface EncodeContext {
	/** IANA name of the zone of date-times that carry no offset. */
	zone: string;
	/** Gives the IANA name of the tenant's base zone, whose days SuperOffice's days are. */
	baseZone(): Promise<string>;
	/** The properties of the same object that are encoded already. */
	encoded: JsonObject;
	/**
	 * The ID of a record that is named by its name.
	 * @throws FieldError listing the candidates unless there is exactly one
	 */
	findIdByName(record: NamedRecord, ref: ParameterRef): Promise<number>;
}

/** A value as it is sent; `undefined` sends nothing. A name first has to be looked up. */
export type EncodedValue = Json | undefined | Promise<Json | undefined>;

/** A kind of field: the only code that knows how a value looks in the form and on the wire. */
export interface FieldKind {
	/** Name of the kind for the documentation, such as `Date and time`. */
	name: string;
	control: Control;
	/** What is sent to empty the field; none: it cannot be emptied. */
	clearedValue?: Json;
	/** An added field that was left empty is sent as it is (texts), not left out. */
	keepsEmpty?: boolean;
	/**
	 * Turns a set form value into SuperOffice's JSON.
	 * @throws FieldError when the value cannot be what the field needs
	 */
	encode(value: unknown, ref: ParameterRef, context: EncodeContext): EncodedValue;
	/**
	 * The form value that plain data of an item stands for, where the two differ.
	 * @throws FieldError for data of another shape
	 */
	fromData?(data: unknown, ref: ParameterRef): unknown;
	/** Of a nested record, the keys of its number and of what a person would call its name. */
	keys?: { id: string; name: string };
	/** Of a list, the keys that a row of a response has and that go back. */
	columns?: string[];
	/** Of a list, the key without which a row of a response is only a part of one. */
	neededKey?: string;
	/** Of a list, a row of a response as it goes back, or into a copy. */
	resendRow?(row: Record<string, unknown>, isNew: boolean): unknown;
	/**
	 * Of a list, a row of a response that goes back as it is, even if it could not be entered.
	 * @param isOwn whether the item is output of this node
	 */
	storedRow?(row: Record<string, unknown>, isOwn: boolean): unknown;
	/** A change laid over the record's value, where SuperOffice takes the value as a whole only. */
	overlay?(before: Json, change: Json): Json;
	/** A value of own output as it goes back, where the same text of a person means something else. */
	fromOwn?(value: unknown): unknown;
	/** What of a response's value goes back in a request, where that is less than all. */
	resend?(value: Json): Json | undefined;
	/** How a response's value comes out in a zone, where that is not as SuperOffice sent it. */
	inZone?(value: Json, zone: string, baseZone: string): Json;
	/** The plain entries that stand for a response value in simplified output. */
	simplify?(property: string, value: Json): JsonObject;
}

/** A value that a parameter cannot take. The message names the parameter and the value. */
export class FieldError extends UserError {
	constructor(ref: ParameterRef, problem: string, advice?: string) {
		super(`${ref.label} (${ref.parameter}): ${problem}`, { description: advice });
	}
}

/** The value as an error message shows it: JSON, cut to a line. */
export function quote(value: unknown): string {
	const text = JSON.stringify(value) ?? String(value);
	return text.length > 120 ? `${text.slice(0, 117)}…` : text;
}

/** Whether a value is the default that n8n saves of a control that was added and not touched. */
function isUntouched({ type, default: untouched }: Control, value: unknown): boolean {
	if (type === 'json') return value === untouched;
	return type === 'resourceLocator' && isMatch(Object(value) as object, untouched as object);
}

/**
 * Encodes a value, treating undefined, null, (but for texts) the empty string and the value of an
 * untouched control as not set.
 */
export function encodeValue(
	kind: FieldKind,
	value: unknown,
	ref: ParameterRef,
	context: EncodeContext,
): EncodedValue {
	if (value === undefined || value === null) return undefined;
	if (value === '' && !kind.keepsEmpty) return undefined;
	if (isUntouched(kind.control, value)) return undefined;
	return kind.encode(value, ref, context);
}

/** An empty control at the top level of the form counts as not set. */
export function emptyToUndefined(value: unknown): unknown {
	return value === '' ? undefined : value;
}
