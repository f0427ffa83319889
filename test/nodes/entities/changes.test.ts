import pick from 'lodash/pick';

import { LEFT_ALONE } from '../../editor';
import { byId, NEXT, runNode, useSimulator } from '../../support';
import { useRecords } from './records';

const simulator = useSimulator();
const { create, get, items, refusal, writes } = useRecords(simulator);
const lastBody = () => JSON.parse(simulator().requests.at(-1)?.body ?? 'null') as unknown;

const street = { address1: 'Kaigaten 1', zipcode: '0150', city: 'Oslo' };

describe('an address', () => {
	it('is sent as a whole with its unchanged lines', async () => {
		const id = await create('company', { name: 'Kai AS', address: { street } });
		await items('company', 'update', {
			contactId: byId(id),
			address: { street: { city: 'Bergen' } },
		});
		expect(lastBody()).toEqual({
			Address: {
				Street: {
					...{ Address1: 'Kaigaten 1', Address2: '', Address3: '' },
					...{ Zipcode: '0150', City: 'Bergen', County: '', State: '' },
				},
			},
		});
		expect(await get('company', id)).toMatchObject({
			Address: { Street: { Address1: 'Kaigaten 1', City: 'Bergen' } },
		});
	});

	it('is left alone where it was added and not filled in', async () => {
		const id = await create('company', { name: 'Kai AS', address: { street } });
		await items('company', 'update', {
			contactId: byId(id),
			name: 'Kai 2 AS',
			address: { street: LEFT_ALONE },
		});
		expect(lastBody()).toEqual({ Name: 'Kai 2 AS' });
	});

	it('is cleared with all its lines', async () => {
		const id = await create('person', { lastname: 'Buyer', address: { street } });
		await items('person', 'update', { personId: byId(id), clear: ['address'] });
		expect(await get('person', id)).toMatchObject({
			Address: { Street: { Address1: '', Zipcode: '', City: '' } },
		});
	});

	it.each([
		['company', { street: { town: 'Oslo' } }, /Address\.street\): "town" is not known here.*city/s],
		['company', { Street: { City: 'Oslo', Town: 'x' } }, /Address\.street\): "Town" is not known/],
		['company', { city: 'Oslo' }, /Address\): "city" is not known here.*street, postal/s],
		['company', { Streeet: { city: 'Oslo' } }, /Address\): "Streeet" is not known here/],
		['company', { street: 'Kaigaten 1' }, /Address\.street\): "Kaigaten 1" is not an object/],
		['company', { street: [{ city: 'Oslo' }] }, /Address\.street\): .* is not an object/],
		['person', { postal: { city: 'Oslo' } }, /Address\): "postal" is not known here.*street/s],
	])('of a %s is refused as %j', async (resource, Address, message) => {
		const name = resource === 'company' ? 'Name' : 'Lastname';
		const more = { items: [{ [name]: 'A', Address }] };
		expect(await refusal(resource, 'create', { specifyBody: 'autoMap' }, more)).toMatch(message);
		expect(writes()).toEqual([]);
	});
});

