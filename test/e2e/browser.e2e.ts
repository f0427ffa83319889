import mapValues from 'lodash/mapValues';
import type { Locator } from 'playwright-core';
import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { SuperOffice } from '../../nodes/SuperOffice/SuperOffice.node';
import { allParameters } from '../cases';
import { companyCases, personCases, type RecordCase } from '../recordCases';
import { documentCases, requestCases } from '../serviceCases';
import { projectCases, saleCases } from '../workCases';
import { byId } from '../support';
import type { WorkflowFile } from '../engine';
import { controlsIn, openList, openNode, savedNode } from './browser';
import { CredentialDialog } from './dialog';
import { Form } from './form';
import { editor, useEditor, world } from './useEditor';
import { examples } from './world';

const NODE = 'Create Appointment';
const UNTOUCHED = { mode: 'list', value: '' };
const { properties } = new SuperOffice().description;

/** The parameters that an operation shows. n8n puts `authentication` into the credential's selector. */
const shownFor = (operation: string, resource = 'appointment') =>
	properties.filter(({ displayOptions: { show } = {}, name }) => {
		if (name === 'authentication') return false;
		const isFor = (list: unknown[] | undefined, value: string) => list?.includes(value) ?? true;
		return isFor(show?.operation, operation) && isFor(show?.resource, resource);
	});

/** The operation whose form has all properties of a kind of record. */
const creating = (resource: string) => (resource === 'document' ? 'upload' : 'create');

/** Those of Create, which has all properties of an appointment. */
const created = shownFor('create');

useEditor();

async function workflowWith(parameters: object): Promise<string> {
	const file = structuredClone(examples['create-appointment.json']) as WorkflowFile;
	file.nodes[1].parameters = { resource: 'appointment', operation: 'create', ...parameters };
	return await world.importExample(file);
}

const THEMES = ['dark', 'light'] as const;

