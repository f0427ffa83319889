/**
 * The members of several lists as one, each of them once, in an order that keeps that of every list:
 * the form is one list, and each operation shows its part of it.
 * @throws Error where two lists contradict each other
 */
export function inOrder<T>(lists: T[][]): T[] {
	const waiting = new Set(lists.flat());
	const ordered: T[] = [];
	for (
		let left = lists;
		waiting.size > 0;
		left = lists.map((list) => list.filter((one) => waiting.has(one)))
	) {
		const isNext = (one: T) => left.every((list) => list[0] === one || !list.includes(one));
		const next = [...waiting].find(isNext);
		if (next === undefined) throw new Error('Operations order what they share differently');
		waiting.delete(next);
		ordered.push(next);
	}
	return ordered;
}
