/* eslint-disable @n8n/community-nodes/no-restricted-globals -- reads the environment, never part of the package */
import countBy from 'lodash/countBy';
import type { IDataObject } from 'n8n-workflow';

import { newEngine, poll, useSimulator } from '../../support';
import { storedInstant } from '../../simulator/engine/dates';
import { randomNumbers } from '../../simulator/faults/draws';
import { eventIdOf, Tenant } from './tenant';

const simulator = useSimulator();

const MINUTE = 60;
const HOUR = 60 * MINUTE;

interface Course {
	/** When the tenant's clock starts. */
	start: number;
	/** Seconds between two polls, at least and at most. */
	between: [number, number];
	/** Changes between two polls. */
	changes: number;
	/** In which zone SuperOffice reads the dates of filters. */
	filterZone?: string;
}

/** `npm run test:long` takes 50; what is drawn then differs from run to run. */
const POLLS = Number(process.env.COURSE_POLLS ?? 10);
const SEED = Number(process.env.COURSE_SEED ?? 1);

const draw = randomNumbers(SEED);

/** A whole number from the one to the other, both included. */
const random = (from: number, to: number) => from + Math.floor(draw() * (to - from + 1));

/** So many of a list, each at most once. */
function sample<T>(list: T[], count: number): T[] {
	const rest = [...list];
	const size = Math.min(count, rest.length);
	return Array.from({ length: size }, () => rest.splice(random(0, rest.length - 1), 1)[0]);
}

/** n8n's server around the trigger: it stores static data only with an execution that it starts. */
class Server {
	private memory: IDataObject = {};

	private stored = '{}';

	/** All items that have started an execution. */
	readonly items: IDataObject[] = [];

	/** What activating does at once, and the timer later. */
	async poll(): Promise<void> {
		const { items, staticData, error } = await poll(simulator(), {}, this.memory);
		expect(error).toBeUndefined();
		this.memory = staticData;
		if (!items) return;
		this.stored = JSON.stringify(staticData);
		this.items.push(...items.map(({ json }) => json));
	}

	async activate(): Promise<void> {
		await this.poll();
		this.stored = JSON.stringify(this.memory);
	}

	/** What n8n has in memory alone is gone. */
	restart(isProcess: boolean): void {
		this.memory = JSON.parse(this.stored) as IDataObject;
		if (isProcess) newEngine();
	}
}

/** Changes a tenant while it is polled, and compares what has come out with what was done. */
async function runThrough({ start, between, changes, filterZone }: Course) {
	const tenant = new Tenant(simulator(), start);
	simulator().data.filterZone = filterZone;
	simulator().recording = false;
	const server = new Server();
	/** The last state that each event tells of: a number that every change puts where items show it. */
	const done = new Map<string, number>();
	let state = 0;
	const stamp = () => ({ Sale: { SaleId: (state += 1) } });
	const existing = Array.from({ length: 2000 }, () => tenant.create(400 * 24 * HOUR).id);
	/** Appointments by the poll before which they were last changed: twice between two would be once. */
	const lastChanged = new Map<number, number>();
	let round = 0;

	function pick(count: number): number[] {
		const rested = [...existing].filter((id) => (lastChanged.get(id) ?? -9) < round - 1);
		const picked = sample(rested, count);
		for (const id of picked) lastChanged.set(id, round);
		return picked;
	}
	function create(ago: number): number {
		const { id, eventId } = tenant.create(ago, stamp());
		done.set(eventId, state);
		existing.push(id);
		lastChanged.set(id, round);
		return id;
	}
	const update = (id: number, ago: number) => void done.set(tenant.update(id, ago, stamp()), state);
	/** From so many seconds ago on backwards, the first second that an appointment was not updated in. */
	function freeSecond(id: number, ago: number): number {
		const eventId = eventIdOf('changed', id, storedInstant(tenant.now - ago * 1000));
		return done.has(eventId) ? freeSecond(id, ago + 1) : ago;
	}
	function change(count: number, ago: () => number): void {
		const created = Math.floor(count / 3);
		for (let one = 0; one < created; one++) create(ago());
		// What has come out already and is updated again within its second cannot be told apart.
		for (const id of pick(count - created)) update(id, freeSecond(id, ago()));
	}

	await server.activate();
	for (round = 1; round <= POLLS; round++) {
		const step = random(...between);
		tenant.pass(step);
		change(Math.floor(changes * 0.7), () => random(0, step - 1));
		// Saved in a transaction that took its time: older than much of what has come out already.
		change(Math.floor(changes * 0.1), () => random(0, 90 * MINUTE));
		// Updated before anybody has seen it: once, as created.
		tenant.update(create(random(10, 20)), 8);
		// In the second of the poll, and once more within it afterwards.
		const twice = pick(5);
		for (const id of twice) update(id, 0);
		let calls = 0;
		const meanwhile = () => {
			calls += 1;
			if (calls <= 4) change(Math.ceil(changes * 0.05), () => 0);
			return false;
		};
		simulator().fail({ unavailable: 1, only: meanwhile });
		await server.poll();
		simulator().fail({});
		expect(calls).toBeGreaterThan(1);
		for (const id of twice) update(id, 0);
		// A server's clock is set right, back by less than anybody would notice.
		if (round % 10 === 5) tenant.pass(-MINUTE / 2);
		if (round % 3 === 0) server.restart(round % 9 === 0);
	}
	tenant.pass(MINUTE);
	await server.poll();
	const times = countBy(server.items, 'eventId');
	return {
		done: done.size,
		missing: [...done.keys()].filter((event) => !(event in times)),
		doubled: Object.keys(times).filter((event) => times[event] > 1),
		unheardOf: Object.keys(times).filter((event) => !done.has(event)),
		tooEarly: server.items.filter(({ eventId, SaleId }) => done.get(String(eventId)) !== SaleId),
	};
}

/** Milliseconds after which a course hangs. */
const A_LONG_TIME = 1_200_000;

const EXACT = { missing: [], doubled: [], unheardOf: [], tooEarly: [] };
const here = new Date();

it(
	`gives each change once in ${POLLS} polls, with restarts, across the end of summer time (seed ${SEED})`,
	async () => {
		const result = await runThrough({
			start: Date.parse('2026-10-23T22:10:00Z'),
			between: [61, 2 * HOUR],
			changes: 200,
		});
		expect(result).toMatchObject(EXACT);
		expect(result.done).toBeGreaterThan(200 * POLLS);
	},
	A_LONG_TIME,
);

it.each<[string, Partial<Course>]>([
	['whose clock is hours ahead of n8n', { start: +here + 5 * HOUR * 1000 }],
	['whose clock is hours behind n8n', { start: +here - 7 * HOUR * 1000 }],
	['at the beginning of summer time', { start: Date.parse('2027-03-28T00:20:00Z') }],
	['whose filters are read far in the west', { filterZone: 'Etc/GMT+12' }],
	['whose filters are read far in the east', { filterZone: 'Pacific/Kiritimati' }],
])(
	`gives each change once of a tenant %s (seed ${SEED})`,
	async (_name, course) => {
		const all = {
			start: Date.parse('2026-06-01T11:59:30Z'),
			between: [61, 120] as [number, number],
		};
		const result = await runThrough({ ...all, changes: 40, ...course });
		expect(result).toMatchObject(EXACT);
		expect(result.done).toBeGreaterThan(40 * POLLS);
	},
	A_LONG_TIME,
);