describe('interests', () => {
	const selected = async (id: number) =>
		((await get('company', id)).Interests as Array<{ Id: number; Selected: boolean }>)
			.filter(({ Selected }) => Selected)
			.map(({ Id }) => Id);

	it('are all of them in an update', async () => {
		const id = await create('company', { name: 'Kai AS', interests: [1, 2] });
		await items('company', 'update', { contactId: byId(id), interests: '={{ "Prestige, 3" }}' });
		expect(await selected(id)).toEqual([2, 3]);
		await items('company', 'update', { contactId: byId(id), clear: ['interests'] });
		expect(await selected(id)).toEqual([]);
	});

	it('are turned on and off by name, and others stay', async () => {
		const id = await create('company', { name: 'Kai AS', interests: [1, 2] });
		const [item] = await items('company', 'setInterests', {
			contactId: byId(id),
			enable: [3],
			disable: '={{ ["reference"] }}',
		});
		expect(item).toMatchObject({ ContactId: id, Name: 'Kai AS' });
		expect(await selected(id)).toEqual([2, 3]);
	});

	it('are those of the kind of record', async () => {
		const id = await create('person', { lastname: 'Buyer' });
		await items('person', 'setInterests', { personId: byId(id), enable: [3] });
		const given = { personId: byId(id), enable: '={{ "Large Customer" }}' };
		expect(await refusal('person', 'setInterests', given)).toMatch(
			/Turn On \(enable\): no interest is named "Large Customer"/,
		);
	});

	it.each([
		['nothing', {}, /Turn On \(enable\): is empty/],
		['an interest both ways', { enable: [1], disable: [1, 2] }, /interest 1 is turned off as well/],
	])('are not changed for %s', async (_what, given, message) => {
		expect(await refusal('company', 'setInterests', { contactId: byId(1), ...given })).toMatch(
			message,
		);
		expect(writes()).toEqual([]);
	});
});

it.each([
	[[{ Id: 3 }], [3]],
	[[{ name: 'Prestige' }], [2]],
	[[{ id: 1, selected: 'true' }], [1]],
	[
		[
			{ Id: 1, Selected: false },
			{ Id: 2, Selected: true },
		],
		[2],
	],
])('interests of an item, %j, are %j', async (Interests, ids) => {
	const how = { specifyBody: 'autoMap' };
	await items('company', 'create', how, { items: [{ Name: 'A', Interests }] });
	expect(lastBody()).toEqual({ Name: 'A', Interests: ids.map((Id) => ({ Id, Selected: true })) });
});

describe('consents', () => {
	const how = { specifyBody: 'autoMap' };

	it.each([[{ comment: 'hi' }], [{ consentPurposeKey: 'STORE', comment: 'asked again' }]])(
		'of an item are refused where something is missing: %j',
		async (consent) => {
			const more = { items: [{ Lastname: 'A', Consents: [consent] }] };
			expect(await refusal('person', 'create', how, more)).toMatch(/Consents.*is missing/);
			expect(writes()).toEqual([]);
		},
	);

	it('cannot be cleared, but withdrawn', async () => {
		const given = { personId: byId(10), clear: '={{ ["consents"] }}' };
		expect(await refusal('person', 'update', given)).toMatch(/"consents" is not one of its values/);
	});
});

describe('a row of Get Many', () => {
	const how = { specifyBody: 'autoMap' };
	const emails = {
		entry: [{ value: 'a@example.com', description: 'Main' }, { value: 'b@example.com' }],
	};
	const listed = async (output: string) => {
		const id = await create('person', { lastname: 'Rowland Buyer', emails });
		const filters = { name: 'Rowland Buyer' };
		const [row] = await items('person', 'getAll', { filters, output });
		return { id, row, target: { personId: byId(id) } };
	};
	const addresses = async (id: number) =>
		((await get('person', id)).Emails as Array<{ Value: string }>).map(({ Value }) => Value);

	it('changes the main address where it was edited, and nothing else', async () => {
		const { id, row, target } = await listed('simplified');
		await items('person', 'update', { ...target, ...how }, { items: [{ ...row, Title: 'Head' }] });
		expect(lastBody()).not.toHaveProperty('Emails');
		const edited = { ...row, EmailAddress: 'c@example.com' };
		await items('person', 'update', { ...target, ...how }, { items: [edited] });
		expect(await get('person', id)).toMatchObject({
			Emails: [{ Value: 'c@example.com', Description: 'Main' }, { Value: 'b@example.com' }],
		});
	});

	it('changes no list of which it shows another row, or a number in another form', async () => {
		const mobilePhones = { entry: [{ value: '+47 922 33 444' }] };
		const id = await create('person', { lastname: 'Shown', emails, mobilePhones });
		const how2 = { personId: byId(id), ...how };
		const row = { PersonId: id, EmailAddress: 'b@example.com', MobilePhone: '0047 92233444' };
		await items('person', 'update', how2, { items: [{ ...row, Title: 'Head' }] });
		expect(lastBody()).toEqual({ Title: 'Head' });
	});

	it('makes a copy with all addresses', async () => {
		const { row } = await listed('simplified');
		const [copy] = await items('person', 'create', how, { items: [row] });
		expect(await addresses(Number(copy.PersonId))).toEqual(['a@example.com', 'b@example.com']);
	});

	it('does not send back who created it', async () => {
		const { row, target } = await listed('raw');
		await items('person', 'update', { ...target, ...how }, { items: [{ ...row, title: 'Head' }] });
		expect(lastBody()).not.toHaveProperty('CreatedBy');
		expect(lastBody()).toMatchObject({ Title: 'Head' });
	});

	it('takes a property in another case as the user’s', async () => {
		const { row, target } = await listed('simplified');
		const edited = { ...row, birthdate: '1980-05-17' };
		await items('person', 'update', { ...target, ...how }, { items: [edited] });
		expect(lastBody()).toMatchObject({ BirthDate: '1980-05-17T00:00:00Z' });
	});
});

