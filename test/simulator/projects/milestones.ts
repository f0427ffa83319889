import { storedInstant } from '../engine/dates';
import { idOf, project } from '../records/references';
import type { Carrier } from '../tenant/carriers';
import type { Data } from '../tenant/data';

/** The first milestone of a project that is yet to come and to do; undefined for none. */
export function nextMilestone({ appointments, now }: Data, projectId: number): Carrier | undefined {
	const today = storedInstant(now());
	return appointments
		.changed()
		.filter(
			({ Project, IsMileStone }) => IsMileStone === true && idOf(Project, project) === projectId,
		)
		.filter(({ Completed, StartDate }) => Completed !== 'Completed' && String(StartDate) >= today)
		.sort((a, b) => String(a.StartDate).localeCompare(String(b.StartDate)))[0];
}
