import omit from 'lodash/omit';
import { DateTime, Duration } from 'luxon';

import { isHelperKey } from '../../shared/customFields/decode';
import { decodeText } from '../../shared/customFields/encoded';
import { hasOffset } from '../../shared/dates';
import { toInstant } from '../../shared/fields/dateTime';
import { wireName, type FieldRow } from '../../shared/fields/table';
import { asRecord, inAnyCase, isRecord, own, type Json, type JsonObject } from '../../shared/json';
import { clean, OLDER_NAMES } from '../../shared/shape';
import { recordOf } from '../../shared/transport/expected';
import type { ApiRequest } from '../../shared/transport/request';
import { appointmentFields } from './appointment.fields';

/** SuperOffice's type of task for a type of appointment (TaskType of its OpenAPI files). */
export const TASK_TYPES: Record<string, string> = {
	inDiary: 'Appointment',
	BookingForDiary: 'Appointment',
	inChecklist: 'ToDo',
	BookingForChecklist: 'ToDo',
};

/** Of two properties that say the same, the user's goes before the other's default. */
const RIVALS: Record<string, string> = {
	Private: 'VisibleFor',
	VisibleFor: 'Private',
};

/** A default entity has no number yet. */
const UNSAVED = recordOf('AppointmentId', 0);

/** The call that gives the defaults: for a type and an owner where they are set. */
export function requestFor({ Type, Associate }: JsonObject): ApiRequest {
	const type = own(TASK_TYPES, String(Type));
	const owner = Number(inAnyCase(asRecord(Associate), 'AssociateId') ?? 0);
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

/** Values of custom fields that say nothing. */
const BLANK = ['', '[I:0]', '[F:0]', '[TS:0]', '[T:00:00]'];

/** The values of custom fields that say something, without what only shows them. */
const withoutBlank = (fields: JsonObject) =>
	Object.fromEntries(
		Object.entries(fields).filter(([key, value]) => {
			const isBlank = BLANK.includes(String(value)) || decodeText(String(value)) === null;
			return !isBlank && !isHelperKey(key);
		}),
	);

/** What of a default entity is worth sending. */
function resendable(entity: JsonObject): JsonObject {
	const kept: JsonObject = {};
	const cleaned = clean(omit(entity, OLDER_NAMES) as JsonObject) as JsonObject;
	for (const [name, row] of Object.entries(appointmentFields)) {
		const { kind, group }: FieldRow = row;
		const value = cleaned[wireName(name)];
		if (group === 'systemFields' || value === undefined || value === '') continue;
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
 * Of start and end, the one that is not given keeps its distance from the other; an all-day
 * appointment is of one day.
 */
function keepLength(defaults: JsonObject, given: JsonObject): JsonObject {
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
export function customFieldsOver(defaults: Json | undefined, given: JsonObject): JsonObject {
	const older = OLDER_NAMES.flatMap((name) => Object.keys(asRecord(given[name])));
	const fields = { ...omit(asRecord(defaults), older), ...asRecord(given.CustomFields) };
	const isNulled = given.CustomFields === null;
	return isNulled || Object.keys(fields).length === 0 ? {} : { CustomFields: fields as JsonObject };
}

/**
 * An appointment over SuperOffice's defaults for its type and owner: what is given counts, the
 * defaults fill in the rest (GET /api/v1/Appointment/default, and the appointment agent's calls).
 * @param lookUp asks once per execution, and so once for each type and owner
 */
export async function overDefaults(
	given: JsonObject,
	lookUp: (request: ApiRequest) => Promise<Json>,
): Promise<JsonObject> {
	const entity = (await lookUp(requestFor(given))) as JsonObject;
	const { CustomFields, ...defaults } = resendable(entity);
	const rivals = Object.keys(given).flatMap((property) => own(RIVALS, property) ?? []);
	return {
		...(omit(defaults, rivals) as JsonObject),
		...keepLength(defaults, given),
		...given,
		...customFieldsOver(CustomFields, given),
	};
}
