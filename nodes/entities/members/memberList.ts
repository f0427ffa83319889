import lowerFirst from 'lodash/lowerFirst';
import upperFirst from 'lodash/upperFirst';

import { identifier } from '../../shared/fields/reference';
import type { Column } from '../../shared/fields/columns';
import { emails } from '../../shared/fields/emails';
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

const identityColumns: Column[] = [
	{
		// First, as a person's name is looked for within it.
		name: 'contactId',
		label: 'Company',
		help: 'The company of the contact person; alone, the company itself',
		kind: identifier({ method: 'contact' }),
		wire: 'ContactId',
	},
	{
		name: 'personId',
		label: 'Contact Person',
		help: 'The contact person, from the list, by ID or by name',
		kind: identifier({ method: 'person', within: 'ContactId' }),
		wire: 'PersonId',
	},
	{
		name: 'emailAddress',
		label: 'Email Address',
		help: 'In place of the contact person: the address of one. Separate several with commas.',
		placeholder: 'e.g. name@example.com',
		kind: emails,
		wire: 'EmailAddress',
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

/** A row with several addresses stands for as many persons. */
const splitAddresses = ({ EmailAddress, ...rest }: JsonObject): JsonObject[] =>
	Array.isArray(EmailAddress)
		? EmailAddress.map((address) => ({ ...rest, EmailAddress: address }))
		: [rest];

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
		each: splitAddresses,
	}),
	help,
});
