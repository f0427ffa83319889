import type { INodeParameters } from 'n8n-workflow';
import type { Locator } from 'playwright-core';

import type { WorkflowFile } from '../engine';
import { byId } from '../support';
import { openNode, savedNode } from './browser';
import { editor, useEditor, world } from './useEditor';
import { examples } from './world';

const NODE = 'Create Appointment';
const EMPTY = { __rl: true, mode: 'list', value: '' };

useEditor();

async function open(parameters: object): Promise<string> {
	const file = structuredClone(examples['create-appointment.json']) as WorkflowFile;
	file.nodes[1].parameters = {
		resource: 'appointment',
		operation: 'create',
		...parameters,
	} as INodeParameters;
	const id = await world.importExample(file);
	await openNode(editor, id, NODE);
	return id;
}

const saved = async (id: string, isThere: (parameters: INodeParameters) => boolean) =>
	(await savedNode(editor, world.client, id, ({ parameters }) => isThere(parameters))).parameters;

const items = (): Locator => editor.page.getByTestId('rlc-item').filter({ visible: true });

/** Opens the list of a locator, the nth of that name in the form. */
async function openLocator(name: string, nth = 0): Promise<void> {
	await editor.page
		.getByTestId(`resource-locator-${name}`)
		.nth(nth)
		.getByTestId('rlc-input')
		.click();
	await items().first().waitFor();
}

/** Searches in a locator's list, and picks the first that has the text. */
async function pick(name: string, filter: string, text: string, nth = 0): Promise<void> {
	await openLocator(name, nth);
	await editor.page
		.getByTestId('rlc-search')
		.filter({ visible: true })
		.locator('input')
		.or(editor.page.locator('input[data-test-id="rlc-search"]:visible'))
		.first()
		.fill(filter);
	await items().filter({ hasText: text }).first().click();
	await items().first().waitFor({ state: 'hidden' });
}