describe('email addresses and phone numbers', () => {
	it.each([
		['a text', ' sales@example.com ', ['sales@example.com']],
		['a list', ['a@example.com', 'b@example.com'], ['a@example.com', 'b@example.com']],
		[
			'rows of an answer',
			[{ Value: 'a@example.com', StrippedValue: 'a', Description: '' }],
			['a@example.com'],
		],
		['JSON text', '[{"value":"a@example.com"}]', ['a@example.com']],
		['a text with a name', 'Sales <sales@example.com>', ['sales@example.com']],
	])('come from %s of an item', async (_what, Emails, expected) => {
		const how = { specifyBody: 'autoMap' };
		const [made] = await items('person', 'create', how, { items: [{ Lastname: 'Buyer', Emails }] });
		expect((made.Emails as Array<{ Value: string }>).map(({ Value }) => Value)).toEqual(expected);
	});

	it('are left out where they are empty, as optional fields of a form are', async () => {
		const emails = {
			entry: [{ value: '={{ $json.none }}', description: 'A' }],
		};
		const mobilePhones = { entry: [{ value: '={{ $json.phone }}' }, LEFT_ALONE] };
		const more = { items: [{ phone: '22 33' }] };
		await items('person', 'create', { lastname: 'Buyer', emails, mobilePhones }, more);
		expect(lastBody()).toEqual({ Lastname: 'Buyer', MobilePhones: [{ Value: '22 33' }] });
		const how = { specifyBody: 'autoMap' };
		const item = { Lastname: 'Buyer', Emails: '', MobilePhones: [''], Urls: [] };
		await items('person', 'create', how, { items: [item] });
		expect(lastBody()).toEqual({ Lastname: 'Buyer' });
	});

	it('keep a number as it is written, from a number too', async () => {
		const how = { specifyBody: 'autoMap' };
		await items('company', 'create', how, { items: [{ Name: 'Kai AS', Phones: 22334455 }] });
		expect(lastBody()).toEqual({ Name: 'Kai AS', Phones: [{ Value: '22334455' }] });
	});

	it('are added to a person without losing others', async () => {
		const emails = { entry: [{ value: 'a@example.com' }] };
		const id = await create('person', { lastname: 'Buyer', emails });
		const add = async (emailAddress: string, more: object = {}) =>
			(await items('person', 'addEmail', { personId: byId(id), emailAddress, ...more }))[0].Emails;
		expect(await add('b@example.com')).toMatchObject([
			{ Value: 'a@example.com' },
			{ Value: 'b@example.com' },
		]);
		expect(await add('c@example.com', { setAsPrimaryEmail: true })).toMatchObject([
			{ Value: 'c@example.com' },
			{ Value: 'a@example.com' },
			{ Value: 'b@example.com' },
		]);
	});
});

