import type { FastifyInstance, FastifyReply } from 'fastify';

import { simpleAppointment } from '../appointments/simple';
import { parametersOf, presentAt } from '../engine/requests';
import { isNumberValid } from '../records/numbers';
import { mustFind } from '../records/routes';
import type { Data } from '../tenant/data';
import { projectDuplicates } from './duplicates';
import { mergeProjects } from './mergeProjects';
import { nextMilestone } from './milestones';
import { PROJECT } from './projectKind';
import { typeOf } from './projectRules';

type With<Name extends string> = { Params: Record<Name, string> };

/** Adds the REST calls that only projects have (OpenAPI file). */
export function addProjectRoutes(app: FastifyInstance, api: string, data: () => Data): void {
	const address = `${api}/Project`;
	const send = async (reply: FastifyReply, value: unknown) =>
		await reply.type('application/json').send(JSON.stringify(value));
	app.get<With<'name'>>(`${address}/Duplicates/:name`, (request) =>
		projectDuplicates(data(), request.params.name),
	);
	app.post<With<'id' | 'destination'>>(
		`${address}/:id/MergeTo/:destination`,
		async (request, reply) => {
			const { id, destination } = request.params;
			for (const one of [id, destination]) mustFind(PROJECT, data(), one);
			const { replaceemptyfieldsondestination = '' } = parametersOf(request);
			const isOn = replaceemptyfieldsondestination.toLowerCase() === 'true';
			mergeProjects(data(), Number(id), Number(destination), isOn);
			return await reply.code(204).send();
		},
	);
	// The number is the project's own, though the address calls it contactId (OpenAPI file).
	app.get<With<'id' | 'number'>>(
		`${address}/:id/IsNumberValid/:number`,
		async ({ params: { id, number } }, reply) =>
			await send(reply, isNumberValid(data(), 'Project', Number(id), number)),
	);
	app.get<With<'id'>>(`${address}/:id/HasGuide`, async ({ params: { id } }, reply) => {
		mustFind(PROJECT, data(), id);
		const { typeId = 0 } = data().projects.seeds.get(Number(id)) ?? {};
		return await send(reply, typeOf(typeId)?.hasGuide ?? false);
	});
	app.get<With<'id'>>(`${address}/:id/NextMilestone`, async (request, reply) => {
		mustFind(PROJECT, data(), request.params.id);
		const found = nextMilestone(data(), Number(request.params.id));
		return await send(reply, found ? presentAt(request, simpleAppointment(found)) : null);
	});
}
