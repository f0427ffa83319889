import omit from 'lodash/omit';
import { DateTime, Duration } from 'luxon';

import { isHelperKey } from '../../shared/customFields/decode';
import { decodeText } from '../../shared/customFields/encodedText';
import { hasOffset } from '../../shared/dates';
import { toInstant } from '../../shared/fields/dateTime';
import { SYSTEM_GROUP, wireName, type FieldRow } from '../../shared/fields/table';
import {
	asRecord,
	getIgnoringCase,
	isRecord,
	ownProperty,
	type Json,
	type JsonObject,
} from '../../shared/json';
import { stripEmpty, DEPRECATED_PROPERTIES } from '../../shared/shape';
import { expectRecord } from '../../shared/transport/expectedBody';
import type { ApiRequest } from '../../shared/transport/session';
import { appointmentFields } from './appointment.fields';

/** SuperOffice's type of task for a type of appointment (TaskType of its OpenAPI files). */
export const TASK_TYPES: Record<string, string> = {
	inDiary: 'Appointment',
	BookingForDiary: 'Appointment',
	inChecklist: 'ToDo',
	BookingForChecklist: 'ToDo',
};

/** Pairs of equivalent properties: the user's value of one overrides the default of the other. */
const EQUIVALENT: Record<string, string> = {
	Private: 'VisibleFor',
	VisibleFor: 'Private',
};

/** A default entity has no number yet. */
const UNSAVED = expectRecord('AppointmentId', 0);

/** The call that gives the defaults: for a type and an owner where they are set. */
export function defaultsRequest({ Type, Associate }: JsonObject): ApiRequest {
	const type = ownProperty(TASK_TYPES, String(Type));
	const owner = Number(getIgnoringCase(asRecord(Associate), 'AssociateId') ?? 0);
	const agent = 'Agents/Appointment/CreateDefaultAppointmentEntityByType';
	const purpose = "reading SuperOffice's defaults";
	const call = { method: 'POST', expect: UNSAVED, readsOnly: true, purpose } as const;
	if (owner) {
		const body = { Type: type ?? TASK_TYPES.inDiary, AssociateId: owner };
		return { ...call, path: `${agent}AndAssociate`, body };
	}
	if (type !== undefined) return { ...call, path: agent, body: { Type: type } };
	return { method: 'GET', path: 'Appointment/default', expect: UNSAVED, purpose };
}

/** Empty values of custom fields. */
const BLANK = ['', '[I:0]', '[F:0]', '[TS:0]', '[T:00:00]'];

/** The values of custom fields that say something, without what only shows them. */
const withoutBlank = (fields: JsonObject) =>
	Object.fromEntries(
		Object.entries(fields).filter(([key, value]) => {
			const isBlank = BLANK.includes(String(value)) || decodeText(String(value)) === null;
			return !isBlank && !isHelperKey(key);
		}),
	);

/** The parts of a default entity that are sent. */
function resendable(entity: JsonObject): JsonObject {
	const kept: JsonObject = {};
	const cleaned = stripEmpty(omit(entity, DEPRECATED_PROPERTIES) as JsonObject) as JsonObject;
	for (const [name, row] of Object.entries(appointmentFields)) {
		const { kind, group }: FieldRow = row;
		const value = cleaned[wireName(name)];
		if (group === SYSTEM_GROUP || value === undefined || value === '') continue;
		const resent = kind.resend ? kind.resend(value) : value;
		if (resent !== undefined) kept[wireName(name)] = resent;
	}
	// Default entities carry a filled-in rule that is none.
	if (isRecord(kept.Recurrence) && kept.Recurrence.IsRecurrence !== true) delete kept.Recurrence;
	if (isRecord(kept.CustomFields))
		kept.CustomFields = withoutBlank(kept.CustomFields as JsonObject);
	return kept;
}

const instantOf = (value: Json | undefined) =>
	typeof value === 'string' ? DateTime.fromISO(value, { zone: 'UTC', setZone: true }) : undefined;

/** A time as the given one is written: with a zone if that has one. */
const writtenLike = (time: DateTime, given: Json) =>
	hasOffset(String(given)) ? toInstant(time) : time.toFormat("yyyy-MM-dd'T'HH:mm:ss");

/**
 * If only start or end is given, the other keeps the default duration; an all-day appointment takes
 * one day.
 */
function keepDuration(defaults: JsonObject, given: JsonObject): JsonObject {
	const [start, end] = [instantOf(defaults.StartDate), instantOf(defaults.EndDate)];
	const [givenStart, givenEnd] = [instantOf(given.StartDate), instantOf(given.EndDate)];
	const only = givenStart ?? givenEnd;
	if (!start?.isValid || !end?.isValid || !only?.isValid || (givenStart && givenEnd)) return {};
	const isAllDay = (given.IsAlldayEvent ?? defaults.IsAlldayEvent) === true;
	const length = isAllDay ? Duration.fromMillis(0) : end.diff(start);
	return givenStart
		? { EndDate: writtenLike(only.plus(length), given.StartDate) }
		: { StartDate: writtenLike(only.minus(length), given.EndDate) };
}

/** The default custom fields below the given ones, which may stand under older names, too. */
export function mergeCustomFields(defaults: Json | undefined, given: JsonObject): JsonObject {
	const older = DEPRECATED_PROPERTIES.flatMap((name) => Object.keys(asRecord(given[name])));
	const fields = { ...omit(asRecord(defaults), older), ...asRecord(given.CustomFields) };
	const isNulled = given.CustomFields === null;
	return isNulled || Object.keys(fields).length === 0 ? {} : { CustomFields: fields as JsonObject };
}

/**
 * An appointment over SuperOffice's defaults for its type and owner: what is given counts, the
 * defaults fill in the rest (GET /api/v1/Appointment/default, and the appointment agent's calls).
 * @param lookUp asks once per execution, and so once for each type and owner
 */
export async function applyDefaults(
	given: JsonObject,
	lookUp: (request: ApiRequest) => Promise<Json>,
): Promise<JsonObject> {
	const entity = (await lookUp(defaultsRequest(given))) as JsonObject;
	const { CustomFields, ...defaults } = resendable(entity);
	const rivals = Object.keys(given).flatMap((property) => ownProperty(EQUIVALENT, property) ?? []);
	return {
		...(omit(defaults, rivals) as JsonObject),
		...keepDuration(defaults, given),
		...given,
		...mergeCustomFields(CustomFields, given),
	};
}
