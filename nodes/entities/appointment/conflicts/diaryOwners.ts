import uniq from 'lodash/uniq';

import {
	asRecord,
	getIgnoringCase,
	isRecord,
	type Json,
	type JsonObject,
} from '../../../shared/json';
import type { RequestOptions } from '../../../shared/options';
import { expectList } from '../../../shared/transport/expectedBody';
import type { ItemCall } from '../../../crud/operation';
import { queryAgent } from '../../../crud/agent';
import { lookUpFor } from '../../../crud/body/readBody';
import { participantsOf } from '../participants/participantList';

const recordsIn = (list: Json): JsonObject[] =>
	(Array.isArray(list) ? list : []).filter(isRecord) as JsonObject[];

const idIn = (record: unknown, name: string) =>
	Number(getIgnoringCase(asRecord(record), name) ?? 0) || 0;

/** The users by the numbers of their persons, which the list `associate` has as `person_id=7&contact_id=2`. */
async function usersByPerson(
	call: ItemCall,
	options: RequestOptions,
): Promise<Map<number, number>> {
	const list = await lookUpFor(
		call,
		options,
	)({
		method: 'GET',
		path: 'MDOList/associate',
		query: { flat: 'true' },
		expect: expectList('Id'),
		purpose: 'reading which participants are users',
	});
	const users = recordsIn(list);
	return new Map(
		users.map(({ Id, ExtraInfo }) => {
			const person = /(?:^|&)person_id=(\d{1,10})/.exec(String(ExtraInfo ?? ''))?.[1];
			return [Number(person ?? 0), Number(Id)];
		}),
	);
}

/**
 * IDs of the associates whose diaries an appointment would occupy: its owner, who is the first
 * participant where none is given and else the user of the credential, and the participants who are
 * users or rooms.
 * @param given with SuperOffice's own names
 * @param completed the same over SuperOffice's defaults
 */
export async function diaryOwnerIds(
	call: ItemCall,
	options: RequestOptions,
	given: JsonObject,
	completed: JsonObject,
): Promise<number[]> {
	const participants = participantsOf(given);
	const isPerson = (one: JsonObject) => idIn(one, 'AssociateId') === 0 && idIn(one, 'PersonId') > 0;
	const users = participants.some(isPerson)
		? await usersByPerson(call, options)
		: new Map<number, number>();
	const associates = participants.map((one): number =>
		isPerson(one) ? Number(users.get(idIn(one, 'PersonId')) ?? 0) : idIn(one, 'AssociateId'),
	);
	const owner =
		idIn(given.Associate, 'AssociateId') ||
		associates[0] ||
		idIn(completed.Associate, 'AssociateId');
	return uniq([owner, ...associates]).filter((id) => id > 0);
}

/**
 * IDs of the appointments that saving an appointment replaces: itself, and the others of its
 * booking (the appointment agent's GetAppointmentRecords); none for a new one.
 */
export async function ownAppointmentIds(
	call: ItemCall,
	options: RequestOptions,
	{ AppointmentId }: JsonObject,
): Promise<number[]> {
	const id = Number(AppointmentId ?? 0);
	if (!(id > 0)) return [];
	const body = { MotherId: id, RecurrenceRuleId: 0 };
	const rows = await queryAgent(
		call,
		options,
		'GetAppointmentRecords',
		expectList('AppointmentId'),
		body,
	);
	const others = recordsIn(rows);
	return [id, ...others.map((row) => Number(row.AppointmentId))];
}
