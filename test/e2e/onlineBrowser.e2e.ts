import type { Page } from 'playwright-core';

import { asked, EXCHANGE_PATH, GRANT_PATH } from '../nodes/shared/transport/online/logins';
import type { Simulator } from '../simulator';
import { NEXT, NODE } from '../support';
import { openEditor, openNode, savedNode, type Editor } from './browser';
import type { Credentials } from './client';
import { CredentialDialog } from './dialog';
import { openOnlineWorld, PERSON, SYSTEM_USER, type OnlineWorld } from './online';

let world: OnlineWorld;
let editor: Editor;
let dialog: CredentialDialog;

beforeAll(async () => {
	world = await openOnlineWorld();
	editor = await openEditor(world.client.url, world.online);
	dialog = new CredentialDialog(editor);
});
beforeEach(() => {
	world.online.reset();
	world.simulator.reset();
});
afterAll(async () => {
	await editor?.close();
	await world?.close();
});
afterEach(() => {
	expect(editor.complaints.splice(0)).toEqual([]);
});

/** Opens a node that creates appointments, saved with a credential, without the choice of one. */
async function open(credentials: Credentials, parameters: object = {}): Promise<string> {
	const id = await world.save({ credentials, parameters });
	await openNode(editor, id, NODE);
	return id;
}

/** The node as n8n has it saved, once that has this type of credential. */
const saved = async (id: string, type: string) =>
	await savedNode(editor, world.client, id, ({ credentials = {} }) => type in credentials);

/** Signs in as a person does, in the window that n8n has opened. */
async function signIn(page: Page, tenant?: string): Promise<void> {
	const { name, password } = world.online.user;
	await page.getByLabel('User name').fill(name);
	await page.getByLabel('Password').fill(password);
	expect(await page.getByLabel('Tenant').count()).toBe(tenant === undefined ? 0 : 1);
	if (tenant !== undefined) await page.getByLabel('Tenant').selectOption(tenant);
	const closed = page.waitForEvent('close');
	await page.getByRole('button', { name: 'Sign in' }).click();
	await closed;
}

describe('a person connects an account in the credential dialog', () => {
	it.each([
		['of the tenant that is given', true],
		['and chooses the tenant while signing in', false],
	])('%s', async (_name, isGiven) => {
		const { client, online } = world;
		const { clientId, clientSecret } = online.app;
		const id = await open({ superOfficeApi: world.credentials.superOfficeApi });
		await dialog.create('OAuth2');
		await dialog.says('http://127.0.0.1');
		await dialog.fill({ tenant: isGiven ? online.tenant.id : '', clientId, clientSecret });
		const popup = await dialog.connect();
		await popup.getByLabel('User name').waitFor();
		expect(popup.url()).toMatch(
			/^https:\/\/online\.superoffice\.com\/login\/common\/oauth\/authorize\?/,
		);
		await signIn(popup, isGiven ? undefined : online.tenant.id);
		await dialog.succeeds('Account connected');
		const [{ query }] = asked(online, '/login/common/oauth/authorize');
		expect(query).toEqual({
			client_id: clientId,
			redirect_uri: `${client.url}/rest/oauth2-credential/callback`,
			response_type: 'code',
			response_mode: 'query',
			scope: 'openid',
			state: expect.stringMatching(/./) as string,
			code_challenge: expect.stringMatching(/^[\w-]{43}$/) as string,
			code_challenge_method: 'S256',
			...(isGiven && { acr_values: `tenant:${online.tenant.id}` }),
		});
		const [exchange] = asked(online, GRANT_PATH);
		expect(exchange.body).toMatch(/code_verifier=/);
		await dialog.close();
		const node = await saved(id, PERSON);
		expect(node.parameters.authentication).toBe(PERSON);
		const execution = await client.run(id);
		expect(execution.error).toBeUndefined();
		expect(execution.itemsOf(NEXT).map(({ json }) => json.Title)).toEqual(['Appointment 0']);
		expect(online.service.requests.map(({ host }) => host)).toEqual(['online2.superoffice.com']);
		expect(online.foreignRequests).toEqual([]);
	});
});

