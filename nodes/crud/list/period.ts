import { DateTime } from 'luxon';
import type { INodeProperties } from 'n8n-workflow';

import type { EntityDefinition } from '../../entities/entity';
import { dateIn, surelyBefore, surelyFrom, type Condition } from '../../shared/archive/condition';
import { startOfDay } from '../../shared/dates';
import { toDateTime } from '../../shared/fields/dateTime';
import { oneOf } from '../../shared/fields/enumeration';
import { emptyAsUnset, FieldError } from '../../shared/fields/kind';
import { spotOf } from '../../shared/fields/parameter';
import type { ItemCall } from '../operation';

export const PERIOD: INodeProperties = {
	displayName: 'Period',
	name: 'period',
	type: 'options',
	options: [
		{ name: 'Any Time', value: 'anyTime' },
		{ name: 'Between Two Times', value: 'between' },
		{ name: 'Next Week', value: 'nextWeek' },
		{ name: 'This Month', value: 'thisMonth' },
		{ name: 'This Week', value: 'thisWeek' },
		{ name: 'Today', value: 'today' },
		{ name: 'Tomorrow', value: 'tomorrow' },
	],
	default: 'anyTime',
	description:
		"Which {records}, by the time they take, even if only in part; days are those of the workflow's time zone or of the one in the options, and weeks start on Monday",
};

const bound = (displayName: string, name: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'dateTime',
	default: '',
	description,
	displayOptions: { show: { period: ['between'] } },
});

export const FROM = bound(
	'From',
	'from',
	'Where the period starts; left empty, at the first of all',
);
export const TO = bound('To', 'to', 'Where the period ends; left empty, it does not end');

/** A stretch of time: its start belongs to it, its end does not. */
interface Period {
	from?: DateTime;
	to?: DateTime;
}

type Read = (parameter: string) => unknown;

/** The unit of each period of the form, and how many of them it lies ahead. */
const AROUND_NOW: Record<string, { unit: 'day' | 'week' | 'month'; ahead: number }> = {
	today: { unit: 'day', ahead: 0 },
	tomorrow: { unit: 'day', ahead: 1 },
	thisWeek: { unit: 'week', ahead: 0 },
	nextWeek: { unit: 'week', ahead: 1 },
	thisMonth: { unit: 'month', ahead: 0 },
};

function aroundNow(chosen: string, zone: string): Period {
	const { unit, ahead } = AROUND_NOW[chosen];
	const startAfter = (count: number) =>
		startOfDay(
			DateTime.now()
				.setZone(zone)
				.startOf(unit)
				.plus({ [unit]: count }),
		);
	return { from: startAfter(ahead), to: startAfter(ahead + 1) };
}

function readBound(read: Read, property: INodeProperties, zone: string): DateTime | undefined {
	const value = emptyAsUnset(read(property.name)) ?? undefined;
	return value === undefined ? undefined : toDateTime(value, spotOf(property), zone);
}

function betweenTwoTimes(read: Read, zone: string): Period {
	const [from, to] = [readBound(read, FROM, zone), readBound(read, TO, zone)];
	if (!from && !to) {
		throw new FieldError(spotOf(FROM), 'is empty, and so is To', 'Give at least one of the two.');
	}
	if (from && to && to <= from) {
		const problem = `${to.toISO()} is not after From, ${from.toISO()}`;
		throw new FieldError(spotOf(TO), problem, 'Let the period end after its start.');
	}
	return { from, to };
}

/** A record without length counts where it stands, one that only touches the start does not. */
function overlaps({ from, to }: Period, start?: DateTime, end = start): boolean {
	if (!start || !end) return false;
	const isMoment = +start === +end;
	const isPast = from !== undefined && (isMoment ? end < from : end <= from);
	return !isPast && (to === undefined || start < to);
}

/**
 * What records have to meet to overlap the period of an item.
 * @param zone IANA zone of the days, weeks and months, and of times without an offset
 * @param rowZone the zone of an answer's dates without an offset
 * @throws FieldError for a period that is none
 */
export function periodConditions(
	{ entity, read }: ItemCall,
	zone: string,
	rowZone: string,
): Condition[] {
	const columns = entity.archive.period;
	if (!columns) return [];
	const { start, end } = columns;
	const periods = ['anyTime', 'between', ...Object.keys(AROUND_NOW)];
	const chosen = oneOf(periods, read(PERIOD.name), spotOf(PERIOD));
	if (chosen === 'anyTime') return [];
	const period = chosen === 'between' ? betweenTwoTimes(read, zone) : aroundNow(chosen, zone);
	const { from, to } = period;
	const terms = [
		...(to ? [surelyBefore(start, to)] : []),
		...(from ? [surelyFrom(end, from)] : []),
	];
	return [
		{
			filter: terms.join(' and '),
			columns: [start, end],
			keeps: (row) => overlaps(period, dateIn(row, start, rowZone), dateIn(row, end, rowZone)),
		},
	];
}

/** The controls of the period, where the entity's records take time. */
export const periodForm = ({ archive }: EntityDefinition): INodeProperties[] =>
	archive.period ? [PERIOD, FROM, TO] : [];
