import { createHmac, randomUUID } from 'node:crypto';

import { sleep, type IDataObject } from 'n8n-workflow';

import { delivered } from '../nodes/SuperOfficeTrigger/payloads';
import { AUTHORIZATION } from '../simulator/engine/service';
import type { Webhook } from '../simulator/webhooks/webhook';
import type { Execution } from './client';
import { startN8n, type Server } from './n8n';
import { major } from './running';
import { triggerWorkflow } from './triggerWorkflow';
import { openWorld, type World } from './world';

let server: Server;
let world: World;

beforeAll(async () => {
	server = await startN8n(major);
	world = await openWorld(server.url, major);
});
beforeEach(() => world.simulator.reset());
afterAll(async () => {
	await world?.close();
	await server?.stop();
});

const ACTIVITIES = ['activity.created', 'activity.deleted', 'activity.changed'];

const importWorkflow = async (parameters: IDataObject = {}) =>
	await world.client.importWorkflow(triggerWorkflow(parameters), world.credentials);

const webhooks = () => world.simulator.webhooks.registrations.map(({ webhook }) => webhook);

/** Does something while a workflow is active. */
async function whileActive(
	parameters: IDataObject,
	act: (id: string, webhook: Webhook) => Promise<void>,
): Promise<void> {
	const { id } = await importWorkflow(parameters);
	await world.client.activate(id);
	try {
		await act(id, webhooks()[0]);
	} finally {
		await world.client.deactivate(id);
	}
}

/** Adds a webhook to SuperOffice that is there already; it is not tried, as it is stopped. */
async function addWebhook(TargetUrl: string, more: object = {}): Promise<void> {
	const webhook = { Name: 'There', Events: ['sale.created'], Secret: 'lost', State: 'Stopped' };
	await world.simulator.webhooks.save('Default', { ...webhook, TargetUrl, ...more }, 0);
}

/** Calls the simulated SuperOffice as another client does. */
async function call(method: string, path: string, body?: object): Promise<IDataObject> {
	const answer = await fetch(`${world.simulator.baseUrl}/api/v1/${path}`, {
		method,
		headers: { Authorization: AUTHORIZATION, 'Content-Type': 'application/json' },
		body: body && JSON.stringify(body),
	});
	expect(answer.ok).toBe(true);
	return answer.status === 204 ? {} : ((await answer.json()) as IDataObject);
}

async function createAppointment(properties: object = {}): Promise<number> {
	const times = { StartDate: '2027-02-01T09:00:00Z', EndDate: '2027-02-01T10:00:00Z' };
	const { AppointmentId } = await call('POST', 'Appointment', { ...times, ...properties });
	return Number(AppointmentId);
}

/** What SuperOffice would send; headers that are undefined are left out. */
async function send(
	{ TargetUrl, Secret }: Webhook,
	body: string,
	headers: Record<string, string | undefined> = {},
): Promise<number> {
	const signature = createHmac('sha256', Secret ?? '')
		.update(body)
		.digest('base64');
	const all = {
		'Content-Type': 'application/json; charset=utf-8',
		'X-SuperOffice-Signature': signature,
		...headers,
	};
	const given = Object.entries(all).filter((one): one is [string, string] => one[1] !== undefined);
	const answer = await fetch(TargetUrl ?? '', { method: 'POST', headers: given, body });
	return answer.status;
}

/** Waits for what comes by itself, half a minute at most. */
async function eventually(isDone: () => boolean): Promise<void> {
	for (let tries = 0; tries < 150 && !isDone(); tries++) await sleep(200);
}

const eventWith = (EventId: string, more: object = {}) =>
	JSON.stringify(delivered('activity.changed', { EventId, ...more }));

const putOut = (executions: Execution[]) =>
	executions.flatMap((execution) => execution.itemsOf('Next').map(({ json }) => json));

const statuses = (executions: Execution[]) => executions.map(({ status }) => status);

