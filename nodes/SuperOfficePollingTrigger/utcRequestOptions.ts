import type { ArchiveQuery } from '../shared/archive/readRows';
import { readOptions } from '../shared/options';

/**
 * Request options for rows whose dates are compared: in UTC, whatever time zone the options have.
 */
export function utcRequestOptions(
	read: (parameter: string) => unknown,
	zone: string,
): Pick<ArchiveQuery, 'headers' | 'timeout'> {
	const { headers, timeout } = readOptions(read, zone);
	return { headers: { ...headers, 'SO-TimeZone': 'UTC, includeTZOffset' }, timeout };
}
