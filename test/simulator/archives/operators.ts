import { SESSION_USER } from '../data';
import { badArgument } from '../failures';
import type { Context, Restriction } from './columns';
import {
	date,
	not,
	number,
	numberBetween,
	oneOf,
	set,
	text,
	textBetween,
	textIn,
	today,
	type Operator,
	type Test,
} from './comparisons';
import type { Token } from './tokens';

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
		today: today((value, now) => value === now),
		beforetoday: today((value, now) => value < now),
		aftertoday: today((value, now) => value > now),
		datetime: date(19, 1, (value, wanted) => value === wanted),
		beforetime: before(19),
		aftertime: date(19, 1, (value, wanted) => value >= wanted),
	},
	listAny: list,
	userGroup: list,
	none: {},
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
