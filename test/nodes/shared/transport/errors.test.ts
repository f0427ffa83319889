/* eslint-disable @n8n/community-nodes/no-restricted-imports -- takes a port that nobody listens on */
import { createServer, type AddressInfo } from 'node:net';

import { generate } from 'selfsigned';

import { startSimulator, type Scripted, type Simulator } from '../../../simulator';
import { NEXT, ON_ERROR, runNode, useSimulator } from '../../../support';

const inSuperOfficesWords = (message: string, type = 'SoNotFoundException') => ({
	Error: true,
	ErrorType: type,
	ErrorMessage: message,
	ErrorSource: 'SuperOffice.Services.Implementation',
});

describe("SuperOffice's refusals", () => {
	const simulator = useSimulator();

	it.each<[string, Scripted, string, string]>([
		[
			'400 with Message',
			{ status: 400, body: { Error: true, ErrorType: 'ArgumentException', Message: 'Bad date' } },
			'SuperOffice reports an invalid request: Bad date',
			'Correct the values that the message names. (ArgumentException, HTTP 400)',
		],
		[
			"400 with ASP.NET's words",
			{ status: 400, body: { Message: 'Invalid.', MessageDetail: 'No default constructor' } },
			'SuperOffice reports an invalid request: Invalid. No default constructor',
			'Correct the values that the message names. (HTTP 400)',
		],
		[
			'401',
			{ status: 401, body: inSuperOfficesWords('Wrong password', 'SoSessionException') },
			'SuperOffice refused the login: Wrong password',
			'Correct the user name or the password of the credential. (SoSessionException, HTTP 401)',
		],
		[
			'403',
			{ status: 403, body: inSuperOfficesWords('No insert right', 'SoSentryException') },
			'SuperOffice does not allow this: No insert right',
			'the right to do it',
		],
		[
			'404',
			{ status: 404, body: inSuperOfficesWords('Contact id 99999 not found') },
			'SuperOffice did not find it: Contact id 99999 not found',
			'(SoNotFoundException, HTTP 404)',
		],
		['409', { status: 409, body: {} }, 'SuperOffice reports a conflict', 'HTTP 409'],
		['412', { status: 412, body: '' }, 'The record was changed in the meantime', 'HTTP 412'],
		[
			'421',
			{ status: 421, body: { Message: 'Wrong subdomain used to access tenant' } },
			'The tenant is not at this address: Wrong subdomain used to access tenant',
			'present address into the base URL',
		],
		[
			'429',
			{ status: 429, body: '' },
			'SuperOffice is receiving too many requests',
			'Wait a while',
		],
		[
			'500',
			{ status: 500, body: inSuperOfficesWords('Object reference not set', 'NullReference') },
			'SuperOffice failed: Object reference not set',
			'may have been made anyway',
		],
		[
			'503 as a page',
			{ status: 503, body: '<html><head><title>Service\n Unavailable</title></head></html>' },
			'SuperOffice is not available at the moment: it answered with a page: Service Unavailable',
			'HTTP 503',
		],
		[
			'an undocumented status',
			{ status: 418, body: {} },
			'SuperOffice refused the request',
			'HTTP 418',
		],
		[
			'a page with status 200',
			{ body: '<!doctype html><style>p{}</style><p>Please <b>sign in</b></p>' },
			'SuperOffice answered without a record: it answered with a page: Please sign in',
			'a sign-in page or a proxy may answer',
		],
		[
			'an error object with status 200',
			{ body: inSuperOfficesWords('Not saved', 'SoException') },
			'SuperOffice refused the request: Not saved',
			'(SoException, HTTP 200)',
		],
		[
			"ASP.NET's words with status 200",
			{ body: { Message: 'bad', MessageDetail: 'worse' } },
			'SuperOffice refused the request: bad worse',
			'HTTP 200',
		],
		[
			'model errors, behind an empty ErrorMessage',
			{
				status: 400,
				body: { ErrorMessage: '', Message: 'Invalid.', ModelState: { a: ['One', 'Two'] } },
			},
			'SuperOffice reports an invalid request: Invalid. One Two',
			'HTTP 400',
		],
		['an empty object', { body: {} }, 'SuperOffice answered without a record', 'HTTP 200'],
		['null with status 200', { body: null }, 'SuperOffice answered without a record', 'HTTP 200'],
		[
			'nothing with status 204',
			{ status: 204, body: '' },
			'SuperOffice answered without a record',
			'HTTP 204',
		],
		[
			'a redirect to another host',
			{ status: 302, headers: { location: 'https://me:pw@evil.example.net/x?y' }, body: '' },
			'The address redirects to another one: evil.example.net',
			'Nothing was sent there',
		],
		[
			'a redirect without a scheme',
			{ status: 302, headers: { location: '//evil.example.net/x' }, body: '' },
			'The address redirects to another one: evil.example.net',
			'HTTP 302',
		],
		[
			'a redirect to nowhere',
			{ status: 302, body: '' },
			'The address redirects to another one: no target is named',
			'HTTP 302',
		],
		[
			'a redirect within the host',
			{ status: 301, headers: { location: '/other' }, body: '' },
			'The address redirects to another one: on the same host',
			'HTTP 301',
		],
	])('%s', async (_name, scripted, message, description) => {
		simulator().answerNext(scripted);
		const { error } = await runNode(simulator(), { title: 'A', options: { maxTries: 1 } });
		expect(error?.message).toBe(message);
		expect(error?.description).toContain(description);
		expect(error?.context?.itemIndex).toBe(0);
		expect(simulator().requests).toHaveLength(1);
	});

	it('come out as items of a workflow that goes on, with what to do', async () => {
		simulator().answerNext(undefined, { status: 404, body: inSuperOfficesWords('No such sale') });
		const run = { items: [{ n: 1 }, { n: 2 }, { n: 3 }] };
		const parameters = { title: 'A', output: 'selected', select: '=Title' };
		const result = await runNode(simulator(), parameters, {
			...run,
			onError: 'continueErrorOutput',
		});
		expect(result.itemsOf(NEXT)).toHaveLength(2);
		expect(result.itemsOf(ON_ERROR)[0].json).toEqual({
			n: 2,
			error: 'SuperOffice did not find it: No such sale',
			message: expect.stringMatching(/^Item 1: .*\(SoNotFoundException, HTTP 404\)$/) as string,
		});
	});

	it('are found in a long and broken page without delay', async () => {
		simulator().answerNext({ status: 500, body: '<style'.repeat(50_000) });
		const { error } = await runNode(simulator(), { title: 'A' });
		expect(error?.message).toMatch(/^SuperOffice failed/);
	});

	it('keep their words where n8n has words of its own', async () => {
		const words = 'Preexisting booking in the supermarket';
		simulator().answerNext({ status: 400, body: inSuperOfficesWords(words) });
		const { error } = await runNode(simulator(), { title: 'A' });
		expect(error?.message).toBe(`SuperOffice reports an invalid request: ${words}`);
	});
});

