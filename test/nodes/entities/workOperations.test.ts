import lowerFirst from 'lodash/lowerFirst';
import type { IDataObject } from 'n8n-workflow';

import { byId, byName, useSimulator } from '../../support';
import { targetOf, useRecords } from './records';

const simulator = useSimulator();
const { create, get, items, refusal, writes } = useRecords(simulator);
const lastBody = () => JSON.parse(simulator().requests.at(-1)?.body ?? 'null') as unknown;

describe('a sale', () => {
	const make = async (more: object = {}) =>
		await create('sale', {
			heading: 'Licenses',
			contact: byId(1),
			amount: '1000',
			saleType: byName('Product'),
			rating: byName('Lead'),
			...more,
		});
	const target = (id: number) => targetOf('sale', id);

	it.each([
		['markSold', 'Sold', 'Performance', { ReasonSold: { Id: 2, Value: 'Performance' } }],
		['markLost', 'Lost', 'Budget Cut', { Reason: { Id: 3, Value: 'Budget Cut' } }],
	])('is closed by %s, with a reason by its name, as often as it is run', async (...given) => {
		const [operation, status, reason, shown] = given;
		const id = await make();
		const how = { ...target(id), reason: byName(reason) };
		const first = await items('sale', operation, how);
		const second = await items('sale', operation, how);
		for (const [closed] of [first, second]) {
			expect(closed).toMatchObject({ SaleId: id, Status: status, Completed: 'Completed' });
			expect(closed).toMatchObject(shown);
		}
	});

	it.each([
		['markSold', 'Agents/Sale/SetAsSold', 'Sold'],
		['markLost', 'Agents/Sale/SetAsLost', 'Lost'],
	])('is closed by %s without a reason, and left open to work on', async (...given) => {
		const [operation, call, status] = given;
		const id = await make();
		const before = writes().length;
		const [closed] = await items('sale', operation, { ...target(id), completed: false });
		expect(closed).toMatchObject({ Status: status, Completed: 'Started' });
		expect(writes().slice(before)).toEqual([`POST ${call}`]);
	});

	it('is stalled until a day, and opened again', async () => {
		const id = await make();
		const [stalled] = await items('sale', 'markStalled', {
			...target(id),
			reason: byId(2),
			reopenDate: '2027-03-01T00:00:00',
			output: 'selected',
			select: ['Status', 'ReasonStalled/Value', 'ReopenDate', 'Completed'],
		});
		expect(stalled).toEqual({
			Status: 'Stalled',
			ReasonStalled: { Value: 'Reorganization' },
			ReopenDate: '2027-03-01',
			Completed: 'Started',
		});
		await items('sale', 'markStalled', { ...target(id), completed: true });
		expect(await get('sale', id)).toMatchObject({ Status: 'Stalled', Completed: 'Completed' });
		await items('sale', 'update', { ...target(id), status: 'Open', clear: ['reopenDate'] });
		expect(await get('sale', id)).toMatchObject({ Status: 'Open' });
	});

	it.each([
		['markSold', '={{ "" }}'],
		['markSold', '={{ $json.none }}'],
		['markLost', '={{ "Completed" }}'],
		['markStalled', '={{ 0 }}'],
	])('is left as it is by %s where Complete the Sale is %s', async (operation, completed) => {
		const id = await make();
		const before = writes().length;
		expect(await refusal('sale', operation, { ...target(id), completed })).toMatch(
			/Complete the Sale \(completed\): .* is neither true nor false/,
		);
		expect(writes().slice(before)).toEqual([]);
	});

	it('shows in simplified output what was set', async () => {
		const how = { ...target(await make()), output: 'simplified' };
		const [sold] = await items('sale', 'markSold', how);
		expect(sold).toMatchObject({ Status: 'Sold', Completed: 'Completed', Heading: 'Licenses' });
		const shown = { ...target(await make()), output: 'simplified' };
		const [stalled] = await items('sale', 'markStalled', {
			...shown,
			reason: byId(2),
			reopenDate: '2027-03-01T00:00:00',
		});
		expect(stalled).toMatchObject({
			ReasonStalledName: 'Reorganization',
			ReopenDate: '2027-03-01',
		});
		expect(await items('sale', 'nextStage', shown)).toMatchObject([{ Probability: 20 }]);
	});

	it('says what is done already where the second of two calls fails', async () => {
		const id = await make();
		simulator().answerNext(undefined, { status: 400, body: { Message: 'No' } });
		expect(await refusal('sale', 'markSold', target(id))).toMatch(
			/completing the sale after it was marked as sold.*The sale was marked as sold all the same/s,
		);
	});

	it('goes through the stages of its type, with their probabilities', async () => {
		const id = await make({ saleType: byName('Service') });
		for (const [RatingName, Probability] of [
			['Proposal', 50],
			['Verbal Acceptance', 90],
		]) {
			const how = { ...target(id), output: 'simplified' };
			expect(await items('sale', 'nextStage', how)).toMatchObject([{ RatingName, Probability }]);
		}
		expect(await refusal('sale', 'nextStage', target(id))).toMatch(
			/Sale \(saleId\): there is no stage after "Verbal Acceptance".*"Service" are: Lead, Proposal, Verbal Acceptance/s,
		);
	});

	it('gets the first stage of its type where it has none, and no stage of another type', async () => {
		const none = await create('sale', { heading: 'A', saleType: byName('Service') });
		await items('sale', 'update', { ...target(none), clear: ['rating'] });
		const [first] = await items('sale', 'nextStage', { ...target(none), output: 'simplified' });
		expect(first.RatingName).toBe('Lead');
		const other = await make({ saleType: byName('Service'), rating: byName('Negotiation') });
		expect(await refusal('sale', 'nextStage', target(other))).toMatch(
			/its stage "Negotiation" is none of its sale type's/,
		);
		const renewal = await make({ saleType: byName('Renewal') });
		expect(await refusal('sale', 'nextStage', target(renewal))).toMatch(
			/its sale type "Renewal" has no stages.*Set the stage with Update/,
		);
		const sold = await make();
		await items('sale', 'markSold', target(sold));
		expect(await refusal('sale', 'nextStage', target(sold))).toMatch(/it is sold/);
	});

	it('keeps its currency once it has a quote', async () => {
		const id = await make({ currency: byName('NOK') });
		simulator().data.quotes.add(id);
		expect(await refusal('sale', 'update', { ...target(id), currency: byName('EUR') })).toMatch(
			/quote/,
		);
	});

	it('is deleted for good, and its links and related records are read', async () => {
		const links = { link: [{ entityName: 'person', id: byId(10) }] };
		const id = await make({ links });
		expect(await items('sale', 'getLinks', target(id))).toMatchObject([
			{ SaleId: id, EntityName: 'person', Id: 10 },
		]);
		await items('appointment', 'create', {
			title: 'Call',
			startDate: '2026-12-01T10:00:00',
			endDate: '2026-12-01T11:00:00',
			sale: byId(id),
		});
		expect(
			await items('sale', 'getRelated', { ...target(id), related: 'appointments' }),
		).toMatchObject([{ SaleId: id, Text: 'Call', Date: '2026-12-01T10:00:00+01:00' }]);
		expect(await items('sale', 'getRelated', { ...target(id), related: 'documents' })).toEqual([]);
		expect(await items('sale', 'delete', target(id))).toEqual([{ SaleId: id, deleted: true }]);
		expect(await refusal('sale', 'get', target(id))).toMatch(/did not find/);
	});
});

