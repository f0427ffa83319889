import type { AssociateSeed } from '../tenant/carriers';
import { SESSION_USER } from '../tenant/data';
import { EVENTS } from '../webhooks/events';
import { argument, idsIn, type Context } from './context';
import {
	FORMAT_HEADINGS,
	FORMATS,
	CATEGORIES,
	PRIORITIES,
	REJECT_REASONS,
	TASK_HEADINGS,
	TASKS,
	USER_GROUPS,
	type Heading,
	type ListItem,
} from './items';
import { COUNTRIES } from './countries';
import { DOCUMENT_CATEGORIES, DOCUMENT_TEMPLATES } from './documentItems';
import * as more from './recordItems';
import * as ofProjects from './projectItems';
import { companies, people, projects, projectsToSearch, sales, salesToSearch } from './records';
import * as ofSales from './saleItems';
import { guideStatuses, projectTypes, saleProbabilities, saleStages } from './saleLists';
import * as ofTickets from './ticketItems';
import * as ticketLists from './ticketLists';
import { timeZones } from './timeZones';

/** A list by its content. */
export interface List {
	items(context: Context): ListItem[];
	/** Headings that the items stand under when the list is not asked for flat. */
	headings?: Heading[];
	/** The list picks out its own items for a query. */
	searches?: boolean;
}

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
	business: { items: () => more.BUSINESSES },
	category: { items: () => CATEGORIES },
	comptr: { items: () => ofSales.COMPETITORS },
	consentpurpose: { items: () => more.PURPOSES },
	consentsource: { items: () => more.CONSENT_SOURCES },
	contact_new: { items: companies, searches: true },
	contint: { items: () => more.COMPANY_INTERESTS },
	country: { items: () => COUNTRIES },
	credited: { items: () => ofSales.CREDITED },
	currency: { items: () => ofSales.CURRENCIES },
	customerlanguage: { items: () => more.CUSTOMER_LANGUAGES },
	diaryowner: { items: (context) => associateItems(context, true), headings: groupHeadings },
	ejcategory: { items: ticketLists.ticketCategories },
	ejuser: { items: ticketLists.ejUsers },
	doctmpl: { items: () => DOCUMENT_TEMPLATES },
	documentcategory: { items: () => DOCUMENT_CATEGORIES },
	leadstatus: { items: () => more.LEAD_STATUSES },
	legalbase: { items: () => more.LEGAL_BASES },
	mrmrs: { items: () => more.MRMRS },
	persint: { items: () => more.PERSON_INTERESTS, headings: more.PERSON_INTEREST_HEADINGS },
	person: { items: people, searches: true },
	perspos: { items: () => more.POSITIONS },
	pmembtype: { items: () => ofProjects.MEMBER_TYPES },
	priority: { items: () => PRIORITIES },
	prob: { items: () => ofSales.STAGES },
	project: { items: projects },
	project_new: { items: projectsToSearch, searches: true },
	projectmembereventparticipantstatus: { items: () => ofProjects.PARTICIPANT_STATUSES },
	projectstatus: { items: guideStatuses },
	projecttype: { items: projectTypes },
	projstatus: { items: () => ofProjects.PROJECT_STATUSES },
	projtype: { items: () => ofProjects.PROJECT_TYPES },
	replytemplate: { items: () => ofTickets.REPLY_TEMPLATES },
	reason: { items: () => ofSales.REASONS },
	reasonsold: { items: () => ofSales.REASONS_SOLD },
	reasonstalled: { items: () => ofSales.REASONS_STALLED },
	rejectreason: { items: () => REJECT_REASONS },
	sale: { items: sales },
	sale_new: { items: salesToSearch, searches: true },
	saledone: { items: () => ofSales.SALE_DONE },
	saleprobability: { items: saleProbabilities },
	salesource: { items: () => ofSales.SOURCES },
	salestage: { items: saleStages },
	salestatus: { items: () => ofSales.SALE_STATUSES },
	saletype: { items: () => ofSales.SALE_TYPES },
	salutation: { items: () => more.SALUTATIONS },
	shipmenttype: { items: () => more.SHIPMENT_TYPES },
	source: { items: () => ofSales.SOURCES },
	stakeholderrole: { items: () => ofSales.STAKEHOLDER_ROLES },
	tags: { items: () => ofTickets.TAGS },
	task: { items: tasks, headings: TASK_HEADINGS },
	ticketorigin: { items: () => ofTickets.ORIGINS },
	ticketpriority: { items: ticketLists.ticketPriorities },
	ticketread: { items: () => ofTickets.READ_WORDS },
	ticketslevel: { items: () => ofTickets.SLEVELS },
	ticketstatus: { items: ticketLists.baseStatuses },
	ticketticketstatus: { items: ticketLists.ticketStatuses },
	tickettype: { items: ticketLists.ticketTypes },
	timezone: { items: () => timeZones(false) },
	timezoneiana: { items: () => timeZones(true) },
	udlist7: { items: () => FORMATS, headings: FORMAT_HEADINGS },
	usergroup: { items: () => USER_GROUPS },
	visiblefor: { items: visibleFor },
	webhookeventlist: { items: () => EVENTS.map((name, index) => ({ id: index + 1, name })) },
};
