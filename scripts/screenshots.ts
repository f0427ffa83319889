/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, no-console -- a command, never part of the package */
import { mkdirSync } from 'node:fs';
import path from 'node:path';

import { openEditor, openNode, startBrowser, type Editor } from '../test/e2e/browser';
import { withN8n } from '../test/e2e/n8n';
import { examples, openWorld } from '../test/e2e/world';
import { packageFolder } from '../test/folder';

const folder = path.join(packageFolder, 'docs', 'images');
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

async function screenshots(): Promise<void> {
	mkdirSync(folder, { recursive: true });
	const browser = await startBrowser();
	await withN8n('2', async ({ url }) => {
		const { importExample } = await openWorld(url, '2');
		const id = await importExample(examples['create-appointment.json']);
		await pictures(await openEditor(browser, url), id);
		const dark = await openEditor(browser, url, 'dark');
		await openNode(dark, id, NODE);
		await shoot(dark, 'form-dark');
	}).finally(async () => await browser.close());
}

screenshots().then(
	() => process.exit(0),
	(error: unknown) => {
		console.error(error);
		process.exit(1);
	},
);
