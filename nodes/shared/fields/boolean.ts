import { FieldError, quote, type Kind } from './kind';

/** A switch; an expression or a model may also give the words true and false. */
export const boolean: Kind = {
	name: 'Switch',
	control: { type: 'boolean', default: false },
	encode(value, spot) {
		if (typeof value === 'boolean') return value;
		const word = typeof value === 'string' ? value.trim().toLowerCase() : '';
		if (word === 'true') return true;
		if (word === 'false') return false;
		throw new FieldError(spot, `${quote(value)} is neither true nor false`);
	},
};
