import { MEMBER_TYPES } from '../lists/projectItems';
import { STAKEHOLDER_ROLES } from '../lists/saleItems';
import type { Data } from '../tenant/data';
import type { MemberSeed } from '../tenant/workCarriers';
import { column, type Column, type Context } from './columns';
import { simpleContact } from './contacts';
import { nested, without } from './nested';
import { person } from './persons';
import { listColumn } from './shown';

type Ids = Pick<MemberSeed, 'contactId' | 'personId'>;

export const contactOf = ({ contactId }: Pick<Ids, 'contactId'>, { data }: Context) => {
	const found = data.contacts.seeds.get(contactId);
	return found ? [found] : [];
};

export const personOf = ({ personId }: Pick<Ids, 'personId'>, { data }: Context) => {
	const found = data.persons.seeds.get(personId);
	return found ? [found] : [];
};

/** The columns of the company of a row, as other archives name them. */
export const contactColumns = without(simpleContact);

/** The columns of the person of a row; those of the person's company are the row's own. */
export const personColumns = without(person, 'personContact/');

export const withContactAndPerson = <Row extends Ids>(): Record<string, Column<Row>> => ({
	...nested<Row, ReturnType<typeof contactOf>[0]>('contact', contactColumns, contactOf),
	...nested<Row, ReturnType<typeof personOf>[0]>('person', personColumns, personOf),
});

/** The columns of the two that give no order. */
export const UNORDERED = [
	...(simpleContact.unordered ?? []).map((name) => `contact/${name}`),
	...(person.unordered ?? []).map((name) => `person/${name}`),
];

/** What rows of members and stakeholders have alike. */
const ids: Record<'contactId' | 'personId', Column<MemberSeed>> = {
	contactId: column('int', ({ contactId }) => contactId),
	personId: column('int', ({ personId }) => personId),
};

/** The columns of a member of a project, but for those of the person, the company and the project. */
export const memberColumns: Record<string, Column<MemberSeed>> = {
	projectMemberId: column('int', ({ id }) => id),
	projectId: column('int', ({ parentId }) => parentId),
	...ids,
	function: listColumn({ raw: ({ roleId }) => roleId }, MEMBER_TYPES, 'pmembtype'),
	hasInfoText: column('bool', ({ comment }) => comment !== ''),
	infoText: column('positiveString', ({ comment }) => comment),
	registered: { ...column<MemberSeed>('datetime', ({ registered }) => registered), isUtc: true },
	updated: { ...column<MemberSeed>('datetime', ({ updated }) => updated), isUtc: true },
};

/** The columns of a stakeholder of a sale, but for those of the person and the company. */
export const stakeholderColumns: Record<string, Column<MemberSeed>> = {
	saleStakeholderId: column('int', ({ id }) => id),
	saleId: column('int', ({ parentId }) => parentId),
	comment: column('string', ({ comment }) => comment),
	salesRoleId: listColumn({ raw: ({ roleId }) => roleId }, STAKEHOLDER_ROLES, 'stakeholderrole'),
	hasInfoText: column('bool', ({ comment }) => comment !== ''),
};

/** Which entity a row is: that those of former employees and stopped companies are others is a guess. */
export const entityOf =
	(own: string) =>
	({ contactId, personId }: Ids, { persons, contacts }: Data): string => {
		if (persons.seeds.get(personId)?.retired) return 'retired';
		return contacts.seeds.get(contactId)?.stop ? 'stop' : own;
	};
