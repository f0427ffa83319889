import { closeNode } from './browser';
import { Form } from './form';
import { editor, world } from './useEditor';

/** A credential that no other test has, so that a person can tell it from theirs. */
const credentialName = () => `SuperOffice at ${world.simulator.baseUrl}`;

/** Saves the credential that the nodes of `startWorkflow` get; once a file, after `useEditor`. */
export function useCredential(): void {
	beforeAll(async () => await world.client.createCredential(credentialName(), world.basic));
}

/** Adds one of the actions of a node behind the node that is selected; its form is open then. */
async function addFromList(node: string, action: string): Promise<void> {
	const { page } = editor;
	await page.getByTestId('node-creator-plus-button').click();
	await page
		.getByTestId('node-creator-search-bar')
		.or(page.getByPlaceholder(/Search/))
		.last()
		.fill(node.toLowerCase());
	await page.getByText(node, { exact: true }).first().click();
	await page.getByText(action, { exact: true }).last().click();
	await page.getByTestId('parameter-input-operation').waitFor();
}

/** Adds an action of the package behind the node that is selected, with its credential. */
async function addAction(action: string): Promise<void> {
	const { page } = editor;
	await addFromList('SuperOffice', action);
	await page.getByTestId('node-credentials-select').click();
	const entries = page.locator('[role="option"]:visible, [role="menuitem"]:visible');
	await entries.filter({ hasText: credentialName() }).first().click();
}

/** Puts a trigger onto an empty canvas. */
async function startEmpty(): Promise<void> {
	const { page } = editor;
	await page.goto('/workflow/new');
	await page
		.getByTestId('canvas-add-button')
		.or(page.getByTestId('canvas-plus-button'))
		.first()
		.click();
	await page.getByText('Trigger manually', { exact: true }).first().click();
	await page.locator('[data-test-id="canvas-node"]').first().waitFor();
}

/**
 * Puts a trigger and an action onto an empty canvas; the action's form is open then.
 * @param action as n8n's list names it, such as `Create sale`
 */
export async function startWorkflow(action: string): Promise<void> {
	await startEmpty();
	await addAction(action);
}

/**
 * Adds another action behind a node whose form is open.
 * @param before the node's name; that of an action of this package is the action's
 */
export async function addNext(before: string, action: string): Promise<void> {
	const { page } = editor;
	await closeNode(editor);
	await page.locator(`[data-test-id="canvas-node"][data-node-name="${before}"]`).click();
	await addAction(action);
}

/** The file that `startWithFile` makes. */
export const MADE_FILE = 'file.json';

/**
 * Puts a trigger, a node of n8n's that makes a file, and an action onto an empty canvas.
 * @param field in which the file comes
 */
export async function startWithFile(field: string, action: string): Promise<void> {
	await startEmpty();
	const make = 'Convert to File';
	await addFromList(make, 'Convert to JSON');
	const form = new Form(editor, editor.page.locator('body'));
	await form.fill('binaryPropertyName', field);
	await addNext(make, action);
}

/** Drags a field of the input onto a parameter, as n8n maps them. */
export async function mapField(field: string, parameter: string): Promise<void> {
	const { page } = editor;
	const panel = page.getByTestId('ndv-input-panel').or(page.getByTestId('input-panel'));
	const from = await panel.first().getByText(field, { exact: true }).first().boundingBox();
	const to = await page.getByTestId(`parameter-input-${parameter}`).first().boundingBox();
	if (!from || !to) throw new Error(`${field} or ${parameter} is not there to be dragged`);
	await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
	await page.mouse.down();
	await page.mouse.move(to.x + to.width / 3, to.y + to.height / 3, { steps: 10 });
	await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 3 });
	await page.mouse.up();
}
