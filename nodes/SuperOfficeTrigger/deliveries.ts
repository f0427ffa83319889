/** How many deliveries are remembered: some minutes of a busy tenant, in about a megabyte. */
export const REMEMBERED = 10_000;

/** What has been delivered: the last ones, within this process. */
export class Deliveries {
	/** In the order of their arrival. */
	private readonly known = new Set<string>();

	constructor(private readonly most: number) {}

	/** Remembers a delivery; false for one that is known already. */
	isNew(key: string): boolean {
		if (this.known.has(key)) return false;
		this.known.add(key);
		const [oldest] = this.known;
		if (this.known.size > this.most) this.known.delete(oldest);
		return true;
	}

	/** Lets a delivery start again, as nothing has come of it. */
	forget(key: string): void {
		this.known.delete(key);
	}
}
