import { SESSION_USER } from '../tenant/data';
import { badArgument } from '../engine/failures';
import type { Context, Restriction } from './columns';
import {
	not,
	number,
	numberBetween,
	numbersIn,
	oneOf,
	set,
	text,
	textBetween,
	textIn,
	type Operator,
	type Test,
} from './comparisons';
import { current, day, isWithin, second } from './periods';
import type { Token } from './tokens';

const equals = text((value, wanted) => value === wanted);
const equal = number((value, wanted) => value === wanted);
const onDay = day(1, isWithin);
const between = day(2, (value, first, last) => value >= first.from && value < last.to);

/** Numbers and dates that are not there are stored as 0 and as .NET's first moment. */
const NOTHING = ['', 0, '0001-01-01T00:00:00'];
const isNull: Operator = { values: 0, make: () => (value) => NOTHING.includes(value as string) };
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
const numbers = {
	...everywhere,
	...{ '=': equal, eq: equal, equals: equal, set: equal },
	...{ ne: not(equal), '!=': not(equal), unequals: not(equal) },
	...{ gt: greater, '>': greater, greater, lt: less, '<': less, less },
	between: numberBetween,
	in: oneOf,
};
const list = { ...everywhere, oneof: oneOf, notoneof: not(oneOf), equals: equal };

const allOf = numbersIn((row, wanted) => wanted.every((one) => row.includes(one)));
const anyOf = numbersIn((row, wanted) => wanted.some((one) => row.includes(one)));

const dates = {
	...everywhere,
	before: day(1, (value, { from }) => value < from),
	beforeorequal: day(1, (value, { to }) => value < to),
	after: day(1, (value, { to }) => value >= to),
	...{ date: onDay, equals: onDay, between, datebetween: between },
	datetime: second((value, wanted) => value === wanted),
	beforetime: second((value, wanted) => value < wanted),
	aftertime: second((value, wanted) => value >= wanted),
	today: current('day', 0),
	beforetoday: current('day', 0, (value, { from }) => value < from),
	aftertoday: current('day', 0, (value, { to }) => value >= to),
	...{ lastweek: current('week', -1), thisweek: current('week', 0) },
	...{ nextweek: current('week', 1), lastmonth: current('month', -1) },
	...{ thismonth: current('month', 0), nextmonth: current('month', 1) },
	...{ lastquarter: current('quarter', -1), thisquarter: current('quarter', 0) },
	...{ nextquarter: current('quarter', 1), thishalf: current('half', 0) },
	thisyear: current('year', 0),
};

/** The operators by restriction type (the documentation's tables); `ge` and `le` fail there too. */
const OPERATORS: Record<Restriction, Record<string, Operator>> = {
	string,
	stringorPK: string,
	positiveString: positive,
	int: numbers,
	decimal: numbers,
	bool: { ...everywhere, set, equals: set },
	date: dates,
	// Which operators these have is documented nowhere: a guess.
	datetime: dates,
	listInterest: list,
	listAny: list,
	userGroup: list,
	none: {},
	// Beyond what all types have, nothing is documented of these three.
	ejUser: { ...everywhere, equals: equal },
	ejCategory: { ...everywhere, equals: equal },
	timeSpan: { ...everywhere, equals: equal },
	intArray: {
		...everywhere,
		intarrayallof: allOf,
		intarraynotallof: not(allOf),
		intarrayoneof: anyOf,
		intarraynotanyof: not(anyOf),
	},
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
