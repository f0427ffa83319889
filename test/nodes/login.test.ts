import type { IDataObject } from 'n8n-workflow';

import { LOGIN } from '../simulator';
import { engineLog, NEXT, runNode, useSimulator } from '../support';

const { username, password, accessToken, ticket, xsrfToken, sessionCookie, appToken } = LOGIN;

const basic = { authentication: 'basic', username, password };
const bearer = { authentication: 'bearer', accessToken };
const soTicket = { authentication: 'soTicket', ticket };
const session = { authentication: 'session', xsrfToken, sessionCookie };

describe.each<[string, boolean, IDataObject]>([
	['Basic, on-site', false, basic],
	['a ticket, on-site', false, soTicket],
	['a browser session', false, session],
	['Bearer, online', true, bearer],
	['a ticket with the application token, online', true, { ...soTicket, appToken }],
])('%s', (_name, online, credential) => {
	const simulator = useSimulator({ online });

	it('signs in', async () => {
		const result = await runNode(simulator(), { title: 'A' }, { credential });
		expect(result.error).toBeUndefined();
		expect(result.itemsOf(NEXT)).toHaveLength(1);
		const { headers } = simulator().requests[0];
		expect(headers['so-apptoken']).toBe(credential.appToken);
		const isSession = credential.authentication === 'session';
		expect('authorization' in headers).toBe(!isSession);
		expect('cookie' in headers).toBe(isSession);
	});

	it('uses the secrets of its own scheme only', async () => {
		const others = { username, password, accessToken, ticket, xsrfToken, sessionCookie };
		const run = { credential: { ...others, ...credential } };
		const result = await runNode(simulator(), { title: 'A' }, run);
		expect(result.error).toBeUndefined();
		expect(Object.keys(simulator().requests[0].headers).sort()).toEqual(
			expect.not.arrayContaining([
				credential.authentication === 'session' ? 'authorization' : 'cookie',
			]),
		);
	});
});

describe('logins', () => {
	const simulator = useSimulator({ online: true });

	it.each<[string, IDataObject]>([
		['Basic, which SuperOffice Online does not know', basic],
		['a ticket without the application token', soTicket],
		['a token that ran out', { ...bearer, accessToken: '8A:Cust12345.old' }],
		['a session without its XSRF token', { ...session, xsrfToken: 'other' }],
	])('are refused for %s', async (_name, credential) => {
		const { error } = await runNode(simulator(), { title: 'A' }, { credential });
		expect(error).toMatchObject({ httpCode: '401' });
	});

	it('carry the ticket as it is, without what was pasted around it', async () => {
		const credential = { ...soTicket, ticket: ` ${ticket}\n`, appToken: `${appToken} ` };
		await runNode(simulator(), { title: 'A' }, { credential });
		expect(simulator().requests[0].headers.authorization).toBe(`SOTicket ${ticket}`);
	});

	it.each<[string, IDataObject, string]>([
		[
			'an empty token',
			{ ...bearer, accessToken: ' ' },
			'Access Token (accessToken) of the credential is empty',
		],
		['no user name', { ...basic, username: '' }, 'Username (username) of the credential is empty'],
		[
			'a line break in a token',
			{ ...bearer, accessToken: 'a\r\nX-Evil: 1' },
			'Access Token (accessToken) of the credential holds a line break',
		],
		[
			'an unknown scheme',
			{ authentication: 'ntlm' },
			'Authentication (authentication) of the credential is "ntlm"',
		],
	])('of %s are not tried', async (_name, credential, message) => {
		const { error } = await runNode(simulator(), { title: 'A' }, { credential });
		expect(error?.message).toContain(message);
		expect(simulator().requests).toEqual([]);
	});

	it.each([[''], ['/'], ['/api'], ['/api/'], ['/api/v1'], ['/API/v1/']])(
		'find the web service with "%s" at the end of the base URL',
		async (end) => {
			const credential = { ...bearer, baseUrl: ` ${simulator().baseUrl}${end} ` };
			const result = await runNode(simulator(), { title: 'A' }, { credential });
			expect(result.error).toBeUndefined();
			expect(simulator().requests[0].path).toBe('/api/v1/Appointment');
		},
	);
});

describe('secrets', () => {
	const simulator = useSimulator({ online: true });
	const all = { username, password, accessToken, ticket, xsrfToken, sessionCookie, appToken };
	const base64 = Buffer.from(`${username}:${password}`).toString('base64');
	const cookie = sessionCookie.split(/[=;]/)[1];
	const secrets = [
		password,
		accessToken,
		ticket,
		xsrfToken,
		sessionCookie,
		cookie,
		appToken,
		base64,
	];
	const spellings = secrets.flatMap((secret) => [secret, encodeURIComponent(secret)]);

	const schemes = [basic, bearer, soTicket, session];

	it.each(
		schemes.flatMap((scheme) =>
			[400, 401, 500, 302, 200].map((status) => [scheme, status] as const),
		),
	)(
		'of %p stay out of errors, items and logs when the server repeats them with %p',
		async (scheme, status) => {
			const said = `Denied for ${spellings.join(' and ')}`;
			const body = { Error: true, ErrorType: said, ErrorMessage: said };
			const location = `https://${encodeURIComponent(appToken)}.example.com/`;
			simulator().answerNext({ status, body, headers: { location } });
			const run = { credential: { ...all, ...scheme }, items: [{}, {}] };
			const onError = 'continueRegularOutput';
			const goingOn = await runNode(simulator(), { title: 'A' }, { ...run, onError });
			simulator().reset();
			simulator().answerNext({ status, body: `<p>${said}</p>` });
			const stopping = await runNode(simulator(), { title: 'A' }, run);
			for (const text of [goingOn.stored, stopping.stored, engineLog()]) {
				for (const secret of spellings) expect(text).not.toContain(secret);
			}
			expect(JSON.stringify(goingOn.itemsOf(NEXT)[0].json)).toContain('***');
		},
	);

	it('stay out of errors of the connection', async () => {
		simulator().answerNext({ reset: true });
		const result = await runNode(
			simulator(),
			{ title: 'A' },
			{ credential: { ...all, ...bearer } },
		);
		expect(result.error?.message).toContain('cut');
		for (const secret of spellings) expect(result.stored).not.toContain(secret);
	});
});