describe("a system user's credential in the dialog", () => {
	it('is filled in, tested, and used', async () => {
		const { client, online } = world;
		const { clientSecret, systemUserToken, privateKeyXml } = online.app;
		const id = await open({ superOfficeApi: world.credentials.superOfficeApi });
		await dialog.create('System User');
		const tenant = online.tenant.id;
		await dialog.fill({ tenant, clientSecret, systemUserToken, privateKey: privateKeyXml });
		await dialog.save();
		await dialog.succeeds('Connection tested successfully');
		await dialog.close();
		expect((await saved(id, SYSTEM_USER)).parameters.authentication).toBe(SYSTEM_USER);
		const signIns = asked(online, EXCHANGE_PATH).length;
		expect((await client.run(id)).error).toBeUndefined();
		// Those were the tests: the workflow uses the ticket that they have left.
		expect(asked(online, EXCHANGE_PATH)).toHaveLength(signIns);
	});

	it('may be edited although its secrets are masked', async () => {
		const { client, online } = world;
		const credentials = await world.saveSystemUser();
		const id = await open(credentials);
		await dialog.edit();
		await dialog.says('Connection tested successfully');
		await dialog.fill({ tenant: online.tenant.id.toLowerCase() });
		await dialog.save();
		await dialog.says('Connection tested successfully');
		await dialog.fill({ clientSecret: 'of another app' });
		await dialog.save();
		await dialog.says(/Couldn.t connect/);
		expect(await dialog.details()).toMatch(/the app is not allowed in this tenant/);
		await dialog.fill({ clientSecret: online.app.clientSecret });
		await dialog.save();
		await dialog.says('Connection tested successfully');
		await dialog.close();
		expect((await client.run(id)).error).toBeUndefined();
	});
});

describe('the way to sign in', () => {
	/** Picks a saved credential in the node's selector. */
	async function choose(credentials: Credentials): Promise<void> {
		const [{ id }] = Object.values(credentials);
		await editor.page.getByTestId('node-credentials-select').click();
		await editor.page.getByTestId(`node-credentials-select-item-${id}`).click();
	}

	/** Searches the form's companies as a person types; which services were asked for that. */
	async function searched(text: string): Promise<Simulator[]> {
		const { page } = editor;
		await page.getByTestId('resource-locator-contact').getByTestId('rlc-input').click();
		// The first is what is picked already, while n8n 1 still loads the list and would mix them up.
		await page.getByTestId('rlc-item').filter({ visible: true }).nth(1).waitFor();
		await page
			.getByTestId('rlc-search')
			.filter({ visible: true })
			.locator('input')
			.or(page.locator('input[data-test-id="rlc-search"]:visible'))
			.first()
			.fill(text);
		const found = page.getByTestId('rlc-item').filter({ visible: true });
		await found
			.filter({ hasText: new RegExp(text, 'i') })
			.first()
			.waitFor();
		await found.first().click();
		return [world.simulator, world.online.service].filter(({ requests }) =>
			requests.some(({ query }) => query.$filter?.includes(text)),
		);
	}

	it('is that of the credential that a person picks, for lists of the form, too', async () => {
		const { online, simulator } = world;
		const person = await world.saveOAuth2();
		await world.connect(person);
		const systemUser = await world.saveSystemUser();
		const contact = { __rl: true, mode: 'list', value: '' };
		const entered = { superOfficeApi: world.credentials.superOfficeApi };
		// As nodes were saved before there was a choice.
		const id = await open(entered, { authentication: undefined, contact });
		expect(await editor.page.getByTestId('parameter-input-authentication').count()).toBe(0);
		expect(await searched('shipping')).toEqual([simulator]);
		for (const [credentials, text, service] of [
			[person, 'nordlys', online.service],
			[systemUser, 'oreal', online.service],
			[entered, 'energi', simulator],
		] as const) {
			const [type] = Object.keys(credentials);
			await choose(credentials);
			expect((await saved(id, type)).parameters.authentication).toBe(type);
			// Anew, as n8n goes on with the list that it has.
			await openNode(editor, id, NODE);
			expect(await searched(text)).toEqual([service]);
		}
	});
});

// Last, as n8n then takes the tenant to be down for a minute.
describe('a tenant that is down', () => {
	it('is named in full by the dialog', async () => {
		world.online.tenant.isRunning = false;
		world.online.tenant.state = 'OfflineMaintenance';
		await open(await world.saveSystemUser());
		await dialog.edit();
		await dialog.says(/Couldn.t connect/);
		expect(await dialog.details()).toMatch(/is down for maintenance \(OfflineMaintenance\)/);
		await dialog.close();
	});
});
