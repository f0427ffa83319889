import { DateTime, type DateTimeUnit } from 'luxon';
import type { INodeProperties } from 'n8n-workflow';

import type { EntityDefinition } from '../../entities/entity';
import {
	rowDate,
	looselyBefore,
	looselyAfter,
	type Condition,
} from '../../shared/archive/condition';
import { startOfDay } from '../../shared/dates';
import { toTenantDay } from '../../shared/fields/day';
import { toDateTime } from '../../shared/fields/dateTime';
import { toEnumValue } from '../../shared/fields/enumeration';
import { emptyToUndefined, FieldError, type ParameterRef } from '../../shared/fields/fieldKind';
import { parameterRef } from '../../shared/fields/parameterRef';
import type { ItemCall } from '../operation';

export const PERIOD: INodeProperties = {
	displayName: 'Period',
	name: 'period',
	type: 'options',
	options: [
		{ name: 'Any Time', value: 'anyTime' },
		{ name: 'Between Two Times', value: 'between' },
		{ name: 'Last Month', value: 'lastMonth' },
		{ name: 'Last Quarter', value: 'lastQuarter' },
		{ name: 'Last Week', value: 'lastWeek' },
		{ name: 'Last Year', value: 'lastYear' },
		{ name: 'Next Month', value: 'nextMonth' },
		{ name: 'Next Quarter', value: 'nextQuarter' },
		{ name: 'Next Week', value: 'nextWeek' },
		{ name: 'Next Year', value: 'nextYear' },
		{ name: 'This Month', value: 'thisMonth' },
		{ name: 'This Quarter', value: 'thisQuarter' },
		{ name: 'This Week', value: 'thisWeek' },
		{ name: 'This Year', value: 'thisYear' },
		{ name: 'Today', value: 'today' },
		{ name: 'Tomorrow', value: 'tomorrow' },
		{ name: 'Yesterday', value: 'yesterday' },
	],
	default: 'anyTime',
	description:
		"Return {records} that fall into this period, even if only in part. Days are those of the workflow's time zone (or the one in Options); weeks start on Monday.",
};

const bound = (displayName: string, name: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'dateTime',
	default: '',
	description,
	displayOptions: { show: { period: ['between'] } },
});

export const PERIOD_FROM = bound(
	'From',
	'from',
	'Start of the period; leave empty for no lower limit',
);
export const PERIOD_TO = bound('To', 'to', 'End of the period; leave empty for no upper limit');

/** The controls for records that are about a day. */
const dayPeriod = (day: string): INodeProperties[] => [
	{
		...PERIOD,
		description: `Return {records} whose ${day} falls into this period, by the tenant's calendar. Weeks start on Monday.`,
	},
	{
		...PERIOD_FROM,
		typeOptions: { dateOnly: true },
		description: 'First day of the period; leave empty for no lower limit',
	},
	{
		...PERIOD_TO,
		typeOptions: { dateOnly: true },
		description: 'Last day of the period, included; leave empty for no upper limit',
	},
];

/** A half-open interval: the start is included, the end is not. */
interface Period {
	from?: DateTime;
	to?: DateTime;
}

type Read = (parameter: string) => unknown;

/** The IANA zones of a period. */
interface Zones {
	/** Of days, weeks and months, and of times without an offset. */
	zone: string;
	/** Gives that of the tenant's days. */
	baseZone(): Promise<string>;
	/** Of an answer's dates without an offset. */
	rowZone: string;
}

/** The unit of each period of the form, and how many of them it lies ahead. */
const RELATIVE_PERIODS: Record<string, { unit: DateTimeUnit; ahead: number }> = {
	yesterday: { unit: 'day', ahead: -1 },
	today: { unit: 'day', ahead: 0 },
	tomorrow: { unit: 'day', ahead: 1 },
	lastWeek: { unit: 'week', ahead: -1 },
	thisWeek: { unit: 'week', ahead: 0 },
	nextWeek: { unit: 'week', ahead: 1 },
	lastMonth: { unit: 'month', ahead: -1 },
	thisMonth: { unit: 'month', ahead: 0 },
	nextMonth: { unit: 'month', ahead: 1 },
	lastQuarter: { unit: 'quarter', ahead: -1 },
	thisQuarter: { unit: 'quarter', ahead: 0 },
	nextQuarter: { unit: 'quarter', ahead: 1 },
	lastYear: { unit: 'year', ahead: -1 },
	thisYear: { unit: 'year', ahead: 0 },
	nextYear: { unit: 'year', ahead: 1 },
};

