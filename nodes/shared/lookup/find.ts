import { FieldError, quote, type Around } from '../fields/kind';
import { sources } from './sources';
import { fullName, type Ask, type Choice, type Source } from './source';

/** How many candidates an error lists. */
const LISTED = 5;

const describe = (choice: Choice) => `${fullName(choice)} = ID ${choice.id}`;

function list(choices: Choice[]): string {
	const shown = choices.slice(0, LISTED).map(describe).join('; ');
	return choices.length > LISTED ? `${shown}; and more` : shown;
}

/** Records whose names are like one that nothing has: those that contain it, or its first word. */
async function similar(source: Source, ask: Ask, name: string, within?: number): Promise<Choice[]> {
	for (const text of new Set([name, name.split(/[\s,]+/)[0]])) {
		const { choices } = await source.search(ask, text, 0, within);
		if (choices.length > 0) return choices;
	}
	return [];
}

/**
 * Finds records by their names.
 * @param ask keeps what it was asked for, so that a name costs one call per execution
 */
export function finder(ask: Ask): Around['find'] {
	return async ({ source: kind, name, within }, spot) => {
		if (!(kind in sources)) {
			throw new FieldError(spot, `${quote(name)} is a name`, 'Give the number of such a record.');
		}
		const source = sources[kind];
		const found = await source.named(ask, name, within);
		if (found.length === 1) return found[0].id;
		const [one, several] = source.words;
		const place = within ? ` of company ${within}` : '';
		if (found.length > 1) {
			const problem = `${quote(name)} is the name of ${found.length} ${several}${place}: ${list(found)}`;
			throw new FieldError(spot, problem, 'Choose one of them by its ID.');
		}
		const candidates = await similar(source, ask, name, within);
		const advice =
			candidates.length > 0
				? `Similar ones are: ${list(candidates)}.`
				: 'Give the whole name as SuperOffice shows it, or the ID.';
		throw new FieldError(spot, `no ${one}${place} is named ${quote(name)}`, advice);
	};
}
