import { matchField, type Match } from '../../shared/customFields/matching';
import type { CustomField } from '../../shared/customFields/definition';
import type { FieldError, Spot } from '../../shared/fields/kind';
import { readKey } from '../../shared/fields/locator';
import type { JsonObject } from '../../shared/json';
import type { RequestOptions } from '../../shared/options';
import { askFor, customFieldsFor } from '../body/read';
import { namedBody } from '../body/json';
import type { ItemCall } from '../operation';
import { readEntity, saveNew, type Circumstances } from '../record';
import { withField } from './byCustomField';
import { findOne } from './findOne';

/** How the record of an item is found again. */
export interface Matcher {
	/** What other items with the same key must not do at the same time: the key of a lock. */
	lock: string;
	/** The record's number, 0 for none. */
	find(circumstances?: Circumstances): Promise<number>;
	/**
	 * A new record, or changes, with what it is found by; JSON stays as it was written where that adds
	 * nothing.
	 * @throws FieldError where something else stands there
	 */
	complete(body: JsonObject | string): JsonObject | string;
	/** Keeps with a new record what it will be found by, where that is no property. */
	keep?(id: number): Promise<void>;
	/** What to say where a record that was found turns out not to be there. */
	gone?(id: number): FieldError;
	/** Whether a record that somebody may have created is found by it. */
	findsLost: boolean;
}

/** Of a look-up after the answer to a write was lost. */
const lost = ({ entity: { words } }: ItemCall): Circumstances => ({
	purpose: `looking up whether the ${words.one} was saved, as the answer was lost`,
	alreadyDone: `The ${words.one} may have been saved: look before you run the item again.`,
});

/**
 * Finds a record by the value of a custom field.
 * @param given the field, as the form has it
 * @param valueOf the value that the record has, or gets, in it
 * @param isCopied whether a body's CustomFields are those of another record
 * @throws FieldError for a field or a value by which nothing can be found
 */
export async function byField(
	call: ItemCall,
	options: RequestOptions,
	[given, fieldSpot]: [unknown, Spot],
	[valueOf, valueSpot]: [(field: CustomField) => Match, Spot],
	isCopied = false,
): Promise<Matcher> {
	const wanted = readKey(given, fieldSpot);
	const fields = await customFieldsFor(call, askFor(call, options));
	const field = matchField(fields, wanted, fieldSpot);
	const match = valueOf(field);
	const keyed = { key: field.key, value: match.encoded };
	return {
		// Servers compare texts without case.
		lock: `${keyed.key} = ${keyed.value}`.toLowerCase(),
		find: async (circumstances) =>
			await findOne(call, options, field.key, match, valueSpot, circumstances),
		complete: (body) => withField(namedBody(call, body), keyed, valueSpot, isCopied),
		findsLost: true,
	};
}

/**
 * Creates a record that is found again by a matcher, also where the answer is lost.
 * @param body with what the record is found by
 */
export async function createMatched(
	call: ItemCall,
	options: RequestOptions,
	body: JsonObject | string,
	query: Record<string, string>,
	matcher?: Matcher,
): Promise<JsonObject> {
	const findDone =
		matcher?.findsLost &&
		(async ({ $select }: Record<string, string>) => {
			const id = await matcher.find(lost(call));
			if (id === 0) return undefined;
			return await readEntity(call, options, id, $select?.split(','), lost(call));
		});
	const created = await saveNew(call, options, body, query, findDone || undefined);
	await matcher?.keep?.(Number(created[call.entity.id]));
	return created;
}
