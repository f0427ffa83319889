import type { IDataObject } from 'n8n-workflow';

import { toColumnName } from '../shared/archive/archiveColumns';
import type { Condition } from '../shared/archive/condition';
import { parenthesize } from '../shared/archive/rawFilter';
import { readRows, type SortOrder } from '../shared/archive/readRows';
import { toEnumValue } from '../shared/fields/enumeration';
import { FieldError } from '../shared/fields/fieldKind';
import { isOn, parameterRef } from '../shared/fields/parameterRef';
import { toText } from '../shared/fields/text';
import { asRecord, isRecord } from '../shared/json';
import { readOptions, plainValueHeaders, type RequestOptions } from '../shared/options';
import { optionsForm } from '../shared/optionsForm';
import { encodeContext } from './body/encodeContext';
import type { ItemCall, Operation } from './operation';
import { columnsOf, propertyPaths } from './list/archiveProperties';
import { absentConditions, filtersControl, readFilterConditions } from './list/filters';
import { lookUpFor } from './body/readBody';
import {
	LIMIT,
	listOptions,
	RAW_FILTER,
	readLimit,
	RETURN_ALL,
	RETURN_EVERYTHING,
	SORT,
} from './list/listForm';
import { readPeriodConditions, periodForm } from './list/period';
import { readRowOutput } from './list/rowOutput';

type Read = ItemCall['read'];

const EVERYTHING_ADVICE = `n8n ignores an expression for the whole Filters collection. To return everything, turn on ${RETURN_EVERYTHING.displayName}.`;

/** @throws FieldError where all records would be returned without Return Everything */
function rejectUnfiltered({ entity, read }: ItemCall, conditions: Condition[]): void {
	const isLimited = conditions.some(({ filter, matches }) => filter ?? matches);
	if (isLimited || !isOn(read, RETURN_ALL) || isOn(read, RETURN_EVERYTHING)) return;
	const problem = `without a period or a filter, all ${entity.words.many} in SuperOffice would be returned`;
	const advice = entity.archive.period ? 'Choose a Period, or add a filter.' : 'Add a filter.';
	throw new FieldError(parameterRef(RETURN_ALL), problem, `${advice} ${EVERYTHING_ADVICE}`);
}

function readSort({ entity, read }: ItemCall): SortOrder[] {
	const { rule } = asRecord(read(SORT.name));
	const rules = Array.isArray(rule) ? rule.filter(isRecord) : [];
	return rules.map(({ field, direction }, index) => {
		const ref = (name: string, label: string) => ({
			parameter: `${SORT.name}.rule[${index}].${name}`,
			label,
		});
		const name = toColumnName(field, ref('field', 'Field Name or ID'));
		const [path] = propertyPaths(entity.archive, name);
		return {
			column: columnsOf(entity.archive, path)[0],
			direction: toEnumValue(
				['asc', 'desc'],
				direction ?? 'asc',
				ref('direction', 'Direction'),
			) as SortOrder['direction'],
		};
	});
}

function rawConditions(read: Read) {
	const filter = toText(read(RAW_FILTER.name) ?? '', parameterRef(RAW_FILTER));
	return filter.trim() === '' ? [] : [{ filter: parenthesize(filter, parameterRef(RAW_FILTER)) }];
}

/** The time zone of dates in the response that lack an offset. */
const rowTimeZone = ({ headers, zone }: RequestOptions) =>
	/^UTC\b/i.test(headers['SO-TimeZone']) ? 'UTC' : zone;

/** GET /api/v1/{entity}, which is SuperOffice's archive of it. */
export const getMany: Operation = {
	label: 'Get Many',
	action: 'Get many {records}',
	description: 'Retrieve a list of {records} that match filters',
	properties: (entity) => [
		RETURN_ALL,
		LIMIT,
		...periodForm(entity),
		filtersControl(entity),
		optionsForm(...listOptions(entity)),
	],
	async execute(call) {
		const { entity, read, request } = call;
		const { archive } = entity;
		const options = readOptions(read, call.workflowZone);
		const rowZone = rowTimeZone(options);
		const lookUp = lookUpFor(call, options);
		const { baseZone } = encodeContext(lookUp, options.zone);
		const conditions = [
			...(await readPeriodConditions(call, { zone: options.zone, baseZone, rowZone })),
			...rawConditions(read),
			...(await readFilterConditions(call, lookUp, options.zone)),
		];
		const always = [...(archive.conditions ?? []), ...absentConditions(call)];
		rejectUnfiltered(call, conditions);
		const { columns, shape } = await readRowOutput(call, options, rowZone);
		const query = {
			path: entity.name,
			archive: archive.name,
			key: archive.key,
			columns,
			order: readSort(call),
			limit: readLimit(read),
			headers: plainValueHeaders(options.headers),
			timeout: options.timeout,
			conditions: [...conditions, ...always],
		};
		const output: IDataObject[] = [];
		for await (const row of readRows(request, query)) output.push(shape(row));
		return output;
	},
};
