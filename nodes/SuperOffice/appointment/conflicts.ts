import type { DateTime } from 'luxon';
import type { INodeProperties } from 'n8n-workflow';

import { toCalendarDate, toDateTime } from '../../shared/fields/dateTime';
import { FieldError } from '../../shared/fields/kind';
import { isOn, spotOf } from '../../shared/fields/parameter';
import { asRecord, inAnyCase, isRecord, type Json, type JsonObject } from '../../shared/json';
import type { RequestOptions } from '../../shared/options';
import type { ItemCall } from '../operation';
import { askAgent } from './agent';
import { appointmentFields } from './appointment.fields';
import { overDefaults } from './defaults';
import { namedBody } from './item';

export const REFUSE_CONFLICTS: INodeProperties = {
	displayName: 'Refuse Conflicts',
	name: 'refuseConflicts',
	type: 'boolean',
	default: false,
	description:
		"Whether to stop, and save nothing, when the owner's diary has other appointments at the time, on any date of a series",
};

export const refusesConflicts = ({ read }: ItemCall): boolean => isOn(read, REFUSE_CONFLICTS);

/** Dates that an error lists. */
const LISTED = 20;

/** A day on which an appointment takes place. */
export interface SeriesDate {
	/** Such as `2026-09-07`; dates of series belong to no zone. */
	Date: string;
	IsConflict: boolean;
	/** Numbers of the appointments that it conflicts with. */
	ConflictIds: number[];
	/** A holiday's name, for instance. */
	Description: string;
}

/** Conflicts stand in the tooltip as `{conflict_id=116&conflict_id=121}` (official client's fixture). */
function toSeriesDate({ Date: date, IsConflict, Tooltip, Description }: JsonObject): SeriesDate {
	const conflicts = [...String(Tooltip ?? '').matchAll(/conflict_id=(\d+)/g)];
	return {
		Date: String(date).slice(0, 10),
		IsConflict: IsConflict === true,
		ConflictIds: conflicts.map(([, id]) => Number(id)),
		Description: String(Description ?? ''),
	};
}

/** The calendar days from the start to the end; midnight ends the day before. */
function daysOf(start: DateTime, end: DateTime): string[] {
	const last = end > start ? end.minus({ milliseconds: 1 }) : start;
	const count = Math.floor(last.startOf('day').diff(start.startOf('day'), 'days').days) + 1;
	return Array.from({ length: count }, (_day, index) =>
		toCalendarDate(start.plus({ days: index })),
	);
}

const isSeries = ({ Recurrence }: JsonObject) =>
	inAnyCase(asRecord(Recurrence), 'IsRecurrence') === true;

/**
 * The days of an appointment that is not saved, with their conflicts in the owner's diary: the
 * appointment agent's CalculateDays for a series, ValidateDays for a single one.
 * @param appointment is completed by SuperOffice's defaults first, its owner above all
 */
export async function seriesDatesOf(
	call: ItemCall,
	options: RequestOptions,
	appointment: JsonObject,
): Promise<SeriesDate[]> {
	const { headers, timeout, zone } = options;
	const AppointmentEntity = await overDefaults(
		appointment,
		async (request) => await call.lookUp({ ...request, headers, timeout }),
	);
	let dates: Json | undefined;
	if (isSeries(appointment)) {
		const body = { AppointmentEntity };
		dates = ((await askAgent(call, options, 'CalculateDays', 'record', body)) as JsonObject).Dates;
	} else {
		const spot = { parameter: 'startDate', label: appointmentFields.startDate.label };
		const start = toDateTime(AppointmentEntity.StartDate, spot, zone);
		const end = toDateTime(appointment.EndDate ?? AppointmentEntity.StartDate, spot, zone);
		const body = { AppointmentEntity, Dates: daysOf(start, end) };
		dates = await askAgent(call, options, 'ValidateDays', 'list', body);
	}
	return (Array.isArray(dates) ? (dates as Json[]) : [])
		.filter((one): one is JsonObject => isRecord(one))
		.map(toSeriesDate);
}

/**
 * Refuses an appointment that conflicts with others, where the item says so. It has to be its turn
 * alone, or another item's may come in between.
 * @param body the appointment as it would be sent
 * @throws FieldError with the dates and the appointments that stand in the way, and where
 * SuperOffice names no day at all, as nothing was checked then
 */
export async function refuseConflicts(
	call: ItemCall,
	options: RequestOptions,
	body: JsonObject | string,
): Promise<void> {
	if (!refusesConflicts(call)) return;
	const spot = spotOf(REFUSE_CONFLICTS);
	const dates = await seriesDatesOf(call, options, namedBody(body));
	if (dates.length === 0) {
		throw new FieldError(
			spot,
			'the conflicts could not be checked; nothing was saved',
			'SuperOffice named no day of the appointment. Look at its times and its recurrence.',
		);
	}
	const taken = dates.filter(({ IsConflict }) => IsConflict);
	if (taken.length === 0) return;
	const lines = taken.slice(0, LISTED).map(({ Date: date, ConflictIds }) => {
		const ids = ConflictIds.join(', ');
		return ids === '' ? date : `${date} with appointment ${ids}`;
	});
	const more = taken.length > LISTED ? [`and ${taken.length - LISTED} more`] : [];
	throw new FieldError(
		spot,
		`the appointment conflicts on ${[...lines, ...more].join('; ')}`,
		'Nothing was saved. Choose another time, or turn the switch off.',
	);
}
