import { badArgument } from '../engine/failures';
import { PROJECT_MEMBER } from '../members/rowKinds';
import { rowsOf } from '../members/rows';
import { findEntity, updateEntity } from '../records/entity';
import { changeAppointments, filledFrom, removeEntity } from '../records/merge';
import { idOf, project } from '../records/references';
import type { Data } from '../tenant/data';
import { repointTickets } from '../tickets/repoint';
import { moveSales, PROJECT } from './projectKind';

/** Moves members; of one who is a member of both, the row of the destination stays: a guess. */
function moveMembers(data: Data, source: number, destination: number): void {
	const { projectMembers } = data;
	for (const row of rowsOf(data, PROJECT_MEMBER, source)) {
		const known = rowsOf(data, PROJECT_MEMBER, destination);
		const isKnown = known.some(
			({ personId, contactId }) => personId === row.personId && contactId === row.contactId,
		);
		const rank = (known.at(-1)?.rank ?? 0) + 1;
		if (isKnown) projectMembers.delete(row.id);
		else projectMembers.set({ ...row, parentId: destination, rank });
	}
}

/**
 * Merges a project into another one: its members, appointments, sales and requests move, and it is gone.
 * @throws Failure 400, a guess, for a project and itself
 */
export function mergeProjects(
	data: Data,
	source: number,
	destination: number,
	replaceEmptyFields: boolean,
): void {
	const [from, to] = [source, destination].map((id) => findEntity(PROJECT, data, id));
	if (!from || !to || source === destination) throw badArgument('These cannot be merged');
	moveMembers(data, source, destination);
	updateEntity(PROJECT, data, replaceEmptyFields ? filledFrom(PROJECT, data, from, to) : to);
	changeAppointments(data, ({ Project }) => idOf(Project, project) === source, {
		Project: data.projects.get(destination) ?? null,
	});
	moveSales(data, source, destination);
	repointTickets(data, 'projectId', source, destination);
	removeEntity(PROJECT, data, source);
}
