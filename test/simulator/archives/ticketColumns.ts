import { FIELDS } from '../customFields/fields';
import { translate } from '../engine/languages';
import { nameOf } from '../lists/items';
import { TICKET_PRIORITIES } from '../lists/recordItems';
import * as lists from '../lists/ticketItems';
import { NEVER } from '../records/kind';
import { countsOf, messagesOf } from '../tickets/messages';
import { ejUserOf, type TicketSeed } from '../tenant/ticketSeeds';
import { column, type Column, type Context, type Raw } from './columns';
import { customFieldColumns } from './customFieldColumns';
import { personOf } from './members';
import { EntityColumns } from './ofEntities';
import { groupColumn, listColumn, ownerColumns } from './shown';

const from = new EntityColumns<TicketSeed>('Ticket', 'tickets');

const owner = ({ ownerId }: TicketSeed) => ownerId;
const creator = ({ creatorId }: TicketSeed) => creatorId;
export const baseOf = ({ statusId }: TicketSeed) => lists.statusOf(statusId)?.base ?? '';

/** The company of the person (documentation of the database). */
export const contactOf = (row: TicketSeed, context: Context) =>
	personOf(row, context).flatMap(
		({ contactId }) => context.data.contacts.seeds.get(contactId) ?? [],
	);

/** A moment; that such columns of requests are in UTC is a guess. */
const moment = (raw: (row: TicketSeed) => string): Column<TicketSeed> => ({
	...column<TicketSeed>('datetime', raw),
	isUtc: true,
});

const written = (property: string) => ({
	...from.of('datetime', property, { otherwise: NEVER }),
	isUtc: true,
});

/** A user by the number that the service part has; rows show the short name. */
const ejUser = (id: (row: TicketSeed) => number): Column<TicketSeed> => ({
	restriction: 'ejUser',
	list: 'ejuser',
	raw: (row) => ejUserOf(id(row)),
	show: (row, { data }) => data.associates.seeds.get(id(row))?.name ?? '',
});

const count = (
	name: keyof ReturnType<typeof countsOf>,
	restriction: 'int' | 'bool' | 'timeSpan',
): Column<TicketSeed> => column(restriction, ({ id }, { data }) => countsOf(data, id)[name]);

const texts = ({ id }: TicketSeed, { data }: Context): Raw[] => {
	const all = messagesOf(data, id).map(({ body, htmlBody }) => `${body} ${htmlBody}`);
	return all.length > 0 ? all : [''];
};

const category = ({ categoryId }: TicketSeed) => lists.categoryOf(categoryId);

const userColumns = (prefix: string, id: (row: TicketSeed) => number) => ({
	...ownerColumns(prefix, id),
	[`${prefix}/usergroup`]: groupColumn(id),
	[`${prefix}/ejUserId`]: column<TicketSeed>('int', (row) => ejUserOf(id(row))),
});

/** The counters of time that this tenant does not count. */
const UNCOUNTED = [
	...['timeToReply', 'timeToClose', 'realTimeToReply', 'realTimeToClose', 'timeSpentQueue'],
	...['timeSpentExternally', 'timeSpentInternally', 'realTimeSpentQueue'],
	...['realTimeSpentExternally', 'realTimeSpentInternally'],
];

