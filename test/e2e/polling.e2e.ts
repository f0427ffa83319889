/* eslint-disable @n8n/community-nodes/no-restricted-globals -- kills an n8n of the tests, never part of the package */
import { randomUUID } from 'node:crypto';

import { sleep, type IDataObject } from 'n8n-workflow';

import type { WorkflowFile } from '../engine';
import { Tenant } from '../nodes/SuperOfficePollingTrigger/tenant';
import type { Execution } from './client';
import { startN8n, type Server } from './n8n';
import { major } from './running';
import { openWorld, type World } from './world';

let server: Server;
let world: World;
let tenant: Tenant;
/** Milliseconds by which SuperOffice's clock is ahead of n8n's. */
let ahead: number;

/** Starts an n8n for the tests of a block. */
function useN8n(environment: Record<string, string> = {}): void {
	beforeAll(async () => {
		server = await startN8n(major, environment);
		world = await openWorld(server.url, major);
	});
	/** SuperOffice's clock is hours ahead of n8n's, and goes on with it. */
	beforeEach(() => {
		world.simulator.reset();
		ahead = 5 * 3_600_000;
		tenant = new Tenant(world.simulator, Date.now() + ahead);
		world.simulator.data.now = () => (tenant.now = Date.now() + ahead);
	});
	afterAll(async () => {
		await world?.close();
		await server?.stop();
	});
}

const TRIGGER = 'SuperOffice Polling Trigger';

const EVERY_MINUTE = [{ mode: 'everyMinute' }];
/** Each is once a minute, which is the most that n8n allows; all of them are every ten seconds. */
const EVERY_TEN_SECONDS = [0, 10, 20, 30, 40, 50].map((second) => ({
	mode: 'custom',
	cronExpression: `${second} * * * * *`,
}));

/** A workflow of the trigger, polled every minute by default, and a next node. */
function workflowWith(parameters: IDataObject): WorkflowFile {
	const around = { typeVersion: 1, position: [0, 0] as [number, number] };
	const all = { pollTimes: { item: EVERY_MINUTE }, fetchRecord: false, ...parameters };
	return {
		name: 'Appointments',
		nodes: [
			{
				...around,
				id: randomUUID(),
				name: TRIGGER,
				type: 'n8n-nodes-superoffice.superOfficePollingTrigger',
				parameters: all as WorkflowFile['nodes'][number]['parameters'],
				credentials: { superOfficeApi: { id: 'x', name: 'x' } },
			},
			{ ...around, id: randomUUID(), name: 'Next', type: 'n8n-nodes-base.noOp', parameters: {} },
		],
		connections: { [TRIGGER]: { main: [[{ node: 'Next', type: 'main', index: 0 }]] } },
	};
}

const importWorkflow = async (parameters: IDataObject = {}) =>
	(await world.client.importWorkflow(workflowWith(parameters), world.credentials)).id;

/** Lets the second of a change pass: until then no poll tells of it. */
function settle(): void {
	ahead += 6_500;
	world.simulator.data.now();
}

/** Waits for the first request of a poll that begins after an act. */
async function polled(act: () => Promise<void> = async () => {}): Promise<void> {
	world.simulator.requests.length = 0;
	await act();
	for (let tries = 0; world.simulator.requests.length === 0; tries++) {
		if (tries > 3000) throw new Error('n8n did not poll within five minutes');
		await sleep(100);
	}
}

/** Deactivates a workflow and activates it again, at which n8n polls. */
async function reactivate(id: string): Promise<void> {
	await world.client.deactivate(id);
	await world.client.activate(id);
}

/** Starts n8n again; it may answer before it has activated its workflows, and polled. */
const restart = async () => await polled(async () => await server.restart());

const eventsOf = (executions: Execution[]) =>
	executions.flatMap((execution) => execution.itemsOf('Next').map(({ json }) => json.eventId));

