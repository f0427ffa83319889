import { badArgument } from '../engine/failures';
import { inEnglish } from '../engine/languages';
import { nameOf } from '../lists/items';
import { MEMBER_TYPES } from '../lists/projectItems';
import { STAKEHOLDER_ROLES } from '../lists/saleItems';
import type { Carrier } from '../tenant/carriers';
import type { Data } from '../tenant/data';
import type { MemberSeed } from '../tenant/workCarriers';
import type { RowKind } from './rowKind';

/** What a row has of its person, else of its company. */
function derived({ persons, contacts }: Data, { personId, contactId }: MemberSeed): Carrier {
	const person = persons.get(personId) ?? {};
	const contact = contacts.get(contactId) ?? {};
	const has = personId !== 0;
	return {
		PersonId: personId,
		ContactId: contactId,
		ContactName: contact.Name ?? '',
		Firstname: person.Firstname ?? '',
		MiddleName: person.MiddleName ?? '',
		Lastname: person.Lastname ?? '',
		Mrmrs: person.Mrmrs ?? '',
		EmailAddress: (has ? person.Email : contact.EmailAddress) ?? '',
		Phone: (has ? person.DirectPhone : contact.DirectPhone) ?? '',
		CountryId: (has ? person.CountryId : contact.CountryId) ?? 0,
		// The numbers of rows that the simulator does not have.
		...{ EmailId: 0, PhoneId: 0, TableRight: null, FieldProperties: {} },
	};
}

/** Members of projects. */
export const PROJECT_MEMBER: RowKind = {
	name: 'ProjectMember',
	id: 'ProjectmemberId',
	list: 'projectMembers',
	parent: { id: 'ProjectId', list: 'projects' },
	role: { id: 'ProjectMemberTypeId', items: MEMBER_TYPES },
	isRanked: false,
	write: (data, seed) => ({
		...derived(data, seed),
		ProjectmemberId: seed.id,
		ProjectId: seed.parentId,
		ProjectName: data.projects.seeds.get(seed.parentId)?.name ?? '',
		ContactDepartment: data.contacts.seeds.get(seed.contactId)?.department ?? '',
		FullName: data.persons.get(seed.personId)?.FullName ?? '',
		EmailAddressName: '',
		ProjectMemberTypeId: seed.roleId,
		ProjectMemberTypeName: inEnglish(nameOf(MEMBER_TYPES, seed.roleId)),
		Comment: seed.comment,
		Registered: seed.registered,
		Updated: seed.updated,
		EventParticipantStatus: 'NotAnEvent',
	}),
};

/** Stakeholders of sales. */
export const SALE_STAKEHOLDER: RowKind = {
	name: 'SaleStakeholder',
	id: 'SaleStakeholderId',
	list: 'stakeholders',
	parent: { id: 'SaleId', list: 'sales' },
	role: { id: 'StakeholderRoleId', items: STAKEHOLDER_ROLES },
	isRanked: true,
	write: (data, seed) => ({
		...derived(data, seed),
		SaleStakeholderId: seed.id,
		SaleId: seed.parentId,
		EmailDescription: '',
		StakeholderRoleId: seed.roleId,
		StakeholderRoleName: inEnglish(nameOf(STAKEHOLDER_ROLES, seed.roleId)),
		Comment: seed.comment,
		Rank: seed.rank,
	}),
	check: ({ stakeholdersEnabled }) => {
		// What a tenant without stakeholders answers is documented nowhere: a guess.
		if (!stakeholdersEnabled) throw badArgument('Stakeholders are not enabled');
	},
};
