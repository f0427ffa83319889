/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a test's own server, never part of the package */
import { connect, createServer, type AddressInfo } from 'node:net';

import { sleep } from 'n8n-workflow';

import { byId, NEXT, QUICK, runNode, searchList, useSimulator, type Run } from '../../../support';
import type { Simulator } from '../../../simulator';

/** A date some seconds ahead, as HTTP writes it. */
const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000).toUTCString();

/** Milliseconds of the world that are so many seconds for a quick engine. */
const seconds = (count: number) => (count * 1000) / Number(QUICK.N8N_ENGINE_SPEED);

/** What tests do with a simulator. */
const requestsTo = (simulator: () => Simulator) => ({
	count: () => simulator().requests.length,
	create: async (options: object = {}, run: Run = {}) =>
		await runNode(simulator(), { title: 'A', options }, run),
	get: async (options: object = {}, run: Run = {}) =>
		await runNode(simulator(), { operation: 'get', appointmentId: byId(305), options }, run),
	titles: () => [...simulator().data.appointments.values()].map(({ Title }) => Title),
});

describe('a request that fails', () => {
	const simulator = useSimulator({}, QUICK);
	const { count, create, get, titles } = requestsTo(simulator);

	describe('as SuperOffice has not taken it', () => {
		it.each([
			['429 with seconds to wait', { status: 429, headers: { 'retry-after': '1' } }],
			['429 without a word', { status: 429 }],
			['429 with what cannot be read', { status: 429, headers: { 'retry-after': 'soon' } }],
			['503', { status: 503, body: 'Busy' }],
		])('is sent again after %s, and saved once', async (_name, scripted) => {
			simulator().answerNext(scripted);
			const result = await create();
			expect(result.error).toBeUndefined();
			expect(result.itemsOf(NEXT)[0].json.Title).toBe('A');
			expect(count()).toBe(2);
			expect(titles().filter((title) => title === 'A')).toHaveLength(1);
		});

		it('waits as long as it is asked to', async () => {
			simulator().answerNext({ status: 429, headers: { 'retry-after': '10' } });
			const start = Date.now();
			await create();
			expect(Date.now() - start).toBeGreaterThanOrEqual(seconds(10));
		});

		it('is sent as often as Max Tries says', async () => {
			const busy = { status: 429, headers: { 'retry-after': '0' } };
			simulator().answerNext(...Array<typeof busy>(9).fill(busy));
			const { error } = await create({ maxTries: 3 });
			expect(error?.message).toBe('SuperOffice is receiving too many requests');
			expect(count()).toBe(3);
		});

		it('is tried for as long as Max Retry Time says', async () => {
			simulator().fail({ unavailable: 1 });
			const { error } = await create({ maxTries: 20, maxRetryTime: 2 });
			expect(error?.message).toBe('SuperOffice is not available at the moment');
			expect(count()).toBeLessThan(4);
		});

		it('is given up at once where the wait would be longer than Max Retry Time, for all items', async () => {
			simulator().answerNext({ status: 429, headers: { 'retry-after': '3600' } });
			const run: Run = { items: [{}, {}, {}], onError: 'continueRegularOutput' };
			const result = await create({ maxRetryTime: 5 }, run);
			const errors = result.itemsOf(NEXT).map(({ json }) => String(json.message));
			expect(errors).toHaveLength(3);
			for (const error of errors) expect(error).toMatch(/HTTP 429, it asks to wait 3600 s/);
			expect(count()).toBe(1);
		});

		it('holds all others up as well', async () => {
			simulator().answerNext(undefined, { status: 429, headers: { 'retry-after': '20' } });
			const times: number[] = [];
			simulator().fail({ only: () => (times.push(Date.now()), false) });
			const result = await create(
				{ concurrency: 2 },
				{ items: Array(8).fill({}) as object[] as [] },
			);
			expect(result.error).toBeUndefined();
			expect(count()).toBe(9);
			// The two under way, then nothing until the wait is over.
			const gaps = times.slice(1).map((time, index) => time - times[index]);
			expect(gaps.filter((gap) => gap > 1500)).toHaveLength(1);
			expect(gaps.findIndex((gap) => gap > 1500)).toBeLessThan(3);
		});
	});

	describe('so that nobody knows what became of it', () => {
		const faults: Array<[string, object]> = [
			['502', { status: 502, body: 'Bad gateway' }],
			['504', { status: 504 }],
			['524', { status: 524 }],
			['a cut connection', { reset: true }],
		];

		it.each(faults)('is sent again after %s, if it only reads', async (_name, scripted) => {
			simulator().answerNext(scripted);
			const result = await get();
			expect(result.error).toBeUndefined();
			expect(result.itemsOf(NEXT)[0].json.AppointmentId).toBe(305);
			expect(count()).toBe(2);
		});

		it('is sent again after a time-out, if it only reads', async () => {
			simulator().answerNext({ delay: 3000 });
			const result = await get({ timeout: 5000 });
			expect(result.error).toBeUndefined();
			expect(count()).toBe(2);
		});

		it.each([...faults, ['500', { status: 500 }], ['a time-out', { delay: 3000 }]])(
			'is never sent again after %s, if it writes',
			async (_name, scripted) => {
				simulator().answerNext(scripted);
				const { error } = await create({ timeout: 10_000 });
				expect(error?.description).toMatch(/The change may have been made anyway/);
				expect(count()).toBe(1);
			},
		);

		it('says so of a body that breaks off, and of a page in its place', async () => {
			simulator().fail({ truncated: 1 });
			const broken = await create();
			expect(broken.error?.description).toMatch(/The change may have been made anyway/);
			simulator().fail({ html: 1 });
			const page = await create();
			expect(page.error?.description).toMatch(/The change may have been made anyway/);
			expect(count()).toBe(2);
		});

		it('is sent again once if it reads and SuperOffice failed', async () => {
			simulator().answerNext({ status: 500, body: { ErrorMessage: 'Deadlock' } });
			const result = await get();
			expect(result.error).toBeUndefined();
			expect(count()).toBe(2);
		});

		it('is not sent a third time if it reads and SuperOffice goes on failing', async () => {
			const failure = { status: 500, body: { ErrorMessage: 'Out of order' } };
			simulator().answerNext(failure, { status: 502 }, failure);
			const { error } = await get();
			expect(error?.message).toBe('SuperOffice failed: Out of order');
			expect(error?.description).toMatch(/^Nothing was saved/);
			expect(count()).toBe(3);
			simulator().answerNext(failure, failure);
			expect((await get()).error?.message).toBe('SuperOffice failed: Out of order');
			expect(count()).toBe(5);
		});

		it('is sent again once if it reads what a list of the form, or an agent, offers', async () => {
			const failure = { status: 500, body: {} };
			simulator().answerNext(failure);
			const { results } = await searchList(simulator(), {
				method: 'contact',
				path: 'contact',
			});
			expect(results.length).toBeGreaterThan(0);
			simulator().answerNext(failure);
			const dates = await runNode(simulator(), { operation: 'getDefaults' });
			expect(dates.error).toBeUndefined();
		});

		it('is not sent again after 500 where Max Tries is 1', async () => {
			simulator().answerNext({ status: 500, body: {} });
			expect((await get({ maxTries: 1 })).error).toBeDefined();
			expect(count()).toBe(1);
		});
	});
});