describe('connections', () => {
	const simulator = useSimulator();

	it('that are cut leave it open whether the appointment exists, and send it once', async () => {
		simulator().answerNext({ reset: true });
		const { error } = await runNode(simulator(), { title: 'A' });
		expect(error?.message).toMatch(/^The connection was cut before an answer came/);
		expect(error?.description).toContain('may have been made anyway');
		expect(simulator().requests).toHaveLength(1);
	});

	it('that time out do so too', async () => {
		simulator().answerNext({ delay: 2000, body: {} });
		const { error } = await runNode(simulator(), { title: 'A', options: { timeout: 150 } });
		expect(error?.message).toMatch(/^SuperOffice did not answer in time/);
		expect(error?.description).toContain('may have been made anyway');
		expect(simulator().requests).toHaveLength(1);
	});

	it('that are refused sent nothing', async () => {
		const server = createServer();
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const { port } = server.address() as AddressInfo;
		await new Promise((resolve) => server.close(resolve));
		const { error } = await runNode({ baseUrl: `http://127.0.0.1:${port}` }, { title: 'A' });
		expect(error?.message).toMatch(/^The server refused the connection/);
		expect(error?.description).toContain('Nothing was sent');
	});

	it('to an unknown host sent nothing', async () => {
		const { error } = await runNode({ baseUrl: 'http://crm.invalid/SuperOffice' }, { title: 'A' });
		expect(error?.message).toMatch(/^The server's name is not known/);
	});

	describe('with a certificate of its own', () => {
		let server: Simulator;

		beforeAll(async () => {
			const { private: key, cert } = await generate([{ name: 'commonName', value: '127.0.0.1' }]);
			server = await startSimulator({ https: { key, cert } });
		});
		afterAll(async () => await server.close());

		it('are refused before anything is sent', async () => {
			const { error } = await runNode(server, { title: 'A' });
			expect(error?.message).toMatch(/^The server's certificate is not trusted/);
			expect(error?.description).toContain('Nothing was sent');
			expect(server.requests).toEqual([]);
		});

		it('are made where the credential allows it', async () => {
			const credential = { allowUnauthorizedCerts: true };
			const result = await runNode(server, { title: 'A' }, { credential });
			expect(result.error).toBeUndefined();
			expect(server.requests).toHaveLength(1);
		});
	});

	it('to a port that speaks no https sent nothing', async () => {
		const baseUrl = simulator().baseUrl.replace('http:', 'https:');
		const { error } = await runNode({ baseUrl }, { title: 'A' });
		expect(error?.message).toMatch(/^The server does not speak https at this port/);
	});

	it('never follow a redirect', async () => {
		const elsewhere = `${simulator().baseUrl}/api/v1/User/currentPrincipal`;
		simulator().answerNext({ status: 302, headers: { location: elsewhere }, body: '' });
		await runNode(simulator(), { title: 'A' });
		expect(simulator().requests.map(({ path }) => path)).toEqual(['/api/v1/Appointment']);
	});
});

describe('a refused login', () => {
	const simulator = useSimulator();
	const items = [{ n: 1 }, { n: 2 }, { n: 3 }, { n: 4 }];
	const wrong = { password: 'wrong' };

	it('is tried once, and the items after it fail unsent', async () => {
		const onError = 'continueRegularOutput';
		const run = { items, onError, credential: wrong } as const;
		const result = await runNode(simulator(), { title: 'A' }, run);
		expect(simulator().requests).toHaveLength(1);
		const out = result.itemsOf(NEXT);
		expect(out).toHaveLength(4);
		for (const [index, { json }] of out.entries()) {
			expect(json.error).toMatch(/^SuperOffice refused the login/);
			expect(json.message).toMatch(new RegExp(`^Item ${index}: .*HTTP 401`));
		}
	});

	it('in the middle stops what is still to come', async () => {
		simulator().answerNext(undefined, { status: 401, body: inSuperOfficesWords('Expired') });
		const run = { items, onError: 'continueErrorOutput' } as const;
		const parameters = { title: 'A', options: { concurrency: 1 } };
		const result = await runNode(simulator(), parameters, run);
		expect(simulator().requests).toHaveLength(2);
		expect(result.itemsOf(NEXT)).toHaveLength(1);
		expect(result.itemsOf(ON_ERROR).map(({ json }) => json.n)).toEqual([2, 3, 4]);
	});
});
