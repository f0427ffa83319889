import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { bodyArgument, parametersOf } from '../engine/requests';
import { mustFind } from '../records/routes';
import type { Data } from '../tenant/data';
import { CONTACT } from './contactKind';
import { domainDuplicates, nameDuplicates } from './duplicates';
import { mergeContacts } from './mergeContacts';

type With<Name extends string> = { Params: Record<Name, string> };

/** Adds the REST calls that only companies have (OpenAPI file). */
export function addContactRoutes(app: FastifyInstance, api: string, data: () => Data): void {
	const address = `${api}/Contact`;
	app.get<With<'name'>>(`${address}/Duplicates/:name`, (request) =>
		nameDuplicates(data(), request.params.name, parametersOf(request).department ?? ''),
	);
	app.get<With<'domain'>>(`${address}/DuplicateDomains/:domain`, (request) =>
		domainDuplicates(data(), request.params.domain),
	);
	app.post<With<'id' | 'destination'>>(
		`${address}/:id/MergeTo/:destination`,
		async (request, reply) => {
			const { id, destination } = request.params;
			for (const one of [id, destination]) mustFind(CONTACT, data(), one);
			const parameters = parametersOf(request);
			const isOn = (name: string) => parameters[name]?.toLowerCase() === 'true';
			mergeContacts(data(), Number(id), Number(destination), {
				mergeIdenticalPersons: isOn('mergeidenticalpersons'),
				replaceEmptyFields: isOn('replaceemptyfieldsondestination'),
			});
			return await reply.code(204).send();
		},
	);
}

/** Adds the agent calls that only companies have. */
export function addContactAgent(app: FastifyInstance, agent: string, data: () => Data): void {
	const text = (request: FastifyRequest, name: string) => String(bodyArgument(request, name) ?? '');
	const list = (name: string, call: (request: FastifyRequest) => unknown) =>
		void app.post(
			`${agent}/${name}`,
			async (request, reply: FastifyReply) => await reply.send(call(request)),
		);
	list('GetDuplicates', (request) => nameDuplicates(data(), text(request, 'Name'), ''));
	list('GetNameDepartmentDuplicates', (request) =>
		nameDuplicates(data(), text(request, 'Name'), text(request, 'Department')),
	);
	list('GetDomainDuplicates', (request) => domainDuplicates(data(), text(request, 'Domain')));
}
