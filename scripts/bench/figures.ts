import type { Result } from './stage';
import { spread, type Row } from './table';

const MEGA = 2 ** 20;

/** What became of the items. */
export function fate(results: Result[]): Row {
	const of = (read: (result: Result) => number) => spread(results.map(read));
	return {
		requests: of(({ seen }) => seen.requests),
		created: of(({ seen }) => seen.created),
		lost: of(({ seen, task }) => task.items - seen.distinct),
		doubled: of(({ seen }) => seen.created - seen.distinct),
		errors: results.every(({ spent }) => spent)
			? of(({ spent }) => spent?.errors.length ?? 0)
			: 'stopped',
	};
}

/** How many items were said to have an unknown outcome, by their number. */
export const uncertain = (results: Result[]): string =>
	spread(
		results.map(
			({ spent }) =>
				spent?.errors.filter(({ item, words }) =>
					new RegExp(`Item ${item}:.*may have saved it`).test(words),
				).length ?? 0,
		),
	);

/** What n8n's process spent on it. */
export function cost(results: Result[]): Row {
	const spent = results.flatMap((result) => result.spent ?? []);
	const perItem = results.map(({ spent: all, task }) => (all?.cpu ?? NaN) / task.items);
	return {
		'CPU ms per item': spread(perItem, 1),
		'peak MB': spread(spent.map(({ peak }) => peak / MEGA)),
		'of it new': spread(spent.map(({ grown }) => grown / MEGA)),
	};
}
