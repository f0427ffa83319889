import type { Data } from '../tenant/data';
import type { ProjectSeed } from '../tenant/workCarriers';
import { column, type Archive } from './columns';
import { projectColumns } from './projects';
import { EVERY_ROW, everyRow } from './shown';

/** A project together with who is a member of it. */
interface Membership extends ProjectSeed {
	memberId: number;
}

/** Each project once for each company, or person, that it has as a member: a guess. */
function memberships({ projectMembers, projects }: Data, key: 'contactId' | 'personId') {
	const found = new Map<string, Membership>();
	for (const row of projectMembers.after()) {
		const project = projects.seeds.get(row.parentId);
		if (!project || row[key] === 0) continue;
		found.set(`${row.parentId} ${row[key]}`, { ...project, memberId: row[key] });
	}
	return [...found.values()].sort((a, b) => a.id - b.id);
}

const archiveOf = (name: string, key: 'contactId' | 'personId'): Archive<Membership> => ({
	name,
	entities: ['project'],
	entity: () => 'project',
	key: ({ id }) => id,
	rows: (data) => memberships(data, key),
	unordered: EVERY_ROW,
	columns: {
		...projectColumns,
		[key]: column<Membership>('int', ({ memberId }) => memberId),
		...everyRow<Membership>(),
	},
});

/** The archive behind GET /Contact/{id}/Projects and GET /Project/{id}/Contacts. */
export const contactProjects = archiveOf('ContactProjects', 'contactId');

export const personProjects = archiveOf('PersonProjects', 'personId');
