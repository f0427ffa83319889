import { SuperOffice } from '../../../nodes/SuperOffice/SuperOffice.node';
import { byId, byName, searchList, useSimulator } from '../../support';

describe('the list of a locator', () => {
	const simulator = useSimulator();
	const search = async (
		method: string,
		path: string,
		filter = '',
		more: { paginationToken?: string; parameters?: object } = {},
	) => await searchList(simulator(), { method, path, filter, ...more });
	const namesOf = ({ results }: Awaited<ReturnType<typeof search>>) =>
		results.map(({ name }) => name);

	it('exists for every control that names one', () => {
		const { description, methods } = new SuperOffice();
		const named = JSON.stringify(description).matchAll(/"searchListMethod":"(\w+)"/g);
		const methodNames = new Set([...named].map(([, name]) => name));
		expect([...methodNames].sort()).toEqual(
			expect.arrayContaining(['contact', 'diaryOwner', 'linkTarget', 'person', 'visibleFor']),
		);
		expect(Object.keys(methods.listSearch)).toEqual(expect.arrayContaining([...methodNames]));
	});

	it('comes in pages that are in order and overlap nowhere', async () => {
		const path = 'contact';
		const first = await search('contact', path);
		const second = await search('contact', path, '', { paginationToken: first.paginationToken });
		expect(first.paginationToken).toBe('50');
		expect(second.paginationToken).toBe('100');
		expect(new Set([...first.results, ...second.results].map(({ value }) => value)).size).toBe(100);
		expect(simulator().requests[1].query.$orderBy).toBe('nameDepartment,contactId');
	});

	it('ends', async () => {
		const path = 'associate';
		let paginationToken: string | undefined;
		const ids: unknown[] = [];
		do {
			const page = await search('diaryOwner', path, '', { paginationToken });
			ids.push(...page.results.map(({ value }) => value));
			paginationToken = page.paginationToken;
		} while (paginationToken !== undefined);
		const all = [...simulator().data.associates.seeds.values()];
		const active = all.filter(({ deleted }) => !deleted);
		expect(active.length).toBeGreaterThan(480);
		expect(ids.sort()).toEqual(active.map(({ id }) => id).sort());
	});

	it.each([
		['contact', 'contact', 'shipping', 'Fjord Shipping AS', 1],
		['contact', 'contact', "l'or", "L'Oreal & Søn", 2],
		['contact', 'contact', '東京', '東京商事', 4],
		['contact', 'contact', 'backslash \\', 'Trailing backslash \\', 13],
		['contact', 'contact', '100%', '100% Fjord "AS"', 6],
		['project', 'additionalFields.project', 'fair', /^Spring Fair/, 1],
		['sale', 'additionalFields.sale', 'licenses', 'Ten Licenses (Nordlys Energi AS)', 2],
		['person', 'person', 'buyer 00025', 'Buyer 00025 (Company 00025 AS)', 250],
		['diaryOwner', 'associate', 'øst', 'Meeting Room Øst', 12],
		['task', 'additionalFields.task', 'phone', 'Phone call', 1],
		['priority', 'additionalFields.priority', 'high', 'High', 3],
		['timeZone', 'additionalFields.preferredTZLocation', 'utc', /UTC/, 1],
		['ticketCategory', 'category', 'ink', 'Support/Printers/Ink', 3],
		['ticketStatus', 'additionalFields.status', 'queue', 'In Queue', 7],
		['ticketType', 'additionalFields.ticketType', 'compl', 'Complaint', 2],
		['requestOwner', 'ownedBy', 'nobo', 'Unassigned (Nobody)', 0],
		['requestOwner', 'ownedBy', 'category', "By the Category's Rule", 2147483647],
		['requestOwner', 'ownedBy', 'account', 'Account Manager', 2],
		['mailbox', 'mailboxId', 'printers', /^printers@example\.com/, 2],
		['replyTemplate', 'sendEmail.replyTemplateId', 'thanks', 'Thanks for Your Request', 23],
		['request', 'ticketId', 'password', /^Password forgotten \(03\) \(3, /, 3],
		['request', 'ticketId', '#7', /^Invoice is wrong \(07\) \(7\)/, 7],
		['documentTemplate', 'documentTemplate', 'agree', 'Agreement', 5],
		['document', 'documentId', 'offer', /^Offer/, 1],
	])('%s finds %s by "%s"', async (method, path, filter, name, value) => {
		const { results } = await search(method, path, filter);
		const found = results.find((one) => one.value === value);
		if (typeof name === 'string') expect(found?.name).toBe(name);
		else expect(found?.name).toMatch(name);
		expect(results.length).toBeLessThan(25);
	});

	it('does not take a search for a query', async () => {
		const { results } = await search('contact', 'contact', "' or contactId gt 0 or name begins '");
		expect(namesOf({ results })).toEqual(["a' or contactId gt 0 or name begins '"]);
	});

	it.each([
		['by ID', byId(3)],
		['from the list', { __rl: true, mode: 'list', value: 3 }],
		['by name', byName('Nordlys Energi AS')],
	])("offers the company's persons, the company chosen %s", async (_how, contact) => {
		const parameters = { contact };
		const { results } = await search('person', 'person', '', { parameters });
		expect(results.map(({ value }) => value).sort()).toEqual([30, 31]);
	});

	it("offers the persons of a participant's company", async () => {
		const participant = [{}, { personId: byId(''), additionalFields: { contactId: byId(2) } }];
		const parameters = { participants: { participant } };
		const path = 'participants.participant[1].personId';
		const { results } = await search('person', path, '', { parameters });
		expect(results.map(({ value }) => value).sort()).toEqual([20, 21]);
	});

	it("offers the persons of a stakeholder's company, and of a filter's", async () => {
		const stakeholder = [{ contactId: byId(2), personId: byId('') }];
		const rows = {
			...{ resource: 'sale', operation: 'addStakeholders' },
			stakeholders: { stakeholder },
		};
		const filters = { contact: byId(2), person: byId('') };
		for (const [path, parameters] of [
			['stakeholders.stakeholder[0].personId', rows],
			['filters.person', { resource: 'sale', operation: 'getAll', filters }],
		] as const) {
			const { results } = await search('person', path, '', { parameters });
			expect(results.map(({ value }) => value).sort()).toEqual([20, 21]);
		}
	});

	it('offers the stages of sales with their probabilities, and no status', async () => {
		const parameters = { resource: 'sale' };
		const found = await search('saleStage', 'rating', '', { parameters });
		expect(namesOf(found)).toEqual(
			expect.arrayContaining(['Lead (10%)', 'Proposal (50%)', 'Verbal Acceptance (90%)']),
		);
		expect(found.results.every(({ value }) => Number(value) > 0)).toBe(true);
	});

	it.each([
		['sale', 'Service Agreement (Fjord Shipping AS)'],
		['contact', 'Fjord Shipping AS'],
	])("offers a link's targets of the chosen kind, %s", async (entityName, name) => {
		const parameters = { links: { link: [{ entityName }] } };
		const found = await search(
			'linkTarget',
			'additionalFields.links.link[0].id',
			name.slice(0, 8),
			{
				parameters,
			},
		);
		expect(namesOf(found)).toContain(name);
	});

	it.each(['appointment', 'document', 'person', 'project', 'selection'])(
		'has targets of a link of the kind %s',
		async (entityName) => {
			const parameters = { links: { link: [{ entityName }] } };
			const found = await search('linkTarget', 'additionalFields.links.link[0].id', '', {
				parameters,
			});
			expect(found.results.length).toBeGreaterThan(0);
			for (const { name, value } of found.results)
				expect([typeof name, typeof value]).toEqual(['string', 'number']);
		},
	);

	it('goes on where a whole page is of those that have left', async () => {
		const row = (personId: number, retired: boolean) => ({ personId, fullName: 'Same', retired });
		const gone = Array.from({ length: 50 }, (_one, index) => row(index + 1, true));
		simulator().answerNext({ body: { value: gone } }, { body: { value: [row(51, false)] } });
		const { results, paginationToken } = await search('person', 'person', 'same');
		expect(results).toEqual([{ name: 'Same', value: 51 }]);
		expect(paginationToken).toBeUndefined();
	});

	it.each(['url', 'constructor'])(
		'says what to do for links of another kind: %s',
		async (entityName) => {
			const parameters = { links: { link: [{ entityName }] } };
			const asked = search('linkTarget', 'additionalFields.links.link[0].id', '', { parameters });
			await expect(asked).rejects.toMatchObject({
				message: `There is no list of records for "${entityName}"`,
				description: 'Enter the number of the record by ID.',
			});
		},
	);

	it('offers users or groups, as chosen', async () => {
		const search1 = async (visibility: string) => {
			const parameters = { visibleFor: { entry: [{ visibility }] } };
			const path = 'additionalFields.visibleFor.entry[0].visibleId';
			return namesOf(await search('visibleFor', path, '', { parameters }));
		};
		expect(await search1('Group')).toEqual(expect.arrayContaining(['Sales', 'Service']));
		const users = await search1('Associate');
		expect(users).toContain('Account Manager');
		expect(users).not.toContain('Meeting Room Fjord');
	});

	it('offers reasons as texts, without hidden and deleted ones', async () => {
		const { results } = await search('rejectReason', 'additionalFields.rejectReason');
		expect(results.length).toBeGreaterThan(1);
		for (const { name, value } of results) expect(value).toBe(name);
		const all = JSON.stringify(results);
		expect(all).not.toMatch(/US:|\[SR_/);
	});

	it("speaks the form's language, else English", async () => {
		const parameters = { options: { acceptLanguage: 'nb' } };
		const inNorwegian = await search('task', 'additionalFields.task', '', { parameters });
		const inEnglish = await search('task', 'additionalFields.task');
		expect(namesOf(inNorwegian)).toContain('Telefon');
		expect(namesOf(inEnglish)).toContain('Phone call');
	});

	it('loads in one call, and leaves out headings, hidden and deleted entries', async () => {
		const { results } = await search('task', 'additionalFields.task');
		expect(simulator().requests.map(({ path }) => path)).toEqual([
			'/api/v1/MDOList/task/selectable',
		]);
		expect(new Set(results.map(({ value }) => value)).size).toBe(results.length);
		const tasks = [...simulator().data.tasks.seeds.values()];
		const gone = tasks.filter(({ deleted, hidden }) => deleted || hidden);
		expect(gone.length).toBeGreaterThan(1);
		for (const { id } of gone) expect(results.map(({ value }) => value)).not.toContain(id);
	});

	it('shows what SuperOffice says, and no secret, when it fails', async () => {
		simulator().answerNext({
			status: 403,
			body: { ErrorMessage: 'No access to tester@example.com pässword:with,signs' },
		});
		await expect(search('contact', 'contact')).rejects.toMatchObject({
			message:
				'SuperOffice does not allow this (looking up companies): No access to tester@example.com ***',
		});
	});
});
