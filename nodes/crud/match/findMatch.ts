import minBy from 'lodash/minBy';

import type { FieldMatch } from '../../shared/customFields/matching';
import { FieldError, type ParameterRef } from '../../shared/fields/fieldKind';
import type { RequestOptions } from '../../shared/options';
import type { ItemCall } from '../operation';
import { findByCustomField, type MatchedRow } from './byCustomField';
import type { ErrorNotes } from '../record';

/** The row with the lowest ID of each group, and all rows without a group. */
function firstOfEachGroup(rows: MatchedRow[]): MatchedRow[] {
	return rows.filter((row) => {
		const same = rows.filter(({ group }) => group > 0 && group === row.group);
		return row === (minBy(same, 'id') ?? row);
	});
}

/**
 * The number of the record that has a value in a custom field, 0 for none. Rows that are one
 * record, such as those of a series or a booking, are each saved with the value: the lowest number
 * stands for them.
 * @param key of the custom field, such as `SuperOffice:1`
 * @param ref the parameter that has the value
 * @throws FieldError where several unrelated records have it
 */
export async function findMatch(
	call: ItemCall,
	options: RequestOptions,
	key: string,
	match: FieldMatch,
	ref: ParameterRef,
	errorNotes: ErrorNotes = { purpose: `looking up the ${call.entity.words.one}` },
): Promise<number> {
	const found = firstOfEachGroup(await findByCustomField(call, options, key, match, errorNotes));
	const id = minBy(found, 'id')?.id ?? 0;
	if (found.length <= 1) return id;
	const same = (await call.entity.linkedRecordIds?.(call, options, id, errorNotes)) ?? [id];
	const others = found.map((one) => one.id).filter((one) => one !== id && !same.includes(one));
	if (others.length === 0) return id;
	const problem = `${others.length + 1} ${call.entity.words.many} have it: ${[id, ...others].join(', ')}`;
	const advice = 'Choose one of them by its ID.';
	throw new FieldError(ref, problem, errorNotes.alreadyDone ?? advice);
}
