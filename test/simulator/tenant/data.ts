import { addDocument } from '../appointments/documents';
import { fillAppointments } from '../appointments/fill';
import { AppointmentStore } from '../appointments/store';
import {
	associate,
	contact,
	person,
	priority,
	task,
	type AssociateSeed,
	type Carrier,
	type ContactSeed,
	type PersonSeed,
} from './carriers';
import { BASE_ZONE } from '../engine/dates';
import type { DocumentFile } from '../documents/files';
import type { KindName } from '../engine/present';
import { PRIORITIES, TASKS, type ListItem, type TaskItem } from '../lists/items';
import { fillSales } from '../sales/fill';
import { fillTickets } from '../tickets/fill';
import { Records, SharedRecords } from './records';
import { associates } from './associates';
import { companies, persons } from './companies';
import { attachment } from './ticketCarriers';
import type { AttachmentSeed, MessageSeed, TicketSeed } from './ticketSeeds';
import { attachments, ticketMessages, tickets } from './tickets';
import { document, documents, type DocumentSeed } from './documents';
import { projectMembers, projects, sales, stakeholders } from './work';
import { project, sale, type MemberSeed, type ProjectSeed, type SaleSeed } from './workCarriers';

/** An invitation or a notice that SuperOffice would have sent. */
export interface Mail {
	appointmentId: number;
	to: string;
}

/** Whom SuperOffice would have told of a request, or of a new message of it. */
export interface Notification {
	ticketId: number;
	what: 'ticket' | 'message';
	/** Number of the associate. */
	to: number;
}

/** A message that went out as a mail. */
export interface SentMail {
	messageId: number;
	to: string[];
	cc: string[];
	bcc: string[];
	subject: string;
	/** 0 for none. */
	replyTemplateId: number;
	body: string;
	attachmentIds: number[];
}

/** Foreign keys by the number of their record. */
export type ForeignKeys = Map<number, Record<string, string>>;

/** How a tenant numbers its records: a counter's settings, by the names of the OpenAPI file. */
export interface Numbering {
	/** New records that come without a number get one. */
	allocate: boolean;
	/** No two records have the same number. */
	unique: boolean;
	allowBlank: boolean;
}

/** The tenant's records by number, its appointments as they are stored, and what was done to them. */
export interface Data {
	associates: Records<AssociateSeed>;
	contacts: Records<ContactSeed>;
	persons: Records<PersonSeed>;
	projects: Records<ProjectSeed>;
	sales: Records<SaleSeed>;
	tickets: Records<TicketSeed>;
	ticketMessages: Records<MessageSeed>;
	attachments: Records<AttachmentSeed>;
	/** How many requests each category has given to its members in turn. */
	delegated: Map<number, number>;
	notifications: Notification[];
	sentMails: SentMail[];
	documents: Records<DocumentSeed>;
	/** The files of documents that were written, by the documents' numbers. */
	files: Map<number, DocumentFile>;
	/** The appointments that documents have, by the documents' numbers. */
	documentEntries: Map<number, number>;
	/** Told of each document whose content has changed. */
	onContent?: (documentId: number) => void;
	projectMembers: Records<MemberSeed>;
	stakeholders: Records<MemberSeed>;
	/** Sales as they were before each change. */
	saleVersions: Map<number, SaleSeed[]>;
	/** The numbers of the sales that have a quote: tests add them. */
	quotes: Set<number>;
	/** The preference that sales may have stakeholders, on by default there. */
	stakeholdersEnabled: boolean;
	/** How sales and projects are numbered. */
	numbering: Record<'Project' | 'Sale', Numbering>;
	tasks: Records<TaskItem>;
	priorities: Records<ListItem>;
	appointments: AppointmentStore;
	/** The records that were written, whole, by their kind and number. */
	written: Record<KindName, Map<number, Carrier>>;
	/** Whether persons need a company: the preference MandatoryContactOnPerson, on by default there. */
	mandatoryContactOnPerson: boolean;
	/** The foreign keys of these kinds, as those of appointments. */
	recordKeys: Record<KindName, ForeignKeys>;
	/** The appointments' foreign keys, `app.device.keyname` to value. */
	foreignKeys: ForeignKeys;
	videoMeetings: Set<string>;
	mails: Mail[];
	/** How many rows archives have looked at. */
	rowsScanned: number;
	/** SuperOffice's clock, in milliseconds since 1970; a test may put another in its place. */
	now(): number;
	/** IANA name of the zone that SuperOffice stores in, and in which series have their days. */
	baseZone: string;
	/** In which zone filters' dates are read, where a test wants another one than is guessed. */
	filterZone?: string;
	/** Adds many appointments, made when they are read. */
	fillAppointments(count: number): void;
	/** Adds many sales. */
	fillSales(count: number): void;
	/** Adds many requests, without messages. */
	fillTickets(count: number): void;
	/** Adds the appointment that a document has, and answers its number. */
	addDocument(properties?: Carrier): number;
}

