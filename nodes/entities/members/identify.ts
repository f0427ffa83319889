import uniqBy from 'lodash/uniqBy';

import { findRecords } from '../../crud/match/findMatch';
import { readPropertyMatcher } from '../../crud/match/byProperty';
import type { ItemCall } from '../../crud/operation';
import { emailKey } from '../../shared/fields/emails';
import { FieldError, quote, type ParameterRef } from '../../shared/fields/fieldKind';
import type { Json, JsonObject } from '../../shared/json';
import type { RequestOptions } from '../../shared/options';
import { BY_EMAIL, person } from '../person/person.entity';

/** What is the same for those who are the same: the person, or the company where there is none. */
export const memberKey = ({ PersonId, ContactId }: JsonObject): string =>
	Number(PersonId) > 0 ? `person ${Number(PersonId)}` : `company ${Number(ContactId ?? 0)}`;

/** The number of the person with an email address, 0 for none. */
async function personByEmail(
	call: ItemCall,
	options: RequestOptions,
	value: Json,
	ref: ParameterRef,
): Promise<number> {
	const ofPersons = { ...call, entity: person };
	return await (await readPropertyMatcher(ofPersons, options, BY_EMAIL, { value }, ref)).find();
}

/** The numbers of the persons' companies, by the persons' numbers. */
async function companiesOf(
	call: ItemCall,
	options: RequestOptions,
	ids: number[],
): Promise<Map<number, number>> {
	if (ids.length === 0) return new Map();
	const condition = { filter: `personId in (${ids.join(',')})` };
	const rows = await findRecords(call, options, [condition], ['contactId'], {
		purpose: 'reading the companies of the contact persons',
	});
	return new Map(rows.map(([{ id }, { contactId }]) => [id, Number(contactId ?? 0)]));
}

/** A row with the number of the person whose address it has. */
async function withPerson(
	call: ItemCall,
	options: RequestOptions,
	{ EmailAddress, ...rest }: JsonObject,
	ref: ParameterRef,
): Promise<JsonObject> {
	if (!EmailAddress) return rest;
	const PersonId = await personByEmail(call, options, EmailAddress, ref);
	if (PersonId > 0) return { ...rest, PersonId };
	const problem = `no contact person has the email address ${quote(EmailAddress)}`;
	const advice = 'Create the contact person first, such as with Create or Update.';
	throw new FieldError(ref, problem, advice);
}

/**
 * The persons and companies of rows, each once, with the numbers of both: whether SuperOffice adds
 * the company of a person by itself is not documented.
 * @throws FieldError for a person that there is not, or who belongs to another company
 */
export async function identify(
	call: ItemCall,
	options: RequestOptions,
	rows: JsonObject[],
	ref: ParameterRef,
): Promise<JsonObject[]> {
	const named: JsonObject[] = [];
	for (const row of rows) named.push(await withPerson(call, options, row, ref));
	const ids = named.map(({ PersonId }) => Number(PersonId ?? 0)).filter((id) => id > 0);
	const companies = await companiesOf({ ...call, entity: person }, options, ids);
	const whole = named.map((row) => {
		const id = Number(row.PersonId ?? 0);
		if (id === 0) return row;
		const company = companies.get(id);
		if (company === undefined) {
			throw new FieldError(ref, `there is no contact person ${id}`, 'Choose another one.');
		}
		if (row.ContactId && row.ContactId !== company) {
			const problem = `contact person ${id} does not belong to company ${Number(row.ContactId)}`;
			throw new FieldError(ref, problem, 'Leave the company empty, or choose another person.');
		}
		return { ...row, ContactId: company };
	});
	return uniqBy(whole, memberKey);
}

/**
 * Those among the members whom rows name: by the numbers and the address that the members have, as a
 * person may have moved to another company or be in the recycle bin.
 */
export async function findAmong(
	call: ItemCall,
	options: RequestOptions,
	members: JsonObject[],
	rows: JsonObject[],
	ref: ParameterRef,
): Promise<JsonObject[]> {
	const keys = new Set<string>();
	for (const { EmailAddress, ...row } of rows) {
		if (!EmailAddress) {
			keys.add(memberKey(row));
			continue;
		}
		const isSame = (one: JsonObject) =>
			emailKey(String(one.EmailAddress ?? '')) === emailKey(String(EmailAddress));
		const same = members.filter(isSame);
		for (const one of same) keys.add(memberKey(one));
		if (same.length > 0) continue;
		// It may be another address of the person's.
		const PersonId = await personByEmail(call, options, EmailAddress, ref);
		if (PersonId > 0) keys.add(memberKey({ PersonId }));
	}
	return members.filter((one) => keys.has(memberKey(one)));
}
