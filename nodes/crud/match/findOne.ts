import minBy from 'lodash/minBy';

import type { Match } from '../../shared/customFields/matching';
import { FieldError, type Spot } from '../../shared/fields/kind';
import type { RequestOptions } from '../../shared/options';
import type { ItemCall } from '../operation';
import { findByField, type Found } from './byCustomField';
import type { Circumstances } from '../record';

/** One row for each group, that of the lowest number; what is of none stands for itself. */
function firstOfEach(rows: Found[]): Found[] {
	return rows.filter((row) => {
		const same = rows.filter(({ group }) => group > 0 && group === row.group);
		return row === (minBy(same, 'id') ?? row);
	});
}

/**
 * The number of the record that has a value in a custom field, 0 for none. Rows that are one record, such
 * as those of a series or a booking, are each saved with the value: the lowest number stands for them.
 * @param key of the custom field, such as `SuperOffice:1`
 * @param spot the parameter that has the value
 * @throws FieldError where several have it that do not belong together
 */
export async function findOne(
	call: ItemCall,
	options: RequestOptions,
	key: string,
	match: Match,
	spot: Spot,
	circumstances: Circumstances = { purpose: `looking up the ${call.entity.words.one}` },
): Promise<number> {
	const found = firstOfEach(await findByField(call, options, key, match, circumstances));
	const id = minBy(found, 'id')?.id ?? 0;
	if (found.length <= 1) return id;
	const same = (await call.entity.sameRecords?.(call, options, id, circumstances)) ?? [id];
	const others = found.map((one) => one.id).filter((one) => one !== id && !same.includes(one));
	if (others.length === 0) return id;
	const problem = `${others.length + 1} ${call.entity.words.many} have it: ${[id, ...others].join(', ')}`;
	const advice = 'Choose one of them by its ID.';
	throw new FieldError(spot, problem, circumstances.alreadyDone ?? advice);
}
