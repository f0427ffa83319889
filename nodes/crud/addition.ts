import type { INodeProperties } from 'n8n-workflow';

import type { EntityDefinition } from '../entities/entity';
import { FieldError } from '../shared/fields/fieldKind';
import { parameterRef } from '../shared/fields/parameterRef';
import type { JsonObject } from '../shared/json';
import type { RequestOptions } from '../shared/options';
import { option } from '../shared/optionsForm';
import type { ItemCall } from './operation';

/** What belongs to a new record and is saved by calls of its own, such as its first message. */
export interface Addition {
	/** The form with its controls. */
	properties(form: INodeProperties[]): INodeProperties[];
	/** Its options. */
	options: INodeProperties[];
	/**
	 * Reads it, before anything is saved.
	 * @throws FieldError for what cannot be saved
	 */
	read(call: ItemCall, options: RequestOptions): Promise<ReadAddition | undefined>;
}

/** A form with controls before its collections, which hold what is rarely set. */
export function beforeCollections(
	form: INodeProperties[],
	added: INodeProperties[],
): INodeProperties[] {
	const first = form.findIndex(({ type }) => type === 'collection');
	return [...form.slice(0, first), ...added, ...form.slice(first)];
}

/** Whether a record was created just now, left unfinished before, or found by its key. */
export type RecordState = 'new' | 'unfinished' | 'found';

/** An addition to one record. */
export interface ReadAddition {
	/** The record with what follows from the addition. */
	complete?(body: JsonObject | string): Promise<JsonObject | string>;
	/** Does what does not need the record yet. */
	prepare?(): Promise<void>;
	/**
	 * Saves it, unless the record has it.
	 * @param saved the record, of which only some properties may be known
	 * @returns the record after that; undefined where nothing was to be done
	 */
	save(saved: JsonObject, state: RecordState): Promise<JsonObject | undefined>;
}

/** The record that an earlier run left incomplete. */
export const continueWithId = ({ label }: EntityDefinition) =>
	option({
		displayName: `Continue With ${label} ID`,
		name: 'continueWithId',
		type: 'string',
		default: '',
		placeholder: 'e.g. 4711',
		description:
			'The ID that an error of this operation has named: no {record} is created then, and only what that one lacks is saved',
	});

/** @throws FieldError for a record that lacks nothing: it would be taken for that of another item */
export function rejectComplete({ entity }: ItemCall, id: number): never {
	const problem = `${entity.words.one} ${id} lacks nothing of this item`;
	const advice = `Nothing was saved. Leave the option out to create ${entity.words.a}.`;
	throw new FieldError(parameterRef(continueWithId(entity)), problem, advice);
}
