import type { INodeProperties } from 'n8n-workflow';

import type { EntityDefinition } from '../entities/entity';
import { FieldError } from '../shared/fields/fieldKind';
import { isOn } from '../shared/fields/parameterRef';
import { identifier } from '../shared/fields/reference';
import type { FieldTable } from '../shared/fields/table';
import type { JsonObject } from '../shared/json';
import { EXCLUSIVE } from '../shared/keyedLock';
import { optionsForm } from '../shared/optionsForm';
import { outputOptions } from '../shared/output';
import type { RequestOptions } from '../shared/options';
import { operationFieldsForm, readOperationFields } from './operationFields';
import type { ItemCall, Operation } from './operation';
import { readBackAndShape, readResponseOptions } from './responseOptions';
import { readTargetId, targetControl } from './target';

export const FILL_EMPTY: INodeProperties = {
	displayName: 'Fill Empty Fields',
	name: 'replaceEmptyFieldsOnDestination',
	type: 'boolean',
	default: true,
	description:
		'Whether what is empty in the {record} that stays gets the value of the one that disappears',
};

const destination = ({ source, words }: EntityDefinition) =>
	({
		destination: {
			label: 'Merge Into',
			kind: identifier({ method: source }),
			help: `The ${words.one} that stays, from the list, by its ID or by its name`,
			hint: `The ${words.one} chosen above disappears; this cannot be undone`,
		},
	}) satisfies FieldTable;

/** What a kind of record adds to a merge. */
interface MergeTexts {
	/** The switches, by the names of their query parameters. */
	switches: INodeProperties[];
	/** Fields beside the record that stays, none of which is needed. */
	fields?: FieldTable;
	/** The query parameters of the fields' values. */
	query?(given: JsonObject): Record<string, string>;
	description: string;
	/** Merges the source into the record that stays, where that is no MergeTo. */
	send?(call: ItemCall, options: RequestOptions, source: number, id: number): Promise<void>;
}

/**
 * POST /api/v1/{entity}/{source}/MergeTo/{destination}, which answers nothing. It cannot be undone, so
 * nothing else of the run changes records meanwhile.
 */
export const merge = ({
	switches,
	fields = {},
	query,
	description,
	send,
}: MergeTexts): Operation => ({
	label: 'Merge',
	action: 'Merge {records}',
	description,
	properties: (entity) => [
		targetControl(entity),
		...operationFieldsForm({ ...destination(entity), ...fields }),
		...switches,
		optionsForm(...outputOptions),
	],
	async execute(call) {
		const { entity, read, request } = call;
		const responseOptions = readResponseOptions(call);
		const { options } = responseOptions;
		const source = await readTargetId(call, options);
		const into = destination(entity);
		const table = { ...into, ...fields };
		const given = await readOperationFields(call, options, table, ['destination']);
		const id = Number(given.Destination);
		if (source === id) {
			const ref = { parameter: 'destination', label: into.destination.label };
			throw new FieldError(ref, `is the ${entity.words.one} itself`, 'Choose another one.');
		}
		await call.lock(EXCLUSIVE);
		if (send) await send(call, options, source, id);
		else {
			await request({
				method: 'POST',
				path: `${entity.name}/${source}/MergeTo/${id}`,
				query: {
					...query?.(given),
					...Object.fromEntries(switches.map((one) => [one.name, String(isOn(read, one))])),
				},
				headers: options.headers,
				timeout: options.timeout,
				expect: 'nothing',
			});
		}
		return await readBackAndShape(call, responseOptions, id, 'merged');
	},
});
