import type { IDataObject } from 'n8n-workflow';

import { LOGIN, startSimulator, type Simulator } from '../../../simulator';
import { byId, byName, NEXT, runNode, useSimulator, type Run } from '../../../support';

const created = ({ requests }: Simulator) =>
	requests
		.filter(({ method }) => method === 'POST')
		.map(({ body }) => JSON.parse(body) as Record<string, unknown>);

const lookups = ({ requests }: Simulator) => requests.filter(({ method }) => method === 'GET');

describe('a record by its name', () => {
	const simulator = useSimulator();

	it.each<[string, object, object]>([
		['an owner', { associate: byName('Account Manager') }, { Associate: { AssociateId: 2 } }],
		[
			'a room as the owner',
			{ associate: byName('Meeting Room Øst') },
			{ Associate: { AssociateId: 12 } },
		],
		[
			'a company, in any case',
			{ contact: byName(' fjord shipping as ') },
			{ Contact: { ContactId: 1 } },
		],
		[
			'a person of the company',
			{ contact: byId(3), person: byName('Technical Contact') },
			{ Contact: { ContactId: 3 }, Person: { PersonId: 31 } },
		],
		[
			'a person of a company by name',
			{
				contact: byName('Nordlys Energi AS'),
				person: byName('Technical Contact'),
			},
			{ Contact: { ContactId: 3 }, Person: { PersonId: 31 } },
		],
		[
			'a company that was dragged, which n8n takes for an ID',
			{ contact: byId('={{ "Fjord Shipping AS" }}') },
			{ Contact: { ContactId: 1 } },
		],
		['a project', { project: byName('Spring Fair') }, { Project: { ProjectId: 1 } }],
		['a sale', { sale: byName('Ten Licenses') }, { Sale: { SaleId: 2 } }],
		['a task', { task: byName('Meeting') }, { Task: { TaskListItemId: 2 } }],
		['a priority', { priority: byName('High') }, { Priority: { Id: 3 } }],
		[
			'who assigned it, who is invited, whose it was',
			{
				assignedBy: byName('Project Leader'),
				invitedPerson: byName('Buyer 00025'),
				motherAssociate: byName('Sales Manager'),
			},
			{
				AssignedBy: { AssociateId: 4 },
				InvitedPerson: { PersonId: 250 },
				MotherAssociate: { AssociateId: 1 },
			},
		],
		[
			'participants, a person within the company',
			{
				participants: {
					participant: [
						{ associateId: byName('Meeting Room Fjord') },
						{
							personId: byName('Purchasing Manager'),
							additionalFields: { contactId: byName("L'Oreal & Søn") },
						},
					],
				},
			},
			{ Participants: [{ AssociateId: 11 }, { PersonId: 20, ContactId: 2 }] },
		],
		[
			"links' targets, by their kind",
			{
				links: {
					link: [
						{ entityName: 'sale', id: byName('Service Agreement') },
						{ entityName: 'project', id: byName('Move to New Offices') },
					],
				},
			},
			{
				Links: [
					{ EntityName: 'sale', Id: 1 },
					{ EntityName: 'project', Id: 2 },
				],
			},
		],
		[
			'who may see it, by user or group',
			{
				visibleFor: {
					entry: [
						{ visibility: 'Associate', visibleId: byName('Support Engineer') },
						{ visibility: 'Group', visibleId: byName('Service') },
					],
				},
			},
			{
				VisibleFor: [
					{ Visibility: 'Associate', VisibleId: 3 },
					{ Visibility: 'Group', VisibleId: 3 },
				],
			},
		],
	])('is found: %s', async (_name, parameters, body) => {
		const result = await runNode(simulator(), { title: 'By name', ...parameters });
		expect(result.error?.message).toBeUndefined();
		expect(created(simulator())).toEqual([{ Title: 'By name', ...body }]);
	});

	it('is found from an expression that gives a name, and a number stays a number', async () => {
		const linkedRecords = { contact: '={{ $json.company }}' };
		const items = [{ company: 'Fjord Shipping AS' }, { company: '2' }, { company: 3 }];
		const result = await runNode(simulator(), { ...linkedRecords }, { items });
		expect(result.error).toBeUndefined();
		const contacts = result
			.itemsOf(NEXT)
			.map(({ json }) => (json.Contact as IDataObject).ContactId);
		expect(contacts).toEqual([1, 2, 3]);
	});

	it.each([
		["O'Neil & Sons", 5],
		['100% Fjord "AS"', 6],
		['Back\\slash Ltd', 7],
		['Ærlig Østfold Åsgård', 8],
		['株式会社テスト', 9],
		["a' or contactId gt 0 or name begins '", 10],
		['Percent %41 + plus', 11],
		['Semi;colon, comma AS', 12],
		['Trailing backslash \\', 13],
		['<b>Bold</b>', 14],
	])('cannot change the query: %s', async (name, id) => {
		const result = await runNode(simulator(), { contact: byName(name) });
		expect(result.error).toBeUndefined();
		expect(created(simulator())).toEqual([{ Contact: { ContactId: id } }]);
	});

	it('is found with its department, where several have the name', async () => {
		const contact = byName('Nordlys Handel, Bergen');
		const result = await runNode(simulator(), { contact });
		expect(result.error).toBeUndefined();
		expect(
			simulator().data.contacts.get(
				(created(simulator())[0].Contact as { ContactId: number }).ContactId,
			),
		).toMatchObject({ Name: 'Nordlys Handel', Department: 'Bergen' });
	});

	it('is asked for in English, and in the language that the item chooses', async () => {
		const details = { task: byName('={{ $json.task }}') };
		const options = { soLanguage: '={{ $json.language }}' };
		const items = [
			{ task: 'Phone call', language: '' },
			{ task: 'Telefon', language: 'nb' },
		];
		const result = await runNode(simulator(), { ...details, options }, { items });
		expect(result.error).toBeUndefined();
		expect(created(simulator())).toEqual(Array(2).fill({ Task: { TaskListItemId: 1 } }));
		const asked = lookups(simulator()).map(({ headers }) => [
			headers['accept-language'],
			headers['so-language'],
		]);
		expect(asked).toEqual([
			['en', undefined],
			['en', 'nb'],
		]);
	});

	describe('that cannot be used is refused before anything is saved:', () => {
		it.each<[string, object, RegExp, RegExp]>([
			[
				'no company has it',
				{ contact: byName('Fjord Shiping') },
				/Company \(contact\): no company is named "Fjord Shiping"/,
				/^Similar ones are: Fjord Shipping AS = ID 1/,
			],
			[
				'nothing is like it',
				{ project: byName('Zzz') },
				/Project \(additionalFields\.project\): no project is named "Zzz"/,
				/Give the whole name as SuperOffice shows it, or the ID\./,
			],
			[
				'several companies have it',
				{ contact: byName('Nordlys Handel') },
				/"Nordlys Handel" is the name of 4 companies: .*Nordlys Handel, Oslo = ID 15/,
				/Choose one of them by its ID\./,
			],
			[
				'several users have it',
				{ associate: byName('Trainee') },
				/"Trainee" is the name of 2 users or resources: Trainee = ID \d+; Trainee = ID \d+/,
				/by its ID/,
			],
			[
				'several persons have it',
				{ person: byName('Technical Contact') },
				/is the name of 4 persons: Technical Contact \(Fjord Shipping AS\) = ID 11/,
				/by its ID/,
			],
			[
				'no person of the company has it',
				{ contact: byId(1), person: byName('Buyer 00017') },
				/no person of company 1 is named "Buyer 00017"/,
				/./,
			],
			[
				'the link is of a kind without names',
				{ links: { link: [{ entityName: 'url', id: byName('x') }] } },
				/Record \(additionalFields\.links\.link\[0\]\.id\): "x" is a name/,
				/Give the number of such a record/,
			],
			[
				'it is no text',
				{ contact: byName('={{ ({ a: 1 }) }}') },
				/Company \(contact\): .* is not text/,
				/single text/,
			],
		])('%s', async (_name, parameters, message, description) => {
			const result = await runNode(simulator(), parameters);
			expect(result.error?.message).toMatch(message);
			expect(result.error?.description).toMatch(description);
			expect(created(simulator())).toEqual([]);
		});

		it.each([
			['company is deleted', 'contact', 'Company 00200 AS', () => simulator().data.contacts],
			['person has left', 'person', '', () => simulator().data.persons],
		])('the %s', async (_name, parameter, name, records) => {
			const gone = [...records().seeds.values()].find(
				(one) => ('deleted' in one && one.deleted) || ('retired' in one && one.retired),
			);
			const { id } = gone ?? { id: 0 };
			const carrier = records().get(id);
			const wanted = name || String(carrier?.FullName);
			expect(carrier?.[parameter === 'contact' ? 'Name' : 'FullName']).toBe(wanted);
			const linkedRecords = { [parameter]: byName(wanted) };
			const result = await runNode(simulator(), { ...linkedRecords });
			expect(result.error?.message).toContain(`is named "${wanted}"`);
		});
	});

	it('is found, or found to be several, beyond the first page', async () => {
		const row = (personId: number, retired: boolean) => ({ personId, fullName: 'Same', retired });
		const gone = (count: number) =>
			Array.from({ length: count }, (_one, index) => row(index + 1, true));
		const run = async () => {
			const result = await runNode(simulator(), { person: byName('Same') });
			return result.error?.message ?? created(simulator());
		};
		simulator().answerNext({ body: { value: gone(50) } }, { body: { value: [row(20, false)] } });
		expect(await run()).toEqual([{ Person: { PersonId: 20 } }]);
		simulator().reset();
		const first = [...gone(49), row(50, false)];
		simulator().answerNext({ body: { value: first } }, { body: { value: [row(51, false)] } });
		expect(await run()).toMatch(/is the name of 2 persons: Same = ID 50; Same = ID 51/);
	});

	it('is composed as SuperOffice has it', async () => {
		const decomposed = 'Ærlig Østfold Åsgård'.normalize('NFD');
		const result = await runNode(simulator(), { contact: byName(decomposed) });
		expect(result.error).toBeUndefined();
		expect(lookups(simulator())[0].query.$filter).toBe("name is 'Ærlig Østfold Åsgård'");
	});

	it('costs one call per execution, not one per item', async () => {
		const owners = ['Sales Manager', 'Account Manager', 'Meeting Room Øst'];
		const items = Array.from({ length: 1000 }, (_one, item) => ({
			owner: owners[item % owners.length],
			company: `Company ${String(100 + (item % 40)).padStart(5, '0')} AS`,
		}));
		const linkedRecords = {
			associate: byName('={{ $json.owner }}'),
			contact: byName('={{ $json.company }}'),
		};
		const result = await runNode(simulator(), { ...linkedRecords }, { items });
		expect(result.error).toBeUndefined();
		expect(result.itemsOf(NEXT)).toHaveLength(1000);
		// The owners stand in one list; each company is a search of its own.
		expect(lookups(simulator()).map(({ path }) => path)).toHaveLength(1 + 40);
		expect(created(simulator())).toHaveLength(1000);
	}, 120_000);

	it('is not looked up again for items that fail by it, either', async () => {
		const items = Array.from({ length: 20 }, () => ({}));
		const linkedRecords = { contact: byName('No Such Company') };
		const onError = 'continueRegularOutput';
		const result = await runNode(simulator(), { ...linkedRecords }, { items, onError });
		expect(result.itemsOf(NEXT)).toHaveLength(20);
		expect(lookups(simulator()).length).toBeLessThanOrEqual(6);
	});

	it('is asked for again after a fault', async () => {
		simulator().answerNext({ status: 503, body: 'Busy' });
		const linkedRecords = { contact: byName('Fjord Shipping AS') };
		const run: Run = { items: [{}, {}], onError: 'continueRegularOutput' };
		const options = { concurrency: 1, maxTries: 1 };
		const result = await runNode(simulator(), { ...linkedRecords, options }, run);
		const [failed, succeeded] = result.itemsOf(NEXT).map(({ json }) => json);
		expect(failed.error).toMatch(
			/^SuperOffice is not available at the moment \(looking up companies\): /,
		);
		expect(failed.message).toMatch(/Item 0: Nothing was saved\. Run the item again later/);
		expect(succeeded).toMatchObject({ Contact: { ContactId: 1 } });
	});

	it('is never known from another credential or execution', async () => {
		const other = await startSimulator();
		const linkedRecords = { contact: byName('Fjord Shipping AS') };
		await runNode(simulator(), { ...linkedRecords });
		await runNode(other, { ...linkedRecords });
		await runNode(simulator(), { ...linkedRecords });
		expect([lookups(simulator()).length, lookups(other).length]).toEqual([2, 1]);
		await other.close();
	});

	it('is looked up with the login, and not at all after a refused one', async () => {
		const credential = { password: 'wrong' };
		const linkedRecords = { contact: byName('={{ $json.name }}') };
		const items = [{ name: 'A' }, { name: 'B' }];
		const onError = 'continueRegularOutput';
		await runNode(simulator(), { ...linkedRecords }, { credential, items, onError });
		expect(simulator().requests).toHaveLength(1);
		expect(simulator().requests[0].headers.authorization).toMatch(/^Basic /);
		expect(simulator().requests[0].headers.authorization).not.toContain(LOGIN.password);
	});
});
