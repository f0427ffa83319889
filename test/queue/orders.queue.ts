/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- ends a worker, never part of the package */
import { readFileSync } from 'node:fs';
import { sleep } from 'n8n-workflow';

import { Client } from '../e2e/client';
import { major, startRunningOnline } from '../e2e/running';
import { asked, EXCHANGE_PATH } from '../nodes/shared/transport/online/logins';
import type { Recorded } from '../simulator';
import type { Online } from '../simulator/online';
import { workers } from './running';
import { Shop, type Outcome } from './shop';

/*
 * Orders are posted to n8n in queue mode, whose two workers make an appointment of each. One of them is
 * killed in the middle, and the system user's ticket ends once.
 *
 * What is promised: an order that is run again, by whomever, is there once. Each run looks for the
 * order's key before it creates it, and so finds what an earlier one has done. Workers share the ticket
 * that n8n stores, and each signs in by itself where that has ended.
 *
 * What is not promised: that n8n ends what a killed worker has begun. It notices after a minute or two,
 * by its own defaults. n8n 1 then runs these executions once more (QUEUE_WORKER_MAX_STALLED_COUNT is 1).
 * n8n 2 never does: it lists them as failed, and keeps nothing of the orders that they were about, so
 * that its Retry fails as well. Whoever has sent the orders has to compare, and to post again what did
 * not succeed. Nor are two runs of one order kept apart that two workers have under way at once.
 */

/** 2,000 take minutes. */
const COUNT = Number(process.env.QUEUE_ORDERS ?? 300);

const orders = Array.from({ length: COUNT }, (_, index) => `order-${index}`);

/** One more than the surviving worker can be waiting for. */
const UNANSWERED = 11;

const isCreate = ({ method, path }: Pick<Recorded, 'method' | 'path'>) =>
	method === 'POST' && path === '/api/v1/Appointment';

const isSuccess = ({ status }: Outcome) => status === 'success';

let online: Online;
/** After each was posted: what n8n lists as failed, and what it has kept of that. */
let listed: string[];
let failed: Outcome[];
/** Those that no execution had made an appointment of by then. */
let lost: string[];
/** What has succeeded after the lost ones were posted again. */
let done: Outcome[];

const created = () =>
	[...online.service.data.appointments.values()].filter(({ Title }) =>
		String(Title).startsWith('order-'),
	);

async function until(isSo: () => boolean): Promise<void> {
	while (!isSo()) await sleep(10);
}

/** Ends the ticket, then a worker while it waits for answers to what SuperOffice has done already. */
async function disturb(): Promise<void> {
	const { service } = online;
	const before = service.data.appointments.size;
	const createdSo = (count: number) => service.data.appointments.size - before >= count;
	await until(() => createdSo(orders.length / 4));
	online.expireTickets();
	await until(() => createdSo(orders.length / 2));
	// Ten seconds for each answer, far longer than it takes until so many are due.
	service.fail({ slowLoris: { share: 1, pause: 500 }, only: isCreate });
	const soFar = service.data.appointments.size - before;
	await until(() => createdSo(soFar + UNANSWERED));
	process.kill(workers[0].pid, 'SIGKILL');
	service.fail({});
}

beforeAll(async () => {
	online = await startRunningOnline();
	const client = new Client(process.env.E2E_URL ?? '', major);
	await client.signIn();
	const shop = await Shop.open(client, online);
	await Promise.all([shop.send(orders), disturb()]);
	const first = await shop.outcomes();
	listed = await shop.listFailed();
	failed = first.filter((outcome) => !isSuccess(outcome));
	const succeeded = new Set(first.filter(isSuccess).map(({ order }) => order));
	lost = orders.filter((order) => !succeeded.has(order));
	await shop.send(lost);
	done = (await shop.outcomes()).filter(isSuccess);
});

afterAll(async () => await online.close());

/** The requests about each order, in their order: whether they create it, or look for it. */
function requestsByOrder(): Map<string, boolean[]> {
	const all = new Map<string, boolean[]>();
	for (const request of online.service.requests) {
		const about = request.body + Object.values(request.query).join();
		const [order] = /order-\d+/.exec(about) ?? [];
		if (order) all.set(order, [...(all.get(order) ?? []), isCreate(request)]);
	}
	return all;
}

it('spreads the executions over the workers', () => {
	for (const { logFile } of workers) {
		expect(readFileSync(logFile, 'utf8')).toMatch(/Worker finished execution/);
	}
});

it('leaves the executions of a killed worker to n8n 2 as failed, and to n8n 1 to run again', () => {
	if (major === '1') return expect([listed, failed, lost]).toEqual([[], [], []]);
	expect(listed).toEqual(lost.map(() => 'error'));
	expect(failed).toEqual(lost.map(() => ({ status: 'error' })));
	expect(lost.length).toBeGreaterThan(0);
});

it('finds an order that was created, but never answered, when it is run again', () => {
	const foundAgain = [...requestsByOrder().values()].filter(
		(creates) => creates.includes(true) && creates.at(-1) === false,
	);
	expect(foundAgain.length).toBeGreaterThan(0);
});

it('creates each order once', () => {
	const titles = created().map(({ Title }) => String(Title));
	expect(titles.sort()).toEqual([...orders].sort());
});

it('puts out what is stored, for each order', () => {
	const stored = new Map(
		created().map(({ AppointmentId, Title }) => [String(Title), { AppointmentId, Title }]),
	);
	expect(new Set(done.map(({ order }) => order))).toEqual(new Set(orders));
	for (const { order, output } of done) {
		const operation: unknown = expect.stringMatching(/^(created|found)$/);
		expect(output).toEqual({ ...stored.get(String(order)), operation });
	}
});

it('signs in once a worker, and once more after the ticket has ended', () => {
	// A worker that starts when no ticket is stored yet needs one; each that is refused with an ended one
	// gets another, once for all of its executions, and any worker takes what another has stored.
	const expiries = 1;
	const exchanges = asked(online, EXCHANGE_PATH).length;
	expect(exchanges).toBeGreaterThan(expiries);
	expect(exchanges).toBeLessThanOrEqual(workers.length * (1 + expiries));
});