describe('an active workflow', () => {
	it('starts for each change, also after n8n was restarted, and no more once it is deactivated', async () => {
		await addWebhook('https://elsewhere.example.com/hook');
		const [others] = webhooks();
		const { id, nodes } = await importWorkflow();
		await world.client.activate(id);
		expect(webhooks()).toEqual([
			others,
			expect.objectContaining({
				Name: 'n8n: Appointments',
				Events: ACTIVITIES,
				TargetUrl: `${server.url}/webhook/${nodes[0].webhookId}/webhook`,
				Secret: expect.stringMatching(/^[\w+/]{43}=$/) as string,
				State: 'Active',
			}),
		]);
		const appointment = await createAppointment();
		await world.simulator.webhooks.idle();
		await call('PATCH', `Appointment/${appointment}`, { Location: 'Oslo' });
		await world.simulator.webhooks.idle();
		await server.restart();
		await call('DELETE', `Appointment/${appointment}`);
		const executions = await world.client.executionsOf(id, 3);
		expect(statuses(executions)).toEqual(['success', 'success', 'success']);
		expect(putOut(executions)).toMatchObject([
			{ event: 'activity.created', AppointmentId: appointment, AssociateId: 1 },
			{
				event: 'activity.changed',
				AppointmentId: appointment,
				changedFields: ['AppointmentId', 'Location', 'UpdatedDate', 'UpdatedBy', 'updatedCount'],
			},
			{ event: 'activity.deleted', AppointmentId: appointment, changedBy: 1 },
		]);
		await world.client.deactivate(id);
		expect(webhooks()).toEqual([others]);
		await createAppointment();
		await world.simulator.webhooks.idle();
		expect(await world.client.executionsOf(id, 3)).toHaveLength(3);
	});

	it('finds its own webhook, starts it again, and signs with a secret that it knows', async () => {
		const { id, nodes } = await importWorkflow({ otherEvents: ['contact.created'] });
		const address = `${server.url}/webhook/${nodes[0].webhookId}/webhook`;
		await addWebhook(address);
		await addWebhook(address);
		webhooks()[0].State = 'TooManyErrors';
		await world.client.activate(id);
		expect(webhooks()).toEqual([
			expect.objectContaining({
				WebhookId: 1,
				Name: 'There',
				Events: [...ACTIVITIES, 'contact.created'],
				State: 'Active',
				TargetUrl: address,
			}),
		]);
		expect(webhooks()[0].Secret).not.toBe('lost');
		world.simulator.webhooks.raise({ name: 'contact.created', primaryKey: 3 });
		await world.simulator.webhooks.idle();
		expect(putOut(await world.client.executionsOf(id, 1))).toMatchObject([
			{ event: 'contact.created', entity: 'contact', id: 3 },
		]);
		await world.client.deactivate(id);
		expect(webhooks()).toEqual([]);
	});

	it('has another secret whenever it is activated, as that may be for another tenant', async () => {
		const { id } = await importWorkflow();
		const secrets: unknown[] = [];
		for (let times = 0; times < 2; times++) {
			await world.client.activate(id);
			secrets.push(webhooks()[0].Secret);
			await world.client.deactivate(id);
		}
		expect(secrets[0]).not.toBe(secrets[1]);
	});

	it('gets the appointment, for which SuperOffice does not wait', async () => {
		await whileActive({ fetchRecord: true, output: 'simplified' }, async (id) => {
			const { settings } = world.simulator.webhooks;
			settings.timeout = 2_000;
			const appointment = await createAppointment({ Title: 'Slow', Task: { TaskListItemId: 3 } });
			// The definitions of its custom fields come after it.
			world.simulator.answerNext(undefined, { delay: 4_000, body: [] });
			await world.simulator.webhooks.idle();
			const [{ tries }] = world.simulator.webhooks.deliveries;
			expect(tries.map(({ status }) => status)).toEqual([200]);
			expect(putOut(await world.client.executionsOf(id, 1))).toEqual([
				expect.objectContaining({
					AppointmentId: appointment,
					record: expect.objectContaining({ Title: 'Slow', TaskId: 3 }) as object,
				}),
			]);
		});
	});

	it('is not started by what its filters and settings leave out', async () => {
		const parameters = { filters: { owners: [2] }, organizerCopyOnly: true };
		await whileActive(parameters, async (id) => {
			world.simulator.data.addDocument({ Associate: { AssociateId: 2 } });
			await createAppointment({ Associate: { AssociateId: 3 } });
			const own = { Participants: [{ AssociateId: 2 }, { AssociateId: 3 }] };
			const meeting = await createAppointment(own);
			await world.simulator.webhooks.idle();
			expect(world.simulator.webhooks.deliveries.length).toBeGreaterThan(3);
			expect(putOut(await world.client.executionsOf(id, 1))).toEqual([
				expect.objectContaining({ AppointmentId: meeting, AssociateId: 2, MotherId: meeting }),
			]);
		});
	});
});

