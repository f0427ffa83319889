import type { Carrier } from '../tenant/carriers';

/** The appointments as they are stored, by number; those that nobody changed are made when read. */
export class AppointmentStore {
	private readonly own = new Map<number, Carrier>();

	/** The numbers of the rows of a booking, by that of its master: each save asks for them. */
	private readonly bookings = new Map<number, Set<number>>();

	/** All numbers, in order. */
	private readonly ids: number[] = [];

	private readonly makers: Array<{ first: number; make: (id: number) => Carrier }> = [];

	/** The highest number so far: databases do not give a number twice. */
	private last = 0;

	private rules = 0;

	/** Told of each appointment that is set or deleted, and what it was before. */
	onWrite?: (id: number, before: Carrier | undefined) => void;

	get size(): number {
		return this.ids.length;
	}

	/** The number of the next new appointment. */
	get next(): number {
		return this.last + 1;
	}

	/** The number of a new series. */
	newRule(): number {
		this.rules += 1;
		return this.rules;
	}

	/** Where a number stands, or would stand. */
	private position(id: number): number {
		let low = 0;
		for (let high = this.ids.length; low < high;) {
			const middle = (low + high) >>> 1;
			if (this.ids[middle] < id) low = middle + 1;
			else high = middle;
		}
		return low;
	}

	has(id: number): boolean {
		return this.ids[this.position(id)] === id;
	}

	get(id: number): Carrier | undefined {
		return this.has(id) ? this.read(id) : undefined;
	}

	private read(id: number): Carrier {
		const own = this.own.get(id);
		if (own) return own;
		const maker = this.makers.findLast(({ first }) => first <= id);
		if (!maker) throw new Error(`Nothing makes appointment ${id}`);
		return maker.make(id);
	}

	set(id: number, appointment: Carrier): void {
		this.onWrite?.(id, this.get(id));
		if (!this.has(id)) this.ids.splice(this.position(id), 0, id);
		this.unbook(id);
		this.own.set(id, appointment);
		const master = Number(appointment.MotherId);
		if (master) this.bookings.set(master, (this.bookings.get(master) ?? new Set()).add(id));
		this.last = Math.max(this.last, id);
	}

	delete(id: number): boolean {
		if (!this.has(id)) return false;
		this.onWrite?.(id, this.get(id));
		this.ids.splice(this.position(id), 1);
		this.unbook(id);
		return this.own.delete(id) || true;
	}

	private unbook(id: number): void {
		const master = Number(this.own.get(id)?.MotherId);
		const rows = this.bookings.get(master);
		if (rows?.delete(id) && rows.size === 0) this.bookings.delete(master);
	}

	/** Adds many appointments from the next number on, each made whenever it is read. */
	fill(count: number, make: (id: number) => Carrier): void {
		const first = this.next;
		this.makers.push({ first, make });
		for (let id = first; id < first + count; id++) this.ids.push(id);
		this.last += count;
	}

	/** The appointments behind a number, in order. */
	*after(id: number): Generator<Carrier> {
		for (let at = this.position(id + 1); at < this.ids.length; at++) yield this.read(this.ids[at]);
	}

	/** The rows of a booking, that of its master too, in order. */
	booking(master: number): Carrier[] {
		const ids = [...(this.bookings.get(master) ?? [])].sort((a, b) => a - b);
		return ids.map((id) => this.read(id));
	}

	/** The appointments that were stored one by one, in order: only these have series and bookings. */
	changed(): Carrier[] {
		return [...this.own.values()].sort((a, b) => Number(a.AppointmentId) - Number(b.AppointmentId));
	}

	values(): Generator<Carrier> {
		return this.after(Number.NEGATIVE_INFINITY);
	}
}
