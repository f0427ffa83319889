import type { INodeProperties } from 'n8n-workflow';

import { FieldError, quote, type Spot } from '../../../shared/fields/kind';
import { isOn, spotOf } from '../../../shared/fields/parameter';
import type { JsonObject } from '../../../shared/json';
import type { RequestOptions } from '../../../shared/options';
import type { ItemCall } from '../../../crud/operation';
import { entriesAt, type Entry } from './diary';
import { namedBody } from '../../../crud/body/json';
import { occurrencesOf } from './occurrences';
import { shown } from '../series/seriesZone';
import { ownRows, whoseDiaries } from './whoseDiaries';

export const REFUSE_CONFLICTS: INodeProperties = {
	displayName: 'Refuse Conflicts',
	name: 'refuseConflicts',
	type: 'boolean',
	default: false,
	description:
		'Whether to stop, and save nothing, when the owner, or a participant who is a user, has another appointment at the time, on any date of a series',
};

export const refusesConflicts = ({ read }: ItemCall): boolean => isOn(read, REFUSE_CONFLICTS);

/** Appointments that an error lists. */
const LISTED = 20;

/** Titles that an error shows whole. */
const TITLE_LENGTH = 60;

/** An appointment that stands in the way, and its time in a zone. */
function described({ id, title, owner, start, end }: Entry, zone: string): string {
	const [from, to] = [start.setZone(zone), end.setZone(zone)];
	const name = title.length > TITLE_LENGTH ? `${title.slice(0, TITLE_LENGTH - 1)}…` : title;
	const words = [
		`${from.toFormat('yyyy-MM-dd')} with appointment ${id}`,
		...(name === '' ? [] : [quote(name)]),
		...(owner === '' ? [] : [`of ${owner}`]),
	];
	const until = from.hasSame(to, 'day') ? to.toFormat('HH:mm') : shown(to);
	return `${words.join(' ')}, ${from.toFormat('HH:mm')} to ${until}`;
}

/** Conflicts could not be looked for: what was not checked is not saved. */
const unchecked = (spot: Spot, advice: string) =>
	new FieldError(spot, 'the conflicts could not be checked; nothing was saved', advice);

/**
 * Refuses an appointment that overlaps with others in the diaries of its owner and of participants
 * who are users, where the item says so. It has to be its turn alone, or another item's may come in
 * between.
 * @param body the appointment as it would be sent
 * @throws FieldError with the appointments that stand in the way, and where nothing was checked
 */
export async function refuseConflicts(
	call: ItemCall,
	options: RequestOptions,
	body: JsonObject | string,
): Promise<void> {
	if (!refusesConflicts(call)) return;
	const spot = spotOf(REFUSE_CONFLICTS);
	const isJson = typeof body === 'string';
	const appointment = namedBody(call, body);
	const { entity, occurrences } = await occurrencesOf(call, options, appointment, isJson);
	const owners = await whoseDiaries(call, options, appointment, entity);
	if (occurrences.length === 0) {
		const advice =
			'SuperOffice named no day of the appointment. Look at its times and its recurrence.';
		throw unchecked(spot, advice);
	}
	if (owners.length === 0) throw unchecked(spot, 'Set the owner.');
	const own = await ownRows(call, options, entity);
	const entries = await entriesAt(call, options, owners, occurrences, own);
	if (entries.length === 0) return;
	const lines = entries.slice(0, LISTED).map((entry) => described(entry, options.zone));
	const more = entries.length > LISTED ? [`and ${entries.length - LISTED} more`] : [];
	throw new FieldError(
		spot,
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
export async function seriesDatesOf(
	call: ItemCall,
	options: RequestOptions,
	appointment: JsonObject,
): Promise<SeriesDate[]> {
	const { entity, occurrences } = await occurrencesOf(call, options, appointment, false);
	const owners = await whoseDiaries(call, options, appointment, entity);
	const isAsked = occurrences.length > 0 && owners.length > 0;
	const entries = isAsked ? await entriesAt(call, options, owners, occurrences, []) : [];
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
