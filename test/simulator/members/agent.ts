import type { FastifyInstance, FastifyRequest } from 'fastify';

import { callsOf, idsArgument, numberArgument, numberInQuery, textArgument } from '../engine/calls';
import { badArgument } from '../engine/failures';
import { bodyArgument, presentAt } from '../engine/requests';
import type { Value } from '../tenant/carriers';
import type { Data } from '../tenant/data';
import type { MemberSeed } from '../tenant/workCarriers';
import type { RowKind } from './rowKind';
import { rowIn } from './routes';
import { acceptRow, acceptRows, blankRow, saveRow, storeRow, writeRows } from './rows';

/** What the agents of the two kinds call their arguments (OpenAPI files). */
interface Names {
	/** Of the call that adds rows: its name, and those of the record's number and of the rows. */
	add: [call: string, parent: string, rows: string];
	/** Of the calls that delete rows, and the argument with their numbers. */
	remove: Array<[call: string, ids: string]>;
	/** Of the calls that answer rows by their numbers; without a name, these are the body. */
	byIds: Array<[call: string, ids?: string]>;
	/** Of the call that saves rows which are there, and whether it answers them. */
	update: [call: string, rows: string, answers: boolean];
}

const NAMES: Record<RowKind['name'], Names> = {
	ProjectMember: {
		add: ['AddProjectMembers', 'ProjectEntityId', 'ProjectMembers'],
		remove: [
			['DeleteProjectMembers', 'MemberIds'],
			['DeleteProjectMemberByIds', 'ProjectMemberIds'],
		],
		byIds: [['GetProjectMembersById', 'ProjectMemberIds']],
		update: ['UpdateProjectMembers', 'ProjectMembers', false],
	},
	SaleStakeholder: {
		add: ['AddSaleStakeholders', 'SaleId', 'SaleStakeholders'],
		remove: [['DeleteSaleStakeholders', 'SaleStakeholderIds']],
		byIds: [['GetSaleStakeholderById', 'SaleStakeholderIds'], ['GetSaleStakeholderList']],
		update: ['UpdateSaleStakeholders', 'Stakeholders', true],
	},
};

/** The calls on one row, which the agents have for each kind of record. */
function addSingle(app: FastifyInstance, agent: string, kind: RowKind, data: () => Data): void {
	const { entity, nothing } = callsOf(app, agent);
	const rows = () => data()[kind.list];
	const find = (request: FastifyRequest) =>
		rows().seeds.get(numberInQuery(request, `${kind.name}Id`));
	entity(`CreateDefault${kind.name}`, () => kind.write(data(), blankRow()));
	entity(`Get${kind.name}`, (request) => {
		const found = find(request);
		return found && kind.write(data(), found);
	});
	entity(`Save${kind.name}`, (request) => {
		const sent = rowIn(request, kind, request.body as Value | undefined);
		return kind.write(data(), saveRow(data(), kind, sent));
	});
	nothing(`Delete${kind.name}`, (request) => {
		const found = find(request);
		if (found) rows().delete(found.id);
	});
}

/** Adds the agent calls on rows. What they do with rows and records that are not there is a guess. */
export function addRowAgent(
	app: FastifyInstance,
	agent: string,
	kind: RowKind,
	data: () => Data,
): void {
	addSingle(app, agent, kind, data);
	const { value, nothing } = callsOf(app, agent);
	const { add, remove, byIds, update } = NAMES[kind.name];
	const write = (request: FastifyRequest, rows: MemberSeed[]) =>
		presentAt(
			request,
			rows.map((row) => kind.write(data(), row)),
		);
	const sentRows = (request: FastifyRequest, name: string) => {
		const sent = bodyArgument(request, name);
		if (!Array.isArray(sent)) throw badArgument(`${name} is not a list`);
		return sent.map((one) => rowIn(request, kind, one));
	};
	const storeAll = (rows: MemberSeed[]) => rows.map((row) => storeRow(data(), kind, row));
	nothing(add[0], (request) => {
		const parentId = numberArgument(request, add[1]);
		const sent = sentRows(request, add[2]).map((row) => ({ ...row, [kind.id]: 0 }));
		const { list, id } = kind.parent;
		if (!data()[list].seeds.has(parentId)) throw badArgument(`${id} ${parentId} not found`);
		// All are looked at before the first is stored: that it is all of them or none is a guess.
		storeAll(acceptRows(data(), kind, parentId, sent));
	});
	for (const [name, ids] of remove) {
		nothing(name, (request) => {
			const parent = bodyArgument(request, 'ProjectEntityId');
			for (const id of idsArgument(bodyArgument(request, ids), ids)) {
				const isOfParent = data()[kind.list].seeds.get(id)?.parentId === Number(parent ?? 0);
				if (parent === undefined || isOfParent) data()[kind.list].delete(id);
			}
		});
	}
	value(`Get${kind.name}s`, (request) =>
		presentAt(request, writeRows(data(), kind, numberArgument(request, kind.parent.id))),
	);
	for (const [name, ids] of byIds) {
		value(name, (request) => {
			const sent = ids === undefined ? (request.body as Value) : bodyArgument(request, ids);
			const { seeds } = data()[kind.list];
			return write(
				request,
				idsArgument(sent, ids ?? 'The request body').flatMap((id) => seeds.get(id) ?? []),
			);
		});
	}
	const [updateCall, updatedRows, answers] = update;
	const updateAll = (request: FastifyRequest) => {
		const rows = sentRows(request, updatedRows).map((sent) => {
			const before = data()[kind.list].seeds.get(Number(sent[kind.id] ?? 0));
			if (!before) throw badArgument(`${kind.name} id ${String(sent[kind.id])} not found`);
			return acceptRow(data(), kind, before, sent);
		});
		return storeAll(rows);
	};
	if (answers) value(updateCall, (request) => write(request, updateAll(request)));
	else nothing(updateCall, (request) => void updateAll(request));
}

/** Adds what only the agent of projects has. */
export function addMemberAgent(
	app: FastifyInstance,
	agent: string,
	kind: RowKind,
	data: () => Data,
): void {
	const { entity, nothing } = callsOf(app, agent);
	entity('UpdateProjectMember', (request) => {
		const sent = rowIn(request, kind, bodyArgument(request, 'ProjectMember'));
		return kind.write(data(), saveRow(data(), kind, sent));
	});
	nothing('SaveProjectMembersFunctionAndComment', (request) => {
		const sent = {
			[kind.role.id]: numberArgument(request, 'RoleId'),
			Comment: textArgument(request, 'Comment'),
		};
		for (const id of idsArgument(bodyArgument(request, 'ProjectMemberIds'), 'ProjectMemberIds')) {
			const before = data()[kind.list].seeds.get(id);
			if (before) storeRow(data(), kind, acceptRow(data(), kind, before, sent));
		}
	});
}
