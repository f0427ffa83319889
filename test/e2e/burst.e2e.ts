/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- asks the database of the tests */
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { settledExecutions, type Query } from './executions';
import { startN8n, type Server } from './n8n';
import { major } from './running';
import { triggerWorkflow } from './triggerWorkflow';
import { openWorld, type World } from './world';

/*
 * Many events happen at once: 200, as 5,000 take five minutes. The simulated SuperOffice has ten deliveries
 * under way at a time, waits 10 s for each answer, and tries each three times; how the real one does that is
 * documented for the tries alone. n8n is one process with its usual database, SQLite.
 */
const EVENTS = Number(process.env.BURST_EVENTS ?? 200);

let server: Server;
let world: World;

beforeAll(async () => {
	server = await startN8n(major);
	world = await openWorld(server.url, major);
});
afterAll(async () => {
	await world?.close();
	await server?.stop();
});

/** Asks n8n's SQLite. */
const query: Query = <T>(sql: string) => {
	const file = path.join(path.dirname(server.logFile), '.n8n', 'database.sqlite');
	const database = new DatabaseSync(file, { readOnly: true });
	try {
		return database.prepare(sql).all() as T[];
	} finally {
		database.close();
	}
};

it('starts an execution for each of many events that happen at once, and none twice', async () => {
	const { client, credentials, simulator } = world;
	const { id } = await client.importWorkflow(triggerWorkflow(), credentials);
	await client.activate(id);
	const { webhooks } = simulator;
	for (let primaryKey = 1; primaryKey <= EVENTS; primaryKey++) {
		webhooks.raise({ name: 'activity.changed', primaryKey, fieldValues: { type: 1 } });
	}
	await webhooks.idle();
	const { deliveries } = webhooks;
	expect(deliveries).toHaveLength(EVENTS);
	expect(deliveries.filter(({ outcome }) => outcome !== 'delivered')).toEqual([]);
	const executions = await settledExecutions(query, id, EVENTS);
	expect(executions.filter(({ status }) => status !== 'success')).toEqual([]);
	const started = executions.flatMap(({ itemsOf }) => itemsOf('Next')).map(({ json }) => json);
	expect(started.map(({ eventId }) => eventId).sort()).toEqual(
		deliveries.map(({ eventId }) => eventId).sort(),
	);
	await client.deactivate(id);
}, 3_600_000);
