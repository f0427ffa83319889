import omit from 'lodash/omit';
import { DateTime } from 'luxon';

import { byId, byName, useSimulator } from '../../support';
import { useRecords } from './records';

const simulator = useSimulator();
const { create, items, refusal } = useRecords(simulator);

const listedBy =
	(resource: string, key: string) =>
	async (filters: object, more: object = {}) =>
		(await items(resource, 'getAll', { filters, ...more })).map((row) => row[key]);

describe('sales', () => {
	const listed = listedBy('sale', 'saleId');

	it.each([
		['heading', 'kai avtale'],
		['contact', byName('Fjord Shipping AS')],
		['person', byId(10)],
		['project', byName('Spring Fair')],
		['owner', byId(4)],
		['openOnly', true],
		['status', 'Open'],
		['stage', byName('Proposal')],
		['saleType', byName('Service')],
		['amountFrom', '1250,50'],
		['amountTo', 1250.5],
		['currency', byName('EUR')],
		['number', 'so-1'],
		['createdSince', '2026-01-01T00:00:00'],
		['updatedSince', '2026-01-01T00:00:00'],
		['customFields', [{ field: 'Order Key', operator: 'equals', value: 'K-1' }]],
	])('are found by %s', async (filter, value) => {
		const id = await create('sale', {
			heading: 'Kai Avtale',
			contact: byId(1),
			person: byId(10),
			project: byId(1),
			associate: byId(4),
			rating: byId(3),
			saleType: byId(2),
			amount: 1250.5,
			currency: byId(2),
			number: 'SO-1',
			customFields: { entry: [{ key: 'SuperOffice:1', value: 'K-1' }] },
		});
		expect(await listed({ heading: 'Kai Avtale', [filter]: value })).toEqual([id]);
		expect((await listed({ [filter]: value }, { limit: 3 })).length).toBeGreaterThan(0);
	});

	it('are found from an amount and up to one, both included', async () => {
		const ids: number[] = [];
		for (const amount of ['99.99', '100', '100.01', '200', '200.01', '1000']) {
			ids.push(await create('sale', { heading: 'Priced', amount }));
		}
		const found = async (filters: object) => await listed({ heading: 'Priced', ...filters });
		expect(await found({ amountFrom: '100' })).toEqual(ids.slice(1));
		expect(await found({ amountTo: '200' })).toEqual(ids.slice(0, 4));
		expect(await found({ amountFrom: '100', amountTo: '200,00' })).toEqual(ids.slice(1, 4));
		expect(await found({ amountFrom: '1000', amountTo: '999' })).toEqual([]);
		const { query } = simulator().requests.at(-1) ?? {};
		expect(query?.$filter).toContain('amount gt 999 and amount lt 1000');
		expect(await refusal('sale', 'getAll', { filters: { amountFrom: '1,250' } })).toMatch(
			/Amount From \(filters\.amountFrom\): "1,250" may be a number of thousands/,
		);
	});

	it.each(['Open', 'Sold', 'Lost', 'Stalled'])(
		'have the status %s in every output',
		async (status) => {
			const how = { filters: { status }, limit: 1, output: 'simplified' };
			const [row] = await items('sale', 'getAll', how);
			expect(row.Status).toBe(status);
			const saleId = byId(Number(row.SaleId));
			const [got] = await items('sale', 'get', { saleId, output: 'simplified' });
			expect(row).toEqual(omit(got, 'CustomFields'));
		},
	);

	it('have a status in any language, and rows that go back in', async () => {
		const acceptLanguage = 'no';
		for (const output of ['simplified', 'raw']) {
			const how = { filters: { status: 'Sold' }, limit: 1, output, acceptLanguage };
			const rows = await items('sale', 'getAll', how);
			expect(Object.values(rows[0])).toContain('Solgt');
			const saleId = byId(Number(rows[0].SaleId ?? rows[0].saleId));
			await items('sale', 'update', { saleId, specifyBody: 'autoMap' }, { items: rows });
			expect(await items('sale', 'get', { saleId })).toMatchObject([{ Status: 'Sold' }]);
		}
	});

	it('are not all returned by accident, nor by an Open Only that is off', async () => {
		for (const filters of [{}, { openOnly: false }]) {
			expect(await refusal('sale', 'getAll', { returnAll: true, filters })).toMatch(
				/all sales in SuperOffice would be returned/,
			);
		}
	});
});

describe('projects', () => {
	const listed = listedBy('project', 'projectId');

	it.each([
		['name', 'kai messe'],
		['projectType', byName('Internal')],
		['projectStatus', byName('Stopped')],
		['owner', byId(4)],
		['person', byId(10)],
		['openOnly', true],
		['number', 'po-1'],
		['createdSince', '2026-01-01T00:00:00'],
		['updatedSince', '2026-01-01T00:00:00'],
		['customFields', [{ field: 'Project Key', operator: 'equals', value: 'K-1' }]],
	])('are found by %s', async (filter, value) => {
		const id = await create('project', {
			name: 'Kai Messe',
			projectType: byId(2),
			projectStatus: byId(4),
			associate: byId(4),
			projectNumber: 'PO-1',
			customFields: { entry: [{ key: 'SuperOffice:1', value: 'K-1' }] },
		});
		const members = { member: [{ personId: byId(10) }, { who: 'company', contactId: byId(4) }] };
		await items('project', 'addMembers', { projectId: byId(id), members });
		expect(await listed({ name: 'Kai Messe', [filter]: value })).toEqual([id]);
	});

	it('come out as Get has them', async () => {
		const [row] = await items('project', 'getAll', { limit: 1, output: 'simplified' });
		const projectId = byId(Number(row.ProjectId));
		const [got] = await items('project', 'get', { projectId, output: 'simplified' });
		// The archive has no numbers of list entries.
		expect(row).toEqual(omit(got, ['CustomFields', 'ProjectTypeId', 'ProjectStatusId']));
	});
});

it.each([
	['sale', 'saleId', 'heading', 'America/Los_Angeles'],
	['sale', 'saleId', 'heading', 'Europe/Oslo'],
	['project', 'projectId', 'name', 'Pacific/Auckland'],
])('a %s is created since a time, to the second', async (resource, key, name, timezone) => {
	const now = Date.parse('2026-12-01T00:30:00Z');
	simulator().data.now = () => now;
	const id = await create(resource, { [name]: 'Just Made' });
	const found = async (milliseconds: number) => {
		const createdSince = DateTime.fromMillis(milliseconds, { zone: timezone }).toFormat(
			"yyyy-MM-dd'T'HH:mm:ss",
		);
		const filters = { [name]: 'Just Made', createdSince };
		const rows = await items(resource, 'getAll', { filters }, { timezone });
		return rows.map((row) => row[key]);
	};
	expect([await found(now), await found(now + 1000)]).toEqual([[id], []]);
});
