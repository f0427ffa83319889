/** A moment as the dates of an archive have it: seconds since 1970. */
export type Seconds = number;

const HOUR: Seconds = 3_600;

/**
 * For how long rows are read again. What was saved in a transaction that took long, or by a server whose
 * clock is behind, turns up after rows with a later time.
 */
export const OVERLAP: Seconds = 2 * HOUR;

/**
 * How much more is asked for: in which zone SuperOffice reads the times of filters is documented nowhere,
 * and none is further from UTC.
 */
const ZONE_MARGIN: Seconds = 14 * HOUR;

/** How far the clock of the answers, at most, is ahead of the one that the rows' dates are of. */
const MARGIN: Seconds = 24 * HOUR;

/** After how long nothing is saved any more with the time of a second that is over. */
const SETTLED: Seconds = 5;

/** A row whose time is further ahead of the answer's is of another clock, which tells nothing of it. */
const SAME_CLOCK: Seconds = 60;

/** How far changes of one kind are known, as JSON that can be stored. */
export interface Position {
	/** Nothing that is older than this, and than the overlap before it, counts as new. */
	until: Seconds;
	/** The numbers of the records whose later changes are known, by their time. */
	known: Record<string, number[]>;
	/** How much more has to be asked for, as far as the rows that came last have shown. */
	margin?: Seconds;
	/** A reading that was too long for one poll. */
	unfinished?: Unfinished;
}

interface Unfinished {
	/** The number behind which it goes on. */
	after: number;
	/** The server's time when it began. */
	began: Seconds;
	/** The latest time that it has met, up to then. */
	newest: Seconds;
}

/** The latest of some times up to now: one in the future must not hide what comes until then. */
const latest = (times: Seconds[], now: Seconds): Seconds =>
	times.reduce((a, b) => (b <= now ? Math.max(a, b) : a), -Infinity);

/** The position to which everything before a time is past. */
export const positionAt = (time: Seconds): Position => ({ until: time + OVERLAP, known: {} });

/**
 * The position from which a reading meets all that the next ones could take for new.
 * @param now the server's time
 * @param times of the newest row
 */
export const positionBefore = (now: Seconds, times: Seconds[]): Position => ({
	until: latest([now - MARGIN, ...times], now),
	known: {},
});

/**
 * Whether the second of a change may still go on: a record that is saved once more within it would look
 * the same.
 * @param now the server's time
 */
export const isUnsettled = (time: Seconds, now: Seconds): boolean =>
	time > now - SETTLED && time < now + SAME_CLOCK;

/** One reading of changes of a kind, from a position to the next one. */
export class Reading {
	private readonly known: Map<Seconds, Set<number>>;

	private earliest: Seconds = Infinity;

	constructor(private readonly start: Position) {
		const times = Object.entries(start.known);
		this.known = new Map(times.map(([time, ids]) => [Number(time), new Set(ids)]));
	}

	/** The time before which all is past. */
	get from(): Seconds {
		return this.start.until - OVERLAP;
	}

	/** The time from which on rows have to be asked for. */
	get asked(): Seconds {
		return this.from - (this.start.margin ?? ZONE_MARGIN);
	}

	/** The number behind which the rows are that have not been read. */
	get after(): number {
		return this.start.unfinished?.after ?? 0;
	}

	/** Takes note of the time of a row that came; whether it is not past. */
	meets(time: Seconds): boolean {
		this.earliest = Math.min(this.earliest, time);
		return time >= this.from;
	}

	/** Whether a change is neither past nor known. */
	isNew(id: number, time: Seconds): boolean {
		return time >= this.from && this.known.get(time)?.has(id) !== true;
	}

	/** Makes a change known. */
	take(id: number, time: Seconds): void {
		this.known.set(time, (this.known.get(time) ?? new Set()).add(id));
	}

	/**
	 * The position after the reading.
	 * @param times of the rows that it has met
	 * @param now the server's time before it
	 * @param last the number of the last row, where there may be more behind it
	 */
	end(times: Seconds[], now: Seconds, last?: number): Position {
		const { until, unfinished } = this.start;
		const began = unfinished?.began ?? now;
		const newest = Math.max(unfinished?.newest ?? until, latest(times, began));
		const { margin } = this;
		if (last !== undefined) {
			const rest = { after: last, began, newest };
			return { until, known: this.since(this.from), margin, unfinished: rest };
		}
		// Never back, as what was known of the time before is forgotten.
		const next = Math.max(until, newest, began - MARGIN);
		return { until: next, known: this.since(next - OVERLAP), margin };
	}

	/**
	 * How much more the next reading has to ask for. SuperOffice has read the time that was asked for as
	 * that of the earliest row, or as an earlier one: it will do so again, but for an hour of daylight
	 * saving.
	 */
	private get margin(): Seconds {
		return Math.min(ZONE_MARGIN, Math.max(0, this.earliest - this.asked) + HOUR);
	}

	private since(from: Seconds): Position['known'] {
		const kept = [...this.known].filter(([time]) => time >= from);
		return Object.fromEntries(kept.map(([time, ids]) => [time, [...ids]]));
	}
}
