interface Rules<A extends unknown[], T> {
	/** What tells the arguments apart; by default there is one result for all. */
	key?(...args: A): string;
	/** Milliseconds for which a result is kept; by default for ever. */
	ttl?: number;
	/** Whether a result is kept at all. */
	keeps?(result: T, ...args: A): boolean;
}

/**
 * Does asynchronous work once for all who ask for the same, also while it is under way. What has failed
 * is not kept.
 * @returns the function, and with `refresh` the same, done anew
 */
export function memoizeAsync<A extends unknown[], T>(
	work: (...args: A) => Promise<T>,
	{ key = () => '', ttl = Infinity, keeps = () => true }: Rules<A, T> = {},
) {
	const known = new Map<string, { result: Promise<T>; since: number }>();
	async function refresh(...args: A): Promise<T> {
		const name = key(...args);
		const entry = { result: work(...args), since: Date.now() };
		known.set(name, entry);
		const forget = () => known.get(name) === entry && known.delete(name);
		void entry.result.then((result) => keeps(result, ...args) || forget(), forget);
		return await entry.result;
	}
	async function get(...args: A): Promise<T> {
		const last = known.get(key(...args));
		const isKept = last !== undefined && Date.now() - last.since < ttl;
		return await (isKept ? last.result : refresh(...args));
	}
	return Object.assign(get, { refresh });
}
