import { PackageDirectoryLoader } from 'n8n-core';
import {
	NodeConnectionTypes,
	NodeHelpers,
	type ICredentialType,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypes,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { packageFolder } from '../folder';
import { oAuth2Api } from './oAuth2Api';

/** The few nodes of n8n around the node under test: a start, and a next node that passes items on. */
class PassOn implements INodeType {
	description: INodeTypeDescription;

	constructor(name: string, group: 'trigger' | 'transform') {
		this.description = {
			displayName: name,
			name,
			group: [group],
			version: [1, 1.1],
			description: 'Passes items on',
			defaults: { name },
			inputs: group === 'trigger' ? [] : [NodeConnectionTypes.Main],
			outputs: [NodeConnectionTypes.Main],
			properties: [],
		};
	}

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const items = this.getInputData();
		return await Promise.resolve([
			items.map((item, index) => ({ ...item, pairedItem: { item: index } })),
		]);
	}
}

const around: Record<string, INodeType> = {
	'n8n-nodes-base.manualTrigger': new PassOn('manualTrigger', 'trigger'),
	'n8n-nodes-base.noOp': new PassOn('noOp', 'transform'),
};

/** The built package, loaded by n8n's own loader, and the nodes around it. */
export interface LoadedTypes {
	nodeTypes: INodeTypes;
	credentialTypes: Record<string, ICredentialType>;
}

/** Loads the package from its dist folder as the server does. */
export async function loadTypes(): Promise<LoadedTypes> {
	const loader = new PackageDirectoryLoader(packageFolder);
	await loader.loadAll();
	const own = Object.fromEntries(
		Object.entries(loader.nodeTypes).map(([name, { type }]) => [
			`${loader.packageName}.${name}`,
			type as INodeType,
		]),
	);
	const all: Record<string, INodeType> = { ...around, ...own };
	const get = (name: string) => {
		if (!(name in all)) throw new Error(`Unknown node type ${name}`);
		return all[name];
	};
	return {
		nodeTypes: {
			getByName: get,
			getByNameAndVersion: (name, version) => NodeHelpers.getVersionedNodeType(get(name), version),
			getKnownTypes: () => ({}),
		},
		credentialTypes: {
			oAuth2Api,
			...Object.fromEntries(
				Object.entries(loader.credentialTypes).map(([name, { type }]) => [name, type]),
			),
		},
	};
}
