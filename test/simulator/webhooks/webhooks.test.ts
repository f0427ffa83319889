/* eslint-disable @n8n/community-nodes/no-restricted-imports -- tests of a server, never part of the package */
import { createHmac } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

import { OTHER_TENANT } from '../online';
import { ask as askOnline } from '../online/ask';
import { useOnlineAlone } from '../online/use';
import { useReceiver, type Received } from './receiver';
import { useService } from '../engine/service';
import { EVENTS, type WebhookEvent } from './events';

type Row = Record<string, unknown>;

const ACTIVITIES = ['activity.created', 'activity.changed', 'activity.deleted'];

const receiver = useReceiver();

const webhook = (more: Row = {}) => ({
	Name: 'Tests',
	Events: ACTIVITIES,
	TargetUrl: receiver().url,
	...more,
});

describe('webhooks', () => {
	const { simulator, ask, post } = useService();

	beforeEach(() => (simulator().webhooks.settings.pauses = [1, 2]));

	const send = async (method: string, path: string, body?: object) =>
		await ask(path, { method, ...(body && { body: JSON.stringify(body) }) });

	const register = async (more: Row = {}) => {
		const { status, body } = await post('Webhook', webhook(more));
		expect(status).toBe(200);
		return body as Row;
	};

	const read = async (id = 1) => (await ask(`Webhook/${id}`)).body as Row;

	const names = async (query: string) =>
		((await ask(`Webhook${query}`)).body as Row[]).map(({ Name }) => Name);

	/** The calls that came of all that has happened; they overtake each other. */
	const calls = async (): Promise<Received[]> => {
		await simulator().webhooks.idle();
		return receiver().calls;
	};

	/** Events and keys of the calls since the last time, in the order of the texts. */
	const told = async () => {
		const all = (await calls()).map(
			({ json }) => `${String(json.Event)} ${String(json.PrimaryKey)}`,
		);
		receiver().calls = [];
		return all.sort();
	};

	const raise = (event: Partial<WebhookEvent> = {}) =>
		simulator().webhooks.raise({ name: 'activity.changed', primaryKey: 305, ...event });

	describe('are registered', () => {
		it('from a default', async () => {
			const { body } = await ask('Webhook/default');
			expect(body).toMatchObject({
				WebhookId: 0,
				Events: ['contact.created', 'contact.deleted'],
				State: 'Active',
				Type: 'webhook',
				Registered: '0001-01-01T00:00:00',
				RegisteredAssociate: null,
			});
		});

		it('with a test of their target', async () => {
			const saved = await register({
				Secret: 's',
				Headers: { 'X-Own': 'a' },
				Properties: { a: 1 },
			});
			expect(saved).toMatchObject({ WebhookId: 1, Name: 'Tests', State: 'Active', TotalCalls: 0 });
			expect(saved.RegisteredAssociate).toMatchObject({ AssociateId: 1 });
			const [{ headers, json }] = receiver().tests;
			expect(headers).toMatchObject({
				'x-hook-test': 'true',
				'x-superoffice-event': 'test',
				'x-own': 'a',
			});
			expect(json).toMatchObject({ Event: 'test', PrimaryKey: 0, Entity: 'test', a: 1 });
			expect(json.EventId).not.toBe(headers['x-superoffice-eventid']);
			expect(await told()).toEqual([]);
		});

		it.each([202, 204, 302, 404, 410])('not when the target answers %i', async (status) => {
			receiver().answer = (response) => response.writeHead(status, { location: '/other' }).end();
			const { status: refused, body } = await post('Webhook', webhook());
			expect(refused).toBe(400);
			expect(body).toMatchObject({ Error: true, ErrorType: 'ArgumentException' });
			expect((body as Row).Message).toContain(`HTTP/1.1 ${status} `);
			expect(receiver().tests).toHaveLength(1);
			expect(await names('')).toEqual([]);
		});

		it('not when nobody answers', async () => {
			simulator().webhooks.settings.timeout = 20;
			receiver().answer = () => undefined;
			const { status, body } = await post('Webhook', webhook());
			expect(status).toBe(400);
			expect((body as Row).Message).toContain('timeout');
		});

		it.each([
			[{ TargetUrl: null }, 'Webhook TargetUrl is not valid'],
			[{ TargetUrl: 'hook' }, 'Webhook TargetUrl is not valid'],
			[
				{ TargetUrl: 'http://www.example.com' },
				"Webhook TargetUrl must be secure: 'HTTPS:' not found in http://www.example.com",
			],
			[{ Events: [] }, 'Webhook Events are missing'],
			[{ Events: undefined }, 'Webhook Events are missing'],
			[{ State: 'Sleeping' }, '"Sleeping" is not a webhook state'],
		])('not with %j', async (more, message) => {
			const { status, body } = await post('Webhook', webhook(more));
			expect({ status, body }).toMatchObject({ status: 400, body: { Message: message } });
			expect(receiver().tests).toEqual([]);
		});

		it('for addresses that are not secure as the installation is set', async () => {
			const TargetUrl = receiver().url.replace('127.0.0.1', '0.0.0.0');
			expect((await post('Webhook', webhook({ TargetUrl }))).status).toBe(400);
			simulator().webhooks.settings.requireHttps = false;
			expect((await post('Webhook', webhook({ TargetUrl }))).status).toBe(200);
			simulator().webhooks.settings.requireHttps = true;
			expect((await post('Webhook', webhook())).status).toBe(400);
		});

		it('and found by name, event and state', async () => {
			await register({ Name: 'A' });
			await register({ Name: 'B', Events: ['contact.created'], State: 'Stopped' });
			expect(receiver().tests).toHaveLength(1);
			expect(await names('')).toEqual(['A', 'B']);
			expect(await names('?nameFilter=B')).toEqual(['B']);
			expect(await names('?eventFilter=activity.created')).toEqual(['A']);
			expect(await names('?statusFilter=Stopped')).toEqual(['B']);
			expect(await names('?statusFilter=Unknown')).toEqual(['A', 'B']);
			expect((await ask('Webhook/2?$select=Name')).body).toMatchObject({ Name: 'B', Events: null });
		});

		it('and replaced, patched and deleted', async () => {
			const { Registered } = await register({ Secret: 'first', Properties: { a: 1 } });
			const put = await send('PUT', 'Webhook/1', webhook({ Name: 'Put', TotalCalls: 7 }));
			expect(put.body).toMatchObject({
				...{ WebhookId: 1, Name: 'Put', Secret: '', Properties: {}, TotalCalls: 0, Registered },
				UpdatedAssociate: { AssociateId: 1 },
			});
			const operation = { op: 'add', path: '/Headers', value: { 'X-Own': 'a' } };
			await ask('Webhook/1', { method: 'PATCH', body: JSON.stringify([operation]) });
			await send('PATCH', 'Webhook/1', { name: 'Patched', Headers: { 'X-More': 'b' } });
			expect(await read()).toMatchObject({
				Name: 'Patched',
				Headers: { 'X-Own': 'a', 'X-More': 'b' },
			});
			expect(receiver().tests).toHaveLength(4);
			expect((await send('PATCH', 'Webhook/1')).status).toBe(400);
			expect((await send('PUT', 'Webhook/1')).status).toBe(400);
			expect((await send('DELETE', 'Webhook/1')).status).toBe(204);
			for (const method of ['GET', 'PUT', 'PATCH', 'DELETE']) {
				const body = ['PUT', 'PATCH'].includes(method) ? webhook() : undefined;
				expect((await send(method, 'Webhook/1', body)).status).toBe(404);
			}
		});

		it('and tested without being saved', async () => {
			expect((await post('Webhook/Test', webhook())).body).toMatchObject({ Success: true });
			receiver().answer = (response) => response.writeHead(500).end('Down');
			const { body } = await post('Webhook/Test', webhook());
			expect(body).toMatchObject({ Success: false });
			expect((body as Row).Message).toMatch(/^HTTP\/1\.1 500 .*\n[^]*\n\nDown$/);
			expect(await names('')).toEqual([]);
		});

		it('so that no app sees those of another', async () => {
			await simulator().webhooks.save('Another app', webhook({ Name: 'Foreign' }), 0);
			expect(await names('')).toEqual([]);
			expect((await ask('Webhook/1')).status).toBe(404);
			expect((await send('DELETE', 'Webhook/1')).status).toBe(404);
			await post('Appointment', {});
			expect((await calls()).map(({ json }) => json.WebhookName)).toEqual(['Foreign']);
		});

		it('for events that the list names', async () => {
			const { body } = await ask('MDOList/webhookeventlist');
			expect((body as Row[]).map(({ Name }) => Name)).toEqual(EVENTS);
			expect(EVENTS).toEqual(expect.arrayContaining([...ACTIVITIES, 'sale.sold']));
		});
	});

	describe('tell', () => {
		beforeEach(async () => void (await register()));

		it('of an appointment from its start to its end', async () => {
			const references = { Contact: { ContactId: 2 }, Task: { TaskListItemId: 3 } };
			const StartDate = '2026-07-01T08:00:00Z';
			await post('Appointment', { Title: 'New', Type: 'inChecklist', StartDate, ...references });
			const [created] = await calls();
			expect(created.headers['user-agent']).toMatch(/^NetServer-Webhook\//);
			expect(created.headers['content-type']).toBe('application/json; charset=utf-8');
			expect(created.headers['x-superoffice-event']).toBe('activity.created');
			expect(created.headers['x-superoffice-eventid']).toBe(created.json.EventId);
			expect(created.headers).not.toHaveProperty('x-superoffice-signature');
			expect(created.headers).not.toHaveProperty('x-hook-test');
			expect(created.json).toMatchObject({
				Event: 'activity.created',
				PrimaryKey: 306,
				Entity: 'activity',
				ContextIdentifier: 'Default',
				ChangedByAssociateId: 1,
				WebhookName: 'Tests',
			});
			expect(created.json.Timestamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}Z$/);
			expect(created.json.Changes).toEqual(
				expect.arrayContaining(['text_id', 'mother_id', 'type']),
			);
			expect(created.json.FieldValues).toEqual({
				...{ activeDate: '2026-07-01T10:00:00+02:00', do_by: '2026-07-01T10:00:00+02:00' },
				...{ associate_id: 1, contact_id: 2, document_id: 0, mother_id: 0, person_id: 0 },
				...{ private: 0, project_id: 0, sale_id: 0, status: 1, task_idx: 3, type: 2 },
				...{ modified_appointment_fields: 0, userdef_id: 0, userdef2_id: 0 },
				endDate: expect.any(String) as string,
				updated: '0001-01-01T00:00:00',
			});
			await send('PATCH', 'Appointment/306', { Completed: 'Completed' });
			const [, changed] = await calls();
			expect(changed.json).toMatchObject({ Event: 'activity.changed', FieldValues: { status: 3 } });
			expect(changed.json.Changes).toEqual([
				...['appointment_id', 'done', 'status', 'updated', 'updated_associate_id', 'updatedCount'],
			]);
			await send('DELETE', 'Appointment/306');
			const [, , deleted] = await calls();
			expect(deleted.json).toMatchObject({
				Event: 'activity.deleted',
				Changes: [],
				PrimaryKey: 306,
			});
			expect(deleted.json).not.toHaveProperty('FieldValues');
			expect(deleted.json.Values).toEqual({
				...{ appointment_id: 306, contact_id: 2, person_id: 0, project_id: 0, sale_id: 0 },
			});
		});

		it('of each row of a series', async () => {
			const Recurrence = { IsRecurrence: true, Pattern: 'Daily', RecurrenceEndType: 'Counter' };
			await post('Appointment', { Recurrence: { ...Recurrence, RecurrenceCounter: 3 } });
			expect(await told()).toEqual([306, 307, 308].map((id) => `activity.created ${id}`));
			const later = { AppointmentId: 307, UpdateMode: 'ThisAndForward' };
			await post('Agents/Appointment/Delete', later);
			expect(await told()).toEqual([307, 308].map((id) => `activity.deleted ${id}`));
		});

		it('of each row of a booking that a call changes, once', async () => {
			const agent = async (name: string, body: object) =>
				await post(`Agents/Appointment/${name}`, body);
			const Participants = [1, 4, 11].map((AssociateId) => ({ AssociateId }));
			await post('Appointment', { Participants });
			expect(await told()).toEqual([306, 307, 308].map((id) => `activity.created ${id}`));
			await agent('Accept', { AppointmentId: 307 });
			expect(await told()).toEqual(['activity.changed 307']);
			await agent('Reject', { AppointmentId: 308, RejectReason: 'Away' });
			const rejected = await calls();
			expect(rejected.flatMap(({ json }) => json.Changes)).toContain('rejectCounter');
			expect(await told()).toEqual([306, 308].map((id) => `activity.changed ${id}`));
			const NewStartTime = '2026-09-08T12:00:00Z';
			await agent('Move', { AppointmentId: 306, NewStartTime });
			expect(await told()).toEqual([306, 307, 308].map((id) => `activity.changed ${id}`));
			const AppointmentEntity = { AppointmentId: 306, Location: 'Room 5' };
			await agent('Save', { AppointmentEntity });
			expect(await told()).toEqual([306, 307, 308].map((id) => `activity.changed ${id}`));
			await agent('Delete', { AppointmentId: 306 });
			expect(await told()).toEqual([306, 307, 308].map((id) => `activity.deleted ${id}`));
		});

		it('of nothing when nothing changes', async () => {
			simulator().data.now = () => Date.now() + 60_000;
			await send('PATCH', 'Appointment/305', { Title: 'Appointment of the sample' });
			expect(await told()).toEqual([]);
		});

		it('of texts by the columns of each change, or not at all', async () => {
			await send('PATCH', 'Appointment/305', { Title: 'Another' });
			const [{ json }] = await calls();
			expect(json.Changes).toEqual([
				...['appointment_id', 'updated', 'updated_associate_id', 'updatedCount'],
			]);
			simulator().webhooks.settings.tellsOfTexts = false;
			await send('PATCH', 'Appointment/305', { Title: 'A third' });
			await send('PATCH', 'Appointment/305', { Title: 'A fourth', Location: 'Room 5' });
			expect(await told()).toEqual(['activity.changed 305', 'activity.changed 305']);
		});

		it('what was written without a request', async () => {
			const stored = simulator().data.appointments.get(305) ?? {};
			simulator().data.appointments.set(305, { ...stored, Location: 'Room 5' });
			simulator().data.appointments.delete(305);
			expect(await told()).toEqual(['activity.deleted 305']);
		});

		it('of documents, which are activities as well', async () => {
			await register({ Events: ['document.created', 'document.deleted'] });
			const id = simulator().data.addDocument({ Title: 'Offer' });
			const created = (await calls()).map(({ json }) => json.FieldValues as Row);
			const [activity, document] = created.sort((a) => ('type' in a ? -1 : 1));
			expect(activity).toMatchObject({ type: 4, status: 3, document_id: 1306 });
			expect(document).toMatchObject({ document_id: 1306, appointment_id: id });
			expect(await told()).toEqual(['activity.created 306', 'document.created 1306']);
			expect((await ask(`Appointment/${id}?$select=Type`)).body).toMatchObject({
				Type: 'Document',
			});
			await send('DELETE', `Appointment/${id}`);
			const deleted = (await calls()).find(({ json }) => json.Entity === 'document');
			expect(deleted?.json.Values).toEqual({ document_id: 1306, appointment_id: id });
		});

		it('of documents by their own numbers, and of their content', async () => {
			await register({ Events: ['document.created', 'document.edited', 'document.deleted'] });
			await post('Document', { Name: 'a.docx', Header: 'A' });
			const created = (await calls()).find(({ json }) => json.Entity === 'document');
			expect(created?.json.FieldValues).toMatchObject({ document_id: 41, appointment_id: 306 });
			await ask('Document/41/Content', { method: 'PUT', body: '"eA=="' });
			await send('DELETE', 'Document/41');
			expect(await told()).toEqual([
				...['activity.created 306', 'activity.deleted 306'],
				...['document.created 41', 'document.deleted 41', 'document.edited 41'],
			]);
		});

		it('as servers did before there were field values', async () => {
			simulator().webhooks.settings.hasFieldValues = false;
			await post('Appointment', {});
			const [{ json }] = await calls();
			expect(json).toMatchObject({ Event: 'activity.created', PrimaryKey: 306 });
			expect(json).not.toHaveProperty('FieldValues');
		});

		it('of any event that is raised, by the apps too', async () => {
			await register({ Events: ['window.closed', 'activity.changed'] });
			raise({ changes: ['status'], fieldValues: { status: 3 }, changedBy: 4 });
			const [{ json }, again] = await calls();
			expect(json).toMatchObject({ Changes: ['status'], FieldValues: { status: 3 } });
			expect(json.ChangedByAssociateId).toBe(4);
			expect(again.json.EventId).toBe(json.EventId);
			receiver().calls = [];
			expect((await post('Webhook/window.closed/7', { name: 'main' })).status).toBe(204);
			const [custom] = await calls();
			expect(custom.json).toMatchObject({ PrimaryKey: 7, Values: { name: 'main' } });
			expect(await told()).toEqual(['window.closed 7']);
		});

		it('with the time of its own clock', async () => {
			simulator().data.now = () => Date.parse('2030-01-02T03:04:05Z');
			await post('Appointment', {});
			const [{ json }] = await calls();
			expect(json.Timestamp).toBe('2030-01-02T03:04:05.0000000Z');
		});
	});

	describe('are delivered', () => {
		it('with a signature of the bytes, and what the app adds', async () => {
			const Secret = 'pässword';
			await register({
				Secret,
				Headers: { 'X-Own': 'a' },
				Properties: { place: { city: 'Tromsø' } },
			});
			await post('Appointment', {});
			const [{ headers, body, json }] = await calls();
			const signature = createHmac('sha256', Buffer.from(Secret)).update(body).digest('base64');
			expect(headers['x-superoffice-signature']).toBe(signature);
			expect(headers['x-own']).toBe('a');
			expect(json.place).toEqual({ city: 'Tromsø' });
		});

		it('in three tries of the same event, of which the last may succeed', async () => {
			await register();
			const statuses = [500, 202, 200];
			receiver().answer = (response) => response.writeHead(statuses.shift() ?? 404).end('Answer');
			raise();
			const made = (await calls()).map(({ headers }) => headers);
			expect(made.map((headers) => headers['x-superoffice-retry'])).toEqual(['0', '1', '2']);
			expect(new Set(made.map((headers) => headers['x-superoffice-eventid'])).size).toBe(1);
			const [{ tries, outcome }] = simulator().webhooks.deliveries;
			expect(tries.map(({ status }) => status)).toEqual([500, 202, 200]);
			expect(outcome).toBe('delivered');
			expect(await read()).toMatchObject({
				...{ TotalCalls: 3, TotalErrors: 2, ConsecutiveErrors: 0, State: 'Active' },
				LastError: expect.stringMatching(/^HTTP\/1\.1 202 /) as string,
			});
		});

		it('not at all when the target is silent or cuts the line', async () => {
			await register();
			simulator().webhooks.settings.timeout = 20;
			let turn = 0;
			receiver().answer = (response) => {
				turn += 1;
				if (turn > 1) response.destroy();
			};
			raise();
			await simulator().webhooks.idle();
			const [{ tries, outcome }] = simulator().webhooks.deliveries;
			expect(tries.map(({ status }) => status)).toEqual([undefined, undefined, undefined]);
			expect(tries[0].text).toContain('timeout');
			expect(outcome).toBe('discarded');
			expect(await read()).toMatchObject({ TotalErrors: 3, ConsecutiveErrors: 1, State: 'Active' });
		});

		it('until nine events in a row have failed, and again once the app says so', async () => {
			await register();
			receiver().answer = (response) => response.writeHead(500).end('Down');
			for (let time = 0; time < 8; time++) raise();
			await simulator().webhooks.idle();
			expect(await read()).toMatchObject({ ConsecutiveErrors: 8, State: 'Active' });
			raise();
			await simulator().webhooks.idle();
			const failed = { ConsecutiveErrors: 9, State: 'TooManyErrors', TotalErrors: 27 };
			expect(await read()).toMatchObject(failed);
			expect((await ask('Webhook/1/LastError')).body).toMatch(/Down$/);
			raise();
			expect(await calls()).toHaveLength(27);
			expect((await send('PATCH', 'Webhook/1', { State: 'Active' })).status).toBe(400);
			receiver().reset();
			expect((await send('PATCH', 'Webhook/1', { State: 'Active' })).status).toBe(200);
			expect(await read()).toMatchObject({ ConsecutiveErrors: 0, TotalErrors: 27 });
			raise();
			expect(await calls()).toHaveLength(1);
		});

		it('no more to a target that is gone', async () => {
			await register();
			receiver().answer = (response) => response.writeHead(410).end();
			raise();
			expect(await calls()).toHaveLength(1);
			expect(await read()).toMatchObject({ ConsecutiveErrors: 1, State: 'TooManyErrors' });
		});

		it.each([
			['stopped', async () => await send('PATCH', 'Webhook/1', { State: 'Stopped' })],
			['deleted', async () => await send('DELETE', 'Webhook/1')],
		])('no more by a webhook that was %s in between', async (_name, end) => {
			await register();
			let firstCall: () => void;
			const called = new Promise<void>((resolve) => (firstCall = resolve));
			receiver().answer = (response) => {
				void end().then(() => response.writeHead(500).end());
				firstCall();
			};
			raise();
			await called;
			expect(await calls()).toHaveLength(1);
			expect(simulator().webhooks.deliveries).toMatchObject([{ outcome: 'dropped' }]);
			raise();
			expect(await calls()).toHaveLength(1);
		});

		it('no more after a reset', async () => {
			await register();
			const { webhooks } = simulator();
			webhooks.settings.pauses = [60_000];
			const called = new Promise<void>((resolve) => {
				receiver().answer = (response) => void response.writeHead(500).end(() => resolve());
			});
			raise();
			await called;
			simulator().reset();
			await webhooks.idle();
			expect(webhooks.deliveries).toMatchObject([{ outcome: 'dropped' }]);
			expect(await names('')).toEqual([]);
		});

		it('in a burst, only so many at once', async () => {
			const { data, webhooks } = simulator();
			await register();
			// As many as may be are kept waiting for each other, and a little longer for one too many.
			const open: ServerResponse[] = [];
			receiver().answer = (response) => {
				if (open.push(response) < webhooks.settings.atOnce) return;
				void sleep(1).then(() => open.splice(0).forEach((one) => one.end()));
			};
			data.fillAppointments(1000);
			for (const row of data.appointments.after(305)) {
				data.appointments.set(Number(row.AppointmentId), { ...row, Location: 'Room 5' });
			}
			const made = await calls();
			expect(made).toHaveLength(1000);
			expect(new Set(made.map(({ json }) => json.EventId)).size).toBe(1000);
			expect(new Set(made.map(({ json }) => json.PrimaryKey)).size).toBe(1000);
			expect(webhooks.deliveries.every(({ outcome }) => outcome === 'delivered')).toBe(true);
			expect(receiver().mostAtOnce).toBe(webhooks.settings.atOnce);
			expect(await read()).toMatchObject({ TotalCalls: 1000, TotalErrors: 0 });
		});
	});
});

