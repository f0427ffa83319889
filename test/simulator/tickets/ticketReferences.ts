import { uniqBy } from 'lodash';

import { TICKET_PRIORITIES } from '../lists/recordItems';
import {
	TAGS,
	TICKET_CATEGORIES,
	TICKET_STATUSES,
	TICKET_TYPES,
	type TicketCategory,
} from '../lists/ticketItems';
import { badArgument } from '../engine/failures';
import type { Reference } from '../records/references';
import { associate, idOf, person, resolve } from '../records/references';
import type { Carrier, Value } from '../tenant/carriers';
import type { Data } from '../tenant/data';
import * as carriers from '../tenant/ticketCarriers';
import { BY_CATEGORY } from '../tenant/ticketSeeds';
import { simpleTicket } from './simpleTicket';

const ofItems = <Item extends { id: number }>(
	items: Item[],
	key: string,
	make: (item: Item) => Carrier,
): Reference => ({
	key,
	find: (_data, id) => {
		const found = items.find((one) => one.id === id);
		return found && make(found);
	},
	none: null,
});

export const category = ofItems<TicketCategory>(
	TICKET_CATEGORIES,
	'TicketCategoryId',
	carriers.ticketCategory,
);
export const status = ofItems(TICKET_STATUSES, 'TicketStatusId', carriers.ticketStatus);
export const priority = ofItems(TICKET_PRIORITIES, 'TicketPriorityId', carriers.ticketPriority);
export const type = ofItems(TICKET_TYPES, 'TicketTypeId', carriers.ticketType);
const tag = ofItems(TAGS, 'Id', carriers.tag);

/** Who has a request: a user, nobody, or whom the category chooses. That rooms cannot is a guess. */
export const owner: Reference = {
	...associate,
	find: (data, id) => {
		if (id === BY_CATEGORY) return { AssociateId: id };
		const isRoom = data.associates.seeds.get(id)?.type === 'ResourceAssociate';
		return isRoom ? undefined : associate.find(data, id);
	},
};

export const ticket: Reference = {
	key: 'TicketId',
	find: (data, id) => {
		const seed = data.tickets.seeds.get(id);
		return seed && simpleTicket(data, seed);
	},
	none: null,
};

/** A list of references as it is stored: each record once. Others than lists are refused: a guess. */
const acceptList =
	(property: string, reference: Reference) =>
	(data: Data, value: Value): Value => {
		if (!Array.isArray(value)) throw badArgument(`${property} is not a list`);
		if (value.some((one) => idOf(one, reference) === 0)) {
			throw badArgument(`${property} has an entry that is none`);
		}
		const records = value.map((one) => resolve(data, property, reference, one));
		return uniqBy(records, (one) => idOf(one, reference));
	};

export const acceptTags = acceptList('Tags', tag);
export const acceptPersons = acceptList('SecondaryPersons', person);

/** The records of some numbers, as far as they are there. */
const found = (data: Data, reference: Reference, ids: number[]): Carrier[] =>
	ids.flatMap((id): Carrier[] => {
		const record = reference.find(data, id);
		return record ? [record] : [];
	});

export const tagsOf = (data: Data, ids: number[]) => found(data, tag, ids);
export const personsOf = (data: Data, ids: number[]) => found(data, person, ids);

/** The numbers in a stored list. */
export const idsOf = (value: Value | undefined, key: 'Id' | 'PersonId'): number[] =>
	Array.isArray(value) ? value.map((one) => idOf(one, key === 'Id' ? tag : person)) : [];
