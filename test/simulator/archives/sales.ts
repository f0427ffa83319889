import { FIELDS } from '../customFields/fields';
import { translate } from '../engine/languages';
import { nameOf, type ListItem } from '../lists/items';
import * as lists from '../lists/saleItems';
import { SALE_STAKEHOLDER } from '../members/rowKinds';
import { rowsOf } from '../members/rows';
import { NEVER } from '../records/kind';
import { nameDepartment } from '../tenant/carriers';
import { SALE_STATES, type SaleSeed } from '../tenant/workCarriers';
import { column, type Archive, type Column, type Context } from './columns';
import { customFieldColumns } from './customFieldColumns';
import { contactOf, stakeholderColumns, UNORDERED, withContactAndPerson } from './members';
import { nested } from './nested';
import { EntityColumns } from './ofEntities';
import { projectColumns } from './projects';
import { EVERY_ROW, everyRow, groupColumn, listColumn, ownerColumn, ownerColumns } from './shown';

const from = new EntityColumns<SaleSeed>('Sale', 'sales');

const owner = ({ associateId }: SaleSeed) => associateId;
const typeOf = ({ typeId }: SaleSeed) => lists.SALE_TYPES.find(({ id }) => id === typeId);
const weighted = ({ amount, probability }: SaleSeed) => (amount * probability) / 100;
const saleText = from.of('string', 'SaleText').raw;
const stakeholders = ({ id }: SaleSeed, { data }: Context) => rowsOf(data, SALE_STAKEHOLDER, id);
const company = (row: SaleSeed, context: Context) => contactOf(row, context).map(nameDepartment);

/** A column of a list that only written sales have an entry of. */
const entry = (property: string, items: ListItem[], list: string) =>
	listColumn(from.of('listAny', `${property}/Id`), items, list);

const saleType = listColumn<SaleSeed>(
	{ raw: ({ typeId }) => typeId },
	lists.SALE_TYPES,
	'saletype',
);
// Whether closed sales show a stage Sold or Lost instead is documented nowhere: a guess, they do not.
const stage = listColumn<SaleSeed>({ raw: ({ stageId }) => stageId }, lists.STAGES, 'prob');

/** What a sale itself has; older versions have these too. */
export const saleColumns: Record<string, Column<SaleSeed>> = {
	saleId: column('int', ({ id }) => id),
	heading: column('stringorPK', ({ title }) => title),
	text: column('positiveString', ({ title }) => title),
	saleNumber: column('string', ({ number }) => number),
	date: column('date', ({ date }) => date),
	completed: column('bool', ({ completed }) => completed),
	recordType: column('string', () => 'Sale'),
	// That the type of the activity is that of the sale is a guess.
	type: saleType,
	saleType,
	stage,
	saleStatus: listColumn(
		{ raw: ({ status }) => SALE_STATES.indexOf(status) },
		lists.SALE_STATUSES,
		'salestatus',
	),
	probPercent: column('int', ({ probability }) => probability),
	amount: column('decimal', ({ amount }) => amount),
	amountWeighted: column('decimal', weighted),
	earning: column('decimal', ({ earning }) => earning),
	earningPercent: column('decimal', ({ earningPercent }) => earningPercent),
	currencyId: column('int', ({ currencyId }) => currencyId),
	currency: listColumn({ raw: ({ currencyId }) => currencyId }, lists.CURRENCIES, 'currency'),
	contactId: { ...column<SaleSeed>('listAny', ({ contactId }) => contactId), list: 'contact_new' },
	personId: { ...column<SaleSeed>('listAny', ({ personId }) => personId), list: 'person' },
	projectId: { ...column<SaleSeed>('listAny', ({ projectId }) => projectId), list: 'project' },
	who: column('none', (row, context) => company(row, context)[0] ?? ''),
	associateId: ownerColumn(owner),
	userGroup: groupColumn(owner),
	...ownerColumns('associate', owner),
};

