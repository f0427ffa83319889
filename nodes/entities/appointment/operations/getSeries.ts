import type { IDataObject } from 'n8n-workflow';
import omit from 'lodash/omit';
import sortBy from 'lodash/sortBy';

import { CARRIER_EXTRAS } from '../../../shared/carrier';
import { asRecord } from '../../../shared/json';
import { readOptions, type RequestOptions } from '../../../shared/options';
import { optionsProperty } from '../../../shared/optionsForm';
import { listBy, recordOf } from '../../../shared/transport/expected';
import type { ItemCall, Operation } from '../../../crud/operation';
import { askAgent } from '../../../crud/agent';
import { readEntity } from '../../../crud/record';
import { readWanted, target } from '../../../crud/target';

/** An appointment alone, in the same shape. */
async function readSimple({ request }: ItemCall, { headers, timeout }: RequestOptions, id: number) {
	const path = `Appointment/${id}/Simple`;
	return await request({
		method: 'GET',
		path,
		headers,
		timeout,
		expect: recordOf('AppointmentId', id),
	});
}

/**
 * The appointment agent's GetAppointmentRecords: all of a series with the invitations to it, else
 * all of a booking. An appointment that is neither comes out alone (GET /api/v1/Appointment/{id}/Simple).
 * Default entities carry a rule that is none, so that only IsRecurrence counts (official client's fixture).
 */
export const getSeries: Operation = {
	label: 'Get Series',
	action: 'Get the series of an appointment',
	description: 'Get all appointments of the series or booking that an appointment belongs to',
	properties: (entity) => [target(entity), optionsProperty],
	async execute(call) {
		const options = readOptions(call.read, call.workflowZone);
		const id = await readWanted(call, options);
		const entity = await readEntity(call, options, id, ['MotherId', 'Recurrence']);
		const { IsRecurrence, RecurrenceId } = asRecord(entity.Recurrence);
		const rule = IsRecurrence === true ? Number(RecurrenceId ?? 0) : 0;
		const mother = rule ? 0 : Number(entity.MotherId ?? 0);
		const body = { MotherId: mother, RecurrenceRuleId: rule };
		const rows =
			rule || mother
				? await askAgent(call, options, 'GetAppointmentRecords', listBy('AppointmentId'), body)
				: [await readSimple(call, options, id)];
		const items = (rows as IDataObject[]).map((row) => omit(row, CARRIER_EXTRAS));
		return sortBy(items, ['StartDate', 'AppointmentId']);
	},
};