/** Waits until there are so many. */
async function untilThereAre(locator: Locator, count: number): Promise<void> {
	await locator.nth(count - 1).waitFor();
	expect(await locator.count()).toBe(count);
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

/** The widgets by the names of their parameters, of which some stand for a text here and for a longer one there. */
function widgetsOf(list: INodeProperties[]): Record<string, string> {
	const widgets: Record<string, string> = {};
	for (const control of list) {
		const known = widgets[control.name];
		const widget = WIDGETS[control.type](control);
		widgets[control.name] = known === undefined ? widget : `${known}, ${widget}`;
	}
	return widgets;
}

const input = (name: string): Locator => editor.page.getByTestId(`parameter-input-${name}`);

/** The controls of the form, those in groups and rows included, that have a widget of their own. */
function controlsOf(list: INodeProperties[]): INodeProperties[] {
	return list.flatMap((control) => {
		if (control.type === 'collection') return controlsOf(control.options as INodeProperties[]);
		if (control.type !== 'fixedCollection') return [control];
		const groups = control.options as Array<{ values: INodeProperties[] }>;
		return groups.flatMap(({ values }) => controlsOf(values));
	});
}

/** The labels that a dropdown's list has to show; n8n adds its pointer to the HTTP Request node. */
function labelsOf({ name, options }: INodeProperties): string[] {
	const labels = (options as INodePropertyOptions[]).map((option) => option.name);
	return ['resource', 'operation'].includes(name) ? [...labels, 'Custom API Call'] : labels;
}

/** All controls of Create but the JSON body and the mapper, which has tests of its own. */
const controlsOfCreate = (resource = 'appointment') =>
	controlsOf(
		shownFor(creating(resource), resource).filter(
			({ name, type }) => name !== 'jsonBody' && type !== 'resourceMapper',
		),
	);

const withWidgets = controlsOfCreate();

/** A control as it is when it is added; n8n 1 adds its row by a further click. */
function added({ default: value, options, type, typeOptions }: INodeProperties): unknown {
	if (type !== 'fixedCollection') return value;
	const [{ name }] = options as Array<{ name: string }>;
	return { [name]: typeOptions?.multipleValues ? [{}] : {} };
}

/** All options of an operation as they are when they are added. */
const optionsOf = (operation: string, resource?: string): Record<string, unknown> =>
	Object.fromEntries(
		shownFor(operation, resource)
			.flatMap(({ name, options }) => (name === 'options' ? (options as INodeProperties[]) : []))
			.map((option) => [option.name, added(option)]),
	);

/** Rows of links, and of who may see a record, with all their fields. */
const linked = () => ({
	links: { link: [{ additionalFields: { description: '', extraInfo: '', linkId: 1 } }] },
});
const furtherRows = () => ({
	...linked(),
	visibleFor: { entry: [{ visibility: 'Group', additionalFields: { displayValue: '' } }] },
});

/** Fillings of the form that together show every control. */
function fillings(): object[] {
	const all = allParameters();
	const options = optionsOf('create');
	const participant = {
		contactId: byId(1),
		description: '',
		emailId: 1,
		externallyOwnedStatus: 'Accepted',
		externallyOwnedType: 'Optional',
		invitationStatus: 'None',
		sendEmail: true,
	};
	const rows = {
		participants: { participant: [{ additionalFields: participant }] },
		...furtherRows(),
	};
	const rules = [
		{ pattern: 'Daily', dayPattern: 'EveryCyclicDay', recurrenceEndType: 'EndDate' },
		{ pattern: 'Monthly', monthPattern: 'DayOfMonth' },
		{ pattern: 'Yearly', yearPattern: 'WeekdayOfMonth' },
		{ pattern: 'Custom', dates: { date: [{ date: '2026-01-01' }] } },
	];
	return [
		{ ...all, options: { ...options, output: 'selected', select: ['Title'] } },
		{ specifyBody: 'autoMap', options: { output: 'simplified', ignoreUnknownFields: true } },
		{},
		rows,
		...rules.map((rule) => ({ recurrence: { rule } })),
	];
}

/**
 * The same of a kind of record whose rows have no further fields.
 * @param more what its form has beside the properties
 */
function recordFillings(
	resource: string,
	cases: Record<string, RecordCase>,
	more: object = {},
): object[] {
	const operation = creating(resource);
	const all = { ...mapValues(cases, ({ enter }) => enter), ...more };
	const options = { ...optionsOf(operation, resource), output: 'selected', select: ['Name'] };
	const createOnce = { key: { keyBy: 'customField' } };
	return [
		{ resource, operation, ...all, options },
		{
			resource,
			operation,
			specifyBody: 'autoMap',
			options: { output: 'simplified', ignoreUnknownFields: true, createOnce },
		},
		{ resource, operation },
	];
}

/** A group of an operation of requests with all that it has. */
const wholeGroup = (operation: string, group: string) => {
	const groups = shownFor(operation, 'request').filter(({ name }) => name === group);
	const fields = groups.flatMap(({ options }) => options as INodeProperties[]);
	return { [group]: Object.fromEntries(fields.map((field) => [field.name, added(field)])) };
};

const FILLINGS: Array<[string, () => object[]]> = [
	['appointment', fillings],
	['company', () => recordFillings('company', companyCases)],
	['person', () => recordFillings('person', personCases)],
	['sale', () => [...recordFillings('sale', saleCases), { resource: 'sale', ...furtherRows() }]],
	[
		'project',
		() => [...recordFillings('project', projectCases), { resource: 'project', ...linked() }],
	],
	['request', () => recordFillings('request', requestCases, wholeGroup('create', 'messageFields'))],
	[
		'document',
		() => [
			...recordFillings('document', documentCases),
			{ resource: 'document', operation: 'upload', ...furtherRows() },
		],
	],
];

describe('the form', () => {
	it.each(FILLINGS)('shows the right control for all that a %s has', async (resource, all) => {
		const controls = controlsOfCreate(resource);
		const unseen = new Set(controls.map(({ name }) => name));
		const widgets = widgetsOf(controls);
		const wrong: string[] = [];
		for (const parameters of all()) {
			await openNode(editor, await workflowWith(parameters), NODE);
			for (const [name, { controls: count, right }] of Object.entries(
				await controlsIn(editor, widgets),
			)) {
				if (count !== right) wrong.push(name);
				if (count > 0) unseen.delete(name);
			}
		}
		expect(wrong).toEqual([]);
		expect([...unseen]).toEqual([]);
	});

	/** What each of the other operations has to be filled in with to show all that it has. */
	const OTHERS: Array<[string, object]> = [
		['accept', {}],
		['assign', {}],
		['delete', {}],
		['findFreeTime', { owners: { owner: [{}] } }],
		['get', {}],
		[
			'getAll',
			{
				period: 'between',
				filters: {
					contact: byId(1),
					completed: true,
					customFields: [{ field: UNTOUCHED, operator: 'equals', value: '' }],
					owners: [{ associateId: UNTOUCHED }],
					person: byId(1),
					project: byId(1),
					sale: byId(1),
					task: byId(1),
					text: 'a',
					type: 'inDiary',
					updatedSince: '2026-01-01',
				},
				sort: { rule: [{}] },
			},
		],
		['getDefaults', {}],
		['getSeriesDates', {}],
		['move', {}],
		['reject', {}],
		['setCompleted', {}],
		['update', {}],
		['upsert', { matchBy: 'foreignKey' }],
		['addMessage', { resource: 'request', ...wholeGroup('addMessage', 'sendEmail') }],
		['fromMail', { resource: 'request', mailSource: 'text' }],
		['getAttachments', { resource: 'request' }],
		['createFromTemplate', { resource: 'document', customTags: { entry: [{}] } }],
		['download', { resource: 'document' }],
	];

	it.each(OTHERS)('shows what %s needs', async (operation, parameters) => {
		const { resource = 'appointment' } = parameters as { resource?: string };
		const whole = shownFor(creating(resource), resource);
		const options = { ...optionsOf(operation, resource), output: 'selected' };
		const filled = { operation, ...parameters, options };
		await openNode(editor, await workflowWith(filled), NODE);
		const values = { ...filled, ...options, specifyBody: 'fields', returnAll: false };
		const isShown = ({ displayOptions }: INodeProperties) =>
			Object.entries(displayOptions?.show ?? {}).every(([name, wanted]) => {
				const value = (values as Record<string, unknown>)[name.replace('/', '')];
				return value === undefined || (wanted as unknown[]).includes(value);
			});
		const own = shownFor(operation, resource).filter(
			(one) => !whole.includes(one) && isShown(one) && one.name !== 'customFieldValues',
		);
		expect(own.length).toBeGreaterThan(0);
		// Groups and rows of properties are those of Create.
		const asInCreate = ['participants', 'recurrence', 'additionalFields'];
		const others = own.filter(({ name }) => !asInCreate.includes(name));
		const shown = await controlsIn(editor, widgetsOf(controlsOf(others).filter(isShown)));
		expect(Object.entries(shown).filter(([, { right }]) => right === 0)).toEqual([]);
	});

	it('opens every dropdown with its values', async () => {
		const closed = new Map(
			withWidgets
				.filter(({ type }) => type === 'options')
				.map((control) => [control.name, control]),
		);
		for (const parameters of fillings()) {
			await openNode(editor, await workflowWith(parameters), NODE);
			for (const [name, control] of closed) {
				const box = input(name).locator('.el-select').first();
				if ((await box.count()) === 0) continue;
				await box.click();
				expect([name, await openList(editor)]).toEqual([name, labelsOf(control)]);
				closed.delete(name);
			}
		}
		expect([...closed.keys()]).toEqual([]);
	});

	it('offers every field of every group', async () => {
		await openNode(editor, await workflowWith({}), NODE);
		const form = new Form(editor, editor.page.locator('body'));
		const isInGroup = ({ type }: INodeProperties) => type === 'collection';
		const [fields, options] = created.filter(isInGroup);
		await form.part(fields.displayName).addOption('Add Field', 'Fields SuperOffice Sets Itself');
		const [system] = (fields.options as INodeProperties[]).filter(isInGroup);
		for (const { displayName, placeholder = '', ...group } of [system, options]) {
			const part = displayName === system.displayName ? form.part(fields.displayName) : form;
			await part.part(displayName).addRow(placeholder);
			const isHere = ({ displayOptions }: INodeProperties) => displayOptions === undefined;
			const labels = (group.options as INodeProperties[])
				.filter(isHere)
				.map((option) => option.displayName);
			expect([displayName, await openList(editor)]).toEqual([displayName, labels]);
		}
		const left = (fields.options as INodeProperties[]).filter((one) => one !== system);
		await form.part(fields.displayName).addRow('Add Field');
		expect(await openList(editor)).toEqual(left.map((option) => option.displayName));
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

	it('adds rows, which have further fields', async () => {
		await openNode(editor, await workflowWith(allParameters()), NODE);
		const button = (text: string) => editor.page.getByText(text, { exact: true });
		for (const [add, column] of [
			[button('Add Participant'), 'personId'],
			[button('Add Link'), 'entityName'],
			[button('Add Entry').first(), 'visibility'],
			[button('Add Entry').nth(1), 'key'],
		] as Array<[Locator, string]>) {
			const before = await input(column).count();
			await add.first().click();
			await untilThereAre(input(column), before + 1);
		}
		const participants = editor.page.getByTestId('fixed-collection-participants');
		const more = participants.getByText('Add Field').or(participants.getByPlaceholder('Add Field'));
		await more.first().click();
		expect(await openList(editor)).toEqual([
			'Company',
			'Description',
			'Email ID',
			'External Answer',
			'External Role',
			'Invitation Status',
			'Send Email',
		]);
	});

	it('warns where a wrong choice hurts', async () => {
		await openNode(editor, await workflowWith(allParameters()), NODE);
		for (const hint of [
			/invites the user of the credential/,
			/organizes the meeting/,
			/overwrites that appointment/,
		]) {
			await editor.page.getByText(hint).first().waitFor();
		}
	});

	it.each(THEMES)('can be filled in, run, saved and opened again: %s', async (theme) => {
		await editor.page.emulateMedia({ colorScheme: theme });
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
		const save = world.simulator.requests.find(({ method }) => method === 'POST');
		expect(JSON.parse(save?.body ?? '')).toEqual({
			Title: 'Typed by hand',
			StartDate: '2026-12-01T09:00:00Z',
			EndDate: '2026-12-01T10:00:00Z',
		});
		const { parameters } = await savedNode(
			editor,
			world.client,
			workflow,
			(node) => node.parameters.title === 'Typed by hand',
		);
		expect(parameters.title).toBe('Typed by hand');
		await openNode(editor, workflow, NODE);
		expect(await input('title').locator('input').inputValue()).toBe('Typed by hand');
	});
});

describe('the credential dialog', () => {
	it.each(THEMES)('shows the chosen scheme, tests, and names what is wrong: %s', async (theme) => {
		await editor.page.emulateMedia({ colorScheme: theme });
		await openNode(editor, await workflowWith({}), NODE);
		const dialog = new CredentialDialog(editor);
		await dialog.edit();
		await dialog.says('Connection tested successfully');
		// n8n marks what is required behind its label.
		const labels = [/^Base URL/, 'Authentication', /^User Name/, /^Password/];
		for (const label of labels)
			await dialog.box.getByText(label, { exact: true }).first().waitFor();
		expect(await dialog.box.getByText(/^(Ticket|Application Token)/).count()).toBe(0);
		expect(await dialog.box.locator('input[type="password"]').count()).toBe(1);
		await dialog.fill({ baseUrl: 'crm.example.com' });
		await dialog.save();
		await dialog.box.getByText('More details').click();
		await dialog.says(/"crm\.example\.com" is not a web address/);
		await dialog.box.getByTestId('parameter-input-authentication').locator('.el-select').click();
		expect(await openList(editor)).toEqual([
			'Access Token (Bearer)',
			'Browser Session (XSRF)',
			'Ticket (SoTicket)',
			'User Name and Password (Basic)',
		]);
		await dialog.fill({ baseUrl: world.simulator.baseUrl });
		await dialog.save();
		await dialog.says('Connection tested successfully');
		await dialog.close();
	});
});

it.each([
	['dark', /superoffice\.dark\.svg$/],
	['light', /superoffice\.svg$/],
] as const)('the %s theme has its own icon', async (theme, file) => {
	await editor.page.emulateMedia({ colorScheme: theme });
	await openNode(editor, await workflowWith({}), NODE);
	const icons = await editor.page
		.locator('img[src*="superoffice"]')
		.evaluateAll((images) => images.map((image) => image.getAttribute('src') ?? ''));
	expect(icons.length).toBeGreaterThan(0);
	expect(icons.filter((icon) => !file.test(icon))).toEqual([]);
});
