import { multi } from '../engine/languages';

/** An item of a list, before it is written for a request. */
export interface ListItem {
	id: number;
	/** Multi-language text. */
	name: string;
	rank?: number;
	type?: string;
	extraInfo?: string;
	styleHint?: string;
	deleted?: boolean;
	hidden?: boolean;
	/** The name together with those above it, in lists that are trees. */
	fullName?: string;
	/** What stands below the item, in lists that are trees. */
	children?: ListItem[];
	/** Numbers of the headings that the item stands under. */
	headings?: number[];
}

/** A heading; its number is of another series than the items' own and may be the same. */
export interface Heading {
	id: number;
	name: string;
}

export const USER_GROUPS: ListItem[] = [
	{ id: 2, name: multi('Sales', 'Salg') },
	{ id: 3, name: multi('Service', 'Service') },
	{ id: 1, name: multi('Administration', 'Administrasjon') },
];

export const CATEGORIES: ListItem[] = [
	{ id: 1, name: multi('Customer', 'Kunde') },
	{ id: 2, name: multi('Vendor', 'Leverandør') },
	{ id: 3, name: multi('Partner', 'Partner') },
	{ id: 4, name: multi('Competitor', 'Konkurrent'), deleted: true },
	{ id: 5, name: multi('Subsidiary', 'Datterselskap'), hidden: true },
];

export const TASK_HEADINGS: Heading[] = [
	{ id: 1, name: multi('Meetings', 'Møter') },
	{ id: 2, name: multi('Desk Work', 'Kontorarbeid') },
	{ id: 3, name: multi('At the Customer', 'Hos kunden') },
];

/** A type of follow-ups. */
export interface TaskItem extends ListItem {
	/** Name of a TaskType. */
	taskType: string;
}

export const TASKS: TaskItem[] = [
	{ id: 1, name: multi('Phone call', 'Telefon'), taskType: 'Phone', headings: [2] },
	{ id: 2, name: multi('Meeting', 'Møte'), taskType: 'Appointment', headings: [1, 3] },
	{ id: 3, name: multi('Follow-up', 'Oppfølging'), taskType: 'ToDo', headings: [2] },
	{ id: 4, name: multi('Lunch', 'Lunsj'), taskType: 'Appointment', headings: [1] },
	{ id: 5, name: multi('Fax', 'Faks'), taskType: 'ToDo', headings: [2], deleted: true },
	{ id: 6, name: multi('Site Visit', 'Befaring'), taskType: 'Appointment', headings: [3] },
	{ id: 7, name: multi('Audit', 'Revisjon'), taskType: 'Appointment', headings: [1], hidden: true },
];

export const PRIORITIES: ListItem[] = [
	{ id: 1, name: multi('Low', 'Lav') },
	{ id: 2, name: multi('Medium', 'Middels') },
	{ id: 3, name: multi('High', 'Høy') },
	{ id: 4, name: multi('Someday', 'En dag'), deleted: true },
	{ id: 5, name: multi('Board', 'Styret'), hidden: true },
];

export const REJECT_REASONS: ListItem[] = [
	{ id: 1, name: multi('Away', 'Bortreist') },
	{ id: 2, name: multi('No Time', 'Ingen tid') },
	{ id: 3, name: multi('On Strike', 'I streik'), deleted: true },
	{ id: 4, name: multi('Confidential', 'Fortrolig'), hidden: true },
];

export const FORMAT_HEADINGS: Heading[] = [
	{ id: 1, name: multi('In Person', 'Ansikt til ansikt') },
	{ id: 2, name: multi('Remote', 'På avstand') },
];

/** The user-defined list `udlist7`. */
export const FORMATS: ListItem[] = [
	{ id: 1, name: multi('On Site', 'Fysisk'), headings: [1] },
	{ id: 2, name: multi('Online', 'Nettmøte'), headings: [2] },
	{ id: 3, name: multi('Hybrid', 'Hybrid'), headings: [1, 2] },
	{ id: 4, name: multi('Telegram', 'Telegram'), headings: [2], deleted: true },
	{ id: 5, name: multi('Secret', 'Hemmelig'), headings: [1], hidden: true },
];

/** An item's text by its number; "" for none. */
export function nameOf(items: ListItem[], id: number): string {
	return items.find((item) => item.id === id)?.name ?? '';
}
