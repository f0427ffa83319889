import { DateTime } from 'luxon';

import { byId, byName, useSimulator } from '../../support';
import { useRecords } from './records';

const simulator = useSimulator();
const { create, items, refusal } = useRecords(simulator);

const emails = { entry: [{ value: 'sales@kai.example' }] };
const phones = { entry: [{ value: '+47 22 33 44 55' }] };

describe('companies', () => {
	const listed = async (filters: object, more: object = {}) =>
		(await items('company', 'getAll', { filters, ...more })).map(({ contactId }) => contactId);

	it.each([
		['name', 'kai'],
		['category', byName('Partner')],
		['business', byName('Shipping')],
		['country', byName('Germany')],
		['owner', byId(4)],
		['email', ' SALES@kai.example'],
		['phone', '33 44'],
		['number', '00042'],
		['orgNr', '987'],
		['interests', [2, 3]],
		['stop', true],
		['createdSince', '2026-01-01T00:00:00'],
		['updatedSince', '2026-01-01T00:00:00'],
		['customFields', [{ field: 'Customer Key', operator: 'equals', value: 'K-1' }]],
		['customFields', [{ field: 'x_rating', operator: 'greaterThan', value: '4' }]],
	])('are found by %s', async (filter, value) => {
		const id = await create('company', {
			name: 'Kai AS',
			category: byId(3),
			business: byId(3),
			country: byId(276),
			associate: byId(4),
			emails,
			phones,
			number2: '00042',
			orgNr: '987',
			interests: [3],
			xstop: true,
			customFields: {
				entry: [
					{ key: 'SuperOffice:1', value: 'K-1' },
					{ key: 'x_rating', value: '[I:5]' },
				],
			},
		});
		const found = await listed({ name: 'kai', [filter]: value });
		expect(found).toEqual([id]);
		const others = await listed({ [filter]: value }, { limit: 3, returnAll: false });
		expect(others.length).toBeGreaterThan(0);
	});

	it('show the main properties, an address and a number', async () => {
		const id = await create('company', { name: 'Kai AS', category: byId(1), emails, phones });
		const how = { filters: { name: 'Kai AS' }, output: 'simplified' };
		const [item] = await items('company', 'getAll', how);
		expect(item).toMatchObject({
			ContactId: id,
			Name: 'Kai AS',
			CategoryName: 'Customer',
			EmailAddress: 'sales@kai.example',
			PhoneNumber: '+47 22 33 44 55',
		});
		const update = { contactId: byId(id), specifyBody: 'autoMap' };
		await items('company', 'update', update, { items: [{ ...item, Name: 'Kai 2 AS' }] });
		const [after] = await items('company', 'get', { contactId: byId(id) });
		expect(after).toMatchObject({ Name: 'Kai 2 AS', Emails: [{ Value: 'sales@kai.example' }] });
	});

	it.each(['Europe/Oslo', 'America/Los_Angeles', 'Pacific/Auckland'])(
		'are created since a time of %s, to the second',
		async (timezone) => {
			const now = Date.parse('2026-12-01T00:30:00Z');
			simulator().data.now = () => now;
			const id = await create('company', { name: 'Kai AS' });
			const found = async (milliseconds: number) => {
				const createdSince = DateTime.fromMillis(milliseconds, { zone: timezone }).toFormat(
					"yyyy-MM-dd'T'HH:mm:ss",
				);
				const filters = { name: 'Kai AS', createdSince };
				const rows = await items('company', 'getAll', { filters }, { timezone });
				return rows.map(({ contactId }) => contactId);
			};
			expect([await found(now), await found(now + 1000)]).toEqual([[id], []]);
		},
	);

	it('are not in the recycle bin', async () => {
		expect(await listed({ name: 'Company 00200 AS' })).toEqual([]);
		expect(await listed({ name: 'Company 00201 AS' })).toEqual([201]);
	});
});

describe('contact persons', () => {
	const listed = async (filters: object) =>
		(await items('person', 'getAll', { filters })).map(({ personId }) => personId);

	it.each([
		['name', 'new buyer'],
		['contact', byName('Fjord Shipping AS')],
		['email', 'SALES@kai.example'],
		['phone', '33 44'],
		['position', byName('Technical')],
		['category', byName('Customer')],
		['country', byName('Sweden')],
		['number', 'M-1'],
		['interests', [4]],
		['createdSince', '2026-01-01T00:00:00'],
		['updatedSince', '2026-01-01T00:00:00'],
		['customFields', [{ field: 'Member Key', operator: 'equals', value: 'K-1' }]],
		['customFields', [{ field: 'x_size', operator: 'equals', value: 'L' }]],
	])('are found by %s', async (filter, value) => {
		const id = await create('person', {
			firstname: 'New',
			lastname: 'Buyer',
			contact: byId(1),
			emails,
			mobilePhones: phones,
			position: byId(3),
			country: byId(752),
			personNumber: 'M-1',
			interests: [4],
			customFields: {
				entry: [
					{ key: 'SuperOffice:1', value: 'K-1' },
					{ key: 'x_size', value: 'L' },
				],
			},
		});
		expect(await listed({ name: 'New Buyer', [filter]: value })).toEqual([id]);
	});

	it('are those who work there, unless others are asked for', async () => {
		// Each company whose number can be divided by 50 has one who has left.
		const contact = byId(50);
		expect(await listed({ contact })).toEqual([500]);
		expect(await listed({ contact, retired: 'include' })).toEqual([500, 501]);
		expect(await listed({ contact, retired: 'only' })).toEqual([501]);
	});

	it('are not all returned by accident', async () => {
		expect(await refusal('person', 'getAll', { returnAll: true })).toMatch(
			/all contact persons in SuperOffice would be returned/,
		);
	});
});
