import type { DateTime } from 'luxon';

import type { Json } from '../json';
import type { ApiRequest } from '../transport/request';

/** Asks SuperOffice for what changes nothing. */
export type Ask = (request: ApiRequest) => Promise<Json>;

/** A record that a person may choose. */
export interface Choice {
	id: number;
	name: string;
	/** What tells it from others of the same name, such as a person's company. */
	detail?: string;
	/** When it is. */
	time?: DateTime;
}

/** Some of the records that a search finds. */
export interface Page {
	choices: Choice[];
	/** Where the next page starts; none: this is the last. */
	next?: number;
}

/** Where the records of one kind are found. */
export interface Source {
	/** One and several of them in a sentence, such as `company` and `companies`. */
	words: [string, string];
	/**
	 * Finds records whose name contains the text, in the order of their names or of the list; those
	 * that are about a time, the nearest first.
	 * @param from where the page starts, 0 for the first
	 * @param within ID of the record that they have to belong to
	 */
	search(ask: Ask, text: string, from: number, within?: number): Promise<Page>;
	/** Finds the records of that very name, whatever its case. */
	named(ask: Ask, name: string, within?: number): Promise<Choice[]>;
}

/** Such as `Fri 27 Nov 2026, 14:00 GMT+1`. */
const IN_WORDS = 'ccc d LLL yyyy, HH:mm ZZZZ';

/**
 * A record's name with what tells it from others.
 * @param zone IANA zone of its time
 */
export function fullName({ name, time, detail }: Choice, zone: string): string {
	const at = time?.setZone(zone).setLocale('en').toFormat(IN_WORDS);
	const all = [at, detail].filter((one) => one !== undefined);
	return all.length === 0 ? name : `${name} (${all.join(', ')})`;
}

/** How many candidates an error lists. */
export const LISTED = 5;

/** Candidates with their numbers, for an error. */
export function listed(choices: Choice[], zone: string): string {
	const shown = choices
		.slice(0, LISTED)
		.map((choice) => `${fullName(choice, zone)} = ID ${choice.id}`);
	return [...shown, ...(choices.length > LISTED ? ['and more'] : [])].join('; ');
}

/** Entries of a page: enough to fill n8n's list, few enough to come at once. */
export const PAGE_SIZE = 50;

/** A name as it is compared: without case and the way accents are coded, with one blank for white space. */
export const fold = (name: string): string =>
	name.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();

/** Whether two names are the same but for case, white space and the way accents are coded. */
export const isSameName = (a: string, b: string): boolean => fold(a) === fold(b);

/** Those of the name; the one that has it letter by letter goes before others in another case. */
export function namesakes<T>(records: T[], nameOf: (one: T) => string, wanted: string): T[] {
	const same = records.filter((one) => isSameName(nameOf(one), wanted));
	const exact = same.filter((one) => nameOf(one) === wanted);
	return exact.length > 0 ? exact : same;
}

/** Whether a name contains a text, whatever its case. */
export const containsText = (name: string, text: string): boolean =>
	fold(name).includes(fold(text));
