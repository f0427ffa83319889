import { FIELDS } from '../customFields/fields';
import { SALE_STAKEHOLDER } from '../members/rowKinds';
import { deleteRows, replaceRows, writeRows } from '../members/rows';
import { acceptLinks, acceptVisibleFor, linkCount, VISIBLE_FOR_ALL } from '../records/carrierLists';
import { NEVER, type Kind } from '../records/kind';
import { changeAppointments } from '../records/merge';
import { nextNumber } from '../records/numbers';
import * as references from '../records/references';
import type { Carrier } from '../tenant/carriers';
import { SESSION_USER, type Data } from '../tenant/data';
import type { SaleSeed, SaleState } from '../tenant/workCarriers';
import { repointTickets } from '../tickets/repoint';
import { saleCarrier } from './saleCarrier';
import {
	acceptCompleted,
	acceptProbability,
	checkSale,
	closing,
	expectedDate,
	followSale,
	probabilityOf,
} from './saleRules';

/** What a new sale starts with: preferences of this tenant. */
const TYPE = 1;
const STAGE = 1;
const CURRENCY = 1;

function seedOf(data: Data, entity: Carrier): SaleSeed {
	const id = Number(entity.SaleId);
	const { idOf } = references;
	return {
		id,
		title: String(entity.Heading),
		number: String(entity.Number),
		contactId: idOf(entity.Contact, references.company),
		personId: idOf(entity.Person, references.person),
		projectId: idOf(entity.Project, references.project),
		associateId: idOf(entity.Associate, references.associate),
		date: String(entity.Saledate),
		typeId: idOf(entity.SaleType, references.saleType),
		stageId: idOf(entity.Rating, references.stage),
		probability: Number(entity.Probability),
		status: String(entity.Status) as SaleState,
		completed: entity.Completed === 'Completed',
		amount: Number(entity.Amount),
		currencyId: idOf(entity.Currency, references.currency),
		earning: Number(entity.Earning),
		earningPercent: Number(entity.EarningPercent),
		closed: closing(data, data.sales.seeds.get(id), entity),
		more: saleCarrier(entity),
	};
}

/** Keeps what a sale was before a change. */
function keepVersion({ sales, saleVersions }: Data, id: number): void {
	const before = sales.seeds.get(id);
	if (before) saleVersions.set(id, [...(saleVersions.get(id) ?? []), before]);
}

/** Sales: properties are those of the OpenAPI file. */
export const SALE: Kind = {
	name: 'Sale',
	id: 'SaleId',
	list: 'sales',
	fields: FIELDS.Sale,
	references: {
		Associate: references.associate,
		Contact: references.company,
		Person: references.person,
		Project: references.project,
		Currency: references.currency,
		Rating: references.stage,
		SaleType: references.saleType,
		Source: references.source,
		Competitor: references.competitor,
		Credited: references.credited,
		Reason: references.reasonLost,
		ReasonSold: references.reasonSold,
		ReasonStalled: references.reasonStalled,
	},
	choices: {},
	elements: {},
	enums: { Status: ['Unknown', 'Open', 'Sold', 'Lost', 'Stalled'] },
	lengths: { Heading: 219, Number: 49, SaleText: 2047, Postit: 2047 },
	mandatory: ['Heading', 'SaleType'],
	setByServer: [
		...['CreatedBy', 'CreatedDate', 'UpdatedBy', 'UpdatedDate', 'Appointment', 'ActiveLinks'],
		...['ActiveErpLinks', 'NextDueDate', 'SaleStakeholders'],
		...['TableRight', 'FieldProperties', '_Links'],
	],
	has: ({ sales }, id) => sales.seeds.has(id),
	next: ({ sales }) => sales.next,
	cleared: () => ({
		...{ Heading: '', SaleText: '', Number: '', Postit: '' },
		...{ Amount: 0, Earning: 0, EarningPercent: 0, Probability: 0 },
		...{ Status: 'Open', Completed: 'Started', Saledate: NEVER, ReopenDate: NEVER },
		...{ NextDueDate: NEVER, Appointment: null, Links: [], ActiveLinks: 0, ActiveErpLinks: 0 },
		...{ SaleStakeholders: [], VisibleFor: VISIBLE_FOR_ALL, IsPublished: false },
		...{ PublishEventDate: NEVER, PublishFrom: NEVER, PublishTo: '9999-12-31T23:59:59' },
	}),
	// Which of these a tenant's preferences say, and how, is a guess.
	defaults: (data) => ({
		Associate: { AssociateId: SESSION_USER },
		SaleType: { Id: TYPE },
		Rating: { Id: STAGE },
		Probability: probabilityOf(STAGE),
		Currency: { Id: CURRENCY },
		Saledate: expectedDate(data, TYPE),
		Number: nextNumber(data, 'Sale'),
	}),
	ofSeed: ({ sales }, id) => {
		const seed = sales.seeds.get(id);
		if (!seed) return {};
		return {
			...{ Heading: seed.title, Number: seed.number, Saledate: seed.date },
			...{ Status: seed.status, Completed: seed.completed ? 'Completed' : 'Started' },
			...{ Amount: seed.amount, Earning: seed.earning, EarningPercent: seed.earningPercent },
			Probability: seed.probability,
			Associate: { AssociateId: seed.associateId },
			Contact: { ContactId: seed.contactId },
			Person: { PersonId: seed.personId },
			Project: { ProjectId: seed.projectId },
			Currency: { Id: seed.currencyId },
			Rating: { Id: seed.stageId },
			SaleType: { Id: seed.typeId },
		};
	},
	toSeed: (data, entity) => {
		keepVersion(data, Number(entity.SaleId));
		data.sales.set(seedOf(data, entity));
	},
	computed: (data, entity) => ({
		ActiveLinks: linkCount(entity),
		SaleStakeholders: writeRows(data, SALE_STAKEHOLDER, Number(entity.SaleId)),
	}),
	check: checkSale,
	follow: followSale,
	saveRows: (data, id, sent) => replaceRows(data, SALE_STAKEHOLDER, id, sent.SaleStakeholders),
	// That appointments and requests lose a sale which is deleted, and its quote goes too, is a guess.
	forget: (data, id) => {
		deleteRows(data, SALE_STAKEHOLDER, id);
		data.quotes.delete(id);
		data.saleVersions.delete(id);
		repointTickets(data, 'saleId', id, 0);
		const isOfSale = ({ Sale }: Carrier) => references.idOf(Sale, references.sale) === id;
		changeAppointments(data, isOfSale, { Sale: null });
	},
	accept: {
		Completed: acceptCompleted,
		Probability: acceptProbability,
		Links: acceptLinks,
		VisibleFor: acceptVisibleFor,
	},
};
