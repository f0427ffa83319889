import lowerFirst from 'lodash/lowerFirst';
import type { INodeProperties } from 'n8n-workflow';

import type { EntityDefinition } from '../entities/entity';
import { FieldError, type Spot } from '../shared/fields/kind';
import { identifier } from '../shared/fields/reference';
import { finder } from '../shared/lookup/find';
import type { RequestOptions } from '../shared/options';
import { ALL } from '../shared/turns';
import type { ItemCall } from './operation';
import { askFor } from './body/read';

const kindOf = ({ source }: EntityDefinition) => identifier({ method: source });

/** The parameter of the record that an operation is about. */
export const targetSpot = ({ id, label }: EntityDefinition): Spot => ({
	parameter: lowerFirst(id),
	label,
});

/** The record that an operation is about. */
export const target = (entity: EntityDefinition): INodeProperties => ({
	displayName: entity.label,
	name: targetSpot(entity).parameter,
	...kindOf(entity).control,
	description: 'The {record}, from the list, by its ID or by its title',
});

/**
 * The number of the record that an item is about, 0 for none.
 * @throws FieldError when its title is not that of one record alone
 */
export async function readTargetIfAny(call: ItemCall, options: RequestOptions): Promise<number> {
	const find = finder(askFor(call, options), options.zone);
	const around = { zone: options.zone, encoded: {}, find };
	const spot = targetSpot(call.entity);
	const given = call.read(spot.parameter) ?? '';
	const id = Number((await kindOf(call.entity).encode(given, spot, around)) ?? 0);
	if (id >= 0) return id;
	throw new FieldError(spot, `${id} is no ID`, 'IDs are 1 or higher.');
}

/** What changes others along has to go alone. */
const changesOthers = ({ read }: ItemCall) => (read('updateMode') ?? 'OnlyThis') !== 'OnlyThis';

/**
 * The number of the record that an item looks at.
 * @throws FieldError when there is none, or its title is not that of one record alone
 */
export async function readWanted(call: ItemCall, options: RequestOptions): Promise<number> {
	const id = await readTargetIfAny(call, options);
	if (id > 0) return id;
	const advice = 'Choose one, or give its ID, 1 or higher.';
	throw new FieldError(targetSpot(call.entity), `names no ${call.entity.words.one}`, advice);
}

/**
 * The number of the record that an item changes, in its turn: those before it that are about the
 * same record have ended, and all of them where a series is changed.
 * @param goesAlone whether it may change others along in any case
 * @throws FieldError when there is none, or its title is not that of one record alone
 */
export async function readTarget(
	call: ItemCall,
	options: RequestOptions,
	goesAlone = false,
): Promise<number> {
	const id = await readWanted(call, options);
	await call.turn(goesAlone || changesOthers(call) ? ALL : String(id));
	return id;
}
