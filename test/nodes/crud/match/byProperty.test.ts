import type { IDataObject } from 'n8n-workflow';

import { byId, byName, NEXT, runNode, useSimulator, type Run } from '../../../support';

describe('a record that is found again by a property', () => {
	const simulator = useSimulator();
	const asked = () =>
		simulator().requests.map(({ method, path }) => `${method} ${path.slice('/api/v1/'.length)}`);

	const run = async (parameters: object, more: Run = {}) => {
		simulator().requests.splice(0);
		return await runNode(simulator(), { operation: 'upsert', ...parameters }, more);
	};
	async function upsert(parameters: object, more: Run = {}) {
		const result = await run(parameters, more);
		expect(result.error?.message).toBeUndefined();
		return result.itemsOf(NEXT).map(({ json }) => json);
	}
	const company = async (parameters: object, more: Run = {}) =>
		await upsert({ resource: 'company', ...parameters }, more);
	const person = async (parameters: object, more: Run = {}) =>
		await upsert({ resource: 'person', ...parameters }, more);
	const refusal = async (parameters: object) => {
		const { error } = await run(parameters);
		return `${error?.message} ${error?.description ?? ''}`;
	};
	const companies = () => simulator().data.contacts.size;
	const persons = () => simulator().data.persons.size;

	it.each([
		['orgNr', 'NO 999 888 777', { OrgNr: 'NO 999 888 777' }],
		['number2', '00042', { Number2: '00042' }],
		['number1', 'KAI', { Number1: 'KAI' }],
		['name', 'Kaifjord & Sønner', { Name: 'Kaifjord & Sønner' }],
		['domain', 'kaifjord.example', { Domains: ['kaifjord.example'] }],
	])(
		'is created once by %s of a company, and updated from then on',
		async (matchBy, matchValue, has) => {
			const before = companies();
			const given = { matchBy, matchValue, description: 'First' };
			const [created] = await company(given);
			expect(created).toMatchObject({ ...has, operation: 'created' });
			const padded = {
				...given,
				matchValue: ` ${matchValue.toUpperCase()} `,
				description: 'Second',
			};
			const [updated] = await company(padded);
			expect(updated).toMatchObject({
				...has,
				ContactId: created.ContactId,
				Description: 'Second',
				operation: 'updated',
			});
			expect(asked().at(-1)).toBe(`PATCH Contact/${String(created.ContactId)}`);
			expect(companies()).toBe(before + 1);
		},
	);

	it.each([
		['sale', 'number', 'SO-4711 b', 'Number', 'SaleId', 'saleText', 'SaleText'],
		[
			'project',
			'projectNumber',
			'PO-4711 b',
			'ProjectNumber',
			'ProjectId',
			'description',
			'Description',
		],
		['project', 'name', 'Møte & Messe', 'Name', 'ProjectId', 'description', 'Description'],
	])('is created once as a %s by its %s, and updated from then on', async (...row) => {
		const [resource, matchBy, matchValue, property, id, text, shown] = row;
		const { sales, projects } = simulator().data;
		const count = () => sales.size + projects.size;
		const before = count();
		const given = { resource, matchBy, matchValue, [text]: 'First' };
		const [created] = await upsert(given);
		expect(created).toMatchObject({ [property]: matchValue, operation: 'created' });
		const [again] = await upsert({ ...given, output: 'simplified' });
		expect(again).toMatchObject({ [property]: matchValue, operation: 'updated' });
		const padded = ` ${matchValue.toUpperCase()} `;
		const [updated] = await upsert({ ...given, matchValue: padded, [text]: 'Second' });
		expect(updated).toMatchObject({
			[id]: created[id],
			[property]: matchValue,
			[shown]: 'Second',
			operation: 'updated',
		});
		expect(count()).toBe(before + 1);
	});

	it('is created once by the email address of a person, in any case and trimmed', async () => {
		const before = persons();
		const given = { lastname: 'Buyer', contact: byId(1) };
		const [created] = await person({ ...given, matchValue: ' New@Example.com ' });
		expect(created).toMatchObject({ Emails: [{ Value: 'New@Example.com' }], operation: 'created' });
		const [updated] = await person({ ...given, matchValue: 'new@example.COM', title: 'Head' });
		expect(updated).toMatchObject({ PersonId: created.PersonId, Title: 'Head' });
		// The list of addresses is left alone.
		expect(JSON.parse(simulator().requests.at(-1)?.body ?? '')).not.toHaveProperty('Emails');
		expect(persons()).toBe(before + 1);
	});

	it('is found by an email address that is not the main one, and by no other', async () => {
		const entry = [{ value: 'main@example.com' }, { value: 'second@example.com' }];
		const made = await runNode(simulator(), {
			resource: 'person',
			operation: 'create',
			lastname: 'Two Addresses',
			emails: { entry },
		});
		const { PersonId } = made.itemsOf(NEXT)[0].json;
		const [found] = await person({ matchValue: 'SECOND@example.com', title: 'Found' });
		expect(found).toMatchObject({ PersonId, Title: 'Found', operation: 'updated' });
		expect(found.Emails).toMatchObject([
			{ Value: 'main@example.com' },
			{ Value: 'second@example.com' },
		]);
		const [other] = await person({ matchValue: 'econd@example.com', lastname: 'Other' });
		expect(other.operation).toBe('created');
	});

	it.each([
		['orgNr', '99 ', { orgNr: '99 ' }],
		['name', ' Padded  Two ', { name: ' Padded  Two ' }],
		['name', 'Line\nAS', {}],
		['name', 'Tab\tAS', {}],
		['name', 'RE\u0301SUME\u0301 AS', { name: 'RÉSUMÉ AS' }],
		['domain', 'https://www.once.example/about', {}],
	])('is saved by %s as it is searched for: %j', async (matchBy, matchValue, more) => {
		const before = companies();
		const given = { matchBy, matchValue, description: 'd', ...more };
		const [created] = await company(given);
		const [updated] = await company(given);
		expect([created.operation, updated.operation]).toEqual(['created', 'updated']);
		expect(companies()).toBe(before + 1);
	});

	it('is created once by two items of one key in a run', async () => {
		const before = companies();
		const items = [{ n: 'A-1' }, { n: 'a-1 ' }, { n: 'A-2' }];
		const out = await company(
			{ matchBy: 'number2', matchValue: '={{ $json.n }}', name: '=Company {{ $json.n }}' },
			{ items },
		);
		expect(out.map(({ operation }) => operation)).toEqual(['created', 'updated', 'created']);
		expect(companies()).toBe(before + 2);
	});

	it('asks which of several is meant, unless the oldest is', async () => {
		const given = { resource: 'company', matchBy: 'name', matchValue: 'Nordlys Handel' };
		expect(await refusal({ ...given, description: 'x' })).toMatch(
			/Match Value \(matchValue\): 4 companies have it: 15, 16, 17, 18.*When Several Match/,
		);
		expect(asked().filter((one) => !one.startsWith('GET'))).toEqual([]);
		const [oldest] = await company({ ...given, description: 'x', whenSeveralMatch: 'oldest' });
		expect(oldest).toMatchObject({ ContactId: 15, operation: 'updated' });
		const [bergen] = await company({ ...given, matchDepartment: 'bergen', description: 'y' });
		expect(bergen).toMatchObject({ ContactId: 16, Description: 'y' });
		const [made] = await company({ ...given, matchDepartment: 'Bodø' });
		expect(made).toMatchObject({
			Name: 'Nordlys Handel',
			Department: 'Bodø',
			operation: 'created',
		});
	});

	it('is left as it is where that is wanted, or where nothing else is given', async () => {
		const given = { matchBy: 'name', matchValue: 'Fjord Shipping AS' };
		const [left] = await company({ ...given, description: 'x', whenFound: 'leave' });
		expect(left).toMatchObject({ ContactId: 1, operation: 'found' });
		const [same] = await company(given);
		expect(same).toMatchObject({ ContactId: 1, operation: 'found' });
		expect(asked().filter((one) => !one.startsWith('GET'))).toEqual([]);
	});

	it('is not found in the recycle bin', async () => {
		const { data } = simulator();
		const deleted = data.contacts.seeds.get(200);
		const [made] = await company({ matchBy: 'name', matchValue: deleted?.name });
		expect(made).toMatchObject({ Name: deleted?.name, operation: 'created' });
	});

	it('is not changed there by a foreign key', async () => {
		const key = {
			matchBy: 'foreignKey',
			foreignApplication: 'Shop',
			foreignDevice: 'Live',
			foreignKeyName: 'id',
			foreignKeyValue: '7',
		};
		const [made] = await company({ ...key, name: 'Keyed AS' });
		const [updated] = await company({ ...key, description: 'x' });
		expect(updated).toMatchObject({ ContactId: made.ContactId, operation: 'updated' });
		const target = { contactId: byId(Number(made.ContactId)) };
		await runNode(simulator(), { resource: 'company', operation: 'delete', ...target });
		expect(await refusal({ resource: 'company', ...key, description: 'y' })).toMatch(
			/the foreign key points to company \d+, which is gone/,
		);
	});

	it('is a former employee only where nobody else matches', async () => {
		const emails = { entry: [{ value: 'left@example.com' }] };
		const create = { resource: 'person', operation: 'create', lastname: 'Left', emails };
		const make = async (more: object) =>
			(await runNode(simulator(), { ...create, ...more })).itemsOf(NEXT)[0].json.PersonId;
		const retired = await make({ retired: true });
		const [first] = await person({ matchValue: 'left@example.com', title: 'One' });
		expect(first.PersonId).toBe(retired);
		const present = await make({});
		const [second] = await person({ matchValue: 'left@example.com', title: 'Two' });
		expect(second.PersonId).toBe(present);
	});

	it.each([
		[
			'an empty value',
			{ resource: 'company', matchValue: '' },
			/matchValue\): is empty.*Organization Number/,
		],
		[
			'two addresses',
			{ resource: 'person', matchValue: 'a@example.com, b@example.com' },
			/are 2 email addresses/,
		],
		[
			'no address',
			{ resource: 'person', matchValue: 'nobody' },
			/"nobody" is not an email address/,
		],
		[
			'another value among the properties',
			{ resource: 'company', matchValue: 'A', orgNr: 'B' },
			/matchValue\): Organization Number is set to something else/,
		],
		[
			'an address that is not among the given ones',
			{
				resource: 'person',
				matchValue: 'a@example.com',
				emails: { entry: [{ value: 'b@example.com' }] },
			},
			/matchValue\): Emails is set to something else/,
		],
	])('refuses %s, and sends nothing', async (_what, parameters, message) => {
		expect(await refusal({ ...parameters, description: 'x' })).toMatch(message);
		expect(asked().filter((one) => !one.startsWith('GET'))).toEqual([]);
	});

	it.each(['fields', 'json', 'autoMap'])('works with a body of %s', async (specifyBody) => {
		const key = { matchBy: 'orgNr', matchValue: '={{ $json.OrgNr }}', specifyBody };
		const body = {
			fields: { name: '={{ $json.Name }}' },
			json: { jsonBody: '={{ JSON.stringify($json) }}' },
			autoMap: {},
		}[specifyBody];
		const items: IDataObject[] = [{ Name: 'Once AS', OrgNr: '911 222 333' }];
		const [created] = await company({ ...key, ...body }, { items });
		const [updated] = await company({ ...key, ...body }, { items });
		expect([created.operation, updated.operation]).toEqual(['created', 'updated']);
		expect(updated).toMatchObject({ ContactId: created.ContactId, Name: 'Once AS' });
	});

	describe('when it is created only once', () => {
		const create = async (parameters: object) =>
			(await runNode(simulator(), { resource: 'person', operation: 'create', ...parameters }))
				.itemsOf(NEXT)
				.map(({ json }) => json);

		it('is found by the usual key or another one', async () => {
			const once = { createOnce: { key: { keyValue: 'once@example.com' } }, lastname: 'Once' };
			const [made] = await create(once);
			expect(made).toMatchObject({ Emails: [{ Value: 'once@example.com' }], operation: 'created' });
			const [found] = await create(once);
			expect(found).toMatchObject({ PersonId: made.PersonId, operation: 'found' });
			const byNumber = { key: { keyBy: 'personNumber', keyValue: 'M-1' } };
			const [other] = await create({ createOnce: byNumber, lastname: 'Once' });
			expect(other).toMatchObject({ PersonNumber: 'M-1', operation: 'created' });
		});

		it('is told by its department from others of its name', async () => {
			const once = { key: { keyBy: 'name', keyValue: 'Fjord Shipping AS' } };
			const parameters = { resource: 'company', department: 'Bodø', createOnce: once };
			const [made] = await create(parameters);
			const [found] = await create(parameters);
			expect(made).toMatchObject({ Department: 'Bodø', operation: 'created' });
			expect(found).toMatchObject({ ContactId: made.ContactId, operation: 'found' });
		});

		it('is found by a custom field', async () => {
			const key = {
				keyBy: 'customField',
				keyField: { __rl: true, mode: 'key', value: 'Member Key' },
			};
			const once = { createOnce: { key: { ...key, keyValue: 'K-1' } }, lastname: 'Once' };
			const [made] = await create(once);
			const [found] = await create(once);
			expect([made.operation, found.operation]).toEqual(['created', 'found']);
			expect(found.PersonId).toBe(made.PersonId);
		});

		it('is found by its key when the answer is lost', async () => {
			simulator().fail({ resetAfter: 1, only: ({ method }) => method === 'POST' });
			const once = { createOnce: { key: { keyValue: 'lost@example.com' } }, lastname: 'Lost' };
			const before = persons();
			const [made] = await create(once);
			expect(made).toMatchObject({ Lastname: 'Lost' });
			expect(persons()).toBe(before + 1);
			expect(simulator().load.faults.resetAfter).toBe(1);
		});
	});

	it('takes a picked reference along', async () => {
		const [made] = await company({
			matchValue: '1',
			name: 'Picked',
			category: byId(1),
			business: byName('IT'),
		});
		expect(made).toMatchObject({ Category: { Id: 1 }, Business: { Id: 1 } });
	});
});
