import { inEnglish } from '../engine/languages';
import { nameOf } from '../lists/items';
import { PROJECT_STATUSES, PROJECT_TYPES } from '../lists/projectItems';
import { CURRENCIES, SALE_TYPES } from '../lists/saleItems';
import { extras, type Carrier } from './carriers';

const NEVER = '0001-01-01T00:00:00';

export interface ProjectSeed {
	id: number;
	name: string;
	number: string;
	typeId: number;
	statusId: number;
	associateId: number;
	/** As instants are stored. */
	endDate: string;
	completed: boolean;
	/** What the carrier has of a project that was written. */
	more?: Carrier;
}

export function project(seed: ProjectSeed): Carrier {
	return {
		ProjectId: seed.id,
		Name: seed.name,
		Description: '',
		URL: '',
		Type: inEnglish(nameOf(PROJECT_TYPES, seed.typeId)),
		AssociateId: seed.associateId,
		AssociateFullName: 'Sales Manager',
		TypeId: seed.typeId,
		Updated: '2026-01-05T09:30:00Z',
		StatusId: seed.statusId,
		Status: inEnglish(nameOf(PROJECT_STATUSES, seed.statusId)),
		TextId: 0,
		PublishTo: NEVER,
		PublishFrom: NEVER,
		IsPublished: false,
		URLName: '',
		ProjectNumber: seed.number,
		ActiveErpLinks: 0,
		EventId: 0,
		StartDate: '2026-01-01T00:00:00Z',
		...extras(),
		...seed.more,
	};
}

/** The statuses of sales, by their numbers in the database. */
export const SALE_STATES = ['Unknown', 'Open', 'Sold', 'Lost', 'Stalled'] as const;

export type SaleState = (typeof SALE_STATES)[number];

export interface SaleSeed {
	id: number;
	title: string;
	number: string;
	contactId: number;
	personId: number;
	projectId: number;
	associateId: number;
	/** As instants are stored. */
	date: string;
	typeId: number;
	/** Number of the entry of `prob`. */
	stageId: number;
	/** Percent. */
	probability: number;
	status: SaleState;
	completed: boolean;
	amount: number;
	currencyId: number;
	earning: number;
	/** Percent. */
	earningPercent: number;
	/** The stage in which it was sold or lost, and the days from its registration until then. */
	closed?: { stageId: number; days: number };
	/** What the carrier has of a sale that was written. */
	more?: Carrier;
}

export function sale(seed: SaleSeed): Carrier {
	const { amount, probability } = seed;
	return {
		ContactName: '',
		SaleDate: seed.date,
		SaleId: seed.id,
		Probability: probability,
		Title: seed.title,
		Amount: amount,
		Currency: nameOf(CURRENCIES, seed.currencyId),
		ProjectName: '',
		AssociateFullName: 'Sales Manager',
		Description: '',
		Status: seed.status,
		WeightedAmount: (amount * probability) / 100,
		ProjectId: seed.projectId,
		EarningPercent: seed.earningPercent,
		Earning: seed.earning,
		ContactId: seed.contactId,
		AssociateId: seed.associateId,
		PersonId: seed.personId,
		SaleTypeId: seed.typeId,
		SaleTypeName: inEnglish(nameOf(SALE_TYPES, seed.typeId)),
		PersonFullName: '',
		// That it comes out as Started until it is completed follows from the OpenAPI file.
		Completed: seed.completed ? 'Completed' : 'Started',
		ActiveErpLinks: 0,
		NextDueDate: NEVER,
		Number: seed.number,
		...extras(),
		...seed.more,
	};
}

/** A member of a project, or a stakeholder of a sale. */
export interface MemberSeed {
	id: number;
	/** Number of the project or the sale. */
	parentId: number;
	contactId: number;
	/** 0 for a company alone. */
	personId: number;
	/** Number of the entry of the list of functions or roles. */
	roleId: number;
	comment: string;
	rank: number;
	registered: string;
	updated: string;
}
