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

import { completeEvent } from '../events/completeEvent';
import { listSearch } from '../SuperOffice/methods/listSearch';
import { recordNames, triggerEntity } from '../SuperOffice/resources';
import { executeForItems } from '../SuperOffice/router';
import { authentication, credentials } from '../shared/authentication';
import type { JsonObject } from '../shared/json';
import { triggerForm } from './form';
import { triggerLoadOptions } from './loadOptions';
import { toRecordEvent } from './payload';
import { receiveWebhook } from './receiveWebhook';
import { deregisterWebhook, ensureRegistered, registerWebhook } from './registration';

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
		description: `Create, find and change ${recordNames()} in SuperOffice CRM, or start the workflow when ${triggerEntity().words.many} are created, updated or deleted`,
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
		properties: [authentication, ...triggerForm(triggerEntity())],
	};

	methods = { listSearch: { contact: listSearch.contact }, loadOptions: triggerLoadOptions };

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await ensureRegistered(this);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				await registerWebhook(this);
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				await deregisterWebhook(this);
				return true;
			},
		},
	};

	/** Takes a delivery in; it is worked on in the execution that it starts. */
	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receiveWebhook(this);
	}

	/** Works on the deliveries that started the execution. */
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return [
			await executeForItems(this, triggerEntity(), {
				execute: async (call) => await completeEvent(call, toRecordEvent(call.item as JsonObject)),
			}),
		];
	}
}
