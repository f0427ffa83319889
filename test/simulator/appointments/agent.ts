import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { readValue } from '../engine/body';
import type { Carrier, Value } from '../tenant/carriers';
import type { Data } from '../tenant/data';
import { typedDefault } from './defaults';
import { badArgument } from '../engine/failures';
import {
	bodyArgument,
	clockOf,
	localeOf,
	parametersOf,
	presentAt,
	presentEntity,
} from '../engine/requests';
import { draftAppointment, saveAppointment } from './save';
import { validateAppointment } from './validate';
import { bodyValue, isCarrier } from '../engine/values';
import { addAnswerCalls } from './agentAnswers';
import { addSeriesCalls } from './agentSeries';
import { addStatusCalls } from './agentStatus';
import { addVideoCalls } from './agentVideo';
import { sendMails } from './mails';
import { deleteInMode, moveInMode, readMode, saveInMode } from './modes';
import { simpleAppointment } from './simple';

/** How the calls of the appointment agent are added. */
export interface Agent {
	data(): Data;
	/** The stored appointment whose number the body has under a name; agents do not answer 404. */
	find(request: FastifyRequest, name?: string): Carrier | undefined;
	/** A call that answers an appointment, or null where there is none. */
	entity(name: string, call: (request: FastifyRequest) => Carrier | undefined): void;
	/** A call that answers something else. */
	value(name: string, call: (request: FastifyRequest) => Value): void;
	/** A call that answers nothing. */
	nothing(name: string, call: (request: FastifyRequest) => void): void;
}

/**
 * An argument that is a date, as it is stored.
 * @throws Failure for none
 */
export function dateArgument(request: FastifyRequest, name: string, body = request.body): string {
	const given = bodyValue(body as Value | undefined, name);
	if (typeof given !== 'string') throw badArgument(`${name} is missing`);
	return String(readValue(given, ['StartDate'], clockOf(request)));
}

function addCrud({ data, find, entity, value, nothing }: Agent): void {
	const inQuery = (request: FastifyRequest, name: string) =>
		data().appointments.get(Number(parametersOf(request)[name.toLowerCase()]));
	const send = (request: FastifyRequest, row: Carrier) => {
		if (bodyArgument(request, 'SendEmailToParticipants') === true) sendMails(data(), row);
	};
	entity('GetAppointmentEntity', (request) => inQuery(request, 'appointmentEntityId'));
	value('GetAppointment', (request) => {
		const found = inQuery(request, 'appointmentId');
		return found ? presentAt(request, simpleAppointment(found)) : null;
	});
	entity('SaveAppointmentEntity', (request) =>
		saveAppointment(data(), request.body as Value, clockOf(request)),
	);
	entity('Save', (request) => {
		const body = bodyArgument(request, 'AppointmentEntity');
		const mode = readMode(bodyArgument(request, 'UpdateMode'));
		const draft = draftAppointment(data(), body, clockOf(request));
		const saved = draft.stored
			? saveInMode(data(), draft.stored, draft.entity, mode)
			: saveAppointment(data(), body, clockOf(request));
		send(request, saved);
		return saved;
	});
	nothing('DeleteAppointmentEntity', (request) => {
		const found = inQuery(request, 'appointmentEntityId');
		if (found) deleteInMode(data(), found, 'OnlyThis');
	});
	nothing('Delete', (request) => {
		const found = find(request);
		const mode = readMode(bodyArgument(request, 'UpdateMode'));
		if (!found) return;
		send(request, found);
		deleteInMode(data(), found, mode);
	});
}

function addMoves({ data, find, entity }: Agent): void {
	entity('Move', (request) => {
		const start = dateArgument(request, 'NewStartTime');
		const mode = readMode(bodyArgument(request, 'UpdateMode'));
		const found = find(request);
		return found && moveInMode(data(), found, start, mode);
	});
	entity('MoveExtended', (request) => {
		const move = bodyArgument(request, 'AppointmentMoveData');
		if (!isCarrier(move)) throw badArgument('AppointmentMoveData is missing');
		const start = dateArgument(request, 'NewStartTime', move);
		const mode = readMode(bodyValue(move, 'UpdateMode'));
		const found = data().appointments.get(Number(bodyValue(move, 'AppointmentId')));
		if (!found) return undefined;
		const flags = ['IsAlldayEvent', 'IsFree'].map((name) => [name, bodyValue(move, name) === true]);
		const moved = moveInMode(data(), found, start, mode, Object.fromEntries(flags) as Carrier);
		if (bodyValue(move, 'SendEmailToParticipants') === true) sendMails(data(), moved);
		return moved;
	});
}

function addDefaults({ data, entity, value }: Agent): void {
	const create = (name: string, ...names: string[]) =>
		entity(`CreateDefaultAppointmentEntity${name}`, (request) => {
			const [type, owner] = names.map((one) => bodyArgument(request, one) ?? '');
			return typedDefault(data(), type, owner);
		});
	create('');
	create('ByType', 'Type');
	create('ByTypeAndAssociate', 'Type', 'AssociateId');
	value('ValidateAppointmentEntity', (request) => {
		const body = bodyArgument(request, 'AppointmentEntity');
		return validateAppointment(data(), body, clockOf(request), localeOf(request));
	});
}

/** Adds the calls of the appointment agent. */
export function addAppointmentAgent(app: FastifyInstance, address: string, data: () => Data): void {
	const agent: Agent = {
		data,
		find: (request, name = 'AppointmentId') =>
			data().appointments.get(Number(bodyArgument(request, name) ?? 0)),
		entity: (name, call) =>
			void app.post(`${address}/${name}`, async (request, reply: FastifyReply) => {
				const found = call(request);
				return await reply
					.type('application/json')
					.send(found ? presentEntity(request, found) : 'null');
			}),
		value: (name, call) =>
			void app.post(
				`${address}/${name}`,
				async (request, reply: FastifyReply) =>
					await reply.type('application/json').send(JSON.stringify(call(request))),
			),
		nothing: (name, call) =>
			void app.post(`${address}/${name}`, async (request, reply: FastifyReply) => {
				call(request);
				return await reply.code(204).send();
			}),
	};
	addDefaults(agent);
	addCrud(agent);
	addMoves(agent);
	addAnswerCalls(agent);
	addSeriesCalls(agent);
	addStatusCalls(agent);
	addVideoCalls(agent);
}
