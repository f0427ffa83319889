import { IANAZone } from 'luxon';
import memoize from 'lodash/memoize';
import pick from 'lodash/pick';
import trim from 'lodash/trim';

import { FieldError, quote } from './fields/fieldKind';
import { isRecord } from './json';
import { toInteger } from './fields/number';
import { toText } from './fields/text';
import { HEADER_BY_OPTION, OPTION_LABELS } from './optionsForm';
import { isHeaderValue } from './transport/headerValue';

/** Without it SuperOffice's dates have no offset and mean another time in every zone. */
const WITH_OFFSET = 'includeTZOffset';

/** How a request is made for one item. */
export interface RequestOptions {
	headers: Record<string, string>;
	/** Milliseconds. */
	timeout?: number;
	/** IANA zone of times without offset. */
	zone: string;
}

/**
 * The headers in which names and labels are asked for: the chosen language, else English, as
 * SuperOffice sends raw resource strings to those who name none.
 */
export function languageHeaders(headers: Record<string, string>): Record<string, string> {
	return { 'Accept-Language': 'en', ...pick(headers, ['Accept-Language', 'SO-Language']) };
}

/**
 * The headers for calls whose custom fields are plain values here: names of list entries in some
 * language, and dates and decimals in the one culture that cannot be mistaken for another. Without
 * it their form follows the language (SuperOffice's documentation of HTTP headers).
 */
export const plainValueHeaders = (headers: Record<string, string>): Record<string, string> => ({
	'Accept-Language': 'en',
	...headers,
	'SO-Culture': 'en',
});

/** Characters of a header; web servers take some thousands for all of them together. */
const LONGEST_HEADER = 1000;

const optionRef = (parameter: string) => ({
	parameter: `options.${parameter}`,
	label: OPTION_LABELS[parameter],
});

function headerValue(parameter: string, value: unknown): string {
	const given = trim(toText(value, optionRef(parameter)), ' ');
	if (given.length > LONGEST_HEADER) {
		const problem = `has ${given.length} characters`;
		throw new FieldError(optionRef(parameter), problem, `Give ${LONGEST_HEADER} at most.`);
	}
	if (isHeaderValue(given)) return given;
	const advice = 'Give one line of plain characters, such as a language code.';
	throw new FieldError(optionRef(parameter), `${quote(given)} cannot be a header`, advice);
}

function timeZoneHeader(code: string | undefined): string {
	if (code === undefined) return `UTC, ${WITH_OFFSET}`;
	if (code.includes('/')) {
		const advice =
			"Use a number or code of SuperOffice's own list, such as NO; IANA names go into Time Zone.";
		throw new FieldError(optionRef('soTimeZone'), `${quote(code)} is an IANA name`, advice);
	}
	return new RegExp(WITH_OFFSET, 'i').test(code) ? code : `${code}, ${WITH_OFFSET}`;
}

/** Asked for each item, and dear. */
const isZone = memoize((zone: string) => IANAZone.isValidZone(zone));

function toZone(value: unknown, workflowZone: string): string {
	const zone = String(value ?? '').trim() || workflowZone;
	if (isZone(zone)) return zone;
	throw new FieldError(
		optionRef('timezone'),
		`${quote(zone)} is not a time zone`,
		'Use an IANA name, such as Europe/Oslo.',
	);
}

function toTimeout(value: unknown): number | undefined {
	if (value === undefined || value === '') return undefined;
	const ref = optionRef('timeout');
	const timeout = toInteger(value, ref);
	if (timeout > 0) return timeout;
	throw new FieldError(ref, `${quote(value)} is not a time to wait`, 'Give 1 millisecond or more.');
}

/**
 * Reads the options of an item.
 * @param workflowZone the zone that counts where none is given
 * @throws FieldError for an unknown zone, a broken header or a timeout that is none
 */
export function readOptions(
	read: (parameter: string) => unknown,
	workflowZone: string,
): RequestOptions {
	const given = read('options');
	const options = isRecord(given) ? given : {};
	const headers: Record<string, string> = {};
	for (const [parameter, header] of Object.entries(HEADER_BY_OPTION)) {
		const value = headerValue(parameter, options[parameter] ?? '');
		if (value !== '') headers[header] = value;
	}
	headers['SO-TimeZone'] = timeZoneHeader(headers['SO-TimeZone']);
	return {
		headers,
		zone: toZone(options.timezone, workflowZone),
		timeout: toTimeout(options.timeout),
	};
}
