import omit from 'lodash/omit';
import sortBy from 'lodash/sortBy';

import { METADATA_KEYS } from '../../../shared/metadataKeys';
import { asRecord, type JsonObject } from '../../../shared/json';
import type { RequestOptions } from '../../../shared/options';
import { optionsForm } from '../../../shared/optionsForm';
import { outputOptions, readOutputKind } from '../../../shared/output';
import { expectList, expectRecord } from '../../../shared/transport/expectedBody';
import type { ItemCall, Operation } from '../../../crud/operation';
import { queryAgent } from '../../../crud/agent';
import { readResponseOptions } from '../../../crud/responseOptions';
import { getRecord } from '../../../crud/record';
import { readTargetId, targetControl } from '../../../crud/target';

/** A flat appointment as the entity that it is of. */
const toEntity = (row: JsonObject): JsonObject => ({
	...row,
	Task: { TaskListItemId: row.TaskId, Value: row.Task },
	Associate: { AssociateId: row.AssociateId, FullName: row.AssociateFullName },
	Contact: row.ContactId ? { ContactId: row.ContactId, Name: row.ContactName } : null,
	Person: row.PersonId ? { PersonId: row.PersonId, FullName: row.PersonFullName } : null,
	Project: row.ProjectId ? { ProjectId: row.ProjectId, Name: row.ProjectName } : null,
	Sale: row.SaleId ? { SaleId: row.SaleId, Title: row.SaleName } : null,
	Priority: row.PriorityId ? { Id: row.PriorityId, Value: row.PriorityName } : null,
});

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
	properties: (entity) => [targetControl(entity), optionsForm(...outputOptions)],
	async execute(call) {
		const { options, output } = readResponseOptions(call);
		const isRaw = readOutputKind(call.read) === 'raw';
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
		const sorted = sortBy(rows as JsonObject[], ['StartDate', 'AppointmentId']);
		return await Promise.all(
			sorted.map(async (row) =>
				isRaw ? omit(row, METADATA_KEYS) : await output.shape(toEntity(row)),
			),
		);
	},
};
