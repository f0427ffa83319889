import type { Heading, ListItem } from '../lists/items';
import { storedInstant } from '../engine/dates';
import { badArgument } from '../engine/failures';
import { isCarrier } from '../engine/values';
import type { Carrier, Value } from '../tenant/carriers';
import type { Data } from '../tenant/data';
import { NEVER } from './kind';

/** A list of which any entries can be selected. */
export interface Choices {
	/** Name of the MDO list; null where the fixture has none with each entry. */
	list: string | null;
	items: ListItem[];
	headings?: Heading[];
}

/** The number of the line between entries without a heading and the headings (fixture of a person). */
const SEPARATOR = -2_147_483_647;

/** When each selected entry was selected, by its number. */
type Selected = Map<number, string>;

function write(
	{ list }: Choices,
	item: ListItem,
	rank: number,
	selected: Selected,
	children: Carrier[] = [],
): Carrier {
	return {
		Id: item.id,
		Name: item.name,
		ToolTip: item.name,
		Deleted: item.deleted ?? false,
		Rank: rank,
		Type: list,
		ColorBlock: 0,
		IconHint: list,
		Selected: selected.has(item.id),
		LastChanged: selected.get(item.id) ?? NEVER,
		ChildItems: children,
		ExtraInfo: '',
		StyleHint: '',
		Hidden: item.hidden ?? false,
		FullName: null,
		TableRight: null,
		FieldProperties: {},
	};
}

/**
 * All entries of a list, as an entity has them: those without a heading first, then the others below
 * their headings. Deleted and hidden ones come along only while they are selected: a guess.
 */
export function writeChoices(choices: Choices, selected: Selected = new Map()): Carrier[] {
	const { items, headings = [] } = choices;
	const shown = items.filter(({ id, deleted, hidden }) => selected.has(id) || !(deleted || hidden));
	const all = (list: ListItem[]) =>
		list.map((item) => write(choices, item, items.indexOf(item) + 1, selected));
	const alone = all(shown.filter((item) => item.headings === undefined));
	if (headings.length === 0) return alone;
	const line = write({ ...choices, list: '' }, { id: SEPARATOR, name: '' }, 0, new Map());
	const headed = headings.map((heading, index) => {
		const below = all(shown.filter((item) => item.headings?.includes(heading.id)));
		return write(choices, heading, index + 1, new Map(), below);
	});
	return [...alone, { ...line, StyleHint: 'separator' }, ...headed];
}

/** The entries of a written list, those below headings too. */
function entriesOf(value: Value | undefined): Carrier[] {
	if (!Array.isArray(value)) return [];
	return value.filter(isCarrier).flatMap((one) => [one, ...entriesOf(one.ChildItems)]);
}

/** The selected entries of an entity's list. */
export function selectedIn(value: Value | undefined): Selected {
	const selected = entriesOf(value).filter(({ Selected }) => Selected === true);
	return new Map(selected.map(({ Id, LastChanged }) => [Number(Id), String(LastChanged)]));
}

/** An entity's list with other entries selected. */
export function selectChoices(data: Data, choices: Choices, before: Value, ids: number[]): Value {
	const known = selectedIn(before);
	const now = storedInstant(data.now());
	return writeChoices(choices, new Map(ids.map((id) => [id, known.get(id) ?? now])));
}

/**
 * The entries that a client selects. Whether those that it does not send are cleared is documented
 * nowhere: the worst case is taken, they are.
 * @throws Failure 400, a guess, for an entry that the list does not have
 */
export function acceptChoices(
	data: Data,
	property: string,
	choices: Choices,
	value: Value,
	before: Value,
): Value {
	const others = [SEPARATOR, ...(choices.headings ?? []).map(({ id }) => id)];
	const entries = entriesOf(value).filter(({ Id }) => !others.includes(Number(Id)));
	for (const { Id } of entries) checkEntry(property, choices, Number(Id ?? 0));
	const wanted = entries.filter(({ Selected }) => Selected === true).map(({ Id }) => Number(Id));
	return selectChoices(data, choices, before, wanted);
}

/** Refuses a number that a list does not have, by throwing a Failure. */
export function checkEntry(property: string, { items }: Choices, id: number): void {
	if (!items.some((one) => one.id === id)) throw badArgument(`${property} has no entry ${id}`);
}
