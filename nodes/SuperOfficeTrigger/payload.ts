import attempt from 'lodash/attempt';
import isError from 'lodash/isError';

import type { RecordEvent } from '../events/recordEvent';
import { asRecord, isRecord, type JsonObject } from '../shared/json';

/**
 * The JSON of a delivery, undefined where it is none.
 * @param body the bytes that were signed
 */
export function parsePayload(body: Buffer): JsonObject | undefined {
	const payload: unknown = attempt(JSON.parse, body.toString('utf8'));
	return isRecord(payload) && !isError(payload) ? (payload as JsonObject) : undefined;
}

/**
 * What a delivery tells (SuperOffice's documentation of notifications). Events of what is created or
 * changed have FieldValues, in older versions not all of them; those of what is deleted have Values.
 */
export function toRecordEvent(payload: JsonObject): RecordEvent {
	const { Event, EventId, Timestamp, Entity, PrimaryKey, Changes } = payload;
	const name = String(Event ?? '');
	return {
		name,
		id: String(EventId ?? ''),
		time: String(Timestamp ?? ''),
		changedBy: Number(payload.ChangedByAssociateId ?? 0),
		tenant: String(payload.ContextIdentifier ?? ''),
		entity: String(Entity ?? name.split('.')[0]),
		key: Number(PrimaryKey ?? 0),
		columns: Array.isArray(Changes) ? Changes.map(String) : [],
		values: { ...asRecord(payload.Values), ...asRecord(payload.FieldValues) } as JsonObject,
	};
}

/** SuperOffice's own event, by which it checks that the address responds. */
export const TEST_EVENT = 'test';
