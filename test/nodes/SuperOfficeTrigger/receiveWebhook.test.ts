import { createHmac, randomUUID } from 'node:crypto';

import type { Call } from '../../engine/webhook';
import { callTrigger, engineLog, useSimulator } from '../../support';
import { delivered, deliveredByOlder } from './payloads';

useSimulator();

const SECRET = 'a secret';

/** A signed delivery, which n8n answers with 200 where it starts the workflow. */
function delivery(payload: object, answer = 200, secret = SECRET): Call {
	const body = JSON.stringify({ EventId: randomUUID(), ...payload });
	const signature = createHmac('sha256', secret).update(body).digest('base64');
	return { body, answer, headers: { 'x-superoffice-signature': signature } };
}

const changed = (EventId: string, more: object = {}) =>
	delivered('activity.changed', { EventId, ...more });

const started = async (parameters: object, ...calls: Call[]) =>
	await callTrigger(parameters, SECRET, calls);

it('starts for an event once', async () => {
	const [first, second] = [delivery(changed(randomUUID())), delivery(changed(randomUUID()))];
	expect(await started({}, first, second, first, second)).toEqual([true, true, false, false]);
});

it('starts again for what n8n could not start, when it is delivered again', async () => {
	const id = randomUUID();
	const calls = [500, 503, 200, 200].map((answer) => delivery(changed(id), answer));
	expect(await started({}, ...calls)).toEqual([true, true, true, false]);
});

it('starts again for what SuperOffice gave up before n8n could not start it', async () => {
	const givenUp = (answer: number, EventId: string) => ({
		...delivery(changed(EventId), answer),
		isGivenUp: true,
	});
	const [failed, late] = [randomUUID(), randomUUID()];
	expect(await started({}, givenUp(500, failed), delivery(changed(failed)))).toEqual([true, true]);
	expect(await started({}, givenUp(200, late), delivery(changed(late)))).toEqual([true, false]);
});

it('says in the log that n8n has lost the secret, and starts nothing', async () => {
	const lost = delivery(changed(randomUUID()), 401);
	expect(await callTrigger({}, undefined, [lost])).toEqual([false]);
	expect(engineLog()).toMatch(/n8n has lost the secret of the webhook/);
});

it('starts for each event that has no number', async () => {
	const nameless = delivery(changed(''));
	expect(await started({}, nameless, nameless)).toEqual([true, true]);
});

it('starts for the chosen events alone', async () => {
	const all = ['activity.created', 'activity.deleted', 'sale.sold', 'test'].map((event) =>
		delivery(delivered(event, { EventId: randomUUID() })),
	);
	expect(await started({}, ...all)).toEqual([true, true, false, false]);
	const again = ['activity.created', 'activity.deleted', 'sale.sold', 'test'].map((event) =>
		delivery(delivered(event, { EventId: randomUUID() })),
	);
	const chosen = { events: ['activity.deleted'], otherEvents: ['sale.sold'] };
	expect(await started(chosen, ...again)).toEqual([false, true, true, false]);
});

it('does not start for what it can tell to be left out, but for what it cannot', async () => {
	const withRow = (row: object) =>
		delivery(delivered('activity.changed', { EventId: randomUUID() }, row));
	const unknown = delivery(deliveredByOlder('activity.changed', { EventId: randomUUID() }));
	const left = await started(
		{ filters: { owners: [5] }, organizerCopyOnly: true },
		withRow({}),
		withRow({ associate_id: 6 }),
		withRow({ document_id: 8 }),
		withRow({ mother_id: 304 }),
		unknown,
	);
	expect(left).toEqual([true, false, false, false, true]);
});

it("starts nothing for SuperOffice's test event, signed or not", async () => {
	const test = delivery(delivered('test'), 200, 'another secret');
	const headers = { 'X-Hook-Test': 'True', 'X-SuperOffice-Event': 'test' };
	expect(await started({}, { ...test, headers })).toEqual([false]);
});
