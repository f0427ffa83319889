import mapValues from 'lodash/mapValues';
import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { RelatedList } from '../entities/entity';
import { toPlainValue } from '../shared/archive/archiveColumns';
import type { ArchiveRow } from '../shared/archive/condition';
import { readRows } from '../shared/archive/readRows';
import { day } from '../shared/fields/day';
import { anyDateTime } from '../shared/fields/dateTime';
import { chosen } from '../shared/fields/parameterRef';
import { plainValueHeaders, readOptions } from '../shared/options';
import { optionsForm } from '../shared/optionsForm';
import { daysZone } from './baseZone';
import { LIMIT, readLimit, RETURN_ALL } from './list/listForm';
import type { Operation } from './operation';
import { readTargetId, targetControl } from './target';

function relatedControl(lists: Record<string, RelatedList>): INodeProperties {
	const [first] = Object.keys(lists);
	return {
		displayName: 'Related Records',
		name: 'related',
		type: 'options',
		options: Object.entries(lists).map(([value, { label }]) => ({ name: label, value })),
		default: first,
		description: 'What to return of the {record}',
	};
}

/** A row by the names of its properties, its dates in a zone and its days those of the base zone. */
const toItem = (
	{ columns, days = [] }: RelatedList,
	row: ArchiveRow,
	zone: string,
	baseZone: string,
): IDataObject =>
	mapValues(columns, (column) => {
		const value = toPlainValue(column, row[column], zone);
		const { inZone } = days.includes(column) ? day : anyDateTime;
		return inZone?.(value, zone, baseZone) ?? value;
	}) as IDataObject;

/** GET /api/v1/{entity}/{id}/{list}: the lists of related records that SuperOffice has for it, page by page. */
export const getRelated = (lists: Record<string, RelatedList>): Operation => ({
	label: 'Get Related',
	action: 'Get related records of {record}',
	description: 'Retrieve the records that belong to {a record}',
	properties: (entity) => [
		targetControl(entity),
		relatedControl(lists),
		RETURN_ALL,
		LIMIT,
		optionsForm(),
	],
	async execute(call) {
		const { entity, read, request, workflowZone } = call;
		const options = readOptions(read, workflowZone);
		const list = lists[chosen(read, relatedControl(lists))];
		const id = await readTargetId(call, options);
		const rows = readRows(request, {
			path: `${entity.name}/${id}/${list.path}`,
			key: list.key,
			columns: Object.values(list.columns),
			conditions: [],
			order: [],
			limit: readLimit(read),
			headers: plainValueHeaders(options.headers),
			timeout: options.timeout,
		});
		const baseZone = list.days ? await daysZone(call, options) : options.zone;
		const output: IDataObject[] = [];
		for await (const row of rows) {
			output.push({ [entity.id]: id, ...toItem(list, row, options.zone, baseZone) });
		}
		return output;
	},
});
