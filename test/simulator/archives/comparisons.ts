import { badArgument } from '../engine/failures';
import type { Context, Raw } from './columns';

/** Whether a column's value meets a condition. */
export type Test = (value: Raw) => boolean;

/** Makes a test of the values behind an operator. */
export interface Operator {
	/** How many values, or the least of a list. */
	values: 0 | 1 | 2 | 'list';
	make(values: string[], context: Context): Test;
}

const lower = (value: Raw) => String(value).toLowerCase();

/** The opposite of an operator. */
export const not = ({ values, make }: Operator): Operator => ({
	values,
	make: (given, context) => {
		const test = make(given, context);
		return (value) => !test(value);
	},
});

/** Compares texts without case. */
export const text = (compare: (value: string, wanted: string) => boolean): Operator => ({
	values: 1,
	make: ([wanted]) => {
		const folded = wanted.toLowerCase();
		return (value) => compare(lower(value), folded);
	},
});

/** Texts from one to another, both included. */
export const textBetween: Operator = {
	values: 2,
	make:
		([from, to]) =>
		(value) =>
			lower(value) >= from.toLowerCase() && lower(value) <= to.toLowerCase(),
};

/** One of some texts. */
export const textIn: Operator = {
	values: 'list',
	make: (given) => {
		const wanted = new Set(given.map(lower));
		return (value) => wanted.has(lower(value));
	},
};

function numeric(value: string): number {
	if (!/^-?\d+(\.\d+)?$/.test(value)) throw badArgument(`"${value}" is not a number`);
	return Number(value);
}

/** Compares numbers. */
export const number = (compare: (value: number, wanted: number) => boolean): Operator => ({
	values: 1,
	make: ([wanted]) => {
		const limit = numeric(wanted);
		return (value) => compare(Number(value), limit);
	},
});

/** Numbers from one to another, both included. */
export const numberBetween: Operator = {
	values: 2,
	make: (given) => {
		const [from, to] = given.map(numeric);
		return (value) => Number(value) >= from && Number(value) <= to;
	},
};

/** One of some numbers. */
export const oneOf: Operator = {
	values: 'list',
	make: (given) => {
		const wanted = new Set(given.map(numeric));
		return (value) => wanted.has(Number(value));
	},
};

/** Numbers that commas separate in a row, compared with those of a filter. */
export const numbersIn = (compare: (row: number[], wanted: number[]) => boolean): Operator => ({
	values: 'list',
	make: (given) => {
		const wanted = given.map(numeric);
		return (value) => compare(value === '' ? [] : String(value).split(',').map(Number), wanted);
	},
});

/** The documentation has `set true` alone; without a value it means true: a guess. */
export const set: Operator = {
	values: 'list',
	make: ([wanted = 'true']) => {
		if (!/^(true|false)$/i.test(wanted)) throw badArgument(`"${wanted}" is not true or false`);
		return (value) => value === (wanted.toLowerCase() === 'true');
	},
};
