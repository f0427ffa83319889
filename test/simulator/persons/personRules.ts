import { sharedValues } from '../contacts/contactKind';
import { badArgument } from '../engine/failures';
import type { Draft } from '../records/kind';
import { associate, business, category, company, idOf } from '../records/references';
import type { Carrier } from '../tenant/carriers';
import type { Data } from '../tenant/data';

/** What a person with a company has from it (fixture: the right to read alone). */
export const SHARED = { Category: category, Business: business, Associate: associate };

/** The associate who is a person; undefined for none. */
export function associateOf(data: Data, personId: number): Carrier | undefined {
	if (personId === 0) return undefined;
	for (const seed of data.associates.seeds.values()) {
		if (seed.personId === personId) return data.associates.get(seed.id);
	}
	return undefined;
}

/** The rights of these properties: `Read` where a company has them. */
export function sharedRights(entity: Carrier): Carrier {
	const Mask = idOf(entity.Contact, company) === 0 ? 'Update' : 'Read';
	return Object.fromEntries(
		Object.keys(SHARED).map((property) => {
			const FieldType = `SuperOffice.CRM.Services.${property}`;
			return [property, { FieldRight: { Mask, Reason: '' }, FieldType, FieldLength: 4 }];
		}),
	);
}

function checkCompany(data: Data, { stored, entity }: Draft): void {
	const id = idOf(entity.Contact, company);
	if (id === 0 && data.mandatoryContactOnPerson) throw badArgument('Contact must be filled in');
	const isNew = id !== idOf(stored?.Contact, company);
	// That a company in the recycle bin is refused is a guess.
	if (isNew && data.contacts.seeds.get(id)?.deleted) {
		throw badArgument(`Contact id ${id} is deleted`);
	}
}

/** What was read, of the company before or of the new one, may come back. */
function checkShared(data: Data, { stored, entity, sent }: Draft): void {
	const id = idOf(entity.Contact, company);
	if (id === 0) return;
	const own = sharedValues(data, id);
	for (const [property, reference] of Object.entries(SHARED)) {
		const wanted = idOf(sent[property], reference);
		const known = [own[property], stored?.[property]].map((one) => idOf(one, reference));
		if (wanted !== 0 && !known.includes(wanted)) {
			throw badArgument(`${property} is read-only: it is that of the company`);
		}
	}
}

/**
 * Checks what persons have that depends on their company.
 * @throws Failure 400, a guess
 */
export function checkPerson(data: Data, draft: Draft): void {
	checkCompany(data, draft);
	checkShared(data, draft);
}
