import sortBy from 'lodash/sortBy';
import { DateTime } from 'luxon';

import { toDateTime } from '../../../shared/fields/dateTime';
import { FieldError } from '../../../shared/fields/fieldKind';
import type { JsonObject } from '../../../shared/json';
import type { RequestOptions } from '../../../shared/options';
import { expectNamed } from '../../../shared/transport/expectedBody';
import type { ItemCall } from '../../../crud/operation';
import { queryAgent } from '../../../crud/agent';
import { appointmentFields } from '../appointment.fields';
import { fetchBaseZone, jsonTimeZone } from '../../../crud/baseZone';
import { applyDefaults } from '../../../crud/body/defaults';
import type { Occurrence } from './diary';
import { isSeries } from '../series/rule';
import { formatTime } from '../series/seriesZone';

/** Maximum span for conflicts; a longer one is probably an input error. */
const MAX_YEARS = 10;

/** An occurrence of an appointment that is not saved. */
export interface PlannedOccurrence extends Occurrence {
	/** SuperOffice's description of the day, such as a holiday's name. */
	description: string;
}

/** An appointment over the defaults, and its planned occurrences. */
export interface OccurrencePlan {
	entity: JsonObject;
	/** In order. */
	occurrences: PlannedOccurrence[];
}

const timeRef = (name: 'startDate' | 'endDate') => ({
	parameter: name,
	label: appointmentFields[name].label,
});

/**
 * The days of a series at the start's time of day, as the base zone's clock shows it: there
 * SuperOffice keeps it across daylight saving.
 */
function onDays({ start, end }: Occurrence, days: JsonObject[], base: string): PlannedOccurrence[] {
	const [from, to] = [start.setZone(base), end.setZone(base)];
	return days.flatMap(({ Date: date, Description }) => {
		const day = DateTime.fromISO(String(date).slice(0, 10), { zone: base });
		if (!day.isValid) return [];
		const days = Math.round(day.diff(from.startOf('day'), 'days').days);
		const description = String(Description ?? '');
		return { start: from.plus({ days }), end: to.plus({ days }), description };
	});
}

/** Refuses what lasts so long that looking for conflicts would have no end. */
function checkLength(occurrences: Occurrence[]): void {
	const [first] = occurrences;
	const last = occurrences[occurrences.length - 1];
	if (!first || last.end <= first.start.plus({ years: MAX_YEARS })) return;
	throw new FieldError(
		timeRef('endDate'),
		`it would last from ${formatTime(first.start)} to ${formatTime(last.end)}, and conflicts are looked for in at most ${MAX_YEARS} years; nothing was saved`,
		'Give an earlier end, fewer occurrences, or turn off Refuse Conflicts.',
	);
}

/**
 * The time that an appointment that is not saved would take: that of a single one, or of each of a
 * series' occurrences (the appointment agent's CalculateDays).
 * @param appointment with SuperOffice's own names; it is completed by SuperOffice's defaults first
 * @param isJson whether it is JSON of the user, whose dates may lack an offset
 * @throws FieldError for times that cannot be read, and a stretch of more than ten years
 */
export async function planOccurrences(
	call: ItemCall,
	options: RequestOptions,
	appointment: JsonObject,
	isJson: boolean,
): Promise<OccurrencePlan> {
	const { headers, timeout, zone } = options;
	const written = isJson ? await jsonTimeZone(call, options) : zone;
	if (written === undefined) {
		const problem = 'without an offset cannot be known, as SO-TimeZone names a zone by its code';
		throw new FieldError(timeRef('startDate'), problem, 'Give the dates with an offset or Z.');
	}
	const entity = await applyDefaults(
		call.entity,
		appointment,
		async (request) => await call.lookUp({ ...request, headers, timeout }),
	);
	const start = toDateTime(entity.StartDate, timeRef('startDate'), written).setZone(zone);
	const end = toDateTime(entity.EndDate ?? entity.StartDate, timeRef('endDate'), written);
	const single = { start, end: DateTime.max(start, end.setZone(zone)), description: '' };
	if (!isSeries(appointment)) {
		checkLength([single]);
		return { entity, occurrences: [single] };
	}
	const body = { AppointmentEntity: entity };
	const answer = await queryAgent(
		call,
		options,
		'CalculateDays',
		expectNamed('Date', 'Dates'),
		body,
	);
	const { Dates } = answer as JsonObject;
	const days = Dates as JsonObject[];
	const base = (await fetchBaseZone(call, options)) ?? zone;
	const occurrences = sortBy(onDays(single, days, base), ({ start: from }) => +from);
	checkLength(occurrences);
	return { entity, occurrences };
}
