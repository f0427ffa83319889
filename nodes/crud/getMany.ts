import type { IDataObject } from 'n8n-workflow';

import { plainValue, toColumn } from '../shared/archive/columns';
import type { Condition } from '../shared/archive/condition';
import { enclosed } from '../shared/archive/rawFilter';
import { readRows, type Order } from '../shared/archive/read';
import { oneOf } from '../shared/fields/enumeration';
import { FieldError } from '../shared/fields/kind';
import { inRange, INT32_MAX, toInteger } from '../shared/fields/number';
import { isOn, spotOf } from '../shared/fields/parameter';
import { toText } from '../shared/fields/text';
import { asRecord, isRecord, own } from '../shared/json';
import { readOptions, withPlainValues, type RequestOptions } from '../shared/options';
import { optionsProperty } from '../shared/optionsForm';
import type { ItemCall, Operation } from './operation';
import { archiveName, ownName } from './list/columnNames';
import { filterConditions, filtersControl } from './list/filters';
import { askFor } from './body/read';
import {
	COLUMNS,
	columnsForm,
	LIMIT,
	RAW_FILTER,
	RETURN_ALL,
	RETURN_EVERYTHING,
	SORT,
} from './list/form';
import { periodConditions, periodForm } from './list/period';

type Read = ItemCall['read'];

function readLimit(read: Read): number {
	if (isOn(read, RETURN_ALL)) return Infinity;
	const spot = spotOf(LIMIT);
	return inRange(toInteger(read(LIMIT.name), spot), 1, INT32_MAX, spot);
}

const EVERYTHING_ADVICE = `Choose a Period, or add a filter: n8n drops an expression that stands in place of all Filters. If all of them are wanted, turn on ${RETURN_EVERYTHING.displayName}.`;

/** @throws FieldError where all records there are would come out, and nobody has said so */
function refuseEverything({ entity, read }: ItemCall, conditions: Condition[]): void {
	if (conditions.length > 0 || !isOn(read, RETURN_ALL) || isOn(read, RETURN_EVERYTHING)) return;
	const problem = `without a period and filters, all ${entity.words.many} of SuperOffice would come out`;
	throw new FieldError(spotOf(RETURN_ALL), problem, EVERYTHING_ADVICE);
}

/** The columns that come out, by our names; several may also be given as text with commas. */
function readColumns({ entity, read }: ItemCall): string[] {
	const given = read(COLUMNS.name) ?? [];
	const list: unknown[] = Array.isArray(given) ? given : String(given).split(',');
	const chosen = list.filter((one) => one !== '').map((one) => toColumn(one, spotOf(COLUMNS)));
	return chosen.length > 0
		? chosen.map((one) => ownName(entity.archive, one))
		: entity.archive.columns;
}

function readSort({ entity, read }: ItemCall): Order[] {
	const { rule } = asRecord(read(SORT.name));
	const rules = Array.isArray(rule) ? rule.filter(isRecord) : [];
	return rules.map(({ column, direction }, index) => {
		const spot = (name: string, label: string) => ({
			parameter: `${SORT.name}.rule[${index}].${name}`,
			label,
		});
		return {
			column: archiveName(entity.archive, toColumn(column, spot('column', 'Column Name or ID'))),
			direction: oneOf(
				['asc', 'desc'],
				direction ?? 'asc',
				spot('direction', 'Direction'),
			) as Order['direction'],
		};
	});
}

function rawConditions(read: Read) {
	const filter = toText(read(RAW_FILTER.name) ?? '', spotOf(RAW_FILTER));
	return filter.trim() === '' ? [] : [{ filter: enclosed(filter, spotOf(RAW_FILTER)) }];
}

/** The zone of an answer's dates that come without an offset, though one is asked for. */
const zoneOfRows = ({ headers, zone }: RequestOptions) =>
	/^UTC\b/i.test(headers['SO-TimeZone']) ? 'UTC' : zone;

/** GET /api/v1/{entity}, which is SuperOffice's archive of it. */
export const getMany: Operation = {
	label: 'Get Many',
	action: 'Get many {records}',
	description: 'Get the {records} that meet conditions',
	properties: (entity) => [
		RETURN_ALL,
		RETURN_EVERYTHING,
		LIMIT,
		...periodForm(entity),
		filtersControl(entity),
		RAW_FILTER,
		...columnsForm(entity),
		optionsProperty,
	],
	async execute(call) {
		const { entity, read, request } = call;
		const { archive } = entity;
		const options = readOptions(read, call.workflowZone);
		const rowZone = zoneOfRows(options);
		const columns = readColumns(call);
		const conditions = [
			...periodConditions(call, options.zone, rowZone),
			...rawConditions(read),
			...(await filterConditions(call, askFor(call, options), options.zone)),
		];
		refuseEverything(call, conditions);
		const query = {
			path: entity.name,
			archive: archive.name,
			key: archive.key,
			columns: columns.map((one) => archiveName(archive, one)),
			order: readSort(call),
			limit: readLimit(read),
			headers: withPlainValues(options.headers),
			timeout: options.timeout,
			conditions,
		};
		const output: IDataObject[] = [];
		for await (const row of readRows(request, query)) {
			// What was selected for us alone stays behind.
			const entries = columns.map((name) => {
				const column = archiveName(archive, name);
				return [name, plainValue(column, own(row, column), rowZone)] as const;
			});
			output.push(Object.fromEntries(entries) as IDataObject);
		}
		return output;
	},
};
