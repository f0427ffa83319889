import type { Carrier } from './carriers';

/** What records of one kind are made of. */
export interface Seed {
	id: number;
}

/** Records that all tests of a process share: made at first use, never changed. */
export class SharedRecords<S extends Seed> {
	private made?: ReadonlyMap<number, S>;

	private readonly carriers = new WeakMap<S, Carrier>();

	constructor(
		private readonly list: () => S[],
		private readonly make: (seed: S) => Carrier,
	) {}

	/** The seeds by number. */
	get seeds(): ReadonlyMap<number, S> {
		this.made ??= new Map(this.list().map((seed) => [seed.id, Object.freeze(seed)]));
		return this.made;
	}

	/** A seed as SuperOffice nests it in other records. */
	carrier(seed: S): Carrier {
		const known = this.carriers.get(seed);
		if (known) return known;
		const carrier = Object.freeze(this.make(seed));
		this.carriers.set(seed, carrier);
		return carrier;
	}
}

/** One test's view of shared records, copied when the test first changes them. */
export class Records<S extends Seed> {
	private own?: Map<number, S>;

	constructor(private readonly shared: SharedRecords<S>) {}

	/** What the records are made of, by number: archives and lists read these. */
	get seeds(): ReadonlyMap<number, S> {
		return this.own ?? this.shared.seeds;
	}

	get size(): number {
		return this.seeds.size;
	}

	/** A record as SuperOffice nests it in other records. */
	get(id: number): Carrier | undefined {
		const seed = this.seeds.get(id);
		return seed && this.shared.carrier(seed);
	}

	/** Adds a record, or puts another in its place. */
	set(seed: S): void {
		this.own ??= new Map(this.shared.seeds);
		this.own.set(seed.id, seed);
	}
}
