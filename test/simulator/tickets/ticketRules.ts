import { DateTime, type DurationLike } from 'luxon';

import { storedInstant } from '../engine/dates';
import { badArgument } from '../engine/failures';
import { categoryOf, defaultStatusOf, statusOf, typeOf } from '../lists/ticketItems';
import { NEVER, type Draft } from '../records/kind';
import { idOf } from '../records/references';
import type { Carrier } from '../tenant/carriers';
import { SESSION_USER, type Data } from '../tenant/data';
import { BY_CATEGORY } from '../tenant/ticketSeeds';
import { delegate } from './delegation';
import * as references from './ticketReferences';

/** What a new request starts with: preferences of this tenant. */
export const DEFAULTS = { categoryId: 1, statusId: 1, priorityId: 2, typeId: 1 };

/** Until when statuses that are for forms alone postpone a request. */
const POSTPONEMENTS: Record<string, DurationLike> = {
	...{ Postponed1Hour: { hours: 1 }, Postponed2Hours: { hours: 2 } },
	...{ Postponed3Hours: { hours: 3 }, Postponed4Hours: { hours: 4 } },
	...{ PostponedDay: { days: 1 }, PostponedWeek: { weeks: 1 }, PostponedMonth: { months: 1 } },
};

const isSaid = (sent: Carrier, name: string) => (sent[name] ?? undefined) !== undefined;

/** The system's own status behind one that may be for forms alone. */
const plainBase = (base: string) => (base.startsWith('Postponed') ? 'Postponed' : base);

/** The number of the status to store: the one that was changed decides, the tenant's own first, a guess. */
function statusIdOf({ stored, entity, sent }: Draft): number {
	const wanted = idOf(entity.Status, references.status);
	const before = stored ? idOf(stored.Status, references.status) : DEFAULTS.statusId;
	if (wanted !== 0 && isSaid(sent, 'Status') && wanted !== before) return wanted;
	const base = isSaid(sent, 'BaseStatus') ? String(sent.BaseStatus) : 'Unknown';
	if (base !== 'Unknown' && plainBase(base) !== statusOf(before)?.base) {
		return defaultStatusOf(plainBase(base))?.id ?? before;
	}
	if (wanted !== 0 && (stored !== undefined || isSaid(sent, 'Status'))) return wanted;
	const category = categoryOf(idOf(entity.Category, references.category));
	const type = typeOf(idOf(entity.TicketType, references.type));
	// The type's goes before preferences (documentation of types): before the category's too, a guess.
	return type?.statusId || category?.statusId || DEFAULTS.statusId;
}

/** Until when a request is postponed. */
function activateOf({ now, baseZone }: Data, { entity, sent }: Draft, base: string): string {
	if (base !== 'Postponed') return NEVER;
	const duration = POSTPONEMENTS[String(sent.BaseStatus ?? '')];
	if (!duration) return String(entity.Activate);
	return storedInstant(DateTime.fromMillis(now(), { zone: baseZone }).plus(duration).toMillis());
}

/** When a request was closed; opened again, it never was: a guess. */
function closedAtOf({ now }: Data, { stored }: Draft, base: string): string {
	if (base !== 'Closed') return NEVER;
	const wasClosed = stored !== undefined && stored.ClosedAt !== NEVER;
	return wasClosed ? String(stored.ClosedAt) : storedInstant(now());
}

/** The owner to store; a request that gets another one is unread, but by the session user: a guess. */
function ownerOf(data: Data, { stored, entity }: Draft): Carrier {
	const wanted = idOf(entity.OwnedBy, references.owner);
	const categoryId = idOf(entity.Category, references.category);
	const id = wanted === BY_CATEGORY ? delegate(data, categoryId) : wanted;
	const isSame = stored !== undefined && idOf(stored.OwnedBy, references.owner) === id;
	return {
		OwnedBy: data.associates.get(id) ?? null,
		...(!isSame && { ReadStatus: id === SESSION_USER ? 'Green' : 'Red' }),
	};
}

/** What a new request, or one whose values were cleared, has by its type and preferences. */
function filled(data: Data, { stored, entity, sent }: Draft): Carrier {
	const typeId = idOf(entity.TicketType, references.type) || DEFAULTS.typeId;
	const type = typeOf(typeId);
	const isFree = (name: string) =>
		(!stored && !isSaid(sent, name)) || (entity[name] ?? null) === null;
	const priorityId = type?.priorityId || DEFAULTS.priorityId;
	return {
		...entity,
		TicketType: references.type.find(data, typeId) ?? null,
		...(isFree('Priority') && { Priority: references.priority.find(data, priorityId) ?? null }),
		...(isFree('Slevel') && { Slevel: type?.isExternal ? 'External' : 'Internal' }),
		...(!stored && { LastChanged: storedInstant(data.now()) }),
	};
}

/** What a save changes by itself: the status, the owner and the dates that follow from others. */
export function followTicket(data: Data, draft: Draft): Carrier {
	const entity = filled(data, draft);
	const changed = { ...draft, entity };
	const statusId = statusIdOf(changed);
	const base = statusOf(statusId)?.base ?? 'Unknown';
	return {
		...entity,
		...ownerOf(data, changed),
		Status: references.status.find(data, statusId) ?? null,
		BaseStatus: base,
		Activate: activateOf(data, changed, base),
		ClosedAt: closedAtOf(data, changed, base),
	};
}

/**
 * Checks what holds between a request's properties.
 * @throws Failure 400, a guess
 */
export function checkTicket(_data: Data, { entity, sent }: Draft): void {
	if (idOf(entity.Category, references.category) === 0) throw badArgument('Category is missing');
	if (sent.BaseStatus === 'PostponedSpecific' && entity.Activate === NEVER) {
		throw badArgument('Activate is missing');
	}
}
