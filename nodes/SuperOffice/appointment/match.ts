import type { INodeProperties } from 'n8n-workflow';

import { matchField, matchValue } from '../../shared/customFields/matching';
import { oneOf } from '../../shared/fields/enumeration';
import { FieldError } from '../../shared/fields/kind';
import { spotOf } from '../../shared/fields/parameter';
import { keyLocator, readKey } from '../../shared/fields/locator';
import { asRecord, isRecord, type Json, type JsonObject } from '../../shared/json';
import { PAGE_SIZE } from '../../shared/lookup/source';
import type { RequestOptions } from '../../shared/options';
import type { ItemCall } from '../operation';
import { findByForeignKey, foreignKeyForm, readForeignKey, saveForeignKey } from './foreignKey';
import { askFor, customFieldsFor } from './given';

const MATCH_BY: INodeProperties = {
	displayName: 'Match By',
	name: 'matchBy',
	type: 'options',
	options: [
		{
			name: 'Custom Field',
			value: 'customField',
			description: 'The appointment that has the value in a user-defined field',
		},
		{
			name: 'Foreign Key',
			value: 'foreignKey',
			description: 'The appointment with which another system has saved its key',
		},
		{ name: 'Nothing', value: 'nothing', description: 'Without an ID, always create a new one' },
	],
	default: 'customField',
	description: 'How to find the appointment where none is chosen above',
};

const showFor = (property: INodeProperties): INodeProperties => ({
	...property,
	displayOptions: { show: { matchBy: ['customField'] } },
});

const FIELD = showFor({
	displayName: 'Match Field',
	name: 'matchField',
	...keyLocator('matchField', 'e.g. SuperOffice:1'),
	description: 'The user-defined field that tells appointments apart; a new one gets the value too',
});

const VALUE = showFor({
	displayName: 'Match Value',
	name: 'matchValue',
	type: 'string',
	default: '',
	placeholder: 'e.g. A-4711',
	description: "The appointment's own value of the field",
});

export const matchForm: INodeProperties[] = [MATCH_BY, FIELD, VALUE, ...foreignKeyForm];

/** What is known of the appointment that an item matches. */
export interface Matched {
	/** Its number, 0 for none. */
	id: number;
	/** The custom field that it is found by. */
	field?: { key: string; value: string };
	/** Keeps with a new appointment what it will be found by. */
	keep?(id: number): Promise<void>;
}

async function byCustomField(call: ItemCall, options: RequestOptions): Promise<Matched> {
	const key = readKey(call.read(FIELD.name), spotOf(FIELD));
	const fields = await customFieldsFor(askFor(call, options));
	const field = matchField(fields, key, spotOf(FIELD));
	const match = matchValue(field, call.read(VALUE.name), spotOf(VALUE));
	const column = `appointmentUdef/${field.key}`;
	// Not asked once per execution: an earlier item may have created it.
	const answer = await call.request({
		method: 'GET',
		path: 'Appointment',
		query: {
			$select: `appointmentId,${column}`,
			$filter: match.condition(column),
			$orderBy: 'appointmentId',
			$top: String(PAGE_SIZE),
			$output: 'Logical',
		},
		headers: options.headers,
		timeout: options.timeout,
		expect: 'record',
		purpose: 'looking up the appointment to update',
	});
	const rows: Json[] = isRecord(answer) && Array.isArray(answer.value) ? answer.value : [];
	const ids = rows
		.map(asRecord)
		.filter((row) => match.isSame(row[column]))
		.map(({ appointmentId }) => Number(appointmentId));
	if (ids.length > 1) {
		const problem = `${ids.length} appointments have it: ${ids.join(', ')}`;
		throw new FieldError(spotOf(VALUE), problem, 'Choose one of them by its ID.');
	}
	return { id: ids[0] ?? 0, field: { key: field.key, value: match.encoded } };
}

async function byForeignKey(call: ItemCall, options: RequestOptions): Promise<Matched> {
	const key = readForeignKey(call.read);
	const id = await findByForeignKey(call, options, key);
	return { id, keep: async (created) => await saveForeignKey(call, options, key, created) };
}

/**
 * Finds the appointment that an item matches.
 * @throws FieldError where several do, or what to match by is not told
 */
export async function readMatch(call: ItemCall, options: RequestOptions): Promise<Matched> {
	const by = oneOf(
		['customField', 'foreignKey', 'nothing'],
		call.read(MATCH_BY.name),
		spotOf(MATCH_BY),
	);
	if (by === 'customField') return await byCustomField(call, options);
	return by === 'foreignKey' ? await byForeignKey(call, options) : { id: 0 };
}

/** A body with the custom field by which it is matched. */
export function withMatchField(body: JsonObject, { field }: Matched, has: JsonObject): JsonObject {
	if (!field) return body;
	const { key, value } = field;
	if (key in has && has[key] !== value) {
		const problem = `${key} is set to something else among the custom fields`;
		throw new FieldError(spotOf(VALUE), problem, 'Keep one of the two.');
	}
	const CustomFields = isRecord(body.CustomFields) ? body.CustomFields : {};
	return { ...body, CustomFields: { ...CustomFields, [key]: value } as JsonObject };
}
