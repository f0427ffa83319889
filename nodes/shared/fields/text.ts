import { FieldError, quote, type Control, type FieldKind, type ParameterRef } from './fieldKind';

/**
 * A single text; numbers and switches count as their words.
 * @throws FieldError for lists and objects
 */
export function toText(value: unknown, ref: ParameterRef): string {
	if (typeof value === 'string') return value;
	if (typeof value === 'number' || typeof value === 'boolean') return String(value);
	throw new FieldError(ref, `${quote(value)} is not text`, 'Give a single text value.');
}

const textKind = (name: string, control: Control): FieldKind => ({
	name,
	control,
	clearedValue: '',
	keepsEmpty: true,
	encode: toText,
});

export const text = textKind('Text', { type: 'string', default: '' });

export const longText = textKind('Multi-line text', {
	type: 'string',
	typeOptions: { rows: 4 },
	default: '',
});
