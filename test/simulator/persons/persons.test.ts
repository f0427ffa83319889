import { PersonAgent, PersonRestApi, type WebApiOptions } from '@superoffice/webapi';

import fixture from '../../../node_modules/@superoffice/webapi/__tests__/Person210.json';
import { AUTHORIZATION, useService } from '../engine/service';
import type { Carrier } from '../tenant/carriers';

describe("the simulator's persons", () => {
	const { simulator, ask, post } = useService();

	const send = async (method: string, path: string, body?: unknown) =>
		await ask(path, { method, body: JSON.stringify(body ?? {}) });
	const create = async (body: object) => {
		const { status, body: created } = await post('Person', body);
		expect([status, created]).toEqual([200, expect.anything()]);
		return created as Carrier;
	};
	const get = async (id: unknown) => (await ask(`Person/${String(id)}`)).body as Carrier;
	const rows = async (path: string) =>
		((await ask(encodeURI(path))).body as { value: Carrier[] }).value;
	const NEW = 200_012;

	it('are created as the official fixture is, and answered alike', async () => {
		const { Interests, Address, Country, Contact, CustomFields, ...plain } = fixture;
		const { UserDefinedFields, ExtraFields, Category, Business, Associate, ...others } = plain;
		expect([Interests, Country, Contact, CustomFields, UserDefinedFields]).toBeDefined();
		expect([ExtraFields, Category, Business, Associate]).toBeDefined();
		const created = await create({
			...others,
			PersonId: 0,
			Address: { Street: Address.Street },
			Country: { CountryId: 276 },
			Contact: { ContactId: 1 },
			Consents: fixture.Consents.map(({ ConsentPurposeKey, LegalBaseKey, ConsentSourceKey }) => ({
				...{ ConsentPurposeKey, LegalBaseKey, ConsentSourceKey },
			})),
		});
		expect(Object.keys(created)).toEqual(expect.arrayContaining(Object.keys(fixture)));
		const shape = (record: unknown) => Object.keys((record ?? {}) as Carrier).sort();
		for (const name of ['Position', 'Country', 'Category', 'Address'] as const) {
			expect([name, shape(created[name])]).toEqual([name, shape(fixture[name])]);
		}
		for (const name of ['Emails', 'Consents', 'ShipmentTypes', 'Interests'] as const) {
			const [first] = created[name] as Carrier[];
			expect([name, shape(first)]).toEqual([name, shape(fixture[name][0])]);
		}
		for (const name of ['Emails', 'MobilePhones', 'OfficePhones', 'PrivatePhones'] as const) {
			expect([name, created[name]]).toEqual([name, fixture[name]]);
		}
		const { Street, Postal, LocalizedAddress } = Address;
		expect(created).toMatchObject({
			FullName: 'Steve Fishmann',
			FormalName: 'Mr. Steve Fishmann',
			BirthDate: '1999-05-13T00:00:00',
			Title: 'Owner',
			Address: { Street, Postal },
			Category: { Id: 1, Value: 'Customer' },
			FieldProperties: { Category: { FieldRight: { Mask: 'Read' } } },
		});
		const lines = (lists: unknown) =>
			(lists as Carrier[][]).map((row) => row.map((one) => one.Name));
		const address = created.Address as Carrier;
		expect(lines(address.LocalizedAddress)).toEqual(lines(LocalizedAddress));
		const { Firstname, PersonNumber } = fixture;
		expect(await get(NEW)).toMatchObject({ Firstname, PersonNumber });
	});

	it('have interests below headings too, which may come back', async () => {
		const blank = (await ask('Person/default')).body as { Interests: Carrier[] };
		expect(blank.Interests.map(({ Id }) => Id)).toEqual([1, 2, -2147483647, 24, 25]);
		expect(blank).toMatchObject({ BirthDate: '0001-01-01T00:00:00', Contact: null });
		const created = await create({ Interests: [{ Id: 4, Selected: true }] });
		expect(created.ActiveInterests).toBe(1);
		const put = await send('PUT', `Person/${NEW}`, { ...created, Firstname: 'A' });
		expect(put.body).toMatchObject({ ActiveInterests: 1, Interests: created.Interests });
		const cleared = await send('PATCH', `Person/${NEW}`, { Interests: [] });
		expect(cleared.body).toMatchObject({ ActiveInterests: 0 });
		const lists = { PersonId: NEW, EnableInterestIds: [5], DisableInterestIds: [] };
		expect((await post('Agents/Person/UpdateInterests', lists)).status).toBe(204);
		expect(await rows('Person?$filter=personInterestIds oneOf (5)')).toHaveLength(1);
		const shipped = await create({ ShipmentTypes: [{ Id: 2, Selected: true }] });
		expect(shipped.ShipmentTypes).toHaveLength(4);
	});

	it.each([
		"email/emailAddress eq 'b@tind.example'",
		"phone/formattedNumber contains '33' and personMobilePhone/formattedNumber isNotNull",
		"firstName eq 'Role' and title eq 'Buyer' and personNumber eq 'P1'",
		'position oneOf (2) and personCountry oneOf (276)',
		'birthYear eq 1990 and birthMonth eq 2 and birthDay eq 3',
		"personUdef/SuperOffice:1 eq 'M1' and personUdef/SuperOffice:2 set true",
		"personExtra/x_size eq 'L'",
		`personId gt ${NEW - 1}`,
		"personContact/nameDepartment eq 'Nordlys Handel, Oslo'",
	])('are found by %s', async (filter) => {
		await create({
			...{ Firstname: 'Role', Title: 'Buyer', PersonNumber: 'P1', BirthDate: '1990-02-03' },
			...{ Position: { Id: 2 }, Country: { CountryId: 276 }, Contact: { ContactId: 15 } },
			Emails: [{ Value: 'a@tind.example' }, { Value: 'b@tind.example' }],
			MobilePhones: [{ Value: '22 33' }],
			CustomFields: { 'SuperOffice:1': 'M1', 'SuperOffice:2': '[I:1]', x_size: 'L' },
		});
		const found = await rows(`Person?$select=fullName&$orderby=personId desc&$filter=${filter}`);
		expect(found[0]).toMatchObject({ fullName: 'Role', PrimaryKey: String(NEW) });
	});

	it.each([
		['a company that is none', { Contact: { ContactId: 999 } }],
		['a company in the recycle bin', { Contact: { ContactId: 200 } }],
		['a position that is none', { Position: { Id: 99 } }],
		['another category than its company', { Contact: { ContactId: 1 }, Category: { Id: 3 } }],
		[
			'another owner than its company',
			{ Contact: { ContactId: 1 }, Associate: { AssociateId: 4 } },
		],
		['a name that is too long', { Lastname: 'x'.repeat(100) }],
		['a date that is none', { BirthDate: 'x' }],
		['a consent for nothing', { Consents: [{ ConsentPurposeKey: 'X' }] }],
	])('are refused with %s', async (_name, body) => {
		expect((await post('Person', body)).status).toBe(400);
	});

	it('have their own category and owner without a company alone', async () => {
		const created = await create({ Category: { Id: 3 }, Associate: { AssociateId: 4 } });
		expect(created).toMatchObject({
			Category: { Id: 3 },
			Associate: { AssociateId: 4 },
			FieldProperties: { Category: { FieldRight: { Mask: 'Update' } } },
		});
		const moved = await send('PUT', `Person/${NEW}`, { ...created, Contact: { ContactId: 15 } });
		expect(moved.body).toMatchObject({ Category: { Id: 1 }, Associate: { AssociateId: 1 } });
		simulator().data.mandatoryContactOnPerson = true;
		expect((await post('Person', { Firstname: 'A' })).status).toBe(400);
	});

	it('have a street alone', async () => {
		const created = await create({ Address: { Street: { City: 'Oslo' }, Postal: { City: 'x' } } });
		expect(created.Address).toMatchObject({ Postal: null, Street: { City: 'Oslo' } });
		const path = '/Address/Street/City';
		const patch = await send('PATCH', `Person/${NEW}`, [{ op: 'replace', path, value: 'Ski' }]);
		expect(patch.status).toBe(400);
	});

	it('are deleted, unless they are associates, and restored', async () => {
		const { data } = simulator();
		const user = data.associates.seeds.get(4);
		if (user) data.associates.set({ ...user, personId: 40 });
		expect(await get(40)).toMatchObject({ IsAssociate: true });
		expect((await send('DELETE', 'Person/40')).status).toBe(400);
		expect((await send('DELETE', 'Contact/4')).status).toBe(400);
		expect((await send('DELETE', 'Person/50')).status).toBe(204);
		expect(await rows('Contact/5/Persons')).toHaveLength(1);
		expect((await ask('MDOList/person?additional=contact_id=50')).body).toHaveLength(1);
		expect(await get(50)).toMatchObject({ Firstname: 'Buyer' });
		await post('Agents/Person/Undelete', { Id: 50 });
		expect(await rows('Contact/5/Persons')).toHaveLength(2);
	});

	it('move with later appointments', async () => {
		const at = async (StartDate: string) =>
			(
				await post('Appointment', {
					...{ Contact: { ContactId: 1 }, StartDate },
					Person: { PersonId: 10 },
				})
			).body as Carrier;
		const [early, late] = [await at('2026-01-01T10:00:00Z'), await at('2026-03-01T10:00:00Z')];
		expect((await send('POST', 'Person/10/MoveTo/15')).status).toBe(400);
		const date = 'moveAfterDate=2026-02-01T00:00:00Z';
		expect((await send('POST', `Person/10/MoveTo/15?${date}`)).status).toBe(204);
		expect(await get(10)).toMatchObject({
			Contact: { ContactId: 15, FullName: 'Nordlys Handel, Oslo' },
		});
		const companyOf = async ({ AppointmentId }: Carrier) =>
			(await ask(`Appointment/${String(AppointmentId)}`)).body;
		expect(await companyOf(early)).toMatchObject({ Contact: { ContactId: 1 } });
		expect(await companyOf(late)).toMatchObject({ Contact: { ContactId: 15 } });
		expect((await send('POST', `Person/10/MoveTo/200?${date}`)).status).toBe(400);
		expect((await send('POST', `Person/10/MoveTo/999?${date}`)).status).toBe(404);
	});

	it.each([
		[true, 404],
		[false, 200],
	])('are merged, the source is deleted: %s', async (deleteSource, status) => {
		await create({ Title: 'Owner', Emails: [{ Value: 'o@tind.example' }] });
		await post('Appointment', { Person: { PersonId: NEW } });
		const options = `moveAfterDate=2020-01-01&deleteSource=${deleteSource}`;
		const fill = 'replaceEmptyFieldsOnDestination=true';
		expect((await send('POST', `Person/${NEW}/MergeTo/50?${options}&${fill}`)).status).toBe(204);
		expect(await get(50)).toMatchObject({
			...{ Title: 'Owner', Firstname: 'Buyer' },
			Emails: [{ Value: 'buyer00005@example.com' }],
		});
		expect((await ask(`Person/${NEW}`)).status).toBe(status);
		if (!deleteSource) expect(await get(NEW)).toMatchObject({ Retired: true });
		expect(await rows('Person/50/Appointments')).toHaveLength(1);
	});

	it('have consents, which are withdrawn, not deleted', async () => {
		const address = 'Person/10/Consent';
		const options = 'source=API&legalBase=61A&comment=By%20phone';
		expect((await send('PUT', `${address}/emarketing?source=API`)).status).toBe(400);
		expect((await send('PUT', `${address}/EMARKETING?${options}`)).status).toBe(204);
		expect((await ask(`${address}/EMARKETING`)).body).toBe(true);
		await send('PATCH', 'Person/10', { Consents: [{ ConsentPurposeKey: 'STORE' }] });
		expect((await send('DELETE', `${address}/EMARKETING`)).status).toBe(204);
		expect((await ask(`${address}/EMARKETING`)).body).toBe(false);
		const { body } = await ask(address, { headers: { 'Accept-Language': 'en' } });
		expect(body).toMatchObject([
			{ ConsentPurposeKey: 'STORE', LegalBaseKey: '61F', ConsentSourceKey: 'USER' },
			{
				...{ ConsentPurposeKey: 'EMARKETING', LegalBaseKey: 'WITHDRAWN' },
				...{ ConsentSourceName: 'API', Comment: 'By phone' },
			},
		]);
		expect((await ask(`${address}/X`)).status).toBe(400);
	});

	it('get another e-mail address', async () => {
		const add = async (EmailAddress: string, SetAsPrimaryEmail: boolean) => {
			const body = { PersonId: 50, EmailAddress, SetAsPrimaryEmail };
			expect((await post('Agents/Person/AddEmailAddressToPerson', body)).status).toBe(204);
			return ((await get(50)).Emails as Carrier[]).map(({ Value }) => Value);
		};
		const first = 'buyer00005@example.com';
		expect(await add('b@tind.example', false)).toEqual([first, 'b@tind.example']);
		expect(await add('B@tind.example', true)).toEqual(['b@tind.example', first]);
	});

	it('have lists of their own, and are validated', async () => {
		for (const list of ['Sales', 'Documents', 'Relations', 'Activities']) {
			expect(await rows(`Person/11/${list}`)).toEqual([]);
		}
		expect((await post('Person/Validate', { PersonNumber: '' })).body).toEqual({
			Firstname: 'Firstname must be filled in.',
			PersonNumber: 'PersonNumber must be filled in.',
			Contact: 'Contact must be filled in.',
		});
		expect((await ask('Person/CustomField/x_size')).body).toMatchObject({
			FieldName: 'x_size',
			Rank: 3,
		});
	});

	it('are served to the official client', async () => {
		const options = {
			baseUrl: `${simulator().baseUrl}/api`,
			axiosConfig: { headers: { Authorization: AUTHORIZATION } },
		} as WebApiOptions;
		const rest = new PersonRestApi(options);
		const blank = await rest.getDefaultAsync();
		const contact = { contactId: 1 };
		const created = await rest.postAsync({ ...blank, firstname: 'Role', contact });
		expect(created).toMatchObject({ personId: NEW, fullName: 'Role', contact });
		const value = { value: 'a@b.example' };
		const operations = [{ op: 'add', path: '/Emails/-', value }];
		expect(await rest.patchByIdAsync(NEW, operations as never)).toMatchObject({ emails: [value] });
		const entity = await rest.getByIdAsync(NEW);
		expect(await rest.putByIdAsync(NEW, { ...entity, title: 'Buyer' })).toMatchObject({
			title: 'Buyer',
			emails: [value],
		});
		await rest.deleteByIdAsync(NEW);
		expect(simulator().data.persons.seeds.get(NEW)?.deletedDate).toBeDefined();
		await new PersonAgent(options).undeleteAsync(NEW);
		expect(simulator().data.persons.seeds.get(NEW)?.deletedDate).toBeUndefined();
	});
});
