import lowerFirst from 'lodash/lowerFirst';
import type { INodeProperties } from 'n8n-workflow';

import type { EntityDefinition } from '../entities/entity';
import { FieldError, type ParameterRef } from '../shared/fields/fieldKind';
import { identifier } from '../shared/fields/reference';
import type { RequestOptions } from '../shared/options';
import { EXCLUSIVE } from '../shared/keyedLock';
import type { ItemCall } from './operation';
import { encodeContext } from './body/encodeContext';
import { lookUpFor } from './body/readBody';

const targetKind = ({ source }: EntityDefinition) => identifier({ method: source });

/** The reference to the parameter of the operation's record. */
export const targetRef = ({ id, label }: EntityDefinition): ParameterRef => ({
	parameter: lowerFirst(id),
	label,
});

/** The control of the operation's record. */
export const targetControl = (entity: EntityDefinition): INodeProperties => ({
	displayName: entity.label,
	name: targetRef(entity).parameter,
	...targetKind(entity).control,
	description: `The {record}, from the list, by its ID (${entity.id}) or by its name`,
});

/**
 * The number of the record that an item is about, 0 for none.
 * @throws FieldError when its name is not that of one record alone
 */
export async function readOptionalTargetId(
	call: ItemCall,
	options: RequestOptions,
): Promise<number> {
	const context = { ...encodeContext(lookUpFor(call, options), options.zone), encoded: {} };
	const ref = targetRef(call.entity);
	const given = call.read(ref.parameter) ?? '';
	const id = Number((await targetKind(call.entity).encode(given, ref, context)) ?? 0);
	if (id >= 0) return id;
	throw new FieldError(ref, `${id} is no ID`, 'IDs are 1 or higher.');
}

/** Whether other records change along, which needs the exclusive lock. */
const changesOthers = ({ read }: ItemCall) => (read('updateMode') ?? 'OnlyThis') !== 'OnlyThis';

/**
 * The ID of the record that an item reads.
 * @throws FieldError when there is none, or its title is not that of one record alone
 */
export async function readTargetId(call: ItemCall, options: RequestOptions): Promise<number> {
	const id = await readOptionalTargetId(call, options);
	if (id > 0) return id;
	const advice = 'Choose one from the list, or enter its ID (1 or higher).';
	throw new FieldError(targetRef(call.entity), `no ${call.entity.words.one} is chosen`, advice);
}

/**
 * The ID of the record that an item changes, after acquiring its lock: that of the record, or the
 * exclusive one where a series is changed.
 * @param goesAlone whether the exclusive lock is needed in any case
 * @throws FieldError when there is none, or its title is not that of one record alone
 */
export async function lockTarget(
	call: ItemCall,
	options: RequestOptions,
	goesAlone = false,
): Promise<number> {
	const id = await readTargetId(call, options);
	await call.lock(goesAlone || changesOthers(call) ? EXCLUSIVE : String(id));
	return id;
}