describe('a project', () => {
	const make = async (more: object = {}) => await create('project', { name: 'Fair', ...more });
	const target = (id: number) => targetOf('project', id);

	it('is completed and opened again', async () => {
		const id = await make();
		const nothing = { ...target(id), completed: '={{ $json.none }}' };
		expect(await refusal('project', 'setCompleted', nothing)).toMatch(/Completed \(completed\)/);
		const [done] = await items('project', 'setCompleted', target(id));
		expect(done).toMatchObject({ ProjectId: id, Completed: true });
		const [open] = await items('project', 'setCompleted', { ...target(id), completed: false });
		expect(open).toMatchObject({ Completed: false });
		expect(lastBody()).toEqual({ Completed: false });
	});

	it('has duplicates by name', async () => {
		const id = await make({ name: 'Spring Fair' });
		const found = await items('project', 'findDuplicates', { name: 'Spring Fair' });
		expect(found.map(({ ProjectId }) => ProjectId)).toEqual(expect.arrayContaining([1, id]));
		expect(found[0]).toHaveProperty('EntryName');
		expect(await refusal('project', 'findDuplicates', {})).toMatch(/Name \(name\): is empty/);
	});

	it('is merged into another one, with its members', async () => {
		const source = await make({ description: 'Old text' });
		const destination = await make({ name: 'Fair 2' });
		await items('project', 'addMembers', {
			...target(source),
			members: { member: [{ personId: byId(10) }] },
		});
		const [merged] = await items('project', 'merge', {
			...target(source),
			destination: byId(destination),
		});
		expect(merged).toMatchObject({ ProjectId: destination, Description: 'Old text' });
		expect(await items('project', 'getMembers', target(destination))).toMatchObject([
			{ ProjectId: destination, PersonId: 10 },
		]);
		expect(await refusal('project', 'get', target(source))).toMatch(/did not find/);
	});
});

