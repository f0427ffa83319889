/* eslint-disable @n8n/community-nodes/no-restricted-imports -- reads fixtures */
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { NEXT, runNode, sentBody, useSimulator } from '../support';

const fixture = (name: string) =>
	readFileSync(path.join(__dirname, '..', 'fixtures', `post-appointment.${name}.json`), 'utf8');

describe("the reference's own sample", () => {
	const simulator = useSimulator();

	it('goes out unchanged in JSON mode and saves over appointment 305', async () => {
		const sample = fixture('request');
		const result = await runNode(simulator(), { specifyBody: 'json', jsonBody: sample });
		expect(result.error).toBeUndefined();
		expect(sentBody(simulator())).toEqual(JSON.parse(sample));
		expect(simulator().data.appointments.get(305)?.Title).toBe('corporis');
		expect(result.itemsOf(NEXT)).toHaveLength(1);
		expect(result.itemsOf(NEXT)[0].json).toMatchObject({
			AppointmentId: 305,
			Title: 'corporis',
			StartDate: '2005-09-09T09:24:52Z',
			EndDate: '2002-08-15T09:24:52Z',
		});
	});

	it('keeps every key, order and digit of the text, however the body is given', async () => {
		const sample = fixture('request');
		const compact = JSON.stringify(JSON.parse(sample));
		await runNode(
			simulator(),
			{ specifyBody: 'json', jsonBody: '={{ $json }}' },
			{
				items: [JSON.parse(sample)],
			},
		);
		expect(simulator().requests[0].body).toBe(compact);
	});

	it('hands the sample response to the next node as it came', async () => {
		const answer = JSON.parse(fixture('response')) as object;
		simulator().answerNext({ body: answer });
		const result = await runNode(simulator(), { title: 'Any' });
		expect(result.itemsOf(NEXT)).toEqual([{ json: answer, pairedItem: { item: 0 } }]);
	});
});
