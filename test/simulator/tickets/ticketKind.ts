import { FIELDS } from '../customFields/fields';
import { categoryOf, ORIGINS, SLEVELS, statusOf, typeOf } from '../lists/ticketItems';
import { NEVER, type Kind } from '../records/kind';
import { removeEntity } from '../records/merge';
import { idOf, person, project, sale } from '../records/references';
import type { Carrier } from '../tenant/carriers';
import { SESSION_USER, type Data } from '../tenant/data';
import type { TicketSeed } from '../tenant/ticketSeeds';
import { MESSAGE } from './messageKind';
import { countsOf, messagesOf } from './messages';
import { simpleMessage } from './simpleMessage';
import { UNCOUNTED } from './simpleTicket';
import * as references from './ticketReferences';
import { checkTicket, DEFAULTS, followTicket } from './ticketRules';

const READINGS = ['ReadByOwner', 'ReadByCustomer', 'FirstReadByOwner', 'FirstReadByUser'];
const DATES = [...READINGS, 'Activate', 'ClosedAt', 'RepliedAt', 'AlertTimeout', 'Deadline'];

function seedOf(entity: Carrier): TicketSeed {
	return {
		id: Number(entity.TicketId),
		title: String(entity.Title),
		createdAt: String(entity.CreatedAt),
		lastChanged: String(entity.LastChanged),
		closedAt: String(entity.ClosedAt),
		repliedAt: String(entity.RepliedAt),
		activate: String(entity.Activate),
		deadline: String(entity.Deadline),
		categoryId: idOf(entity.Category, references.category),
		statusId: idOf(entity.Status, references.status),
		priorityId: idOf(entity.Priority, references.priority),
		typeId: idOf(entity.TicketType, references.type),
		ownerId: idOf(entity.OwnedBy, references.owner),
		creatorId: idOf(entity.CreatedBy, references.owner),
		author: String(entity.Author),
		personId: idOf(entity.Person, person),
		saleId: idOf(entity.Sale, sale),
		projectId: idOf(entity.Project, project),
		secondary: references.idsOf(entity.SecondaryPersons, 'PersonId'),
		tags: references.idsOf(entity.Tags, 'Id'),
		slevel: String(entity.Slevel),
		origin: String(entity.Origin),
		readStatus: String(entity.ReadStatus),
		connectId: Number(entity.ConnectId),
	};
}

function ofSeed(data: Data, seed: TicketSeed): Carrier {
	return {
		...{ Title: seed.title, CreatedAt: seed.createdAt, LastChanged: seed.lastChanged },
		...{ ClosedAt: seed.closedAt, RepliedAt: seed.repliedAt, Activate: seed.activate },
		...{ Deadline: seed.deadline, Author: seed.author, Slevel: seed.slevel },
		...{ Origin: seed.origin, ReadStatus: seed.readStatus, ConnectId: seed.connectId },
		CreatedBy: data.associates.get(seed.creatorId) ?? null,
		OwnedBy: { AssociateId: seed.ownerId },
		Category: { TicketCategoryId: seed.categoryId },
		Status: { TicketStatusId: seed.statusId },
		BaseStatus: statusOf(seed.statusId)?.base ?? 'Unknown',
		Priority: { TicketPriorityId: seed.priorityId },
		TicketType: { TicketTypeId: seed.typeId },
		Person: { PersonId: seed.personId },
		Sale: { SaleId: seed.saleId },
		Project: { ProjectId: seed.projectId },
		SecondaryPersons: references.personsOf(data, seed.secondary),
		Tags: references.tagsOf(data, seed.tags),
	};
}

/** What a new request starts with, of a type. Which of these preferences say is a guess. */
export function ticketDefaults(data: Data, typeId: number = DEFAULTS.typeId): Carrier {
	const type = typeOf(typeId);
	const user = data.associates.seeds.get(SESSION_USER);
	return {
		OwnedBy: { AssociateId: SESSION_USER },
		Category: { TicketCategoryId: DEFAULTS.categoryId },
		Status: { TicketStatusId: type?.statusId || DEFAULTS.statusId },
		BaseStatus: 'Active',
		Priority: { TicketPriorityId: type?.priorityId || DEFAULTS.priorityId },
		TicketType: { TicketTypeId: typeId },
		Slevel: type?.isExternal ? 'External' : 'Internal',
		Origin: 'API',
		Author: user?.fullName ?? '',
	};
}

