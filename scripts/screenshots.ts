/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, no-console -- a command, never part of the package */
import { mkdirSync } from 'node:fs';
import path from 'node:path';

import type { INodeParameters, ResourceMapperField } from 'n8n-workflow';

import type { WorkflowFile } from '../test/engine';
import { openEditor, openNode, openWorkflow, type Editor } from '../test/e2e/browser';
import { CredentialDialog } from '../test/e2e/dialog';
import { withN8n } from '../test/e2e/n8n';
import { examples, openWorld } from '../test/e2e/world';
import { packageFolder } from '../test/folder';

const folder = path.join(packageFolder, 'docs', 'images');
const NODE = 'Create Appointment';

const THEMES = { light: '', dark: '-dark' } as const;

async function shoot({ page }: Editor, name: string): Promise<void> {
	await page.mouse.move(0, 0);
	// Lets transitions end.
	await page.waitForTimeout(800);
	await page.screenshot({ path: path.join(folder, `${name}.png`) });
	console.log(`docs/images/${name}.png`);
}

/** Takes a picture in each theme. */
async function shootBoth(editor: Editor, name: string): Promise<void> {
	for (const colorScheme of ['dark', 'light'] as const) {
		await editor.page.emulateMedia({ colorScheme });
		await shoot(editor, `${name}${THEMES[colorScheme]}`);
	}
}

/** The nodes in the list, the canvas, the form, a run with output, and the credential dialog. */
async function pictures(editor: Editor, workflow: string): Promise<void> {
	const { page } = editor;
	await openWorkflow(editor, workflow);
	await shootBoth(editor, 'canvas');
	await page.getByTestId('node-creator-plus-button').click();
	await page
		.getByTestId('node-creator-search-bar')
		.or(page.getByPlaceholder(/Search/))
		.last()
		.fill('superoffice');
	await page.getByText('SuperOffice', { exact: true }).first().click();
	await page.getByText('Create appointment').last().waitFor();
	await shoot(editor, 'node-list');
	await openNode(editor, workflow, NODE);
	await shootBoth(editor, 'form');
	await page.getByTestId('node-execute-button').first().click();
	await page.getByText('Table', { exact: true }).last().click();
	await page.getByText('AppointmentId').first().waitFor();
	await shoot(editor, 'run');
	await page.getByTestId('credential-edit-button').first().click();
	await page.getByText('Connection tested successfully').waitFor();
	await shoot(editor, 'credential');
	await new CredentialDialog(editor).close();
}

/** The trigger's form. */
async function trigger(editor: Editor, workflow: string): Promise<void> {
	const { page } = editor;
	await openWorkflow(editor, workflow);
	await page.locator('[data-node-name="SuperOffice Trigger"]').first().dblclick();
	await page.getByText('Fetch Record').first().waitFor();
	await shoot(editor, 'trigger');
}

/** The list of a locator while a person types, and typed custom fields. */
async function picking(editor: Editor, workflow: string): Promise<void> {
	const { page } = editor;
	await openNode(editor, workflow, NODE);
	await page.getByTestId('resource-locator-contact').getByTestId('rlc-input').click();
	await page.getByTestId('rlc-item').first().waitFor();
	await page.keyboard.type('nordlys');
	await page.getByTestId('rlc-item').filter({ hasText: 'Nordlys Handel' }).first().waitFor();
	await shoot(editor, 'list');
	await page.keyboard.press('Escape');
	await page.getByTestId('mapping-fields-container').scrollIntoViewIfNeeded();
	await shoot(editor, 'custom-fields');
}

/** Loads n8n anew, whose editor has to be there before it can be led elsewhere. */
async function reload({ page }: Editor): Promise<void> {
	await page.reload();
	await page.getByTestId('canvas-node').first().waitFor();
}

/** The dialogs of the credentials for SuperOffice Online, new and filled in with what is no secret. */
async function online(editor: Editor, workflow: string): Promise<void> {
	// A dialog that is not saved outlives its page, until that is loaded anew.
	const dialog = new CredentialDialog(editor);
	const tenant = 'Cust12345';
	const clientSecret = 'secret of the picture';
	await openNode(editor, workflow, NODE);
	await dialog.create('OAuth2');
	await dialog.fill({ clientId: '0123456789abcdef0123456789abcdef', clientSecret, tenant });
	await shoot(editor, 'online-sign-in');
	await reload(editor);
	await openNode(editor, workflow, NODE);
	await dialog.create('System User');
	const systemUserToken = 'n8n-0123456789';
	await dialog.fill({ tenant, clientSecret, systemUserToken, privateKey: clientSecret });
	await shoot(editor, 'online-system-user');
	await reload(editor);
}

/** The first example with a company to pick and custom fields to fill in. */
function toFillIn(example: WorkflowFile, schema: ResourceMapperField[]): WorkflowFile {
	const file = structuredClone(example);
	const value = { 'SuperOffice:8': '4711', 'SuperOffice:7': 2, 'SuperOffice:5': true };
	const removed = ({ id }: ResourceMapperField) => !(id in value);
	file.nodes[1].parameters = {
		...file.nodes[1].parameters,
		contact: { __rl: true, mode: 'list', value: '' },
		customFieldValues: {
			mappingMode: 'defineBelow',
			value,
			matchingColumns: [],
			schema: schema.map((field) => ({ ...field, removed: removed(field) })),
		} as unknown as INodeParameters,
	};
	return file;
}

async function screenshots(): Promise<void> {
	mkdirSync(folder, { recursive: true });
	await withN8n('2', async ({ url }) => {
		const { client, credentials, importExample } = await openWorld(url, '2');
		const example = examples['create-appointment.json'];
		const id = await importExample(example);
		const editor = await openEditor(url);
		await pictures(editor, id);
		await trigger(editor, await importExample(examples['when-meetings-move.json']));
		const fields = await client.mapperFields(credentials);
		const filled = toFillIn(example, fields);
		await picking(editor, await importExample(filled));
		await online(editor, id);
		await editor.close();
	});
}

screenshots().then(
	() => process.exit(0),
	(error: unknown) => {
		console.error(error);
		process.exit(1);
	},
);
