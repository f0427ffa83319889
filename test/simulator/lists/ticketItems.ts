import { multi } from '../engine/languages';
import type { ListItem } from './items';

/** How a category gives requests to users (documentation of the database). */
type DelegateMethod = 'Even' | 'Weighted' | 'Unfair' | 'Not';

/** A category of requests; its full name follows from those above it. */
export interface TicketCategory {
	id: number;
	name: string;
	/** Number of the category above; 0 for none. */
	parentId: number;
	/** Number of the associate who is responsible for the category; 0 for none. */
	masterId: number;
	method: DelegateMethod;
	/** Whether the responsible one gets what no member can get. */
	toMaster?: boolean;
	/** Weights of the members by their associates' numbers. */
	members: Record<number, number>;
	/** Number of the status of new requests; 0 for that of their type. */
	statusId: number;
	replyTemplateId: number;
	notificationEmail?: string;
}

const none = { masterId: 0, members: {}, statusId: 0, replyTemplateId: 0 };

export const TICKET_CATEGORIES: TicketCategory[] = [
	{
		...{ ...none, id: 1, name: 'Support', parentId: 0, method: 'Unfair' },
		...{ members: { 3: 1, 4: 1 }, replyTemplateId: 23 },
	},
	{ ...none, id: 2, name: 'Printers', parentId: 1, method: 'Even', members: { 1: 1, 3: 1, 2: 1 } },
	{ ...none, id: 3, name: 'Ink', parentId: 2, method: 'Even', masterId: 4, toMaster: true },
	{ ...none, id: 4, name: 'Sales', parentId: 0, method: 'Weighted', members: { 1: 1, 2: 2 } },
	{
		...{ ...none, id: 5, name: 'Administration', parentId: 0, method: 'Not' },
		notificationEmail: 'administration@example.com',
	},
	{ ...none, id: 6, name: 'Accounting', parentId: 5, method: 'Not', statusId: 7 },
	{ ...none, id: 7, name: 'In/Out', parentId: 0, method: 'Not' },
	{ ...none, id: 8, name: 'Ink', parentId: 4, method: 'Even', members: { 2: 1 } },
];

export const categoryOf = (categoryId: number) =>
	TICKET_CATEGORIES.find(({ id }) => id === categoryId);

/** The name of a category behind those above it, separated as in the sample output of `ejcategory`. */
export function fullNameOf({ name, parentId }: TicketCategory): string {
	const above = categoryOf(parentId);
	return above ? `${fullNameOf(above)}/${name}` : name;
}

/** The system's own statuses of requests; their numbers are those of the database. */
export const BASE_STATUSES: Array<ListItem & { key: string }> = [
	{ id: 1, key: 'Active', name: multi('Open', 'Åpen') },
	{ id: 2, key: 'Closed', name: multi('Closed', 'Lukket') },
	{ id: 3, key: 'Postponed', name: multi('Postponed', 'Utsatt') },
	{ id: 4, key: 'Deleted', name: multi('Deleted', 'Slettet') },
	{ id: 5, key: 'Merged', name: multi('Merged', 'Slått sammen') },
	{ id: 6, key: 'Spam', name: multi('Spam', 'Søppelpost') },
];

export const baseNumber = (base: string) => BASE_STATUSES.find(({ key }) => key === base)?.id ?? 0;

/** A status that the tenant has defined. */
export interface TicketStatus extends ListItem {
	/** One of the system's own. */
	base: string;
	counter: 'None' | 'Internally' | 'Externally' | 'Queue';
	isDefault?: boolean;
	usedInQueue?: boolean;
	/** Mails do not reopen requests with this status. */
	noEmailReopen?: boolean;
}

