/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- starts a browser for tests, never part of the package */
import { spawnSync } from 'node:child_process';

import {
	chromium,
	selectors,
	type Browser,
	type BrowserContext,
	type ConsoleMessage,
	type Page,
} from 'playwright-core';

import type { Online } from '../simulator/online';
import type { WorkflowFile } from '../engine';
import { OWNER, type Client } from './client';

/** Where Debian's or the user's own Chromium is. */
function chromiumPath(): string {
	for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
		const found = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout.trim();
		if (found !== '') return found;
	}
	throw new Error('No Chromium found: install the package "chromium" of your distribution');
}

selectors.setTestIdAttribute('data-test-id');

/** A signed-in editor in a browser of its own, and what its console complained about. */
export interface Editor {
	page: Page;
	context: BrowserContext;
	/** Errors of the page and of its console, but for n8n's own tries to reach the internet. */
	complaints: string[];
	close(): Promise<void>;
}

/**
 * Starts a headless Chromium that reaches this machine alone. The browser itself knows no other names:
 * Playwright keeps nothing in a cache while it looks at requests.
 * @param online where it is to meet SuperOffice's own names
 */
async function startBrowser(online?: Pick<Online, 'proxyUrl' | 'spki'>): Promise<Browser> {
	const proxyFor = ({ host }: URL) =>
		`function FindProxyForURL(url, host) { return dnsDomainIs(host, '.superoffice.com') ? 'PROXY ${host}' : 'DIRECT'; }`;
	return await chromium.launch({
		executablePath: chromiumPath(),
		args: [
			'--headless',
			'--no-sandbox',
			'--disable-gpu',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
			'--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
			...(online
				? [
						`--ignore-certificate-errors-spki-list=${online.spki}`,
						`--proxy-pac-url=data:application/x-ns-proxy-autoconfig,${encodeURIComponent(proxyFor(new URL(online.proxyUrl)))}`,
					]
				: []),
		],
	});
}

/** Complaints that n8n has without this package as well: it looks for its makers' servers, and for the node that one has left open. */
const NOT_OURS =
	/dynamic banners|sessions metadata|undefined \(reading 'enabled'\)|net::ERR|ResizeObserver|websocket|Push connection|injectNDVStore/i;

/** Whether a console's message is worth a complaint; a file of ours that is missing always is. */
function isComplaint(message: ConsoleMessage): boolean {
	if (message.type() !== 'error') return false;
	const missing = message.text().startsWith('Failed to load resource');
	// What n8n's makers tell of a community node is out of reach here.
	if (message.text().includes('net::ERR_NAME_NOT_RESOLVED')) return false;
	if (!missing) return !NOT_OURS.test(message.text());
	const { url } = message.location();
	// Samples of output are optional: n8n asks for that of a node which has not run.
	return /superoffice/i.test(url) && !url.includes('/schemas/');
}

async function signIn(page: Page): Promise<void> {
	await page.goto('/signin');
	await page.locator('input[name="emailOrLdapLoginId"]').fill(OWNER.email);
	await page.locator('input[name="password"]').fill(OWNER.password);
	await page.getByTestId('form-submit-button').click();
	await page.waitForURL((target) => !target.pathname.includes('signin'));
}

/**
 * Opens n8n's editor, and signs in. It has the light theme, until `emulateMedia` asks for the dark one.
 * @param online SuperOffice Online, where pages may ask that
 */
export async function openEditor(
	url: string,
	online?: Pick<Online, 'proxyUrl' | 'spki'>,
): Promise<Editor> {
	const browser = await startBrowser(online);
	const context = await browser.newContext({
		baseURL: url,
		colorScheme: 'light',
		viewport: { width: 1440, height: 1000 },
	});
	// Only ends what hangs: machines may be busy.
	context.setDefaultTimeout(180_000);
	const page = await context.newPage();
	const complaints: string[] = [];
	page.on('pageerror', (error) => {
		if (!NOT_OURS.test(String(error))) complaints.push(String(error));
	});
	page.on('console', (message) => {
		if (isComplaint(message)) complaints.push(`${message.text()} ${message.location().url}`);
	});
	await signIn(page);
	return { page, context, complaints, close: async () => await browser.close() };
}

