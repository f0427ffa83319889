import type { IDataObject } from 'n8n-workflow';

import { byId, byName, useSimulator } from '../../support';
import { useRecords } from './records';

const simulator = useSimulator();
const { create, get, items, refusal, writes } = useRecords(simulator);
const gone = async (resource: string, id: number) =>
	await refusal(resource, 'get', {
		[resource === 'company' ? 'contactId' : 'personId']: byId(id),
	});
const lastWrite = () => simulator().requests.findLast(({ method }) => method !== 'GET');

describe('a company', () => {
	it('goes to the recycle bin with its persons, and comes back', async () => {
		const id = await create('company', { name: 'Kai AS' });
		const personId = await create('person', { lastname: 'Buyer', contact: byId(id) });
		const target = { contactId: byId(id) };
		expect(await items('company', 'delete', target)).toEqual([{ ContactId: id, deleted: true }]);
		const listed = async () => await items('company', 'getAll', { filters: { name: 'Kai AS' } });
		const persons = async () => await items('person', 'getAll', { filters: { contact: byId(id) } });
		expect([await listed(), await persons()]).toEqual([[], []]);
		const [back] = await items('company', 'restore', target);
		expect(back).toMatchObject({ ContactId: id, Name: 'Kai AS', Deleted: 0 });
		expect(await listed()).toMatchObject([{ contactId: id }]);
		expect(await persons()).toMatchObject([{ personId }]);
	});

	it('is merged into another one, which keeps what it has', async () => {
		const source = await create('company', { name: 'Kai AS', orgNr: '1', number1: 'KAI' });
		const destination = await create('company', { name: 'Kai Holding', orgNr: '9' });
		const personId = await create('person', { lastname: 'Buyer', contact: byId(source) });
		const [merged] = await items('company', 'merge', {
			contactId: byId(source),
			destination: byName('Kai Holding'),
		});
		expect(lastWrite()).toMatchObject({
			path: `/api/v1/Contact/${source}/MergeTo/${destination}`,
			query: { mergeIdenticalPersons: 'true', replaceEmptyFieldsOnDestination: 'true' },
		});
		expect(merged).toMatchObject({ ContactId: destination, OrgNr: '9', Number1: 'KAI' });
		expect(await gone('company', source)).toMatch(/did not find/);
		expect(await get('person', personId)).toMatchObject({ Contact: { ContactId: destination } });
	});

	it('is not merged into itself', async () => {
		const into = { contactId: byId(1), destination: byId(1) };
		expect(await refusal('company', 'merge', into)).toMatch(
			/Merge Into \(destination\): is the company itself/,
		);
		expect(writes()).toEqual([]);
	});

	it('has duplicates by name, department and domain', async () => {
		await create('company', { name: 'Kai AS', domains: ['kai.example'] });
		const found = await items('company', 'findDuplicates', { name: 'Kai AS' });
		expect(found).toMatchObject([{ EntryName: expect.stringContaining('Kai AS') as string }]);
		expect(found[0]).toHaveProperty('RuleName');
		expect(await items('company', 'findDuplicates', { domain: 'kai.example' })).toHaveLength(1);
		expect(await items('company', 'findDuplicates', { domain: 'none.example' })).toEqual([]);
		const both = await items('company', 'findDuplicates', {
			name: 'Kai AS',
			domain: 'kai.example',
		});
		expect(both).toHaveLength(1);
		for (const name of ['Maersk A/S', 'A\\B', '..']) {
			expect(await items('company', 'findDuplicates', { name })).toEqual([]);
		}
		const all = await items('company', 'findDuplicates', { name: 'Nordlys Handel' });
		const one = await items('company', 'findDuplicates', {
			name: 'Nordlys Handel',
			department: 'Oslo',
		});
		expect(all.length).toBeGreaterThan(one.length);
		expect(one.map(({ ContactId }) => ContactId)).toContain(15);
		expect(await refusal('company', 'findDuplicates', {})).toMatch(/Name \(name\): is empty/);
	});

	it('has related records, page by page and with its number', async () => {
		const related = async (list: string, more: object = {}) =>
			await items('company', 'getRelated', { contactId: byId(1), related: list, ...more });
		expect(await related('persons')).toMatchObject([
			{ ContactId: 1, PersonId: 10, FullName: 'Purchasing Manager', Retired: false },
			{ ContactId: 1, PersonId: 11, FullName: 'Technical Contact' },
		]);
		expect(await related('persons', { limit: 1 })).toHaveLength(1);
		await items('appointment', 'create', {
			title: 'Visit',
			startDate: '2026-12-01T10:00:00',
			endDate: '2026-12-01T11:00:00',
			contact: byId(1),
		});
		expect(await related('appointments', { returnAll: true })).toMatchObject([
			{ ContactId: 1, Title: 'Visit', StartDate: '2026-12-01T10:00:00+01:00' },
		]);
		expect(await related('sales')).toMatchObject([
			{ ContactId: 1, SaleId: expect.any(Number) as number },
		]);
		for (const list of ['documents', 'projects', 'requests']) await related(list);
	});
});

