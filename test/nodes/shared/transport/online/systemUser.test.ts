import { generateKeyPairSync } from 'node:crypto';

import { NEXT, QUICK, restartEngine, testCredential, useOnline } from '../../../../support';
import {
	systemUserDigest,
	readSystemUser,
} from '../../../../../nodes/shared/transport/online/signIn';
import { authenticateSystemUser } from '../../../../../nodes/shared/transport/online/systemUser';
import {
	asked,
	createAppointments,
	createdTitles,
	expectNothingLeaked,
	EXCHANGE_PATH,
	numbered,
	STATE_PATH,
	systemUser,
	titlesOf,
} from './logins';

const GOES_ON = 'continueRegularOutput' as const;

describe('the system user', () => {
	const online = useOnline();

	it('signs in once for all items, and keeps the ticket in the credential', async () => {
		restartEngine(online());
		const result = await createAppointments(online(), systemUser(online()), { items: numbered(3) });
		expect(result.error).toBeUndefined();
		expect(createdTitles(online())).toEqual(titlesOf(result));
		expect(online().loginRequests.map(({ path }) => path)).toEqual([
			`/api/state/${online().tenant.id}`,
			'/Login/api/PartnerSystemUser/Authenticate',
			'/login/.well-known/jwks',
		]);
		const [exchange] = asked(online(), EXCHANGE_PATH);
		const { SignedSystemToken, ...rest } = JSON.parse(exchange.body) as Record<string, string>;
		const { clientSecret, systemUserToken } = online().app;
		expect(rest).toEqual({
			ApplicationToken: clientSecret,
			ContextIdentifier: online().tenant.id,
			ReturnTokenType: 'JWT',
		});
		expect(SignedSystemToken.startsWith(`${systemUserToken}.20`)).toBe(true);
		const { ticket, webService } = result.credentials.main.data;
		expect(webService).toBe(online().service.baseUrl);
		const { headers } = online().service.requests[3];
		expect([headers.authorization, headers['so-apptoken']]).toEqual([
			`SOTicket ${String(ticket)}`,
			clientSecret,
		]);
	});

	it('uses the ticket that it has', async () => {
		const first = await createAppointments(online(), systemUser(online()));
		await createAppointments(online(), first.credentials.main);
		expect(asked(online(), EXCHANGE_PATH)).toHaveLength(1);
	});

	it.each([
		['PEM (PKCS #8)', (pem: string) => pem, 'privateKey'],
		['PEM (PKCS #1)', (pem: string) => pem, 'privateKeyPkcs1'],
		['PEM in one line', (pem: string) => pem.replaceAll('\n', ''), 'privateKey'],
		['PEM with \\n', (pem: string) => pem.replaceAll('\n', '\\n'), 'privateKeyPkcs1'],
		['XML', (xml: string) => xml, 'privateKeyXml'],
		[
			'XML over several lines',
			(xml: string) =>
				`\ufeff<?xml version="1.0"?>\n${xml.replaceAll('><', '>\n  <').replace(/(.{60})/, '$1\n')}\n`,
			'privateKeyXml',
		],
	] as const)('takes a private key as %s', async (_name, change, form) => {
		const privateKey = change(online().app[form]);
		const { error } = await createAppointments(online(), systemUser(online(), { privateKey }));
		expect(error).toBeUndefined();
	});

	it('renews an expired ticket once, and loses and doubles no item', async () => {
		const items = numbered(200);
		const { credentials } = await createAppointments(online(), systemUser(online()));
		online().service.reset();
		online().before(100, () => online().expireTickets());
		const result = await createAppointments(online(), credentials.main, { items });
		expect(result.error).toBeUndefined();
		expect(titlesOf(result)).toEqual(items.map(({ title }) => title));
		expect(createdTitles(online())).toEqual(items.map(({ title }) => title));
		expect(asked(online(), EXCHANGE_PATH)).toHaveLength(2);
		expect(result.credentials.main.data.ticket).not.toBe(credentials.main.data.ticket);
	}, 60_000);

	it('renews once for executions that find the ticket expired at the same time', async () => {
		const { credentials } = await createAppointments(online(), systemUser(online()));
		online().expireTickets();
		const runs = Array.from({ length: 8 }, async () => {
			return await createAppointments(online(), credentials.main, { items: numbered(3) });
		});
		const results = await Promise.all(runs);
		expect(results.map(({ error }) => error)).toEqual(Array(8).fill(undefined));
		expect(createdTitles(online())).toHaveLength(25);
		expect(asked(online(), EXCHANGE_PATH)).toHaveLength(2);
	});

	it('signs in again where a ticket that was renewed elsewhere has expired, too', async () => {
		const { credentials } = await createAppointments(online(), systemUser(online()));
		online().expireTickets();
		const elsewhere = { ...credentials.main.data, ticket: '7T:issuedToAnotherProcess' };
		const { error } = await createAppointments(online(), { ...credentials.main, data: elsewhere });
		expect(error).toBeUndefined();
		expect(asked(online(), EXCHANGE_PATH)).toHaveLength(2);
	});

	it('signs in anew for other values than those for which the ticket was issued', async () => {
		const { credentials } = await createAppointments(online(), systemUser(online()));
		const data = { ...credentials.main.data, privateKey: anotherKey() };
		const { error } = await createAppointments(online(), { ...credentials.main, data });
		expect(error?.message).toMatch(/the private key does not belong/);
		expect(online().service.requests).toHaveLength(2);
	});

	it('takes a token that is named after an app of any language', async () => {
		const systemUserToken = 'Møteplan-abc';
		await createAppointments(online(), systemUser(online(), { systemUserToken }));
		const [{ body }] = asked(online(), EXCHANGE_PATH);
		expect(JSON.parse(body)).toMatchObject({
			SignedSystemToken: expect.stringMatching(/^Møteplan-abc\.\d{12}\./) as string,
		});
	});

	it.each([
		['is busy', 429],
		['is down', 503],
	])('does not take a login for renewed while SuperOffice %s', async (_name, status) => {
		const { credentials } = await createAppointments(online(), systemUser(online()));
		online().expireTickets();
		online().service.answerNext({ status: 401 }, { status, body: { ErrorMessage: 'Wait' } });
		const run = { items: numbered(3), onError: GOES_ON };
		const result = await createAppointments(online(), credentials.main, run);
		const [first, ...others] = result.itemsOf(NEXT).map(({ json }) => json);
		expect(first.error).toMatch(new RegExp(`whether the login still holds \\(HTTP ${status}\\)`));
		expect(others.map(({ Title }) => Title)).toEqual(['Appointment 1', 'Appointment 2']);
		expect(asked(online(), EXCHANGE_PATH)).toHaveLength(2);
	});

	it.each([
		['a page', { status: 403, body: '<h1>Blocked</h1>' }],
		['a redirect', { status: 302, headers: { location: 'https://attacker.example/' } }],
		['an error', { status: 502, body: { Message: 'Bad gateway' } }],
	])('blames no credential for %s in place of an answer', async (_name, answer) => {
		// As often as the login server is asked where that may help.
		const times = answer.status === 502 ? 2 : 1;
		for (let time = 0; time < times; time++) online().answerNext(EXCHANGE_PATH, answer);
		const login = systemUser(online());
		const run = { items: numbered(2), onError: GOES_ON };
		const result = await createAppointments(online(), login, run);
		const [first, second] = result.itemsOf(NEXT).map(({ json }) => json);
		expect(first.error).toMatch(/did not answer the sign-in \(HTTP \d+\)/);
		expect(second.Title).toBe('Appointment 1');
		expectNothingLeaked(online(), result, [online().app.clientSecret]);
	});

	describe("in n8n's HTTP Request node", () => {
		const at = (url: string, changes: object = {}) => {
			const data = { ...systemUser(online()).data, ticket: '7T:x', ...changes };
			const signedInAs = systemUserDigest(readSystemUser(data));
			return authenticateSystemUser({ signedInAs, ...data }, { url });
		};

		it('signs what goes to the tenant, wherever that is', async () => {
			const url = `https://online9.superoffice.com/${online().tenant.id}/api/v1/Contact/1`;
			const { headers } = await at(url);
			expect(headers).toMatchObject({ Authorization: 'SOTicket 7T:x' });
		});

		it.each([
			['another host', 'https://attacker.example/ID/api/v1/Contact/1', {}],
			[
				'another host that the address names',
				'https://attacker.example/x/api',
				{ webService: 'https://attacker.example/x' },
			],
			['http', 'http://online2.superoffice.com/ID/api/v1/Contact/1', {}],
			['another tenant', 'https://online2.superoffice.com/Cust1/api/v1/Contact/1', {}],
			['a way up', 'https://online2.superoffice.com/ID/api/..%2f..%2fCust1/api', {}],
		])('signs nothing for %s', async (_name, url, changes) => {
			const { id } = online().tenant;
			const webService = `https://online2.superoffice.com/${id}`;
			const signed = at(url.replace('ID', id), { webService, ...changes });
			await expect(signed).rejects.toThrow(/credential/);
		});

		it('sends no secret with a ticket of someone else, so that n8n signs the user in', async () => {
			const url = `https://online2.superoffice.com/${online().tenant.id}/api/v1`;
			const { headers } = await at(url, { signedInAs: 'x' });
			expect(headers).toEqual({ Authorization: 'SOTicket none' });
		});
	});

	describe('when SuperOffice refuses', () => {
		const refusals: Array<[string, () => object, RegExp]> = [
			[
				'another key',
				() => ({ privateKey: anotherKey() }),
				/the private key does not belong to this app's environment/,
			],
			[
				'a revoked approval',
				() => {
					online().revokeConsent();
					return {};
				},
				/the approval of the app in this tenant was revoked or has expired/,
			],
			[
				'another secret',
				() => ({ clientSecret: 'other' }),
				/the app is not allowed in this tenant/,
			],
		];

		it.each(refusals)('%s, says so and sends no item', async (_name, prepare, message) => {
			const login = systemUser(online(), { ...prepare() });
			const run = { items: numbered(5), onError: GOES_ON };
			const result = await createAppointments(online(), login, run);
			const errors = result.itemsOf(NEXT).map(({ json }) => json.error);
			expect(errors).toEqual(Array(5).fill(expect.stringMatching(message)));
			expect(errors[0]).toMatch(/^SuperOffice refused the system user: /);
			// One try for the whole execution.
			expect(asked(online(), EXCHANGE_PATH)).toHaveLength(1);
			expect(online().service.requests).toEqual([]);
			const { clientSecret, systemUserToken, privateKeyXml } = online().app;
			expectNothingLeaked(online(), result, [clientSecret, systemUserToken, privateKeyXml]);
			expect(await testCredential(login)).toMatch(message);
		});

		it('a clock that is off, says by how much', async () => {
			const date = new Date(Date.now() - 17 * 60_000).toUTCString();
			online().answerNext(EXCHANGE_PATH, {
				headers: { date },
				body: { IsSuccessful: false, ErrorMessage: 'Authorization error: InvalidTimestamp (6)' },
			});
			const { error } = await createAppointments(online(), systemUser(online()));
			expect(error?.message).toMatch(/n8n's clock is 17 min ahead of SuperOffice's/);
		});

		it('in words that repeat a secret, repeats none', async () => {
			const { clientSecret, systemUserToken } = online().app;
			const ErrorMessage = `No app ${clientSecret} for ${systemUserToken}`;
			online().answerNext(EXCHANGE_PATH, {
				status: 400,
				body: { IsSuccessful: false, ErrorMessage },
			});
			const result = await createAppointments(online(), systemUser(online()));
			expect(result.error?.message).toMatch(
				/check tenant, environment, .*No app \*\*\* for \*\*\*/,
			);
			expectNothingLeaked(online(), result, [clientSecret, systemUserToken]);
		});

		it('every ticket, stops after the first item', async () => {
			const refused = { status: 401, body: { ErrorMessage: 'No' } };
			online().service.answerNext(...Array<object>(10).fill(refused));
			const run = { items: numbered(5), onError: GOES_ON };
			const result = await createAppointments(online(), systemUser(online()), run);
			const errors = result.itemsOf(NEXT).map(({ json }) => json.message);
			expect(errors[4]).toMatch(/even after the login was renewed/);
			expect(createdTitles(online())).toEqual([]);
			expect(asked(online(), EXCHANGE_PATH).length).toBeLessThanOrEqual(2);
		});
	});

	it.each([
		['no tenant', { tenant: '' }, /^Tenant \(tenant\) of the credential is empty/],
		['no secret', { clientSecret: ' ' }, /^Client Secret \(clientSecret\) .* is empty/],
		['no token', { systemUserToken: '' }, /^System User Token .* is empty/],
		['no key', { privateKey: '' }, /^Private Key \(privateKey\) .* is empty/],
		['half a key', { privateKey: '-----BEGIN PRIVATE KEY-----MIIE' }, /neither XML nor PEM/],
		[
			'a broken key',
			{ privateKey: '-----BEGIN PRIVATE KEY-----MIIE-----END PRIVATE KEY-----' },
			/cannot be read; perhaps a part of it is missing/,
		],
		[
			'a public key',
			{ privateKey: '-----BEGIN PUBLIC KEY-----MIIE-----END PUBLIC KEY-----' },
			/is a public key, not a private RSA key/,
		],
		[
			'a public key in XML',
			{ privateKey: '<RSAKeyValue><Modulus>AQAB</Modulus><Exponent>AQAB</Exponent></RSAKeyValue>' },
			/is XML without <D>/,
		],
		[
			'an encrypted key',
			{
				privateKey: '-----BEGIN ENCRYPTED PRIVATE KEY-----MIIE-----END ENCRYPTED PRIVATE KEY-----',
			},
			/is encrypted with a passphrase/,
		],
	])(
		'with %s asks for it, and SuperOffice for nothing but the state',
		async (_name, changes, message) => {
			const login = systemUser(online(), changes);
			const { error } = await createAppointments(online(), login);
			expect(error?.message).toMatch(message);
			expect(asked(online(), EXCHANGE_PATH)).toEqual([]);
			expect(online().service.requests).toEqual([]);
			expect(await testCredential(login)).toMatch(message);
		},
	);

	it("passes n8n's test, which signs in anew", async () => {
		expect(await testCredential(systemUser(online()))).toBeUndefined();
		expect(asked(online(), EXCHANGE_PATH)).toHaveLength(1);
		expect(asked(online(), STATE_PATH)).toHaveLength(1);
	});
});

/** A key that the app was never given. */
function anotherKey(): string {
	const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
	return String(privateKey.export({ type: 'pkcs8', format: 'pem' }));
}

describe('a login server whose answer does not end', () => {
	const online = useOnline(QUICK);

	it.each([
		['the state of the tenant', STATE_PATH],
		['the sign-in', EXCHANGE_PATH],
	])('is given up after half a minute, for %s', async (_name, path) => {
		online().answerNext(path, { body: 'x'.repeat(1000), drip: 500 });
		const { error } = await createAppointments(online(), systemUser(online()));
		expect(`${error?.message} ${error?.description}`).toMatch(/did not answer in time/);
		expect(createdTitles(online())).toEqual([]);
	});
});
