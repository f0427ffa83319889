import { sleep, type IDataObject } from 'n8n-workflow';

import { byId, NEXT, runNode, useSimulator, type Run } from '../../support';
import { MONDAY } from '../life';

const numbered = (count: number): IDataObject[] =>
	Array.from({ length: count }, (_one, index) => ({ title: `Item ${index}` }));

const TITLE = { title: '={{ $json.title }}' };

describe('items side by side', () => {
	const simulator = useSimulator();
	const create = async (options: object, run: Run) =>
		await runNode(simulator(), { ...TITLE, options }, run);
	const created = () =>
		[...simulator().data.appointments.values()].filter(({ Title }) => /^Item/.test(String(Title)));

	it.each([
		['as many as Concurrency says', { concurrency: 3 }, 3],
		['8 where it says nothing', {}, 8],
		['one after another with 1', { concurrency: 1 }, 1],
	])('are worked on, %s', async (_name, options, highest) => {
		simulator().fail({ latency: 30 });
		const result = await create(options, { items: numbered(40) });
		expect(result.error).toBeUndefined();
		expect(simulator().load.highestInFlight).toBe(highest);
		expect(created()).toHaveLength(40);
	});

	it.each([0, 21, 2.5, 'many'])('refuse %p as their number', async (concurrency) => {
		const { error } = await create({ concurrency }, { items: numbered(2) });
		expect(error?.message).toMatch(/^Concurrency \(options\.concurrency\): /);
		expect(simulator().requests).toEqual([]);
	});

	it('come out in their order, each paired with its own, whichever is answered first', async () => {
		simulator().fail({ seed: 4, latency: { distribution: 'uniform', from: 0, to: 60 } });
		const items = numbered(40);
		const result = await create({ concurrency: 10 }, { items });
		const out = result.itemsOf(NEXT);
		expect(out.map(({ json }) => json.Title)).toEqual(items.map(({ title }) => title));
		expect(out.map(({ pairedItem }) => pairedItem)).toEqual(items.map((_one, item) => ({ item })));
		const arrived = created().map(({ Title }) => Title);
		expect(arrived).not.toEqual(items.map(({ title }) => title));
	});

	it('try a wrong password once', async () => {
		const run: Run = { items: numbered(20), credential: { password: 'wrong' } };
		const result = await create({}, { ...run, onError: 'continueRegularOutput' });
		const errors = result.itemsOf(NEXT).map(({ json }) => json.error);
		expect(errors).toHaveLength(20);
		expect(new Set(errors).size).toBe(1);
		expect(errors[0]).toMatch(/^SuperOffice refused the login/);
		expect(simulator().requests).toHaveLength(1);
	});

	it('read a parameter with an expression for each of them, and a reference by its name once', async () => {
		const linkedRecords = { contact: { __rl: true, mode: 'name', value: 'Fjord Shipping AS' } };
		const items = numbered(10);
		const result = await runNode(simulator(), { ...TITLE, ...linkedRecords }, { items });
		const titles = result.itemsOf(NEXT).map(({ json }) => json.Title);
		expect(titles).toEqual(items.map(({ title }) => title));
		expect(result.decryptions).toBe(1);
		expect(simulator().requests.filter(({ method }) => method === 'GET')).toHaveLength(1);
	});

	describe('when one of them stops the node', () => {
		const items = numbered(100).map((item, index) => (index === 20 ? { title: { no: 1 } } : item));

		it('begin no more, finish what is under way, and say what is done', async () => {
			simulator().fail({ latency: 30 });
			const { error } = await create({ concurrency: 5 }, { items });
			expect(error?.message).toMatch(/^Title \(title\): /);
			expect(error?.context?.itemIndex).toBe(20);
			const done = created().map(({ Title }) => Number(String(Title).split(' ')[1]));
			// Two may have been ready, and are not sent any more.
			expect(done.filter((item) => item < 20).length).toBeGreaterThanOrEqual(18);
			expect(error?.description).toMatch(/Completed items: 0 to 1\d/);
			expect(done.length).toBeLessThanOrEqual(25);
		});

		it('send none of those that are ready, once SuperOffice has refused one', async () => {
			simulator().answerNext({ status: 400, body: { ErrorMessage: 'No' }, delay: 50 });
			const { error } = await create({}, { items: numbered(20) });
			expect(error?.context?.itemIndex).toBe(0);
			await sleep(100);
			expect(simulator().requests).toHaveLength(1);
		});

		it('end the waiting of others, which are not sent', async () => {
			simulator().answerNext({ status: 429, headers: { 'retry-after': '60' } });
			const run = { items: [{ title: 'Item 0' }, { title: { no: 1 } }] };
			const { error } = await create({}, run);
			expect(error?.context?.itemIndex).toBe(1);
			expect(error?.description).not.toMatch(/Item 0|Done/);
			expect(simulator().requests).toHaveLength(1);
		});

		it('do not let those behind it change the same appointment', async () => {
			simulator().answerNext({ status: 400, body: { ErrorMessage: 'No' }, delay: 50 });
			const parameters = { operation: 'update', appointmentId: byId(305), ...TITLE };
			const { error } = await runNode(simulator(), parameters, { items: numbered(3) });
			expect(error?.context?.itemIndex).toBe(0);
			expect(simulator().requests).toHaveLength(1);
		});

		it('let those end that have begun to change something', async () => {
			const lookup = 'GetKeyByValue';
			simulator().fail({ latency: 400, only: ({ path }) => path.endsWith(lookup) });
			const busy = { status: 503, headers: { 'retry-after': '1' } };
			// The first look-up, the first appointment and the second look-up, the key of the first.
			simulator().answerNext(undefined, undefined, undefined, busy);
			const parameters = {
				...TITLE,
				operation: 'upsert',
				matchBy: 'foreignKey',
				foreignApplication: 'Shop',
				foreignDevice: 'Production',
				foreignKeyName: 'order',
				foreignKeyValue: '={{ $json.order }}',
			};
			const items = [
				{ title: 'Item 0', order: 'A' },
				{ title: { no: 1 }, order: 'B' },
			];
			const { error } = await runNode(simulator(), parameters, { items });
			expect(error?.context?.itemIndex).toBe(1);
			expect(error?.description).toMatch(/Completed items: 0\./);
			const saved = simulator().requests.filter(({ path }) => path.endsWith('SaveForeignKey'));
			expect(saved).toHaveLength(2);
			expect(created()).toHaveLength(1);
		});

		it('tell what became of others that failed as well', async () => {
			simulator().fail({ latency: 100, only: ({ method }) => method === 'POST' });
			const jsonBody = '={{ $json.body }}';
			const bodies = [
				{ Title: 'A' },
				{ Contact: { ContactId: 9_999_999 } },
				{ Sale: { SaleId: 8_888_888 } },
			];
			const run = { items: [{ Title: 'First' }, ...bodies].map((body) => ({ body })) };
			const { error } = await runNode(simulator(), { specifyBody: 'json', jsonBody }, run);
			expect(error?.context?.itemIndex).toBe(2);
			expect(error?.description).toMatch(
				/Completed items: 0 to 1\. Item 3: SuperOffice did not find it/,
			);
		});
	});

	describe('when somebody cancels the execution', () => {
		it.each([
			['429, with a minute to wait', { status: 429, headers: { 'retry-after': '60' } }],
			['no answer for a minute', { delay: 60_000 }],
		])('end at once, though the answer is %s', async (_name, scripted) => {
			simulator().answerNext(scripted);
			const run: Run = { items: numbered(30), circumstances: { cancelAfter: 700 } };
			const result = await create({}, run);
			expect(result.itemsOf(NEXT)).toEqual([]);
			expect(simulator().requests).toHaveLength(1);
		});

		it('are begun no more', async () => {
			simulator().fail({ latency: 50 });
			const run: Run = { items: numbered(400), circumstances: { cancelAfter: 600 } };
			await create({ concurrency: 4 }, run);
			// What was on its way arrives.
			await sleep(500);
			const { length } = simulator().requests;
			expect(length).toBeLessThan(200);
			await sleep(500);
			expect(simulator().requests).toHaveLength(length);
		});
	});

	it('lower their number where the server takes fewer, and none is lost or doubled', async () => {
		simulator().fail({ latency: 20, capacity: { atOnce: 3, retryAfter: 1 } });
		const items = numbered(150);
		const result = await create({ concurrency: 16 }, { items });
		expect(result.error).toBeUndefined();
		expect(result.itemsOf(NEXT)).toHaveLength(150);
		expect(created()).toHaveLength(150);
		expect(simulator().load.refused).toBeLessThan(50);
	});

	it('go on after errors where the node is to', async () => {
		const items = numbered(30).map((item, index) =>
			index % 3 === 0 ? { title: { no: 1 } } : item,
		);
		const result = await create({}, { items, onError: 'continueRegularOutput' });
		const out = result.itemsOf(NEXT);
		expect(out.map(({ json }) => 'error' in json)).toEqual(
			items.map((_one, index) => index % 3 === 0),
		);
		expect(out.map(({ pairedItem }) => pairedItem)).toEqual(items.map((_one, item) => ({ item })));
	});

	describe('that are about the same appointment', () => {
		const other = () => {
			const { appointments } = simulator().data;
			appointments.set(306, { ...appointments.get(305), AppointmentId: 306 });
		};

		it('change it one after another, in their order', async () => {
			other();
			simulator().fail({ seed: 1, latency: { distribution: 'uniform', from: 0, to: 40 } });
			const items: IDataObject[] = numbered(20).map((item, index) => ({
				...item,
				id: index % 5 === 4 ? 306 : 305,
			}));
			const parameters = { operation: 'update', appointmentId: byId('={{ $json.id }}'), ...TITLE };
			const result = await runNode(simulator(), parameters, { items });
			expect(result.error).toBeUndefined();
			const patched = simulator()
				.requests.filter(({ method, path }) => method === 'PATCH' && path.endsWith('/305'))
				.map(({ body }) => (JSON.parse(body) as { Title: string }).Title);
			const wanted = items.filter(({ id }) => id === 305).map(({ title }) => title);
			expect(patched).toEqual(wanted);
			expect(simulator().data.appointments.get(305)?.Title).toBe('Item 18');
			expect(simulator().load.highestInFlight).toBeGreaterThan(1);
		});

		it.each([
			['text', 'SuperOffice:1', ['A-1', 'a-1 ', 'A-1']],
			['number', 'SuperOffice:2', ['7', '007', 7]],
		])('create it once, told by a %s', async (_kind, key, values) => {
			simulator().fail({ latency: 20 });
			const items = values.map((value) => ({
				value: typeof value === 'string' ? value.toUpperCase() : value,
			}));
			const parameters = {
				operation: 'upsert',
				matchBy: 'customField',
				matchField: { __rl: true, mode: 'key', value: key },
				matchValue: '={{ $json.value }}',
				title: 'Item',
			};
			const result = await runNode(simulator(), parameters, { items });
			expect(result.itemsOf(NEXT).map(({ json }) => json.operation)).toEqual([
				'created',
				'updated',
				'updated',
			]);
			expect(created()).toHaveLength(1);
		});

		it('are created once, told by a foreign key', async () => {
			simulator().fail({ latency: 20 });
			const parameters = {
				title: 'Item',
				operation: 'upsert',
				matchBy: 'foreignKey',
				foreignApplication: 'Shop',
				foreignDevice: 'Production',
				foreignKeyName: 'order',
				foreignKeyValue: 'A',
			};
			const result = await runNode(simulator(), parameters, { items: numbered(3) });
			const operations = result.itemsOf(NEXT).map(({ json }) => json.operation);
			expect(operations).toEqual(['created', 'updated', 'updated']);
		});

		it.each([
			['created or updated by its ID', { operation: 'upsert', appointmentId: byId(305), ...TITLE }],
			['saved over', { ...TITLE, appointmentId: 305 }],
		])('are %s in their order', async (_name, parameters) => {
			simulator().fail({ seed: 1, latency: { distribution: 'uniform', from: 0, to: 40 } });
			const items = numbered(12);
			const result = await runNode(simulator(), parameters, { items });
			expect(result.error).toBeUndefined();
			const saved = simulator().requests.map(({ body }) => (JSON.parse(body) as IDataObject).Title);
			expect(saved).toEqual(items.map(({ title }) => title));
		});

		it('get all the participants that are added to it', async () => {
			simulator().fail({ latency: 20 });
			const participants = { participant: [{ associateId: byId('={{ $json.id }}') }] };
			const parameters = { operation: 'addParticipants', appointmentId: byId(305), participants };
			const items = [{ id: 4 }, { id: 12 }, { id: 11 }];
			const result = await runNode(simulator(), parameters, { items });
			expect(result.error).toBeUndefined();
			const { Participants } = result.itemsOf(NEXT)[2].json as { Participants: IDataObject[] };
			expect(Participants.map(({ AssociateId }) => AssociateId)).toEqual([1, 4, 12, 11]);
		});

		it('book a free hour once', async () => {
			simulator().fail({ latency: 20 });
			const { StartDate, EndDate } = MONDAY;
			const parameters = {
				...TITLE,
				startDate: StartDate,
				endDate: EndDate,
				refuseConflicts: true,
			};
			const run: Run = { items: numbered(6), onError: 'continueRegularOutput' };
			const result = await runNode(simulator(), parameters, run);
			const errors = result.itemsOf(NEXT).map(({ json }) => json.error);
			expect(errors[0]).toBeUndefined();
			expect(errors.slice(1)).toEqual(
				Array(5).fill(expect.stringMatching(/conflicts on 2026-09-07/)),
			);
			expect(created()).toHaveLength(1);
		});
	});
});
