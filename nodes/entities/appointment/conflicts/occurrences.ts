import sortBy from 'lodash/sortBy';
import { DateTime } from 'luxon';

import { toDateTime } from '../../../shared/fields/dateTime';
import { FieldError } from '../../../shared/fields/kind';
import type { JsonObject } from '../../../shared/json';
import type { RequestOptions } from '../../../shared/options';
import { namedBy } from '../../../shared/transport/expected';
import type { ItemCall } from '../../../crud/operation';
import { askAgent } from '../../../crud/agent';
import { appointmentFields } from '../appointment.fields';
import { baseZoneOf, zoneOfJson } from '../series/baseZone';
import { overDefaults } from '../appointment.defaults';
import type { Occurrence } from './diary';
import { isSeries } from '../series/rule';
import { shown } from '../series/seriesZone';

/** The longest stretch in which conflicts are looked for: beyond it, an end is surely a slip. */
const MOST_YEARS = 10;

/** An occurrence of an appointment that is not saved. */
export interface Planned extends Occurrence {
	/** What SuperOffice says of the day, such as a holiday's name. */
	description: string;
}

/** An appointment as SuperOffice would complete it, and when it would take place. */
export interface Plan {
	entity: JsonObject;
	/** In order. */
	occurrences: Planned[];
}

const spotOf = (name: 'startDate' | 'endDate') => ({
	parameter: name,
	label: appointmentFields[name].label,
});

/**
 * The days of a series at the start's time of day, as the base zone's clock shows it: there
 * SuperOffice keeps it across daylight saving.
 */
function onDays({ start, end }: Occurrence, days: JsonObject[], base: string): Planned[] {
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
	if (!first || last.end <= first.start.plus({ years: MOST_YEARS })) return;
	throw new FieldError(
		spotOf('endDate'),
		`it would last from ${shown(first.start)} to ${shown(last.end)}, and conflicts are looked for in at most ${MOST_YEARS} years; nothing was saved`,
		'Give an earlier end, fewer occurrences, or turn off Refuse Conflicts.',
	);
}

/**
 * The time that an appointment that is not saved would take: that of a single one, or of each of a
 * series' occurrences (the appointment agent's CalculateDays).
 * @param appointment with SuperOffice's own names; it is completed by SuperOffice's defaults first
 * @param isJson whether somebody wrote its dates, which may have no offset
 * @throws FieldError for times that cannot be read, and a stretch of more than ten years
 */
export async function occurrencesOf(
	call: ItemCall,
	options: RequestOptions,
	appointment: JsonObject,
	isJson: boolean,
): Promise<Plan> {
	const { headers, timeout, zone } = options;
	const written = isJson ? await zoneOfJson(call, options) : zone;
	if (written === undefined) {
		const problem = 'without an offset cannot be known, as SO-TimeZone names a zone by its code';
		throw new FieldError(spotOf('startDate'), problem, 'Give the dates with an offset or Z.');
	}
	const entity = await overDefaults(
		appointment,
		async (request) => await call.lookUp({ ...request, headers, timeout }),
	);
	const start = toDateTime(entity.StartDate, spotOf('startDate'), written).setZone(zone);
	const end = toDateTime(entity.EndDate ?? entity.StartDate, spotOf('endDate'), written);
	const single = { start, end: DateTime.max(start, end.setZone(zone)), description: '' };
	if (!isSeries(appointment)) {
		checkLength([single]);
		return { entity, occurrences: [single] };
	}
	const body = { AppointmentEntity: entity };
	const answer = await askAgent(call, options, 'CalculateDays', namedBy('Date', 'Dates'), body);
	const { Dates } = answer as JsonObject;
	const days = Dates as JsonObject[];
	const base = (await baseZoneOf(call, options)) ?? zone;
	const occurrences = sortBy(onDays(single, days, base), ({ start: from }) => +from);
	checkLength(occurrences);
	return { entity, occurrences };
}
