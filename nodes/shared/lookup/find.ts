import { FieldError, quote, type Around } from '../fields/kind';
import { sources } from './sources';
import { LISTED, listed, type Ask, type Choice, type Source } from './source';

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
	return async ({ source: kind, name: given, within }, spot) => {
		// As servers compare letters by their codes.
		const name = given.normalize('NFC');
		if (!Object.hasOwn(sources, kind)) {
			throw new FieldError(spot, `${quote(name)} is a name`, 'Give the number of such a record.');
		}
		const source = sources[kind];
		const found = await source.named(ask, name, within);
		if (found.length === 1) return found[0].id;
		const [one, several] = source.words;
		const place = within ? ` of company ${within}` : '';
		if (found.length > 1) {
			const count = found.length > LISTED ? `more than ${LISTED}` : found.length;
			const problem = `${quote(name)} is the name of ${count} ${several}${place}: ${listed(found)}`;
			throw new FieldError(spot, problem, 'Choose one of them by its ID.');
		}
		const candidates = await similar(source, ask, name, within);
		const advice =
			candidates.length > 0
				? `Similar ones are: ${listed(candidates)}.`
				: 'Give the whole name as SuperOffice shows it, or the ID.';
		throw new FieldError(spot, `no ${one}${place} is named ${quote(name)}`, advice);
	};
}
