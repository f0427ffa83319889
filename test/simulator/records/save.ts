import { pick } from 'lodash';

import {
	DICTIONARIES,
	mergeCustomFields,
	missingMandatory,
	unmentionedAsNull,
} from '../customFields/dictionaries';
import { readBody } from '../engine/body';
import type { Clock } from '../engine/dates';
import { badArgument, notFound } from '../engine/failures';
import { multi, translate, type Locale } from '../engine/languages';
import { patchedProperties } from '../engine/patchedProperties';
import { isCarrier } from '../engine/values';
import type { Carrier, Value } from '../tenant/carriers';
import type { Data } from '../tenant/data';
import { acceptProperty } from './accept';
import { checkAddressPatch } from './addressPatch';
import {
	clearedEntity,
	completeEntity,
	defaultEntity,
	findEntity,
	insertEntity,
	updateEntity,
} from './entity';
import type { Draft, Kind } from './kind';

/** Puts what was sent over a record. */
function overlay(kind: Kind, data: Data, before: Carrier, sent: Carrier): Carrier {
	const cleared = clearedEntity(kind, data);
	const ignored = [...kind.setByServer, ...DICTIONARIES, kind.id];
	const changes = Object.entries(sent)
		.filter(([property]) => Object.hasOwn(cleared, property) && !ignored.includes(property))
		.map(([property, value]) => [
			property,
			acceptProperty(kind, data, { before, cleared }, property, value),
		]);
	return {
		...before,
		...(Object.fromEntries(changes) as Carrier),
		...mergeCustomFields(data, kind.fields, before, sent),
	};
}

function save(kind: Kind, data: Data, draft: Draft): Carrier {
	const entity = kind.follow?.(data, draft) ?? draft.entity;
	kind.check(data, { ...draft, entity });
	const store = draft.stored ? updateEntity : insertEntity;
	const stored = store(kind, data, entity);
	if (!kind.saveRows) return stored;
	kind.saveRows(data, Number(stored[kind.id]), draft.sent);
	return completeEntity(kind, data, stored);
}

/** Reads the body of a POST: over the record of its number, else over a new one. */
function draftOf(kind: Kind, data: Data, body: Value | undefined, clock: Clock): Draft {
	if (!isCarrier(body)) throw badArgument(`The request body is not a ${kind.name}Entity`);
	const blank = defaultEntity(kind, data);
	const sent = readBody(body, Object.keys(blank), clock);
	const wanted = Number(sent[kind.id] ?? 0);
	const stored = findEntity(kind, data, wanted);
	if (wanted !== 0 && !stored) throw notFound(`${kind.name} id ${wanted}`);
	return { stored, sent, entity: overlay(kind, data, stored ?? blank, sent) };
}

/**
 * Saves a record as POST does: a new one with number 0 or none, else over the given number.
 * @throws Failure for a body, a value or a reference that cannot be
 */
export function postEntity(kind: Kind, data: Data, body: Value | undefined, clock: Clock): Carrier {
	return save(kind, data, draftOf(kind, data, body, clock));
}

/** How a stored record is changed by a body. */
export type Change = (
	kind: Kind,
	data: Data,
	stored: Carrier,
	body: Value | undefined,
	clock: Clock,
) => Carrier;

/** PUT: what the body lacks, or has as null, is cleared. It throws a Failure as a POST does. */
export const putEntity: Change = (kind, data, stored, body, clock) => {
	if (!isCarrier(body)) throw badArgument('The entity to save is not in the request body');
	const cleared = clearedEntity(kind, data);
	const sent = readBody(body, Object.keys(cleared), clock);
	// Consents that are not sent are not deleted (documentation of Consents).
	const kept = [...kind.setByServer, ...DICTIONARIES, 'Consents', kind.id];
	const before = { ...cleared, ...pick(stored, kept) };
	const whole = { ...sent, CustomFields: unmentionedAsNull(kind.fields, sent) };
	return save(kind, data, { stored, sent, entity: overlay(kind, data, before, whole) });
};

/** PATCH: a list is a JSON Patch, an object a merge patch. It throws 409 for a test that fails. */
export const patchEntity: Change = (kind, data, stored, body, clock) => {
	const saysLocalized = checkAddressPatch(body ?? null);
	const sent = patchedProperties(stored, body, clock);
	if (isCarrier(sent.Address) && !saysLocalized) {
		sent.Address = { ...sent.Address, LocalizedAddress: null };
	}
	return save(kind, data, { stored, sent, entity: overlay(kind, data, stored, sent) });
};

const isEmpty = (value: Value | undefined) => value === '' || value === null || value === undefined;

/**
 * What POST /{kind}/Validate answers: keys and words are documented nowhere, a guess.
 * @returns messages by the names of properties and the keys of custom fields, none if all is well
 * @throws Failure for what a save refuses
 */
export function validateEntity(
	kind: Kind,
	data: Data,
	body: Value | undefined,
	clock: Clock,
	locale: Locale = { language: 'US', culture: 'en' },
): Carrier {
	const draft = draftOf(kind, data, body, clock);
	kind.check(data, draft);
	const message = (name: string) =>
		translate(multi(`${name} must be filled in.`, `${name} må fylles ut.`), locale);
	const missing = kind.mandatory.filter((property) => isEmpty(draft.entity[property]));
	return Object.fromEntries([
		...missing.map((property) => [property, message(property)]),
		...missingMandatory(kind.fields, draft.entity).map(({ key, label }) => [
			key,
			message(translate(label, locale)),
		]),
	]) as Carrier;
}
