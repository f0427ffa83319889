import { country } from '../lists/countries';
import { CATEGORIES, nameOf, type ListItem } from '../lists/items';
import { templateCarrier } from '../documents/templates';
import { PROJECT_STATUSES, PROJECT_TYPES } from '../lists/projectItems';
import { BUSINESSES, CUSTOMER_LANGUAGES, POSITIONS, TICKET_PRIORITIES } from '../lists/recordItems';
import * as sales from '../lists/saleItems';
import { inEnglish } from '../engine/languages';
import { badArgument } from '../engine/failures';
import { isCarrier } from '../engine/values';
import type { Carrier, Value } from '../tenant/carriers';
import type { Data } from '../tenant/data';

/** A property that names another record by its number. */
export interface Reference {
	key: string;
	find(data: Data, id: number): Carrier | undefined;
	/** What stands there when it names none. */
	none: Value;
}

const item = (Id: number, name: string): Carrier => ({
	Id,
	Value: inEnglish(name),
	Tooltip: '',
	TableRight: null,
	FieldProperties: {},
});

/** An entry of a list; the fixtures have null for none in some places, and number 0 in others. */
const ofList = (items: ListItem[], none: Value = null): Reference => ({
	key: 'Id',
	find: (_data, id) =>
		items.some((one) => one.id === id) ? item(id, nameOf(items, id)) : undefined,
	none,
});

const NO_ITEM = item(0, '');

export const category = ofList(CATEGORIES);
export const business = ofList(BUSINESSES);
export const position = ofList(POSITIONS, NO_ITEM);
export const ticketPriority = (none: Value) => ofList(TICKET_PRIORITIES, none);
export const customerLanguage = (none: Value) => ofList(CUSTOMER_LANGUAGES, none);
export { NO_ITEM };

export const projectType = ofList(PROJECT_TYPES);
export const projectStatus = ofList(PROJECT_STATUSES);
export const saleType = ofList(sales.SALE_TYPES);
export const stage = ofList(sales.STAGES);
export const currency = ofList(sales.CURRENCIES);
export const source = ofList(sales.SOURCES);
export const competitor = ofList(sales.COMPETITORS);
export const credited = ofList(sales.CREDITED);
export const reasonLost = ofList(sales.REASONS);
export const reasonSold = ofList(sales.REASONS_SOLD);
export const reasonStalled = ofList(sales.REASONS_STALLED);

export const inCountry: Reference = {
	key: 'CountryId',
	find: (_data, id) => country(id),
	none: null,
};

const ofRecords = (
	list: 'associates' | 'contacts' | 'persons' | 'projects' | 'sales',
	key: string,
): Reference => ({
	key,
	find: (data, id) => data[list].get(id),
	none: null,
});

export const associate = ofRecords('associates', 'AssociateId');
export const company = ofRecords('contacts', 'ContactId');
export const person = ofRecords('persons', 'PersonId');
export const project = ofRecords('projects', 'ProjectId');
export const sale = ofRecords('sales', 'SaleId');

/** A template of documents, as entities nest it. */
export const documentTemplate: Reference = {
	key: 'DocumentTemplateId',
	find: (_data, id) => templateCarrier(id),
	none: null,
};

/** The number that a reference names; 0 for none. */
export function idOf(value: Value | undefined, { key }: Reference): number {
	return isCarrier(value) ? Number(value[key] ?? 0) : 0;
}

/**
 * The record that was sent as a reference.
 * @throws Failure 400, a guess, for one that is not there
 */
export function resolve(data: Data, property: string, reference: Reference, value: Value): Value {
	const id = idOf(value, reference);
	if (id === 0) return reference.none;
	const found = reference.find(data, id);
	if (!found) throw badArgument(`${property} id ${id} not found`);
	return found;
}

/** References of an entity as their records are now; those that have gone are none. */
export function refreshed(
	data: Data,
	references: Record<string, Reference>,
	entity: Carrier,
): Carrier {
	return Object.fromEntries(
		Object.entries(references).map(([property, reference]) => {
			const id = idOf(entity[property], reference);
			return [property, (id !== 0 && reference.find(data, id)) || reference.none];
		}),
	);
}
