import { DateTime } from 'luxon';
import uniq from 'lodash/uniq';

import { FieldError } from '../../../shared/fields/kind';
import { asRecord, inAnyCase, type Json, type JsonObject } from '../../../shared/json';
import type { RequestOptions } from '../../../shared/options';
import type { ItemCall } from '../../../crud/operation';
import { appointmentFields } from '../appointment.fields';
import { baseZoneOf, zoneOfJson } from './baseZone';
import { firstDayOf, isSeries, mayBeOn } from './rule';
import { shown } from './seriesZone';

/** What a body asks of the first occurrence of its series. */
interface Asked {
	rule: JsonObject;
	/** The first occurrence, in the base zone, unless its rule leaves out that day. */
	first: DateTime;
	/** Whether the rule has that day. */
	isSure: boolean;
}

async function readAsked(
	call: ItemCall,
	options: RequestOptions,
	body: JsonObject | string,
): Promise<Asked | undefined> {
	// What is sent as it was written is not judged here.
	const given: unknown = typeof body === 'string' ? JSON.parse(body) : body;
	const [StartDate, Recurrence] = ['StartDate', 'Recurrence'].map((name) =>
		inAnyCase(asRecord(given), name),
	) as Array<Json | undefined>;
	const rule = asRecord(Recurrence) as JsonObject;
	if (typeof StartDate !== 'string' || !isSeries({ Recurrence: rule })) return undefined;
	const isJson = typeof body === 'string';
	const zone = isJson ? await zoneOfJson(call, options) : 'UTC';
	const time = DateTime.fromISO(StartDate, { zone, setZone: true });
	if (zone === undefined || !time.isValid) return undefined;
	const start = time.setZone((await baseZoneOf(call, options)) ?? options.zone);
	// Whoever writes JSON may have the day of its text in mind.
	const written = isJson ? time : start;
	const day = DateTime.fromISO(firstDayOf(rule) ?? written.toFormat('yyyy-MM-dd'));
	const isOwnDay = day.toISODate() === written.toISODate();
	const first = isOwnDay ? start : start.set({ year: day.year, month: day.month, day: day.day });
	const isSure = mayBeOn(rule, first) || mayBeOn(rule, written);
	return { rule, first, isSure };
}

function isAsAsked(saved: DateTime, { rule, first, isSure }: Asked): boolean {
	if (+saved === +first) return true;
	const there = saved.setZone(first.zone);
	const isSameTime = there.toFormat('HH:mm:ss') === first.toFormat('HH:mm:ss');
	return !isSure && saved > first && isSameTime && mayBeOn(rule, there);
}

/**
 * Saves an appointment, and refuses what came of it where it is a series that does not begin when
 * it was asked to.
 * @param body as it is sent
 * @param query of the call that saves it; what is needed of the answer is selected as well
 * @throws FieldError that says what is saved
 */
export async function savingSeries(
	call: ItemCall,
	options: RequestOptions,
	body: JsonObject | string,
	query: Record<string, string>,
	save: (query: Record<string, string>) => Promise<JsonObject>,
): Promise<JsonObject> {
	const asked = await readAsked(call, options, body);
	if (!asked) return await save(query);
	const { $select } = query;
	const select = uniq([...($select ?? '').split(','), 'AppointmentId', 'StartDate']).join(',');
	const saved = await save($select === undefined ? query : { ...query, $select: select });
	const start = DateTime.fromISO(String(saved.StartDate), { zone: 'UTC' });
	if (!start.isValid || isAsAsked(start, asked)) return saved;
	const { zone } = options;
	const [wanted, got] = [asked.first, start].map((time) => shown(time.setZone(zone)));
	throw new FieldError(
		{ parameter: 'startDate', label: appointmentFields.startDate.label },
		`SuperOffice has saved the series, but not as it was asked to: its first appointment, ${String(saved.AppointmentId)}, starts at ${got} in place of ${wanted} (${zone})`,
		'The series is saved: do not run the item again. Delete it with Series → This and the Following, or move it; in which time zone its days are counted is a setting of the tenant.',
	);
}
