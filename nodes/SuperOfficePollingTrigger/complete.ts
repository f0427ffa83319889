import type { IDataObject } from 'n8n-workflow';

import { fetchAppointment, FETCH_APPOINTMENT } from '../events/complete';
import type { ItemCall } from '../crud/operation';
import { isOn } from '../shared/fields/parameter';
import { isFolded } from './folded';
import { latestChange } from './latest';

/**
 * What comes out for a change: one item, or none for a copy that is folded. An item of no change comes
 * from n8n when a person, or its command line, starts the workflow: the latest change comes out then.
 */
export async function completeChange(call: ItemCall): Promise<IDataObject | IDataObject[]> {
	const isChange = call.item.AppointmentId !== undefined;
	const change = isChange ? call.item : await latestChange(call);
	const id = Number(change.AppointmentId);
	if (isChange && (await isFolded(call, id))) return [];
	if (!isOn(call.read, FETCH_APPOINTMENT)) return change;
	return { ...change, appointment: await fetchAppointment(call, id) };
}
