import { FIELDS } from '../customFields/fields';
import { SLEVELS } from '../lists/ticketItems';
import type { MessageSeed } from '../tenant/ticketSeeds';
import { column, type Archive, type Context } from './columns';
import { customFieldColumns } from './customFieldColumns';
import { personColumns, personOf, UNORDERED } from './members';
import { nested } from './nested';
import { EntityColumns } from './ofEntities';
import { EVERY_ROW, everyRow, listColumn } from './shown';
import { ticketColumns } from './ticketColumns';

const from = new EntityColumns<MessageSeed>('TicketMessage', 'ticketMessages');

const ticketOf = ({ ticketId }: MessageSeed, { data }: Context) => {
	const found = data.tickets.seeds.get(ticketId);
	return found ? [found] : [];
};

/** The archive behind GET /TicketMessage and GET /Ticket/{id}/Messages. */
export const ticketMessage: Archive<MessageSeed> = {
	name: 'TicketMessage',
	entities: ['ticketmessage'],
	entity: () => 'ticketmessage',
	key: ({ id }) => id,
	rows: ({ ticketMessages }) => ticketMessages.after(),
	index: {
		column: 'ticketMessageId',
		after: ({ ticketMessages }, key) => ticketMessages.after(key),
	},
	unordered: ['body', 'htmlBody', 'messageId', 'debugInfo', ...EVERY_ROW, ...UNORDERED],
	columns: {
		ticketMessageId: column('int', ({ id }) => id),
		ticketId: column('int', ({ ticketId }) => ticketId),
		searchTitle: column('string', (row, context) => ticketOf(row, context)[0]?.title ?? ''),
		header: from.of('string', 'EmailHeader'),
		author: column('string', ({ author }) => author),
		createdAt: { ...column<MessageSeed>('datetime', ({ createdAt }) => createdAt), isUtc: true },
		body: column('string', ({ body }) => body),
		htmlBody: column('string', ({ htmlBody }) => htmlBody),
		messageId: column('string', ({ messageId }) => messageId),
		debugInfo: from.of('string', 'DebugInfo'),
		important: column('bool', ({ important }) => important),
		slevel: listColumn(
			{ raw: ({ slevel }) => SLEVELS.findIndex(({ name }) => name === slevel) },
			SLEVELS,
			'ticketslevel',
		),
		timeSpent: column('int', ({ timeSpent }) => timeSpent),
		...nested('ticket', ticketColumns, ticketOf),
		...nested('person', personColumns, personOf),
		...customFieldColumns<MessageSeed>(
			FIELDS.TicketMessage,
			{ udef: 'ticketMessageUdef', extra: 'ticketMessageExtra' },
			(row, context) => from.written(row, context)?.CustomFields,
		),
		...everyRow(),
	},
};
