import { blankCustomFields } from '../customFields/dictionaries';
import { storedInstant } from '../engine/dates';
import { isCarrier } from '../engine/values';
import type { Carrier } from '../tenant/carriers';
import { SESSION_USER, type Data } from '../tenant/data';
import { blankAddress, completeAddress } from './address';
import { writeChoices } from './choices';
import { NEVER, SEEDED, type Kind, type Stamps } from './kind';
import { idOf, inCountry, refreshed } from './references';

const USUAL: Stamps = { created: 'CreatedDate', updated: 'UpdatedDate', updatedBy: 'UpdatedBy' };

function blankStamps({ stamps = USUAL }: Kind): Carrier {
	const { created, updated, updatedBy } = stamps;
	return {
		CreatedBy: null,
		[created]: NEVER,
		...(updatedBy !== undefined && { [updatedBy]: null }),
		...(updated !== undefined && { [updated]: NEVER }),
	};
}

const user = (data: Data) => data.associates.get(SESSION_USER) ?? null;

/** What the rights of a text look like (fixtures of the official client). */
function fieldProperties({ lengths, mandatory }: Kind): Carrier {
	return Object.fromEntries(
		Object.entries(lengths).map(([property, length]) => {
			const Mask = mandatory.includes(property) ? 'Update, UIHintMandatory' : 'Update';
			const FieldRight = { Mask, Reason: '' };
			return [property, { FieldRight, FieldType: 'System.String', FieldLength: length }];
		}),
	);
}

/** An entity of a kind in which nothing is filled in. */
export function clearedEntity(kind: Kind, data: Data): Carrier {
	const none = Object.entries(kind.references).map(([name, reference]) => [name, reference.none]);
	const lists = Object.entries(kind.choices).map(([name, choices]) => [
		name,
		writeChoices(choices),
	]);
	return {
		[kind.id]: 0,
		...kind.cleared(data),
		...Object.fromEntries(none),
		...Object.fromEntries(lists),
		...blankStamps(kind),
		...(kind.addresses && { Address: blankAddress(kind) }),
		...blankCustomFields(data, kind.fields),
		TableRight: { Mask: 'Select, Update, Insert, Delete', Reason: '' },
		FieldProperties: fieldProperties(kind),
	};
}

/** An entity with what follows from the rest of it. */
export function completeEntity(kind: Kind, data: Data, entity: Carrier): Carrier {
	const fresh = { ...entity, ...refreshed(data, kind.references, entity) };
	const whole: Carrier = { ...fresh, ...kind.computed(data, fresh) };
	if (!isCarrier(whole.Address)) return whole;
	const country = idOf(whole.Country, inCountry);
	return { ...whole, Address: completeAddress(kind, whole.Address, country) };
}

/** The entity of GET /{kind}/default. */
export function defaultEntity(kind: Kind, data: Data): Carrier {
	const cleared = clearedEntity(kind, data);
	return completeEntity(kind, data, {
		...cleared,
		CreatedBy: user(data),
		...kind.defaults(data),
	});
}

/**
 * A record as it is stored; undefined for one that is not there. Those in the recycle bin come out
 * too: a guess.
 */
export function findEntity(kind: Kind, data: Data, id: number): Carrier | undefined {
	if (!kind.has(data, id)) return undefined;
	const written = data.written[kind.name].get(id);
	const made = () => ({
		...clearedEntity(kind, data),
		CreatedBy: user(data),
		[(kind.stamps ?? USUAL).created]: SEEDED,
	});
	return completeEntity(kind, data, {
		...(written ?? made()),
		...kind.ofSeed(data, id, written !== undefined),
		[kind.id]: id,
	});
}

/** Stores a record, whose seed follows. */
function storeEntity(kind: Kind, data: Data, entity: Carrier): Carrier {
	const whole = completeEntity(kind, data, entity);
	data.written[kind.name].set(Number(whole[kind.id]), whole);
	kind.toSeed(data, whole);
	return whole;
}

/** Stores a record as the session user changes it now. */
export function updateEntity(kind: Kind, data: Data, entity: Carrier): Carrier {
	const { updated, updatedBy } = kind.stamps ?? USUAL;
	return storeEntity(kind, data, {
		...entity,
		...(updatedBy !== undefined && { [updatedBy]: user(data) }),
		...(updated !== undefined && { [updated]: storedInstant(data.now()) }),
	});
}

/** Stores a new record, of the session user. */
export function insertEntity(kind: Kind, data: Data, entity: Carrier): Carrier {
	const { created } = kind.stamps ?? USUAL;
	const own = {
		[kind.id]: kind.next(data),
		CreatedBy: user(data),
		[created]: storedInstant(data.now()),
	};
	return storeEntity(kind, data, { ...entity, ...own });
}
