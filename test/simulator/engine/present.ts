import type { Carrier, Value } from '../tenant/carriers';
import { inNorwegian } from '../customFields/dates';
import { DICTIONARIES } from '../customFields/dictionaries';
import { isDate, writeDate, type Clock } from './dates';
import { translate, type Locale } from './languages';
import { isCarrier, mapTexts } from './values';

/** How one request wants its answer. */
export interface ResponseFormat {
	clock: Clock;
	locale: Locale | undefined;
	/** The web service's root. */
	root: string;
}

/** Nulls what is not selected; names are compared without case, nested ones follow a slash. */
export function select(entity: Carrier, wanted: string | undefined): Carrier {
	const paths = (wanted ?? '').split(',').map((path) => path.trim().toLowerCase());
	if (paths.every((path) => path === '')) return entity;
	const nulledBelow = (value: Value, above: string): Value => {
		if (Array.isArray(value)) return value.map((one) => nulledBelow(one, above));
		return isCarrier(value) ? nulled(value, above) : null;
	};
	const nulled = (record: Carrier, above: string): Carrier =>
		Object.fromEntries(
			Object.entries(record).map(([key, value]) => {
				const path = `${above}${key}`.toLowerCase();
				if (paths.includes(path)) return [key, value];
				const below = paths.some((one) => one.startsWith(`${path}/`));
				return [key, below ? nulledBelow(value, `${path}/`) : null];
			}),
		);
	return nulled(entity, '');
}

/** Texts and what stands in them, in the request's language; without one they stay as stored. */
export function localize(value: Value, locale: Locale | undefined): Value {
	if (!locale) return value;
	const isNorwegian = ['nb', 'nn', 'no'].includes(locale.culture);
	return mapTexts(value, (text, path) => {
		const isCustom = DICTIONARIES.includes(path[0]);
		return isCustom && isNorwegian ? inNorwegian(translate(text, locale)) : translate(text, locale);
	});
}

/** Dates and texts in the words of a request; `at` is where an appointment would have the value. */
export function presentValue(
	value: Value,
	{ clock, locale }: ResponseFormat,
	at: string[] = [],
): Value {
	const dated = mapTexts(
		value,
		(text, path) => (isDate(path) ? writeDate(text, path, clock) : text),
		at,
	);
	return localize(dated, locale);
}

/** The kinds of record of which one is a seed until it is written. */
export type KindName =
	'Contact' | 'Person' | 'Project' | 'Sale' | 'Ticket' | 'TicketMessage' | 'Document';

/** The kinds of record that are saved by their own calls; the number is `{record}Id`. */
export type RecordName = 'Appointment' | KindName;

/** A record as a response: dates in the request's words, and a stored one's links to itself. */
export function presentRecord(
	stored: Carrier,
	wishes: ResponseFormat,
	record: RecordName,
): Carrier {
	const answer = presentValue(stored, wishes) as Carrier;
	const { root } = wishes;
	const id = Number(stored[`${record}Id`]);
	if (id === 0) return answer;
	const all = `${root}/api/v1/${record}`;
	return { ...answer, _Links: { Self: `${all}/${id}`, Archive: all } };
}
