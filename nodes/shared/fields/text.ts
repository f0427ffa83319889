import { FieldError, quote, type Control, type Kind, type Spot } from './kind';

/**
 * A single text; numbers and switches count as their words.
 * @throws FieldError for lists and objects
 */
export function toText(value: unknown, spot: Spot): string {
	if (typeof value === 'string') return value;
	if (typeof value === 'number' || typeof value === 'boolean') return String(value);
	throw new FieldError(spot, `${quote(value)} is not text`, 'Give a single text value.');
}

const textKind = (name: string, control: Control): Kind => ({
	name,
	control,
	cleared: '',
	keepsEmpty: true,
	encode: toText,
});

export const text = textKind('Text', { type: 'string', default: '' });

export const longText = textKind('Multi-line text', {
	type: 'string',
	typeOptions: { rows: 4 },
	default: '',
});
