/** SuperOffice's nested records ("carriers"), with all properties of its OpenAPI files. */

export type Value = string | number | boolean | null | Value[] | { [key: string]: Value };
export type Carrier = { [key: string]: Value };

const extras = (mask = 'Select, Update, Insert, Delete'): Carrier => ({
	TableRight: { Mask: mask, Reason: '' },
	FieldProperties: {},
});

export interface AssociateSeed {
	id: number;
	name: string;
	fullName: string;
	personId: number;
	type?: 'InternalAssociate' | 'ResourceAssociate';
}

export function associate(seed: AssociateSeed): Carrier {
	return {
		AssociateId: seed.id,
		Name: seed.name,
		PersonId: seed.personId,
		Rank: seed.id,
		Tooltip: '',
		Type: seed.type ?? 'InternalAssociate',
		GroupIdx: 2,
		FullName: seed.fullName,
		FormalName: seed.fullName,
		Deleted: false,
		EjUserId: 0,
		UserName: null,
		ExtraFields: {},
		CustomFields: {},
		...extras('Select, Update, Delete'),
	};
}

export interface ContactSeed {
	id: number;
	name: string;
	department?: string;
}

export function contact({ id, name, department = '' }: ContactSeed): Carrier {
	return {
		ContactId: id,
		Name: name,
		OrgNr: '',
		Department: department,
		URL: '',
		City: 'OSLO',
		DirectPhone: '',
		AssociateId: 1,
		CountryId: 578,
		EmailAddress: '',
		Kananame: '',
		EmailAddressName: null,
		URLName: null,
		AssociateFullName: 'Sales Manager',
		BusinessName: 'IT',
		CategoryName: 'US:"Customer";NO:"Kunde";',
		CountryName: 'Norway',
		Address: null,
		FormattedAddress: '',
		FullName: department === '' ? name : `${name}, ${department}`,
		IsOwnerContact: false,
		ActiveErpLinks: 0,
		Number1: `C${id}`,
		Number2: '',
		...extras(),
	};
}

export interface PersonSeed {
	id: number;
	firstName: string;
	lastName: string;
	contactId: number;
}

export function person({ id, firstName, lastName, contactId }: PersonSeed): Carrier {
	const fullName = `${firstName} ${lastName}`;
	const texts = ['Position', 'Mrmrs', 'MiddleName', 'Title', 'Description', 'DirectPhone'];
	const more = ['ContactDepartment', 'ContactOrgNr', 'FaxPhone', 'MobilePhone', 'ContactPhone'];
	const last = ['AssociateName', 'ContactFax', 'Kanafname', 'Kanalname', 'Post1', 'Post2', 'Post3'];
	const empty = [...texts, ...more, ...last, 'EmailName', 'CategoryName', 'PersonNumber'];
	return {
		...Object.fromEntries(empty.map((property) => [property, ''])),
		PersonId: id,
		Firstname: firstName,
		Lastname: lastName,
		Email: '',
		FullName: fullName,
		FormalName: fullName,
		CountryId: 578,
		ContactId: contactId,
		ContactName: '',
		Retired: 0,
		Rank: 1,
		ActiveInterests: 0,
		ContactCountryId: 578,
		AssociateId: 0,
		UsePersonAddress: false,
		ContactFullName: '',
		ActiveErpLinks: 0,
		TicketPriorityId: 0,
		SupportLanguageId: 0,
		SupportAssociateId: 0,
		...extras('Select, Update, Insert'),
	};
}

export function project(seed: { id: number; name: string }): Carrier {
	return {
		ProjectId: seed.id,
		Name: seed.name,
		Description: '',
		URL: '',
		Type: 'Marketing',
		AssociateId: 1,
		AssociateFullName: 'Sales Manager',
		TypeId: 1,
		Updated: '2026-01-05T09:30:00Z',
		StatusId: 1,
		Status: 'Active',
		TextId: 0,
		PublishTo: '0001-01-01T00:00:00',
		PublishFrom: '0001-01-01T00:00:00',
		IsPublished: false,
		URLName: '',
		ProjectNumber: `P${seed.id}`,
		ActiveErpLinks: 0,
		EventId: 0,
		StartDate: '2026-01-01T00:00:00Z',
		...extras(),
	};
}

export function sale(seed: { id: number; title: string; contactId: number }): Carrier {
	return {
		ContactName: '',
		SaleDate: '2026-12-01T00:00:00',
		SaleId: seed.id,
		Probability: 50,
		Title: seed.title,
		Amount: 120000,
		Currency: 'NOK',
		ProjectName: '',
		AssociateFullName: 'Sales Manager',
		Description: '',
		Status: 'Open',
		WeightedAmount: 60000,
		ProjectId: 0,
		EarningPercent: 25,
		Earning: 30000,
		ContactId: seed.contactId,
		AssociateId: 1,
		PersonId: 0,
		SaleTypeId: 1,
		SaleTypeName: 'Product',
		PersonFullName: '',
		Completed: 'NotStarted',
		ActiveErpLinks: 0,
		NextDueDate: '0001-01-01T00:00:00',
		Number: `S${seed.id}`,
		...extras(),
	};
}

export function task(seed: { id: number; value: string; type: string }): Carrier {
	return {
		TaskListItemId: seed.id,
		Value: seed.value,
		Direction: 'Unknown',
		Type: seed.type,
		Tooltip: '',
		Deleted: false,
		IntentId: 0,
		Rank: seed.id,
		IsDefaultAlldayEvent: false,
		IsDefaultFree: false,
		IsDefaultPublished: false,
		ColorIndex: 'LightBlue',
		DefaultVideomeetingStatus: 'NoChange',
		...extras(),
	};
}

export function priority(seed: { id: number; value: string }): Carrier {
	return { Id: seed.id, Value: seed.value, Tooltip: '', ...extras() };
}
