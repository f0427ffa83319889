import type { FastifyRequest } from 'fastify';

import type { Parameters } from './archives/rows';
import type { Carrier } from './carriers';
import { readClock, type Clock } from './dates';
import { badArgument } from './failures';
import { readLocale, type Locale } from './languages';
import { presentAppointment, select, type Wishes } from './present';

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
	const clock = readClock(wanted);
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
export function wishesOf(request: FastifyRequest): Wishes {
	const root = `${request.protocol}://${request.host}${ROOT}`;
	return { clock: clockOf(request), locale: localeOf(request), root };
}

/** The parameters of a request's address, by their names in lower case. */
export function parametersOf(request: FastifyRequest): Parameters {
	const entries = Object.entries(request.query as Record<string, string>);
	return Object.fromEntries(entries.map(([name, value]) => [name.toLowerCase(), value]));
}

/** An appointment as a request wants it. */
export function present(request: FastifyRequest, entity: Carrier): Carrier {
	const { $select } = parametersOf(request);
	return select(presentAppointment(entity, wishesOf(request)), $select);
}
