import {
	NodeConnectionTypes,
	NodeOperationError,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { authentication, credentials } from '../shared/authentication';
import { ownProperty } from '../shared/json';
import { listSearch } from './methods/listSearch';
import { loadOptions } from './methods/loadOptions';
import { getMapperFields } from './methods/resourceMapping';
import { resourceForm, recordNames, resources } from './resources';
import { executeForItems } from './router';

export class SuperOffice implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'SuperOffice',
		name: 'superOffice',
		icon: {
			light: 'file:../../icons/superoffice.svg',
			dark: 'file:../../icons/superoffice.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: `Create, find and change ${recordNames()} in SuperOffice CRM`,
		defaults: { name: 'SuperOffice' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials,
		properties: [authentication, ...resourceForm(resources)],
	};

	methods = { listSearch, loadOptions, resourceMapping: { getCustomFields: getMapperFields } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const resource = this.getNodeParameter('resource', 0) as string;
		const operation = this.getNodeParameter('operation', 0, '') as string;
		const entity = ownProperty(resources, resource);
		const chosen = ownProperty(entity?.operations ?? {}, operation);
		if (entity && chosen) return [await executeForItems(this, entity, chosen)];
		throw new NodeOperationError(
			this.getNode(),
			`There is no operation "${operation}" for the resource "${resource}"`,
			{ description: 'Choose both from the lists, or use the HTTP Request node for other calls.' },
		);
	}
}
