import type { Context } from './context';
import { argument } from './context';
import type { ListItem } from './items';
import { TICKET_PRIORITIES } from './recordItems';
import {
	baseNumber,
	BASE_STATUSES,
	fullNameOf,
	TICKET_CATEGORIES,
	TICKET_STATUSES,
	TICKET_TYPES,
	typeOf,
	type TicketCategory,
} from './ticketItems';
import { ejUserOf } from '../tenant/ticketSeeds';
import { SESSION_USER } from '../tenant/data';

const isOn = (additional: string, name: string) =>
	argument(additional, name)?.toLowerCase() === 'true';

/** Whether a bare argument is among those of a list. */
const says = (additional: string, name: string) =>
	additional.toLowerCase().split(/[;&,]/).includes(name.toLowerCase());

/** List `ejcategory`: in the order of full names; that a tree has short ones is a guess. */
export function ticketCategories({ additional }: Context): ListItem[] {
	const isTree = isOn(additional, 'hierarchy');
	const isShort = isTree || isOn(additional, 'shortNames');
	const sorted = [...TICKET_CATEGORIES].sort((a, b) => fullNameOf(a).localeCompare(fullNameOf(b)));
	const wanted = isOn(additional, 'onlyOwnCategories')
		? sorted.filter(({ members }) => SESSION_USER in members)
		: sorted;
	const item = (category: TicketCategory): ListItem => ({
		id: category.id,
		name: isShort ? category.name : fullNameOf(category),
		fullName: fullNameOf(category),
		extraInfo: `parentId=${category.parentId}&replyTemplateId=${category.replyTemplateId || -1}`,
	});
	const below = (above: number): ListItem[] =>
		wanted
			.filter(({ parentId }) => parentId === above)
			.map((category) => ({ ...item(category), children: below(category.id) }));
	return isTree ? below(0) : wanted.map(item);
}

/** List `ticketstatus`: the system's own statuses. */
export const baseStatuses = (): ListItem[] =>
	BASE_STATUSES.map(({ key, ...item }) => ({ ...item, extraInfo: key }));

/** Numbers of the entries that requests of a type can have; undefined for all. */
function ofType(additional: string, key: 'statuses' | 'priorities'): number[] | undefined {
	const text = argument(additional, 'ticketType') ?? additional.trim();
	return /^\d+$/.test(text) ? typeOf(Number(text))?.[key] : undefined;
}

/** List `ticketticketstatus`: the statuses that the tenant has defined. */
export function ticketStatuses({ additional }: Context): ListItem[] {
	const withPostponed = isOn(additional, 'onlyNormalWithPostponed');
	const normal = ['Active', 'Closed', ...(withPostponed ? ['Postponed'] : [])];
	const onlyNormal = withPostponed || isOn(additional, 'onlyNormal');
	const chosen = ofType(additional, 'statuses');
	return TICKET_STATUSES.filter(({ base }) => !onlyNormal || normal.includes(base))
		.filter(({ id }) => chosen?.includes(id) ?? true)
		.map((status) => ({ ...status, extraInfo: String(baseNumber(status.base)) }));
}

/** List `ticketpriority`. */
export function ticketPriorities({ additional }: Context): ListItem[] {
	const chosen = ofType(additional, 'priorities');
	return TICKET_PRIORITIES.filter(({ id }) => chosen?.includes(id) ?? true);
}

/** List `tickettype`: without an argument, those that people can choose for a new request. */
export function ticketTypes({ additional }: Context): ListItem[] {
	const isAll = says(additional, 'IncludeAll');
	return TICKET_TYPES.filter(({ showInNew }) => isAll || showInNew).map((type) => {
		const more = ['excludeSignature=0', 'excludeEmailRecipients=0'];
		const last = ['replyForwardNoSignature=0', 'replyExternalAsDefault=0'];
		const extraInfo = [
			...[`isDefault=${type.isDefault ? 1 : 0}`, 'description='],
			...[`defaultStatus=${type.statusId}`, `defaultPriority=${type.priorityId}`],
			...[`showInNew=${type.showInNew ? 1 : 0}`, ...more],
			...[`externalAsDefault=${type.isExternal ? 1 : 0}`, ...last],
		].join('&');
		return { ...type, extraInfo };
	});
}

/** List `ejuser`: numbers are others than the associates', who stand in ExtraInfo. */
export function ejUsers({ data }: Context): ListItem[] {
	return [...data.associates.seeds.values()]
		.filter(({ type, deleted }) => type !== 'ResourceAssociate' && !deleted)
		.map(({ id, fullName: name }) => ({
			...{ id: ejUserOf(id), name, extraInfo: `associateId=${id}` },
		}));
}
