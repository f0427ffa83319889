/* eslint-disable @n8n/community-nodes/no-restricted-imports -- tests of a server, never part of the package */
import { request, type IncomingHttpHeaders } from 'node:http';

import { sleep } from 'n8n-workflow';

import type { Faults } from './faults';
import { fates } from './draws';
import { LOGIN, startSimulator, type Simulator } from '../index';

const TITLE = 'Møte på Ærø 🗓';

/** What a client gets, as far as it gets it. */
interface Got {
	status: number | undefined;
	headers: IncomingHttpHeaders;
	/** The body as it came, piece by piece. */
	pieces: Buffer[];
	/** Code of the error that ended it. */
	error?: string;
}

const bytesOf = ({ pieces }: Got) => Buffer.concat(pieces);
const jsonOf = (got: Got) => JSON.parse(bytesOf(got).toString()) as Record<string, unknown>;

describe('faults of the simulator', () => {
	let simulator: Simulator;

	beforeAll(async () => (simulator = await startSimulator()));
	beforeEach(() => simulator.reset());
	afterAll(async () => await simulator.close());

	/** Asks on a connection of its own, as n8n does. */
	const send = async (method: string, path: string, body?: object): Promise<Got> =>
		await new Promise((resolve) => {
			const got: Got = { status: undefined, headers: {}, pieces: [] };
			const end = (error?: NodeJS.ErrnoException) => resolve({ ...got, error: error?.code });
			const auth = `${LOGIN.username}:${LOGIN.password}`;
			const headers = {
				'content-type': 'application/json',
				authorization: `Basic ${Buffer.from(auth).toString('base64')}`,
			};
			const url = `${simulator.baseUrl}/api/v1/${path}`;
			const asking = request(url, { method, headers, agent: false }, (response) => {
				Object.assign(got, { status: response.statusCode, headers: response.headers });
				response.on('data', (piece: Buffer) => got.pieces.push(piece));
				response.on('error', end);
				response.on('end', () => end());
			});
			asking.on('error', end);
			asking.end(body && JSON.stringify(body));
		});

	const post = async (Title = TITLE) => await send('POST', 'Appointment', { Title });
	const read = async () => await send('GET', 'Appointment/305');
	const created = () =>
		[...simulator.data.appointments.values()]
			.filter(({ AppointmentId }) => Number(AppointmentId) > 305)
			.map(({ Title }) => Title);

	/** Sends one after the other, and tells which of them were refused or cut. */
	const outcomes = async (count: number): Promise<string[]> => {
		const found: string[] = [];
		for (let at = 0; at < count; at++) {
			const { status, error } = await read();
			found.push(error ?? String(status));
		}
		return found;
	};

	/** Waits for what will soon be so. */
	const until = async (isSo: () => boolean) => {
		for (let time = 0; time < 1000 && !isSo(); time++) await sleep(5);
		expect(isSo()).toBe(true);
	};
	const underWay = async (count: number) => await until(() => simulator.load.inFlight === count);

	describe('that come before anything is done', () => {
		afterEach(() => {
			expect(created()).toEqual([]);
			expect(simulator.requests).toHaveLength(simulator.load.requests);
			for (const { body } of simulator.requests) expect(JSON.parse(body)).toEqual({ Title: TITLE });
		});

		it('refuse with 503, with and without a Retry-After', async () => {
			simulator.fail({ unavailable: 1 });
			const without = await post();
			expect(without.status).toBe(503);
			expect(without.headers).not.toHaveProperty('retry-after');
			simulator.fail({ unavailable: 1, retryAfter: 7 });
			expect(await post()).toMatchObject({ status: 503, headers: { 'retry-after': '7' } });
			expect(simulator.load.faults).toEqual({ unavailable: 2 });
		});

		it.each([
			['refuse with 502', { badGateway: 1 }, 502],
			['show the page of a proxy with 200', { html: 1 }, 200],
		])('%s', async (_name, faults: Faults, status) => {
			simulator.fail(faults);
			const got = await post();
			expect(got.status).toBe(status);
			expect(got.headers['content-type']).toContain('text/html');
			expect(bytesOf(got).toString()).toContain('<html>');
			expect(simulator.load.faults).toEqual(faults);
		});

		it('cut the connection', async () => {
			simulator.fail({ resetBefore: 1 });
			expect(await post()).toMatchObject({ status: undefined, error: 'ECONNRESET' });
			expect(simulator.load.faults).toEqual({ resetBefore: 1 });
		});
	});

	describe('that come after it is done', () => {
		it('cut the connection', async () => {
			simulator.fail({ resetAfter: 1 });
			expect(await post()).toMatchObject({ status: undefined, error: 'ECONNRESET' });
			expect(created()).toEqual([TITLE]);
			expect(simulator.load.faults).toEqual({ resetAfter: 1 });
		});

		it('cut it in the middle of the body, whose length and headers are those of the whole', async () => {
			const whole = await post();
			simulator.reset();
			simulator.fail({ truncated: 1 });
			const got = await post();
			expect(got).toMatchObject({ status: 200, error: 'ECONNRESET' });
			const length = Number(whole.headers['content-length']);
			expect(got.headers).toMatchObject({
				'content-length': String(length),
				'content-type': whole.headers['content-type'],
				date: expect.stringMatching(/GMT$/) as string,
			});
			expect(bytesOf(got)).toHaveLength(Math.floor(length / 2));
			expect(created()).toEqual([TITLE]);
			expect(simulator.load.faults).toEqual({ truncated: 1 });
		});

		it('send the body in pieces, none of it lost', async () => {
			simulator.fail({ slowLoris: { share: 1, pause: 5 } });
			const got = await post();
			expect(got).toMatchObject({ status: 200, error: undefined });
			expect(got.pieces.length).toBeGreaterThan(1);
			expect(jsonOf(got)).toMatchObject({ AppointmentId: 306, Title: TITLE });
			expect(created()).toEqual([TITLE]);
			expect(simulator.load.faults).toEqual({ slowLoris: 1 });
		});

		it.each<[string, Faults, Partial<Got>]>([
			['cut', { truncated: 1 }, { status: undefined, error: 'ECONNRESET' }],
			['leave alone', { slowLoris: { share: 1, pause: 1 } }, { status: 204, error: undefined }],
		])('%s an answer without a body', async (_name, faults, expected) => {
			simulator.fail(faults);
			expect(await send('DELETE', 'Appointment/305')).toMatchObject(expected);
			expect(simulator.data.appointments.get(305)).toBeUndefined();
		});
	});

	it.each<[string, Faults, Partial<Got>]>([
		['a cut', { late: { by: 'cut', after: 60 } }, { status: undefined, error: 'ECONNRESET' }],
		['a 503', { late: { by: 503, after: 60 }, retryAfter: 2 }, { status: 503 }],
	])('answer with %s at once what is done later', async (_name, faults, expected) => {
		simulator.fail(faults);
		const got = await post();
		expect(got).toMatchObject(expected);
		expect(got.headers?.['retry-after']).toBe(faults.retryAfter?.toString());
		expect(created()).toEqual([]);
		await until(() => created().length === 1);
	});

	describe('by shares', () => {
		const many = async (faults: Faults) => {
			simulator.fail(faults);
			return await outcomes(60);
		};
		const mixed: Faults = { unavailable: 0.2, badGateway: 0.2, resetAfter: 0.2 };

		it('happen alike for the same seed, and otherwise for another', async () => {
			const first = await many({ ...mixed, seed: 7 });
			expect(new Set(first)).toEqual(new Set(['200', '503', '502', 'ECONNRESET']));
			expect(await many({ ...mixed, seed: 7 })).toEqual(first);
			expect(await many({ ...mixed, seed: 8 })).not.toEqual(first);
		});

		it('are not shifted by another kind, nor by a latency', async () => {
			const alone = await many({ seed: 3, badGateway: 0.3 });
			const latency = { distribution: 'logNormal', median: 1, sigma: 0.5 } as const;
			const others = await many({ seed: 3, badGateway: 0.3, truncated: 0.4, latency });
			const where = (found: string[]) => found.map((one) => one === '502');
			expect(where(others)).toEqual(where(alone));
			expect(others).toContain('ECONNRESET');
		});

		it('happen as often as they are to, and are counted', async () => {
			const found = await many({ seed: 1, unavailable: 0.5 });
			const count = found.filter((one) => one === '503').length;
			expect(count).toBeGreaterThan(15);
			expect(count).toBeLessThan(45);
			expect(simulator.load).toEqual({
				requests: 60,
				inFlight: 0,
				highestInFlight: 1,
				refused: 0,
				faults: { unavailable: count },
			});
		});

		it('happen to chosen requests only, and are drawn for these alone', async () => {
			const isPost: Faults['only'] = ({ method, path }) =>
				method === 'POST' && path === '/api/v1/Appointment';
			const faults: Faults = { seed: 5, badGateway: 0.5, only: isPost };
			const posts = async (between: () => Promise<unknown>) => {
				simulator.fail(faults);
				const found: unknown[] = [];
				for (let at = 0; at < 20; at++) {
					await between();
					found.push((await post()).status);
				}
				return found;
			};
			const alone = await posts(async () => undefined);
			expect(new Set(alone)).toEqual(new Set([200, 502]));
			const others: unknown[] = [];
			expect(await posts(async () => others.push((await read()).status))).toEqual(alone);
			expect(others).toEqual(Array(20).fill(200));
		});
	});

	describe('of capacity', () => {
		/** Three are served, and the others come meanwhile. */
		const burst = async (more: object): Promise<Got[]> => {
			simulator.fail({ latency: 1500, capacity: { atOnce: 3, ...more } });
			const served = [post('A'), post('B'), post('C')];
			await underWay(3);
			const others = await Promise.all(['D', 'E', 'F', 'G'].map(post));
			expect(others.map(({ status }) => status)).toEqual(Array(4).fill(429));
			expect((await Promise.all(served)).map(({ status }) => status)).toEqual([200, 200, 200]);
			return others;
		};

		it('refuse with 429 what is too much, and nothing else', async () => {
			const others = await burst({});
			for (const { headers } of others) expect(headers).not.toHaveProperty('retry-after');
			expect(created().sort()).toEqual(['A', 'B', 'C']);
			const { inFlight, refused, faults } = simulator.load;
			expect({ inFlight, refused, faults }).toEqual({ inFlight: 0, refused: 4, faults: {} });
			simulator.fail({ capacity: { atOnce: 1 } });
			expect(await outcomes(3)).toEqual(['200', '200', '200']);
		});

		it('let as many in as there is room for when all come at once', async () => {
			simulator.fail({ latency: 1500, capacity: { atOnce: 3 } });
			const all = await Promise.all(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'].map(post));
			expect(all.filter(({ status }) => status === 200)).toHaveLength(3);
			expect(created()).toHaveLength(3);
			expect(simulator.load.refused).toBe(5);
		});

		it('have room for others than those that they are about', async () => {
			simulator.fail({ capacity: { atOnce: 1 }, only: ({ method }) => method === 'POST' });
			simulator.answerNext({ delay: 500 });
			const reading = read();
			await underWay(1);
			expect((await post()).status).toBe(200);
			expect((await reading).status).toBe(200);
		});

		it('say when to come again, in seconds', async () => {
			const others = await burst({ retryAfter: 4 });
			for (const { headers } of others) expect(headers['retry-after']).toBe('4');
		});

		it('say when to come again, as a date', async () => {
			simulator.data.now = () => Date.parse('2026-09-07T08:00:00.300Z');
			const others = await burst({ retryAfter: 4, form: 'date' });
			for (const { headers } of others) {
				expect(headers['retry-after']).toBe('Mon, 07 Sep 2026 08:00:05 GMT');
			}
		});
	});

	describe('of latency', () => {
		const pauses = (latency: Faults['latency']) => {
			const draw = fates(1);
			return Array.from({ length: 999 }, () => draw({ latency }).pause).sort((a, b) => a - b);
		};

		it('are as long as they are to be', () => {
			expect(new Set(pauses(20))).toEqual(new Set([20]));
			const uniform = pauses({ distribution: 'uniform', from: 10, to: 30 });
			expect([uniform[0], uniform[499], uniform[998]].map(Math.round)).toEqual([10, 20, 30]);
			const sorted = pauses({ distribution: 'logNormal', median: 100, sigma: 0.5 });
			// A standard deviation on either side lie 68 % of the logarithms.
			const [low, median, high] = [158, 499, 840].map((at) => Math.log(sorted[at] / 100) / 0.5);
			expect(low).toBeCloseTo(-1, 0);
			expect(median).toBeCloseTo(0, 0);
			expect(high).toBeCloseTo(1, 0);
		});

		it('are passed by each request for itself, which is under way all the time', async () => {
			const latency = { distribution: 'uniform', from: 0, to: 2000 } as const;
			const slowThenQuick = (seed: number) => {
				const draw = fates(seed);
				return draw({ latency }).pause > 1800 && draw({ latency }).pause < 200;
			};
			const seed = Array.from({ length: 1000 }, (_one, at) => at).find(slowThenQuick);
			simulator.fail({ seed, latency });
			const answered: string[] = [];
			const sendFirst = post('A').then(() => answered.push('A'));
			await underWay(1);
			await post('B').then(() => answered.push('B'));
			await underWay(1);
			await sendFirst;
			expect(answered).toEqual(['B', 'A']);
			expect(simulator.load).toMatchObject({ inFlight: 0, highestInFlight: 2 });
		});

		it('do not keep what is done from those who go away', async () => {
			simulator.fail({ latency: 300 });
			const signal = AbortSignal.timeout(100);
			const headers = { Authorization: `SOTicket ${LOGIN.ticket}` };
			const init = { method: 'POST', headers: { ...headers, 'Content-Type': 'application/json' } };
			const url = `${simulator.baseUrl}/api/v1/Appointment`;
			const gone = fetch(url, { ...init, body: '{"Title":"Gone"}', signal });
			await expect(gone).rejects.toThrow(/timeout/);
			await until(() => created().includes('Gone'));
			await underWay(0);
		});
	});

	describe('of logins', () => {
		it('refuse them with 401 after so many requests, until they are renewed', async () => {
			simulator.fail({ loginEndsAfter: 2 });
			expect(await outcomes(4)).toEqual(['200', '200', '401', '401']);
			expect((await post()).status).toBe(401);
			expect(created()).toEqual([]);
			simulator.renewLogin();
			expect(await outcomes(3)).toEqual(['200', '200', '200']);
			expect(simulator.load.faults).toEqual({ loginEndsAfter: 1 });
		});

		it.each<[string, () => void]>([
			['other faults', () => simulator.fail({})],
			['a reset', () => simulator.reset()],
		])('are over with %s', async (_name, end) => {
			simulator.fail({ loginEndsAfter: 0 });
			expect(await outcomes(1)).toEqual(['401']);
			end();
			expect(await outcomes(1)).toEqual(['200']);
		});
	});

	it('are over after a reset, with their counts', async () => {
		simulator.fail({ unavailable: 1 });
		await read();
		simulator.reset();
		const nothing = { requests: 0, inFlight: 0, highestInFlight: 0, refused: 0, faults: {} };
		expect(simulator.load).toEqual(nothing);
		expect(await outcomes(2)).toEqual(['200', '200']);
	});

	it('can do without records of the requests, which are counted', async () => {
		simulator.recording = false;
		await outcomes(3);
		expect(simulator.requests).toEqual([]);
		expect(simulator.load.requests).toBe(3);
		simulator.reset();
		await outcomes(1);
		expect(simulator.requests).toEqual([]);
		simulator.recording = true;
		await outcomes(1);
		expect(simulator.requests).toHaveLength(1);
	});
});
