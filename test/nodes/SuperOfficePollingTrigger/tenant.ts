import type { Simulator } from '../../simulator';
import type { Carrier } from '../../simulator/tenant/carriers';
import { storedInstant } from '../../simulator/engine/dates';
import { defaultAppointment } from '../../simulator/appointments/save';

/** The name that both triggers have for an event, and that its item comes with. */
export const eventIdOf = (event: 'created' | 'changed', id: number, time: string): string =>
	`activity.${event}/${id}/${time}`;

/** Writes into a tenant at the times that a test wants; each change answers the ID of its event. */
export class Tenant {
	private readonly template: Carrier;

	/** @param now milliseconds since 1970 at which its clock stands */
	constructor(
		private readonly simulator: Simulator,
		public now: number,
	) {
		simulator.data.now = () => this.now;
		this.template = defaultAppointment(simulator.data);
	}

	/** Moves the clock on, or back, by seconds. */
	pass(seconds: number): void {
		this.now += seconds * 1000;
	}

	/** @param ago how many seconds ago it was, of which nobody could see anything before */
	create(ago = 0, properties: Carrier = {}): { id: number; eventId: string } {
		const { appointments } = this.simulator.data;
		const id = appointments.next;
		const time = storedInstant(this.now - ago * 1000);
		appointments.set(id, {
			...this.template,
			AppointmentId: id,
			CreatedDate: time,
			...properties,
		});
		return { id, eventId: eventIdOf('created', id, time) };
	}

	update(id: number, ago = 0, properties: Carrier = {}): string {
		const { appointments } = this.simulator.data;
		const time = storedInstant(this.now - ago * 1000);
		appointments.set(id, { ...appointments.get(id), UpdatedDate: time, ...properties });
		return eventIdOf('changed', id, time);
	}
}
