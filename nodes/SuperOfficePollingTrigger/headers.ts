import type { Query } from '../shared/archive/read';
import { readOptions } from '../shared/options';

/** How rows are asked for whose dates are to be compared: in UTC, whatever zone the options have. */
export function inUtc(
	read: (parameter: string) => unknown,
	zone: string,
): Pick<Query, 'headers' | 'timeout'> {
	const { headers, timeout } = readOptions(read, zone);
	return { headers: { ...headers, 'SO-TimeZone': 'UTC, includeTZOffset' }, timeout };
}
