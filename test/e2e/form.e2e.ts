import type { INodeParameters } from 'n8n-workflow';

import { arranged } from '../editor';
import type { WorkflowFile } from '../engine';
import { byId } from '../support';
import type { ListQuestion } from './client';
import { openRunningWorld } from './running';
import { examples, type World } from './world';

let world: World;

beforeAll(async () => (world = await openRunningWorld()));
beforeEach(() => world.simulator.reset());
afterAll(async () => await world.close());

const search = async (question: Omit<ListQuestion, 'credentials'>) =>
	await world.client.searchList({
		...question,
		currentNodeParameters: arranged('superOffice', question.currentNodeParameters ?? {}),
		credentials: world.credentials,
	});

async function run(parameters: object, items: object[] = [{}]) {
	const file = structuredClone(examples['sheet-rows-to-follow-ups.json']) as WorkflowFile;
	const node = (name: string) => file.nodes.find((one) => one.name === name);
	Object.assign(node('Rows of the Sheet')?.parameters ?? {}, {
		jsonOutput: JSON.stringify({ rows: items }),
	});
	Object.assign(node('Create Follow-Up') ?? {}, {
		parameters: { resource: 'appointment', operation: 'create', ...parameters } as INodeParameters,
		onError: 'stopWorkflow',
	});
	const execution = await world.client.run(await world.importExample(file));
	const saves = world.simulator.requests.filter(({ method }) => method === 'POST');
	const sent = saves.map(({ body }) => JSON.parse(body) as Record<string, unknown>);
	return { execution, sent, out: execution.itemsOf('Created').map(({ json }) => json) };
}

const SALE = { resource: 'sale' };
const PROJECT = { resource: 'project' };
const REQUEST = { resource: 'request' };
const DOCUMENT = { resource: 'document', operation: 'upload' };
const STAKEHOLDER = 'stakeholders.stakeholder[0]';

