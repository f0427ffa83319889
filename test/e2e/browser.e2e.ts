import type { Browser, Locator } from 'playwright-core';
import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { SuperOffice } from '../../nodes/SuperOffice/SuperOffice.node';
import { allParameters } from '../cases';
import type { WorkflowFile } from '../engine';
import { openEditor, openList, openNode, startBrowser, type Editor } from './browser';
import { openRunningWorld } from './running';
import { examples, type World } from './world';

const NODE = 'Create Appointment';
const properties = new SuperOffice().description.properties;

let world: World;
let browser: Browser;
let editor: Editor;

beforeAll(async () => {
	world = await openRunningWorld();
	browser = await startBrowser();
	editor = await openEditor(browser, world.client.url);
});
afterAll(async () => {
	await browser.close();
	await world.close();
});
afterEach(() => {
	expect(editor.complaints).toEqual([]);
});

async function workflowWith(parameters: object): Promise<string> {
	const file = structuredClone(examples['create-appointment.json']) as WorkflowFile;
	file.nodes[1].parameters = { resource: 'appointment', operation: 'create', ...parameters };
	return await world.importExample(file);
}

/** Waits until something is so, for ten seconds. */
async function eventually(isSo: () => Promise<boolean>): Promise<void> {
	for (let tries = 0; tries < 50 && !(await isSo()); tries++) await editor.page.waitForTimeout(200);
	expect(await isSo()).toBe(true);
}

/** What shows that a parameter's control is the right one. */
const WIDGETS: Record<string, (control: INodeProperties) => string> = {
	string: ({ typeOptions }) => (typeOptions?.rows ? 'textarea' : 'input[type="text"]'),
	number: () => '[role="spinbutton"], .el-input-number',
	boolean: () => '[role="switch"]',
	dateTime: () => '.el-date-editor',
	options: () => '.el-select',
	multiOptions: () => '.el-select__tags',
	json: () => '.cm-editor',
	resourceLocator: ({ name }) => `[data-test-id="resource-locator-${name}"]`,
};

const input = (name: string): Locator => editor.page.getByTestId(`parameter-input-${name}`);

/** The controls of the form, those in groups and rows included, that have a widget of their own. */
function controlsOf(list: INodeProperties[]): INodeProperties[] {
	return list.flatMap((control) => {
		if (control.type === 'collection') return controlsOf(control.options as INodeProperties[]);
		if (control.type !== 'fixedCollection') return [control];
		const [row] = control.options as Array<{ values: INodeProperties[] }>;
		return controlsOf(row.values);
	});
}

/** The labels that a dropdown's list has to show; n8n adds its pointer to the HTTP Request node. */
function labelsOf({ name, options }: INodeProperties): string[] {
	const labels = (options as INodePropertyOptions[]).map((option) => option.name);
	return ['resource', 'operation'].includes(name) ? [...labels, 'Custom API Call'] : labels;
}

