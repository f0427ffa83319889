import type { IDataObject } from 'n8n-workflow';

import { OTHER_TENANT } from '../../../../simulator/online';
import { restartEngine, searchList, testCredential, useOnline } from '../../../../support';
import {
	asked,
	connected,
	createAppointments,
	createdTitles,
	expectNothingLeaked,
	numbered,
	STATE_PATH,
	titlesOf,
	GRANT_PATH,
} from './logins';

describe('OAuth2', () => {
	const online = useOnline();

	it('creates where the token says, and asks the state service and the keys once', async () => {
		restartEngine(online());
		const result = await createAppointments(online(), connected(online()), { items: numbered(3) });
		expect(result.error).toBeUndefined();
		expect(titlesOf(result)).toEqual(['Appointment 0', 'Appointment 1', 'Appointment 2']);
		const { requests, baseUrl } = online().service;
		expect(baseUrl).toBe(`https://online2.superoffice.com/${online().tenant.id}`);
		expect(requests.map(({ method, host, path }) => `${method} ${host}${path}`)).toEqual(
			Array(3).fill('POST online2.superoffice.com/api/v1/Appointment'),
		);
		expect(online().loginRequests.map(({ path }) => path)).toEqual([
			'/login/.well-known/jwks',
			`/api/state/${online().tenant.id}`,
		]);
		// Neither knows the token, nor needs to.
		expect(online().loginRequests.some(({ headers }) => headers.authorization)).toBe(false);
	});

	it.each([
		['the access token', (tokens: IDataObject) => ({ ...tokens, id_token: undefined }), ''],
		[
			'the field',
			(tokens: IDataObject) => ({ ...tokens, id_token: undefined, access_token: 'opaque' }),
			'named',
		],
	])('finds the tenant by %s where there is no more to tell', async (_name, change, tenant) => {
		const oauthTokenData = change(online().grant() as IDataObject);
		const named = tenant && online().tenant.id;
		const login = connected(online(), { oauthTokenData, tenant: named });
		await createAppointments(online(), login);
		expect(asked(online(), STATE_PATH).map(({ path }) => path)).toEqual([
			`/api/state/${online().tenant.id}`,
		]);
	});

	it.each([
		['by another name', { kid: 'Frf7', x5t: undefined }],
		['by none', { kid: undefined, x5t: undefined }],
	])('takes an id token whose key is told %s', async (_name, header) => {
		online().forge({ header });
		const { error } = await createAppointments(online(), connected(online()));
		expect(error).toBeUndefined();
	});

	it('asks no token of a key that is no longer published for the tenant', async () => {
		online().forge({ signedBy: 'stranger', header: { kid: 'retired', x5t: 'retired' } });
		const oauthTokenData = online().grant(OTHER_TENANT) as IDataObject;
		const { access_token: accessToken } = online().grant() as IDataObject;
		const login = connected(online(), {
			oauthTokenData: { ...oauthTokenData, access_token: accessToken },
		});
		expect((await createAppointments(online(), login)).error).toBeUndefined();
		expect(asked(online(), STATE_PATH).map(({ path }) => path)).toEqual([
			`/api/state/${online().tenant.id}`,
		]);
	});

	it('refreshes an expired token once, and loses and doubles no item', async () => {
		const items = numbered(200);
		online().before(100, () => online().expireAccessTokens());
		const result = await createAppointments(online(), connected(online()), { items });
		expect(result.error).toBeUndefined();
		expect(titlesOf(result)).toEqual(items.map(({ title }) => title));
		expect(createdTitles(online())).toEqual(items.map(({ title }) => title));
		expect(asked(online(), GRANT_PATH)).toHaveLength(1);
		expect(result.renewals).toBe(1);
		// What n8n asks with the old and with the new token, and the refused items once more.
		const { length } = online().service.requests;
		expect(length).toBeGreaterThanOrEqual(203);
		expect(length).toBeLessThanOrEqual(202 + 8);
	}, 60_000);

	it('names the credential when SuperOffice no longer renews it, and sends no further item', async () => {
		const login = connected(online());
		online().expireAccessTokens();
		online().revokeConsent();
		const run = { items: numbered(5), onError: 'continueRegularOutput' as const };
		const result = await createAppointments(online(), login, run);
		expect(result.itemsOf('Next Node').map(({ json }) => json.error)).toEqual(
			Array(5).fill(expect.stringMatching(/needs to be reconnected/)),
		);
		expect(asked(online(), GRANT_PATH)).toHaveLength(1);
		expect(online().service.requests).toHaveLength(2);
		const { access_token: token, refresh_token: refresh } = login.data
			.oauthTokenData as IDataObject;
		expectNothingLeaked(online(), result, [token, refresh, online().app.clientSecret]);
	});

	it.each([
		['nothing', undefined],
		['an empty object', {}],
	])('says that it is not connected yet, holding %s', async (_name, oauthTokenData) => {
		const login = connected(online(), { oauthTokenData });
		const { error } = await createAppointments(online(), login);
		expect(error?.message).toBe(
			'The credential is not connected to SuperOffice yet. Open it, connect your account, and sign in.',
		);
		expect(online().hosts).toEqual([]);
		expect(await testCredential(login)).toMatch(/not connected/);
	});

	it('refuses an account of another tenant than the one that is named', async () => {
		const login = connected(online(), { tenant: OTHER_TENANT });
		const { error } = await createAppointments(online(), login);
		expect(error?.message).toMatch(/names the tenant Cust54321, but .* belongs to Cust\d+/);
		expect(online().service.requests).toEqual([]);
	});

	it('tells an app that is refused from an account', async () => {
		const login = connected(online(), { clientSecret: 'other' });
		online().expireAccessTokens();
		const { error } = await createAppointments(online(), login);
		expect(error?.message).toMatch(/^The login could not be renewed: .*check client ID/);
	});

	it('says that the login server does not answer, and tries again with the next item', async () => {
		online().expireAccessTokens();
		online().answerNext(GRANT_PATH, { reset: true });
		const login = connected(online());
		online().expireAccessTokens();
		const run = { items: numbered(2), onError: 'continueRegularOutput' as const };
		const result = await createAppointments(online(), login, run);
		const [first, second] = result.itemsOf('Next Node').map(({ json }) => json);
		expect(first.error).toMatch(/^The login could not be renewed: The connection was cut/);
		expect(second.Title).toBe('Appointment 1');
	});

	it('serves the form as well', async () => {
		const question = { method: 'contact', path: 'contact', filter: '' };
		const { results } = await searchList(online().service, question, connected(online()));
		expect(results.length).toBeGreaterThan(0);
	});

	it.each([
		['another tenant in the address', { tenant: 'Cust1/../..', oauthTokenData: undefined }],
		['an environment of its own', { environment: 'evil.example/' }],
	])('takes no %s', async (_name, changes) => {
		const oauthTokenData = { ...(online().grant() as IDataObject), id_token: undefined };
		const login = connected(online(), { oauthTokenData, ...changes });
		const { error } = await createAppointments(online(), login);
		expect(error?.message).toMatch(/of the credential is|not connected/);
		expect(online().hosts).toEqual([]);
	});
});
