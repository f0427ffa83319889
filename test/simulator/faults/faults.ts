/** How long an answer takes, in milliseconds; `median` and `sigma` are those of a log-normal distribution. */
export type Latency =
	| number
	| { distribution: 'uniform'; from: number; to: number }
	| { distribution: 'logNormal'; median: number; sigma: number };

/**
 * What goes wrong with requests. Shares are from 0 to 1; of several faults that would happen to one request, the
 * first in the order of this table does.
 */
export interface Faults {
	/** Two runs with the same seed and the same requests in the same order fail alike. */
	seed?: number;
	/** Passes before anything is done, once the request is there; a refusal for want of capacity has none. */
	latency?: Latency;
	/**
	 * How many requests are served at once; those beyond get 429. Its Retry-After says so many seconds, as a
	 * number or as a date; without `retryAfter` there is none.
	 */
	capacity?: { atOnce: number; retryAfter?: number; form?: 'seconds' | 'date' };
	/** 503, and nothing is done. */
	unavailable?: number;
	/** Seconds of the Retry-After that comes with a 503; without it there is none. */
	retryAfter?: number;
	/** 502, and nothing is done. */
	badGateway?: number;
	/** The connection is cut, and nothing is done. */
	resetBefore?: number;
	/** A proxy's page with status 200, and nothing is done. */
	html?: number;
	/** It is done, and the connection is cut without an answer. */
	resetAfter?: number;
	/** It is done, and the connection is cut after half of the body, whose Content-Length is that of the whole. */
	truncated?: number;
	/** It is done, and the body comes in small pieces, with pauses of so many milliseconds. */
	slowLoris?: { share: number; pause: number };
	/**
	 * Each is answered at once in the service's place, with this status or by cutting the connection, and done so
	 * many milliseconds later. `retryAfter` goes for its answer, too.
	 */
	late?: { by: 'cut' | number; after: number };
	/** After so many requests all logins end, once: 401, until `renewLogin`, or online a new sign-in. */
	loginEndsAfter?: number;
	/** Which requests they happen to, and are counted for them; all by default. */
	only?(request: { method: string; path: string }): boolean;
}

/** Faults in place of the service's work, and those of its answer. */
export type Before = 'unavailable' | 'badGateway' | 'resetBefore' | 'html';
export type After = 'resetAfter' | 'truncated' | 'slowLoris';

/** How the service was used since the start or the last `reset`. */
export interface Load {
	/** All that have arrived. */
	requests: number;
	/** Those that have arrived and are not answered yet, refused ones too. */
	inFlight: number;
	highestInFlight: number;
	/** Requests beyond the capacity. */
	refused: number;
	/** How often each fault has happened. */
	faults: Partial<Record<Before | After | 'loginEndsAfter', number>>;
}
