import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type IHookFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import { completeEvent } from '../events/complete';
import { listSearch } from '../SuperOffice/methods/listSearch';
import { recordNames, watched } from '../SuperOffice/resources';
import { run } from '../SuperOffice/router';
import { authentication, credentials } from '../shared/authentication';
import type { JsonObject } from '../shared/json';
import { triggerForm } from './form';
import { loadOptions } from './methods';
import { eventOf } from './payload';
import { receive } from './receive';
import { deregister, isRegistered, register } from './registration';

export class SuperOfficeTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'SuperOffice Trigger',
		name: 'superOfficeTrigger',
		icon: {
			light: 'file:../../icons/superoffice.svg',
			dark: 'file:../../icons/superoffice.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle: '={{ [...$parameter["events"], ...$parameter["otherEvents"]].join(", ") }}',
		description: `Starts the workflow when SuperOffice tells that ${recordNames()} were changed`,
		defaults: { name: 'SuperOffice Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials,
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				responseData: 'noData',
				path: 'webhook',
			},
		],
		properties: [authentication, ...triggerForm(watched())],
	};

	methods = { listSearch: { contact: listSearch.contact }, loadOptions };

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await isRegistered(this);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				await register(this);
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				await deregister(this);
				return true;
			},
		},
	};

	/** Takes a delivery in; it is worked on in the execution that it starts. */
	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this);
	}

	/** Works on the deliveries that started the execution. */
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return [
			await run(this, watched(), {
				execute: async (call) => await completeEvent(call, eventOf(call.item as JsonObject)),
			}),
		];
	}
}
