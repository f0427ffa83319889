import type { Carrier } from '../tenant/carriers';
import { ApiFailure } from './failures';

const NEVER = '0001-01-01T00:00:00';

/** Headers of a request, by their names in lower case. */
type Headers = Record<string, string | string[] | undefined>;

/** Whether a record was changed after the date of a header; undefined for no date, as HTTP has it. */
function isNewer({ UpdatedDate, CreatedDate }: Carrier, header: Headers[string]) {
	const limit = Date.parse(String(header ?? ''));
	if (Number.isNaN(limit)) return undefined;
	const changed = String(UpdatedDate === NEVER ? CreatedDate : UpdatedDate);
	return changed !== NEVER && Date.parse(changed) > limit;
}

/** Whether a GET may be answered with 304; both sides have whole seconds. */
export function isUnchanged(stored: Carrier, headers: Headers): boolean {
	return isNewer(stored, headers['if-modified-since']) === false;
}

/**
 * Checks If-Unmodified-Since.
 * @throws Failure 412 for a record that was changed since; the words are a guess
 * @param what the record as people call it, such as `Appointment id 1`
 */
export function checkUnmodified(stored: Carrier, headers: Headers, what: string): void {
	if (isNewer(stored, headers['if-unmodified-since']) !== true) return;
	throw new ApiFailure(412, 'SoPreconditionException', `${what} has been changed`);
}
