import type { DateTime } from 'luxon';

import type { Json } from '../json';
import type { ApiRequest } from '../transport/session';

/** Sends a read-only request. */
export type LookUp = (request: ApiRequest) => Promise<Json>;

/** A record that a person may choose. */
export interface Choice {
	id: number;
	name: string;
	/** Distinguishes records of the same name, such as a person's company. */
	detail?: string;
	/** When it is. */
	time?: DateTime;
}

/** Some of the records that a search finds. */
export interface SearchPage {
	choices: Choice[];
	/** Where the next page starts; none: this is the last. */
	next?: number;
}

/** The record within which a search may be narrowed, such as the company of a person. */
export interface Within {
	/** Column of its ID. */
	column: string;
	/** Where it is found by name: a key of the lookup sources. */
	source: string;
	/** What it is called in a sentence. */
	word: string;
	/** Parameters that may hold it, in the collection or row of the control that searches. */
	beside: string[];
	/** The parameter of it, beside a control that stands by itself. */
	alone: string;
	/** The names of the controls that search, where they are in a collection or row. */
	searching: string[];
}

/** Where the records of one kind are found. */
export interface LookupSource {
	/** One and several of them in a sentence, such as `company` and `companies`. */
	words: [string, string];
	/** Whether it is the name of an entry that is sent, and not its ID. */
	sendsNames?: boolean;
	/** Within which other record a search may be narrowed. */
	within?: Within;
	/**
	 * Finds records whose name contains the text, in the order of their names or of the list; those
	 * that are about a time, the nearest first.
	 * @param from where the page starts, 0 for the first
	 * @param within ID of the record that they have to belong to
	 */
	search(lookUp: LookUp, text: string, from: number, within?: number): Promise<SearchPage>;
	/** Finds the records of that very name, whatever its case. */
	findByName(lookUp: LookUp, name: string, within?: number): Promise<Choice[]>;
}

/** Such as `Fri 27 Nov 2026, 14:00 GMT+1`. */
const IN_WORDS = 'ccc d LLL yyyy, HH:mm ZZZZ';

/**
 * A record's name with what tells it from others.
 * @param zone IANA zone of its time
 */
export function describeChoice({ name, time, detail }: Choice, zone: string): string {
	const at = time?.setZone(zone).setLocale('en').toFormat(IN_WORDS);
	const all = [at, detail].filter((one) => one !== undefined);
	return all.length === 0 ? name : `${name} (${all.join(', ')})`;
}

/** How many candidates an error lists. */
export const MAX_CANDIDATES = 5;

/** Candidates with their numbers, for an error. */
export function formatCandidates(choices: Choice[], zone: string): string {
	const shown = choices
		.slice(0, MAX_CANDIDATES)
		.map((choice) => `${describeChoice(choice, zone)} = ID ${choice.id}`);
	return [...shown, ...(choices.length > MAX_CANDIDATES ? ['and more'] : [])].join('; ');
}

/** Entries of a page: enough to fill n8n's list, few enough to come at once. */
export const SEARCH_PAGE_SIZE = 50;

/** A name normalized for comparisons: Unicode, white space and case. */
export const normalizeName = (name: string): string =>
	name.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();

/** Whether two names are the same but for case, white space and the way accents are coded. */
export const isSameName = (a: string, b: string): boolean => normalizeName(a) === normalizeName(b);

/** The records of a name; exact matches win over those in another case. */
export function exactMatches<T>(records: T[], nameOf: (one: T) => string, wanted: string): T[] {
	const same = records.filter((one) => isSameName(nameOf(one), wanted));
	const exact = same.filter((one) => nameOf(one) === wanted);
	return exact.length > 0 ? exact : same;
}

/** Whether a name contains a text, whatever its case. */
export const containsText = (name: string, text: string): boolean =>
	normalizeName(name).includes(normalizeName(text));

/** A list with choices of its own before the entries, which the names of entries may not be. */
export const withChoices = (source: LookupSource, own: Choice[]): LookupSource => ({
	...source,
	async search(lookUp, text, from) {
		const page = await source.search(lookUp, text, from);
		const isFitting = ({ name, detail = '' }: Choice) => containsText(`${name} ${detail}`, text);
		const fitting = from === 0 ? own.filter(isFitting) : [];
		return { ...page, choices: [...fitting, ...page.choices] };
	},
	async findByName(lookUp, name) {
		const found = own.filter((one) =>
			[one.name, one.detail ?? ''].some((own) => isSameName(own, name)),
		);
		return found.length > 0 ? found : await source.findByName(lookUp, name);
	},
});
