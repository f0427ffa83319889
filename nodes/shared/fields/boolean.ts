import { FieldError, quote, type FieldKind, type ParameterRef } from './fieldKind';

/**
 * A switch; an expression or a model may also give the words true and false.
 * @throws FieldError for anything else
 */
export function toBoolean(value: unknown, ref: ParameterRef): boolean {
	if (typeof value === 'boolean') return value;
	const word = typeof value === 'string' ? value.trim().toLowerCase() : '';
	if (word === 'true') return true;
	if (word === 'false') return false;
	throw new FieldError(ref, `${quote(value)} is neither true nor false`, 'Give one of them.');
}

/** A switch that is added to a form, or to a row of it: what is added is on. */
export const boolean: FieldKind = {
	name: 'Switch',
	control: { type: 'boolean', default: true },
	encode: toBoolean,
};
