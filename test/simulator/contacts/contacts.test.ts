import { ContactAgent, ContactRestApi, type WebApiOptions } from '@superoffice/webapi';

import fixture from '../../../node_modules/@superoffice/webapi/__tests__/ContactDefault.json';
import { AUTHORIZATION, useService } from '../engine/service';
import type { Carrier } from '../tenant/carriers';

describe("the simulator's companies", () => {
	const { simulator, ask, post } = useService();

	const send = async (method: string, path: string, body?: unknown, headers = {}) =>
		await ask(path, { method, body: JSON.stringify(body), headers });
	const create = async (body: object) => {
		const { status, body: created } = await post('Contact', body);
		expect([status, created]).toEqual([200, expect.anything()]);
		return created as Carrier;
	};
	const get = async (id: unknown) => (await ask(`Contact/${String(id)}`)).body as Carrier;
	const rows = async (path: string) =>
		((await ask(encodeURI(path))).body as { value: Carrier[] }).value;

	it('are created, read, changed and found', async () => {
		const created = await create({
			Name: 'Tind AS',
			OrgNr: '123',
			Category: { Id: 2 },
			Emails: [{ Value: 'Post@tind.example', Description: 'All' }, { Value: 'b@tind.example' }],
			Phones: [{ Value: '+47 22 33 44 55' }],
			CustomFields: { 'SuperOffice:1': 'K1', x_rating: '[I:4]' },
		});
		expect(created).toMatchObject({
			ContactId: 20_002,
			Number2: '30002',
			Category: { Id: 2, Value: 'Vendor' },
			Business: { Id: 1, Value: 'IT' },
			Country: { CountryId: 578, Name: 'Norway' },
			Emails: [{ StrippedValue: 'Post@tind.example' }, { Description: '' }],
			Phones: [{ Value: '+47 22 33 44 55', StrippedValue: '004722334455' }],
			CreatedBy: { AssociateId: 1 },
			UpdatedBy: null,
			CustomFields: { 'SuperOffice:1': 'K1', x_rating: '[I:4]' },
		});
		expect(await get(20_002)).toEqual(created);
		const patched = await send('PATCH', 'Contact/20002', { Department: 'Oslo', Category: null });
		expect(patched.body).toMatchObject({ Name: 'Tind AS', Department: 'Oslo', Category: null });
		expect(simulator().data.contacts.get(20_002)?.FullName).toBe('Tind AS, Oslo');
		const put = await send('PUT', 'Contact/20002', { Name: 'Tind' });
		expect(put.body).toMatchObject({ OrgNr: '', Emails: [], Business: null });
	});

	it.each([
		"email/emailAddress eq 'b@tind.example'",
		"phone/formattedNumber contains '22 33'",
		"url/URLAddress begins 'https://tind'",
		"orgnr eq '123' and number eq '30002' and code eq 'T1'",
		"contactUdef/SuperOffice:1 eq 'K1'",
		'contactUdef/SuperOffice:3 oneOf (2)',
		'contactExtra/x_rating eq 4',
		'contactInterestIds oneOf (2)',
		'business oneOf (2) and category oneOf (2) and country oneOf (276)',
		"streetAddress/city eq 'Bergen'",
		'contactId gt 20001',
	])('are found by %s', async (filter) => {
		await create({
			...{ Name: 'Tind AS', OrgNr: '123', Number1: 'T1', Business: { Id: 2 }, Category: { Id: 2 } },
			Emails: [{ Value: 'a@tind.example' }, { Value: 'b@tind.example' }],
			Phones: [{ Value: '22 33 44 55' }],
			Urls: [{ Value: 'https://tind.example' }],
			Country: { CountryId: 276 },
			Interests: [{ Id: 2, Selected: true }],
			Address: { Street: { City: 'Bergen' } },
			CustomFields: {
				'SuperOffice:1': 'K1',
				'SuperOffice:3': '[I:2]',
				x_rating: '[I:4]',
			},
		});
		const found = await rows(`Contact?$select=name,email/emailAddress&$filter=${filter}`);
		expect(found).toMatchObject([{ name: 'Tind AS', 'email/emailAddress': 'a@tind.example' }]);
	});

	it('are looked at behind a number alone, in the order of numbers', async () => {
		simulator().data.rowsScanned = 0;
		await rows('Contact?$select=contactId&$filter=contactId gt 19990&$orderby=contactId&$top=5');
		expect(simulator().data.rowsScanned).toBeLessThan(10);
	});

	it('are found by when they were changed, and named in other records', async () => {
		simulator().data.now = () => Date.parse('2026-09-07T08:00:00Z');
		await send('PATCH', 'Contact/7', { OrgNr: '7', Name: 'Seven AS' });
		const filter = "updatedDate afterTime '2026-09-07T07:59:59'";
		const columns = 'contactId,updatedDate,updatedByFullName,registeredDate';
		expect(await rows(`Contact?$select=${columns}&$filter=${filter}`)).toMatchObject([
			{
				...{ contactId: 7, updatedDate: '2026-09-07T08:00:00' },
				...{ updatedByFullName: 'Sales Manager', registeredDate: '2020-01-01T08:00:00' },
			},
		]);
		expect(await rows("Person?$filter=personRegisteredDate after '2020-01-01'")).toEqual([]);
		const { body } = await post('Appointment', { Contact: { ContactId: 7 } });
		expect(body).toMatchObject({ Contact: { FullName: 'Seven AS', OrgNr: '7' } });
		const list = (await ask('MDOList/contact_new?query=seven')).body;
		expect(list).toMatchObject([{ Id: 7, Name: 'Seven AS' }]);
		expect((await ask('Person/70')).body).toMatchObject({ Contact: { Name: 'Seven AS' } });
	});

	it('start with what the official fixture has', async () => {
		const { body } = await ask('Contact/default');
		expect(Object.keys(body as Carrier)).toEqual(expect.arrayContaining(Object.keys(fixture)));
		const shape = (record: unknown) => Object.keys((record ?? {}) as Carrier).sort();
		const blank = body as Record<string, Carrier[]>;
		for (const name of ['Category', 'Business', 'Country', 'TicketPriority'] as const) {
			expect([name, shape(blank[name])]).toEqual([name, shape(fixture[name])]);
		}
		expect(shape(blank.Interests[0])).toEqual(shape(fixture.Interests[0]));
		const { LocalizedAddress } = fixture.Address;
		const names = (lists: unknown) =>
			(lists as Carrier[][]).map((row) => row.map(({ Name, AddressType }) => [Name, AddressType]));
		const address = blank.Address as unknown as Carrier;
		expect(names(address.LocalizedAddress)).toEqual(names(LocalizedAddress));
		expect(blank).toMatchObject({ Category: { Id: 1 }, Number2: '30002', ContactId: 0 });
	});

	const STREET = { Address1: 'Gata 1', Address2: '', Address3: '', City: 'Oslo', County: '' };
	const WHOLE = { ...STREET, State: '', Zipcode: '0123' };

	describe('have addresses, which', () => {
		it('are laid out, and overridden by their lines', async () => {
			const created = await create({ Address: { Street: WHOLE, Postal: { City: 'Bergen' } } });
			expect(created.Address).toMatchObject({
				Street: { Formatted: 'Gata 1\n0123 Oslo\n', AtypeIdx: 'ContactStreetAddress' },
				Postal: { City: 'Bergen', Zipcode: '' },
				Formatted: 'Gata 1\n0123 Oslo\n',
			});
			const Address = { ...(created.Address as Carrier), Street: { ...WHOLE, City: 'Ski' } };
			const put = await send('PUT', 'Contact/20002', { ...created, Address });
			expect(put.body).toMatchObject({ Address: { Street: { City: 'Oslo' } } });
			const alone = { ...created, Address: { ...Address, LocalizedAddress: null } };
			const without = await send('PUT', 'Contact/20002', alone);
			expect(without.body).toMatchObject({ Address: { Street: { City: 'Ski' } } });
		});

		it.each([
			['a line', [{ op: 'replace', path: 'Address/Street/Address1', value: 'x' }]],
			['some lines', { Address: { Street: STREET } }],
			['some lines at once', [{ op: 'replace', path: '/Address/Postal', value: STREET }]],
		])('refuse a patch of %s', async (_name, patch) => {
			const { status, body } = await send('PATCH', 'Contact/1', patch);
			expect(status).toBe(400);
			expect(JSON.stringify(body)).toContain('complete address fields');
		});

		it.each([
			['merge patch', { Address: { Street: WHOLE } }],
			['JSON patch', [{ op: 'replace', path: 'Address/Street', value: WHOLE }]],
		])('take all lines in a %s', async (_name, patch) => {
			const { body } = await send('PATCH', 'Contact/1', patch);
			expect(body).toMatchObject({ Address: { Street: { ...WHOLE } } });
		});
	});

	it('have lists that patches append to and replace', async () => {
		await create({ Emails: [{ Value: 'a@x.example' }] });
		const patch = async (body: unknown) =>
			((await send('PATCH', 'Contact/20002', body)).body as { Emails: Carrier[] }).Emails.map(
				({ Value }) => Value,
			);
		const value = { Value: 'b@x.example' };
		expect(await patch([{ op: 'add', path: 'Emails/-', value }])).toEqual([
			'a@x.example',
			'b@x.example',
		]);
		expect(await patch({ Emails: { Value: 'c@x.example' } })).toHaveLength(3);
		expect(await patch({ Emails: [{ Value: 'd@x.example' }] })).toEqual(['d@x.example']);
	});

	it('have all interests, of which those that are not sent are cleared', async () => {
		const created = await create({ Interests: [{ Id: 1, Selected: true }] });
		const selected = ({ Interests }: Carrier) =>
			(Interests as Carrier[]).filter(({ Selected }) => Selected).map(({ Id }) => Id);
		expect([(created.Interests as Carrier[]).length, created.ActiveInterests]).toEqual([3, 1]);
		await send('PATCH', 'Contact/20002', { Interests: [{ Id: 3, Selected: true }] });
		expect(selected(await get(20_002))).toEqual([3]);
		const agent = 'Agents/Contact/UpdateInterests';
		const lists = { ContactId: 20_002, EnableInterestIds: [1, 2], DisableInterestIds: [3] };
		expect((await post(agent, lists)).status).toBe(204);
		expect(selected(await get(20_002))).toEqual([1, 2]);
		expect((await post(agent, { ...lists, DisableInterestIds: [1] })).status).toBe(400);
	});

	it.each([
		['an interest that is none', { Interests: [{ Id: 99, Selected: true }] }],
		['a category that is none', { Category: { Id: 99 } }],
		['a country that is none', { Country: { CountryId: 1 } }],
		['an owner who is none', { Associate: { AssociateId: 9999 } }],
		['a name that is too long', { Name: 'x'.repeat(220) }],
		['a number of the company that is too long', { OrgNr: 'x'.repeat(50) }],
		['a name that is no text', { Name: 5 }],
		['an e-mail address without a value', { Emails: [{ Description: 'x' }] }],
		['a custom field that is none', { CustomFields: { 'SuperOffice:9': 'x' } }],
	])('are refused with %s', async (_name, body) => {
		expect((await post('Contact', { Name: 'A', ...body })).status).toBe(400);
		expect((await send('PATCH', 'Contact/1', body)).status).toBe(400);
		expect((await get(1)).UpdatedBy).toBeNull();
	});

	it('keep what SuperOffice sets', async () => {
		const sent = {
			Name: 'A',
			Deleted: 1,
			CreatedBy: { AssociateId: 4 },
			Persons: [{ PersonId: 10 }],
		};
		const created = await create(sent);
		expect(created).toMatchObject({ Deleted: 0, CreatedBy: { AssociateId: 1 }, Persons: [] });
	});

	it('are validated', async () => {
		const { body } = await post('Contact/Validate', { Number2: '', Category: null });
		expect(body).toEqual({
			Name: 'Name must be filled in.',
			Number2: 'Number2 must be filled in.',
			Category: 'Category must be filled in.',
		});
	});

	it('know when they were changed', async () => {
		const since = { 'If-Modified-Since': new Date().toUTCString() };
		expect((await ask('Contact/1', { headers: since })).status).toBe(304);
		await send('PATCH', 'Contact/1', { Description: 'x' });
		const before = { 'If-Unmodified-Since': 'Wed, 01 Jan 2025 00:00:00 GMT' };
		expect((await send('PATCH', 'Contact/1', {}, before)).status).toBe(412);
		expect((await ask('Contact/1?$select=Name')).body).toMatchObject({
			Name: 'Fjord Shipping AS',
			Description: null,
		});
	});

	it('come into the recycle bin with their persons, and out of it', async () => {
		const remove = async () => (await ask('Contact/5', { method: 'DELETE' })).status;
		expect([await remove(), await remove()]).toEqual([204, 204]);
		expect(await get(5)).toMatchObject({ Deleted: 1, Persons: [] });
		expect(await rows('Contact?$filter=contactId eq 5')).toEqual([]);
		expect(await rows('Contact?$filter=contactId eq 5 and contactDeleted set true')).toHaveLength(
			1,
		);
		expect(await rows('Person?$filter=contactId eq 5')).toEqual([]);
		const binned = await rows('Person?$filter=contactId eq 5 and personDeletedDate isNotNull');
		expect(binned).toHaveLength(2);
		expect((await post('Agents/Contact/Undelete', { Id: 5 })).status).toBe(204);
		expect(await rows('Contact/5/Persons')).toHaveLength(2);
		expect(await get(5)).toMatchObject({ Deleted: 0, Persons: [{}, {}] });
	});

	it('have lists of their own', async () => {
		await post('Appointment', { Contact: { ContactId: 1 }, Title: 'Visit' });
		expect(await rows('Contact/1/Appointments?$select=appointment/title')).toMatchObject([
			{ 'appointment/title': 'Visit' },
		]);
		expect(await rows('Contact/1/Activities')).toMatchObject([
			{ EntityName: 'document', subject: 'Offer', 'appointmentUdef/SuperOffice:3': '' },
			{ EntityName: 'document', type: 'Agreement', booking: 'unchecked' },
			{ EntityName: 'appointment', text: 'Visit', documentId: 0 },
		]);
		expect(await rows('Contact/1/Documents?$select=name')).toMatchObject([
			{ name: 'document1.docx' },
			{ name: 'document2.docx' },
		]);
		expect(await rows('Contact/1/Sales?$select=heading')).toMatchObject([
			{ heading: 'Service Agreement' },
		]);
		for (const list of ['Projects', 'Relations']) {
			expect(await rows(`Contact/1/${list}`)).toEqual([]);
		}
		const page = await ask('Contact/1/Persons?$select=fullName&$orderby=fullName%20desc&$top=1');
		expect(page.body).toMatchObject({ value: [{ fullName: 'Technical Contact' }] });
		expect((page.body as Carrier)['odata.nextLink']).toContain('/api/v1/Contact/1/Persons?');
		expect((await ask('Contact/999/Persons')).status).toBe(404);
	});

	it('have duplicates', async () => {
		const keys = async (path: string) =>
			((await ask(path)).body as Carrier[]).map(({ SoPrimaryKey }) => SoPrimaryKey);
		expect(await keys('Contact/Duplicates/nordlys%20handel')).toEqual([15, 16, 17, 18]);
		expect(await keys('Contact/Duplicates/Nordlys%20Handel?department=Oslo')).toEqual([15]);
		await create({ Name: 'A', Urls: [{ Value: 'https://www.tind.example/no' }] });
		expect(await keys('Contact/DuplicateDomains/tind.example')).toEqual([20_002]);
		const agent = 'Agents/Contact/GetNameDepartmentDuplicates';
		const { body } = await post(agent, { Name: 'Nordlys Handel', Department: 'Bergen' });
		expect(body).toMatchObject([{ SoPrimaryKey: 16, EntryName: 'Nordlys Handel, Bergen' }]);
		const domains = await post('Agents/Contact/GetDomainDuplicates', { Domain: 'tind.example' });
		expect(domains.body).toHaveLength(1);
	});

	it('are merged, with identical persons and what is empty', async () => {
		await create({ OrgNr: '123', CustomFields: { 'SuperOffice:1': 'K1' } });
		await post('Person', { Firstname: 'Buyer', Lastname: '00016', Contact: { ContactId: 20_002 } });
		await post('Person', { Firstname: 'New', Contact: { ContactId: 20_002 } });
		await post('Appointment', { Contact: { ContactId: 20_002 } });
		const options = 'mergeIdenticalPersons=true&replaceEmptyFieldsOnDestination=true';
		const merge = await send('POST', `Contact/20002/MergeTo/16?${options}`, {});
		expect(merge.status).toBe(204);
		expect((await ask('Contact/20002')).status).toBe(404);
		expect(await get(16)).toMatchObject({
			Name: 'Nordlys Handel',
			OrgNr: '123',
			CustomFields: { 'SuperOffice:1': 'K1' },
			Persons: [{ FullName: 'Buyer 00016' }, { FullName: 'Engineer 00016' }, { FullName: 'New' }],
		});
		expect(await rows('Contact/16/Appointments')).toHaveLength(1);
		expect((await create({ Name: 'Next' })).ContactId).toBe(20_003);
		expect((await send('POST', 'Contact/16/MergeTo/16', {})).status).toBe(400);
	});

	it('have foreign keys', async () => {
		const names = { ApplicationName: 'shop', DeviceName: 'web' };
		const ForeignKey = { Key: 'id', Value: 'c-1', TableName: 'contact', RecordId: 7 };
		await post('Agents/ForeignSystem/SaveForeignKey', { ...names, ForeignKey });
		const wanted = { ...names, KeyName: 'id', KeyValue: 'c-1', TableName: 'contact' };
		const found = await post('Agents/ForeignSystem/GetKeyByValue', wanted);
		expect(found.body).toMatchObject({ RecordId: 7, TableName: 'contact' });
		expect((await ask('Contact/7/ForeignKey')).body).toEqual({ 'shop.web.id': 'c-1' });
		expect((await ask('Contact/7?fk=true')).body).toMatchObject({
			ExtraFields: { 'shop.web.id': 'c-1' },
		});
		const other = { ...wanted, TableName: 'person' };
		expect((await post('Agents/ForeignSystem/GetKeyByValue', other)).body).toBeNull();
	});

	it('are served to the official client', async () => {
		const options = {
			baseUrl: `${simulator().baseUrl}/api`,
			axiosConfig: { headers: { Authorization: AUTHORIZATION } },
		} as WebApiOptions;
		const rest = new ContactRestApi(options);
		const blank = await rest.getDefaultAsync();
		const created = await rest.postAsync({
			...blank,
			name: 'Tind',
			emails: [{ value: 'a@b.example' }],
		});
		expect(created).toMatchObject({ contactId: 20_002, name: 'Tind' });
		const operations = [{ op: 'replace', path: '/Name', value: 'Tind AS' }];
		expect(await rest.patchByIdAsync(20_002, operations as never)).toMatchObject({
			name: 'Tind AS',
			emails: [{ value: 'a@b.example' }],
		});
		const entity = await rest.getByIdAsync(20_002);
		const put = await rest.putByIdAsync(20_002, { ...entity, department: 'Oslo' });
		expect(put).toMatchObject({ name: 'Tind AS', department: 'Oslo' });
		await rest.deleteByIdAsync(20_002);
		expect(await rest.getByIdAsync(20_002)).toMatchObject({ deleted: 1 });
		await new ContactAgent(options).undeleteAsync(20_002);
		expect(await rest.getByIdAsync(20_002)).toMatchObject({ deleted: 0 });
	});
});
