import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';

import { listSearch } from '../SuperOffice/methods/listSearch';
import { recordNames, watched } from '../SuperOffice/resources';
import { run } from '../SuperOffice/router';
import { loadOptions } from '../SuperOfficeTrigger/methods';
import { authentication, credentials } from '../shared/authentication';
import { completeChange } from './complete';
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
		subtitle: '={{ [].concat($parameter["triggerOn"]).join(", ") }}',
		description: `Starts the workflow when ${recordNames()} were created or updated, by asking SuperOffice at intervals; what was deleted cannot be seen so`,
		defaults: { name: 'SuperOffice Polling Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials,
		properties: [authentication, ...pollingForm(watched())],
	};

	methods = {
		listSearch: { contact: listSearch.contact },
		loadOptions: { getOwners: loadOptions.getOwners, getTasks: loadOptions.getTasks },
	};

	/** Finds what has changed; it is worked on in the execution that it starts. */
	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await poll(this);
	}

	/** Works on the changes that started the execution; when a person starts it, on the latest one. */
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return [await run(this, watched(), { execute: completeChange })];
	}
}
