import omit from 'lodash/omit';
import { DateTime, Duration } from 'luxon';

import { hasOffset } from '../../shared/dates';
import { toInstant } from '../../shared/fields/dateTime';
import {
	asRecord,
	getIgnoringCase,
	ownProperty,
	type Json,
	type JsonObject,
} from '../../shared/json';
import type { ApiRequest } from '../../shared/transport/session';
import type { EntityDefaults } from '../entity';

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

/** The call that gives the defaults for a type and an owner, where one of them is set. */
function request({ Type, Associate }: JsonObject): Partial<ApiRequest> {
	const type = ownProperty(TASK_TYPES, String(Type));
	const owner = Number(getIgnoringCase(asRecord(Associate), 'AssociateId') ?? 0);
	const path = 'Agents/Appointment/CreateDefaultAppointmentEntityByType';
	const call = { method: 'POST', readsOnly: true } as const;
	if (owner) {
		const body = { Type: type ?? TASK_TYPES.inDiary, AssociateId: owner };
		return { ...call, path: `${path}AndAssociate`, body };
	}
	return type === undefined ? {} : { ...call, path, body: { Type: type } };
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

/**
 * SuperOffice's defaults of an appointment for its type and owner (the appointment agent's
 * CreateDefaultAppointmentEntityByType and …ByTypeAndAssociate).
 */
export const appointmentDefaults: EntityDefaults = {
	request,
	fit(defaults, given) {
		const rivals = Object.keys(given).flatMap(
			(property) => ownProperty(EQUIVALENT, property) ?? [],
		);
		return { ...(omit(defaults, rivals) as JsonObject), ...keepDuration(defaults, given) };
	},
};
