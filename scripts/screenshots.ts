/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, no-console -- a command, never part of the package */
import { mkdirSync } from 'node:fs';
import path from 'node:path';

import { openEditor, openNode, startBrowser, type Editor } from '../test/e2e/browser';
import { startN8n } from '../test/e2e/n8n';
import { examples, openWorld } from '../test/e2e/world';

const root = path.resolve(__dirname, '..');
const folder = path.join(root, 'docs', 'images');
const NODE = 'Create Appointment';

async function shoot({ page }: Editor, name: string): Promise<void> {
	await page.mouse.move(0, 0);
	// Lets transitions end.
	await page.waitForTimeout(800);
	await page.screenshot({ path: path.join(folder, `${name}.png`) });
	console.log(`docs/images/${name}.png`);
}

/** The node in the list, its form, a run with output, and the credential dialog. */
async function pictures(editor: Editor, workflow: string): Promise<void> {
	const { page } = editor;
	await page.goto(`/workflow/${workflow}`);
	await page.getByTestId('node-creator-plus-button').click();
	await page
		.getByTestId('node-creator-search-bar')
		.or(page.getByPlaceholder(/Search/))
		.last()
		.fill('diary');
	await page.getByText('SuperOffice', { exact: true }).first().waitFor();
	await shoot(editor, 'node-list');
	await openNode(editor, workflow, NODE);
	await shoot(editor, 'form');
	await page.getByTestId('node-execute-button').first().click();
	await page.getByText('AppointmentId').first().waitFor();
	await shoot(editor, 'run');
	await page.getByTestId('credential-edit-button').first().click();
	await page.getByText('Connection tested successfully').waitFor();
	await shoot(editor, 'credential');
}

async function main(): Promise<void> {
	mkdirSync(folder, { recursive: true });
	const server = await startN8n('2');
	const browser = await startBrowser();
	const world = await openWorld(server.url, '2');
	try {
		const id = await world.importExample(examples['create-appointment.json']);
		await pictures(await openEditor(browser, server.url), id);
		const dark = await openEditor(browser, server.url, 'dark');
		await openNode(dark, id, NODE);
		await shoot(dark, 'form-dark');
	} finally {
		await browser.close();
		await world.close();
		await server.stop();
	}
}

main().then(
	() => process.exit(0),
	(error: unknown) => {
		console.error(error);
		process.exit(1);
	},
);