describe('a contact person', () => {
	const make = async (more: object = {}) =>
		await create('person', { firstname: 'New', lastname: 'Buyer', contact: byId(1), ...more });

	it('moves to another company, with all activities or those after a time', async () => {
		const personId = byId(await make());
		const [moved] = await items('person', 'moveToCompany', { personId, contact: byId(2) });
		expect(moved).toMatchObject({ Contact: { ContactId: 2 } });
		expect(lastWrite()?.query).toEqual({ moveAfterDate: '1900-01-01T00:00:00Z' });
		const moveAfterDate = '2026-07-01T00:00:00';
		await items('person', 'moveToCompany', {
			personId,
			contact: byName('Fjord Shipping AS'),
			moveAfterDate,
		});
		expect(lastWrite()?.query).toEqual({ moveAfterDate: '2026-06-30T22:00:00Z' });
		expect(await refusal('person', 'moveToCompany', { personId })).toMatch(
			/New Company \(contact\): is empty/,
		);
	});

	it('is merged into another one', async () => {
		const source = await make({ title: 'Head' });
		const destination = await make();
		const [merged] = await items('person', 'merge', {
			personId: byId(source),
			destination: byId(destination),
		});
		expect(merged).toMatchObject({ PersonId: destination, Title: 'Head' });
		expect(lastWrite()?.query).toEqual({
			moveAfterDate: '1900-01-01T00:00:00Z',
			deleteSource: 'true',
			replaceEmptyFieldsOnDestination: 'true',
		});
	});

	it('goes to the recycle bin, and comes back', async () => {
		const id = await make();
		await items('person', 'delete', { personId: byId(id) });
		const listed = async () => await items('person', 'getAll', { filters: { name: 'New Buyer' } });
		expect(await listed()).toEqual([]);
		expect(await items('person', 'restore', { personId: byId(id) })).toMatchObject([
			{ PersonId: id },
		]);
		expect(await listed()).toMatchObject([{ personId: id }]);
	});

	it('consents, and takes it back, as often as it is run', async () => {
		const personId = byId(await make());
		const consent = async (legalBase: string) =>
			(
				await items('person', 'setConsent', {
					personId,
					purpose: 'EMARKETING',
					source: 'WEBFORM',
					legalBase,
					comment: 'By the form',
				})
			)[0].Consents as IDataObject[];
		const given = {
			ConsentPurposeKey: 'EMARKETING',
			ConsentSourceKey: 'WEBFORM',
			LegalBaseKey: '61A',
			Comment: 'By the form',
		};
		const markets = (all: IDataObject[]) =>
			all.filter((one) => one.ConsentPurposeKey === 'EMARKETING');
		expect(markets(await consent('61A'))).toMatchObject([given]);
		expect(markets(await consent('61A'))).toHaveLength(1);
		expect(markets(await consent('WITHDRAWN'))).toMatchObject([
			{ ...given, LegalBaseKey: 'WITHDRAWN' },
		]);
		const [shown] = await items('person', 'setConsent', { personId, output: 'simplified' });
		expect(shown.Consents).toEqual([
			{ ConsentPurposeKey: 'EMARKETING', LegalBaseKey: '61A', ConsentSourceKey: 'WEBFORM' },
		]);
		const how = { personId, specifyBody: 'autoMap' };
		await items('person', 'update', how, { items: [shown] });
		expect(
			markets((await get('person', Number(personId.value))).Consents as IDataObject[]),
		).toMatchObject([{ LegalBaseKey: '61A', ConsentSourceKey: 'WEBFORM' }]);
	});

	it('has related records', async () => {
		await items('appointment', 'create', {
			title: 'Call',
			startDate: '2026-12-01T10:00:00',
			endDate: '2026-12-01T11:00:00',
			contact: byId(1),
			person: byId(10),
		});
		const related = { personId: byId(10), related: 'appointments' };
		expect(await items('person', 'getRelated', related)).toMatchObject([
			{ PersonId: 10, Title: 'Call' },
		]);
	});
});
