/** Capacity of the cache: some minutes of a busy tenant, in a few megabytes. */
export const MAX_RECENT_EVENTS = 10_000;

/** Deduplication cache of the most recent deliveries in this process. */
export class RecentEvents {
	/** Whether each has started the workflow, in order of arrival. */
	private readonly known = new Map<string, Promise<boolean>>();

	constructor(private readonly maxSize: number) {}

	/**
	 * Accepts a delivery, unless an earlier one of the same event has started the workflow. Waits
	 * for one that is still pending: n8n may fail to start the workflow.
	 * @param start resolves to whether this delivery starts the workflow; called if it is accepted
	 */
	async accept(key: string, start: () => Promise<boolean>): Promise<boolean> {
		for (let earlier = this.known.get(key); earlier; earlier = this.known.get(key)) {
			if (await earlier) return false;
		}
		const started = start();
		this.known.set(key, started);
		const [oldest] = this.known.keys();
		if (this.known.size > this.maxSize) this.known.delete(oldest);
		void started.then((isStarted) => {
			if (!isStarted) this.known.delete(key);
		});
		return true;
	}
}
