import type { EntityArchive } from '../entity';

/** The columns of SimpleContact (SuperOffice's reference of archive providers). */
export const companyArchive: EntityArchive = {
	name: 'SimpleContact',
	key: 'contactId',
	customFields: 'contactUdef',
	extraFields: 'contactExtra',
	properties: {
		ContactId: 'contactId',
		Name: 'name',
		Department: 'department',
		'Category/Value': 'category',
		'Business/Value': 'business',
		'Country/CountryId': 'countryId',
		'Country/Name': 'country',
		'Associate/AssociateId': 'contactAssociate/associateDbId',
		'Associate/FullName': 'contactAssociate/fullName',
		OrgNr: 'orgnr',
		// That the number is Number2 and the code Number1 follows from their labels alone.
		Number2: 'number',
		Number1: 'code',
		NoMailing: 'contactNoMail',
		Xstop: 'stop',
		CreatedDate: 'registeredDate',
		'CreatedBy/FullName': 'registeredByFullName',
		UpdatedDate: 'updatedDate',
		'UpdatedBy/FullName': 'updatedByFullName',
	},
	shown: {
		EmailAddress: { column: 'email/emailAddress', property: 'Emails' },
		PhoneNumber: { column: 'contactPhone/formattedNumber', property: 'Phones' },
	},
	filterExample: "name begins 'Nord' or stop set true",
	// Companies in the recycle bin.
	conditions: [
		{ columns: ['contactDeleted'], matches: ({ contactDeleted }) => contactDeleted !== true },
	],
	otherColumns: [
		...['nameDepartment', 'hasInfoText', 'hasInterests', 'associateId', 'categoryGroup'],
		...['companyCategoryRank', 'updatedBy', 'registeredBy', 'contactSource', 'contactDeleted'],
		...['activeErpLinks', 'deletedDate', 'mainContact', 'forceCompany'],
	],
	// Headings that a sheet of companies may have.
	wordColumns: [],
	marks: ['registeredByFullName', 'updatedByFullName', 'contactNoMail', 'nameDepartment'],
	joined: [
		...['phone', 'contactPhone', 'contactFax', 'searchPhone', 'email', 'url', 'postAddress'],
		...['restrictionPostalAddress', 'streetAddress', 'restrictionAddress', 'contactAssociate'],
		...['contactSupportAssociate', 'contactSupportPerson'],
	],
};
