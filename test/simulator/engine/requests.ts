import type { FastifyRequest } from 'fastify';

import type { Parameters } from '../archives/rows';
import type { Carrier, Value } from '../tenant/carriers';
import { readClock, type Clock } from './dates';
import { badArgument } from './failures';
import { readLocale, type Locale } from './languages';
import {
	presentRecord,
	presentValue,
	select,
	type RecordName,
	type ResponseFormat,
} from './present';
import { bodyValue } from './values';

declare module 'fastify' {
	interface FastifyInstance {
		/** IANA name of the tenant's base zone. */
		baseZone: string;
	}
}

/** Path of the web service's root. */
export const ROOT = '/SuperOffice';

const header = (request: FastifyRequest, name: string) => {
	const value = request.headers[name];
	return Array.isArray(value) ? value.join(', ') : value;
};

/**
 * The time zone that a request wants its dates in.
 * @throws Failure for one that the tenant does not have
 */
export function clockOf(request: FastifyRequest): Clock {
	const wanted = header(request, 'so-timezone');
	const clock = readClock(wanted, request.server.baseZone);
	// What an unknown zone gets is documented nowhere: a guess.
	if (!clock) throw badArgument(`Unknown time zone "${wanted ?? ''}"`);
	return clock;
}

/** The language that a request wants its texts in. */
export function localeOf(request: FastifyRequest): Locale | undefined {
	const wanted = ['so-language', 'accept-language', 'so-culture'];
	return readLocale(Object.fromEntries(wanted.map((name) => [name, header(request, name)])));
}

/** All that a request says about its answer. */
export function responseFormatOf(request: FastifyRequest): ResponseFormat {
	// The path as it was asked for: online it begins with the tenant.
	const [prefix] = request.originalUrl.split(/\/api\//i);
	const root = `${request.protocol}://${request.host}${prefix}`;
	return { clock: clockOf(request), locale: localeOf(request), root };
}

/** The parameters of a request's address, or of a form's body, by their names in lower case. */
export function parametersOf(request: FastifyRequest): Parameters {
	const form = request.body instanceof URLSearchParams ? Object.fromEntries(request.body) : {};
	const entries = Object.entries({ ...(request.query as Record<string, string>), ...form });
	return Object.fromEntries(entries.map(([name, value]) => [name.toLowerCase(), value]));
}

/** What an agent call's body has under a name, compared without case. */
export function bodyArgument(request: FastifyRequest, name: string): Value | undefined {
	return bodyValue(request.body as Value | undefined, name);
}

/** Whatever has dates and texts, as a request wants it; `at` is where an appointment would have it. */
export function presentAt(request: FastifyRequest, value: Value, at: string[] = []): Value {
	return presentValue(value, responseFormatOf(request), at);
}

/** A record as an agent answers it: without links to itself, by the OpenAPI file. */
export function presentEntity(request: FastifyRequest, entity: Carrier): Carrier {
	const { $select } = parametersOf(request);
	return select(presentAt(request, entity) as Carrier, $select);
}

/** A record as a REST call answers it. */
export function present(
	request: FastifyRequest,
	entity: Carrier,
	record: RecordName = 'Appointment',
): Carrier {
	const { $select } = parametersOf(request);
	return select(presentRecord(entity, responseFormatOf(request), record), $select);
}
