import type { INodeParameters, INodeProperties } from 'n8n-workflow';
import type { Browser } from 'playwright-core';

import { asSaved, descriptionOf, LEFT_ALONE } from '../editor';
import type { WorkflowFile } from '../engine';
import { openEditor, openNode, startBrowser, type Editor } from './browser';
import { addAll, Form } from './form';
import { openRunningWorld } from './running';
import { examples, type World } from './world';

const NODE = 'Create Appointment';
const { properties } = descriptionOf('superOffice');

/** The lists and groups that an operation's form shows before anything is changed. */
const addable = (operation: string): INodeProperties[] =>
	properties.filter(({ type, displayOptions }) => {
		const { operation: own, specifyBody = ['fields'] } = displayOptions?.show ?? {};
		const isShown = own?.includes(operation) === true && specifyBody.includes('fields');
		return isShown && ['collection', 'fixedCollection'].includes(type);
	});

const operations = properties.flatMap(({ name, options }) =>
	name === 'operation' ? (options as Array<{ value: string }>).map(({ value }) => value) : [],
);

let world: World;
let browser: Browser;
let editor: Editor;

beforeAll(async () => {
	world = await openRunningWorld();
	browser = await startBrowser();
	editor = await openEditor(browser, world.client.url);
});
beforeEach(() => world.simulator.reset());
afterAll(async () => {
	await browser?.close();
	await world?.close();
});
afterEach(() => {
	expect(editor.complaints.splice(0)).toEqual([]);
});

/** Opens the form of an operation as it is on a node that was just put on the canvas. */
async function open(operation: string): Promise<string> {
	const file = structuredClone(examples['create-appointment.json']) as WorkflowFile;
	file.nodes[1].parameters = { operation };
	const id = await world.importExample(file);
	await openNode(editor, id, NODE);
	return id;
}

/** Saves as a person does, and waits until n8n has these parameters; n8n 2 also saves by itself. */
async function saved(id: string, expected: INodeParameters): Promise<INodeParameters> {
	await editor.page.keyboard.press('Escape');
	await editor.page.keyboard.press('Control+s');
	const read = async () => (await world.client.getWorkflow(id)).nodes[1].parameters;
	for (let tries = 0; tries < 100; tries++) {
		const parameters = await read();
		if (JSON.stringify(parameters).length >= JSON.stringify(expected).length) return parameters;
		await editor.page.waitForTimeout(200);
	}
	return await read();
}

/** What an error may say of something that was left alone. */
const HONEST = /: (is empty|the key is empty|\w+ \d+ is empty|names no\w*|nothing is to change)/;

it.each(operations)(
	'what is added to %s and left alone is saved as the tests take it, and nothing blames it',
	async (operation) => {
		const id = await open(operation);
		const form = new Form(editor, editor.page.locator('body'));
		const added: Record<string, unknown> = { operation };
		for (const control of addable(operation)) {
			added[control.name] = await addAll(form, control, LEFT_ALONE);
		}
		const expected = asSaved('superOffice', added);
		expect(await saved(id, expected)).toEqual(expected);
		const { error } = await world.client.run(id);
		expect(error?.message ?? ': is empty').toMatch(HONEST);
	},
	600_000,
);
