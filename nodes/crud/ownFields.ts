import type { INodeProperties } from 'n8n-workflow';

import { FieldError } from '../shared/fields/kind';
import { encodeTable, formOf, fromForm, wireName, type FieldTable } from '../shared/fields/table';
import type { JsonObject } from '../shared/json';
import { finder } from '../shared/lookup/find';
import type { RequestOptions } from '../shared/options';
import type { ItemCall } from './operation';
import { askFor } from './body/read';

/** The controls of the few fields that an operation has beside its target. */
export const ownForm = (table: FieldTable): INodeProperties[] => formOf(table, {});

/**
 * Reads an operation's own fields.
 * @param needed names of those that must not be empty; by default all of them
 * @returns their values by wire name, such as `NewStartTime` for `newStartTime`
 * @throws FieldError for an empty one, or a value that does not fit
 */
export async function readOwn(
	call: ItemCall,
	options: RequestOptions,
	table: FieldTable,
	needed: string[] = Object.keys(table),
): Promise<JsonObject> {
	const around = { zone: options.zone, find: finder(askFor(call, options), options.zone) };
	const values = await encodeTable(table, fromForm(call.read), around);
	for (const name of needed) {
		if (values[wireName(name)] !== undefined) continue;
		const { label, help } = table[name];
		throw new FieldError({ parameter: name, label }, 'is empty', help);
	}
	return values;
}
