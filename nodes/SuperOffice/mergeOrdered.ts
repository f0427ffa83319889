/**
 * Merges several ordered lists into one without duplicates, keeping the order of each list
 * (topological sort): the form is one list, of which each operation shows a part.
 * @throws Error where two lists contradict each other
 */
export function mergeOrdered<T>(lists: T[][]): T[] {
	const remaining = new Set(lists.flat());
	const ordered: T[] = [];
	for (
		let left = lists;
		remaining.size > 0;
		left = lists.map((list) => list.filter((one) => remaining.has(one)))
	) {
		const isNext = (one: T) => left.every((list) => list[0] === one || !list.includes(one));
		const next = [...remaining].find(isNext);
		if (next === undefined) throw new Error('Operations order what they share differently');
		remaining.delete(next);
		ordered.push(next);
	}
	return ordered;
}