describe('a request that fails while the clock goes as usual', () => {
	const simulator = useSimulator();
	const { count, create, titles } = requestsTo(simulator);

	it('is sent again after 429 with a date to wait for, and saved once', async () => {
		simulator().answerNext({ status: 429, headers: { 'retry-after': inSeconds(2) } });
		const result = await create();
		expect(result.error).toBeUndefined();
		expect(result.itemsOf(NEXT)[0].json.Title).toBe('A');
		expect(count()).toBe(2);
		expect(titles().filter((title) => title === 'A')).toHaveLength(1);
	});

	it('is not waited for by each item once nobody was answered for Max Retry Time', async () => {
		simulator().fail({ unavailable: 1 });
		const run: Run = { items: Array(60).fill({}) as [], onError: 'continueRegularOutput' };
		const result = await create({ maxRetryTime: 3, maxTries: 3, concurrency: 4 }, run);
		const errors = result.itemsOf(NEXT).map(({ json }) => json.error);
		expect(errors).toEqual(Array(60).fill(expect.stringMatching(/is not available/)));
		expect(count()).toBeLessThan(20);
	});

	describe('as nobody listens', () => {
		/** An address that leads to the simulator once its door is open. */
		async function door() {
			const server = createServer((client) => {
				const { hostname, port } = new URL(simulator().baseUrl);
				const service = connect(Number(port), hostname);
				client.pipe(service).pipe(client);
			});
			const listen = async (port: number) =>
				await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
			await listen(0);
			const { port } = server.address() as AddressInfo;
			const close = async () => await new Promise((resolve) => server.close(resolve));
			await close();
			const baseUrl = `http://127.0.0.1:${port}/SuperOffice`;
			return { baseUrl, open: async () => await listen(port), close };
		}

		it('is sent once somebody does', async () => {
			const { baseUrl, open, close } = await door();
			const running = create({}, { items: [{}, {}, {}], credential: { baseUrl } });
			await sleep(500);
			await open();
			const result = await running;
			await close();
			expect(result.error).toBeUndefined();
			expect(count()).toBe(3);
		});

		it('says so in the end', async () => {
			const { baseUrl } = await door();
			const { error } = await create({ maxTries: 2 }, { credential: { baseUrl } });
			expect(error?.message).toMatch(/^The server refused the connection/);
			expect(error?.description).toMatch(/^Nothing was sent/);
		});
	});
});
