import type { INodeProperties } from 'n8n-workflow';

import { FieldError } from '../../shared/fields/fieldKind';
import { parameterRef } from '../../shared/fields/parameterRef';
import { toText } from '../../shared/fields/text';
import { asRecord, type JsonObject } from '../../shared/json';
import type { RequestOptions } from '../../shared/options';
import { expectRecord, type BodyCheck } from '../../shared/transport/expectedBody';
import type { ItemCall } from '../operation';

const text = (displayName: string, name: string, placeholder: string, description: string) =>
	({
		displayName,
		name,
		type: 'string',
		default: '',
		placeholder,
		description,
		displayOptions: { show: { matchBy: ['foreignKey'] } },
	}) satisfies INodeProperties;

/** The parameters of a foreign key, by their names in SuperOffice's calls. */
const PARAMETERS = {
	ApplicationName: text(
		'Foreign Application',
		'foreignApplication',
		'e.g. Web Shop',
		'Name of the other system',
	),
	DeviceName: text(
		'Foreign Device',
		'foreignDevice',
		'e.g. Production',
		'Part or installation of the other system',
	),
	KeyName: text('Foreign Key Name', 'foreignKeyName', 'e.g. orderId', 'Name of the key'),
	KeyValue: text(
		'Foreign Key Value',
		'foreignKeyValue',
		'e.g. 4711',
		'Value of the key that identifies the {record}',
	),
};

export const foreignKeyForm: INodeProperties[] = Object.values(PARAMETERS);

export const foreignKeyRef = parameterRef(PARAMETERS.KeyValue);

/** A key that another system keeps with a record. */
export type ForeignKey = Record<keyof typeof PARAMETERS, string>;

/**
 * The foreign key of an item.
 * @throws FieldError for a part that is empty
 */
export function readForeignKey(read: (parameter: string) => unknown): ForeignKey {
	const entries = Object.entries(PARAMETERS).map(([name, parameter]) => {
		const value = toText(read(parameter.name) ?? '', parameterRef(parameter)).trim();
		if (value === '')
			throw new FieldError(parameterRef(parameter), 'is empty', parameter.description);
		return [name, value];
	});
	return Object.fromEntries(entries) as ForeignKey;
}

const folded = (value: unknown) => String(value).trim().toLowerCase();

/** Expects the record of the requested key; servers compare text without case. */
const expectForeignKey = ({ KeyName, KeyValue }: ForeignKey): BodyCheck => ({
	fault(body) {
		const { Key, Value } = asRecord(body);
		const isAsked = folded(Key) === folded(KeyName) && folded(Value) === folded(KeyValue);
		const missing = expectRecord('RecordId').fault(body);
		return missing ?? (isAsked ? undefined : 'with another foreign key');
	},
});

/**
 * The number of the record that has a foreign key, 0 for none (the foreign system agent's
 * GetKeyByValue, after the official client; that it answers null for none is a guess).
 */
export async function findByForeignKey(
	{ entity, request }: ItemCall,
	{ headers, timeout }: RequestOptions,
	key: ForeignKey,
): Promise<number> {
	const found = await request({
		method: 'POST',
		path: 'Agents/ForeignSystem/GetKeyByValue',
		headers,
		timeout,
		body: { ...key, TableName: entity.table },
		expect: expectForeignKey(key),
		acceptsMissing: true,
		readsOnly: true,
		purpose: 'looking up the foreign key',
	});
	return found === null ? 0 : Number((found as JsonObject).RecordId);
}

/** Saves a foreign key with a new record (SaveForeignKey). */
export async function saveForeignKey(
	{ entity, request }: ItemCall,
	{ headers, timeout }: RequestOptions,
	{ KeyName, KeyValue, ...place }: ForeignKey,
	id: number,
): Promise<void> {
	const body: JsonObject = {
		...place,
		DeviceIdentifier: '',
		ForeignKey: { Key: KeyName, Value: KeyValue, RecordId: id, TableName: entity.table },
	};
	await request({
		method: 'POST',
		path: 'Agents/ForeignSystem/SaveForeignKey',
		headers,
		timeout,
		body,
		expect: expectRecord('RecordId', id),
		purpose: `saving the foreign key of ${entity.words.one} ${id}, which was created`,
		alreadyDone: `The ${entity.words.one} was created, but its foreign key may be missing. To avoid a duplicate, run the item again with ${id} as its ID.`,
	});
}