/** Requests: properties are those of the OpenAPI file. */
export const TICKET: Kind = {
	name: 'Ticket',
	id: 'TicketId',
	list: 'tickets',
	fields: FIELDS.Ticket,
	stamps: { created: 'CreatedAt', updated: 'LastChanged' },
	references: {
		OwnedBy: references.owner,
		Category: references.category,
		Priority: references.priority,
		Status: references.status,
		TicketType: references.type,
		Person: person,
		Sale: sale,
		Project: project,
	},
	choices: {},
	elements: {},
	enums: {
		Slevel: SLEVELS.map(({ name }) => name),
		BaseStatus: [
			...['Unknown', 'Active', 'Closed', 'Postponed', 'Deleted', 'Merged', 'Spam'],
			...['PostponedSpecific', 'Postponed1Hour', 'Postponed2Hours', 'Postponed3Hours'],
			...['Postponed4Hours', 'PostponedDay', 'PostponedWeek', 'PostponedMonth'],
		],
		Origin: ORIGINS.map(({ name }) => name),
	},
	lengths: { Title: 255, Author: 255, FromAddress: 4000, Language: 10 },
	mandatory: ['Title', 'Category'],
	setByServer: [
		...['CreatedBy', 'CreatedAt', 'LastChanged', 'ClosedAt', 'RepliedAt', 'ReadStatus'],
		...['ReadByCustomer', 'FirstReadByOwner', 'FirstReadByUser', 'HasAttachment'],
		...['NumReplies', 'NumMessages', 'TimeSpent', 'Messages', 'FormSubmission', 'IconHint'],
		...['Sentiment', 'SentimentConfidence', 'SuggestedCategoryName', 'ActiveStatusMonitorId'],
		...Object.keys(UNCOUNTED),
		...['TableRight', 'FieldProperties', '_Links'],
	],
	has: ({ tickets }, id) => tickets.seeds.has(id),
	next: ({ tickets }) => tickets.next,
	cleared: () => ({
		...{ Title: '', Author: '', FromAddress: '', Language: '', IconHint: '' },
		...Object.fromEntries(DATES.map((name) => [name, NEVER])),
		...{ Slevel: 'Internal', BaseStatus: 'Unknown', Origin: 'Unknown', ReadStatus: 'Red' },
		...{ SecondaryPersons: [], Tags: [], Messages: [], AlertLevel: 0, ConnectId: 0 },
		...UNCOUNTED,
		...{ TimeSpent: 0, HasAttachment: false, NumReplies: 0, NumMessages: 0 },
		...{ Sentiment: 0, SentimentConfidence: 0, SuggestedCategoryId: 0 },
		...{ SuggestedCategoryName: '', OrigHumanCategoryId: 0, FormSubmission: null },
		ActiveStatusMonitorId: 0,
	}),
	defaults: (data) => ticketDefaults(data),
	ofSeed: (data, id) => {
		const seed = data.tickets.seeds.get(id);
		return seed ? ofSeed(data, seed) : {};
	},
	toSeed: ({ tickets }, entity) => tickets.set(seedOf(entity)),
	computed: (data, entity) => ({
		...countsOf(data, Number(entity.TicketId)),
		SuggestedCategoryName: categoryOf(Number(entity.SuggestedCategoryId))?.name ?? '',
		Messages: messagesOf(data, Number(entity.TicketId)).map((seed) => simpleMessage(data, seed)),
	}),
	check: checkTicket,
	follow: followTicket,
	// Its messages and their files go too (documentation of deleting): those of other messages stay.
	forget: (data, id) => {
		const messages = messagesOf(data, id);
		for (const message of messages) removeEntity(MESSAGE, data, message.id);
		const used = [...data.ticketMessages.after()].flatMap(({ attachments }) => attachments);
		for (const file of messages.flatMap(({ attachments }) => attachments)) {
			if (!used.includes(file)) data.attachments.delete(file);
		}
	},
	accept: { Tags: references.acceptTags, SecondaryPersons: references.acceptPersons },
};
