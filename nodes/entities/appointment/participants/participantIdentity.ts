import { emailKey } from '../../../shared/fields/emails';
import { FieldError, type ParameterRef } from '../../../shared/fields/fieldKind';
import type { JsonObject } from '../../../shared/json';

/** Keys that identify a participant: the first that is set counts. */
export const IDENTIFYING_KEYS = ['AssociateId', 'PersonId', 'EmailAddress'];

const identityKeyBy = (one: JsonObject, name: string) =>
	`${name} ${name === 'EmailAddress' ? emailKey(String(one[name])) : String(one[name])}`;

/** The identifying key and value of a participant, such as `AssociateId 4`; undefined for none. */
function identityKey(wanted: JsonObject): string | undefined {
	const name = IDENTIFYING_KEYS.find((one) => wanted[one]);
	return name && identityKeyBy(wanted, name);
}

/**
 * All identifying keys of a known participant. An address identifies guests only, as persons share
 * addresses.
 */
function identityKeys(known: JsonObject): string[] {
	const set = IDENTIFYING_KEYS.filter((name) => known[name]);
	const isGuest = set[0] === 'EmailAddress';
	return set
		.filter((name) => isGuest || name !== 'EmailAddress')
		.map((name) => identityKeyBy(known, name));
}

/** Creates a function that finds the participants with the same identity. */
export function participantFinder(all: JsonObject[]): (wanted: JsonObject) => JsonObject[] {
	const known = new Map<string, JsonObject[]>();
	for (const one of all) {
		for (const name of identityKeys(one)) {
			const same = known.get(name);
			if (same) same.push(one);
			else known.set(name, [one]);
		}
	}
	return (wanted) => known.get(identityKey(wanted) ?? '') ?? [];
}

/** Participants without duplicates of earlier ones, unless they are kept. */
export function uniqueParticipants(
	all: JsonObject[],
	isKept: (one: JsonObject) => boolean = () => false,
): JsonObject[] {
	const known = new Set<string>();
	return all.filter((one) => {
		if (!isKept(one) && known.has(identityKey(one) ?? '')) return false;
		for (const name of identityKeys(one)) known.add(name);
		return true;
	});
}

/**
 * Fails for a row that identifies nobody, or by several keys, of which all but one would be lost.
 * @throws FieldError
 */
export function validateIdentity(wanted: JsonObject, ref: ParameterRef): void {
	const keys = IDENTIFYING_KEYS.filter((name) => wanted[name]);
	if (keys.length === 1) return;
	const values = keys.map((name) => `${name} ${String(wanted[name])}`);
	const problem =
		keys.length === 0
			? 'nobody is chosen'
			: `one participant is identified in several ways: ${values.join(' and ')}`;
	throw new FieldError(
		ref,
		problem,
		'Fill in one of User or Resource, Contact Person and Email Address.',
	);
}
