import { requireMatchField, type FieldMatch } from '../../shared/customFields/matching';
import type { CustomField } from '../../shared/customFields/definition';
import type { FieldError, ParameterRef } from '../../shared/fields/fieldKind';
import { readLocatorKey } from '../../shared/fields/locator';
import type { JsonObject } from '../../shared/json';
import type { RequestOptions } from '../../shared/options';
import { lookUpFor, fetchEntityCustomFields } from '../body/readBody';
import { toBodyObject } from '../body/jsonBody';
import type { ItemCall } from '../operation';
import { getRecord, createRecord, type ErrorNotes } from '../record';
import { findByCustomField, withCustomField } from './byCustomField';
import { singleMatch } from './findMatch';

/** Finds the record that an item matches. */
export interface Matcher {
	/** Key of the lock for items with the same match. */
	lockKey: string;
	/** The record's number, 0 for none. */
	find(errorNotes?: ErrorNotes): Promise<number>;
	/**
	 * Adds the match key to a body; JSON text stays unchanged where nothing is added.
	 * @param isNew whether the body is that of a new record
	 * @throws FieldError where the body has another value
	 */
	addKey(body: JsonObject | string, isNew: boolean): JsonObject | string;
	/** Saves the key of a new record, if it is not part of the body. */
	saveKey?(id: number): Promise<void>;
	/** The error for a matched record that does not exist. */
	goneError?(id: number): FieldError;
	/** Whether it finds a record whose creation got no response. */
	canRecheck: boolean;
}

/** Notes for a look-up after the response to a write was lost. */
const lostAnswerNotes = ({ entity: { words } }: ItemCall): ErrorNotes => ({
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
export async function customFieldMatcher(
	call: ItemCall,
	options: RequestOptions,
	[given, fieldRef]: [unknown, ParameterRef],
	[valueOf, valueRef]: [(field: CustomField) => FieldMatch, ParameterRef],
	isCopied = false,
): Promise<Matcher> {
	const wanted = readLocatorKey(given, fieldRef);
	const fields = await fetchEntityCustomFields(call, lookUpFor(call, options));
	const field = requireMatchField(fields, wanted, fieldRef, call.entity.archive);
	const match = valueOf(field);
	const keyed = { key: field.key, value: match.encoded };
	return {
		// Servers compare texts without case.
		lockKey: `${keyed.key} = ${keyed.value}`.toLowerCase(),
		find: async (errorNotes = { purpose: `looking up the ${call.entity.words.one}` }) => {
			const rows = await findByCustomField(call, options, field, match, errorNotes);
			return await singleMatch(call, options, rows, valueRef, errorNotes);
		},
		addKey: (body) => withCustomField(toBodyObject(call, body), keyed, valueRef, isCopied),
		canRecheck: true,
	};
}

/**
 * Creates a record, and finds it by the matcher if the response is lost.
 * @param body with what the record is found by
 */
export async function createWithMatcher(
	call: ItemCall,
	options: RequestOptions,
	body: JsonObject | string,
	query: Record<string, string>,
	matcher?: Matcher,
): Promise<JsonObject> {
	const findExistingResult =
		matcher?.canRecheck &&
		(async ({ $select }: Record<string, string>) => {
			const id = await matcher.find(lostAnswerNotes(call));
			if (id === 0) return undefined;
			return await getRecord(call, options, id, $select?.split(','), lostAnswerNotes(call));
		});
	const created = await createRecord(call, options, body, query, findExistingResult || undefined);
	await matcher?.saveKey?.(Number(created[call.entity.id]));
	return created;
}
