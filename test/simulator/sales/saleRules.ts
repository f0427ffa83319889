import { DateTime } from 'luxon';

import { storedInstant } from '../engine/dates';
import { badArgument } from '../engine/failures';
import { SALE_TYPES, STAGES } from '../lists/saleItems';
import { SALE_STAKEHOLDER } from '../members/rowKinds';
import { acceptRows } from '../members/rows';
import { NEVER, type Draft } from '../records/kind';
import { nextNumber, checkNumber } from '../records/numbers';
import { company, currency, idOf, person, stage } from '../records/references';
import type { Carrier, Value } from '../tenant/carriers';
import type { Data } from '../tenant/data';
import type { SaleSeed, SaleState } from '../tenant/workCarriers';

/** The percentage of a stage; 0 for none. */
export const probabilityOf = (stageId: number): number =>
	STAGES.find(({ id }) => id === stageId)?.probability ?? 0;

/** The type of a sale. */
export const typeOf = (typeId: number) => SALE_TYPES.find(({ id }) => id === typeId);

/** Percent, in whole numbers: that others are refused is a guess. */
export function acceptProbability(_data: Data, value: Value): Value {
	if (!Number.isInteger(value)) throw badArgument('Probability is not a whole number');
	if (Number(value) < 0 || Number(value) > 100) throw badArgument('Probability is no percentage');
	return value;
}

const COMPLETED = ['Unknown', 'NotStarted', 'Started', 'Completed'];

/** NotStarted is treated as Started (OpenAPI file): that it comes out so is a guess. */
export function acceptCompleted(_data: Data, value: Value): Value {
	if (!COMPLETED.includes(String(value))) {
		throw badArgument(`"${String(value)}" is not a valid value for Completed`);
	}
	return value === 'NotStarted' ? 'Started' : value;
}

/**
 * What a save changes by itself: another stage brings its percentage along unless one was sent, and a
 * new sale gets a number. That the API does what the forms do is a guess.
 */
export function followSale(data: Data, { stored, entity, sent }: Draft): Carrier {
	const stageId = idOf(entity.Rating, stage);
	const isMoved = stageId !== 0 && (!stored || stageId !== idOf(stored.Rating, stage));
	const said = sent.Probability ?? undefined;
	// A probability that came back as it was read is none of the client's own.
	const isSaid = said !== undefined && (!stored || said !== stored.Probability);
	const follows = 'Rating' in sent && isMoved && !isSaid;
	return {
		...entity,
		...(follows && { Probability: probabilityOf(stageId) }),
		...(!stored && entity.Number === '' && { Number: nextNumber(data, 'Sale') }),
	};
}

/**
 * The person has to be of the company (OpenAPI file); what was so before may stay.
 * @throws Failure 400, a guess
 */
export function checkPerson(data: Data, { stored, entity }: Draft): void {
	const [personId, contactId] = [idOf(entity.Person, person), idOf(entity.Contact, company)];
	const isSame =
		personId === idOf(stored?.Person, person) && contactId === idOf(stored?.Contact, company);
	if (personId === 0 || isSame) return;
	if (data.persons.seeds.get(personId)?.contactId !== contactId) {
		throw badArgument(`Person id ${personId} is not of contact id ${contactId}`);
	}
}

/** Refuses the currency of a sale that has a quote (documentation of sales), to be another one. */
function checkCurrency(data: Data, { stored, entity }: Draft): void {
	if (!stored || !data.quotes.has(Number(stored.SaleId))) return;
	if (idOf(entity.Currency, currency) !== idOf(stored.Currency, currency)) {
		throw badArgument('The currency of a sale that has a quote cannot be changed');
	}
}

/** The date to open a sale again is of stalled ones alone (OpenAPI file). */
function checkReopening({ stored, entity }: Draft): void {
	const { ReopenDate, Status } = entity;
	const isNew = ReopenDate !== NEVER && ReopenDate !== (stored?.ReopenDate ?? NEVER);
	if (isNew && Status !== 'Stalled')
		throw badArgument('ReopenDate is valid for stalled sales only');
}

/**
 * Checks what holds between a sale's properties.
 * @throws Failure 400, a guess
 */
export function checkSale(data: Data, draft: Draft): void {
	checkPerson(data, draft);
	checkCurrency(data, draft);
	checkReopening(draft);
	checkNumber(data, 'Sale', 'Number', draft);
	const { SaleStakeholders: rows } = draft.sent;
	if (rows) acceptRows(data, SALE_STAKEHOLDER, Number(draft.entity.SaleId), rows);
}

/**
 * The stage that a sale is in, unless it is deleted or the next one is wanted: then the first behind it
 * of the type's that is not deleted, 0 for none. The documentation says no more: a guess.
 */
export function nextStage({ stageId, typeId }: SaleSeed, includeCurrent: boolean): number {
	const inUse = (id: number) => STAGES.some((one) => one.id === id && !one.deleted);
	if (includeCurrent && inUse(stageId)) return stageId;
	const stages = typeOf(typeId)?.stages ?? [];
	const rankOf = (id: number) => STAGES.findIndex((one) => one.id === id);
	return stages.find((id) => inUse(id) && rankOf(id) > rankOf(stageId)) ?? 0;
}

const DAY = 24 * 60 * 60 * 1000;

/** When a sale of a type is expected, by the usual duration: days from today at noon, a guess. */
export function expectedDate({ now, baseZone }: Data, typeId: number): string {
	const days = Math.round(Number(typeOf(typeId)?.extraInfo ?? 0) / (24 * 60));
	const today = DateTime.fromMillis(now(), { zone: baseZone }).startOf('day');
	return storedInstant(today.plus({ days, hours: 12 }).toMillis());
}

/** In which stage a sale was sold or lost, and after how many days; undefined for one that is not. */
export function closing(
	data: Data,
	before: SaleSeed | undefined,
	{ Status, Rating, CreatedDate }: Carrier,
): SaleSeed['closed'] {
	const status = String(Status) as SaleState;
	if (status !== 'Sold' && status !== 'Lost') return undefined;
	if (before?.closed && before.status === status) return before.closed;
	const days = Math.floor((data.now() - Date.parse(String(CreatedDate))) / DAY);
	return { stageId: idOf(Rating, stage), days };
}
