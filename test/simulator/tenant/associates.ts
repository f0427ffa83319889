import type { AssociateSeed } from './carriers';

const ROLES = ['Consultant', 'Developer', 'Adviser', 'Analyst'];
const ROOMS = ['Fjord', 'Øst'];
const FIRST_ROOM = 11;
const LAST_ROOM = 30;
const LAST = 506;

/** Numbers of two users who have the same name. */
const TRAINEES = [41, 42];

/** Beyond the numbers of the companies' persons. */
const FIRST_PERSON = 300_000;

function colleague(id: number): AssociateSeed {
	return {
		id,
		name: `U${id}`,
		fullName: TRAINEES.includes(id) ? 'Trainee' : `${ROLES[id % ROLES.length]} ${id}`,
		personId: FIRST_PERSON + id,
		group: (id % 3) + 1,
		deleted: id % 50 === 0,
	};
}

function room(id: number): AssociateSeed {
	const fullName = `Meeting Room ${ROOMS[id - FIRST_ROOM] ?? id}`;
	return { id, name: `R${id}`, fullName, personId: 0, group: 2, type: 'ResourceAssociate' };
}

const numbers = (from: number, to: number) =>
	Array.from({ length: to - from + 1 }, (_one, index) => from + index);

/** 500 associates: users named by their roles, ten of them deleted, and twenty rooms. */
export function associates(): AssociateSeed[] {
	const first = ['Sales Manager', 'Account Manager', 'Support Engineer', 'Project Leader'];
	return [
		...first.map((fullName, index) => {
			const id = index + 1;
			return { id, name: `U${id}`, fullName, personId: id, group: 2 };
		}),
		...numbers(FIRST_ROOM, LAST_ROOM).map(room),
		...numbers(LAST_ROOM + 1, LAST).map(colleague),
	];
}
