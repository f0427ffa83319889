import { NEXT, runNode, sentBody, useSimulator } from '../../../support';
import request from '../../../fixtures/post-appointment.request.json';
import response from '../../../fixtures/post-appointment.response.json';

describe("the reference's own sample", () => {
	const simulator = useSimulator();

	it('goes out unchanged in JSON mode and saves over appointment 305', async () => {
		const jsonBody = JSON.stringify(request, null, 2);
		const result = await runNode(simulator(), { specifyBody: 'json', jsonBody });
		expect(result.error).toBeUndefined();
		expect(sentBody(simulator())).toEqual(request);
		expect(simulator().data.appointments.get(305)?.Title).toBe('corporis');
		expect(result.itemsOf(NEXT)).toHaveLength(1);
		expect(result.itemsOf(NEXT)[0].json).toMatchObject({
			AppointmentId: 305,
			Title: 'corporis',
			StartDate: '2005-09-09T09:24:52Z',
			EndDate: '2002-08-15T09:24:52Z',
		});
	});

	it('keeps every key, order and digit, however the body is given', async () => {
		const parameters = { specifyBody: 'json', jsonBody: '={{ $json }}' };
		await runNode(simulator(), parameters, { items: [request as never] });
		expect(simulator().requests[0].body).toBe(JSON.stringify(request));
	});

	it('rewrites no digit of a JSON text', async () => {
		const jsonBody =
			' {"ExtraFields":{"x":"1.0"},"MotherId":1.0,"ColorIndex":12345678901234567890}';
		await runNode(simulator(), { specifyBody: 'json', jsonBody });
		expect(simulator().requests[0].body).toBe(jsonBody.trim());
	});

	it('hands the sample response to the next node as it came', async () => {
		simulator().answerNext({ body: response });
		const result = await runNode(simulator(), { title: 'Any' });
		expect(result.itemsOf(NEXT)).toEqual([{ json: response, pairedItem: { item: 0 } }]);
	});
});
