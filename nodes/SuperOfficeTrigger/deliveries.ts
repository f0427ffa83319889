/** How many deliveries are remembered: some minutes of a busy tenant, in a few megabytes. */
export const REMEMBERED = 10_000;

/** What has been delivered: the last ones, within this process. */
export class Deliveries {
	/** In the order of their arrival: whether they have started the workflow, as soon as that is certain. */
	private readonly known = new Map<string, Promise<boolean>>();

	constructor(private readonly most: number) {}

	/**
	 * Takes a delivery, unless an earlier one of the same event has started the workflow. One that is still
	 * under way is waited for: its sender may have given it up, and n8n may fail to start the workflow.
	 * @param start tells whether this one starts the workflow; it is asked where it is taken
	 */
	async take(key: string, start: () => Promise<boolean>): Promise<boolean> {
		for (let earlier = this.known.get(key); earlier; earlier = this.known.get(key)) {
			if (await earlier) return false;
		}
		const started = start();
		this.known.set(key, started);
		const [oldest] = this.known.keys();
		if (this.known.size > this.most) this.known.delete(oldest);
		void started.then((isStarted) => {
			if (!isStarted) this.known.delete(key);
		});
		return true;
	}
}
