import { DateTime, type DurationLike } from 'luxon';

import { storedInstant } from '../engine/dates';
import { PROJECT_TYPES } from '../lists/projectItems';
import { PROJECT_MEMBER } from '../members/rowKinds';
import { acceptRows } from '../members/rows';
import { NEVER, type Draft } from '../records/kind';
import { checkNumber, nextNumber } from '../records/numbers';
import { idOf, projectType } from '../records/references';
import type { Carrier } from '../tenant/carriers';
import type { Data } from '../tenant/data';
import type { ProjectSeed } from '../tenant/workCarriers';

/** How long units of durations are, by their numbers; those above a year are in no list here. */
const UNITS: Record<number, (count: number) => DurationLike> = {
	3: (hours) => ({ hours }),
	4: (days) => ({ days }),
	5: (weeks) => ({ weeks }),
	6: (months) => ({ months }),
	7: (quarters) => ({ quarters }),
	8: (halves) => ({ months: 6 * halves }),
	9: (years) => ({ years }),
};

/** The type of a project. */
export const typeOf = (typeId: number) => PROJECT_TYPES.find(({ id }) => id === typeId);

/** The status behind a project's one in the guide of its type; 0 for none: a guess. */
export function nextStatus({ typeId, statusId }: ProjectSeed): number {
	const statuses = typeOf(typeId)?.statuses ?? [];
	const at = statuses.indexOf(statusId);
	return at < 0 ? 0 : (statuses[at + 1] ?? 0);
}

/** When a project of a type ends, from today at noon on: a guess. Without a usual length, never. */
export function plannedEnd({ now, baseZone }: Data, typeId: number): string {
	const { duration = 0, unit = 0 } = typeOf(typeId) ?? {};
	if (duration === 0 || !(unit in UNITS)) return NEVER;
	const noon = DateTime.fromMillis(now(), { zone: baseZone }).startOf('day').plus({ hours: 12 });
	return storedInstant(noon.plus(UNITS[unit](duration)).toMillis());
}

/**
 * What a save changes by itself: a new project has its end from its type, unless one was sent, and
 * gets a number. That the end of one that is there stays when its type changes is a guess.
 */
export function followProject(data: Data, { stored, entity, sent }: Draft): Carrier {
	if (stored) return entity;
	const isSaid = (sent.EndDate ?? undefined) !== undefined;
	return {
		...entity,
		...(!isSaid && { EndDate: plannedEnd(data, idOf(entity.ProjectType, projectType)) }),
		...(entity.ProjectNumber === '' && { ProjectNumber: nextNumber(data, 'Project') }),
	};
}

/**
 * Checks what holds between a project's properties.
 * @throws Failure 400, a guess
 */
export function checkProject(data: Data, draft: Draft): void {
	checkNumber(data, 'Project', 'ProjectNumber', draft);
	const { ProjectMembers: rows } = draft.sent;
	if (rows) acceptRows(data, PROJECT_MEMBER, Number(draft.entity.ProjectId), rows);
}
