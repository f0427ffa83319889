import { sleep, type IDataObject } from 'n8n-workflow';

import { NEXT, QUICK, runNode, useSimulator, type Run } from '../../../support';
import { startSimulator, type Faults, type Simulator } from '../../../simulator';
import { FOUR, MONDAY, MONDAYS } from '../../life';

const REFERENCE = 'SuperOffice:1';

const field = (value: string) => ({ __rl: true, mode: 'key', value });

const CHECK_FIRST = { keyField: field(REFERENCE) };

/** Milliseconds of the world that are so many seconds for the engine. */
const seconds = (count: number) => (count * 1000) / Number(QUICK.N8N_ENGINE_SPEED);

const simulator = useSimulator({}, QUICK);

// What is to be over in some seconds of a quick clock does not wait until all is loaded.
beforeAll(async () => await runNode(simulator(), {}));

const createdIn = ({ data }: Simulator) =>
	[...data.appointments.values()].filter(({ Title }) => /^Item/.test(String(Title)));
const postsTo = ({ requests }: Simulator) => requests.filter(({ method }) => method === 'POST');
const created = () => createdIn(simulator());
const posts = () => postsTo(simulator());

/** Does work with a simulator of its own, beside others: nearly all of its time is waiting. */
const alone =
	<Case extends unknown[]>(work: (own: Simulator, ...one: Case) => Promise<void>) =>
	async (...one: Case) => {
		const own = await startSimulator();
		await work(own, ...one).finally(async () => await own.close());
	};

const numbered = (count: number): IDataObject[] =>
	Array.from({ length: count }, (_one, index) => ({ title: `Item ${index}` }));

