import { DateTime } from 'luxon';

import { isNoDate } from '../shared/dates';
import { toDateTime } from '../shared/fields/dateTime';
import { emptyToUndefined, FieldError } from '../shared/fields/fieldKind';
import { parameterRef } from '../shared/fields/parameterRef';
import type { JsonObject } from '../shared/json';
import { option } from '../shared/optionsForm';
import type { RequestOptions } from '../shared/options';
import { stripEmpty } from '../shared/shape';
import type { ItemCall } from './operation';

/** Guards a change against concurrent changes. */
export const UNMODIFIED_SINCE = option({
	displayName: 'Only If Unmodified Since',
	name: 'onlyIfUnmodifiedSince',
	type: 'dateTime',
	default: '',
	description:
		'Fail if somebody has changed the {record} after this time, such as the time when you read it',
});

/**
 * The time since which the record must be unmodified, in whole seconds; undefined for no condition.
 */
export function readUnmodifiedSince(
	{ read }: ItemCall,
	{ zone }: RequestOptions,
): DateTime | undefined {
	const given = emptyToUndefined(read(UNMODIFIED_SINCE.name));
	if (given === undefined) return undefined;
	const since = toDateTime(given, parameterRef(UNMODIFIED_SINCE), zone).startOf('second');
	if (!isNoDate(since)) return since;
	const problem = "is SuperOffice's date of records that were never changed";
	throw new FieldError(parameterRef(UNMODIFIED_SINCE), problem, 'Give CreatedDate in its place.');
}

/** The header for REST calls; a change since then is answered by 412 (RFC 9110, section 13.1.4). */
export const unmodifiedHeader = (since: DateTime | undefined): Record<string, string> =>
	since ? { 'If-Unmodified-Since': since.toHTTP() ?? '' } : {};

/**
 * The same guard for agent calls, which have no such header.
 * @param record with its UpdatedDate and CreatedDate
 * @throws FieldError where the record was changed since then, or does not tell when it was
 */
export function assertUnmodified(record: JsonObject, since: DateTime | undefined): void {
	if (!since) return;
	const { UpdatedDate, CreatedDate } = stripEmpty(record) as JsonObject;
	const changed = DateTime.fromISO(String(UpdatedDate ?? CreatedDate), { zone: 'UTC' });
	if (!changed.isValid) {
		const problem = "cannot be checked: the record's UpdatedDate and CreatedDate are no dates";
		throw new FieldError(
			parameterRef(UNMODIFIED_SINCE),
			problem,
			'Nothing was saved. Leave the field empty to change the record in any case.',
		);
	}
	if (changed.startOf('second') <= since) return;
	throw new FieldError(
		parameterRef(UNMODIFIED_SINCE),
		`the record was changed in the meantime, at ${changed.toISO({ suppressMilliseconds: true })}`,
		'Nothing was saved. Read the record again and repeat the step.',
	);
}
