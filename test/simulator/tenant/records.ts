import { sortedIndex } from 'lodash';

import type { Carrier } from './carriers';

/** What records of one kind are made of. */
export interface Seed {
	id: number;
}

/** Records that all tests of a process share: made at first use, never changed. */
export class SharedRecords<S extends Seed> {
	private made?: ReadonlyMap<number, S>;

	private sorted?: readonly number[];

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

	/** The numbers in order. */
	get ids(): readonly number[] {
		this.sorted ??= inOrder(this.seeds);
		return this.sorted;
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

const inOrder = (seeds: ReadonlyMap<number, Seed>) => [...seeds.keys()].sort((a, b) => a - b);

/** One test's view of shared records, copied when the test first changes them. */
export class Records<S extends Seed> {
	private own?: Map<number, S>;

	/** The numbers in order, until one comes in between or goes. */
	private sorted?: number[];

	/** The highest number that was ever added: databases do not give a number twice. */
	private last = 0;

	/** Another one after each change. */
	version = 0;

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
		if (!this.own.has(seed.id)) this.sortIn(seed.id);
		this.own.set(seed.id, seed);
		this.last = Math.max(this.last, seed.id);
		this.version += 1;
	}

	/** New records come last, as a rule: sorting 100,000 numbers again for each takes time. */
	private sortIn(id: number): void {
		if (this.sorted && id > (this.sorted.at(-1) ?? 0)) this.sorted.push(id);
		else delete this.sorted;
	}

	delete(id: number): void {
		this.last = this.next - 1;
		this.own ??= new Map(this.shared.seeds);
		this.own.delete(id);
		delete this.sorted;
		this.version += 1;
	}

	private get ids(): readonly number[] {
		if (!this.own) return this.shared.ids;
		this.sorted ??= inOrder(this.own);
		return this.sorted;
	}

	/** The number of the next new record. */
	get next(): number {
		return Math.max(this.last, this.ids.at(-1) ?? 0) + 1;
	}

	/** The seeds behind a number, in order; all of them by default. */
	*after(id = Number.NEGATIVE_INFINITY): Generator<S> {
		const { ids, seeds } = this;
		for (let at = sortedIndex(ids, id + 1); at < ids.length; at++) {
			yield seeds.get(ids[at]) as S;
		}
	}
}
