import { fullName, nameDepartment } from '../tenant/carriers';
import { SALE_STAKEHOLDER } from '../members/rowKinds';
import { rowsOf } from '../members/rows';
import type { SaleSeed } from '../tenant/workCarriers';
import { argument, idsIn, type Context } from './context';
import type { ListItem } from './items';

/** How many items the searching lists give, without a query and with one: a guess. */
const SHORT = 20;
const LONG = 100;

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

/** List `contact_new`. */
export function companies({ data, additional, query }: Context): ListItem[] {
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

/** List `person`. */
export function people({ data, additional, query }: Context): ListItem[] {
	const ofContact = argument(additional, 'contact_id');
	const wanted = argument(additional, 'person_id');
	const items = [...data.persons.seeds.values()]
		.filter(({ contactId }) => ofContact === undefined || contactId === Number(ofContact))
		.filter(({ id }) => wanted === undefined || id === Number(wanted))
		.filter(({ retired, deletedDate }) => !retired && deletedDate === undefined)
		.map((seed) => ({
			id: seed.id,
			name: fullName(seed),
			extraInfo: `contact_id=${seed.contactId}`,
		}));
	return search(items, query);
}

/** List `project`. */
export function projects({ data }: Context): ListItem[] {
	return [...data.projects.seeds.values()].map(({ id, name }) => ({ id, name }));
}

/** List `project_new`. */
export function projectsToSearch({ data, query }: Context): ListItem[] {
	const items = [...data.projects.seeds.values()].map(({ id, name, completed }) => ({
		id,
		name,
		type: 'Project',
		extraInfo: String(id),
		styleHint: completed ? 'deleted_item' : '',
	}));
	return search(items, query);
}

/** The sales that a list may have, by the arguments that both have. */
function wantedSales({ data, additional }: Context): SaleSeed[] {
	const isOn = (...names: string[]) => names.some((name) => argument(additional, name) === '1');
	const currency = argument(additional, 'hasCurrency');
	return [...data.sales.after()]
		.filter(({ currencyId }) => currency === undefined || currencyId === Number(currency))
		.filter(({ id }) => !isOn('hasQuoteOnly', 'hasQuoteOnline') || data.quotes.has(id))
		.filter(({ id }) => !isOn('stakeholderOnly') || rowsOf(data, SALE_STAKEHOLDER, id).length > 0);
}

function saleItem({ data }: Context, { id, title, contactId, completed }: SaleSeed): ListItem {
	const company = data.contacts.seeds.get(contactId);
	const name = company ? `${title} (${nameDepartment(company)})` : title;
	const styleHint = completed ? 'deleted_item' : '';
	return { id, name, extraInfo: title, styleHint };
}

/** List `sale`. */
export function sales(context: Context): ListItem[] {
	return wantedSales(context).map((seed) => saleItem(context, seed));
}

/** List `sale_new`: sales that are not open have a style of their own (its sample output). */
export function salesToSearch(context: Context): ListItem[] {
	const items = wantedSales(context).map((seed) => {
		const item = saleItem(context, seed);
		const styleHint = item.styleHint || (seed.status === 'Open' ? '' : seed.status.toLowerCase());
		return { ...item, styleHint, type: 'Sale' };
	});
	return search(items, context.query);
}
