import sortBy from 'lodash/sortBy';
import sortedIndexBy from 'lodash/sortedIndexBy';
import { DateTime } from 'luxon';

import {
	rowDate,
	looselyBefore,
	looselyAfter,
	type ArchiveRow,
} from '../../../shared/archive/condition';
import { readRows } from '../../../shared/archive/readRows';
import type { RequestOptions } from '../../../shared/options';
import type { ItemCall } from '../../../crud/operation';
import { appointmentArchive } from '../appointment.archive';

/** A half-open interval: the start is included, the end is not. */
export interface Occurrence {
	start: DateTime;
	end: DateTime;
}

/** An existing appointment in a diary. */
export interface DiaryEntry extends Occurrence {
	id: number;
	title: string;
	owner: string;
	/** Indices of the occurrences that it overlaps with. */
	overlapped: number[];
}

/** Types of the diary, by the number in the column rawType; to-dos and documents occupy no time. */
const IN_DIARY = ['1', '6'];

/**
 * States of hidden, declined or cancelled appointments (the official client's AppointmentStatus).
 */
const INACTIVE = ['4', '9', '10', '13'];

const COLUMNS = [
	...['appointmentId', 'appointment/title', 'associate/fullName', 'date', 'endDate'],
	...['isFree', 'rawType', 'rawStatus'],
];

/** The zone of the rows' dates that come without an offset. */
const ROW_ZONE = 'UTC';

/** Whether a row occupies its owner's time; an unanswered invitation does. */
const isBusy = ({ isFree, rawType, rawStatus }: ArchiveRow): boolean =>
	String(isFree).toLowerCase() !== 'true' &&
	IN_DIARY.includes(String(rawType)) &&
	!INACTIVE.includes(String(rawStatus));

/** The end in milliseconds; an interval of zero length counts one millisecond. */
const endOf = ({ start, end }: Occurrence) => Math.max(+end, +start + 1);

/**
 * Indices of the occurrences that an entry overlaps with.
 * @param longest the most milliseconds that one of them takes
 */
function overlappedBy(entry: Occurrence, all: Occurrence[], longest: number): number[] {
	const earliest = { start: entry.start.minus({ milliseconds: longest }), end: entry.end };
	const found: number[] = [];
	for (let at = sortedIndexBy(all, earliest, ({ start }) => +start); at < all.length; at++) {
		if (+all[at].start >= endOf(entry)) break;
		if (+entry.start < endOf(all[at])) found.push(at);
	}
	return found;
}

/**
 * The diary entries that overlap with occurrences (archive FindAppointment), in order of time.
 * SuperOffice is asked for the whole stretch, some days more on either side; the moments of the
 * rows decide. What the user of the credential may not see is not found.
 * @param owners numbers of the associates whose diaries are looked at
 * @param occurrences at least one, in order
 * @param except numbers of appointments that do not count
 */
export async function findDiaryEntries(
	{ request }: ItemCall,
	{ headers, timeout }: RequestOptions,
	owners: number[],
	occurrences: Occurrence[],
	except: number[],
): Promise<DiaryEntry[]> {
	const end = DateTime.max(...occurrences.map((one) => one.end)) as DateTime;
	const longest = Math.max(...occurrences.map((one) => endOf(one) - +one.start));
	const found: DiaryEntry[] = [];
	const rows = readRows(request, {
		path: 'Appointment',
		archive: appointmentArchive.name,
		key: 'appointmentId',
		columns: COLUMNS,
		order: [],
		limit: Infinity,
		headers: { ...headers, 'SO-TimeZone': `${ROW_ZONE}, includeTZOffset` },
		timeout,
		conditions: [
			{ filter: `associateId associateIsOneOf (${owners.join(',')})` },
			{ filter: looselyBefore('date', end) },
			{ filter: looselyAfter('endDate', occurrences[0].start) },
			{ filter: `rawType in (${IN_DIARY.join(',')})`, matches: isBusy },
		],
	});
	for await (const row of rows) {
		const start = rowDate(row, 'date', ROW_ZONE);
		if (!start || except.includes(Number(row.appointmentId))) continue;
		const entry = { start, end: rowDate(row, 'endDate', ROW_ZONE) ?? start };
		const overlapped = overlappedBy(entry, occurrences, longest);
		if (overlapped.length === 0) continue;
		found.push({
			...entry,
			id: Number(row.appointmentId),
			title: String(row['appointment/title'] ?? ''),
			owner: String(row['associate/fullName'] ?? ''),
			overlapped,
		});
	}
	return sortBy(found, [({ start }) => +start, 'id']);
}
