import type { IDataObject } from 'n8n-workflow';
import omit from 'lodash/omit';

import { METADATA_KEYS } from '../shared/metadataKeys';
import { readOptions } from '../shared/options';
import { optionsForm } from '../shared/optionsForm';
import type { Operation } from './operation';
import { getRecord } from './record';
import { readTargetId, targetControl } from './target';

/**
 * The Links of GET /api/v1/{entity}/{id}; the archive Links knows no more of a link itself, and
 * leaves out the record's number (SuperOffice's reference of archives).
 */
export const getLinks: Operation = {
	label: 'Get Links',
	action: 'Get links of {record}',
	description: 'Retrieve the records and web addresses that {a record} links to',
	properties: (entity) => [targetControl(entity), optionsForm()],
	async execute(call) {
		const options = readOptions(call.read, call.workflowZone);
		const id = await readTargetId(call, options);
		const { Links } = await getRecord(call, options, id, ['Links']);
		const links = Array.isArray(Links) ? (Links as IDataObject[]) : [];
		return links.map((link) => ({ [call.entity.id]: id, ...omit(link, METADATA_KEYS) }));
	},
};
