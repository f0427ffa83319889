import type { IDataObject } from 'n8n-workflow';
import omit from 'lodash/omit';
import sortBy from 'lodash/sortBy';

import { METADATA_KEYS } from '../../../shared/metadataKeys';
import { asRecord } from '../../../shared/json';
import { readOptions, type RequestOptions } from '../../../shared/options';
import { optionsForm } from '../../../shared/optionsForm';
import { expectList, expectRecord } from '../../../shared/transport/expectedBody';
import type { ItemCall, Operation } from '../../../crud/operation';
import { queryAgent } from '../../../crud/agent';
import { getRecord } from '../../../crud/record';
import { readTargetId, targetControl } from '../../../crud/target';

/** An appointment alone, in the same shape. */
async function readSimple({ request }: ItemCall, { headers, timeout }: RequestOptions, id: number) {
	const path = `Appointment/${id}/Simple`;
	return await request({
		method: 'GET',
		path,
		headers,
		timeout,
		expect: expectRecord('AppointmentId', id),
	});
}

/**
 * The appointment agent's GetAppointmentRecords: all of a series with the invitations to it, else
 * all of a booking. An appointment that is neither comes out alone (GET /api/v1/Appointment/{id}/Simple).
 * Default entities carry a rule that is none, so that only IsRecurrence counts (official client's fixture).
 */
export const getSeries: Operation = {
	label: 'Get Series',
	action: 'Get series of appointment',
	description: 'Retrieve all appointments of the series or booking that an appointment belongs to',
	properties: (entity) => [targetControl(entity), optionsForm()],
	async execute(call) {
		const options = readOptions(call.read, call.workflowZone);
		const id = await readTargetId(call, options);
		const entity = await getRecord(call, options, id, ['MotherId', 'Recurrence']);
		const { IsRecurrence, RecurrenceId } = asRecord(entity.Recurrence);
		const rule = IsRecurrence === true ? Number(RecurrenceId ?? 0) : 0;
		const mother = rule ? 0 : Number(entity.MotherId ?? 0);
		const body = { MotherId: mother, RecurrenceRuleId: rule };
		const rows =
			rule || mother
				? await queryAgent(
						call,
						options,
						'GetAppointmentRecords',
						expectList('AppointmentId'),
						body,
					)
				: [await readSimple(call, options, id)];
		const items = (rows as IDataObject[]).map((row) => omit(row, METADATA_KEYS));
		return sortBy(items, ['StartDate', 'AppointmentId']);
	},
};
