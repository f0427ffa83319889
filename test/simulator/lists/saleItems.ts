import { multi } from '../engine/languages';
import type { ListItem } from './items';

/** A type of sales. */
export interface SaleType extends ListItem {
	/** Numbers of the stages that sales of the type go through, in order. */
	stages: number[];
	hasGuide: boolean;
	hasStakeholders: boolean;
}

/** ExtraInfo is the usual duration in minutes (documentation of the list). */
export const SALE_TYPES: SaleType[] = [
	{
		...{ id: 1, name: multi('Product', 'Produkt'), extraInfo: '43200' },
		...{ stages: [1, 2, 3, 4, 5], hasGuide: false, hasStakeholders: true },
	},
	{
		...{ id: 2, name: multi('Service', 'Tjeneste'), extraInfo: '44640' },
		...{ stages: [1, 3, 5], hasGuide: true, hasStakeholders: true },
	},
	{
		...{ id: 3, name: multi('Renewal', 'Fornyelse'), extraInfo: '10080' },
		...{ stages: [], hasGuide: false, hasStakeholders: false },
	},
	{
		...{ id: 4, name: multi('Mail Order', 'Postordre'), extraInfo: '0', deleted: true },
		...{ stages: [], hasGuide: false, hasStakeholders: false },
	},
	{
		...{ id: 5, name: multi('Intragroup', 'Konsernintern'), extraInfo: '0', hidden: true },
		...{ stages: [], hasGuide: false, hasStakeholders: false },
	},
];

/** A stage of sales, which the list `prob` and the property Rating have. */
export interface Stage extends ListItem {
	/** Percent. */
	probability: number;
}

export const STAGES: Stage[] = [
	{ id: 1, name: multi('Lead', 'Emne'), probability: 10 },
	{ id: 2, name: multi('First Meeting', 'Første møte'), probability: 20 },
	{ id: 3, name: multi('Proposal', 'Tilbud'), probability: 50 },
	{ id: 4, name: multi('Negotiation', 'Forhandling'), probability: 80 },
	{ id: 5, name: multi('Verbal Acceptance', 'Muntlig aksept'), probability: 90 },
	{ id: 6, name: multi('Letter of Intent', 'Intensjonsavtale'), probability: 95, deleted: true },
	{ id: 7, name: multi('Board Approval', 'Styrevedtak'), probability: 70, hidden: true },
];

/** The numbers that closed sales have in lists of stages (documentation of `salestage`). */
export const SOLD: Stage = { id: -2, name: multi('Sold', 'Solgt'), probability: 100 };
export const LOST: Stage = { id: -1, name: multi('Lost', 'Tapt'), probability: 0 };

/** Numbers and order are those of the list's documentation. */
export const SALE_STATUSES: Array<ListItem & { key: string }> = [
	{ id: 1, key: 'Open', name: multi('Open', 'Åpen') },
	{ id: 3, key: 'Lost', name: multi('Lost', 'Tapt') },
	{ id: 2, key: 'Sold', name: multi('Sold', 'Solgt') },
	{ id: 4, key: 'Stalled', name: multi('Stalled', 'Utsatt') },
];

export const SALE_DONE: ListItem[] = [
	{ id: 1, name: multi('Not done', 'Ikke fullført') },
	{ id: 2, name: multi('Completed', 'Fullført') },
];

/** A currency; that of the base has the rate 1. */
export interface Currency extends ListItem {
	rate: number;
	units: number;
}

export const CURRENCIES: Currency[] = [
	{ id: 1, name: 'NOK', rate: 1, units: 1 },
	{ id: 2, name: 'EUR', rate: 0.125, units: 1 },
	{ id: 3, name: 'SEK', rate: 125, units: 100 },
	{ id: 4, name: 'DEM', rate: 0.25, units: 1, deleted: true },
	{ id: 5, name: 'XTS', rate: 1, units: 1, hidden: true },
];

/** An amount in the base currency (documentation of sales, "Currency conversion"). */
export function inBaseCurrency(amount: number, currencyId: number): number {
	const { rate = 1, units = 1 } = CURRENCIES.find(({ id }) => id === currencyId) ?? {};
	return (amount / rate) * units;
}

export const SOURCES: ListItem[] = [
	{ id: 1, name: multi('Website', 'Nettsted') },
	{ id: 2, name: multi('Campaign', 'Kampanje') },
	{ id: 3, name: multi('Recommendation', 'Anbefaling') },
	{ id: 4, name: multi('Telex', 'Teleks'), deleted: true },
	{ id: 5, name: multi('Board', 'Styret'), hidden: true },
];

export const COMPETITORS: ListItem[] = [
	{ id: 1, name: 'Fjord Data' },
	{ id: 2, name: 'Nordvik Systems' },
	{ id: 3, name: 'Telex Works', deleted: true },
	{ id: 4, name: 'Tinde Labs', hidden: true },
];

export const CREDITED: ListItem[] = [
	{ id: 1, name: multi('Sales Department', 'Salgsavdelingen') },
	{ id: 2, name: multi('Service Department', 'Serviceavdelingen') },
	{ id: 3, name: multi('Mail Room', 'Postkontoret'), deleted: true },
	{ id: 4, name: multi('Board', 'Styret'), hidden: true },
];

/** Why sales were lost. */
export const REASONS: ListItem[] = [
	{ id: 1, name: multi('Price', 'Pris') },
	{ id: 2, name: multi('Product', 'Produkt') },
	{ id: 3, name: multi('Budget Cut', 'Budsjettkutt') },
	{ id: 4, name: multi('Fashion', 'Mote'), deleted: true },
	{ id: 5, name: multi('Confidential', 'Fortrolig'), hidden: true },
];

export const REASONS_SOLD: ListItem[] = [
	{ id: 1, name: multi('Price', 'Pris') },
	{ id: 2, name: multi('Performance', 'Ytelse') },
	{ id: 3, name: multi('Ease of Use', 'Brukervennlighet') },
	{ id: 4, name: multi('Fashion', 'Mote'), deleted: true },
	{ id: 5, name: multi('Confidential', 'Fortrolig'), hidden: true },
];

export const REASONS_STALLED: ListItem[] = [
	{ id: 1, name: multi('Internal Review', 'Intern gjennomgang') },
	{ id: 2, name: multi('Reorganization', 'Omorganisering') },
	{ id: 3, name: multi('Lack of Interest', 'Manglende interesse') },
	{ id: 4, name: multi('Holidays', 'Ferie'), deleted: true },
	{ id: 5, name: multi('Confidential', 'Fortrolig'), hidden: true },
];

export const STAKEHOLDER_ROLES: ListItem[] = [
	{ id: 1, name: multi('Decision Maker', 'Beslutningstaker') },
	{ id: 2, name: multi('Adviser', 'Rådgiver') },
	{ id: 3, name: multi('Supplier', 'Leverandør') },
	{ id: 4, name: multi('Messenger', 'Bud'), deleted: true },
	{ id: 5, name: multi('Observer', 'Observatør'), hidden: true },
];
