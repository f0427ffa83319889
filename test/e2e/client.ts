import { parse } from 'flatted';
import {
	sleep,
	type IBinaryData,
	type IDataObject,
	type INodeExecutionData,
	type INodeListSearchResult,
	type INodePropertyOptions,
	type IRunExecutionData,
	type ResourceMapperField,
	type ResourceMapperFields,
} from 'n8n-workflow';

import { arranged } from '../editor';
import type { WorkflowFile } from '../engine';

/** The owner that the tests set up, and that `npm run dev` signs in with. */
export const OWNER = {
	email: 'owner@example.com',
	password: 'Password123',
	firstName: 'Test',
	lastName: 'Owner',
};

/** What came of an execution on the server. */
export interface Execution {
	status: string;
	itemsOf(node: string, output?: number): INodeExecutionData[];
	/** Milliseconds that a node took, without what n8n does before and after it. */
	timeOf(node: string): number;
	error?: { message: string; description?: string };
	/** The execution's data as the server stores it. */
	stored: string;
}

/** Credentials of a node, by type. */
export type Credentials = Record<string, { id: string; name: string }>;

/** What a locator is asked for. */
export interface ListQuestion {
	methodName: string;
	/** Where the control stands, such as `person`. */
	path: string;
	credentials: Credentials;
	currentNodeParameters?: object;
	filter?: string;
	paginationToken?: string;
	/** The node that asks, where that is not `superOffice`. */
	node?: string;
}

interface Publication {
	status: string;
	triggers: Array<{ errorMessage: string | null }>;
}

interface ExecutionList {
	results: Array<{ id: string }>;
}

/** How an execution's end is waited for, in milliseconds. */
export interface Waiting {
	/** Between two questions, which cost n8n some work. */
	every: number;
	most: number;
}

interface ExecutionAnswer {
	status: string;
	finished: boolean;
	data: string;
}

/** Speaks n8n's own REST API as its editor does. */
export class Client {
	private cookie = '';

	constructor(
		readonly url: string,
		private readonly major: string,
	) {}

