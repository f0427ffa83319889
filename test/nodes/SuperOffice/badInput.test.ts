import { raw } from '../../editor';
import { NEXT, ON_ERROR, runNode, useSimulator } from '../../support';

describe('bad input', () => {
	const simulator = useSimulator();

	it.each<[string, object, string]>([
		[
			'an unknown enum value',
			{ type: '={{ "Meeting" }}' },
			'Type (additionalFields.type): "Meeting" is not one of its values',
		],
		[
			'text for a number',
			{ colorIndex: '={{ "blue" }}' },
			'Color Index (additionalFields.colorIndex): "blue" is not a whole number',
		],
		[
			'a fraction',
			{ motherId: 1.5 },
			'Mother ID (additionalFields.systemFields.motherId): 1.5 is not a whole number',
		],
		[
			'a number that is too large',
			{ motherId: 3000000000 },
			'Mother ID (additionalFields.systemFields.motherId): 3000000000 is out of range',
		],
		['an object for a text', { title: '={{ ({ a: 1 }) }}' }, 'Title (title): {"a":1} is not text'],
		[
			'a word for a switch',
			{ isMileStone: '={{ "maybe" }}' },
			'Is Milestone (additionalFields.isMileStone): "maybe" is neither true nor false',
		],
		[
			'a JSON array',
			{ specifyBody: 'json', jsonBody: '[1]' },
			'JSON Body (jsonBody): "[1]" is not a JSON object',
		],
		[
			'broken JSON',
			{ specifyBody: 'json', jsonBody: '={{ "{ broken" }}' },
			'JSON Body (jsonBody): "{ broken" is not a JSON object',
		],
		[
			'a date for JSON',
			{ specifyBody: 'json', jsonBody: '={{ new Date(0) }}' },
			'JSON Body (jsonBody): "1970-01-01T00:00:00.000Z" is not a JSON object',
		],
		[
			'an unknown way to specify the body',
			{ specifyBody: '={{ "xml" }}', jsonBody: '{"Title":"A"}' },
			'Specify Body (specifyBody): "xml" is not one of its values',
		],
		[
			'an unknown kind of output',
			{ output: '={{ "simple" }}' },
			'Output (options.output): "simple" is not one of its values',
		],
		[
			'an object for a header',
			{ options: { acceptLanguage: '={{ ({ a: 1 }) }}' } },
			'Accept-Language (options.acceptLanguage): {"a":1} is not text',
		],
		[
			'a timeout of nothing',
			{ options: { timeout: 0 } },
			'Timeout (options.timeout): 0 is not a time to wait',
		],
	])('%s is refused by name before anything is sent', async (_name, parameters, message) => {
		const { error } = await runNode(simulator(), parameters);
		expect(error?.message).toBe(message);
		expect(error?.context?.itemIndex).toBe(0);
		expect(simulator().requests).toEqual([]);
	});

	it("n8n's own entry of the resource list, for other calls, leads to the HTTP Request node", async () => {
		const { error } = await runNode(simulator(), raw({ resource: '__CUSTOM_API_CALL__' }));
		expect(error?.message).toMatch(/^There is no operation/);
		expect(error?.description).toContain('HTTP Request node');
	});

	it.each([
		['not an address', 'crm.example.com', '"crm.example.com" is not a web address'],
		['of another protocol', 'ftp://crm.example.com', 'it starts with "ftp:", not with https:'],
		['with a login', 'https://me:secret@crm.example.com', 'it holds a user name or password'],
		['with a query', 'https://crm.example.com/?a=1', 'it holds a query or a fragment'],
		['empty', '', 'it is empty'],
		[
			'a password in a broken address',
			'https://me:secret@crm.example.com:99999/',
			'it is not a web address',
		],
		['a token', '8A:Cust12345.secret', 'it is not a web address'],
		['a long word', 'secretsecretsecretsecretsecret', 'it is not a web address'],
	])('a base URL that is %s is refused', async (_name, baseUrl, problem) => {
		const { error } = await runNode(simulator(), { title: 'A' }, { credential: { baseUrl } });
		expect(error?.message).toContain(`Base URL: ${problem}`);
		expect(JSON.stringify(error)).not.toContain('secret');
		expect(error?.context?.itemIndex).toBe(0);
	});

	const items = [{ day: '2026-01-01' }, { day: 'never' }, { day: '2026-01-03' }];
	const parameters = { startDate: '={{ $json.day }}', output: 'selected', select: '=StartDate' };
	const failed = {
		error: 'Start (startDate): "never" is not a possible date and time',
		message: expect.stringMatching(/^Item 1: Give an ISO date/) as string,
	};

	it('of one item stops the run and names the item', async () => {
		const result = await runNode(simulator(), parameters, { items });
		expect(result.error?.message).toBe(failed.error);
		expect(result.error?.context?.itemIndex).toBe(1);
		expect(result.itemsOf(NEXT)).toEqual([]);
	});

	it('of one item comes out in its place, paired, where the node goes on', async () => {
		const onError = 'continueRegularOutput';
		const result = await runNode(simulator(), parameters, { items, onError });
		expect(result.error).toBeUndefined();
		expect(result.itemsOf('SuperOffice')).toEqual([
			{ json: { StartDate: '2026-01-01T00:00:00+01:00' }, pairedItem: { item: 0 } },
			{ json: failed, pairedItem: { item: 1 } },
			{ json: { StartDate: '2026-01-03T00:00:00+01:00' }, pairedItem: { item: 2 } },
		]);
	});

	it('of one item goes to the error output, with the item it came from', async () => {
		const onError = 'continueErrorOutput';
		const result = await runNode(simulator(), parameters, { items, onError });
		expect(result.itemsOf(NEXT).map(({ json }) => json.StartDate)).toEqual([
			'2026-01-01T00:00:00+01:00',
			'2026-01-03T00:00:00+01:00',
		]);
		expect(result.itemsOf(ON_ERROR)).toHaveLength(1);
		expect(result.itemsOf(ON_ERROR)[0].json).toEqual({ ...failed, day: 'never' });
		expect(result.itemsOf('SuperOffice', 1)[0].pairedItem).toEqual({ item: 1 });
	});
});