export const TICKET_STATUSES: TicketStatus[] = [
	{
		...{ id: 1, name: multi('Open', 'Åpen'), base: 'Active' },
		...{ counter: 'Internally', isDefault: true },
	},
	{ id: 2, name: multi('Closed', 'Lukket'), base: 'Closed', counter: 'None', isDefault: true },
	{
		...{ id: 3, name: multi('Postponed', 'Utsatt'), base: 'Postponed' },
		...{ counter: 'Internally', isDefault: true },
	},
	{ id: 4, name: multi('Deleted', 'Slettet'), base: 'Deleted', counter: 'None', isDefault: true },
	{ id: 5, name: multi('Linked', 'Koblet'), base: 'Merged', counter: 'None', isDefault: true },
	{
		...{ id: 6, name: multi('Waiting for Customer', 'Venter på kunden'), base: 'Active' },
		counter: 'Externally',
	},
	{
		...{ id: 7, name: multi('In Queue', 'I kø'), base: 'Active', counter: 'Queue' },
		usedInQueue: true,
	},
	{
		...{ id: 8, name: multi('Resolved', 'Løst'), base: 'Closed', counter: 'None' },
		noEmailReopen: true,
	},
	{ id: 9, name: multi('Spam', 'Søppelpost'), base: 'Spam', counter: 'None', isDefault: true },
];

export const statusOf = (statusId: number) => TICKET_STATUSES.find(({ id }) => id === statusId);

/** The status that requests get with one of the system's own. */
export const defaultStatusOf = (base: string) =>
	TICKET_STATUSES.find((one) => one.base === base && one.isDefault);

/** A type of requests. */
export interface TicketType extends ListItem {
	/** What new requests start with; 0 for nothing of the type's own. */
	statusId: number;
	priorityId: number;
	isDefault?: boolean;
	/** Whether people can choose it for a new request. */
	showInNew: boolean;
	isExternal: boolean;
	/** Numbers of the statuses and priorities that its requests can have; all by default. */
	statuses?: number[];
	priorities?: number[];
}

export const TICKET_TYPES: TicketType[] = [
	{
		...{ id: 1, name: multi('Request', 'Sak'), statusId: 0, priorityId: 0 },
		...{ isDefault: true, showInNew: true, isExternal: false },
	},
	{
		...{ id: 2, name: multi('Complaint', 'Klage'), statusId: 7, priorityId: 3 },
		...{ showInNew: true, isExternal: true, statuses: [1, 2, 7, 8], priorities: [2, 3] },
	},
	{
		...{ id: 3, name: multi('Alarm', 'Alarm'), statusId: 1, priorityId: 3 },
		...{ showInNew: false, isExternal: false },
	},
];

export const typeOf = (typeId: number) => TICKET_TYPES.find(({ id }) => id === typeId);

export const TAGS: ListItem[] = [
	{ id: 1, name: multi('Hardware', 'Maskinvare') },
	{ id: 2, name: multi('Warranty', 'Garanti') },
	{ id: 3, name: multi('Visit', 'Besøk') },
	{ id: 4, name: multi('Fax', 'Faks'), deleted: true },
];

/** Two of the sample output of `replytemplate`, and one of the tenant's own. */
export const REPLY_TEMPLATES: ListItem[] = [
	{ id: 2, name: 'System template - customer reply' },
	{ id: 13, name: 'Example of an automated FAQ response' },
	{ id: 23, name: 'Thanks for Your Request' },
];

/** Numbers and names are those of the documentation of the database. */
const ORIGIN_NAMES = [
	...['Unknown', 'Email', 'SMS', 'Fax', 'Phone', 'Facebook', 'Twitter', 'Internal'],
	...['CustomerCentre', 'EMarketing', 'AutoGenerated', 'Chat', 'Form', 'API', 'Flow'],
];
export const ORIGINS: ListItem[] = ORIGIN_NAMES.map((name, id) => ({ id, name }));
export const SLEVELS: ListItem[] = ['Unknown', 'Internal', 'External'].map((name, id) => ({
	...{ id, name, extraInfo: name },
}));
/** Names are those of the database, colours; the list has words. */
export const READ_STATUSES = ['Unknown', 'Green', 'Yellow', 'Red'];
export const READ_WORDS: ListItem[] = [
	{ id: 0, name: 'Unknown' },
	{ id: 1, name: multi('Read', 'Lest') },
	{ id: 2, name: multi('Changed', 'Endret') },
	{ id: 3, name: multi('Unread', 'Ulest') },
];

/** A mailbox whose mails become requests. */
export interface Mailbox {
	id: number;
	address: string;
	categoryId: number;
	priorityId: number;
}

export const MAILBOXES: Mailbox[] = [
	{ id: 1, address: 'support@example.com', categoryId: 1, priorityId: 2 },
	{ id: 2, address: 'printers@example.com', categoryId: 2, priorityId: 3 },
];
