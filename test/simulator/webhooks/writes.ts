import type { AppointmentStore } from '../appointments/store';
import type { Carrier } from '../tenant/carriers';
import type { RowChange } from './activity';

/** Gathers the writes of a call, to tell each row once, whatever the call did to it in between: a guess. */
export class Writes {
	/** The rows that were written, as they were before. */
	private readonly before = new Map<number, Carrier | undefined>();

	constructor(
		private readonly appointments: AppointmentStore,
		private readonly tell: (change: RowChange) => void,
	) {
		appointments.onWrite = (id, before) => this.note(id, before);
	}

	private note(id: number, before: Carrier | undefined): void {
		// Calls write all that they write at once.
		if (this.before.size === 0) void Promise.resolve().then(() => this.flush());
		if (!this.before.has(id)) this.before.set(id, before);
	}

	/** Tells what was written so far. */
	flush(): void {
		const rows = [...this.before];
		this.before.clear();
		for (const [id, before] of rows) this.tell({ before, after: this.appointments.get(id) });
	}

	/** Notes nothing any more. */
	stop(): void {
		delete this.appointments.onWrite;
		this.before.clear();
	}
}