describe.each(['Europe/Oslo', 'America/Los_Angeles', 'Pacific/Auckland'])(
	'a birth date, with a workflow in %s',
	(timezone) => {
		it.each([
			['a day', '1980-05-17', '1980-05-17'],
			["the editor's own date", '1980-05-17T00:00:00', '1980-05-17'],
			['midnight in UTC', '1980-05-17T00:00:00Z', '1980-05-17'],
			["an answer's date in another offset", '1980-05-16T17:00:00-07:00', '1980-05-17'],
			['a Date', '={{ new Date("1980-05-17") }}', '1980-05-17'],
			['an unknown year', '0002-05-17T00:00:00', '0002-05-17'],
		])('is the same day from %s, and goes back in', async (_what, BirthDate, day) => {
			const how = { specifyBody: 'autoMap' };
			const isWritten = BirthDate.startsWith('=');
			const entered = { lastname: 'Buyer', birthDate: BirthDate };
			const more = isWritten
				? { timezone }
				: { items: [{ Lastname: 'Buyer', BirthDate }], timezone };
			const [made] = await items('person', 'create', isWritten ? entered : how, more);
			expect(lastBody()).toMatchObject({ BirthDate: `${day}T00:00:00Z` });
			const target = { personId: byId(Number(made.PersonId)) };
			const chosen = { output: 'selected', select: ['PersonId', 'BirthDate'] };
			const got = await items('person', 'get', { ...target, ...chosen }, { timezone });
			expect(got).toEqual([{ PersonId: made.PersonId, BirthDate: day }]);
			await items('person', 'update', { ...target, ...how }, { items: got, timezone });
			expect(lastBody()).toEqual({ BirthDate: `${day}T00:00:00Z` });
		});
	},
);

it.each([
	['Europe/Oslo', '2026-06-30T22:00:00Z'],
	['America/Los_Angeles', '2026-07-01T07:00:00Z'],
	['Pacific/Auckland', '2026-06-30T12:00:00Z'],
])('takes a time of Move to Company as one of %s', async (timezone, moveAfterDate) => {
	const given = { personId: byId(10), contact: byId(2), moveAfterDate: '2026-07-01T00:00:00' };
	await items('person', 'moveToCompany', given, { timezone });
	const move = simulator().requests.find(({ method }) => method === 'POST');
	expect(move?.query).toEqual({ moveAfterDate });
});

it('shows a birth date that is none as nothing', async () => {
	const id = await create('person', { lastname: 'Buyer' });
	const [shown] = await items('person', 'get', { personId: byId(id), output: 'simplified' });
	expect(shown).not.toHaveProperty('BirthDate');
});

it('starts from defaults, of which the given ones count', async () => {
	const defaults = await items('company', 'getDefaults');
	expect(defaults).toMatchObject([{ ContactId: 0 }]);
	const result = await runNode(simulator(), {
		resource: 'company',
		operation: 'create',
		name: 'Kai AS',
		startFromDefaults: true,
	});
	expect(result.error?.message).toBeUndefined();
	expect(result.itemsOf(NEXT)[0].json).toMatchObject({ Name: 'Kai AS' });
});

it.each([
	['company', 'name', 'Customer Key'],
	['person', 'lastname', 'Member Key'],
	['sale', 'heading', 'Order Key'],
	['project', 'name', 'Project Key'],
])('says whether a %s is valid, its custom fields and its defaults', async (...row) => {
	const [resource, name, label] = row;
	expect(await items(resource, 'validate', { [name]: 'Kai' })).toMatchObject([
		{ valid: expect.any(Boolean) as boolean },
	]);
	const fields = await items(resource, 'getCustomFields');
	expect(fields.map((field) => field.label)).toContain(label);
	const [defaults] = await items(resource, 'getDefaults');
	const [made] = await items(resource, 'create', { [name]: 'Kai', startFromDefaults: true });
	const same = ['Country', 'Currency', 'Rating', 'Saledate', 'ProjectType', 'ProjectStatus'];
	expect(pick(made, same)).toEqual(pick(defaults, same));
});
