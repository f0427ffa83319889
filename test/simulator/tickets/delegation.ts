import { categoryOf, statusOf, type TicketCategory } from '../lists/ticketItems';
import type { Data } from '../tenant/data';

/** The members who can get requests: that those who have gone cannot is a guess. */
function membersOf({ associates }: Data, { members }: TicketCategory): Array<[number, number]> {
	return Object.entries(members)
		.map(([id, weight]): [number, number] => [Number(id), weight])
		.filter(([id]) => associates.seeds.get(id)?.deleted !== true);
}

/** In turn, each as often as its weight says; whom the first turn takes is a guess. */
function inTurn(data: Data, categoryId: number, members: Array<[number, number]>): number {
	const turns = members.flatMap(([id, weight]) => Array.from({ length: weight }, () => id));
	const counter = data.delegated.get(categoryId) ?? 0;
	data.delegated.set(categoryId, counter + 1);
	return turns[counter % turns.length];
}

/** The member with the fewest open requests; the first one of several. */
function leastLoaded({ tickets }: Data, members: Array<[number, number]>): number {
	const open = [...tickets.seeds.values()].filter(
		({ statusId }) => statusOf(statusId)?.base === 'Active',
	);
	const loads = members.map(([id]) => open.filter(({ ownerId }) => ownerId === id).length);
	return members[loads.indexOf(Math.min(...loads))][0];
}

/** Whom a category gives a request to (documentation of categories); 0 for nobody. */
export function delegate(data: Data, categoryId: number): number {
	const category = categoryOf(categoryId);
	if (!category || category.method === 'Not') return 0;
	const members = membersOf(data, category);
	if (members.length === 0) return category.toMaster ? category.masterId : 0;
	if (category.method === 'Unfair') return leastLoaded(data, members);
	const equal = members.map(([id]): [number, number] => [id, 1]);
	return inTurn(data, categoryId, category.method === 'Weighted' ? members : equal);
}
