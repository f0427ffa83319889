import { LoadOptionsContext } from 'n8n-core';
import {
	Workflow,
	type INode,
	type INodeListSearchResult,
	type INodeParameters,
	type INodePropertyOptions,
	type ResourceMapperFields,
} from 'n8n-workflow';

import { TestCredentials, type SavedCredential } from './credentials';
import { additionalDataFor, prepare } from './index';

/** What n8n's editor asks a node while its form is filled in. */
export interface FormQuestion {
	kind: 'listSearch' | 'loadOptions' | 'resourceMapping';
	method: string;
	/** Where the control stands, such as `person`. */
	path: string;
	/** The form as it is filled in. */
	parameters: INodeParameters;
	filter?: string;
	paginationToken?: string;
}

const NODE_TYPE = 'n8n-nodes-superoffice.superOffice';

/** Answers as n8n's server does: it calls the node's method with the form's values around it. */
export async function askForm(
	question: FormQuestion,
	credential: SavedCredential,
): Promise<INodeListSearchResult | INodePropertyOptions[] | ResourceMapperFields> {
	const { nodeTypes, credentialTypes } = await prepare();
	// The editor sends all that its form holds; without this one there is no credential.
	const parameters = { authentication: credential.type, ...question.parameters };
	const node: INode = {
		id: 'temp',
		name: 'Temp-Node',
		type: NODE_TYPE,
		typeVersion: 1,
		position: [0, 0],
		parameters,
		credentials: { [credential.type]: { id: 'main', name: 'main' } },
	};
	const file = { name: 'form', nodes: [node], connections: {} };
	const workflow = new Workflow({ ...file, active: false, nodeTypes });
	const helper = new TestCredentials(credentialTypes, { main: credential });
	const additionalData = additionalDataFor(file, helper);
	additionalData.currentNodeParameters = parameters;
	const path = `parameters.${question.path}`;
	const context = new LoadOptionsContext(workflow, node, additionalData, path);
	const { listSearch, loadOptions, resourceMapping } =
		nodeTypes.getByNameAndVersion(NODE_TYPE).methods ?? {};
	const { kind, method, filter, paginationToken } = question;
	if (kind === 'listSearch') {
		return await listSearch![method].call(context, filter, paginationToken);
	}
	return kind === 'loadOptions'
		? await loadOptions![method].call(context)
		: await resourceMapping![method].call(context);
}