	/** Calls the API; the answer's `data`. */
	async call<T>(method: string, path: string, body?: object): Promise<T> {
		const answer = await fetch(`${this.url}/rest${path}`, {
			method,
			headers: {
				'content-type': 'application/json',
				'browser-id': 'e2e',
				cookie: this.cookie,
				// One that is kept may be closed by a busy n8n just as the next call goes out, which then fails.
				connection: 'close',
			},
			body: body && JSON.stringify(body),
		});
		const text = await answer.text();
		if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text.slice(0, 500)}`);
		const cookie = answer.headers.get('set-cookie');
		if (cookie?.startsWith('n8n-auth=')) this.cookie = cookie.split(';')[0];
		return (JSON.parse(text) as { data: T }).data;
	}

	/** Sets up the owner of a fresh n8n, or signs in where that is done. */
	async signIn(): Promise<void> {
		const { userManagement } = await this.call<{
			userManagement: { showSetupOnFirstLoad: boolean };
		}>('GET', '/settings');
		const { email, password } = OWNER;
		if (userManagement.showSetupOnFirstLoad) await this.call('POST', '/owner/setup', OWNER);
		else await this.call('POST', '/login', { emailOrLdapLoginId: email, password });
	}

	/** All node types that the server offers, with their descriptions. */
	async nodeTypes(): Promise<Array<{ name: string; displayName: string }>> {
		const answer = await fetch(`${this.url}/types/nodes.json`, {
			headers: { cookie: this.cookie },
		});
		return (await answer.json()) as Array<{ name: string; displayName: string }>;
	}

	/** A file that a node put out. */
	async bytesOf(file?: IBinaryData): Promise<Buffer> {
		if (file?.id === undefined) return Buffer.from(file?.data ?? '', 'base64');
		const answer = await fetch(`${this.url}/rest/binary-data?id=${file.id}&action=download`, {
			headers: { cookie: this.cookie, 'browser-id': 'e2e' },
		});
		return Buffer.from(await answer.arrayBuffer());
	}

	async createCredential(name: string, data: IDataObject, type = 'superOfficeApi') {
		return await this.call<{ id: string; name: string }>('POST', '/credentials', {
			name,
			type,
			data,
		});
	}

	/** What the credential dialog says after a test. */
	async testCredential(
		data: IDataObject,
		type = 'superOfficeApi',
	): Promise<{ status: string; message: string }> {
		const saved = await this.createCredential('Tested', data, type);
		const credentials = { id: saved.id, name: saved.name, type, data };
		return await this.call('POST', '/credentials/test', { credentials });
	}

	/**
	 * Connects an OAuth2 credential as its button does.
	 * @param signIn goes where n8n sends the user; where that leads back to
	 * @returns the page that n8n ends with
	 */
	async connect(id: string, signIn: (url: string) => Promise<string>): Promise<string> {
		const url = await this.call<string>('GET', `/oauth2-credential/auth?id=${id}`);
		const headers = { cookie: this.cookie, 'browser-id': 'e2e' };
		return await (await fetch(await signIn(url), { headers })).text();
	}

	/** Imports a workflow file, its credentials replaced by those of the given ids. */
	async importWorkflow(
		file: WorkflowFile,
		credentials: Credentials,
	): Promise<{ id: string; nodes: WorkflowFile['nodes'] }> {
		const nodes = file.nodes.map((node) => {
			const types = Object.keys(node.credentials ?? {});
			const own = types.map((type) => [type, credentials[type]]);
			const [, name] = /^n8n-nodes-superoffice\.(\w+?)(?:Tool)?$/.exec(node.type) ?? [];
			return {
				...node,
				...(types.length > 0 && { credentials: Object.fromEntries(own) as object }),
				...(name && { parameters: arranged(name, node.parameters) }),
			};
		});
		return await this.call('POST', '/workflows', {
			name: file.name ?? 'Imported',
			nodes,
			connections: file.connections,
			settings: { executionOrder: 'v1', ...file.settings },
			pinData: file.pinData,
			active: false,
		});
	}

	async getWorkflow(id: string): Promise<WorkflowFile & { id: string; versionId: string }> {
		return await this.call('GET', `/workflows/${id}`);
	}

	private async askForm<T>(endpoint: string, question: ListQuestion): Promise<T> {
		const { path, currentNodeParameters, node = 'superOffice', ...rest } = question;
		// The editor sends all that its form holds; without this one there is no credential.
		const [authentication] = Object.keys(question.credentials);
		return await this.call('POST', `/dynamic-node-parameters/${endpoint}`, {
			nodeTypeAndVersion: { name: `n8n-nodes-superoffice.${node}`, version: 1 },
			...rest,
			path: `parameters.${path}`,
			currentNodeParameters: { authentication, ...currentNodeParameters },
		});
	}

	/** A page of what a locator offers, as the editor asks for it. */
	async searchList(question: ListQuestion): Promise<INodeListSearchResult> {
		return await this.askForm('resource-locator-results', question);
	}

	/** The values of a dropdown, as the editor asks for them. */
	async options(question: ListQuestion): Promise<INodePropertyOptions[]> {
		return await this.askForm('options', question);
	}

	/** The columns of the mapper of custom fields, as the editor asks for them. */
	async mapperFields(credentials: Credentials): Promise<ResourceMapperField[]> {
		const answer = await this.askForm<ResourceMapperFields>('resource-mapper-fields', {
			methodName: 'getCustomFields',
			path: 'customFieldValues',
			credentials,
		});
		return answer.fields;
	}

	/** Starts a workflow from its trigger as the editor's button does. */
	private async start(id: string) {
		const workflowData = await this.getWorkflow(id);
		const [{ name }] = workflowData.nodes;
		const start = { triggerToStartFrom: { name } };
		const body = this.major === '1' ? { workflowData, ...start } : start;
		type Started = { executionId?: string; waitingForWebhook?: boolean };
		return await this.call<Started>('POST', `/workflows/${id}/run`, body);
	}

	/** Runs a workflow from its trigger, and waits for its end. */
	async run(id: string, waiting?: Waiting): Promise<Execution> {
		const { executionId = '' } = await this.start(id);
		return await this.execution(executionId, waiting);
	}

	/** Listens for a test event as the editor does; whether n8n then waits for one. */
	async listen(id: string): Promise<boolean> {
		return (await this.start(id)).waitingForWebhook === true;
	}

	/**
	 * Activates a workflow, which n8n 2 calls publishing, and waits until its triggers are set up.
	 * @throws Error with what n8n says where they could not be
	 */
	async activate(id: string): Promise<void> {
		const { versionId } = await this.getWorkflow(id);
		await this.call('POST', `/workflows/${id}/activate`, { versionId });
		if (this.major !== '1') await this.settled(id, 'published');
	}

	/** Deactivates a workflow, and waits until its triggers are taken down. */
	async deactivate(id: string): Promise<void> {
		await this.call('POST', `/workflows/${id}/deactivate`, {});
		if (this.major !== '1') await this.settled(id, 'not_published');
	}

	/** n8n 2 publishes in the background. */
	private async settled(id: string, wanted: string): Promise<void> {
		for (let tries = 0; tries < 1500; tries++) {
			const { status, triggers } = await this.call<Publication>(
				'GET',
				`/workflows/${id}/publication-status`,
			);
			if (status === wanted) return;
			if (status === 'failed') throw new Error(triggers.map((one) => one.errorMessage).join());
			await sleep(200);
		}
		throw new Error(`Workflow ${id} was not ${wanted} within five minutes`);
	}

	/** The last executions of a workflow, the oldest first, once there are so many and all have ended. */
	async executionsOf(workflowId: string, count: number): Promise<Execution[]> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId }));
		for (let tries = 0; tries < 1500; tries++) {
			const { results } = await this.call<ExecutionList>(
				'GET',
				`/executions?filter=${filter}&limit=100`,
			);
			// n8n lists one twice that ends while it looks: among those under way, and among the others.
			const ids = [...new Set(results.map(({ id }) => id))].reverse();
			if (ids.length >= count) {
				return await Promise.all(ids.map(async (id) => await this.execution(id)));
			}
			await sleep(200);
		}
		throw new Error(`Workflow ${workflowId} did not have ${count} executions within five minutes`);
	}

	private async execution(
		id: string,
		{ every, most }: Waiting = { every: 200, most: 300_000 },
	): Promise<Execution> {
		for (let waited = 0; waited < most; waited += every) {
			const answer = await this.call<ExecutionAnswer>('GET', `/executions/${id}`);
			// n8n 1 sets the status a moment before it writes the data.
			const data = parse(answer.data) as IRunExecutionData | undefined;
			if (!['new', 'running', 'waiting'].includes(answer.status) && data) {
				const { runData, error } = data.resultData;
				return {
					status: answer.status,
					stored: answer.data,
					error: error as Execution['error'],
					itemsOf: (node, output = 0) => runData[node]?.[0]?.data?.main?.[output] ?? [],
					timeOf: (node) => runData[node]?.[0]?.executionTime ?? NaN,
				};
			}
			await sleep(every);
		}
		throw new Error(`Execution ${id} did not end within ${most / 1000} s`);
	}
}