describe('the form', () => {
	it('shows the right control for every property that is set', async () => {
		await openNode(editor, await workflowWith(allParameters()), NODE);
		const form = properties.filter(({ name }) => name !== 'jsonBody' && name !== 'select');
		const wrong: string[] = [];
		for (const control of controlsOf(form)) {
			const shown = input(control.name);
			const count = await shown.count();
			const right = await shown.locator(WIDGETS[control.type](control)).count();
			// Columns that no row shows, and optional ones, have no control here.
			if (count > 0 && right === 0) wrong.push(`${control.name} (${control.type})`);
		}
		expect(wrong).toEqual([]);
		const table = form.flatMap((property) =>
			property.type === 'collection' && property.name !== 'options'
				? (property.options as INodeProperties[])
				: [property],
		);
		for (const { name, type } of table) {
			if (type === 'collection') continue;
			const id =
				type === 'fixedCollection' ? `fixed-collection-${name}` : `parameter-input-${name}`;
			expect([name, await editor.page.getByTestId(id).count()]).not.toEqual([name, 0]);
		}
	});

	it('opens every dropdown with its values', async () => {
		await openNode(editor, await workflowWith(allParameters()), NODE);
		const dropdowns = controlsOf(properties).filter(({ type }) => type === 'options');
		let opened = 0;
		for (const control of dropdowns) {
			const box = input(control.name).locator('.el-select').first();
			// Only the chosen pattern of a recurrence shows its controls.
			if ((await box.count()) === 0) continue;
			await box.click();
			expect([control.name, await openList(editor)]).toEqual([control.name, labelsOf(control)]);
			opened += 1;
		}
		expect(opened).toBeGreaterThanOrEqual(14);
	});

	it('offers every field of every group', async () => {
		await openNode(editor, await workflowWith({}), NODE);
		const groups = properties.filter(({ type }) => type === 'collection');
		expect(groups).toHaveLength(9);
		for (const { displayName, options, placeholder } of groups) {
			const group = editor.page
				.getByTestId('parameter-item')
				.filter({ has: editor.page.getByText(displayName, { exact: true }) })
				.last();
			await group
				.getByText(placeholder ?? '')
				.or(group.getByPlaceholder(placeholder ?? ''))
				.first()
				.click();
			const labels = (options as INodeProperties[]).map((option) => option.displayName);
			expect([displayName, await openList(editor)]).toEqual([displayName, labels]);
		}
	});

	it('shows what belongs to the chosen pattern of a recurrence, and no more', async () => {
		const rule = {
			pattern: 'Monthly',
			monthPattern: 'WeekdayOfMonth',
			recurrenceEndType: 'EndDate',
		};
		await openNode(editor, await workflowWith({ recurrence: { rule } }), NODE);
		await input('monthPattern').waitFor();
		const names = ['monthPattern', 'weekOfMonth', 'weekday', 'cycle', 'recurrenceEndType'];
		for (const name of names) expect([name, await input(name).count()]).toEqual([name, 1]);
		const hidden = ['dayPattern', 'weekdays', 'day', 'yearPattern', 'month', 'recurrenceCounter'];
		for (const name of hidden) expect([name, await input(name).count()]).toEqual([name, 0]);
	});

	it('adds participants, rules, links and entries', async () => {
		await openNode(editor, await workflowWith({ linkedRecords: { links: {} } }), NODE);
		for (const [button, column] of [
			['Add Participant', 'associateId'],
			['Add Rule', 'pattern'],
			['Add Link', 'entityName'],
		]) {
			await editor.page.getByText(button, { exact: true }).first().click();
			await input(column).first().waitFor();
		}
	});

	it('warns where a wrong choice hurts', async () => {
		await openNode(editor, await workflowWith(allParameters()), NODE);
		for (const hint of [/makes SuperOffice invite/, /is the one who invites/, /save over that/]) {
			await editor.page.getByText(hint).first().waitFor();
		}
	});

	it('can be filled in, run, saved and opened again', async () => {
		world.simulator.reset();
		const workflow = await workflowWith({ output: 'simplified' });
		await openNode(editor, workflow, NODE);
		await input('title').locator('input').fill('Typed by hand');
		for (const [name, text] of [
			['startDate', '2026-12-01 10:00:00'],
			['endDate', '2026-12-01 11:00:00'],
		]) {
			await input(name).locator('input').fill(text);
			await input(name).locator('input').press('Enter');
		}
		await editor.page.getByTestId('node-execute-button').first().click();
		await editor.page.getByText('Typed by hand').nth(0).waitFor();
		const output = editor.page
			.getByTestId('output-panel')
			.or(editor.page.getByTestId('ndv-output-panel'));
		await output.getByText('AppointmentId').first().waitFor();
		expect(JSON.parse(world.simulator.requests[0].body)).toEqual({
			Title: 'Typed by hand',
			StartDate: '2026-12-01T09:00:00Z',
			EndDate: '2026-12-01T10:00:00Z',
		});
		await editor.page.keyboard.press('Escape');
		await editor.page.keyboard.press('Control+s');
		// n8n 2 also saves by itself, a moment later.
		await eventually(async () => {
			const saved = await world.client.getWorkflow(workflow);
			return saved.nodes[1].parameters.title === 'Typed by hand';
		});
		await openNode(editor, workflow, NODE);
		expect(await input('title').locator('input').inputValue()).toBe('Typed by hand');
	});
});

describe('the credential dialog', () => {
	it('shows the fields of the chosen scheme, tests, and names what is wrong', async () => {
		await openNode(editor, await workflowWith({}), NODE);
		const { page } = editor;
		await page.getByTestId('credential-edit-button').first().click();
		const dialog = page.getByTestId('editCredential-modal');
		await dialog.getByText('Connection tested successfully').waitFor();
		const labels = [/^Base URL/, 'Authentication', 'User Name', 'Password', 'Application Token'];
		for (const label of labels) await dialog.getByText(label, { exact: true }).first().waitFor();
		expect(await dialog.getByText('Ticket', { exact: true }).count()).toBe(0);
		expect(await dialog.locator('input[type="password"]').count()).toBe(2);
		await dialog.getByTestId('parameter-input-baseUrl').locator('input').fill('crm.example.com');
		await page.getByTestId('credential-save-button').click();
		await dialog.getByText('More details').click();
		await dialog
			.getByText(/"crm\.example\.com" is not a web address/)
			.first()
			.waitFor();
		await dialog
			.getByTestId('parameter-input-baseUrl')
			.locator('input')
			.fill(world.simulator.baseUrl);
		await page.getByTestId('credential-save-button').click();
		await dialog.getByText('Connection tested successfully').waitFor();
		await dialog.getByTestId('parameter-input-authentication').locator('.el-select').click();
		expect(await openList(editor)).toEqual([
			'Access Token (Bearer)',
			'Browser Session (XSRF)',
			'Ticket (SoTicket)',
			'User Name and Password (Basic)',
		]);
	});
});

describe('the dark theme', () => {
	it('shows the node with its dark icon', async () => {
		const dark = await openEditor(browser, world.client.url, 'dark');
		await openNode(dark, await workflowWith({}), NODE);
		const icons = await dark.page
			.locator('img[src*="superoffice"]')
			.evaluateAll((images) => images.map((image) => image.getAttribute('src')));
		expect(icons.length).toBeGreaterThan(0);
		expect(icons.filter((icon) => !icon?.endsWith('superoffice.dark.svg'))).toEqual([]);
		expect(dark.complaints).toEqual([]);
		await dark.context.close();
	});
});