/** What sales and projects call those who belong to them. */
const lists = [
	{
		resource: 'project',
		one: 'member',
		many: 'members',
		id: 'ProjectId',
		add: 'addMembers',
		remove: 'removeMembers',
		list: 'getMembers',
		property: 'ProjectMembers',
		role: 'ProjectMemberTypeId',
		name: { name: 'Fair' },
	},
	{
		resource: 'sale',
		one: 'stakeholder',
		many: 'stakeholders',
		id: 'SaleId',
		add: 'addStakeholders',
		remove: 'removeStakeholders',
		list: 'getStakeholders',
		property: 'SaleStakeholders',
		role: 'StakeholderRoleId',
		name: { heading: 'Licenses', saleType: byName('Product') },
	},
];

/** A company itself. */
const COMPANY = { who: 'company', contactId: byId(4) };

describe.each(lists)('those who belong to a $resource', (kind) => {
	const { resource, one, many, id: key, add, remove, list, property, role, name } = kind;
	const roleId = (id: unknown) => ({ [lowerFirst(role)]: id });
	const rows = (...row: object[]) => ({ [many]: { [one]: row } });
	const listed = async (id: number) =>
		(await items(resource, list, targetOf(resource, id))).map((member) => [
			member[key],
			member.PersonId,
			member.ContactId,
			member[role],
			member.Comment,
		]);

	it('are added by name, ID, email address and company, and each of them once', async () => {
		const id = await create(resource, name);
		const emails = { entry: [{ value: 'main@fair.example' }, { value: 'Guest@fair.example' }] };
		const guest = await create('person', { lastname: 'Guest', contact: byId(3), emails });
		const given = {
			...targetOf(resource, id),
			...rows(
				{
					contactId: byName('Fjord Shipping AS'),
					personId: byName('Purchasing Manager'),
					additionalFields: { ...roleId(byId(2)), comment: 'Decides' },
				},
				{ emailAddress: 'guest@fair.example' },
				{ ...COMPANY, additionalFields: roleId(byId(1)) },
				{ personId: byId(10) },
			),
		};
		const all = [
			[id, 10, 1, 2, 'Decides'],
			[id, guest, 3, 0, ''],
			[id, 0, 4, 1, ''],
		];
		const [first] = await items(resource, add, given);
		expect(first).toMatchObject({ [key]: id, added: 3 });
		expect((first[property] as IDataObject[]).map(({ PersonId }) => PersonId)).toEqual([
			10,
			guest,
			0,
		]);
		expect(await listed(id)).toEqual(all);
		const before = writes().length;
		const [second] = await items(resource, add, given);
		expect(second).toMatchObject({ [key]: id, added: 0 });
		expect(second[property]).toEqual(first[property]);
		expect(
			writes()
				.slice(before)
				.filter((one) => /Add/.test(one)),
		).toEqual([]);
		expect(await listed(id)).toEqual(all);
	});

	it('are added once by many items of one run', async () => {
		const id = await create(resource, name);
		const registrations = [10, 11, 10, 20, 11].map((person) => ({ person }));
		const members = rows({ personId: '={{ $json.person }}' });
		const more = { items: registrations };
		const out = await items(resource, add, { ...targetOf(resource, id), ...members }, more);
		expect(out.map(({ added }) => added)).toEqual([1, 1, 0, 1, 0]);
		expect((await listed(id)).map(([, person]) => person)).toEqual([10, 11, 20]);
	});

	it('come out as they go in again, into another one', async () => {
		const [first, other] = [await create(resource, name), await create(resource, name)];
		const role2 = { additionalFields: { ...roleId(byId(2)), comment: 'Decides' } };
		const given = rows({ personId: byId(10), ...role2 }, COMPANY);
		await items(resource, add, { ...targetOf(resource, first), ...given });
		const members = await items(resource, list, targetOf(resource, first));
		const mapped = rows({
			who: '={{ $json.PersonId ? "person" : "company" }}',
			contactId: byId('={{ $json.ContactId }}'),
			personId: byId('={{ $json.PersonId || "" }}'),
			additionalFields: {
				...roleId(byId(`={{ $json.${role} }}`)),
				comment: '={{ $json.Comment }}',
			},
		});
		await items(resource, add, { ...targetOf(resource, other), ...mapped }, { items: members });
		expect(await listed(other)).toEqual(
			(await listed(first)).map(([, ...rest]) => [other, ...rest]),
		);
	});

	it('are removed, and those who are none are no error', async () => {
		const id = await create(resource, name);
		const given = rows({ personId: byId(10) }, { personId: byId(20) }, COMPANY);
		await items(resource, add, { ...targetOf(resource, id), ...given });
		const gone = rows({ personId: byId(20) }, COMPANY, { personId: byId(11) });
		const removeThem = async () =>
			(await items(resource, remove, { ...targetOf(resource, id), ...gone }))[0];
		const first = await removeThem();
		expect(first).toMatchObject({ [key]: id, removed: 2 });
		expect((first[property] as IDataObject[]).map(({ ContactId }) => ContactId)).toEqual([2, 4]);
		expect(await removeThem()).toEqual({ [key]: id, removed: 0, [property]: [] });
		expect((await listed(id)).map(([, person]) => person)).toEqual([10]);
	});

	it('are removed though they have moved, are in the recycle bin, or have another address', async () => {
		const id = await create(resource, name);
		const person = async (value: string) =>
			await create('person', {
				lastname: 'Guest',
				contact: byId(3),
				emails: { entry: [{ value: `main-${value}` }, { value }] },
			});
		const [moved, gone, other] = [
			await person('moved@fair.example'),
			await person('gone@fair.example'),
			await person('other@fair.example'),
		];
		const all = [moved, gone, other].map((one) => ({ personId: byId(one) }));
		await items(resource, add, { ...targetOf(resource, id), ...rows(...all) });
		await items('person', 'moveToCompany', { personId: byId(moved), contact: byId(2) });
		await items('person', 'delete', { personId: byId(gone) });
		const [first, second] = await items(resource, list, targetOf(resource, id));
		const mapped = rows({
			contactId: byId('={{ $json.ContactId }}'),
			personId: byId('={{ $json.PersonId }}'),
		});
		const more = { items: [first, second] };
		const out = await items(resource, remove, { ...targetOf(resource, id), ...mapped }, more);
		expect(out.map(({ removed }) => removed)).toEqual([1, 1]);
		const byAddress = rows({ emailAddress: 'OTHER@fair.example, nobody@fair.example' });
		const [last] = await items(resource, remove, { ...targetOf(resource, id), ...byAddress });
		expect(last).toMatchObject({ removed: 1 });
		expect(await listed(id)).toEqual([]);
	});

	it.each([
		['a row that is empty', {}, /\[0\]\): no contact person is chosen.*set Who to Company/],
		[
			'a company beside a person who is missing',
			{ contactId: byId(3), personId: byId('={{ $json.none }}') },
			/\[0\]\): no contact person is chosen/,
		],
		['no company', { who: 'company' }, /\[0\]\): no company is chosen/],
		['no address', { emailAddress: 'guest' }, /"guest" is not an email address/],
		[
			'an address of nobody',
			{ emailAddress: 'none@fair.example' },
			/no contact person has the email address "none@fair\.example".*Create or Update/s,
		],
		[
			'two ways at once',
			{ emailAddress: 'none@fair.example', personId: byId(10) },
			/none@fair\.example stands beside contact person 10/,
		],
		['a person that is none', { personId: byId(999999) }, /there is no contact person 999999/],
		[
			'a person of another company',
			{ personId: byId(10), contactId: byId(2) },
			/contact person 10 does not belong to company 2/,
		],
		[
			'a name of nobody',
			{ personId: byName('Nobody At All') },
			/no person is named "Nobody At All"/,
		],
	])('are refused where there is %s', async (_what, row, message) => {
		const target = targetOf(resource, 1);
		expect(await refusal(resource, add, { ...target, ...rows(row) })).toMatch(message);
		expect(writes().filter((one) => !/Get/.test(one))).toEqual([]);
	});
});