describe('an unknown outcome', () => {
	const create = async (parameters: object = {}, run: Run = {}, at = simulator()) =>
		await runNode(at, { title: '={{ $json.title }}', ...parameters }, run);
	// The look-up of a booking is a POST as well.
	const isPost = ({ method, path }: { method: string; path: string }) =>
		method === 'POST' && path.endsWith('/Appointment');

	describe('is reported', () => {
		it('for each item by itself; nothing is sent again, and nothing comes twice', async () => {
			simulator().fail({ seed: 3, resetAfter: 0.1, only: isPost });
			const run: Run = { items: numbered(100), onError: 'continueRegularOutput' };
			const result = await create({}, run);
			const uncertain = result.itemsOf(NEXT).filter(({ json }) => 'error' in json);
			expect(uncertain).toHaveLength(simulator().load.faults.resetAfter ?? 0);
			expect(uncertain.length).toBeGreaterThan(0);
			for (const { json } of uncertain) {
				expect(json.message).toMatch(/^Item \d+: The change may have been made anyway/);
			}
			expect(posts()).toHaveLength(100);
			expect(created()).toHaveLength(100);
		});
	});

	describe('is checked first', () => {
		it.each([
			['after it was saved', { resetAfter: 0.1 }],
			['in the middle of the answer', { truncated: 0.1 }],
		])(
			'where the connection is lost %s: each comes once',
			async (_name, faults) => {
				simulator().fail({ seed: 5, ...faults, only: isPost });
				const items = numbered(60);
				const result = await create(CHECK_FIRST, { items });
				expect(result.error?.message).toBeUndefined();
				const out = result.itemsOf(NEXT);
				expect(out.map(({ json }) => json.Title)).toEqual(items.map(({ title }) => title));
				expect(new Set(out.map(({ json }) => json.AppointmentId)).size).toBe(60);
				expect(created()).toHaveLength(60);
				const happened = Object.values(simulator().load.faults).reduce((sum, count) => sum + count);
				expect(happened).toBeGreaterThan(0);
			},
			60_000,
		);

		/** Answers, or none, while SuperOffice goes on and saves it so many seconds later. */
		const late = (after: number): Array<[string, Faults]> => [
			['a cut connection', { late: { by: 'cut', after: seconds(after) } }],
			['500', { late: { by: 500, after: seconds(after) } }],
			['502', { late: { by: 502, after: seconds(after) } }],
			["a balancer's 503", { late: { by: 503, after: seconds(after) } }],
			['504', { late: { by: 504, after: seconds(after) } }],
			['a time-out', { latency: seconds(20 + after) }],
		];

		it.concurrent.each([
			...late(12),
			['503 with Retry-After', { late: { by: 503, after: seconds(12) }, retryAfter: 1 }],
		] as Array<[string, Faults]>)(
			'for half a minute after %s, and comes once though SuperOffice saves it late',
			alone(async (own, _name, faults) => {
				own.fail({ ...faults, only: isPost });
				const options = { timeout: 20_000 };
				const result = await create({ ...CHECK_FIRST, options }, { items: numbered(2) }, own);
				expect(result.error?.message).toBeUndefined();
				expect(result.itemsOf(NEXT).map(({ json }) => json.Title)).toEqual(['Item 0', 'Item 1']);
				expect(postsTo(own)).toHaveLength(2);
				expect(createdIn(own)).toHaveLength(2);
			}),
		);

		it.concurrent.each(late(40))(
			'and not sent again after %s, where it is not there by then: the error says that it may come',
			alone(async (own, _name, faults) => {
				own.fail({ ...faults, only: isPost });
				const options = { timeout: 20_000, maxRetryTime: 5 };
				const run: Run = { items: numbered(2), onError: 'continueRegularOutput' };
				const result = await create({ ...CHECK_FIRST, options }, run, own);
				for (const { json } of result.itemsOf(NEXT)) {
					expect(json.message).toMatch(/It may have been saved anyway.* but it may still appear/);
				}
				for (let waited = 0; waited < 100 && createdIn(own).length < 2; waited++) await sleep(100);
				expect(postsTo(own)).toHaveLength(2);
				expect(createdIn(own)).toHaveLength(2);
			}),
		);

		it('and not sent again where the connection is lost before it was saved', async () => {
			simulator().fail({ seed: 5, resetBefore: 0.1, only: isPost });
			const run: Run = { items: numbered(60), onError: 'continueRegularOutput' };
			const result = await create(CHECK_FIRST, run);
			const failed = result.itemsOf(NEXT).filter(({ json }) => 'error' in json);
			expect(failed).toHaveLength(simulator().load.faults.resetBefore ?? 0);
			expect(failed.length).toBeGreaterThan(0);
			for (const { json } of failed) expect(json.message).toMatch(/but it may still appear/);
			expect(posts()).toHaveLength(60);
			expect(created()).toHaveLength(60 - failed.length);
		});

		it('and sent again where SuperOffice itself asks to come back, once it was looked for', async () => {
			const busy = { status: 503, headers: { 'retry-after': '5' } };
			simulator().answerNext(undefined, undefined, busy);
			const result = await create(CHECK_FIRST, { items: numbered(1) });
			expect(result.error?.message).toBeUndefined();
			expect(posts()).toHaveLength(2);
			expect(created()).toHaveLength(1);
		});

		it('before each repetition', async () => {
			const busy = { status: 429, headers: { 'retry-after': '1' } };
			simulator().answerNext(undefined, undefined, busy, undefined, busy);
			const result = await create(CHECK_FIRST, { items: numbered(1) });
			expect(result.error?.message).toBeUndefined();
			const methods = simulator().requests.map(({ method }) => method);
			expect(methods).toEqual(['GET', 'GET', 'POST', 'GET', 'POST', 'GET', 'POST']);
		});

		it('before each repetition, and what is refused as busy stays so where that fails', async () => {
			const busy = { status: 429, headers: { 'retry-after': '1' } };
			const lookup = { status: 403, body: { ErrorMessage: 'No right' } };
			simulator().answerNext(undefined, undefined, busy, lookup);
			const { error } = await create(CHECK_FIRST, { items: numbered(1) });
			expect(error?.message).toBe('SuperOffice is receiving too many requests');
			expect(error?.description).toMatch(/Nothing was saved/);
			expect(posts()).toHaveLength(1);
		});

		it('and comes out as it would have, whatever is selected', async () => {
			simulator().fail({ resetAfter: 1, only: isPost });
			const parameters = { ...CHECK_FIRST, output: 'selected', select: '=AppointmentId,Title' };
			const result = await create(parameters, { items: numbered(1) });
			const [{ AppointmentId }] = created();
			expect(result.itemsOf(NEXT)[0].json).toEqual({
				AppointmentId,
				Title: 'Item 0',
				operation: 'created',
			});
		});

		it('with a key of the execution and the item, that is not sent for another', async () => {
			const result = await create(CHECK_FIRST, { items: [{ title: 'Item' }, { title: 'Item' }] });
			const keys = posts().map(({ body }) => (JSON.parse(body) as IDataObject).CustomFields);
			const [first, second] = keys.map((one) => String((one as IDataObject)[REFERENCE]));
			expect(first).toMatch(/^[\da-f]{32}$/);
			expect(second).toMatch(/^[\da-f]{32}$/);
			expect(first).not.toBe(second);
			expect(result.itemsOf(NEXT)).toHaveLength(2);
			expect(created()).toHaveLength(2);
		});

		it('by a key that stays when n8n runs the node again, and that no other execution has', async () => {
			// The custom fields, and the look-up and the appointment of three items.
			simulator().answerNext(...Array<undefined>(6), { status: 400 });
			const run: Run = { items: numbered(3), retryOnFail: true };
			const options = { concurrency: 1 };
			const result = await create({ ...CHECK_FIRST, options }, run);
			expect(result.error?.message).toBeUndefined();
			expect(result.itemsOf(NEXT)).toHaveLength(3);
			expect(posts()).toHaveLength(4);
			expect(created()).toHaveLength(3);
			await create({ ...CHECK_FIRST, options }, { ...run, circumstances: { executionId: '2' } });
			expect(created()).toHaveLength(6);
		});

		it('by what an item calls itself: it comes once, however often it is run', async () => {
			const parameters = { ...CHECK_FIRST, keyValue: '={{ $json.order }}' };
			const items = [
				{ title: 'Item', order: 'A-1' },
				{ title: 'Item', order: 'A-2' },
				{ title: 'Item', order: 'A-1' },
			];
			const [one, two] = [await create(parameters, { items }), await create(parameters, { items })];
			const ids = one.itemsOf(NEXT).map(({ json }) => json.AppointmentId);
			expect(ids[2]).toBe(ids[0]);
			expect(two.itemsOf(NEXT).map(({ json }) => json.AppointmentId)).toEqual(ids);
			expect(created()).toHaveLength(2);
		});

		it.each(['raw', 'simplified'])('for copies of one that has its own key, %s', async (output) => {
			const [{ json }] = (
				await create({ ...CHECK_FIRST, output, keyValue: 'K' }, { items: numbered(1) })
			).itemsOf(NEXT);
			const copy = { ...CHECK_FIRST, title: undefined, specifyBody: 'autoMap' };
			const items = [json];
			for (const keyValue of ['', 'L', 'L']) {
				const result = await create({ ...copy, keyValue }, { items });
				expect(result.error?.message).toBeUndefined();
			}
			const keys = created().map(({ CustomFields }) => (CustomFields as IDataObject)[REFERENCE]);
			expect(keys).toEqual(['K', expect.stringMatching(/^[\da-f]{32}$/), 'L']);
		});

		it('but for what is no copy, and says something else', async () => {
			const items = [{ title: 'Item', customFields: { [REFERENCE]: 'K' } }];
			const auto = { ...CHECK_FIRST, title: undefined, specifyBody: 'autoMap', keyValue: 'L' };
			const { error } = await create(auto, { items });
			expect(error?.message).toMatch(/SuperOffice:1 is set to something else/);
			expect(posts()).toEqual([]);
		});

		it('by a number, which the item has to give', async () => {
			const numeric = { ...CHECK_FIRST, keyField: field('SuperOffice:2') };
			const { error } = await create(numeric, { items: numbered(1) });
			expect(error?.message).toMatch(
				/^Key Field \(options\.createOnce\.key\.keyField\): cannot hold the key/,
			);
			const result = await create({ ...numeric, keyValue: 4711 }, { items: numbered(1) });
			expect(result.error?.message).toBeUndefined();
			expect(created()[0].CustomFields).toMatchObject({ 'SuperOffice:2': '[I:4711]' });
		});

		it('together with what else is written as JSON', async () => {
			const jsonBody = '{ "title": "Item", "customFields": { "SuperOffice:2": "[I:3]" } }';
			const json = { title: undefined, specifyBody: 'json', jsonBody };
			const result = await create({ ...CHECK_FIRST, ...json, keyValue: 'K' });
			expect(result.error).toBeUndefined();
			expect(created()[0].CustomFields).toMatchObject({
				[REFERENCE]: 'K',
				'SuperOffice:2': '[I:3]',
			});
		});

		it.each([
			['a series', { ...MONDAYS, Title: 'Item' }],
			['a booking', { ...MONDAY, Title: 'Item', Participants: FOUR }],
		])('for %s as a whole', async (_name, entity) => {
			const json = { title: undefined, specifyBody: 'json', jsonBody: JSON.stringify(entity) };
			const parameters = { ...CHECK_FIRST, ...json };
			const whole = await create(parameters);
			expect(whole.error).toBeUndefined();
			const rows = created().length;
			expect(rows).toBeGreaterThan(1);
			simulator().reset();
			simulator().fail({ resetAfter: 1, only: isPost });
			const checked = await create(parameters);
			expect(checked.error?.message).toBeUndefined();
			expect(created()).toHaveLength(rows);
			const [a, b] = [whole, checked].map((result) => result.itemsOf(NEXT)[0].json.AppointmentId);
			expect(b).toBe(a);
		});

		it('before conflicts are, as it would conflict with itself', async () => {
			const { StartDate: startDate, EndDate: endDate } = MONDAY;
			const parameters = {
				...CHECK_FIRST,
				startDate,
				endDate,
				refuseConflicts: true,
				keyValue: 'K',
			};
			const run = { items: numbered(1) };
			await create(parameters, run);
			const again = await create(parameters, run);
			expect(again.error?.message).toBeUndefined();
			expect(created()).toHaveLength(1);
		});

		it('says so when it cannot be checked', async () => {
			simulator().fail({ resetAfter: 1, only: isPost });
			const lookup = { status: 403, body: { ErrorMessage: 'No right' } };
			simulator().answerNext(undefined, undefined, undefined, lookup);
			const { error } = await create(CHECK_FIRST, { items: numbered(1) });
			expect(error?.message).toBe(
				'SuperOffice does not allow this (looking up whether the appointment was saved, as the answer was lost): No right',
			);
			expect(error?.description).toMatch(/^The appointment may have been saved/);
		});

		it('says so when it stays unknown', async () => {
			simulator().fail({ resetBefore: 1, only: isPost });
			const { error } = await create(CHECK_FIRST, { items: numbered(1) });
			expect(error?.message).toMatch(/^The connection was cut/);
			expect(error?.description).toMatch(/It may have been saved anyway/);
			expect(posts()).toHaveLength(1);
		});

		it.each<[string, object, RegExp]>([
			[
				'without a field',
				{ keyField: field('') },
				/^Key Field \(options\.createOnce\.key\.keyField\): is empty/,
			],
			[
				'without such a field',
				{ keyField: field('SuperOffice:99') },
				/no custom field has the key or label/,
			],
			['in an extra field', { keyField: field('x_reference') }, /is an extra field/],
			[
				'by what no filter can hold',
				{ keyValue: 'A\nB' },
				/^Key Value \(options\.createOnce\.key\.keyValue\): "A\\nB" holds a line break/,
			],
			['in a field that is too short', { keyField: field('SuperOffice:8') }, /has 32 characters/],
			[
				'in a field that says something else',
				{
					customFields: { entry: [{ key: REFERENCE, value: 'B' }] },
					keyValue: 'A',
				},
				/SuperOffice:1 is set to something else/,
			],
		])('is refused %s, and nothing is sent', async (_name, parameters, message) => {
			const { error } = await create({ ...CHECK_FIRST, ...parameters }, { items: numbered(1) });
			expect(error?.message).toMatch(message);
			expect(posts()).toEqual([]);
		});
	});

	it('of creating or updating is checked by what it is matched by', async () => {
		simulator().fail({ seed: 2, resetAfter: 0.2, only: isPost });
		const parameters = {
			operation: 'upsert',
			matchBy: 'customField',
			matchField: field(REFERENCE),
			matchValue: '={{ $json.title }}',
		};
		const items = numbered(40);
		const result = await create(parameters, { items });
		expect(result.error?.message).toBeUndefined();
		expect(result.itemsOf(NEXT).map(({ json }) => json.operation)).toEqual(
			Array(40).fill('created'),
		);
		expect(created()).toHaveLength(40);
	}, 60_000);

	it('of creating or updating is awaited where SuperOffice saves it late', async () => {
		simulator().fail({ late: { by: 'cut', after: seconds(20) }, only: isPost });
		const parameters = {
			operation: 'upsert',
			matchBy: 'customField',
			matchField: field(REFERENCE),
			matchValue: '={{ $json.title }}',
		};
		const result = await create(parameters, { items: numbered(2) });
		expect(result.error?.message).toBeUndefined();
		expect(posts()).toHaveLength(2);
		expect(created()).toHaveLength(2);
	});
});