describe('webhooks of SuperOffice Online', () => {
	const online = useOnlineAlone();

	const call = async (path: string, init: { method?: string; body?: string } = {}, tenant = 0) => {
		const { id, subdomain } = [online().tenant, { id: OTHER_TENANT, subdomain: 'online3' }][tenant];
		const { access_token } = online().grant(id);
		const headers = {
			Authorization: `Bearer ${String(access_token)}`,
			'Content-Type': 'application/json',
		};
		const url = `https://${subdomain}.superoffice.com/${id}/api/v1/${path}`;
		return await askOnline(online(), url, { ...init, headers });
	};

	const post = async (path: string, body: object, tenant = 0) =>
		await call(path, { method: 'POST', body: JSON.stringify(body) }, tenant);

	it('belong to the tenant, which payloads name', async () => {
		const { json } = await post('Webhook', webhook());
		const { id } = online().tenant;
		expect(json).toMatchObject({ WebhookId: 1 });
		expect((json._Links as Row).Self).toContain(`.superoffice.com/${id}/api/v1/Webhook/1`);
		expect((await call('Webhook/1', {}, 1)).status).toBe(404);
		await post('Webhook', webhook({ Name: 'Other' }), 1);
		await post('Appointment', {});
		await online().service.webhooks.idle();
		const named = receiver().calls.map(({ json: payload }) => payload.ContextIdentifier);
		expect(named.sort()).toEqual([OTHER_TENANT, id].sort());
	});

	it('are refused to apps without access to them', async () => {
		online().tenant.mayUseWebhooks = false;
		for (const path of ['Webhook', 'Webhook/default', 'Webhook/1', 'Webhook/1/LastError']) {
			expect((await call(path)).status).toBe(403);
		}
		for (const path of ['Webhook', 'Webhook/Test', 'Webhook/a.b/1', 'Agents/Webhook/SaveWebhook']) {
			const { status, json } = await post(path, webhook());
			expect({ status, json }).toMatchObject({ status: 403, json: { Error: true } });
		}
		expect(receiver().tests).toEqual([]);
		expect((await call('MDOList/webhookeventlist')).status).toBe(200);
		expect((await post('Webhook', webhook(), 1)).status).toBe(200);
	});
});
