import { pick } from 'lodash';

import { blankAppointment } from './blank';
import { readBody } from '../engine/body';
import type { Carrier, Value } from '../tenant/carriers';
import { DICTIONARIES, unmentionedAsNull } from '../customFields/dictionaries';
import { FIELDS } from '../customFields/fields';
import { SESSION_USER, type Data } from '../tenant/data';
import type { Clock } from '../engine/dates';
import { badArgument } from '../engine/failures';
import { overlay, SET_BY_SERVER } from './save';
import { patchedProperties } from '../engine/patchedProperties';
import { isCarrier } from '../engine/values';
import { checkEditable } from './editable';
import { updateAppointment } from './write';

/** What a PUT starts from; custom fields, as those that are read-only stay. */
const KEPT = [...SET_BY_SERVER, 'AppointmentId', ...DICTIONARIES];

const NEVER = '0001-01-01T00:00:00';

/** What cleared properties become; the column of the owner is required, so the user gets it (a guess). */
const cleared = (data: Data) => blankAppointment(data, NEVER, NEVER);

const withOwner = (data: Data, entity: Carrier): Carrier => ({
	...entity,
	Associate: entity.Associate ?? data.associates.get(SESSION_USER) ?? null,
});

function save(data: Data, stored: Carrier, entity: Carrier): Carrier {
	const next = withOwner(data, entity);
	checkEditable(stored, next);
	return updateAppointment(data, stored, next);
}

/**
 * PUT: what the body lacks, or has as null, gets its blank value. The number is the address's.
 * @throws Failure for a body that is none, and as a POST does
 */
export function replaceAppointment(
	data: Data,
	stored: Carrier,
	body: Value | undefined,
	clock: Clock,
): Carrier {
	if (!isCarrier(body)) throw badArgument('The entity to save is not in the request body');
	const blank = cleared(data);
	const sent = readBody(body, Object.keys(blank), clock);
	const before = { ...blank, ...pick(stored, KEPT) };
	const whole = { ...sent, CustomFields: unmentionedAsNull(FIELDS.Appointment, sent) };
	return save(data, stored, overlay(data, before, whole, blank));
}

/**
 * PATCH: a list is a JSON Patch, an object a merge patch. Null clears a reference or a date: a guess.
 * @throws Failure 400 for a patch that cannot be, 409 for a test that fails, and as a POST does
 */
export function patchAppointment(
	data: Data,
	stored: Carrier,
	body: Value | undefined,
	clock: Clock,
): Carrier {
	const sent = patchedProperties(stored, body, clock);
	return save(data, stored, overlay(data, stored, sent, cleared(data)));
}