describe('a delivery', () => {
	it('starts nothing if it is unsigned, forged, malformed, or known already', async () => {
		await whileActive({}, async (id, webhook) => {
			const good = eventWith(randomUUID());
			const unsigned = { 'X-SuperOffice-Signature': undefined };
			const forged = { ...webhook, Secret: 'guessed' };
			expect(await send(webhook, good, unsigned)).toBe(401);
			expect(await send(webhook, good, { 'X-SuperOffice-Signature': '' })).toBe(401);
			expect(await send(forged, good)).toBe(401);
			expect(await send({ ...webhook, Secret: '' }, good, { 'X-Hook-Test': 'false' })).toBe(401);
			const marked = { 'X-Hook-Test': 'true', 'X-SuperOffice-Event': 'activity.changed' };
			expect(await send(forged, good, marked)).toBe(401);
			expect(await send(webhook, '{"Event":"activity.changed"')).toBe(422);
			expect(await send(webhook, '{"Event":', { 'Content-Type': 'text/plain' })).toBe(400);
			expect(await send(webhook, '["activity.changed"]')).toBe(400);
			expect(await send(webhook, good)).toBe(200);
			expect(await send(webhook, good)).toBe(200);
			expect(await send(webhook, good, { 'X-SuperOffice-Retry': '2' })).toBe(200);
			expect(await send(webhook, eventWith(randomUUID(), { PrimaryKey: 306 }))).toBe(200);
			const executions = await world.client.executionsOf(id, 2);
			const numbers = putOut(executions).map(({ AppointmentId }) => AppointmentId);
			// n8n 1 answers before it starts: the second may come first.
			expect(numbers.sort()).toEqual([305, 306]);
		});
	});

	it("of SuperOffice's test event is answered even unsigned, and starts nothing", async () => {
		await whileActive({}, async (id, webhook) => {
			const test = { EventId: randomUUID(), Event: 'test', PrimaryKey: 0, Entity: 'test' };
			const body = JSON.stringify(test);
			const marked = { 'X-Hook-Test': 'true', 'X-SuperOffice-Event': 'test' };
			const unsigned = { 'X-SuperOffice-Signature': undefined };
			expect(await send(webhook, body, { ...marked, ...unsigned })).toBe(200);
			expect(await send(webhook, body)).toBe(200);
			expect(await send(webhook, eventWith(randomUUID()))).toBe(200);
			expect(await world.client.executionsOf(id, 1)).toHaveLength(1);
		});
	});
});

describe('listening for a test event', () => {
	it('has a webhook of its own, beside that of the active workflow', async () => {
		await whileActive({}, async (id, webhook) => {
			expect(await world.client.listen(id)).toBe(true);
			const [production, test] = webhooks();
			expect(production).toBe(webhook);
			expect(test.TargetUrl).toBe(webhook.TargetUrl?.replace('/webhook/', '/webhook-test/'));
			expect(test.Name).toBe('n8n: Appointments (test)');
			expect(test.Secret).not.toBe(webhook.Secret);
			await createAppointment();
			await world.simulator.webhooks.idle();
			const executions = await world.client.executionsOf(id, 2);
			expect(statuses(executions)).toEqual(['success', 'success']);
			expect(putOut(executions)).toMatchObject([
				{ event: 'activity.created' },
				{ event: 'activity.created' },
			]);
			// n8n takes its own down after the execution.
			await eventually(() => webhooks().length === 1);
			expect(webhooks()).toEqual([webhook]);
		});
	});
});

describe('the form', () => {
	it("offers the tenant's events, owners and tasks", async () => {
		const { superOfficeApi } = world.credentials;
		const offered = async (methodName: string, path: string) =>
			await world.client.options({
				methodName,
				path,
				credentials: { superOfficeApi },
				node: 'superOfficeTrigger',
			});
		expect(await offered('getEventNames', 'otherEvents')).toContainEqual({
			name: 'sale.sold',
			value: 'sale.sold',
		});
		expect(await offered('getTasks', 'filters.tasks')).toContainEqual({
			name: 'Meeting',
			value: 2,
		});
		expect((await offered('getOwners', 'filters.owners')).length).toBeGreaterThan(10);
	});
});

describe('activation', () => {
	const failure = async (parameters: IDataObject = {}) => {
		const { id } = await importWorkflow(parameters);
		const message = await world.client.activate(id).then(
			() => 'it was activated',
			(error: Error) => error.message,
		);
		await world.client.deactivate(id).catch(() => undefined);
		return message;
	};

	it('says what to do where SuperOffice cannot reach n8n', async () => {
		world.simulator.webhooks.settings.requireHttps = true;
		const message = await failure();
		expect(message).toMatch(/must be secure/);
		expect(message).toMatch(
			/only calls https addresses.*Set n8n.s environment variable WEBHOOK_URL/,
		);
		expect(webhooks()).toEqual([]);
	});

	it('refuses an empty filter', async () => {
		expect(await failure({ filters: { owners: [] } })).toMatch(/filters\.owners.*is empty/);
		expect(webhooks()).toEqual([]);
	});

	it('refuses to start for nothing', async () => {
		expect(await failure({ events: [] })).toMatch(/is empty/);
	});
});
