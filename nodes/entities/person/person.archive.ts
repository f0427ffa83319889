import { rowDate } from '../../shared/archive/condition';
import type { EntityArchive } from '../entity';

/** The columns of Person (SuperOffice's reference of archive providers). */
export const personArchive: EntityArchive = {
	name: 'Person',
	key: 'personId',
	customFields: 'personUdef',
	extraFields: 'personExtra',
	properties: {
		PersonId: 'personId',
		Firstname: 'firstName',
		MiddleName: 'middleName',
		Lastname: 'lastName',
		FullName: 'fullName',
		'Contact/ContactId': 'contactId',
		'Contact/Name': 'personContact/name',
		'Position/Value': 'position',
		Title: 'title',
		Mrmrs: 'mrMrs',
		PersonNumber: 'personNumber',
		'Country/CountryId': 'personCountryId',
		'Country/Name': 'personCountry',
		NoMailing: 'personNoMail',
		UsePersonAddress: 'useAsMailingAddress',
		Retired: 'retired',
		CreatedDate: 'personRegisteredDate',
		'CreatedBy/FullName': 'personRegisteredByFullName',
		UpdatedDate: 'personUpdatedDate',
		'UpdatedBy/FullName': 'personUpdatedByFullName',
	},
	shown: {
		EmailAddress: { column: 'email/emailAddress', property: 'Emails' },
		MobilePhone: { column: 'personMobilePhone/formattedNumber', property: 'MobilePhones' },
	},
	filterExample: "title contains 'manager' or retired set true",
	// Those in the recycle bin have the time at which they came there.
	conditions: [
		{
			columns: ['personDeletedDate'],
			matches: (row) => rowDate(row, 'personDeletedDate', 'UTC') === undefined,
		},
	],
	otherColumns: [
		...['fullNameWithContact', 'hasInfoText', 'hasInterests', 'personHasInterests'],
		...['birthdate', 'associateType', 'personSource', 'birthYear', 'birthMonth', 'birthDay'],
		...['personUpdatedBy', 'personRegisteredBy', 'personActiveErpLinks', 'supportLanguage'],
		...['personAssociateId', 'personAssociateFullName', 'personCategory', 'personCategoryGroup'],
		...['personCategoryRank', 'personBusiness', 'leadstatusRank', 'personDeletedDate'],
		...['hasCompany', 'isProjectMember', 'isStakeholder', 'createdByForm'],
	],
	// Headings that a sheet of persons may have.
	wordColumns: ['rank'],
	marks: ['personRegisteredDate', 'personUpdatedDate', 'personNoMail', 'fullNameWithContact'],
	joined: [
		...['phone', 'personDirectPhone', 'personMobilePhone', 'personPrivate', 'personPager'],
		...['personDirectFax', 'searchPhone', 'personInfo', 'email', 'personUrl', 'personAddress'],
		...['restrictionAddress', 'personContact', 'personAssociate', 'personSourceRelation'],
	],
};
