import type { IDataObject } from 'n8n-workflow';
import omit from 'lodash/omit';

import { readOptions } from '../../../shared/options';
import { optionsProperty } from '../../../shared/optionsForm';
import { CARRIER_EXTRAS } from '../../../shared/carrier';
import type { Operation } from '../../../crud/operation';
import { readEntity } from '../../../crud/record';
import { readWanted, target } from '../../../crud/target';

/**
 * The Links of GET /api/v1/Appointment/{id}; the archive Links knows no more of a link itself, and
 * leaves out the record's number (SuperOffice's reference of archives).
 */
export const getLinks: Operation = {
	label: 'Get Links',
	action: 'Get the links of an appointment',
	description: 'Get the further records and addresses that an appointment points to',
	properties: (entity) => [target(entity), optionsProperty],
	async execute(call) {
		const options = readOptions(call.read, call.workflowZone);
		const id = await readWanted(call, options);
		const { Links } = await readEntity(call, options, id, ['Links']);
		const links = Array.isArray(Links) ? (Links as IDataObject[]) : [];
		return links.map((link) => ({ AppointmentId: id, ...omit(link, CARRIER_EXTRAS) }));
	},
};
