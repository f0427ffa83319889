import type { Fields } from '../customFields/fields';
import type { KindName } from '../engine/present';
import type { Carrier, Value } from '../tenant/carriers';
import type { Data } from '../tenant/data';
import type { Choices } from './choices';
import type { Reference } from './references';

export const NEVER = '0001-01-01T00:00:00';

/** When all records that nobody has written came to be. */
export const SEEDED = '2020-01-01T08:00:00Z';

/** What a save is about to store. */
export interface Draft {
	/** The record before; undefined for a new one. */
	stored: Carrier | undefined;
	entity: Carrier;
	/** What the client sent, of a PATCH only what it changes. */
	sent: Carrier;
}

export type Addresses = Partial<Record<'Street' | 'Postal', { type: string; prefix: string }>>;

/** Names of properties; not all records tell who changed them, or when. */
export interface Stamps {
	created: string;
	updated?: string;
	updatedBy?: string;
}

/** A kind of record that is made from seeds until it is written, and kept whole from then on. */
export interface Kind {
	name: KindName;
	/** The property of the number. */
	id: `${KindName}Id` | 'EjMessageId';
	/** Where its seeds are. */
	list: 'contacts' | 'persons' | 'projects' | 'sales' | 'tickets' | 'ticketMessages' | 'documents';
	/** Whether it has no flat carrier to read by itself. */
	noSimple?: boolean;
	fields: Fields;
	references: Record<string, Reference>;
	/** Lists that are sent as a part, and read as all entries of an MDO list. */
	choices: Record<string, Choices>;
	/** Lists of e-mail addresses and such; of which sort the values are. */
	elements: Record<string, 'phone' | 'text'>;
	/** The texts that properties may have. */
	enums?: Record<string, string[]>;
	/** The greatest lengths of texts. */
	lengths: Record<string, number>;
	/** The properties that the forms demand, and the API only marks. */
	mandatory: string[];
	/** What a client sends for these changes nothing. */
	setByServer: string[];
	/** In which properties records say when they came to be and were changed, and by whom. */
	stamps?: Stamps;
	/** The kinds of an address, and the prefixes of its lines' names in LocalizedAddress, if it has one. */
	addresses?: Addresses;
	has(data: Data, id: number): boolean;
	next(data: Data): number;
	/** An entity in which nothing is filled in. */
	cleared(data: Data): Carrier;
	/** What a new record starts with. */
	defaults(data: Data): Carrier;
	/** What a record's seed says, which wins; `isWritten` tells whether there is more to know. */
	ofSeed(data: Data, id: number, isWritten: boolean): Carrier;
	/** Sets the seed after a write. */
	toSeed(data: Data, entity: Carrier): void;
	/** What follows from the rest. */
	computed(data: Data, entity: Carrier): Carrier;
	/** Refuses, by throwing a Failure, what cannot be stored. */
	check(data: Data, draft: Draft): void;
	/** The entity to store, with what a save changes by itself. */
	follow?(data: Data, draft: Draft): Carrier;
	/** Saves the rows of a property that are records themselves. */
	saveRows?(data: Data, id: number, sent: Carrier): void;
	/** Lets go of what names a record that is deleted for good; kinds without it have a recycle bin. */
	forget?(data: Data, id: number): void;
	accept?: Record<string, (data: Data, value: Value, before: Carrier) => Value>;
}
