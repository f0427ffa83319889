import type { Carrier } from '../tenant/carriers';
import type { Data } from '../tenant/data';

const folded = (text: string) => text.trim().toLowerCase();

/**
 * Projects of the same name, or one that begins with the other: what "similar" is, and the name of the
 * rule, are documented nowhere, a guess.
 */
export function projectDuplicates({ projects }: Data, name: string): Carrier[] {
	const wanted = folded(name);
	if (wanted === '') return [];
	return [...projects.after()]
		.filter((seed) => {
			const own = folded(seed.name);
			return own !== '' && (own.startsWith(wanted) || wanted.startsWith(own));
		})
		.map((seed) => ({
			RuleName: 'Name',
			SoPrimaryKey: seed.id,
			EntryName: seed.name,
			EntryIdentifier: String(seed.id),
			RuleDisplayName: 'Name',
			TableRight: null,
			FieldProperties: {},
		}));
}
