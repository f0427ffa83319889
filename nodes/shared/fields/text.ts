import { FieldError, quote, type Control, type Kind } from './kind';

function textKind(name: string, control: Control): Kind {
	return {
		name,
		control,
		keepsEmpty: true,
		encode(value, spot) {
			if (typeof value === 'string') return value;
			if (typeof value === 'number' || typeof value === 'boolean') return String(value);
			throw new FieldError(spot, `${quote(value)} is not text`, 'Give a single text value.');
		},
	};
}

export const text = textKind('Text', { type: 'string', default: '' });

export const longText = textKind('Multi-line text', {
	type: 'string',
	typeOptions: { rows: 4 },
	default: '',
});
