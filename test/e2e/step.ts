import type { INodeParameters } from 'n8n-workflow';

import type { WorkflowFile } from '../engine';
import { openNode } from './browser';
import { Form } from './form';
import { editor, world } from './useEditor';
import { examples } from './world';

const NODE = 'Create Appointment';

/** Opens the form of an operation as it is on a node that was just put on the canvas. */
export async function openOperation(resource: string, operation: string): Promise<Form> {
	const file = structuredClone(examples['create-appointment.json']) as WorkflowFile;
	file.nodes[1].parameters = { resource, operation } as INodeParameters;
	await openNode(editor, await world.importExample(file), NODE);
	return wholeForm();
}

/** The form of the node that is open. */
export const wholeForm = (): Form => new Form(editor, editor.page.locator('body'));

const outputPanel = () => {
	const { page } = editor;
	return page.getByTestId('ndv-output-panel').or(page.getByTestId('output-panel')).first();
};

/** Executes the node, and waits for a text in its output. */
export async function execute(text: string): Promise<void> {
	await editor.page.getByTestId('node-execute-button').first().click();
	await outputPanel().getByText(text).first().waitFor();
}

/** What the table of the output shows: the rows, by the headings of the columns. */
export async function outputTable(): Promise<Array<Record<string, string>>> {
	await outputPanel().getByText('Table', { exact: true }).click();
	const rows = outputPanel().locator('table').first().locator('tr');
	await rows.nth(1).waitFor();
	const texts = await rows.evaluateAll((all) =>
		all.map((row) =>
			[...row.querySelectorAll('th, td')].map((cell) => (cell.textContent ?? '').trim()),
		),
	);
	const [headings, ...cells] = texts;
	return cells.map((row) => Object.fromEntries(row.map((text, index) => [headings[index], text])));
}

/** The names of the files that the output has, as its tab of files shows them. */
export async function outputFiles(): Promise<string[]> {
	await outputPanel().getByText('Binary', { exact: true }).click();
	const names = outputPanel().getByText('File Name:', { exact: true });
	await names.first().waitFor();
	return await names.evaluateAll((all) =>
		all.map((label) => (label.parentElement?.nextElementSibling?.textContent ?? '').trim()),
	);
}

/** What was sent to SuperOffice beyond questions: methods and paths with bodies, those of files as text. */
export const writes = () =>
	world.simulator.requests
		.filter(({ method }) => method !== 'GET')
		.map(({ method, path, body, bytes }) => {
			const sent = bytes ? String(bytes) : (JSON.parse(body) as unknown);
			return [`${method} ${path}`, sent] as const;
		});
