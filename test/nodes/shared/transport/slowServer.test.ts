import type { IDataObject } from 'n8n-workflow';

import type { Scripted } from '../../../simulator';
import { byId, NEXT, poll, QUICK, runNode, useSimulator, type Run } from '../../../support';

/** Milliseconds of the world that are so many seconds for the engine. */
const seconds = (count: number) => (count * 1000) / Number(QUICK.N8N_ENGINE_SPEED);

const numbered = (count: number): IDataObject[] =>
	Array.from({ length: count }, (_one, index) => ({ title: `Item ${index}` }));

const CUT: Scripted = { reset: true, delay: seconds(2) };

describe('where SuperOffice takes longer than Max Retry Time to answer', () => {
	const simulator = useSimulator({}, QUICK);
	const create = async (options: object, count: number) => {
		const run: Run = { items: numbered(count), onError: 'continueRegularOutput' };
		const result = await runNode(simulator(), { title: '={{ $json.title }}', options }, run);
		return result.itemsOf(NEXT).map(({ json }) => json as Record<string, string>);
	};
	const created = () =>
		[...simulator().data.appointments.values()].filter(({ Title }) => /^Item/.test(String(Title)));
	const served = (count: number) => Array<undefined>(count).fill(undefined);

	it.each([
		['one connection is cut', [...served(3), CUT]],
		['the very first connection is cut', [CUT]],
		['the first connections are cut, one after the other', [CUT, CUT]],
		['the last of those that are under way is cut', [...served(8), CUT]],
		['all that are under way are cut', [...served(1), ...Array<Scripted>(8).fill(CUT)]],
	])('and %s, all others are done', async (_name, script) => {
		simulator().fail({ latency: seconds(2) });
		simulator().answerNext(...script);
		const out = await create({ maxRetryTime: 1 }, 12);
		const failed = out.filter(({ error }) => error !== undefined);
		const cuts = script.filter((one) => one !== undefined).length;
		expect(failed).toHaveLength(cuts);
		for (const { error } of failed) expect(error).toMatch(/^The connection was cut/);
		expect(created()).toHaveLength(12 - cuts);
	});

	it('and one connection is cut, all that only reads comes out', async () => {
		simulator().fail({ latency: seconds(2) });
		simulator().answerNext(...served(3), CUT);
		const parameters = { operation: 'get', appointmentId: byId(305), options: { maxRetryTime: 1 } };
		const run: Run = { items: numbered(12), onError: 'continueRegularOutput' };
		const result = await runNode(simulator(), parameters, run);
		const good = result.itemsOf(NEXT).filter(({ json }) => json.AppointmentId === 305);
		expect(good).toHaveLength(11);
	});

	it('and nobody is answered any more, nothing is sent after a few that go alone', async () => {
		simulator().fail({ latency: seconds(60) });
		const out = await create({ timeout: 5_000, maxRetryTime: 2 }, 300);
		const sent = simulator().requests.length;
		expect(sent).toBeLessThan(10);
		const unsent = out.filter(({ error }) => /this one was not sent$/.test(error));
		expect(unsent).toHaveLength(300 - sent);
		for (const { error, message } of unsent) {
			expect(error).toMatch(/^SuperOffice has not answered any request for \d+ s, so this/);
			expect(message).toMatch(/^Item \d+: Nothing was sent\.$/);
		}
		const others = out.filter((one) => !unsent.includes(one));
		for (const { error } of others) expect(error).toMatch(/^SuperOffice did not answer in time/);
	});

	it('and it stops answering in the middle, those under way and a few more are sent', async () => {
		simulator().fail({ only: () => simulator().load.requests > 20, latency: seconds(60) });
		const out = await create({ timeout: 5_000, maxRetryTime: 2 }, 200);
		expect(out.filter(({ Title }) => Title).length).toBeGreaterThanOrEqual(20);
		expect(simulator().requests.length).toBeLessThan(50);
	});
});

describe('the option Timeout', () => {
	const simulator = useSimulator({}, QUICK);
	const drip = { slowLoris: { share: 1, pause: seconds(5) } };
	const options = { timeout: 8_000, maxTries: 2, maxRetryTime: 60 };

	it('holds for the last byte of an answer, too: what was written may be saved', async () => {
		simulator().fail(drip);
		const { error } = await runNode(simulator(), { title: 'A', options });
		expect(error?.message).toMatch(/^SuperOffice did not answer in time/);
		expect(error?.description).toMatch(/The change may have been made anyway/);
		expect(simulator().requests).toHaveLength(1);
	});

	it('holds so for what only reads, which is tried again', async () => {
		simulator().fail(drip);
		const parameters = { operation: 'get', appointmentId: byId(305), options };
		const { error } = await runNode(simulator(), parameters);
		expect(error?.message).toMatch(/^SuperOffice did not answer in time/);
		expect(simulator().requests).toHaveLength(2);
	});

	it('holds so for a poll', async () => {
		simulator().fail(drip);
		const { error } = await poll(simulator(), { options });
		expect(error?.message).toMatch(/^SuperOffice did not answer in time/);
	});

	it('lets an answer come that is slow, and over in time', async () => {
		simulator().fail({ slowLoris: { share: 1, pause: seconds(0.2) } });
		const result = await runNode(simulator(), { title: 'A', options: { timeout: 60_000 } });
		expect(result.error).toBeUndefined();
	});

	it('leaves it to a person to end it before', async () => {
		simulator().fail(drip);
		const run: Run = { circumstances: { cancelAfter: 5_000 } };
		const result = await runNode(simulator(), { title: 'A', options: { timeout: 200_000 } }, run);
		expect(result.itemsOf(NEXT)).toEqual([]);
	});
});