/** What only sales have as they are now. */
const presentColumns: Record<string, Column<SaleSeed>> = {
	saleTypeId: column('none', ({ typeId }) => typeId),
	stageId: column('none', ({ stageId }) => stageId),
	stageRank: column('none', ({ stageId }) => lists.STAGES.findIndex(({ id }) => id === stageId)),
	stageName: {
		...column<SaleSeed>('none', ({ stageId }) => nameOf(lists.STAGES, stageId)),
		show: ({ stageId }, { locale }) => translate(nameOf(lists.STAGES, stageId), locale),
	},
	originalStage: listColumn({ raw: ({ closed }) => closed?.stageId ?? 0 }, lists.STAGES, 'prob'),
	saleCycle: column('int', ({ closed }) => closed?.days ?? 0),
	amountInBaseCurrency: column('none', ({ amount, currencyId }) =>
		lists.inBaseCurrency(amount, currencyId),
	),
	amountWeightedInBaseCurrency: column('none', (row) =>
		lists.inBaseCurrency(weighted(row), row.currencyId),
	),
	description: column('string', saleText),
	'sale/description': column('positiveString', saleText),
	credited: entry('Credited', lists.CREDITED, 'credited'),
	source: entry('Source', lists.SOURCES, 'source'),
	competitor: entry('Competitor', lists.COMPETITORS, 'comptr'),
	lossReason: entry('Reason', lists.REASONS, 'reason'),
	soldReason: entry('ReasonSold', lists.REASONS_SOLD, 'reasonsold'),
	stalledComment: entry('ReasonStalled', lists.REASONS_STALLED, 'reasonstalled'),
	reopenDate: from.of('date', 'ReopenDate', { otherwise: NEVER }),
	nextDueDate: from.of('date', 'NextDueDate', { otherwise: NEVER }),
	hasStakeholders: column('bool', (row, context) => stakeholders(row, context).length > 0),
	stakeholdersEnabled: column(
		'bool',
		(row, { data }) => data.stakeholdersEnabled && typeOf(row)?.hasStakeholders === true,
	),
	hasQuote: column('bool', ({ id }, { data }) => data.quotes.has(id)),
	hasGuide: column('bool', (row) => typeOf(row)?.hasGuide ?? false),
	activeErpLinks: column('bool', () => false),
	'salePublish/isPublished': from.of('bool', 'IsPublished', { otherwise: false }),
	'salePublish/publishedFrom': from.of('date', 'PublishFrom', { otherwise: NEVER }),
	'salePublish/publishedTo': from.of('date', 'PublishTo', { otherwise: NEVER }),
	...from.stamps((name) => name),
	...customFieldColumns<SaleSeed>(
		FIELDS.Sale,
		{ udef: 'saleUdef' },
		(row, context) => from.written(row, context)?.CustomFields,
	),
};

/** The archive behind GET /Sale: what its reference says, as far as the tenant's records have it. */
export const findSale: Archive<SaleSeed> = {
	name: 'FindSale',
	entities: ['sale'],
	entity: () => 'sale',
	key: ({ id }) => id,
	rows: ({ sales }) => sales.after(),
	index: { column: 'saleId', after: ({ sales }, key) => sales.after(key) },
	unordered: [
		...['description', 'who', ...EVERY_ROW, ...UNORDERED],
		...UNORDERED.map((name) => `saleStakeholder/${name}`),
	],
	columns: {
		...saleColumns,
		...presentColumns,
		...withContactAndPerson<SaleSeed>(),
		...nested('project', projectColumns, ({ projectId }: SaleSeed, { data }) => {
			const found = data.projects.seeds.get(projectId);
			return found ? [found] : [];
		}),
		// That a sale with several stakeholders is one row all the same is a guess.
		...nested(
			'saleStakeholder',
			{ ...stakeholderColumns, ...withContactAndPerson() },
			stakeholders,
		),
		...everyRow(),
	},
};
