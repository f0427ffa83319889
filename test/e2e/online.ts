import type { IDataObject } from 'n8n-workflow';

import type { WorkflowFile } from '../engine';
import { systemUser } from '../nodes/shared/transport/online/logins';
import { ask, form } from '../simulator/online/ask';
import type { Online } from '../simulator/online';
import { NEXT, NODE, workflowWith, type Run } from '../support';
import type { Credentials, Execution } from './client';
import { openRunningWorld, startRunningOnline } from './running';
import type { World } from './world';

/** The type of the credential of someone who signs in, and that of a system user. */
export const PERSON = 'superOfficeOAuth2Api';
export const SYSTEM_USER = 'superOfficeSystemUserApi';

/** A workflow of the tests: which credential its node has, and what the node is to do. */
export interface Work extends Run {
	credentials: Credentials;
	parameters?: object;
}

/** SuperOffice Online, and an n8n that reaches it. */
export interface OnlineWorld extends World {
	online: Online;
	/** Saves an OAuth2 credential that nobody has connected. */
	saveOAuth2(changes?: IDataObject): Promise<Credentials>;
	/** Connects a saved OAuth2 credential as its button does; the page that n8n ends with. */
	connect(saved: Credentials): Promise<string>;
	/** Saves the credential of a system user who has never signed in. */
	saveSystemUser(changes?: IDataObject): Promise<Credentials>;
	/** Saves a workflow that creates an appointment for each item by default; its id. */
	save(work: Work): Promise<string>;
	/** Saves and runs such a workflow. */
	run(work: Work): Promise<Execution>;
}

/** The node with its credential, behind a trigger that has the items. */
export function workflowOf({ credentials, parameters, ...run }: Work): WorkflowFile {
	const [type] = Object.keys(credentials);
	const login = { type, data: {} };
	const file = workflowWith({ title: '={{ $json.title }}', ...parameters }, { ...run, login });
	const items = run.items ?? [{ title: 'Appointment 0' }];
	// Beside each other, so that each can be clicked on.
	for (const [index, node] of file.nodes.entries()) node.position = [index * 240, 0];
	return { ...file, pinData: { Start: items.map((json) => ({ json })) } };
}

/** Starts SuperOffice Online where the running n8n looks for it, and what else tests need. */
export async function openOnlineWorld(): Promise<OnlineWorld> {
	const online = await startRunningOnline();
	const world = await openRunningWorld();
	const { client } = world;

	async function saveCredential(type: string, data: IDataObject): Promise<Credentials> {
		return { [type]: await client.createCredential('SuperOffice Online', data, type) };
	}

	async function signIn(url: string): Promise<string> {
		const { name: username, password } = online.user;
		const { headers } = await ask(online, url, form({ username, password }));
		return headers.location ?? '';
	}

	async function save(work: Work): Promise<string> {
		return (await client.importWorkflow(workflowOf(work), work.credentials)).id;
	}

	return {
		...world,
		online,
		saveOAuth2: async (changes = {}) => {
			const { clientId, clientSecret } = online.app;
			const data = { environment: 'online', tenant: '', clientId, clientSecret, ...changes };
			return await saveCredential(PERSON, data);
		},
		connect: async (saved) => await client.connect(saved[PERSON].id, signIn),
		saveSystemUser: async (changes) =>
			await saveCredential(SYSTEM_USER, systemUser(online, changes).data),
		save,
		run: async (work) => await client.run(await save(work)),
		close: async () => {
			await world.close();
			await online.close();
		},
	};
}

/** Titles that the next node got, in their order. */
export const titlesThat = (execution: Execution): unknown[] =>
	execution.itemsOf(NEXT).map(({ json }) => json.Title);

/** For each item that came out, the one that it came of. */
export const originsIn = (execution: Execution): unknown[] =>
	execution.itemsOf(NODE).map(({ pairedItem }) => pairedItem);

/** A secret of several lines is looked for by one of them. */
const longestLine = (text: string) =>
	text.split('\n').reduce((longest, line) => (line.length > longest.length ? line : longest));

/** All that must be seen nowhere: what an app and its users hold, and all that was sent to sign in with. */
export function secretsOf({ app, user, loginRequests, service }: Online): string[] {
	const { clientSecret, systemUserToken, privateKey, privateKeyXml } = app;
	const sent = [...loginRequests, ...service.requests].map(({ headers }) =>
		String(headers.authorization ?? ''),
	);
	const logins = sent.map((login) => login.split(' ')[1] ?? '').filter((login) => login !== '');
	return [
		clientSecret,
		systemUserToken,
		longestLine(privateKey),
		privateKeyXml.slice(40, 120),
		user.password,
		...new Set(logins),
	];
}
