import type { Carrier } from '../tenant/carriers';
import { notFound } from '../engine/failures';
import { translate, type Locale } from '../engine/languages';
import type { Context } from './context';
import type { Heading, ListItem } from './items';
import { LISTS, type List } from './lists';

/** A question for a list, as the endpoints and the agent ask it. */
export interface Question extends Context {
	name: string;
	flat: boolean;
	/** Hidden items come along, and three more properties. */
	selectable: boolean;
	locale: Locale | undefined;
}

/**
 * Finds a list; names are compared without case, and `udlist` takes its number as an argument.
 * @throws Failure 404, a guess, for a list that is none
 */
function findList({ name, additional }: Question): List {
	const lower = name.toLowerCase();
	const key = lower === 'udlist' ? `udlist${additional.trim()}` : lower;
	if (!Object.hasOwn(LISTS, key)) throw notFound(`MDO list "${name}"`);
	return LISTS[key];
}

function write(item: ListItem, { selectable, locale }: Question, children: Carrier[]): Carrier {
	const chosen = { Selected: false, Hidden: item.hidden ?? false };
	return {
		Id: item.id,
		Name: translate(item.name, locale),
		ToolTip: '',
		Deleted: item.deleted ?? false,
		Rank: item.rank ?? 0,
		Type: item.type ?? '',
		ChildItems: children,
		IconHint: '',
		ColorBlock: 0,
		ExtraInfo: item.extraInfo ?? '',
		StyleHint: item.styleHint ?? '',
		FullName: item.fullName ?? '',
		TableRight: null,
		FieldProperties: {},
		...(selectable && { ...chosen, LastChanged: '0001-01-01T00:00:00' }),
	};
}

/** An item with what stands below it. */
function writeTree(item: ListItem, question: Question): Carrier {
	const children = (item.children ?? []).map((child, index) =>
		writeTree({ rank: index + 1, ...child }, question),
	);
	return write(item, question, children);
}

/** The items of a tree, those above others first. */
const flattened = (items: ListItem[]): ListItem[] =>
	items.flatMap(({ children = [], ...item }) => [item, ...flattened(children)]);

function underHeading(heading: Heading, items: ListItem[], question: Question): Carrier {
	const children = items.filter(({ headings = [] }) => headings.includes(heading.id));
	const written = children.map((item) => write(item, question, []));
	return write({ ...heading, type: 'heading' }, question, written);
}

/**
 * A list's answer: with headings if it has some and is not asked for flat. A query makes it flat.
 * @throws Failure for a list that is none
 */
export function readList(question: Question): Carrier[] {
	const { query, flat, selectable, locale } = question;
	const list = findList(question);
	const wanted = query.trim().toLowerCase();
	const all = list.items(question);
	const items = (flat || wanted !== '' ? flattened(all) : all)
		.filter(({ hidden }) => selectable || !hidden)
		.filter(
			(item) =>
				list.searches === true || translate(item.name, locale).toLowerCase().includes(wanted),
		)
		.map((item, index) => ({ rank: index + 1, ...item }));
	if (!list.headings || flat || wanted !== '') {
		return items.map((item) => writeTree(item, question));
	}
	const alone = items.filter(({ headings }) => headings === undefined);
	return [
		...alone.map((item) => write(item, question, [])),
		...list.headings.map((heading) => underHeading(heading, items, question)),
	];
}

/** The names of all lists. */
export function listNames(): string[] {
	return Object.keys(LISTS);
}
