import uniqBy from 'lodash/uniqBy';

import { findRecords } from '../../crud/match/findMatch';
import { readPropertyMatcher } from '../../crud/match/byProperty';
import type { ItemCall } from '../../crud/operation';
import { FieldError, quote, type ParameterRef } from '../../shared/fields/fieldKind';
import type { Json, JsonObject } from '../../shared/json';
import type { RequestOptions } from '../../shared/options';
import { BY_EMAIL, person } from '../person/person.entity';

/** What is the same for those who are the same: the person, or the company where there is none. */
export const memberKey = ({ PersonId, ContactId }: JsonObject): string =>
	Number(PersonId) > 0 ? `person ${Number(PersonId)}` : `company ${Number(ContactId ?? 0)}`;

/** @throws FieldError for a row that names nobody, or somebody in two ways */
function checkRow({ PersonId, ContactId, EmailAddress }: JsonObject, ref: ParameterRef): void {
	if (!PersonId && !ContactId && !EmailAddress) {
		const advice = 'Fill in a contact person, an email address or a company in each row.';
		throw new FieldError(ref, 'nobody is chosen', advice);
	}
	if (!EmailAddress || (!PersonId && !ContactId)) return;
	const problem = `${quote(EmailAddress)} stands beside a contact person or a company`;
	throw new FieldError(ref, problem, 'Give one of them: the address alone tells who it is.');
}

/** The number of the person with an email address. */
async function personByEmail(
	call: ItemCall,
	options: RequestOptions,
	value: Json,
	ref: ParameterRef,
): Promise<number> {
	const matcher = await readPropertyMatcher(call, options, BY_EMAIL, { value }, ref);
	const id = await matcher.find();
	if (id > 0) return id;
	const advice = 'Create the contact person first, such as with Create or Update.';
	throw new FieldError(ref, `no contact person has the email address ${quote(value)}`, advice);
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

/**
 * The persons and companies of rows, each once, with the numbers of both: whether SuperOffice adds
 * the company of a person by itself is not documented.
 * @throws FieldError for a row that names nobody, somebody in two ways, or a person of another company
 */
export async function identify(
	call: ItemCall,
	options: RequestOptions,
	rows: JsonObject[],
	ref: ParameterRef,
): Promise<JsonObject[]> {
	const ofPersons = { ...call, entity: person };
	const named: JsonObject[] = [];
	for (const row of rows) {
		checkRow(row, ref);
		const { EmailAddress, ...rest } = row;
		named.push(
			EmailAddress
				? { ...rest, PersonId: await personByEmail(ofPersons, options, EmailAddress, ref) }
				: rest,
		);
	}
	const ids = named.map(({ PersonId }) => Number(PersonId ?? 0)).filter((id) => id > 0);
	const companies = await companiesOf(ofPersons, options, ids);
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
