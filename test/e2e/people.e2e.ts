import type { Form } from './form';
import { execute, openOperation } from './step';
import { editor, useEditor, world } from './useEditor';

useEditor();

const sent = () => {
	const [save, ...more] = world.simulator.requests.filter(({ method }) => method !== 'GET');
	expect(more).toEqual([]);
	return JSON.parse(save.body) as unknown;
};

/** Chooses entries of a list of which several can be chosen. */
async function chooseAll(form: Form, name: string, ...texts: string[]): Promise<void> {
	const { page } = editor;
	await form.input(name).locator('.el-select').first().click();
	const entries = page.locator('[role="option"]:visible');
	for (const text of texts) {
		await entries
			.filter({ has: page.getByText(text, { exact: true }) })
			.first()
			.click();
	}
	await page.keyboard.press('Escape');
}

it('a company is created by mouse, each reference picked from its list', async () => {
	const form = await openOperation('company', 'create');
	await form.fill('name', 'Made by Mouse AS');
	await form.fill('department', 'West');
	await form.pick('category', 'part', 'Partner');
	await form.pick('business', 'ship', 'Shipping');
	await form.pick('country', 'ger', 'Germany');
	await form.pick('associate', 'account', 'Account Manager');
	const more = form.part('Additional Fields');
	const fields = [
		...['Organization Number', 'Address', 'Web Addresses', 'Interests', 'Service Contact'],
		...['Support Person', 'Request Priority', 'Customer Language', 'Domains'],
	];
	for (const field of fields) await more.addOption('Add Field', field);
	await form.fill('orgNr', '987 654 321');
	await form.rows('emails').addRow('Add Email Address');
	await form.rows('emails').fill('value', 'sales@mouse.example');
	// A row that is added and left alone is none.
	await form.rows('phones').addRow('Add Number');
	await form.fill('city', 'Bergen');
	await chooseAll(form, 'interests', 'Reference', 'Large Customer');
	await form.pick('supportAssociate', 'support', 'Support Engineer');
	await form.pick('supportPerson', 'technical', 'Technical Contact');
	await form.pick('ticketPriority', 'high', 'High');
	await form.pick('customerLanguage', 'norw', 'Norwegian');
	await execute('Made by Mouse AS');
	expect(sent()).toEqual({
		Name: 'Made by Mouse AS',
		Department: 'West',
		Category: { Id: 3 },
		Business: { Id: 3 },
		Country: { CountryId: 276 },
		Associate: { AssociateId: 2 },
		OrgNr: '987 654 321',
		Emails: [{ Value: 'sales@mouse.example' }],
		Address: { Street: { City: 'Bergen' } },
		Interests: [
			{ Id: 1, Selected: true },
			{ Id: 3, Selected: true },
		],
		SupportAssociate: { AssociateId: 3 },
		SupportPerson: { PersonId: expect.any(Number) as number },
		TicketPriority: { Id: 3 },
		CustomerLanguage: { Id: 1 },
	});
});

it('a contact person is created by mouse, each reference picked from its list', async () => {
	const form = await openOperation('person', 'create');
	await form.fill('firstname', 'New');
	await form.fill('lastname', 'Buyer');
	await form.pick('contact', 'shipping', 'Fjord Shipping AS');
	await form.pick('position', 'tech', 'Technical');
	await form.rows('emails').addRow('Add Email Address');
	await form.rows('emails').fill('value', 'buyer@mouse.example');
	await form.rows('mobilePhones').addRow('Add Number');
	await form.rows('mobilePhones').fill('value', '922 33 444');
	const more = form.part('Additional Fields');
	const fields = [
		...['Mr/Ms', 'Academic Title', 'Birth Date', 'Interests', 'Mailing Types', 'Lead Status'],
		'Country',
	];
	for (const field of fields) await more.addOption('Add Field', field);
	await form.pick('mrmrs', 'ms', 'Ms.');
	await form.pick('salutation', 'doc', 'Doctor');
	await form.fill('birthDate', '1980-05-17');
	await chooseAll(form, 'interests', 'Seminars');
	await chooseAll(form, 'shipmentTypes', 'News');
	await form.pick('leadstatusId', 'qual', 'Qualified');
	await form.pick('country', 'swe', 'Sweden');
	await execute('Buyer');
	expect(sent()).toEqual({
		Firstname: 'New',
		Lastname: 'Buyer',
		Contact: { ContactId: 1 },
		Position: { Id: 3 },
		Emails: [{ Value: 'buyer@mouse.example' }],
		MobilePhones: [{ Value: '922 33 444' }],
		Mrmrs: 'Ms.',
		Salutation: 'Doctor',
		BirthDate: '1980-05-17T00:00:00Z',
		Interests: [{ Id: 3, Selected: true }],
		ShipmentTypes: [{ Id: 2, Selected: true }],
		LeadstatusId: expect.any(Number) as number,
		Country: { CountryId: 752 },
	});
});

it('a company is found again by its organization number, and changed', async () => {
	for (const expected of ['POST', 'PATCH']) {
		world.simulator.requests.splice(0);
		const form = await openOperation('company', 'upsert');
		await form.fill('matchValue', '911 222 333');
		await form.fill('name', 'Found Again AS');
		await execute('Found Again AS');
		const writes = world.simulator.requests.filter(({ method }) => method !== 'GET');
		expect(writes.map(({ method }) => method)).toEqual([expected]);
	}
});

it('a contact person is picked from all, and moved to a picked company', async () => {
	const form = await openOperation('person', 'moveToCompany');
	await form.pick('contact', 'nordlys energi', 'Nordlys Energi AS');
	await form.pick('personId', 'buyer 00025', 'Buyer 00025');
	await execute('Nordlys Energi AS');
	const [move] = world.simulator.requests.filter(({ method }) => method === 'POST');
	expect(move.path).toBe('/api/v1/Person/250/MoveTo/3');
});

it('a consent is set by mouse', async () => {
	const form = await openOperation('person', 'setConsent');
	await form.pick('personId', 'buyer 00025', 'Buyer 00025');
	await form.choose('purpose', 'Sales and Service');
	await execute('Buyer');
	const [set] = world.simulator.requests.filter(({ method }) => method === 'POST');
	expect(set.path).toBe('/api/v1/Agents/Person/SetConsent');
	expect(JSON.parse(set.body)).toEqual({
		PersonId: 250,
		Purpose: 'STORE',
		Source: 'WEBFORM',
		LegalBase: '61A',
	});
});

it('companies are found by picked filters, and come out with the main properties', async () => {
	const form = await openOperation('company', 'getAll');
	const filters = form.part('Filters');
	for (const filter of ['Category', 'Name Contains']) {
		await filters.addOption('Add Filter', filter);
	}
	await form.pick('category', 'cust', 'Customer');
	await form.fill('name', 'fjord');
	await execute('Fjord Shipping AS');
	const lists = world.simulator.requests.filter(({ path }) => path === '/api/v1/Contact');
	expect(lists[0].query.$filter).toBe(
		"nameDepartment contains 'fjord' and category oneOf (1) and contactId gt 0",
	);
	for (const column of ['ContactId', 'CategoryName', 'OrgNr']) {
		await editor.page.getByText(column, { exact: true }).first().waitFor();
	}
});
