import { DateTime } from 'luxon';
import uniq from 'lodash/uniq';

import { FieldError } from '../../../shared/fields/fieldKind';
import { asRecord, getIgnoringCase, type Json, type JsonObject } from '../../../shared/json';
import type { RequestOptions } from '../../../shared/options';
import type { ItemCall } from '../../../crud/operation';
import { appointmentFields } from '../appointment.fields';
import { fetchBaseZone, jsonTimeZone } from '../../../crud/baseZone';
import { firstDayOf, isSeries, mayOccurOn } from './rule';
import { formatTime } from './seriesZone';

const SERIES_HINT =
	'SuperOffice made a series, one appointment for each date. This is its first; Get Series returns all.';

/** The first occurrence that a body requests. */
interface RequestedSeries {
	rule: JsonObject;
	/** The first occurrence, in the base zone, unless its rule leaves out that day. */
	first: DateTime;
	/** Whether the rule has that day. */
	isSure: boolean;
}

async function readRequestedSeries(
	call: ItemCall,
	options: RequestOptions,
	body: JsonObject | string,
): Promise<RequestedSeries | undefined> {
	// JSON text is not validated here.
	const given: unknown = typeof body === 'string' ? JSON.parse(body) : body;
	const [StartDate, Recurrence] = ['StartDate', 'Recurrence'].map((name) =>
		getIgnoringCase(asRecord(given), name),
	) as Array<Json | undefined>;
	const rule = asRecord(Recurrence) as JsonObject;
	if (typeof StartDate !== 'string' || !isSeries({ Recurrence: rule })) return undefined;
	const isJson = typeof body === 'string';
	const zone = isJson ? await jsonTimeZone(call, options) : 'UTC';
	const time = DateTime.fromISO(StartDate, { zone, setZone: true });
	if (zone === undefined || !time.isValid) return undefined;
	const start = time.setZone((await fetchBaseZone(call, options)) ?? options.zone);
	// Whoever writes JSON may have the day of its text in mind.
	const written = isJson ? time : start;
	const day = DateTime.fromISO(firstDayOf(rule) ?? written.toFormat('yyyy-MM-dd'));
	const isOwnDay = day.toISODate() === written.toISODate();
	const first = isOwnDay ? start : start.set({ year: day.year, month: day.month, day: day.day });
	const isSure = mayOccurOn(rule, first) || mayOccurOn(rule, written);
	return { rule, first, isSure };
}

function isAsRequested(saved: DateTime, { rule, first, isSure }: RequestedSeries): boolean {
	if (+saved === +first) return true;
	const there = saved.setZone(first.zone);
	const isSameTime = there.toFormat('HH:mm:ss') === first.toFormat('HH:mm:ss');
	return !isSure && saved > first && isSameTime && mayOccurOn(rule, there);
}

/**
 * Saves an appointment. Of a series it hints at the others, and fails if it does not start as requested.
 * @param body as it is sent
 * @param query of the call that saves it; what is needed of the answer is selected as well
 * @throws FieldError that says what is saved
 */
export async function saveAndCheckSeries(
	call: ItemCall,
	options: RequestOptions,
	body: JsonObject | string,
	query: Record<string, string>,
	save: (query: Record<string, string>) => Promise<JsonObject>,
): Promise<JsonObject> {
	const requested = await readRequestedSeries(call, options, body);
	if (!requested) return await save(query);
	const { $select } = query;
	const select = uniq([...($select ?? '').split(','), 'AppointmentId', 'StartDate']).join(',');
	const saved = await save($select === undefined ? query : { ...query, $select: select });
	const start = DateTime.fromISO(String(saved.StartDate), { zone: 'UTC' });
	if (!start.isValid || isAsRequested(start, requested)) {
		call.hint(SERIES_HINT);
		return saved;
	}
	const { zone } = options;
	const [wanted, got] = [requested.first, start].map((time) => formatTime(time.setZone(zone)));
	throw new FieldError(
		{ parameter: 'startDate', label: appointmentFields.startDate.label },
		`SuperOffice saved the series at another time than requested: its first appointment, ${String(saved.AppointmentId)}, starts at ${got} instead of ${wanted} (${zone})`,
		'The series is saved: do not run the item again. Delete it with Series → This and the Following, or move it. A setting of the tenant defines in which time zone its days are counted.',
	);
}