function relativePeriod(chosen: string, zone: string): Period {
	const { unit, ahead } = RELATIVE_PERIODS[chosen];
	const startAfter = (count: number) =>
		startOfDay(
			DateTime.now()
				.setZone(zone)
				.startOf(unit)
				.plus({ [unit]: count }),
		);
	return { from: startAfter(ahead), to: startAfter(ahead + 1) };
}

/** A bound of a period, undefined for none. */
function readBound(
	read: Read,
	property: INodeProperties,
	toTime: (value: unknown, ref: ParameterRef) => DateTime,
): DateTime | undefined {
	const value = emptyToUndefined(read(property.name)) ?? undefined;
	return value === undefined ? undefined : toTime(value, parameterRef(property));
}

/** @param baseZone where the bounds are days */
function betweenTwoTimes(read: Read, zone: string, baseZone?: string): Period {
	const toTime = (value: unknown, ref: ParameterRef) =>
		baseZone === undefined
			? toDateTime(value, ref, zone)
			: startOfDay(toTenantDay(value, ref, zone, baseZone));
	const from = readBound(read, PERIOD_FROM, toTime);
	const last = readBound(read, PERIOD_TO, toTime);
	const to = baseZone !== undefined && last ? startOfDay(last.plus({ days: 1 })) : last;
	if (!from && !to) {
		throw new FieldError(
			parameterRef(PERIOD_FROM),
			'is empty, and so is To',
			'Give at least one of the two.',
		);
	}
	if (from && to && to <= from) {
		const problem = `${to.toISO()} is not after From, ${from.toISO()}`;
		throw new FieldError(parameterRef(PERIOD_TO), problem, 'Let the period end after its start.');
	}
	return { from, to };
}

/**
 * A record of zero length counts at its moment; one that ends at the start of the period does not.
 */
function overlaps({ from, to }: Period, start?: DateTime, end = start): boolean {
	if (!start || !end) return false;
	const isMoment = +start === +end;
	const isPast = from !== undefined && (isMoment ? end < from : end <= from);
	return !isPast && (to === undefined || start < to);
}

/**
 * What records have to meet to overlap the period of an item.
 * @throws FieldError for a period that is none, NodeApiError where the tenant's zone is needed and cannot be read
 */
export async function readPeriodConditions(
	{ entity, read }: ItemCall,
	zones: Zones,
): Promise<Condition[]> {
	const columns = entity.archive.period;
	if (!columns) return [];
	const { start, end, day } = columns;
	const { zone, rowZone } = zones;
	const periods = ['anyTime', 'between', ...Object.keys(RELATIVE_PERIODS)];
	const chosen = toEnumValue(periods, read(PERIOD.name), parameterRef(PERIOD));
	if (chosen === 'anyTime') return [];
	const baseZone = day === undefined ? undefined : await zones.baseZone();
	const period =
		chosen === 'between'
			? betweenTwoTimes(read, zone, baseZone)
			: relativePeriod(chosen, baseZone ?? zone);
	const { from, to } = period;
	const terms = [
		...(to ? [looselyBefore(start, to)] : []),
		...(from ? [looselyAfter(end, from)] : []),
	];
	return [
		{
			filter: terms.join(' and '),
			columns: [start, end],
			matches: (row) => overlaps(period, rowDate(row, start, rowZone), rowDate(row, end, rowZone)),
		},
	];
}

/** The controls of the period, where the entity's records take time. */
export function periodForm({ archive: { period } }: EntityDefinition): INodeProperties[] {
	if (!period) return [];
	return period.day === undefined ? [PERIOD, PERIOD_FROM, PERIOD_TO] : dayPeriod(period.day);
}
