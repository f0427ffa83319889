import { Executions } from './executions';
import { startN8n, type Server } from './n8n';
import { major } from './running';
import { triggerWorkflow } from './triggerWorkflow';
import { openWorld, type World } from './world';

/*
 * 5,000 events happen at once. The simulated SuperOffice has ten deliveries under way at a time, waits 10 s
 * for each answer, and tries each three times; how the real one does that is documented for the tries alone.
 * n8n is one process with its usual database, SQLite.
 */
const EVENTS = 5_000;

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

it('starts an execution for each of 5,000 events that happen at once, and none twice', async () => {
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
	const executions = await (await Executions.of(client, id)).settled(EVENTS);
	expect(executions.filter(({ status }) => status !== 'success')).toEqual([]);
	const started = executions.flatMap(({ itemsOf }) => itemsOf('Next')).map(({ json }) => json);
	expect(started.map(({ eventId }) => eventId).sort()).toEqual(
		deliveries.map(({ eventId }) => eventId).sort(),
	);
	await client.deactivate(id);
}, 3_600_000);
