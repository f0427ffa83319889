import { inEnglish } from '../engine/languages';
import { CATEGORIES, nameOf, type ListItem, type TaskItem } from '../lists/items';

/** SuperOffice's nested records ("carriers"), with all properties of its OpenAPI files. */

export type Value = string | number | boolean | null | Value[] | { [key: string]: Value };
export type Carrier = { [key: string]: Value };

export const extras = (mask = 'Select, Update, Insert, Delete'): Carrier => ({
	TableRight: { Mask: mask, Reason: '' },
	FieldProperties: {},
});

export interface AssociateSeed {
	id: number;
	name: string;
	fullName: string;
	personId: number;
	type?: 'InternalAssociate' | 'ResourceAssociate';
	/** Number of the primary user group. */
	group: number;
	deleted?: boolean;
}

export function associate(seed: AssociateSeed): Carrier {
	return {
		AssociateId: seed.id,
		Name: seed.name,
		PersonId: seed.personId,
		Rank: seed.id,
		Tooltip: '',
		Type: seed.type ?? 'InternalAssociate',
		GroupIdx: seed.group,
		FullName: seed.fullName,
		FormalName: seed.fullName,
		Deleted: seed.deleted ?? false,
		// Their numbers in the service part are others; rooms have none.
		EjUserId: seed.type === 'ResourceAssociate' ? 0 : seed.id + 1,
		UserName: null,
		ExtraFields: {},
		CustomFields: {},
		...extras('Select, Update, Delete'),
	};
}

export interface ContactSeed {
	id: number;
	name: string;
	department: string;
	category: number;
	stop: boolean;
	deleted: boolean;
	/** What the carrier has of a company that was written. */
	more?: Carrier;
}

/** A company's name as it is shown together with its department. */
export function nameDepartment({ name, department }: ContactSeed): string {
	return department === '' ? name : `${name}, ${department}`;
}

export function contact(seed: ContactSeed): Carrier {
	const { id, name, department } = seed;
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
		CategoryName: nameOf(CATEGORIES, seed.category),
		CountryName: 'Norway',
		Address: null,
		FormattedAddress: '',
		FullName: nameDepartment(seed),
		IsOwnerContact: false,
		ActiveErpLinks: 0,
		Number1: `C${id}`,
		Number2: '',
		...extras(),
		...seed.more,
	};
}

export interface PersonSeed {
	id: number;
	firstName: string;
	lastName: string;
	contactId: number;
	email: string;
	retired: boolean;
	middleName?: string;
	/** When the person came into the recycle bin; undefined for one that is not in it. */
	deletedDate?: string;
	/** What the carrier has of a person that was written. */
	more?: Carrier;
}

export function fullName({ firstName, middleName = '', lastName }: PersonSeed): string {
	return [firstName, middleName, lastName].filter((name) => name !== '').join(' ');
}

export function person(seed: PersonSeed): Carrier {
	const { id, firstName, lastName, contactId } = seed;
	const texts = ['Position', 'Mrmrs', 'MiddleName', 'Title', 'Description', 'DirectPhone'];
	const more = ['ContactDepartment', 'ContactOrgNr', 'FaxPhone', 'MobilePhone', 'ContactPhone'];
	const last = ['AssociateName', 'ContactFax', 'Kanafname', 'Kanalname', 'Post1', 'Post2', 'Post3'];
	const empty = [...texts, ...more, ...last, 'EmailName', 'CategoryName', 'PersonNumber'];
	return {
		...Object.fromEntries(empty.map((property) => [property, ''])),
		PersonId: id,
		Firstname: firstName,
		Lastname: lastName,
		Email: seed.email,
		FullName: fullName(seed),
		FormalName: fullName(seed),
		CountryId: 578,
		ContactId: contactId,
		ContactName: '',
		Retired: seed.retired ? 1 : 0,
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
		...seed.more,
	};
}

export interface SelectionSeed {
	id: number;
	name: string;
}

/** In entities, names of lists stand in English: a guess, as the samples have one language. */
export function task(seed: TaskItem): Carrier {
	return {
		TaskListItemId: seed.id,
		Value: inEnglish(seed.name),
		Direction: 'Unknown',
		Type: seed.taskType,
		Tooltip: '',
		Deleted: seed.deleted ?? false,
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

export function priority(seed: ListItem): Carrier {
	return { Id: seed.id, Value: inEnglish(seed.name), Tooltip: '', ...extras() };
}