describe('in n8n as it is installed', () => {
	useN8n();

	describe('an active workflow', () => {
		it('starts once for each change, over restarts, and no more once it is deactivated', async () => {
			tenant.create(60);
			const id = await importWorkflow();
			await world.client.activate(id);
			const { eventId: created } = tenant.create();
			settle();
			await restart();
			expect(eventsOf(await world.client.executionsOf(id, 1))).toEqual([created]);
			const updated = tenant.update(305);
			settle();
			await reactivate(id);
			expect(eventsOf(await world.client.executionsOf(id, 2))).toEqual([created, updated]);
			await restart();
			await world.client.deactivate(id);
			tenant.create();
			expect(await world.client.executionsOf(id, 2)).toHaveLength(2);
		});

		it('is polled on schedule; a poll that fails is an execution that says so, and loses nothing', async () => {
			const id = await importWorkflow({ fetchRecord: true, output: 'simplified' });
			await world.client.activate(id);
			world.simulator.answerNext({ status: 403, body: { ErrorMessage: 'No right' } });
			const { eventId } = tenant.create(0, { Title: 'New' });
			await polled();
			settle();
			await world.client.executionsOf(id, 1);
			await reactivate(id);
			const [failed, good, ...more] = await world.client.executionsOf(id, 2);
			expect(failed.status).toBe('error');
			expect(failed.error?.message).toMatch(/No right/);
			expect(failed.error?.description).toMatch(
				/No change is lost: the next poll finds everything/,
			);
			expect(good.itemsOf('Next').map(({ json }) => json)).toEqual([
				expect.objectContaining({
					eventId,
					record: expect.objectContaining({ Title: 'New' }) as object,
				}),
			]);
			expect(more).toEqual([]);
			await world.client.deactivate(id);
		});

		it('starts for what was being found when n8n was killed', async () => {
			const id = await importWorkflow({ pollTimes: { item: EVERY_TEN_SECONDS } });
			await world.client.activate(id);
			// The poll that is killed has to find the change, and none before it.
			world.simulator.fail({ latency: 4_000 });
			const { eventId } = tenant.create();
			settle();
			await polled();
			await sleep(500);
			process.kill(server.pid, 'SIGKILL');
			world.simulator.fail({});
			await server.restart();
			expect(eventsOf(await world.client.executionsOf(id, 1))).toEqual([eventId]);
			await world.client.deactivate(id);
		});
	});

	describe('a test run', () => {
		it('gets the latest change, and does not move what is known', async () => {
			const id = await importWorkflow();
			await world.client.activate(id);
			const { eventId } = tenant.create();
			const staticData = async () =>
				(await world.client.call<IDataObject>('GET', `/workflows/${id}`)).staticData;
			const before = await staticData();
			expect(before).toMatchObject({ [`node:${TRIGGER}`]: { positions: {} } });
			const execution = await world.client.run(id);
			expect(execution.status).toBe('success');
			expect(eventsOf([execution])).toEqual([eventId]);
			expect(await staticData()).toEqual(before);
			await world.client.deactivate(id);
		});

		it('says so where there is none', async () => {
			const id = await importWorkflow({ events: ['activity.changed'] });
			const { status, error } = await world.client.run(id);
			expect(status).toBe('error');
			expect(error?.message).toBe('No appointment was updated that meets the filters');
		});
	});

	it('cannot be activated with an empty filter', async () => {
		const id = await importWorkflow({ filters: { owners: [] } });
		await expect(world.client.activate(id)).rejects.toThrow(/filters\.owners.*is empty/);
		expect(world.simulator.requests).toEqual([]);
		await world.client.deactivate(id).catch(() => undefined);
	});

	it("has a form that offers the tenant's companies, owners and tasks", async () => {
		const { superOfficeApi } = world.credentials;
		const question = { credentials: { superOfficeApi }, node: 'superOfficePollingTrigger' };
		const options = async (methodName: string, path: string) =>
			await world.client.options({ ...question, methodName, path });
		expect((await options('getOwners', 'filters.owners')).length).toBeGreaterThan(10);
		expect(await options('getTasks', 'filters.tasks')).toContainEqual({
			name: 'Meeting',
			value: 2,
		});
		const list = { ...question, methodName: 'contact', path: 'filters.contact' };
		expect((await world.client.searchList(list)).results.length).toBeGreaterThan(0);
	});
});

/** n8n 1 has none of them. */
const inPresentN8n = major === '1' ? describe.skip : describe;

inPresentN8n('in n8n with durable poll cursors', () => {
	useN8n({
		N8N_SCHEDULER_ENABLED: 'true',
		N8N_SCHEDULER_POLL_TRIGGERS_ENABLED: 'true',
		N8N_USE_WORKFLOW_PUBLICATION_SERVICE: 'true',
		N8N_POLLER_DURABLE_CURSORS_ENABLED: 'true',
	});

	it('starts once for each change, over restarts', async () => {
		const id = await importWorkflow({ pollTimes: { item: EVERY_TEN_SECONDS } });
		await world.client.activate(id);
		settle();
		// Of the poll at activation this n8n keeps nothing: watching begins with the first on schedule,
		// which has ended when the second begins.
		await polled();
		await polled();
		settle();
		const { eventId: created } = tenant.create();
		settle();
		await polled();
		expect(eventsOf(await world.client.executionsOf(id, 1))).toEqual([created]);
		await server.restart();
		const updated = tenant.update(305);
		settle();
		await polled();
		expect(eventsOf(await world.client.executionsOf(id, 2))).toEqual([created, updated]);
		await polled();
		await polled();
		expect(await world.client.executionsOf(id, 2)).toHaveLength(2);
		await world.client.deactivate(id);
	});
});
