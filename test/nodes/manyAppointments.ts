import type { IDataObject } from 'n8n-workflow';

import type { Result } from '../engine/remote';
import type { Simulator } from '../simulator';
import type { Carrier } from '../simulator/tenant/carriers';
import { defaultAppointment } from '../simulator/appointments/save';
import { NEXT, runNode, type Run } from '../support';

/** Puts appointments into the simulator, by number, in place of those that it starts with. */
export function store({ data }: Simulator, appointments: Record<number, Carrier>): void {
	data.appointments.delete(305);
	for (const [id, properties] of Object.entries(appointments)) {
		const appointment = { ...defaultAppointment(data), ...properties, AppointmentId: Number(id) };
		data.appointments.set(Number(id), appointment);
	}
}

/** The values of custom fields in an appointment, above those that it starts with. */
export function withFields({ data }: Simulator, values: Record<string, string>): Carrier {
	const { CustomFields } = defaultAppointment(data);
	return { CustomFields: { ...(CustomFields as Carrier), ...values } };
}

/** Runs Get Many. */
export const getMany = async (
	simulator: Simulator,
	parameters: object = {},
	run: Run = {},
): Promise<Result> => await runNode(simulator, { operation: 'getAll', ...parameters }, run);

/** What arrived at the next node; a run that failed has none. */
export function arrived(result: Result): IDataObject[] {
	expect(result.error?.message).toBeUndefined();
	return result.itemsOf(NEXT).map(({ json }) => json);
}

/** The numbers of the appointments that a run finds. */
export async function found(
	simulator: Simulator,
	parameters: { returnAll?: boolean; [name: string]: unknown },
	run: Run = {},
): Promise<unknown[]> {
	const all = parameters.returnAll === false ? {} : { returnAll: true, returnEverything: true };
	const result = await getMany(simulator, { ...all, ...parameters }, run);
	return arrived(result).map((item) => item.AppointmentId ?? item.appointmentId);
}

/** The filters that went over the wire, of calls for pages. */
export const sentFilters = ({ requests }: Simulator): string[] =>
	requests.filter(({ path }) => path === '/api/v1/Appointment').map(({ query }) => query.$filter);
