import { CONSENT_SOURCES, LEGAL_BASES, PURPOSES, type KeyedItem } from '../lists/recordItems';
import { storedInstant } from '../engine/dates';
import { badArgument } from '../engine/failures';
import { isCarrier } from '../engine/values';
import type { Carrier, Value } from '../tenant/carriers';
import { SESSION_USER, type Data } from '../tenant/data';
import { NEVER } from '../records/kind';

/** A consent as it is sent: keys, compared without case, or numbers. */
export interface SentConsent {
	purpose: Value;
	source?: Value;
	base?: Value;
	comment?: string;
}

/** What SuperOffice takes where nothing is sent: that of the fixture, as preferences decide there. */
const DEFAULT_BASE = '61F';
const DEFAULT_SOURCE = 'USER';

/**
 * An entry of one of the three lists.
 * @throws Failure 400, a guess, for a key that is none
 */
export function findKeyed(items: KeyedItem[], what: string, wanted: Value): KeyedItem {
	const found = items.find(
		({ id, key }) => id === wanted || key.toLowerCase() === String(wanted).toLowerCase(),
	);
	if (!found) throw badArgument(`"${String(wanted)}" is no ${what}`);
	return found;
}

const consentsOf = ({ Consents }: Carrier) =>
	Array.isArray(Consents) ? Consents.filter(isCarrier) : [];

/** The consent of an entity for a purpose; undefined for none. */
export function consentFor(entity: Carrier, purpose: KeyedItem): Carrier | undefined {
	return consentsOf(entity).find(({ ConsentPurposeId }) => ConsentPurposeId === purpose.id);
}

/**
 * The consents of a person with another one; withdrawn ones stay, with that legal base.
 * @throws Failure 400, a guess, for a purpose, a source or a legal base that is none
 */
export function withConsent(data: Data, entity: Carrier, sent: SentConsent): Carrier[] {
	const purpose = findKeyed(PURPOSES, 'purpose of consents', sent.purpose);
	const before = consentFor(entity, purpose);
	const base = findKeyed(
		LEGAL_BASES,
		'legal base of consents',
		sent.base || before?.LegalBaseKey || DEFAULT_BASE,
	);
	const source = findKeyed(
		CONSENT_SOURCES,
		'source of consents',
		sent.source || before?.ConsentSourceKey || DEFAULT_SOURCE,
	);
	const now = storedInstant(data.now());
	const consent: Carrier = {
		ConsentPersonId: Number(entity.PersonId) * 10 + purpose.id,
		Comment: sent.comment ?? before?.Comment ?? '',
		Registered: before?.Registered ?? now,
		RegisteredAssociateId: before?.RegisteredAssociateId ?? SESSION_USER,
		Updated: before ? now : NEVER,
		UpdatedAssociateId: before ? SESSION_USER : 0,
		LegalBaseId: base.id,
		LegalBaseKey: base.key,
		LegalBaseName: base.name,
		ConsentPurposeId: purpose.id,
		ConsentPurposeKey: purpose.key,
		ConsentPurposeName: purpose.name,
		ConsentSourceId: source.id,
		ConsentSourceKey: source.key,
		ConsentSourceName: source.name,
		TableRight: null,
		FieldProperties: {},
	};
	return [...consentsOf(entity).filter((one) => one !== before), consent];
}

/**
 * The consents that a save stores: those that it does not send stay (documentation of Consents).
 * @throws Failure 400, a guess, for what is no list of consents
 */
export function acceptConsents(data: Data, value: Value, before: Carrier): Value {
	if (!Array.isArray(value)) throw badArgument('Consents is not a list');
	const Consents = value.filter(isCarrier).reduce<Carrier[]>(
		(known, one) =>
			withConsent(
				data,
				{ ...before, Consents: known },
				{
					purpose: one.ConsentPurposeKey || one.ConsentPurposeId || '',
					source: one.ConsentSourceKey || one.ConsentSourceId,
					base: one.LegalBaseKey || one.LegalBaseId,
					comment: typeof one.Comment === 'string' ? one.Comment : undefined,
				},
			),
		consentsOf(before),
	);
	return Consents;
}
