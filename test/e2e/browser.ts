/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-dangerous-functions -- starts a browser for tests, never part of the package */
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
import { OWNER } from './client';

/** Where Debian's or the user's own Chromium is. */
function chromiumPath(): string {
	for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
		const found = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout.trim();
		if (found !== '') return found;
	}
	throw new Error('No Chromium found: install the package "chromium" of your distribution');
}

selectors.setTestIdAttribute('data-test-id');

/**
 * Starts a headless Chromium.
 * @param online where it is to meet SuperOffice's own names; this machine it asks itself
 */
export async function startBrowser(online?: Pick<Online, 'proxyUrl' | 'spki'>): Promise<Browser> {
	return await chromium.launch({
		executablePath: chromiumPath(),
		...(online && { proxy: { server: online.proxyUrl, bypass: '127.0.0.1,localhost' } }),
		args: [
			'--headless',
			'--no-sandbox',
			'--disable-gpu',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
			...(online ? [`--ignore-certificate-errors-spki-list=${online.spki}`] : []),
		],
	});
}

/** A signed-in editor, and what its console complained about. */
export interface Editor {
	page: Page;
	context: BrowserContext;
	/** Errors of the page and of its console, but for n8n's own tries to reach the internet. */
	complaints: string[];
}

/** Complaints that n8n has without this package as well: it looks for its makers' servers. */
const NOT_OURS =
	/dynamic banners|sessions metadata|undefined \(reading 'enabled'\)|net::ERR|ResizeObserver|websocket|Push connection/i;

/** Whether a console's message is worth a complaint; a file of ours that is missing always is. */
function isComplaint(message: ConsoleMessage): boolean {
	if (message.type() !== 'error') return false;
	const missing = message.text().startsWith('Failed to load resource');
	// What n8n's makers tell of a community node is out of reach here.
	if (message.text().includes('net::ERR_FAILED')) return false;
	return missing ? /superoffice/i.test(message.location().url) : !NOT_OURS.test(message.text());
}

/** What a browser keeps of a sign-in, by server: n8n allows only a few of them a minute. */
const signedIn = new Map<string, Awaited<ReturnType<BrowserContext['storageState']>>>();

async function signIn(page: Page): Promise<void> {
	await page.goto('/signin');
	await page.locator('input[name="emailOrLdapLoginId"]').fill(OWNER.email);
	await page.locator('input[name="password"]').fill(OWNER.password);
	await page.getByTestId('form-submit-button').click();
	await page.waitForURL((target) => !target.pathname.includes('signin'));
}

/**
 * Opens n8n's editor in a theme, and signs in.
 * @param mayReach hosts that pages may ask beside this machine
 */
export async function openEditor(
	browser: Browser,
	url: string,
	theme: 'light' | 'dark' = 'light',
	mayReach: (host: string) => boolean = () => false,
): Promise<Editor> {
	const context = await browser.newContext({
		baseURL: url,
		colorScheme: theme,
		storageState: signedIn.get(url),
		viewport: { width: 1440, height: 1000 },
	});
	// Nothing else is there to be reached.
	await context.route(
		({ hostname }) => hostname !== '127.0.0.1' && !mayReach(hostname),
		async (route) => await route.abort(),
	);
	context.setDefaultTimeout(60_000);
	const page = await context.newPage();
	const complaints: string[] = [];
	page.on('pageerror', (error) => {
		if (!NOT_OURS.test(String(error))) complaints.push(String(error));
	});
	page.on('console', (message) => {
		if (isComplaint(message)) complaints.push(message.text());
	});
	if (!signedIn.has(url)) await signIn(page);
	signedIn.set(url, await context.storageState());
	return { page, context, complaints };
}

/** Opens a workflow and a node of it. */
export async function openNode({ page }: Editor, workflow: string, node: string): Promise<void> {
	await page.goto(`/workflow/${workflow}`);
	await page.locator(`[data-test-id="canvas-node"][data-node-name="${node}"]`).dblclick();
	await page.getByTestId('parameter-input-operation').waitFor();
	// Groups and rows come one after the other: the form is there when it grows no more.
	const controls = page.locator('[data-test-id^="parameter-input-"]');
	for (let count = -1; count !== (await controls.count());) {
		count = await controls.count();
		await page.waitForTimeout(400);
	}
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