/** Goes to an address as the editor's own links do: to load all of n8n anew takes five times as long. */
async function visit(page: Page, path: string): Promise<void> {
	await page.evaluate((address) => {
		history.pushState(null, '', address);
		dispatchEvent(new PopStateEvent('popstate'));
	}, path);
}

/** Closes the node that is open. */
export async function closeNode({ page }: Editor): Promise<void> {
	// A list that is open takes this, and a field may.
	await page.keyboard.press('Escape');
	const node = page.getByTestId('ndv');
	const back = page.getByTestId('back-to-canvas').or(page.getByTestId('ndv-close-button'));
	await node.waitFor({ state: 'hidden', timeout: 2_000 }).catch(() => back.first().click());
	await node.waitFor({ state: 'hidden' });
}

/** Opens a workflow, as n8n has it stored. */
export async function openWorkflow(editor: Editor, id: string): Promise<void> {
	const { page } = editor;
	const nodes = page.getByTestId('canvas-node');
	const unsaved = page.getByRole('button', { name: 'Leave without saving' });
	// n8n 1 opens it again with the next workflow.
	if (await page.getByTestId('ndv').isVisible()) await closeNode(editor);
	// By way of the list of workflows, so that nothing is left of what was open.
	await visit(page, '/home/workflows');
	const list = page.getByTestId('resources-list-wrapper');
	// n8n 1 shows this until it has read of the first workflow.
	const empty = page.getByTestId('new-workflow-card');
	await list.or(empty).or(unsaved).first().waitFor();
	if (await unsaved.isVisible()) await unsaved.click();
	await nodes.first().waitFor({ state: 'detached' });
	await visit(page, `/workflow/${id}`);
	await nodes.first().waitFor();
}

/** Opens a workflow and a node of it. */
export async function openNode(editor: Editor, workflow: string, node: string): Promise<void> {
	const { page } = editor;
	await openWorkflow(editor, workflow);
	await page.locator(`[data-test-id="canvas-node"][data-node-name="${node}"]`).dblclick();
	await page.getByTestId('parameter-input-operation').waitFor();
	// Groups and rows come one after the other: the form is there when it grows no more.
	await page.evaluate(async () => {
		for (let [before, now] = [-1, 0]; before !== now;) {
			await new Promise((resolve) => setTimeout(() => requestIdleCallback(resolve), 200));
			before = now;
			now = document.querySelectorAll('[data-test-id^="parameter-input-"]').length;
		}
	});
}

/** How many controls of a parameter the form shows, and how many of them have its widget. */
export interface Shown {
	controls: number;
	right: number;
}

/**
 * Looks at the whole form at once.
 * @param widgets a selector of what the control of each parameter has to hold
 */
export async function controlsIn(
	{ page }: Editor,
	widgets: Record<string, string>,
): Promise<Record<string, Shown>> {
	return await page.evaluate((wanted) => {
		const entries = Object.entries(wanted).map(([name, widget]): [string, Shown] => {
			const all = [...document.querySelectorAll(`[data-test-id="parameter-input-${name}"]`)];
			const right = all.filter((control) => control.querySelector(widget) !== null);
			return [name, { controls: all.length, right: right.length }];
		});
		return Object.fromEntries(entries);
	}, widgets);
}

/**
 * Closes the open node and saves as a person does; n8n 2 also saves by itself.
 * @returns the node as n8n has it once it is so, or when it does not get so
 */
export async function savedNode(
	{ page }: Editor,
	client: Client,
	workflow: string,
	isSo: (node: WorkflowFile['nodes'][number]) => boolean,
): Promise<WorkflowFile['nodes'][number]> {
	await page.keyboard.press('Escape');
	await page.keyboard.press('Control+s');
	const read = async () => (await client.getWorkflow(workflow)).nodes[1];
	for (let tries = 0; tries < 300; tries++) {
		const node = await read();
		if (isSo(node)) return node;
		await page.waitForTimeout(200);
	}
	return await read();
}

/** The texts of the list that a click has opened. */
export async function openList({ page }: Editor): Promise<string[]> {
	const entries = page.locator('[role="option"]:visible');
	await entries.first().waitFor();
	const texts = await entries.allInnerTexts();
	await page.keyboard.press('Escape');
	await entries.first().waitFor({ state: 'hidden' });
	return texts.map((text) => text.split('\n')[0].trim());
}
