import { DateTime } from 'luxon';
import type { INodeProperties } from 'n8n-workflow';

import { isNoDate } from '../shared/dates';
import { toDateTime } from '../shared/fields/dateTime';
import { emptyAsUnset, FieldError } from '../shared/fields/kind';
import { spotOf } from '../shared/fields/parameter';
import type { JsonObject } from '../shared/json';
import type { RequestOptions } from '../shared/options';
import { clean } from '../shared/shape';
import type { ItemCall } from './operation';

/** The guard of a change against those of others. */
export const UNMODIFIED_SINCE: INodeProperties = {
	displayName: 'Only If Unmodified Since',
	name: 'onlyIfUnmodifiedSince',
	type: 'dateTime',
	default: '',
	description:
		'When you read the {record}: a later change by somebody else makes it an error; whole seconds count, and empty means in any case',
};

/** The time since which nobody may have changed the record, in whole seconds; undefined for any. */
export function readUnmodifiedSince(
	{ read }: ItemCall,
	{ zone }: RequestOptions,
): DateTime | undefined {
	const given = emptyAsUnset(read(UNMODIFIED_SINCE.name));
	if (given === undefined) return undefined;
	const since = toDateTime(given, spotOf(UNMODIFIED_SINCE), zone).startOf('second');
	if (!isNoDate(since)) return since;
	const problem = "is SuperOffice's date of records that were never changed";
	throw new FieldError(spotOf(UNMODIFIED_SINCE), problem, 'Give CreatedDate in its place.');
}

/** The header for REST calls; a change since then is answered by 412 (RFC 9110, section 13.1.4). */
export const unmodifiedHeader = (since: DateTime | undefined): Record<string, string> =>
	since ? { 'If-Unmodified-Since': since.toHTTP() ?? '' } : {};

/**
 * The guard of the agents' calls, which know no such header.
 * @param record with its UpdatedDate and CreatedDate
 * @throws FieldError where the record was changed since then, or does not tell when it was
 */
export function refuseModified(record: JsonObject, since: DateTime | undefined): void {
	if (!since) return;
	const { UpdatedDate, CreatedDate } = clean(record) as JsonObject;
	const changed = DateTime.fromISO(String(UpdatedDate ?? CreatedDate), { zone: 'UTC' });
	if (!changed.isValid) {
		const problem = "cannot be checked: the record's UpdatedDate and CreatedDate are no dates";
		throw new FieldError(
			spotOf(UNMODIFIED_SINCE),
			problem,
			'Nothing was saved. Leave the field empty to change the record in any case.',
		);
	}
	if (changed.startOf('second') <= since) return;
	throw new FieldError(
		spotOf(UNMODIFIED_SINCE),
		`the record was changed in the meantime, at ${changed.toISO({ suppressMilliseconds: true })}`,
		'Nothing was saved. Read the record again and repeat the step.',
	);
}
