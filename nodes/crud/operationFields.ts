import type { INodeProperties } from 'n8n-workflow';

import { FieldError } from '../shared/fields/fieldKind';
import {
	encodeTable,
	tableForm,
	valuesFromForm,
	wireName,
	type FieldTable,
} from '../shared/fields/table';
import type { JsonObject } from '../shared/json';
import type { RequestOptions } from '../shared/options';
import type { ItemCall } from './operation';
import { encodeContext } from './body/encodeContext';
import { lookUpFor } from './body/readBody';

/** The controls of an operation's own fields. */
export const operationFieldsForm = (table: FieldTable): INodeProperties[] => tableForm(table);

/**
 * Reads an operation's own fields.
 * @param needed names of those that must not be empty; by default all of them
 * @returns their values by wire name, such as `NewStartTime` for `newStartTime`
 * @throws FieldError for an empty one, or a value that does not fit
 */
export async function readOperationFields(
	call: ItemCall,
	options: RequestOptions,
	table: FieldTable,
	needed: string[] = Object.keys(table),
): Promise<JsonObject> {
	const context = encodeContext(lookUpFor(call, options), options.zone);
	const values = await encodeTable(table, valuesFromForm(call.read), context);
	for (const name of needed) {
		if (values[wireName(name)] !== undefined) continue;
		const { label, help } = table[name];
		throw new FieldError({ parameter: name, label }, 'is empty', help);
	}
	return values;
}
