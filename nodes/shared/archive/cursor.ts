/** A moment as the dates of an archive have it: seconds since 1970. */
export type Seconds = number;

const HOUR: Seconds = 3_600;

/**
 * Overlap of readings. Rows of a long transaction, or of a server whose clock is behind, appear
 * after rows with a later time.
 */
export const OVERLAP: Seconds = 2 * HOUR;

/**
 * Margin of the filter: in which time zone SuperOffice reads times of filters is not documented,
 * and none is further from UTC.
 */
const ZONE_MARGIN: Seconds = 14 * HOUR;

/** Maximum by which the clock of responses is ahead of the clock of the rows' dates. */
const CLOCK_MARGIN: Seconds = 24 * HOUR;

/** Delay after which no more rows appear for a past second. */
const SETTLED: Seconds = 5;

/** A row whose time is further ahead of the response's is of another clock. */
const SAME_CLOCK: Seconds = 60;

/** Cursor of one type of change, as JSON that n8n stores. */
export interface Cursor {
	/** Watermark: changes older than `until - OVERLAP` are never new. */
	until: Seconds;
	/** IDs of the records whose changes since then were seen, by time. */
	known: Record<string, number[]>;
	/** Margin of the filter, as learned from the last rows. */
	margin?: Seconds;
	/** A reading that one poll could not finish. */
	unfinished?: Unfinished;
}

interface Unfinished {
	/** It continues after this ID. */
	after: number;
	/** The server's time when it began. */
	began: Seconds;
	/** The latest time seen so far. */
	newest: Seconds;
}

/** The latest of some times up to now; times in the future are ignored. */
const latest = (times: Seconds[], now: Seconds): Seconds =>
	times.reduce((a, b) => (b <= now ? Math.max(a, b) : a), -Infinity);

/** A cursor that starts at a time. */
export const cursorAt = (time: Seconds): Cursor => ({ until: time + OVERLAP, known: {} });

/**
 * The cursor of a first poll, far enough back for the overlap of the next ones.
 * @param now the server's time
 * @param times of the newest row
 */
export const cursorBefore = (now: Seconds, times: Seconds[]): Cursor => ({
	until: latest([now - CLOCK_MARGIN, ...times], now),
	known: {},
});

/**
 * Whether the second of a change may not be over: a further change in it would have the same time.
 * @param now the server's time
 */
export const isUnsettled = (time: Seconds, now: Seconds): boolean =>
	time > now - SETTLED && time < now + SAME_CLOCK;

/** Reads one type of change from a cursor to the next one. */
export class CursorReader {
	private readonly known: Map<Seconds, Set<number>>;

	private earliest: Seconds = Infinity;

	constructor(private readonly start: Cursor) {
		const times = Object.entries(start.known);
		this.known = new Map(times.map(([time, ids]) => [Number(time), new Set(ids)]));
	}

	/** Changes before this time are never new. */
	get from(): Seconds {
		return this.start.until - OVERLAP;
	}

	/** Start time of the filter. */
	get queryFrom(): Seconds {
		return this.from - (this.start.margin ?? ZONE_MARGIN);
	}

	/** Rows after this ID have not been read. */
	get afterId(): number {
		return this.start.unfinished?.after ?? 0;
	}

	/** Records the time of a row; true if it is at or after the start. */
	observe(time: Seconds): boolean {
		this.earliest = Math.min(this.earliest, time);
		return time >= this.from;
	}

	/** Whether a change is at or after the start and was not seen. */
	isNew(id: number, time: Seconds): boolean {
		return time >= this.from && this.known.get(time)?.has(id) !== true;
	}

	/** Marks a change as seen. */
	markSeen(id: number, time: Seconds): void {
		this.known.set(time, (this.known.get(time) ?? new Set()).add(id));
	}

	/**
	 * The cursor after this reading.
	 * @param times of the rows that it has met
	 * @param now the server's time before it
	 * @param last the number of the last row, where there may be more behind it
	 */
	nextCursor(times: Seconds[], now: Seconds, last?: number): Cursor {
		const { until, unfinished } = this.start;
		const began = unfinished?.began ?? now;
		const newest = Math.max(unfinished?.newest ?? until, latest(times, began));
		const { margin } = this;
		if (last !== undefined) {
			const rest = { after: last, began, newest };
			return { until, known: this.since(this.from), margin, unfinished: rest };
		}
		// Never backwards, as earlier changes are no longer tracked.
		const next = Math.max(until, newest, began - CLOCK_MARGIN);
		return { until: next, known: this.since(next - OVERLAP), margin };
	}

	/**
	 * How much more the next reading has to ask for. SuperOffice has read the time that was asked for as
	 * that of the earliest row, or as an earlier one: it will do so again, but for an hour of daylight
	 * saving.
	 */
	private get margin(): Seconds {
		return Math.min(ZONE_MARGIN, Math.max(0, this.earliest - this.queryFrom) + HOUR);
	}

	private since(from: Seconds): Cursor['known'] {
		const kept = [...this.known].filter(([time]) => time >= from);
		return Object.fromEntries(kept.map(([time, ids]) => [time, [...ids]]));
	}
}
