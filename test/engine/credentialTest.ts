import { ExecuteContext, RoutingNode } from 'n8n-core';
import {
	createRunExecutionData,
	Workflow,
	type ICredentialTestRequest,
	type INode,
	type INodeType,
} from 'n8n-workflow';

import { prepare, additionalDataFor } from './index';
import { TestCredentials, type SavedCredential } from './credentials';

interface FailedRequest {
	message: string;
	cause?: { code?: string; response?: { status: number; statusText: string } };
}

function explain(error: FailedRequest, rules: ICredentialTestRequest['rules']): string {
	const response = error.cause?.response;
	if (!response) return error.cause?.code ?? error.message;
	const rule = rules?.find(
		({ type, properties }) =>
			type === 'responseCode' && (properties as { value: unknown }).value === response.status,
	);
	return rule?.properties.message ?? response.statusText;
}

function complaint(body: unknown, rules: ICredentialTestRequest['rules']): string | undefined {
	const broken = rules?.find(({ type, properties }) => {
		const { key, value } = properties as { key: string; value: unknown };
		return (
			type === 'responseSuccessBody' && (Object(body) as Record<string, unknown>)[key] === value
		);
	});
	return broken?.properties.message;
}

/**
 * Tests a credential as n8n's credential dialog does: its declared request goes through n8n-core's
 * routing, its rules judge the answer.
 * @returns what the dialog shows; undefined for "Connection successful!"
 */
export async function testCredential({ type, data }: SavedCredential): Promise<string | undefined> {
	const { credentialTypes, nodeTypes } = await prepare();
	const { test } = credentialTypes[type];
	const credentials = new TestCredentials(credentialTypes, { main: { type, data } });
	if (!test) {
		// The server's own test, for all types of OAuth2 without one.
		const isOAuth2 = credentials.getParentTypes(type).includes('oAuth2Api');
		if (!isOAuth2) throw new Error(`${type} has no test`);
		const isConnected = 'access_token' in Object(data.oauthTokenData);
		return isConnected ? undefined : 'This OAuth2 credential was not connected to an account.';
	}
	const noOp = nodeTypes.getByNameAndVersion('n8n-nodes-base.noOp');
	const node: INode = {
		id: 'temp',
		name: 'Temp-Node',
		type: 'n8n-nodes-base.noOp',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		credentials: { [type]: { id: 'main', name: 'main' } },
	};
	const asker: INodeType = {
		description: {
			...noOp.description,
			credentials: [{ name: type, required: true }],
			properties: [
				{
					displayName: 'Temp',
					name: 'temp',
					type: 'string',
					default: '',
					routing: { request: test.request },
				},
			],
		},
	};
	const types = { ...nodeTypes, getByName: () => asker, getByNameAndVersion: () => asker };
	const file = { nodes: [node], connections: {} };
	const workflow = new Workflow({ ...file, active: false, nodeTypes: types });
	const additionalData = additionalDataFor(file, credentials);
	const details = { id: 'main', name: 'main' };
	const filled = await credentials.getDecrypted(additionalData, details, type, 'internal');
	// The server gives out what it has decrypted, for the test alone, wherever that asks again.
	const decrypt = credentials.getDecrypted.bind(credentials);
	credentials.getDecrypted = async (...asked) => {
		const isRaw = asked[5] === true;
		return isRaw ? await decrypt(...asked) : filled;
	};
	const context = new ExecuteContext(
		workflow,
		node,
		additionalData,
		'internal',
		createRunExecutionData(),
		0,
		[{ json: {} }],
		{ main: [[{ json: {} }]] },
		{ node, data: {}, source: null },
		[],
	);
	const decrypted = { ...details, type, data: filled };
	await workflow.expression.acquireIsolate();
	try {
		const output = await new RoutingNode(context, asker, decrypted).runNode();
		return complaint(output?.[0]?.[0]?.json, test.rules);
	} catch (error) {
		return explain(error as FailedRequest, test.rules);
	} finally {
		await workflow.expression.releaseIsolate();
	}
}
