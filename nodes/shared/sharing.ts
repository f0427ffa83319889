/**
 * Does work once for all who ask for it, and keeps what has come of it; what has failed is done
 * again for the next who asks.
 */
export function sharing<T>(work: () => Promise<T>): () => Promise<T> {
	let shared: Promise<T> | undefined;
	return async () => {
		if (shared) return await shared;
		const begun = work();
		shared = begun;
		begun.catch(() => (shared = undefined));
		return await begun;
	};
}
