import isEmpty from 'lodash/isEmpty';
import omitBy from 'lodash/omitBy';
import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../../crud/operation';
import { readTargetId, targetControl } from '../../../crud/target';
import { anyDateTime } from '../../../shared/fields/dateTime';
import type { JsonObject } from '../../../shared/json';
import { readOptions } from '../../../shared/options';
import { optionsForm } from '../../../shared/optionsForm';
import { stripEmpty } from '../../../shared/shape';

/** GET /api/v1/Document/{id}/Version. */
export const getVersions: Operation = {
	label: 'Get Versions',
	action: 'Get versions of {record}',
	description: 'Retrieve the versions of a document, as an item each',
	properties: (entity) => [targetControl(entity), optionsForm()],
	async execute(call) {
		const options = readOptions(call.read, call.workflowZone);
		const id = await readTargetId(call, options);
		const versions = (await call.request({
			method: 'GET',
			path: `Document/${id}/Version`,
			headers: options.headers,
			timeout: options.timeout,
			expect: 'list',
		})) as JsonObject[];
		return versions.map((one) => {
			const { CheckedInDate, ...filled } = stripEmpty(one) as JsonObject;
			const rest = omitBy(filled, (value) => isEmpty(value) && typeof value !== 'number');
			const time = anyDateTime.inZone?.(CheckedInDate, options.zone, options.zone);
			return {
				...rest,
				DocumentId: id,
				...(CheckedInDate !== undefined && { CheckedInDate: time }),
			} as IDataObject;
		});
	},
};