/** What a request itself has, which its messages have behind a prefix. */
export const ticketColumns: Record<string, Column<TicketSeed>> = {
	ticketId: column('int', ({ id }) => id),
	title: column('string', ({ title }) => title),
	createdAt: moment(({ createdAt }) => createdAt),
	createdDate: { ...column<TicketSeed>('date', ({ createdAt }) => createdAt), isUtc: true },
	lastChanged: moment(({ lastChanged }) => lastChanged),
	closedAt: moment(({ closedAt }) => closedAt),
	repliedAt: moment(({ repliedAt }) => repliedAt),
	activated: moment(({ activate }) => activate),
	deadline: moment(({ deadline }) => deadline),
	readByOwner: written('ReadByOwner'),
	firstReadByOwner: written('FirstReadByOwner'),
	firstReadByUser: written('FirstReadByUser'),
	readByCustomer: written('ReadByCustomer'),
	contactId: column('int', (row, context) => contactOf(row, context)[0]?.id ?? 0),
	personId: column('int', ({ personId }) => personId),
	saleId: column('int', ({ saleId }) => saleId),
	projectId: column('int', ({ projectId }) => projectId),
	ticketStatusId: column('int', ({ statusId }) => statusId),
	priorityId: column('int', ({ priorityId }) => priorityId),
	categoryId: column('int', ({ categoryId }) => categoryId),
	ticketTypeName: listColumn({ raw: ({ typeId }) => typeId }, lists.TICKET_TYPES, 'tickettype'),
	ticketStatusName: listColumn(
		{ raw: ({ statusId }) => statusId },
		lists.TICKET_STATUSES,
		'ticketticketstatus',
	),
	priorityName: listColumn(
		{ raw: ({ priorityId }) => priorityId },
		TICKET_PRIORITIES,
		'ticketpriority',
	),
	categoryFullName: {
		...column<TicketSeed>('ejCategory', ({ categoryId }) => categoryId),
		list: 'ejcategory',
		show: (row) => {
			const found = category(row);
			return found ? lists.fullNameOf(found) : '';
		},
	},
	ownedBy: ejUser(owner),
	createdBy: ejUser(creator),
	author: column('string', ({ author }) => author),
	status: listColumn(
		{ raw: (row) => lists.baseNumber(baseOf(row)) },
		lists.BASE_STATUSES,
		'ticketstatus',
	),
	origin: listColumn(
		{ raw: ({ origin }) => lists.ORIGINS.findIndex(({ name }) => name === origin) },
		lists.ORIGINS,
		'ticketorigin',
	),
	slevel: listColumn(
		{ raw: ({ slevel }) => lists.SLEVELS.findIndex(({ name }) => name === slevel) },
		lists.SLEVELS,
		'ticketslevel',
	),
	readStatus: listColumn(
		{ raw: ({ readStatus }) => lists.READ_STATUSES.indexOf(readStatus) },
		lists.READ_WORDS,
		'ticketread',
	),
	numberOfMessages: count('NumMessages', 'int'),
	numberOfReplies: count('NumReplies', 'int'),
	has_attachment: count('HasAttachment', 'bool'),
	timeSpent: count('TimeSpent', 'timeSpan'),
	connectId: column('int', ({ connectId }) => connectId),
	// How rows show several tags is documented nowhere: a guess.
	tags: {
		...column<TicketSeed>('intArray', ({ tags }) => tags.join(',')),
		list: 'tags',
		show: ({ tags }, { locale }) =>
			tags.map((id) => translate(nameOf(lists.TAGS, id), locale)).join(', '),
	},
	content: { restriction: 'string', all: texts, raw: (row, context) => texts(row, context)[0] },
	...Object.fromEntries(UNCOUNTED.map((name) => [name, column<TicketSeed>('timeSpan', () => 0)])),
	...userColumns('ownedBy', owner),
	...userColumns('createdBy', creator),
	'ticketStatus/ticketStatusId': column('int', ({ statusId }) => statusId),
	'ticketStatus/name': column('string', ({ statusId }, { locale }) =>
		translate(nameOf(lists.TICKET_STATUSES, statusId), locale),
	),
	'ticketPriority/ticketPriorityId': column('int', ({ priorityId }) => priorityId),
	'ticketPriority/name': column('string', ({ priorityId }, { locale }) =>
		translate(nameOf(TICKET_PRIORITIES, priorityId), locale),
	),
	...customFieldColumns<TicketSeed>(
		FIELDS.Ticket,
		{ udef: 'ticketUdef', extra: 'extra' },
		(row, context) => from.written(row, context)?.CustomFields,
	),
};
