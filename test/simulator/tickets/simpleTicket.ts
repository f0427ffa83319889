import { NEVER } from '../records/kind';
import { inEnglish } from '../engine/languages';
import { nameOf } from '../lists/items';
import { TICKET_PRIORITIES } from '../lists/recordItems';
import { categoryOf, fullNameOf, statusOf, typeOf } from '../lists/ticketItems';
import { fullName, nameDepartment, type Carrier } from '../tenant/carriers';
import { SESSION_USER, type Data } from '../tenant/data';
import { ejUserOf, type TicketSeed } from '../tenant/ticketSeeds';
import { countsOf } from './messages';

const DAY_TIMES = ['TimeToReply', 'TimeToClose', 'TimeSpentInternally', 'TimeSpentExternally'];

/** The counters of time that this tenant does not count, and what nobody has read. */
export const UNCOUNTED: Carrier = Object.fromEntries(
	[...DAY_TIMES, 'TimeSpentQueue'].flatMap((name) => [
		[name, 0],
		[`Real${name}`, 0],
	]),
);

const nameOfUser = ({ associates }: Data, id: number) => associates.seeds.get(id)?.name ?? '';

/** Person and company of a request; without a person the number is -1 (documentation of the database). */
function customerOf({ persons, contacts }: Data, { personId }: TicketSeed): Carrier {
	const person = persons.seeds.get(personId);
	const company = contacts.seeds.get(person?.contactId ?? 0);
	return {
		CustId: person?.id ?? -1,
		PersonFirstname: person?.firstName ?? '',
		PersonMiddleName: person?.middleName ?? '',
		PersonLastname: person?.lastName ?? '',
		PersonFullname: person ? fullName(person) : '',
		ContactId: company?.id ?? 0,
		ContactName: company ? nameDepartment(company) : '',
	};
}

/** A request as other records have it; what only the whole entity has comes from what was written. */
export function simpleTicket(data: Data, seed: TicketSeed): Carrier {
	const written = data.written.Ticket.get(seed.id) ?? {};
	const category = categoryOf(seed.categoryId);
	const status = statusOf(seed.statusId);
	const { name: typeName = '' } = typeOf(seed.typeId) ?? {};
	return {
		TicketId: seed.id,
		Title: seed.title,
		CreatedAt: seed.createdAt,
		LastChanged: seed.lastChanged,
		ReadByOwner: written.ReadByOwner ?? NEVER,
		ReadByCustomer: NEVER,
		FirstReadByUser: NEVER,
		Activate: seed.activate,
		ClosedAt: seed.closedAt,
		RepliedAt: seed.repliedAt,
		AlertTimeout: written.AlertTimeout ?? NEVER,
		Deadline: seed.deadline,
		CreatedBy: ejUserOf(seed.creatorId),
		CreatedByName: nameOfUser(data, seed.creatorId),
		Author: seed.author,
		OwnedBy: ejUserOf(seed.ownerId),
		OwnedByName: nameOfUser(data, seed.ownerId),
		OwnedByAssociateId: seed.ownerId,
		Category: seed.categoryId,
		CategoryName: category?.name ?? '',
		CategoryFullname: category ? fullNameOf(category) : '',
		Slevel: seed.slevel,
		Priority: seed.priorityId,
		PriorityName: inEnglish(nameOf(TICKET_PRIORITIES, seed.priorityId)),
		BaseStatus: status?.base ?? 'Unknown',
		TicketStatus: seed.statusId,
		TicketStatusDisplayValue: inEnglish(status?.name ?? ''),
		Origin: seed.origin,
		...customerOf(data, seed),
		AlertLevel: written.AlertLevel ?? 0,
		ConnectId: seed.connectId,
		ReadStatus: seed.readStatus,
		...UNCOUNTED,
		...countsOf(data, seed.id),
		FromAddress: written.FromAddress ?? '',
		Language: written.Language ?? '',
		Sentiment: 0,
		SentimentConfidence: 0,
		SaleId: seed.saleId,
		ProjectId: seed.projectId,
		SaleHeading: data.sales.seeds.get(seed.saleId)?.title ?? '',
		ProjectName: data.projects.seeds.get(seed.projectId)?.name ?? '',
		FormSubmissionId: 0,
		TicketTypeId: seed.typeId,
		TicketTypeName: inEnglish(typeName),
		TableRight: null,
		FieldProperties: {},
	};
}

/** Whether a request is the session user's own. */
export const isOwn = ({ ownerId }: TicketSeed): boolean => ownerId === SESSION_USER;