/** The records that others refer to. */
export type ReferenceList =
	'associates' | 'contacts' | 'persons' | 'projects' | 'sales' | 'tasks' | 'priorities';

/** The user behind every login, and the values that a new appointment starts with. */
export const SESSION_USER = 1;
export const DEFAULT_TASK = 2;

const shared = {
	associates: new SharedRecords(associates, associate),
	contacts: new SharedRecords(companies, contact),
	persons: new SharedRecords(persons, person),
	projects: new SharedRecords(projects, project),
	sales: new SharedRecords(sales, sale),
	tickets: new SharedRecords(tickets, () => ({})),
	ticketMessages: new SharedRecords(ticketMessages, () => ({})),
	attachments: new SharedRecords(attachments, attachment),
	documents: new SharedRecords(documents, document),
	// Other records have these rows only as their own kinds write them.
	projectMembers: new SharedRecords(projectMembers, () => ({})),
	stakeholders: new SharedRecords(stakeholders, () => ({})),
	tasks: new SharedRecords(() => TASKS, task),
	priorities: new SharedRecords(() => PRIORITIES, priority),
};

const byKind = <Value>(): Record<KindName, Map<number, Value>> => ({
	Contact: new Map(),
	Person: new Map(),
	Project: new Map(),
	Sale: new Map(),
	Ticket: new Map(),
	TicketMessage: new Map(),
	Document: new Map(),
});

/** A fresh tenant of a realistic size; made of records that are shared until a test changes them. */
export function seedData(): Data {
	const data: Data = {
		associates: new Records(shared.associates),
		contacts: new Records(shared.contacts),
		persons: new Records(shared.persons),
		projects: new Records(shared.projects),
		sales: new Records(shared.sales),
		tickets: new Records(shared.tickets),
		ticketMessages: new Records(shared.ticketMessages),
		attachments: new Records(shared.attachments),
		delegated: new Map(),
		notifications: [],
		sentMails: [],
		documents: new Records(shared.documents),
		files: new Map(),
		documentEntries: new Map(),
		projectMembers: new Records(shared.projectMembers),
		stakeholders: new Records(shared.stakeholders),
		saleVersions: new Map(),
		quotes: new Set(),
		stakeholdersEnabled: true,
		numbering: {
			Project: { allocate: true, unique: false, allowBlank: true },
			Sale: { allocate: true, unique: false, allowBlank: true },
		},
		tasks: new Records(shared.tasks),
		priorities: new Records(shared.priorities),
		appointments: new AppointmentStore(),
		written: byKind(),
		mandatoryContactOnPerson: false,
		recordKeys: byKind(),
		foreignKeys: new Map(),
		videoMeetings: new Set(),
		mails: [],
		rowsScanned: 0,
		now: () => Date.now(),
		baseZone: BASE_ZONE,
		fillAppointments: (count) => fillAppointments(data, count),
		fillSales: (count) => fillSales(data, count),
		fillTickets: (count) => fillTickets(data, count),
		addDocument: (properties = {}) => addDocument(data, properties),
	};
	return data;
}
