import pick from 'lodash/pick';
import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';

import { listSearch } from '../SuperOffice/methods/listSearch';
import { triggerEntity } from '../SuperOffice/resources';
import { executeForItems } from '../SuperOffice/router';
import { triggerLoadOptions } from '../SuperOfficeTrigger/loadOptions';
import { authentication, credentials } from '../shared/authentication';
import { completeChange } from './completeChange';
import { pollingForm } from './form';
import { poll } from './poll';

export class SuperOfficePollingTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'SuperOffice Polling Trigger',
		name: 'superOfficePollingTrigger',
		icon: {
			light: 'file:../../icons/superoffice.svg',
			dark: 'file:../../icons/superoffice.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle: '={{ [].concat($parameter["events"]).join(", ") }}',
		description: `Polls SuperOffice CRM, and starts the workflow when ${triggerEntity().words.many} are created or updated`,
		defaults: { name: 'SuperOffice Polling Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials,
		properties: [authentication, ...pollingForm(triggerEntity())],
	};

	methods = {
		listSearch: { contact: listSearch.contact },
		loadOptions: pick(triggerLoadOptions, 'getFields', 'getOwners', 'getTasks'),
	};

	/** Finds what has changed; it is worked on in the execution that it starts. */
	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await poll(this);
	}

	/** Works on the changes that started the execution; when a person starts it, on the latest one. */
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return [await executeForItems(this, triggerEntity(), { execute: completeChange })];
	}
}
