/* eslint-disable @n8n/community-nodes/no-restricted-imports -- signs and sends what SuperOffice would */
import { createHmac, randomUUID } from 'node:crypto';

import type { IDataObject } from 'n8n-workflow';

import type { WorkflowFile } from '../engine';
import { AUTHORIZATION } from '../simulator/service';
import type { Webhook } from '../simulator/webhooks/webhook';
import type { Execution } from './client';
import { startN8n, type Server } from './n8n';
import { major } from './running';
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

const TRIGGER = 'SuperOffice Trigger';

function workflowWith(parameters: IDataObject = {}): WorkflowFile {
	return {
		name: 'Appointments',
		nodes: [
			{
				id: randomUUID(),
				name: TRIGGER,
				type: 'n8n-nodes-superoffice.superOfficeTrigger',
				typeVersion: 1,
				position: [0, 0],
				webhookId: randomUUID(),
				parameters: parameters as never,
				credentials: { superOfficeApi: { id: 'x', name: 'x' } },
			},
			{
				id: randomUUID(),
				name: 'Next Node',
				type: 'n8n-nodes-base.noOp',
				typeVersion: 1,
				position: [220, 0],
				parameters: {},
			},
		],
		connections: { [TRIGGER]: { main: [[{ node: 'Next Node', type: 'main', index: 0 }]] } },
	};
}

const importWorkflow = async (parameters?: IDataObject) =>
	await world.client.importWorkflow(workflowWith(parameters), world.credentials);

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

const webhooks = () => world.simulator.webhooks.registrations.map(({ webhook }) => webhook);

/** Calls the simulated SuperOffice as its own client does. */
async function call(method: string, path: string, body?: object) {
	const answer = await fetch(`${world.simulator.baseUrl}/api/v1/${path}`, {
		method,
		headers: { Authorization: AUTHORIZATION, 'Content-Type': 'application/json' },
		body: body && JSON.stringify(body),
	});
	const text = await answer.text();
	return (text === '' ? {} : JSON.parse(text)) as IDataObject;
}

const createAppointment = async (properties: object = {}) =>
	Number(
		(
			await call('POST', 'Appointment', {
				Title: 'Told',
				StartDate: '2027-02-01T09:00:00Z',
				EndDate: '2027-02-01T10:00:00Z',
				...properties,
			})
		).AppointmentId,
	);

const itemOf = (execution: Execution) => execution.itemsOf('Next Node').map(({ json }) => json);

describe('SuperOffice Trigger', () => {
	it('starts the workflow for each change, also after n8n was restarted, and no more once it is deactivated', async () => {
		const { id, nodes } = await importWorkflow();
		await world.client.activate(id);
		expect(webhooks()).toEqual([
			expect.objectContaining({
				Name: 'n8n: Appointments',
				Events: ['activity.created', 'activity.changed', 'activity.deleted'],
				TargetUrl: `${server.url}/webhook/${nodes[0].webhookId}/webhook`,
				Secret: expect.stringMatching(/^[\w+/]{43}=$/) as string,
				State: 'Active',
			}),
		]);
		const appointment = await createAppointment();
		await world.simulator.webhooks.idle();
		await call('PATCH', `Appointment/${appointment}`, { StartDate: '2027-02-01T09:30:00Z' });
		await world.simulator.webhooks.idle();
		await server.restart();
		await call('DELETE', `Appointment/${appointment}`);
		const executions = await world.client.executionsOf(id, 3);
		expect(executions.map(({ status }) => status)).toEqual(['success', 'success', 'success']);
		const [created, changed, deleted] = executions.flatMap(itemOf);
		expect(created).toMatchObject({ event: 'activity.created', AppointmentId: appointment });
		expect(changed).toMatchObject({
			event: 'activity.changed',
			AppointmentId: appointment,
			changedBy: 1,
		});
		expect(deleted).toMatchObject({ event: 'activity.deleted', AppointmentId: appointment });
		console.log(JSON.stringify([created, changed, deleted], null, 1));
		await world.client.deactivate(id);
		expect(webhooks()).toEqual([]);
	});
});
