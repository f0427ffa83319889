import { useReceiver } from '../simulator/webhooks/receiver';
import { useService } from '../simulator/engine/service';
import { Contract, hasOpenApi } from './openapi';

const describeWithFiles = hasOpenApi ? describe : describe.skip;

describeWithFiles("SuperOffice's OpenAPI file of webhooks agrees with the simulator's", () => {
	const { ask, post } = useService();
	const receiver = useReceiver();

	const route = '/api/v1/Webhook';
	const contract = () => new Contract('rest/Swagger-v1-Webhook.json');
	const webhook = () => ({
		Events: ['activity.created'],
		TargetUrl: receiver().url,
		Headers: { 'X-Own': 'a' },
		Properties: { place: { city: 'Tromsø' } },
	});

	/** Checks an answer, and that it has all the properties that the file has. */
	const check = (method: string, path: string, body: unknown, definition?: string) => {
		expect(contract().responseComplaints(method, route + path, body)).toEqual([]);
		if (!definition) return;
		const { properties = {} } = contract().definition(`SuperOffice.${definition}`);
		expect(Object.keys(body as object).sort()).toEqual(Object.keys(properties).sort());
	};

	it('default', async () => {
		const { body } = await ask('Webhook/default');
		check('GET', '/default', body, 'CRM.Services.Webhook');
	});

	it('saved and read webhooks', async () => {
		const whole = 'WebApi.v1.Carriers.WebhookCarriers.WebhookWithLinks';
		check('POST', '', (await post('Webhook', webhook())).body, whole);
		check('GET', '/{id}', (await ask('Webhook/1')).body, whole);
		const put = { method: 'PUT', body: JSON.stringify(webhook()) };
		check('PUT', '/{id}', (await ask('Webhook/1', put)).body, whole);
		const { body } = await ask(
			'Webhook?nameFilter=&eventFilter=activity.created&statusFilter=Active',
		);
		expect(body).toHaveLength(1);
		check('GET', '', body);
	});

	it('tests and errors', async () => {
		const { body } = await post('Webhook/Test', webhook());
		check('POST', '/Test', body, 'CRM.Services.WebhookResult');
		await post('Webhook', webhook());
		check('GET', '/{webhookId}/LastError', (await ask('Webhook/1/LastError')).body);
	});
});
