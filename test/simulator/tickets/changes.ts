import { badArgument } from '../engine/failures';
import { defaultStatusOf, READ_STATUSES, statusOf } from '../lists/ticketItems';
import { findEntity, updateEntity } from '../records/entity';
import { SESSION_USER, type Data } from '../tenant/data';
import { NEVER } from '../records/kind';
import { storedInstant } from '../engine/dates';
import { touchTicket } from './messages';
import { isOwn } from './simpleTicket';
import { TICKET } from './ticketKind';

/**
 * Refuses requests that are not there: that none of the others is changed then is a guess.
 * @throws Failure 400
 */
export function checkTickets({ tickets }: Data, ids: number[]): void {
	const missing = ids.find((id) => !tickets.seeds.has(id));
	if (missing !== undefined) throw badArgument(`Ticket id ${missing} not found`);
}

/** Gives a request another status. */
export function setStatus(data: Data, id: number, statusId: number): void {
	const isClosed = statusOf(statusId)?.base === 'Closed';
	touchTicket(data, id, ({ closedAt }, now) => ({
		statusId,
		activate: NEVER,
		closedAt: isClosed ? (closedAt === NEVER ? now : closedAt) : NEVER,
	}));
}

/** Gives requests the usual one of the statuses behind one of the system's own, and answers their numbers. */
export function setBaseStatus(data: Data, ids: number[], base: string): number[] {
	checkTickets(data, ids);
	for (const id of ids) setStatus(data, id, defaultStatusOf(base)?.id ?? 0);
	return ids;
}

/** Makes the session user the owner of requests. */
export function acceptTickets(data: Data, ids: number[]): void {
	checkTickets(data, ids);
	for (const id of ids) {
		touchTicket(data, id, () => ({ ownerId: SESSION_USER, readStatus: 'Green' }));
	}
}

/** Sets how far requests are read. */
export function setReadStatus(data: Data, ids: number[], readStatus: string): number[] {
	checkTickets(data, ids);
	if (!READ_STATUSES.includes(readStatus)) throw badArgument(`"${readStatus}" is no ReadStatus`);
	for (const id of ids) touchTicket(data, id, () => ({ readStatus }));
	return ids;
}

/** Marks a request as read, if the session user is its owner (OpenAPI file). */
export function readByOwner(data: Data, id: number, readStatus: string): void {
	checkTickets(data, [id]);
	const seed = data.tickets.seeds.get(id);
	if (!seed || !isOwn(seed)) return;
	setReadStatus(data, [id], readStatus);
	const ReadByOwner = storedInstant(data.now());
	updateEntity(TICKET, data, { ...findEntity(TICKET, data, id), ReadByOwner });
}

/** The request that one was merged with, or itself. */
export function resolveTicket(data: Data, id: number): number {
	const next = data.tickets.seeds.get(id)?.connectId ?? 0;
	return next === 0 ? id : resolveTicket(data, next);
}

/**
 * Merges requests into one: it keeps their messages and persons (documentation of merging), and they
 * are linked to it. That their other values are left is a guess.
 * @throws Failure 400, a guess, for a request and itself
 */
export function mergeTickets(data: Data, id: number, secondary: number[]): void {
	checkTickets(data, secondary);
	if (secondary.includes(id)) throw badArgument('These cannot be merged');
	for (const message of [...data.ticketMessages.seeds.values()]) {
		if (secondary.includes(message.ticketId)) {
			data.ticketMessages.set({ ...message, ticketId: id });
		}
	}
	for (const one of secondary) {
		setStatus(data, one, defaultStatusOf('Merged')?.id ?? 0);
		touchTicket(data, one, () => ({ connectId: id }));
	}
	const merged = secondary.flatMap((one) => data.tickets.seeds.get(one) ?? []);
	touchTicket(data, id, ({ personId, secondary: known }) => {
		const all = merged.flatMap((one) => [one.personId, ...one.secondary]);
		const persons = new Set([...known, ...all].filter((one) => one !== 0 && one !== personId));
		return { secondary: [...persons] };
	});
}
