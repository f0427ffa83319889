import type { EntityDefinition } from '../entities/entity';
import { isNoDate } from '../shared/dates';
import { toDateTime } from '../shared/fields/dateTime';
import { emptyToUndefined } from '../shared/fields/fieldKind';
import { chosen, isOn, parameterRef } from '../shared/fields/parameterRef';
import type { JsonObject } from '../shared/json';
import { option, optionsForm } from '../shared/optionsForm';
import { outputOptions } from '../shared/output';
import { expectRecord } from '../shared/transport/expectedBody';
import type { Operation } from './operation';
import { readResponseOptions } from './responseOptions';
import { readTargetId, targetControl } from './target';

const FOREIGN_KEYS = option({
	displayName: 'Include Foreign Keys',
	name: 'includeForeignKeys',
	type: 'boolean',
	default: false,
	description:
		'Whether to return the foreign keys of the {record}, as app.device.key among the ExtraFields of raw output',
});

const MODIFIED_SINCE = option({
	displayName: 'Only If Modified Since',
	name: 'onlyIfModifiedSince',
	type: 'dateTime',
	default: '',
	description: 'Return the {record} only if it was changed after this time',
});

const whenUnchanged = ({ id }: EntityDefinition) =>
	option({
		displayName: 'When Unchanged',
		name: 'whenUnchanged',
		type: 'options',
		options: [
			{ name: 'No Item', value: 'noItem', description: 'Return no item' },
			{
				name: 'Item Marked as Unchanged',
				value: 'item',
				description: `Return an item with ${id} and unchanged: true`,
			},
		],
		default: 'noItem',
		description: 'What to return when the {record} was not changed after that time',
	});

/** GET /api/v1/{entity}/{id}; If-Modified-Since counts whole seconds. */
export const get: Operation = {
	label: 'Get',
	action: 'Get {record}',
	description: 'Retrieve {a record}',
	properties: (entity) => [
		targetControl(entity),
		optionsForm(
			...outputOptions,
			FOREIGN_KEYS,
			...(entity.lacksConditions ? [] : [MODIFIED_SINCE, whenUnchanged(entity)]),
		),
	],
	async execute(call) {
		const { entity, read, request } = call;
		const { options, output } = readResponseOptions(call);
		const id = await readTargetId(call, options);
		const since = emptyToUndefined(read(MODIFIED_SINCE.name));
		const asked =
			since === undefined
				? undefined
				: toDateTime(since, parameterRef(MODIFIED_SINCE), options.zone);
		// "No date" is no condition.
		const time = asked && !isNoDate(asked) ? asked.toHTTP() : undefined;
		const answer = await request({
			method: 'GET',
			path: `${entity.name}/${id}`,
			query: { ...output.query, ...(isOn(read, FOREIGN_KEYS) && { fk: 'true' }) },
			headers: { ...options.headers, ...(time && { 'If-Modified-Since': time }) },
			timeout: options.timeout,
			expect: expectRecord(entity.id, id),
			acceptsUnchanged: Boolean(time),
		});
		if (answer !== null) return await output.shape(answer as JsonObject);
		const unchanged = chosen(read, whenUnchanged(entity));
		return unchanged === 'item' ? { [entity.id]: id, unchanged: true } : [];
	},
};
