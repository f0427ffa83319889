import type { IDataObject } from 'n8n-workflow';

import { LOGIN } from '../../../simulator';
import { BYTES, WRITTEN } from './written';
import { engineLog, NEXT, runNode, useSimulator } from '../../../support';

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

	it('sends the headers of its own scheme, and no other secret', async () => {
		const others = { username, password, accessToken, ticket, xsrfToken, sessionCookie };
		const run = { credential: { ...others, ...credential } };
		const result = await runNode(simulator(), { title: 'A' }, run);
		expect(result.error).toBeUndefined();
		const all = ['authorization', 'cookie', 'x-xsrf-token', 'so-apptoken'];
		const own =
			credential.authentication === 'session' ? ['cookie', 'x-xsrf-token'] : ['authorization'];
		const expected = credential.appToken ? [...own, 'so-apptoken'] : own;
		const { headers } = simulator().requests[0];
		expect(all.filter((name) => name in headers)).toEqual(expected);
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
		[
			'a colon in the user name',
			{ ...basic, username: 'a:b' },
			'User Name (username) of the credential holds a colon',
		],
		[
			"a scheme by the name of an object's own",
			{ authentication: 'constructor' },
			'Authentication (authentication) of the credential is "constructor"',
		],
		['no user name', { ...basic, username: '' }, 'User Name (username) of the credential is empty'],
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
	const spell = (secrets: unknown[]) =>
		secrets.map(String).flatMap((secret) => [secret, encodeURIComponent(secret)]);
	/** What a server was sent: n8n keeps what is saved for other schemes from the node. */
	const sent: Record<string, string[]> = {
		basic: spell([password, base64]),
		bearer: spell([accessToken, appToken]),
		soTicket: spell([ticket, appToken]),
		session: spell([xsrfToken, sessionCookie, cookie]),
	};
	const spellings = Object.values(sent).flat();

	const schemes = [basic, bearer, soTicket, session];

	it.each(
		schemes.flatMap((scheme) =>
			[400, 401, 500, 302, 200].map((status) => [scheme, status] as const),
		),
	)(
		'of %p stay out of errors, items and logs when the server repeats them with %p',
		async (scheme, status) => {
			const said = `Denied for ${sent[scheme.authentication].join(' and ')}`;
			const body = { Error: true, ErrorType: said, ErrorMessage: said };
			const [, secret] = sent[scheme.authentication];
			const location = `https://${secret}.example.com/`;
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

	it.each<[string, IDataObject, unknown]>([
		['two spaces in a page', { password: 'my  secretpass' }, '<p>No: my  secretpass</p>'],
		['a tag', { password: 'p&ss<b>word' }, '<p>No: p&amp;ss&lt;b&gt;word or p&ss<b>word</p>'],
		['accents in an address', { password: 'pä:ss,word' }, { Message: 'at /p%C3%A4:ss,word/x' }],
		['quotes in JSON', { password: 'se"cret\\' }, { Message: 'given {"p":"se\\"cret\\\\"}' }],
		[
			'a place at the cut of a long message',
			{ password: 'secret-of-the-cut' },
			{ Message: `${'x'.repeat(490)}secret-of-the-cut` },
		],
	])('with %s are found', async (_name, secrets, body) => {
		simulator().answerNext({ status: 400, body });
		const credential = { ...basic, ...secrets };
		const { error } = await runNode(simulator(), { title: 'A' }, { credential });
		expect(error?.message).toContain('***');
		expect(error?.message).not.toMatch(/secret|p(&amp;|&)ss|p(ä|%C3%A4):ss|word/);
	});

	it('that begin alike leave no end behind', async () => {
		const credential = { ...bearer, accessToken: 'abcdefgh', appToken: 'abcdefghijkl' };
		simulator().answerNext({ status: 400, body: { Message: 'abcdefghijkl and abcdefgh' } });
		const { error } = await runNode(simulator(), { title: 'A' }, { credential });
		expect(error?.message).toBe('SuperOffice reports an invalid request: *** and ***');
	});

	it.each([
		['e', 'Person 5 has no e-mail address, nor one of its company', undefined],
		['.', 'Give a name, e.g. one of the list.', undefined],
		['+', 'A blank here, (and there)', undefined],
		['word', 'The password of crosswords', undefined],
		['e', 'Wrong password: e', 'Wrong password: ***'],
		['word', 'Signed in by user:word, "word" or (word)', 'Signed in by user:***, "***" or (***)'],
		['a&b', 'at ?p=a%26b and a&amp;b', 'at ?p=*** and ***'],
	])('that are as short as %p leave messages readable: %s', async (password, Message, expected) => {
		simulator().answerNext({ status: 400, body: { Message } });
		const { error } = await runNode(
			simulator(),
			{ title: 'A' },
			{ credential: { ...basic, password } },
		);
		expect(error?.message).toBe(`SuperOffice reports an invalid request: ${expected ?? Message}`);
	});

	const odd = {
		password: 'pä ss:w+ö&rd%41',
		accessToken: '7T:MwA+/x y=',
		ticket: '7T:MwA+/zzz&"==',
	};
	const oddSession = { xsrfToken: '7T:MwA+<x>y', sessionCookie: 'SoSession=Ab:c+d/ef=; x=1' };

	it.each(Object.keys(WRITTEN).flatMap((name) => schemes.map((scheme) => [name, scheme] as const)))(
		'in %s are found, with %p',
		async (name, scheme) => {
			const credential = { ...all, ...scheme, ...odd, ...oddSession };
			const { password, accessToken, ticket } = odd;
			const used: Record<string, string[]> = {
				basic: [password, Buffer.from(`${username}:${password}`).toString('base64')],
				bearer: [accessToken],
				soTicket: [ticket],
				session: [oddSession.xsrfToken, oddSession.sessionCookie, 'Ab:c+d/ef='],
			};
			// The form shows the app's token beside tokens and tickets alone.
			const isApp = ['bearer', 'soTicket'].includes(scheme.authentication);
			const secrets = [...used[scheme.authentication], ...(isApp ? [appToken] : [])];
			const Message = secrets.map((secret) => `<${WRITTEN[name](secret)}>`).join(' ');
			simulator().answerNext({ status: 400, body: { Message } });
			const { error, stored } = await runNode(simulator(), { title: 'A' }, { credential });
			const masked = secrets.map(() => '<***>').join(' ');
			expect(error?.message).toBe(`SuperOffice reports an invalid request: ${masked}`);
			for (const secret of secrets) expect(stored).not.toContain(WRITTEN[name](secret));
		},
	);

	it.each(Object.keys(BYTES).flatMap((name) => schemes.map((scheme) => [name, scheme] as const)))(
		'alone in %s are found, with %p',
		async (name, scheme) => {
			const credential = { ...all, ...scheme, ...odd, ...oddSession };
			const used: Record<string, string[]> = {
				basic: [odd.password, `${username}:${odd.password}`],
				bearer: [odd.accessToken],
				soTicket: [odd.ticket],
				session: [oddSession.xsrfToken, oddSession.sessionCookie, 'Ab:c+d/ef='],
			};
			const secrets = used[scheme.authentication].map(BYTES[name]);
			const Message = secrets.map((secret) => `<${secret}>`).join(' ');
			simulator().answerNext({ status: 400, body: { Message } });
			const { error, stored } = await runNode(simulator(), { title: 'A' }, { credential });
			expect(error?.message.replaceAll('=', '')).toBe(
				`SuperOffice reports an invalid request: ${secrets.map(() => '<***>').join(' ')}`,
			);
			for (const secret of secrets) expect(stored).not.toContain(secret);
		},
	);

	it.each([
		['1', 'Item 31 of 49 is MQ'],
		['abc', 'Number 616263 and YWJj'],
	])('that are as short as %p are no numbers: %s', async (password, Message) => {
		simulator().answerNext({ status: 400, body: { Message } });
		const { error } = await runNode(
			simulator(),
			{ title: 'A' },
			{ credential: { ...basic, password } },
		);
		expect(error?.message).toBe(`SuperOffice reports an invalid request: ${Message}`);
	});

	it('do not include the short words of cookies, which every message has', async () => {
		const credential = { ...session, sessionCookie: 'SoSession=abcdefghijk; lang=no; consent=1' };
		simulator().answerNext({ status: 404, body: { Message: 'Contact 1 not found, abcdefghijk' } });
		const { error } = await runNode(simulator(), { title: 'A' }, { credential });
		expect(error?.message).toBe('SuperOffice did not find it: Contact 1 not found, ***');
	});

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
