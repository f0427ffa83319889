import { writeDate } from '../dates';
import { badArgument } from '../failures';
import { SESSION_USER } from '../data';
import type { Context, Raw, Restriction } from './columns';
import type { Token } from './tokens';

/** Whether a column's value meets a condition. */
export type Test = (value: Raw) => boolean;

/** Makes a test of the values behind an operator. */
interface Operator {
	/** How many values, or the least of a list. */
	values: 0 | 1 | 2 | 'list';
	make(values: string[], context: Context): Test;
}

const lower = (value: Raw) => String(value).toLowerCase();

const not = ({ values, make }: Operator): Operator => ({
	values,
	make: (given, context) => {
		const test = make(given, context);
		return (value) => !test(value);
	},
});

const text = (compare: (value: string, wanted: string) => boolean): Operator => ({
	values: 1,
	make: ([wanted]) => {
		const folded = wanted.toLowerCase();
		return (value) => compare(lower(value), folded);
	},
});

const textBetween: Operator = {
	values: 2,
	make:
		([from, to]) =>
		(value) =>
			lower(value) >= from.toLowerCase() && lower(value) <= to.toLowerCase(),
};

const textIn: Operator = {
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

const number = (compare: (value: number, wanted: number) => boolean): Operator => ({
	values: 1,
	make: ([wanted]) => {
		const limit = numeric(wanted);
		return (value) => compare(Number(value), limit);
	},
});

const numberBetween: Operator = {
	values: 2,
	make: (given) => {
		const [from, to] = given.map(numeric);
		return (value) => Number(value) >= from && Number(value) <= to;
	},
};

const oneOf: Operator = {
	values: 'list',
	make: (given) => {
		const wanted = new Set(given.map(numeric));
		return (value) => wanted.has(Number(value));
	},
};

/** The documentation has `set true` alone; without a value it means true: a guess. */
const set: Operator = {
	values: 'list',
	make: ([wanted = 'true']) => {
		if (!/^(true|false)$/i.test(wanted)) throw badArgument(`"${wanted}" is not true or false`);
		return (value) => value === (wanted.toLowerCase() === 'true');
	},
};

const DAY = /^\d{4}-\d{2}-\d{2}/;

/** Compares in the zone of the request, a guess: by days, or by seconds. */
const date = (
	length: 10 | 19,
	values: 1 | 2,
	compare: (value: string, from: string, to: string) => boolean,
): Operator => ({
	values,
	make: (given, { clock }) => {
		for (const one of given) if (!DAY.test(one)) throw badArgument(`"${one}" is not a date`);
		const [from, to = ''] = given.map((one) => one.slice(0, length));
		const local = { ...clock, withOffset: false };
		return (value) =>
			compare(writeDate(String(value), ['StartDate'], local).slice(0, length), from, to);
	},
});

const equals = text((value, wanted) => value === wanted);
const equal = number((value, wanted) => value === wanted);
const before = (length: 10 | 19) => date(length, 1, (value, wanted) => value < wanted);
const onDay = date(10, 1, (value, wanted) => value === wanted);
const between = date(10, 2, (value, from, to) => value >= from && value <= to);

const isNull: Operator = { values: 0, make: () => (value) => value === '' };
const everywhere = { isnull: isNull, isnotnull: not(isNull) };

const positive = {
	...everywhere,
	begins: text((value, wanted) => value.startsWith(wanted)),
	contains: text((value, wanted) => value.includes(wanted)),
	is: equals,
	'=': equals,
	eq: equals,
	equals,
};

const string = {
	...positive,
	isnot: not(equals),
	notbegins: not(positive.begins),
	notcontains: not(positive.contains),
	between: textBetween,
	in: textIn,
};

const greater = number((value, wanted) => value > wanted);
const less = number((value, wanted) => value < wanted);
const list = { ...everywhere, oneof: oneOf, notoneof: not(oneOf), equals: equal };

/** The operators by restriction type (the documentation's tables); `ge` and `le` fail there too. */
const OPERATORS: Record<Restriction, Record<string, Operator>> = {
	string,
	stringorPK: string,
	positiveString: positive,
	int: {
		...everywhere,
		...{ '=': equal, eq: equal, equals: equal, set: equal },
		...{ ne: not(equal), '!=': not(equal), unequals: not(equal) },
		...{ gt: greater, '>': greater, greater, lt: less, '<': less, less },
		between: numberBetween,
		in: oneOf,
	},
	bool: { ...everywhere, set, equals: set },
	date: {
		...everywhere,
		before: before(10),
		beforeorequal: date(10, 1, (value, wanted) => value <= wanted),
		after: date(10, 1, (value, wanted) => value > wanted),
		...{ date: onDay, equals: onDay, between, datebetween: between },
		datetime: date(19, 1, (value, wanted) => value === wanted),
		beforetime: before(19),
		aftertime: date(19, 1, (value, wanted) => value >= wanted),
	},
	listAny: list,
	userGroup: list,
	associate: {
		...everywhere,
		equals: equal,
		associateisoneof: oneOf,
		associateisnotoneof: not(oneOf),
		currentassociate: { values: 0, make: () => (value) => value === SESSION_USER },
	},
};

const TEXTS: Restriction[] = ['string', 'stringorPK', 'positiveString'];

function isRightCount(wanted: Operator['values'], restriction: Restriction, given: number) {
	if (wanted === 'list') return restriction === 'bool' ? given <= 1 : given > 0;
	return given === wanted;
}

/**
 * Makes the test of a condition on a column.
 * @throws Failure for an operator that columns of the type do not have, and for values that it has not
 */
export function makeTest(
	restriction: Restriction,
	name: string,
	values: Token[],
	context: Context,
): Test {
	const operators = OPERATORS[restriction];
	const key = name.toLowerCase();
	const operator = Object.hasOwn(operators, key) ? operators[key] : undefined;
	if (!operator) throw badArgument(`"${name}" is no operator of ${restriction} columns`);
	if (!isRightCount(operator.values, restriction, values.length)) {
		throw badArgument(`"${name}" does not take ${values.length} values`);
	}
	// Texts without quotes are a guess to refuse: no sample has one.
	if (TEXTS.includes(restriction) && values.some(({ kind }) => kind !== 'text')) {
		throw badArgument(`The value behind "${name}" is not quoted`);
	}
	return operator.make(
		values.map(({ text: value }) => value),
		context,
	);
}
