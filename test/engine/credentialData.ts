import { getAdditionalKeys } from 'n8n-core';
import {
	NodeHelpers,
	Workflow,
	type ICredentialDataDecryptedObject,
	type ICredentialsExpressionResolveValues,
	type ICredentialType,
	type INode,
	type INodeProperties,
	type INodeTypes,
	type IWorkflowExecuteAdditionalData,
	type WorkflowExecuteMode,
} from 'n8n-workflow';

/** Values that a credential type hides are its own: n8n takes no stored ones for these. */
const PINNED = [
	'useDynamicClientRegistration',
	'authUrl',
	'accessTokenUrl',
	'grantType',
	'authentication',
	'usePkce',
	'requestTokenUrl',
	'signatureMethod',
];

/** What n8n keeps of a saved credential though no property of its type says so. */
const KEPT = ['oauthTokenData', 'allowedHttpRequestDomains', 'allowedDomains'];

const mockNode: INode = {
	id: 'mock',
	name: '',
	typeVersion: 1,
	type: 'mock',
	position: [0, 0],
	parameters: {},
};

const mockType = { description: { properties: [] } };
const mockTypes = {
	getKnownTypes: () => ({}),
	getByName: () => mockType,
	getByNameAndVersion: () => mockType,
} as unknown as INodeTypes;

/** A credential type's properties over those that it extends, as n8n's server merges them. */
export function propertiesOf(
	types: Record<string, ICredentialType>,
	type: string,
): INodeProperties[] {
	const { extends: parents, properties } = types[type];
	if (parents === undefined) return properties;
	const merged: INodeProperties[] = [];
	for (const parent of parents) {
		NodeHelpers.mergeNodeProperties(merged, propertiesOf(types, parent));
	}
	NodeHelpers.mergeNodeProperties(merged, properties);
	return merged;
}

/**
 * A saved credential's data as nodes get it: defaults filled in, values of other schemes left out,
 * expressions evaluated (`$self` is the data itself). After CredentialsHelper's
 * `applyDefaultsAndOverwrites` of n8n 2.41.1.
 * @param around where a node asks within a run
 */
export async function applyDefaults(
	properties: INodeProperties[],
	saved: ICredentialDataDecryptedObject,
	additionalData: IWorkflowExecuteAdditionalData,
	mode: WorkflowExecuteMode,
	around?: ICredentialsExpressionResolveValues,
): Promise<ICredentialDataDecryptedObject> {
	const isPinned = (name: string) =>
		PINNED.includes(name) && properties.some((one) => one.name === name && one.type === 'hidden');
	const stored = Object.fromEntries(Object.entries(saved).filter(([name]) => !isPinned(name)));
	const filled = NodeHelpers.getNodeParameters(
		properties,
		stored as never,
		true,
		false,
		null,
		null,
	) as ICredentialDataDecryptedObject;
	for (const name of KEPT) if (saved[name] !== undefined) filled[name] = saved[name];
	const keys = getAdditionalKeys(additionalData, mode, null, { isCredential: true });
	if (around) {
		return around.workflow.expression.getParameterValue(
			filled as never,
			around.runExecutionData,
			around.runIndex,
			around.itemIndex,
			around.node.name,
			around.connectionInputData,
			mode,
			keys,
			undefined,
			false,
			filled as never,
		) as ICredentialDataDecryptedObject;
	}
	const workflow = new Workflow({
		nodes: [mockNode],
		connections: {},
		active: false,
		nodeTypes: mockTypes,
	});
	await workflow.expression.acquireIsolate();
	try {
		return workflow.expression.getComplexParameterValue(
			mockNode,
			filled as never,
			mode,
			keys,
			undefined,
			undefined,
			filled as never,
		) as unknown as ICredentialDataDecryptedObject;
	} finally {
		await workflow.expression.releaseIsolate();
	}
}
