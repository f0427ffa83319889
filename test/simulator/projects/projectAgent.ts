import type { FastifyInstance, FastifyRequest } from 'fastify';

import { simpleAppointment } from '../appointments/simple';
import {
	callsOf,
	idsArgument,
	numberArgument,
	numberInQuery,
	textArgument,
	type Calls,
} from '../engine/calls';
import { badArgument } from '../engine/failures';
import { bodyArgument, clockOf, presentAt } from '../engine/requests';
import { isCarrier } from '../engine/values';
import { findEntity, updateEntity } from '../records/entity';
import { isNumberValid } from '../records/numbers';
import { postEntity } from '../records/save';
import type { Value } from '../tenant/carriers';
import { SESSION_USER, type Data } from '../tenant/data';
import { projectDuplicates } from './duplicates';
import { mergeProjects } from './mergeProjects';
import { nextMilestone } from './milestones';
import { PROJECT } from './projectKind';
import { nextStatus, typeOf } from './projectRules';

function addChanges({ entity, value, nothing }: Calls, data: () => Data): void {
	// A project that is not there is refused: a guess.
	nothing('SetCompleted', (request) => {
		const id = numberArgument(request, 'ProjectId');
		const stored = findEntity(PROJECT, data(), id);
		if (!stored) throw badArgument(`Project id ${id} not found`);
		const Completed = bodyArgument(request, 'IsCompleted') === true;
		updateEntity(PROJECT, data(), { ...stored, Completed });
	});
	nothing('Merge', (request) =>
		mergeProjects(
			data(),
			numberArgument(request, 'SourceProjectId'),
			numberArgument(request, 'DestinationProjectId'),
			bodyArgument(request, 'ReplaceEmptyFieldsOnDestination') === true,
		),
	);
	value('GetDuplicates', (request) => projectDuplicates(data(), textArgument(request, 'Name')));
	entity('GetProjectEntityWithoutMembers', (request) => {
		const found = findEntity(PROJECT, data(), numberArgument(request, 'ProjectId'));
		return found && { ...found, ProjectMembers: [] };
	});
	entity('SaveProjectEntityWithoutMembers', (request) => {
		const sent = bodyArgument(request, 'ProjectEntity');
		const isMembers = (name: string) => name.toLowerCase() === 'projectmembers';
		const others = isCarrier(sent)
			? Object.fromEntries(Object.entries(sent).filter(([name]) => !isMembers(name)))
			: sent;
		const saved = postEntity(PROJECT, data(), others, clockOf(request));
		return { ...saved, ProjectMembers: [] };
	});
}

function addQuestions({ value }: Calls, data: () => Data): void {
	const seedOf = (request: FastifyRequest) =>
		data().projects.seeds.get(numberArgument(request, 'ProjectId'));
	value('IsNumberValid', (request) =>
		isNumberValid(
			data(),
			'Project',
			numberArgument(request, 'ContactId'),
			textArgument(request, 'Number'),
		),
	);
	value('HasGuide', (request) => typeOf(seedOf(request)?.typeId ?? 0)?.hasGuide ?? false);
	value('HasGuideActivities', () => false);
	value('OfferAutoNextStatusOnApppointmentCompleted', () => false);
	value('GetNextProjectStatus', (request) => {
		const seed = seedOf(request);
		return seed ? nextStatus(seed) : 0;
	});
	value('GetNextMilestone', (request) => {
		const found = nextMilestone(data(), numberArgument(request, 'ProjectId'));
		return found ? presentAt(request, simpleAppointment(found)) : null;
	});
}

function addLists({ entity, value }: Calls, data: () => Data): void {
	const write = (request: FastifyRequest, ids: number[]) =>
		presentAt(
			request,
			ids.flatMap((id) => data().projects.get(id) ?? []),
		);
	/** The projects with members, by the person or company. */
	const withMember = (key: 'personId' | 'contactId', id: number) => {
		const rows = [...data().projectMembers.after()].filter((row) => row[key] === id);
		return [...new Set(rows.map(({ parentId }) => parentId))];
	};
	const memberships = () => {
		const { personId = 0 } = data().associates.seeds.get(SESSION_USER) ?? {};
		return withMember('personId', personId);
	};
	entity('GetProject', (request) => data().projects.get(numberInQuery(request, 'projectId')));
	value('GetProjectList', (request) =>
		write(request, idsArgument(request.body as Value | undefined, 'The request body')),
	);
	value('GetProjectsFromPerson', (request) =>
		write(request, withMember('personId', numberArgument(request, 'PersonId'))),
	);
	value('GetProjectsFromContact', (request) =>
		write(request, withMember('contactId', numberArgument(request, 'ContactId'))),
	);
	value('GetMyMemberProjects', (request) => write(request, memberships()));
	value('GetMyProjects', (request) => {
		const own = [...data().projects.after()].filter(
			({ associateId }) => associateId === SESSION_USER,
		);
		const isWide = bodyArgument(request, 'IncludeMemberProjects') === true;
		const ids = [...own.map(({ id }) => id), ...(isWide ? memberships() : [])];
		return write(request, [...new Set(ids)]);
	});
}

/** Adds the agent calls that only projects have. */
export function addProjectAgent(app: FastifyInstance, agent: string, data: () => Data): void {
	const calls = callsOf(app, agent);
	addChanges(calls, data);
	addQuestions(calls, data);
	addLists(calls, data);
}
