import type { IDataObject } from 'n8n-workflow';

import { OTHER_TENANT } from '../../../../simulator/online';
import type { Forgery } from '../../../../simulator/online/keys';
import { restartEngine, testCredential, useOnline } from '../../../../support';
import { connected, createAppointments, expectNothingLeaked, systemUser } from './logins';

const OWN = 'http://schemes.superoffice.net/identity/';
const seconds = (minutes: number) => Math.floor(Date.now() / 1000) + minutes * 60;

/** What is wrong with any token. */
const forgeries: Array<[string, Forgery, RegExp]> = [
	['signed by a stranger', { signedBy: 'stranger' }, /signature is not that of SuperOffice/],
	['not signed', { signedBy: 'nobody' }, /not a signed JSON Web Token/],
	['signed with the public key as a secret', { signedBy: 'hmac' }, /not signed by RS256/],
	['of another issuer', { claims: { iss: 'https://evil.example' } }, /issued by someone else/],
	['without an issuer', { claims: { iss: undefined } }, /issued by someone else/],
	['for another app', { claims: { aud: 'other' } }, /meant for another app/],
	['for nobody', { claims: { aud: undefined } }, /meant for another app/],
];

describe('a token of the login server', () => {
	const online = useOnline();

	it.each(forgeries)('%s signs no system user in', async (_name, forgery, problem) => {
		online().forge(forgery);
		const login = systemUser(online());
		const result = await createAppointments(online(), login);
		expect(result.error?.message).toMatch(/^SuperOffice's login server sent a token that cannot/);
		expect(result.error?.message).toMatch(problem);
		expect(online().service.requests).toEqual([]);
		expect(result.renewals).toBe(0);
		const { clientSecret, systemUserToken } = online().app;
		expectNothingLeaked(online(), result, [clientSecret, systemUserToken]);
		expect(await testCredential(login)).toMatch(problem);
	});

	it.each(forgeries)('%s connects no account', async (_name, forgery, problem) => {
		online().forge(forgery);
		const result = await createAppointments(online(), connected(online()));
		expect(result.error?.message).toMatch(problem);
		expect(online().service.requests).toEqual([]);
		expectNothingLeaked(online(), result, [online().app.clientSecret]);
	});

	it.each<[string, Forgery, RegExp]>([
		['of another tenant', { claims: { [`${OWN}ctx`]: OTHER_TENANT } }, /meant for another tenant/],
		['without an end', { claims: { exp: undefined } }, /out of date by this machine's clock/],
		['without a ticket', { claims: { [`${OWN}ticket`]: undefined } }, /no ticket in it/],
		['that is over', { claims: { exp: seconds(-10) } }, /out of date by this machine's clock/],
		['of the future', { claims: { nbf: seconds(10) } }, /out of date by this machine's clock/],
		['with the serial of another', { claims: { [`${OWN}serial`]: '1' } }, /for another app/],
	])('%s signs no system user in', async (_name, forgery, problem) => {
		online().forge(forgery);
		const { error } = await createAppointments(online(), systemUser(online()));
		expect(error?.message).toMatch(problem);
		expect(online().service.requests).toEqual([]);
	});

	it.each(['nonsense', 'a.b.c', 'e30.e30.e30', `${'eyJhbGciOiJSUzI1NiJ9'}.bnVsbA.AA`])(
		'that is none (%s) signs nobody in',
		async (Token) => {
			const body = { IsSuccessful: true, Token, ErrorMessage: null };
			online().answerNext('/login/api/partnersystemuser', { body });
			const { error } = await createAppointments(online(), systemUser(online()));
			expect(error?.message).toMatch(/a token that cannot be trusted/);
			expect(online().service.requests).toEqual([]);
		},
	);

	it('signs in where it names no tenant, which is promised nowhere', async () => {
		online().forge({ claims: { [`${OWN}ctx`]: undefined } });
		expect((await createAppointments(online(), systemUser(online()))).error).toBeUndefined();
	});

	describe('without the keys', () => {
		/** They are asked for twice. */
		const fail = () => {
			const refusal = { status: 503, body: {} };
			for (const answer of [refusal, refusal])
				online().answerNext('/login/.well-known/jwks', answer);
		};

		it('asks for them once more before anything fails', async () => {
			restartEngine(online());
			online().answerNext('/login/.well-known/jwks', { status: 503, body: {} });
			expect((await createAppointments(online(), systemUser(online()))).error).toBeUndefined();
		});

		it('signs no system user in, and the keys are asked for again', async () => {
			restartEngine(online());
			fail();
			const login = systemUser(online());
			const { error } = await createAppointments(online(), login);
			expect(error?.message).toMatch(/did not return its keys \(HTTP 503\)/);
			expect((await createAppointments(online(), login)).error).toBeUndefined();
		});

		it('leaves it to the access token to tell the tenant', async () => {
			restartEngine(online());
			fail();
			expect((await createAppointments(online(), connected(online()))).error).toBeUndefined();
		});

		it('connects nobody whose access token tells none', async () => {
			restartEngine(online());
			fail();
			const oauthTokenData = { ...(online().grant() as IDataObject), access_token: 'opaque' };
			const login = connected(online(), { oauthTokenData });
			const { error } = await createAppointments(online(), login);
			expect(error?.message).toMatch(/did not return its keys/);
		});
	});
});
