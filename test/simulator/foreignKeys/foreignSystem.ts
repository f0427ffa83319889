import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import type { Carrier } from '../tenant/carriers';
import type { Data, ForeignKeys } from '../tenant/data';
import { badArgument, notFound } from '../engine/failures';
import { bodyArgument } from '../engine/requests';
import { bodyValue } from '../engine/values';
import { isVisible } from '../documents/rights';

const text = (request: FastifyRequest, name: string) => String(bodyArgument(request, name) ?? '');

/** A key's name as GET /Appointment/{id}?fk=true has it. */
const nameOf = (request: FastifyRequest, key: string) =>
	[text(request, 'ApplicationName'), text(request, 'DeviceName'), key].join('.');

const carrier = (TableName: string, Key: string, Value: string, RecordId: number): Carrier => ({
	Key,
	Value,
	RecordId,
	CreatedDate: '2026-01-05T09:30:00',
	UpdatedDate: '2026-01-05T09:30:00',
	UpdatedBy: '',
	CreatedBy: '',
	TableName,
});

/** A table whose records have keys; others have none in this tenant. */
interface Table {
	name: string;
	keys(data: Data): ForeignKeys;
	has(data: Data, id: number): boolean;
}

const TABLES: Table[] = [
	{
		name: 'appointment',
		keys: ({ foreignKeys }) => foreignKeys,
		has: ({ appointments }, id) => appointments.has(id),
	},
	{
		name: 'contact',
		keys: ({ recordKeys }) => recordKeys.Contact,
		has: ({ contacts }, id) => contacts.seeds.has(id),
	},
	{
		name: 'person',
		keys: ({ recordKeys }) => recordKeys.Person,
		has: ({ persons }, id) => persons.seeds.has(id),
	},
	{
		name: 'project',
		keys: ({ recordKeys }) => recordKeys.Project,
		has: ({ projects }, id) => projects.seeds.has(id),
	},
	{
		name: 'sale',
		keys: ({ recordKeys }) => recordKeys.Sale,
		has: ({ sales }, id) => sales.seeds.has(id),
	},
	{
		name: 'ticket',
		keys: ({ recordKeys }) => recordKeys.Ticket,
		has: ({ tickets }, id) => tickets.seeds.has(id),
	},
	{
		name: 'ej_message',
		keys: ({ recordKeys }) => recordKeys.TicketMessage,
		has: ({ ticketMessages }, id) => ticketMessages.seeds.has(id),
	},
	{
		name: 'document',
		keys: ({ recordKeys }) => recordKeys.Document,
		has: isVisible,
	},
];

const findTable = (wanted: unknown) =>
	TABLES.find(({ name }) => name === String(wanted ?? '').toLowerCase());

/**
 * Adds the foreign system agent's calls (the official client's ForeignSystemAgent).
 * Guesses: null where there is no such key, also for unknown applications and devices, which the
 * first key makes; a key of the same name of a record is replaced.
 */
export function addForeignSystemAgent(app: FastifyInstance, agent: string, data: () => Data): void {
	app.post(`${agent}/GetKeyByValue`, async (request, reply: FastifyReply) => {
		const [key, value] = [text(request, 'KeyName'), text(request, 'KeyValue')];
		const name = nameOf(request, key);
		const table = findTable(bodyArgument(request, 'TableName'));
		const keys = table ? [...table.keys(data())] : [];
		const found = keys.find(([, values]) => values[name] === value);
		const answer = table && found ? carrier(table.name, key, value, found[0]) : null;
		return await reply.type('application/json').send(JSON.stringify(answer));
	});
	app.post(`${agent}/SaveForeignKey`, (request) => {
		const key = bodyArgument(request, 'ForeignKey');
		const [name, value] = ['Key', 'Value'].map((one) => String(bodyValue(key, one) ?? ''));
		const id = Number(bodyValue(key, 'RecordId') ?? 0);
		const table = findTable(bodyValue(key, 'TableName'));
		if (!table) throw badArgument('The records of this table have no keys here');
		if (!table.has(data(), id)) throw notFound(`${table.name} id ${id}`);
		const keys = table.keys(data());
		keys.set(id, { ...keys.get(id), [nameOf(request, name)]: value });
		return carrier(table.name, name, value, id);
	});
}
