import { fullName, nameDepartment, type AssociateSeed } from '../carriers';
import { SESSION_USER, type Data } from '../data';
import {
	FORMAT_HEADINGS,
	FORMATS,
	PRIORITIES,
	REJECT_REASONS,
	TASK_HEADINGS,
	TASKS,
	USER_GROUPS,
	type Heading,
	type ListItem,
} from './items';
import { timeZones } from './timeZones';

/** What a list is asked with. */
export interface Context {
	data: Data;
	/** The provider's own arguments, such as `contact_id=5`. */
	additional: string;
	query: string;
}

/** A list by its content. */
export interface List {
	items(context: Context): ListItem[];
	/** Headings that the items stand under when the list is not asked for flat. */
	headings?: Heading[];
	/** The list picks out its own items for a query. */
	searches?: boolean;
}

/** How many items the searching lists give, without a query and with one: a guess. */
const SHORT = 20;
const LONG = 100;

/** Arguments such as `contact_id=1,2`; some lists separate them by semicolons. */
function argument(additional: string, name: string): string | undefined {
	const parts = additional.split(/[;&]/).map((part) => part.trim().split('='));
	return parts.find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
}

const idsIn = (text: string) => text.split(/[\s,]+/).map(Number);

function associateItem({ id, fullName: name, personId, deleted, group }: AssociateSeed): ListItem {
	// One user of each hundred belongs to the first group too.
	const headings = id % 100 === 4 ? [...new Set([group, 1])] : [group];
	const extraInfo = `person_id=${personId}&contact_id=0`;
	return { id, name, deleted, headings, extraInfo };
}

const byName = (a: ListItem, b: ListItem) => a.name.localeCompare(b.name, 'nb');

function associateItems({ data }: Context, withResources: boolean): ListItem[] {
	return [...data.associates.seeds.values()]
		.filter(({ type }) => withResources || type !== 'ResourceAssociate')
		.map(associateItem)
		.sort(byName);
}

/** Items whose names have the words of a query, those that start with it first: a guess. */
function search(items: ListItem[], query: string): ListItem[] {
	const wanted = query.trim().toLowerCase();
	if (wanted === '') return items.slice(0, SHORT);
	const words = wanted.split(/\s+/);
	const named = items.map((item) => ({ item, name: item.name.toLowerCase() }));
	const found = named.filter(({ name }) => words.every((word) => name.includes(word)));
	const starts = found.filter(({ name }) => name.startsWith(wanted));
	const others = found.filter(({ name }) => !name.startsWith(wanted));
	return [...starts, ...others].map(({ item }) => item).slice(0, LONG);
}

function companies({ data, additional, query }: Context): ListItem[] {
	const wanted = argument(additional, 'contact_id');
	const seeds = wanted
		? idsIn(wanted).flatMap((id) => data.contacts.seeds.get(id) ?? [])
		: [...data.contacts.seeds.values()];
	const items = seeds
		.filter(({ deleted }) => !deleted)
		.map((seed) => ({
			id: seed.id,
			name: nameDepartment(seed),
			type: 'Contact',
			extraInfo: String(seed.id),
			styleHint: seed.stop ? 'stop' : '',
		}));
	return wanted ? items : search(items, query);
}

function people({ data, additional, query }: Context): ListItem[] {
	const ofContact = argument(additional, 'contact_id');
	const wanted = argument(additional, 'person_id');
	const items = [...data.persons.seeds.values()]
		.filter(({ contactId }) => ofContact === undefined || contactId === Number(ofContact))
		.filter(({ id }) => wanted === undefined || id === Number(wanted))
		.filter(({ retired }) => !retired)
		.map((seed) => ({
			id: seed.id,
			name: fullName(seed),
			extraInfo: `contact_id=${seed.contactId}`,
		}));
	return search(items, query);
}

function projects({ data }: Context): ListItem[] {
	return [...data.projects.seeds.values()].map(({ id, name }) => ({ id, name }));
}

function projectsToSearch({ data, query }: Context): ListItem[] {
	const items = [...data.projects.seeds.values()].map(({ id, name, completed }) => ({
		id,
		name,
		type: 'Project',
		extraInfo: String(id),
		styleHint: completed ? 'deleted_item' : '',
	}));
	return search(items, query);
}

function sales({ data }: Context): ListItem[] {
	return [...data.sales.seeds.values()].map(({ id, title, contactId, completed }) => {
		const company = data.contacts.seeds.get(contactId);
		const name = company ? `${title} (${nameDepartment(company)})` : title;
		const styleHint = completed ? 'deleted_item' : '';
		return { id, name, type: 'Sale', extraInfo: title, styleHint };
	});
}

/** The number of `All` in the list of who may see an appointment: .NET's int.MinValue. */
const ALL = -2_147_483_648;

/** The user, the user's group, and all; of the user that `additional` names, else of the session. */
function visibleFor({ data, additional }: Context): ListItem[] {
	const user = data.associates.seeds.get(idsIn(additional)[0] || SESSION_USER);
	const group = USER_GROUPS.find(({ id }) => id === user?.group);
	return [
		...(user ? [{ id: user.id, name: user.fullName, extraInfo: String(user.id) }] : []),
		...(group ? [{ id: -group.id, name: group.name, extraInfo: String(group.id) }] : []),
		{ id: ALL, name: '[SR_VFC_ALL]', extraInfo: String(ALL) },
	];
}

function tasks({ additional }: Context): ListItem[] {
	const isWanted = argument(additional, 'includeNone')?.toLowerCase() === 'true';
	const none = { id: 0, name: '[SR_NONE]', headings: TASK_HEADINGS.map(({ id }) => id) };
	return isWanted ? [none, ...TASKS] : TASKS;
}

const groupHeadings = USER_GROUPS.map(({ id, name }) => ({ id, name }));

/** The tenant's lists by their names, as the reference of MDO providers has them. */
export const LISTS: Record<string, List> = {
	associate: { items: (context) => associateItems(context, false), headings: groupHeadings },
	contact_new: { items: companies, searches: true },
	diaryowner: { items: (context) => associateItems(context, true), headings: groupHeadings },
	person: { items: people, searches: true },
	priority: { items: () => PRIORITIES },
	project: { items: projects },
	project_new: { items: projectsToSearch, searches: true },
	rejectreason: { items: () => REJECT_REASONS },
	sale: { items: sales },
	sale_new: { items: (context) => search(sales(context), context.query), searches: true },
	task: { items: tasks, headings: TASK_HEADINGS },
	timezone: { items: () => timeZones(false) },
	timezoneiana: { items: () => timeZones(true) },
	udlist7: { items: () => FORMATS, headings: FORMAT_HEADINGS },
	usergroup: { items: () => USER_GROUPS },
	visiblefor: { items: visibleFor },
};
