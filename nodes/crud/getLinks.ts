import type { IDataObject } from 'n8n-workflow';
import omit from 'lodash/omit';

import { readOptions } from '../../../shared/options';
import { optionsForm } from '../../../shared/optionsForm';
import { METADATA_KEYS } from '../../../shared/metadataKeys';
import type { Operation } from '../../../crud/operation';
import { getRecord } from '../../../crud/record';
import { readTargetId, targetControl } from '../../../crud/target';

/**
 * The Links of GET /api/v1/Appointment/{id}; the archive Links knows no more of a link itself, and
 * leaves out the record's number (SuperOffice's reference of archives).
 */
export const getLinks: Operation = {
	label: 'Get Links',
	action: 'Get links of appointment',
	description: 'Retrieve the records and web addresses that an appointment links to',
	properties: (entity) => [targetControl(entity), optionsForm()],
	async execute(call) {
		const options = readOptions(call.read, call.workflowZone);
		const id = await readTargetId(call, options);
		const { Links } = await getRecord(call, options, id, ['Links']);
		const links = Array.isArray(Links) ? (Links as IDataObject[]) : [];
		return links.map((link) => ({ AppointmentId: id, ...omit(link, METADATA_KEYS) }));
	},
};