describe('a locator', () => {
	it('of each kind is searched as a person types, and picked from', async () => {
		const id = await open({
			task: EMPTY,
			priority: EMPTY,
			preferredTZLocation: EMPTY,
			associate: EMPTY,
			contact: EMPTY,
			person: EMPTY,
			project: EMPTY,
			sale: EMPTY,
			links: { link: [{ entityName: 'project', id: EMPTY }] },
			participants: { participant: [{ associateId: EMPTY, personId: EMPTY }] },
			assignedBy: EMPTY,
			invitedPerson: EMPTY,
			motherAssociate: EMPTY,
			rejectReason: EMPTY,
			visibleFor: { entry: [{ visibility: 'Group', visibleId: EMPTY }] },
		});
		await pick('task', 'phone', 'Phone call');
		await pick('priority', 'high', 'High');
		await pick('preferredTZLocation', 'utc', 'UTC');
		await pick('associate', 'øst', 'Meeting Room Øst');
		await pick('contact', "l'or", "L'Oreal & Søn");
		await pick('person', 'technical', 'Technical Contact');
		await pick('project', 'spring', 'Spring Fair');
		await pick('sale', 'licenses', 'Ten Licenses');
		await pick('id', 'offices', 'Move to New Offices');
		await pick('associateId', 'account', 'Account Manager');
		await pick('personId', 'buyer 00025', 'Buyer 00025');
		await pick('assignedBy', 'project', 'Project Leader');
		await pick('invitedPerson', 'engineer 00030', 'Engineer 00030');
		await pick('motherAssociate', 'support', 'Support Engineer');
		await openLocator('rejectReason');
		const reason = (await items().nth(0).innerText()).trim();
		await items().nth(0).click();
		await pick('visibleId', 'serv', 'Service');
		const parameters = await saved(
			id,
			({ additionalFields }) => !JSON.stringify(additionalFields).includes('"value":""'),
		);
		const picked = (value: number | string, cachedResultName: string) =>
			expect.objectContaining({ mode: 'list', value, cachedResultName }) as unknown;
		const more = parameters.additionalFields as { systemFields: object };
		expect({ ...parameters, ...more, ...more.systemFields }).toMatchObject({
			task: picked(1, 'Phone call'),
			priority: picked(3, 'High'),
			associate: picked(12, 'Meeting Room Øst'),
			contact: picked(2, "L'Oreal & Søn"),
			person: expect.objectContaining({ value: 21 }) as unknown,
			project: expect.objectContaining({ value: 1 }) as unknown,
			sale: expect.objectContaining({ value: 2 }) as unknown,
			links: { link: [{ id: expect.objectContaining({ value: 2 }) as unknown }] },
			preferredTZLocation: expect.objectContaining({ value: 1 }) as unknown,
			participants: {
				participant: [
					{
						associateId: picked(2, 'Account Manager'),
						personId: expect.objectContaining({ value: 250 }) as unknown,
					},
				],
			},
			assignedBy: picked(4, 'Project Leader'),
			invitedPerson: expect.objectContaining({ value: 301 }) as unknown,
			motherAssociate: picked(3, 'Support Engineer'),
			rejectReason: picked(reason, reason),
			visibleFor: { entry: [{ visibleId: picked(3, 'Service') }] },
		});
		world.simulator.reset();
		const execution = await world.client.run(id);
		expect(execution.error).toBeUndefined();
		const save = world.simulator.requests.find(({ method }) => method === 'POST');
		expect(JSON.parse(save?.body ?? '')).toMatchObject({
			Contact: { ContactId: 2 },
			Person: { PersonId: 21 },
			RejectReason: reason,
			VisibleFor: [{ Visibility: 'Group', VisibleId: 3 }],
		});
	});

	it('loads the next page at the end of the list', async () => {
		await open({ contact: EMPTY });
		await openLocator('contact');
		expect(await items().count()).toBe(50);
		await items().last().scrollIntoViewIfNeeded();
		await items().nth(50).waitFor();
		expect((await items().count()) % 50).toBe(0);
		expect(world.simulator.requests.map(({ query }) => query.$skip)).toContain('50');
	});

	it('takes a number or a name as well', async () => {
		const id = await open({ contact: byId(1) });
		const contact = editor.page.getByTestId('resource-locator-contact');
		await contact.getByTestId('rlc-mode-selector').click();
		const modes = editor.page.locator('[role="option"]:visible');
		await modes.first().waitFor();
		expect((await modes.allInnerTexts()).map((text) => text.trim())).toEqual([
			'From list',
			'By ID',
			'By Name',
		]);
		await modes.filter({ hasText: 'By Name' }).click();
		await contact
			.getByTestId('rlc-input-container')
			.locator('input')
			.first()
			.fill('Fjord Shipping AS');
		// n8n 1 takes a moment to take it over.
		await editor.page.waitForTimeout(1000);
		const { contact: chosen } = await saved(id, (parameters) =>
			JSON.stringify(parameters).includes('Fjord'),
		);
		expect(chosen).toMatchObject({ mode: 'name', value: 'Fjord Shipping AS' });
	});
});

describe('the mapper of custom fields', () => {
	const field = (label: string): Locator =>
		editor.page
			.getByTestId('mapping-fields-container')
			.locator('.parameter-item')
			.filter({ hasText: label })
			.locator('input')
			.first();

	/** Adds a field; from a menu in n8n 2, from a dropdown in n8n 1. */
	async function add(label: string): Promise<void> {
		await editor.page.getByTestId('add-fields-select').click();
		const options = editor.page.locator('[role="menuitem"]:visible, [role="option"]:visible');
		await options.filter({ hasText: label }).first().click();
	}

	it('starts empty, adds fields, and the node says which mandatory ones are missing', async () => {
		await open({ title: 'Typed' });
		const { page } = editor;
		await page.getByTestId('add-fields-select').waitFor();
		expect(await field('Cost Center').count()).toBe(0);
		await add('Guests');
		await field('Guests').fill('7');
		await page.getByTestId('node-execute-button').first().click();
		await page
			.getByText(/mandatory and not set: Cost Center/)
			.first()
			.waitFor();
		expect(world.simulator.requests.filter(({ method }) => method === 'POST')).toEqual([]);
		await add('Cost Center (mandatory)');
		await field('Cost Center').fill('4711');
		await page.getByTestId('node-execute-button').first().click();
		await page.getByText('AppointmentId').first().waitFor();
		const [save] = world.simulator.requests.filter(({ method }) => method === 'POST');
		expect(JSON.parse(save.body)).toEqual({
			Title: 'Typed',
			CustomFields: { 'SuperOffice:8': '4711', 'SuperOffice:2': '[I:7]' },
		});
	});
});
