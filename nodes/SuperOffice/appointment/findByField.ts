import type { Match } from '../../shared/customFields/matching';
import { FieldError, type Spot } from '../../shared/fields/kind';
import { asRecord, isRecord, type Json, type JsonObject } from '../../shared/json';
import { PAGE_SIZE } from '../../shared/lookup/source';
import type { RequestOptions } from '../../shared/options';
import type { ItemCall } from '../operation';
import { keyedFields } from './given';
import type { Circumstances } from './record';

/** A custom field with the value by which an appointment is found, as SuperOffice encodes it. */
export interface KeyedField {
	key: string;
	value: string;
}

/** Of a look-up after the answer to a write was lost. */
export const LOST: Circumstances = {
	purpose: 'looking up whether the appointment was saved, as the answer was lost',
	alreadyDone: 'The appointment may have been saved: look before you run the item again.',
};

/** What items with such a value are about; servers compare texts without case. */
export const turnOf = ({ key, value }: KeyedField): string => `${key} = ${value}`.toLowerCase();

/** A row of the archive that has the value. */
export interface Found {
	/** The appointment's number. */
	id: number;
	/** The number of the rule that its series has, 0 for none. */
	rule: number;
}

/**
 * The appointments that have a value in a custom field, in the order of their numbers. It is not
 * asked once per execution, as an earlier item may have created one.
 * @param key of the custom field, such as `SuperOffice:1`
 */
export async function findByField(
	{ request }: ItemCall,
	{ headers, timeout }: RequestOptions,
	key: string,
	match: Match,
	circumstances: Circumstances,
): Promise<Found[]> {
	const column = `appointmentUdef/${key}`;
	const answer = await request({
		method: 'GET',
		path: 'Appointment',
		query: {
			$select: `appointmentId,recurrenceRuleId,${column}`,
			$filter: match.condition(column),
			$orderBy: 'appointmentId',
			$top: String(PAGE_SIZE),
			$output: 'Logical',
		},
		headers,
		timeout,
		expect: 'record',
		...circumstances,
	});
	const rows: Json[] = isRecord(answer) && Array.isArray(answer.value) ? answer.value : [];
	return rows
		.map(asRecord)
		.filter((row) => match.isSame(row[column]))
		.map((row) => ({
			id: Number(row.appointmentId),
			rule: Number(row.recurrenceRuleId ?? 0),
		}));
}

/**
 * A body with the custom field by which its appointment is found.
 * @throws FieldError where the body has another value there
 */
export function withField(body: JsonObject, { key, value }: KeyedField, spot: Spot): JsonObject {
	const has = keyedFields(body);
	if (key in has && has[key] !== value) {
		const problem = `${key} is set to something else among the custom fields`;
		throw new FieldError(spot, problem, 'Keep one of the two.');
	}
	const CustomFields = isRecord(body.CustomFields) ? body.CustomFields : {};
	return { ...body, CustomFields: { ...CustomFields, [key]: value } as JsonObject };
}
