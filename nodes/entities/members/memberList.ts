import lowerFirst from 'lodash/lowerFirst';
import upperFirst from 'lodash/upperFirst';

import { identifier } from '../../shared/fields/reference';
import type { Column } from '../../shared/fields/columns';
import { emails } from '../../shared/fields/emails';
import { enumeration } from '../../shared/fields/enumeration';
import { FieldError, type ParameterRef } from '../../shared/fields/fieldKind';
import type { FieldRow } from '../../shared/fields/table';
import { rowList } from '../../shared/fields/rows';
import { text } from '../../shared/fields/text';
import type { JsonObject } from '../../shared/json';

/** The persons and companies that belong to a record, and the calls of its agent that change them. */
export interface MemberList {
	/** One and several of them, such as `member` and `members`: the latter is the parameter's name, too. */
	words: [string, string];
	/** The record's property that holds them, such as `ProjectMembers`. */
	property: string;
	/** The key of one's number, such as `ProjectmemberId`. */
	id: string;
	/** What one of them does there: the key of its number, its label and where it is found by name. */
	role: { key: string; label: string; method: string };
	/** Methods of the agent. */
	methods: { get: string; add: string; remove: string };
	/** The body of a call that adds some. */
	added(recordId: number, members: JsonObject[]): JsonObject;
	/** The body of a call that removes some by their numbers. */
	removed(recordId: number, memberIds: number[]): JsonObject;
}

const ofPerson = { who: ['person'] };

const identityColumns: Column[] = [
	{
		// A company alone has to be meant: a person who is missing in the data would be taken for it.
		name: 'who',
		label: 'Who',
		help: 'Whether the row names a contact person or a company itself',
		kind: enumeration(['person', 'company'], { person: 'Contact Person', company: 'Company' }),
		wire: 'Who',
	},
	{
		// Before the person, whose name is looked for within it.
		name: 'contactId',
		label: 'Company',
		help: 'The company itself, or the company of the contact person, in which a name is looked for',
		kind: identifier({ method: 'contact' }),
		wire: 'ContactId',
	},
	{
		name: 'personId',
		label: 'Contact Person',
		help: 'The contact person, from the list, by ID or by name',
		kind: identifier({ method: 'person', within: 'ContactId' }),
		wire: 'PersonId',
		when: ofPerson,
	},
	{
		name: 'emailAddress',
		label: 'Email Address',
		help: 'In place of the contact person: the address of one. Separate several with commas.',
		placeholder: 'e.g. name@example.com',
		kind: emails,
		wire: 'EmailAddress',
		when: ofPerson,
	},
];

/** What is said of a new one. */
const addedColumns = ({ role, words: [one] }: MemberList): Column[] => [
	{
		name: lowerFirst(role.key),
		label: role.label,
		help: `What the ${one} does, from the tenant's list`,
		kind: identifier({ method: role.method }),
		wire: role.key,
		optional: true,
	},
	{
		name: 'comment',
		label: 'Comment',
		help: `Note about the ${one}`,
		kind: text,
		wire: 'Comment',
		optional: true,
	},
];

/**
 * Those whom a row names; a row with several addresses names as many.
 * @throws FieldError for a row that names nobody, or somebody in two ways
 */
function named({ Who, EmailAddress, ...rest }: JsonObject, ref: ParameterRef): JsonObject[] {
	const { PersonId, ContactId } = rest;
	if (Who === 'company') {
		if (ContactId) return [rest];
		throw new FieldError(ref, 'no company is chosen', 'Choose a company, or remove the row.');
	}
	if (!PersonId && !EmailAddress) {
		const advice = 'Fill in a contact person or an email address, or set Who to Company.';
		throw new FieldError(ref, 'no contact person is chosen', advice);
	}
	if (!Array.isArray(EmailAddress)) return [rest];
	if (!PersonId) return EmailAddress.map((address) => ({ ...rest, EmailAddress: address }));
	const problem = `${EmailAddress.join(', ')} stands beside contact person ${Number(PersonId)}`;
	throw new FieldError(ref, problem, 'Give one of the two.');
}

/**
 * The field in which some are named.
 * @param isNew whether they are added
 */
export const memberField = (list: MemberList, isNew: boolean, help: string): FieldRow => ({
	label: upperFirst(list.words[1]),
	kind: rowList({
		item: list.words[0],
		label: upperFirst(list.words[0]),
		columns: [...identityColumns, ...(isNew ? addedColumns(list) : [])],
		each: named,
	}),
	help,
});
