import { IANAZone } from 'luxon';
import { NodeApiError } from 'n8n-workflow';

import { day } from '../shared/fields/day';
import { asRecord, isRecord } from '../shared/json';
import type { RequestOptions } from '../shared/options';
import { nullIfNotFound } from '../shared/transport/nullIfNotFound';
import type { ApiRequest } from '../shared/transport/session';
import type { ItemCall } from './operation';

/** Neither depends on an item's language, so that all items ask the same. */
const headers = { 'Accept-Language': 'en' };

const BASE: ApiRequest = {
	method: 'GET',
	path: 'TimeZone/base',
	headers,
	expect: 'record',
	purpose: "reading the tenant's time zone",
};
const IANA_NAMES: ApiRequest = {
	method: 'GET',
	path: 'MDOList/timezoneiana',
	headers,
	query: { flat: 'true' },
	expect: 'list',
	purpose: 'reading the names of the time zones',
};

/** What the list says of a zone, such as `countryId=578&IANA=Europe/Oslo` (reference of MDO lists). */
function ianaName(list: unknown, id: number): string | undefined {
	const zone = (Array.isArray(list) ? list : []).find(
		(one) => isRecord(one) && Number(one.Id) === id,
	) as unknown;
	const name = /(?:^|&)IANA=([^&\s]{1,60})/i.exec(String(asRecord(zone).ExtraInfo ?? ''))?.[1];
	return name !== undefined && IANAZone.isValidZone(name) ? name : undefined;
}

/**
 * The tenant's base zone, in which SuperOffice stores, and in which the days of series are (a guess;
 * GET /api/v1/TimeZone/base). It is asked once per execution.
 * @returns its IANA name; undefined where SuperOffice does not tell it
 */
export async function fetchBaseZone(
	{ lookUp }: Pick<ItemCall, 'lookUp'>,
	{ timeout }: Partial<RequestOptions>,
): Promise<string | undefined> {
	const base = asRecord(await nullIfNotFound(lookUp({ ...BASE, timeout })));
	const id = Number(base.TZLocationID ?? 0);
	return id > 0
		? ianaName(await nullIfNotFound(lookUp({ ...IANA_NAMES, timeout })), id)
		: undefined;
}

const NO_ZONE_HINT =
	"SuperOffice did not return its time zone, so days are those of the workflow's time zone.";

/**
 * The zone in which days come out. A record may be saved by then, so that nothing fails where
 * SuperOffice does not tell it.
 */
export async function daysZone(call: ItemCall, options: RequestOptions): Promise<string> {
	const base = await fetchBaseZone(call, options).catch((error: unknown) => {
		if (!(error instanceof NodeApiError)) throw error;
		call.hint(NO_ZONE_HINT);
		return undefined;
	});
	return base ?? options.zone;
}

/** The zone in which the days of a record come out; any where it has none. */
export async function outputBaseZone(call: ItemCall, options: RequestOptions): Promise<string> {
	const hasDays = Object.values(call.entity.fields).some(({ kind }) => kind === day);
	return hasDays ? await daysZone(call, options) : options.zone;
}

/**
 * The zone in which SuperOffice reads the dates of a JSON body that have no offset: that of the
 * header SO-TimeZone, which is UTC, or the number or code of one of its zones.
 * @returns its IANA name; undefined where it cannot be known
 */
export async function jsonTimeZone(
	{ lookUp }: ItemCall,
	{ headers, timeout }: RequestOptions,
): Promise<string | undefined> {
	const code = headers['SO-TimeZone'].split(',')[0].trim().toLowerCase();
	if (['utc', '1'].includes(code)) return 'UTC';
	const base = asRecord(await nullIfNotFound(lookUp({ ...BASE, timeout })));
	const isBase = String(base.TZLocationCode).toLowerCase() === code;
	const id = isBase ? Number(base.TZLocationID) : Number(code);
	return id > 0
		? ianaName(await nullIfNotFound(lookUp({ ...IANA_NAMES, timeout })), id)
		: undefined;
}
