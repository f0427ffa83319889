import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { readPart } from '../archives/parts';
import type { Carrier, Value } from '../tenant/carriers';
import type { Data } from '../tenant/data';
import { checkUnmodified, isUnchanged } from '../engine/conditions';
import { notFound } from '../engine/failures';
import {
	clockOf,
	localeOf,
	parametersOf,
	present,
	presentAt,
	responseFormatOf,
} from '../engine/requests';
import { defaultAppointment, saveAppointment } from './save';
import { validateAppointment } from './validate';
import { deleteRow } from './booking';
import { patchAppointment, replaceAppointment } from './replace';
import { simpleAppointment } from './simple';

type ById = FastifyRequest<{ Params: { id: string } }>;

/** An appointment with its foreign keys among the extra fields. */
function withForeignKeys(data: Data, stored: Carrier): Carrier {
	const keys = data.foreignKeys.get(Number(stored.AppointmentId));
	return { ...stored, ExtraFields: { ...(stored.ExtraFields as Carrier), ...keys } };
}

/** Adds the REST calls on appointments. */
export function addAppointmentRoutes(app: FastifyInstance, api: string, data: () => Data): void {
	const address = `${api}/Appointment`;
	const find = ({ params: { id } }: ById) => {
		const found = data().appointments.get(Number(id));
		if (!found) throw notFound(`Appointment id ${id}`);
		return found;
	};
	app.get(`${address}/default`, (request) => present(request, defaultAppointment(data())));
	app.post(address, (request) =>
		present(request, saveAppointment(data(), request.body as Value, clockOf(request))),
	);
	app.post(`${address}/Validate`, (request) =>
		validateAppointment(data(), request.body as Value, clockOf(request), localeOf(request)),
	);
	app.get(`${address}/:id`, (request: ById, reply: FastifyReply) => {
		const stored = find(request);
		if (isUnchanged(stored, request.headers)) return reply.code(304).send();
		const hasKeys = parametersOf(request).fk?.toLowerCase() === 'true';
		return present(request, hasKeys ? withForeignKeys(data(), stored) : stored);
	});
	app.put(`${address}/:id`, (request: ById) =>
		present(request, change(request, replaceAppointment)),
	);
	app.patch(`${address}/:id`, (request: ById) =>
		present(request, change(request, patchAppointment)),
	);
	app.delete(`${address}/:id`, (request: ById, reply: FastifyReply) => {
		const stored = find(request);
		checkUnmodified(stored, request.headers, `Appointment id ${request.params.id}`);
		deleteRow(data(), stored);
		return reply.code(204).send();
	});
	app.get(`${address}/:id/Simple`, (request: ById) =>
		presentAt(request, simpleAppointment(find(request))),
	);
	app.get(`${address}/:id/ForeignKey`, (request: ById) => {
		const { AppointmentId } = find(request);
		return data().foreignKeys.get(Number(AppointmentId)) ?? {};
	});
	for (const part of ['Participants', 'Links'] as const) {
		app.get(`${address}/:id/${part}`, (request: ById) =>
			readPart(part, find(request), parametersOf(request), {
				...responseFormatOf(request),
				data: data(),
			}),
		);
	}

	function change(request: ById, make: typeof replaceAppointment): Carrier {
		const stored = find(request);
		checkUnmodified(stored, request.headers, `Appointment id ${request.params.id}`);
		return make(data(), stored, request.body as Value, clockOf(request));
	}
}
