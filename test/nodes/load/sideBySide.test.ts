import type { IDataObject } from 'n8n-workflow';

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
		const result = await runNode(simulator(), { ...TITLE, linkedRecords }, { items });
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
			expect(done).toEqual(
				expect.arrayContaining(Array.from({ length: 20 }, (_one, item) => item)),
			);
			expect(done.length).toBeLessThanOrEqual(25);
			expect(error?.description).toMatch(/Done are the items 0 to 1?\d/);
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
				/Done are the items 0 to 1\. Item 3: SuperOffice did not find it/,
			);
		});
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
