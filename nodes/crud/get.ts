import type { INodeProperties } from 'n8n-workflow';

import type { EntityDefinition } from '../entities/entity';
import { isNoDate } from '../shared/dates';
import { toDateTime } from '../shared/fields/dateTime';
import { oneOf } from '../shared/fields/enumeration';
import { emptyAsUnset } from '../shared/fields/kind';
import { isOn, spotOf } from '../shared/fields/parameter';
import type { JsonObject } from '../shared/json';
import { optionsProperty } from '../shared/optionsForm';
import { outputForm } from '../shared/output';
import { recordOf } from '../shared/transport/expected';
import type { Operation } from './operation';
import { readOutcome } from './responseOptions';
import { readWanted, target } from './target';

const FOREIGN_KEYS: INodeProperties = {
	displayName: 'Include Foreign Keys',
	name: 'includeForeignKeys',
	type: 'boolean',
	default: false,
	description:
		'Whether to add the keys that other systems keep with the {record}, as app.device.key among the ExtraFields of complete output; simplified output leaves them out',
};

const MODIFIED_SINCE: INodeProperties = {
	displayName: 'Only If Modified Since',
	name: 'onlyIfModifiedSince',
	type: 'dateTime',
	default: '',
	description: 'Leave it empty to get the {record} in any case',
};

const whenUnchanged = ({ id }: EntityDefinition): INodeProperties => ({
	displayName: 'When Unchanged',
	name: 'whenUnchanged',
	type: 'options',
	options: [
		{ name: 'No Item', value: 'noItem', description: 'Nothing comes out' },
		{
			name: 'Item That Says So',
			value: 'item',
			description: `An item with ${id} and unchanged: true comes out`,
		},
	],
	default: 'noItem',
	description: 'What comes out when the {record} was not modified since then',
});

/** GET /api/v1/{entity}/{id}; If-Modified-Since counts whole seconds. */
export const get: Operation = {
	label: 'Get',
	action: 'Get {a record}',
	description: 'Get one {record}',
	properties: (entity) => [
		target(entity),
		FOREIGN_KEYS,
		MODIFIED_SINCE,
		whenUnchanged(entity),
		...outputForm(entity),
		optionsProperty,
	],
	async execute(call) {
		const { entity, read, request } = call;
		const { options, output } = readOutcome(call);
		const id = await readWanted(call, options);
		const since = emptyAsUnset(read(MODIFIED_SINCE.name));
		const asked =
			since === undefined ? undefined : toDateTime(since, spotOf(MODIFIED_SINCE), options.zone);
		// Whatever there is has changed since "no date".
		const time = asked && !isNoDate(asked) ? asked.toHTTP() : undefined;
		const answer = await request({
			method: 'GET',
			path: `${entity.name}/${id}`,
			query: { ...output.query, ...(isOn(read, FOREIGN_KEYS) && { fk: 'true' }) },
			headers: { ...options.headers, ...(time && { 'If-Modified-Since': time }) },
			timeout: options.timeout,
			expect: recordOf(entity.id, id),
			acceptsUnchanged: Boolean(time),
		});
		if (answer !== null) return await output.shape(answer as JsonObject);
		const unchanged = oneOf(
			['noItem', 'item'],
			read('whenUnchanged'),
			spotOf(whenUnchanged(entity)),
		);
		return unchanged === 'item' ? { [entity.id]: id, unchanged: true } : [];
	},
};
