import { FieldError, quote, type ParameterRef } from '../../../shared/fields/fieldKind';
import { isOn, parameterRef } from '../../../shared/fields/parameterRef';
import type { JsonObject } from '../../../shared/json';
import { option } from '../../../shared/optionsForm';
import type { RequestOptions } from '../../../shared/options';
import type { ItemCall } from '../../../crud/operation';
import { findDiaryEntries, type DiaryEntry } from './diary';
import { toBodyObject } from '../../../crud/body/jsonBody';
import { planOccurrences } from './occurrences';
import { formatTime } from '../series/seriesZone';
import { ownAppointmentIds, diaryOwnerIds } from './diaryOwners';

export const REFUSE_CONFLICTS = option({
	displayName: 'Refuse Conflicts',
	name: 'refuseConflicts',
	type: 'boolean',
	default: false,
	description:
		'Whether to fail, without saving, if the owner or a user who takes part has another appointment at the time (for a series, on any of its dates)',
});

export const shouldRefuseConflicts = ({ read }: ItemCall): boolean => isOn(read, REFUSE_CONFLICTS);

/** Appointments that an error lists. */
const MAX_LISTED = 20;

/** Titles that an error shows whole. */
const TITLE_LENGTH = 60;

/** Describes a conflicting appointment, with its time in a zone. */
function describeEntry({ id, title, owner, start, end }: DiaryEntry, zone: string): string {
	const [from, to] = [start.setZone(zone), end.setZone(zone)];
	const name = title.length > TITLE_LENGTH ? `${title.slice(0, TITLE_LENGTH - 1)}…` : title;
	const words = [
		`${from.toFormat('yyyy-MM-dd')} with appointment ${id}`,
		...(name === '' ? [] : [quote(name)]),
		...(owner === '' ? [] : [`of ${owner}`]),
	];
	const until = from.hasSame(to, 'day') ? to.toFormat('HH:mm') : formatTime(to);
	return `${words.join(' ')}, ${from.toFormat('HH:mm')} to ${until}`;
}

/** The error when conflicts could not be checked. */
const uncheckedError = (ref: ParameterRef, advice: string) =>
	new FieldError(ref, 'the conflicts could not be checked; nothing was saved', advice);

/**
 * Refuses an appointment that overlaps with others in the diaries of its owner and of participants
 * who are users, where the item says so. It needs the exclusive lock, or another item may be saved
 * in between.
 * @param body the appointment as it would be sent
 * @throws FieldError with the conflicting appointments, and where conflicts could not be checked
 */
export async function refuseConflicts(
	call: ItemCall,
	options: RequestOptions,
	body: JsonObject | string,
): Promise<void> {
	if (!shouldRefuseConflicts(call)) return;
	const ref = parameterRef(REFUSE_CONFLICTS);
	const isJson = typeof body === 'string';
	const appointment = toBodyObject(call, body);
	const { entity, occurrences } = await planOccurrences(call, options, appointment, isJson);
	const owners = await diaryOwnerIds(call, options, appointment, entity);
	if (occurrences.length === 0) {
		const advice =
			'SuperOffice named no day of the appointment. Look at its times and its recurrence.';
		throw uncheckedError(ref, advice);
	}
	if (owners.length === 0) throw uncheckedError(ref, 'Set the owner.');
	const own = await ownAppointmentIds(call, options, entity);
	const entries = await findDiaryEntries(call, options, owners, occurrences, own);
	if (entries.length === 0) return;
	const lines = entries.slice(0, MAX_LISTED).map((entry) => describeEntry(entry, options.zone));
	const more = entries.length > MAX_LISTED ? [`and ${entries.length - MAX_LISTED} more`] : [];
	throw new FieldError(
		ref,
		`the appointment conflicts on ${[...lines, ...more].join('; ')} (times in ${options.zone})`,
		'Nothing was saved. Choose another time, or turn the switch off.',
	);
}

/** A day of a series that is not saved. */
export interface SeriesDate {
	/** Such as `2026-09-07`, in the zone of the options. */
	Date: string;
	IsConflict: boolean;
	/** Numbers of the owner's appointments that it conflicts with. */
	ConflictIds: number[];
	/** A holiday's name, for instance. */
	Description: string;
}

/** The days of a series that is not saved, with their conflicts in the owner's diary. */
export async function findSeriesDates(
	call: ItemCall,
	options: RequestOptions,
	appointment: JsonObject,
): Promise<SeriesDate[]> {
	const { entity, occurrences } = await planOccurrences(call, options, appointment, false);
	const owners = await diaryOwnerIds(call, options, appointment, entity);
	const isAsked = occurrences.length > 0 && owners.length > 0;
	const entries = isAsked ? await findDiaryEntries(call, options, owners, occurrences, []) : [];
	return occurrences.map(({ start, description }, index) => {
		const there = entries.filter(({ overlapped }) => overlapped.includes(index));
		return {
			Date: start.setZone(options.zone).toFormat('yyyy-MM-dd'),
			IsConflict: there.length > 0,
			ConflictIds: there.map(({ id }) => id),
			Description: description,
		};
	});
}
