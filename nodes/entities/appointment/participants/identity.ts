import { addressKey } from '../../../shared/fields/emails';
import { FieldError, type Spot } from '../../../shared/fields/kind';
import type { JsonObject } from '../../../shared/json';

/** What a participant is told by: the first of these that is set; others only go along. */
export const TOLD_BY = ['AssociateId', 'PersonId', 'EmailAddress'];

const keyOf = (one: JsonObject, name: string) =>
	`${name} ${name === 'EmailAddress' ? addressKey(String(one[name])) : String(one[name])}`;

/** What a participant is told by, such as `AssociateId 4`; undefined for nobody. */
function toldBy(wanted: JsonObject): string | undefined {
	const name = TOLD_BY.find((one) => wanted[one]);
	return name && keyOf(wanted, name);
}

/**
 * All that one may be told by of whom all is known. A mere address is nobody's but a guest's, as
 * persons share addresses.
 */
function namesOf(known: JsonObject): string[] {
	const set = TOLD_BY.filter((name) => known[name]);
	const isGuest = set[0] === 'EmailAddress';
	return set.filter((name) => isGuest || name !== 'EmailAddress').map((name) => keyOf(known, name));
}

/** Gives those of some participants who are meant by what tells them. */
export function seeker(all: JsonObject[]): (wanted: JsonObject) => JsonObject[] {
	const known = new Map<string, JsonObject[]>();
	for (const one of all) {
		for (const name of namesOf(one)) {
			const same = known.get(name);
			if (same) same.push(one);
			else known.set(name, [one]);
		}
	}
	return (wanted) => known.get(toldBy(wanted) ?? '') ?? [];
}

/** Some participants without those whom an earlier one of them names already, unless they are kept. */
export function onceEach(
	all: JsonObject[],
	isKept: (one: JsonObject) => boolean = () => false,
): JsonObject[] {
	const known = new Set<string>();
	return all.filter((one) => {
		if (!isKept(one) && known.has(toldBy(one) ?? '')) return false;
		for (const name of namesOf(one)) known.add(name);
		return true;
	});
}

/**
 * Refuses a row that tells nobody, or by more than one thing, of which all but one would be lost.
 * @throws FieldError
 */
export function checkToldBy(wanted: JsonObject, spot: Spot): void {
	const told = TOLD_BY.filter((name) => wanted[name]);
	if (told.length === 1) return;
	const values = told.map((name) => `${name} ${String(wanted[name])}`);
	const problem =
		told.length === 0 ? 'names nobody' : `names one participant by ${values.join(' and ')}`;
	throw new FieldError(spot, problem, 'Name one of associate, person and email address.');
}