/** Each locator: its method, where it stands, what to search, what is found, and its number. */
const LOCATORS: Array<[string, string, string, RegExp, number | string, object?]> = [
	['diaryOwner', 'associate', 'account m', /^Account Manager$/, 2],
	['contact', 'contact', 'shipping', /^Fjord Shipping AS$/, 1],
	['person', 'person', 'technical', /^Technical Contact/, 11, { contact: byId(1) }],
	['project', 'additionalFields.project', 'spring', /^Spring Fair/, 1],
	['sale', 'additionalFields.sale', 'licenses', /^Ten Licenses/, 2],
	['person', 'additionalFields.systemFields.invitedPerson', 'buyer 00025', /^Buyer 00025/, 250],
	[
		'diaryOwner',
		'additionalFields.systemFields.assignedBy',
		'project leader',
		/^Project Leader$/,
		4,
	],
	[
		'diaryOwner',
		'additionalFields.systemFields.motherAssociate',
		'support',
		/^Support Engineer$/,
		3,
	],
	['rejectReason', 'additionalFields.systemFields.rejectReason', '', /./, 'text'],
	['task', 'additionalFields.task', 'meeting', /^Meeting$/, 2],
	['appointment', 'appointmentId', 'sample', /^Appointment of the sample/, 305],
	['contact', 'filters.contact', 'shipping', /^Fjord Shipping AS$/, 1],
	['diaryOwner', 'filters.owners[0].associateId', 'øst', /^Meeting Room Øst$/, 12],
	['priority', 'additionalFields.priority', 'high', /^High$/, 3],
	['timeZone', 'additionalFields.preferredTZLocation', 'utc', /UTC/, 1],
	['diaryOwner', 'participants.participant[0].associateId', 'fjord', /^Meeting Room Fjord$/, 11],
	[
		'person',
		'participants.participant[0].personId',
		'purchasing',
		/^Purchasing Manager/,
		20,
		{
			participants: {
				participant: [{ personId: byId(''), additionalFields: { contactId: byId(2) } }],
			},
		},
	],
	[
		'linkTarget',
		'additionalFields.links.link[0].id',
		'service',
		/^Service Agreement/,
		1,
		{ links: { link: [{ entityName: 'sale' }] } },
	],
	[
		'visibleFor',
		'additionalFields.visibleFor.entry[0].visibleId',
		'sal',
		/^Sales$/,
		2,
		{ visibleFor: { entry: [{ visibility: 'Group' }] } },
	],
	['currency', 'currency', 'eur', /^EUR$/, 2, SALE],
	['saleStage', 'rating', 'prop', /^Proposal \(50%\)$/, 3, SALE],
	['saleType', 'saleType', 'serv', /^Service$/, 2, SALE],
	['person', 'person', 'tech', /^Technical Contact/, 11, { ...SALE, contact: byId(1) }],
	['competitor', 'additionalFields.competitor', 'nord', /^Nordvik Systems$/, 2, SALE],
	['reasonLost', 'reason', 'budget', /^Budget Cut$/, 3, { ...SALE, operation: 'markLost' }],
	[
		'stakeholderRole',
		`${STAKEHOLDER}.additionalFields.stakeholderRoleId`,
		'adv',
		/^Adviser$/,
		2,
		SALE,
	],
	[
		'person',
		`${STAKEHOLDER}.personId`,
		'manager',
		/^Purchasing Manager/,
		20,
		{ ...SALE, stakeholders: { stakeholder: [{ contactId: byId(2), personId: byId('') }] } },
	],
	['projectType', 'projectType', 'del', /^Delivery$/, 3, PROJECT],
	['projectStatus', 'filters.projectStatus', 'stop', /^Stopped$/, 4, PROJECT],
	['project', 'projectId', 'offices', /^Move to New Offices/, 2, PROJECT],
	['sale', 'saleId', 'licenses', /^Ten Licenses/, 2, SALE],
	['ticketCategory', 'category', 'printers', /^Support\/Printers$/, 2, REQUEST],
	['requestOwner', 'ownedBy', 'unass', /^Unassigned \(Nobody\)$/, 0, REQUEST],
	['requestHolder', 'filters.owner', 'nobody', /^Unassigned/, 0, REQUEST],
	['requestOwner', 'ownedBy', 'rule', /^By the Category's Rule$/, 2147483647, REQUEST],
	['requestOwner', 'ownedBy', 'account m', /^Account Manager$/, 2, REQUEST],
	['ticketPriority', 'priority', 'high', /^High$/, 3, REQUEST],
	['ticketStatus', 'additionalFields.status', 'queue', /^In Queue$/, 7, REQUEST],
	['ticketType', 'additionalFields.ticketType', 'compl', /^Complaint$/, 2, REQUEST],
	['request', 'ticketId', '(02)', /^Offer wanted \(02\) \(2, Purchasing Manager\)$/, 2, REQUEST],
	['mailbox', 'mailboxId', 'supp', /support@example\.com/, 1, REQUEST],
	['replyTemplate', 'sendEmail.replyTemplateId', 'thanks', /^Thanks/, 23, REQUEST],
	['documentTemplate', 'documentTemplate', 'lett', /^Letter$/, 1, DOCUMENT],
	['document', 'documentId', 'contract', /^Contract/, 2, DOCUMENT],
];

describe('the server', () => {
	it.each(LOCATORS)(
		'searches %s for %s',
		async (methodName, path, filter, name, value, currentNodeParameters = {}) => {
			const { results } = await search({ methodName, path, filter, currentNodeParameters });
			const found = results.find((one) => name.test(String(one.name)));
			if (typeof value === 'number') expect(found?.value).toBe(value);
			else expect(found?.value).toBe(found?.name);
		},
	);

	it.each(['contact', 'diaryOwner', 'person', 'project', 'sale'])(
		'pages %s',
		async (methodName) => {
			const path = 'additionalFields.x';
			const first = await search({ methodName, path });
			const { paginationToken } = first;
			const second = await search({ methodName, path, paginationToken });
			const values = [...first.results, ...second.results].map(({ value }) => value);
			expect(values).toHaveLength(100);
			expect(new Set(values).size).toBe(100);
		},
	);

	it.each(['filterField', 'matchField'])('offers the fields of %s', async (methodName) => {
		const { results } = await search({ methodName, path: 'matchField', filter: 'guests' });
		expect(results).toEqual([{ name: 'Guests (SuperOffice:2)', value: 'SuperOffice:2' }]);
	});

	it.each([
		['getFields', 'appointment', 'AppointmentId'],
		['getColumns', 'appointment', 'AppointmentId'],
		['getSortColumns', 'appointment', 'AppointmentId'],
		['getFields', 'sale', 'SaleId'],
		['getColumns', 'sale', 'SaleId'],
		['getColumns', 'project', 'ProjectId'],
		['getSortColumns', 'project', 'ProjectId'],
		['getFields', 'request', 'TicketId'],
		['getColumns', 'request', 'TicketId'],
		['getFields', 'document', 'DocumentId'],
		['getSortColumns', 'document', 'DocumentId'],
	])('loads %s for %s', async (methodName, resource, id) => {
		const fields = await world.client.options({
			...{ methodName, path: 'select', credentials: world.credentials },
			currentNodeParameters: { resource },
		});
		expect(fields.length).toBeGreaterThan(20);
		expect(fields.map(({ value }) => value)).toContain(id);
	});

	it('loads the mapper', async () => {
		const fields = await world.client.mapperFields(world.credentials);
		expect(fields).toHaveLength(15);
		expect(fields.find(({ id }) => id === 'SuperOffice:8')).toMatchObject({
			displayName: 'Cost Center (mandatory)',
			required: false,
			type: 'string',
		});
	});
});

/** The mapper's value as the form saves it. */
async function mapped(mappingMode: string, value: object | null) {
	const schema = await world.client.mapperFields(world.credentials);
	return {
		customFieldValues: { mappingMode, value, matchingColumns: [], schema },
		output: 'simplified',
	};
}

describe('typed custom fields', () => {
	it('are sent, and come back as they were entered', async () => {
		const value = {
			'SuperOffice:8': '4711',
			'SuperOffice:5': true,
			'SuperOffice:6': '2026-12-31T00:00:00',
			'SuperOffice:7': 2,
			x_started: '={{ $json.when }}',
		};
		const items = [{ when: '2026-07-01T10:15:30' }];
		const { execution, sent, out } = await run(await mapped('defineBelow', value), items);
		expect(execution.error).toBeUndefined();
		expect(sent).toEqual([
			{
				CustomFields: {
					'SuperOffice:8': '4711',
					'SuperOffice:5': '[I:1]',
					'SuperOffice:6': '[D:12/31/2026]',
					'SuperOffice:7': '[I:2]',
					x_started: '[DT:07/01/2026 10:15:30.0000000]',
				},
			},
		]);
		expect(out[0].CustomFields).toMatchObject({
			'Cost Center': '4711',
			Catering: true,
			'Follow Up By': '2026-12-31',
			Format: 'Online',
			Started: '2026-07-01T10:15:30',
		});
	});

	it('are named where they are mandatory and missing', async () => {
		const { execution } = await run(await mapped('defineBelow', { 'SuperOffice:2': 3 }));
		expect(execution.error?.message).toMatch(/mandatory and not set: Cost Center/);
		expect(world.simulator.requests.filter(({ method }) => method === 'POST')).toEqual([]);
	});

	it('are mapped automatically', async () => {
		const items = [{ 'Cost Center': '1', Guests: 2, other: 'x' }];
		const { execution, sent } = await run(await mapped('autoMapInputData', null), items);
		expect(execution.error).toBeUndefined();
		expect(sent).toEqual([{ CustomFields: { 'SuperOffice:8': '1', 'SuperOffice:2': '[I:2]' } }]);
	});
});

it('a thousand items that name three owners and forty companies cost few lookups', async () => {
	const items = Array.from({ length: 1000 }, (_one, item) => ({
		Title: `Item ${item}`,
		Associate: ['Sales Manager', 'Account Manager', 'Meeting Room Øst'][item % 3],
		Contact: `Company ${String(100 + (item % 40)).padStart(5, '0')} AS`,
	}));
	const given = { specifyBody: 'autoMap', output: 'raw' };
	const { execution, sent, out } = await run(given, items);
	expect(execution.error).toBeUndefined();
	expect([sent.length, out.length]).toEqual([1000, 1000]);
	const lookups = world.simulator.requests.filter(({ method }) => method === 'GET');
	// One list of the owners, and one search for each company.
	expect(lookups).toHaveLength(1 + 40);
});
