import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import type { Carrier } from '../tenant/carriers';
import type { Data } from '../tenant/data';
import { badArgument, notFound } from '../engine/failures';
import { bodyArgument } from '../engine/requests';
import { bodyValue } from '../engine/values';

const text = (request: FastifyRequest, name: string) => String(bodyArgument(request, name) ?? '');

/** A key's name as GET /Appointment/{id}?fk=true has it. */
const nameOf = (request: FastifyRequest, key: string) =>
	[text(request, 'ApplicationName'), text(request, 'DeviceName'), key].join('.');

const carrier = (Key: string, Value: string, RecordId: number): Carrier => ({
	Key,
	Value,
	RecordId,
	CreatedDate: '2026-01-05T09:30:00',
	UpdatedDate: '2026-01-05T09:30:00',
	UpdatedBy: '',
	CreatedBy: '',
	TableName: 'appointment',
});

/** Other tables have no keys in this tenant. */
const isOurs = (table: unknown) => String(table ?? '').toLowerCase() === 'appointment';

/**
 * Adds the foreign system agent's calls on appointments (the official client's ForeignSystemAgent).
 * Guesses: null where there is no such key, also for unknown applications and devices, which the
 * first key makes; a key of the same name of a record is replaced.
 */
export function addForeignSystemAgent(app: FastifyInstance, agent: string, data: () => Data): void {
	app.post(`${agent}/GetKeyByValue`, async (request, reply: FastifyReply) => {
		const [key, value] = [text(request, 'KeyName'), text(request, 'KeyValue')];
		const name = nameOf(request, key);
		const keys = isOurs(bodyArgument(request, 'TableName')) ? [...data().foreignKeys] : [];
		const found = keys.find(([, values]) => values[name] === value);
		const answer = found ? carrier(key, value, found[0]) : null;
		return await reply.type('application/json').send(JSON.stringify(answer));
	});
	app.post(`${agent}/SaveForeignKey`, (request) => {
		const key = bodyArgument(request, 'ForeignKey');
		const [name, value] = ['Key', 'Value'].map((one) => String(bodyValue(key, one) ?? ''));
		const id = Number(bodyValue(key, 'RecordId') ?? 0);
		if (!isOurs(bodyValue(key, 'TableName'))) throw badArgument('Only appointments have keys here');
		if (!data().appointments.get(id)) throw notFound(`Appointment id ${id}`);
		const known = data().foreignKeys.get(id) ?? {};
		data().foreignKeys.set(id, { ...known, [nameOf(request, name)]: value });
		return carrier(name, value, id);
	});
}
