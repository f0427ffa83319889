/* eslint-disable @n8n/community-nodes/no-restricted-imports -- tests of a proxy, never part of the package */
import { createHash, createPublicKey, createSign, verify, type JsonWebKey } from 'node:crypto';
import { request } from 'node:http';

import { OTHER_TENANT } from '.';
import { ask, form, type Answered } from './ask';
import { useOnlineAlone } from './use';

const LOGIN = 'https://online.superoffice.com';
const AUTHORIZE = `${LOGIN}/login/common/oauth/authorize`;
const TOKENS = `${LOGIN}/login/common/oauth/tokens`;
const REDIRECT = 'http://127.0.0.1:5678/rest/oauth2-credential/callback';
const IDENTITY = 'http://schemes.superoffice.net/identity/';

const online = useOnlineAlone();

const get = async (url: string, headers = {}) => await ask(online(), url, { headers });

const query = (url: string, values: Record<string, string>) =>
	`${url}?${new URLSearchParams(values).toString()}`;

const part = (jwt: unknown, index: number) =>
	JSON.parse(Buffer.from(String(jwt).split('.')[index], 'base64url').toString()) as Record<
		string,
		unknown
	>;

async function isHonest(jwt: unknown): Promise<boolean> {
	const { json } = await get(`${LOGIN}/login/.well-known/jwks`);
	const [header, claims, signature] = String(jwt).split('.');
	const { kid, alg } = part(jwt, 0);
	const keys = json.keys as JsonWebKey[];
	const key = createPublicKey({ key: keys.find((one) => one.kid === kid)!, format: 'jwk' });
	const text = Buffer.from(`${header}.${claims}`);
	return alg === 'RS256' && verify('RSA-SHA256', text, key, Buffer.from(signature, 'base64url'));
}

describe('the login hosts', () => {
	it.each(['sod', 'qaonline', 'online'])('have the documented metadata at %s', async (name) => {
		const host = `https://${name}.superoffice.com`;
		const { json } = await get(`${host}/login/.well-known/openid-configuration`);
		expect(json).toEqual({
			issuer: host,
			authorization_endpoint: `${host}/login/common/oauth/authorize`,
			token_endpoint: `${host}/login/common/oauth/tokens`,
			jwks_uri: `${host}/login/.well-known/jwks`,
			scopes_supported: ['openid'],
			response_modes_supported: ['form_post', 'fragment', 'query'],
			response_types_supported: ['code', 'id_token', 'code id_token', 'token id_token', 'token'],
			subject_types_supported: ['public'],
			id_token_signing_alg_values_supported: ['RS256'],
			token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
			grant_types_supported: ['implicit', 'authorization_code', 'refresh_token'],
		});
	});

	it('are no web service, and the numbered ones sign nobody in', async () => {
		const { access_token } = online().grant();
		const headers = { Authorization: `Bearer ${String(access_token)}` };
		const api = `${LOGIN}/${online().tenant.id}/api/v1/User/currentPrincipal`;
		expect((await get(api, headers)).status).toBe(421);
		const numbered = 'https://online2.superoffice.com/login/.well-known/jwks';
		expect((await get(numbered, headers)).status).toBe(404);
	});

	it('give scripted answers by their path, once', async () => {
		const location = 'https://attacker.example/';
		online().answerNext('/api/state', { status: 302, headers: { location } });
		const state = `${LOGIN}/api/state/${online().tenant.id}`;
		expect((await get(`${LOGIN}/login/.well-known/jwks`)).status).toBe(200);
		expect(await get(state)).toMatchObject({ status: 302, headers: { location } });
		expect((await get(state)).status).toBe(200);
		expect(online().loginRequests.map(({ host, path }) => host + path)).toEqual([
			'online.superoffice.com/login/.well-known/jwks',
			`online.superoffice.com/api/state/${online().tenant.id}`,
			`online.superoffice.com/api/state/${online().tenant.id}`,
		]);
	});
});

describe('the way there', () => {
	it('leads to strangers, who are told apart', async () => {
		expect((await get('https://www.attacker.example/a?b=1')).status).toBe(200);
		expect(online().foreignRequests).toMatchObject([
			{ method: 'GET', host: 'www.attacker.example', path: '/a?b=1' },
		]);
		expect(online().hosts).toEqual(['www.attacker.example']);
	});

	it('takes whole addresses too, of SuperOffice over TLS only', async () => {
		const whole = async (path: string) =>
			await new Promise((resolve) => {
				const { port } = new URL(online().proxyUrl);
				const host = new URL(path).host;
				const asking = request({ host: '127.0.0.1', port, path, headers: { host } }, (answer) => {
					answer.resume();
					resolve(answer.statusCode);
				});
				asking.end();
			});
		expect(await whole(`${LOGIN}/login/.well-known/jwks`)).toBe(200);
		expect(await whole('http://online.superoffice.com/login/.well-known/jwks')).toBe(502);
		expect(await whole('http://attacker.example/')).toBe(200);
		expect(online().foreignRequests).toHaveLength(1);
		expect(online().loginRequests).toHaveLength(1);
	});

	it('leads nowhere else', async () => {
		await expect(get('https://elsewhere.example/')).rejects.toThrow();
		await expect(get('https://online.superoffice.com:8443/')).rejects.toThrow();
	});
});

describe('signing in', () => {
	const asked = () => ({
		client_id: online().app.clientId,
		scope: 'openid',
		redirect_uri: REDIRECT,
		response_type: 'code',
		state: 'state of the tests',
	});

	const signIn = async (more: Record<string, string> = {}, entered = {}) => {
		const { name: username, password } = online().user;
		const url = query(AUTHORIZE, {
			...asked(),
			acr_values: `tenant:${online().tenant.id}`,
			...more,
		});
		return await ask(online(), url, form({ username, password, ...entered }));
	};

	const parameters = ({ headers }: Answered) => {
		const target = new URL(headers.location ?? '');
		return { ...Object.fromEntries(target.searchParams), at: target.origin + target.pathname };
	};

	const exchange = async (code: string, more: Record<string, string> = {}) => {
		const { clientId: client_id, clientSecret: client_secret } = online().app;
		const values = { client_id, client_secret, code, redirect_uri: REDIRECT, ...more };
		return await ask(online(), TOKENS, form({ grant_type: 'authorization_code', ...values }));
	};

	const codeOf = async (more: Record<string, string> = {}) => {
		const { code } = parameters(await signIn(more)) as { code?: string };
		return code ?? '';
	};

	it('shows a page, which asks for a tenant where none is named', async () => {
		const { text, headers } = await get(query(AUTHORIZE, asked()));
		expect(headers['content-type']).toContain('text/html');
		expect(text).toContain(`<option>${OTHER_TENANT}</option>`);
		const named = { ...asked(), acr_values: `tenant:${online().tenant.id}` };
		expect((await get(query(AUTHORIZE, named))).text).not.toContain('<select');
	});

	it('leads back with a code and the state', async () => {
		const answer = await signIn();
		expect(answer.status).toBe(302);
		const { code, ...rest } = parameters(answer) as { code?: string };
		expect(rest).toEqual({ at: REDIRECT, state: 'state of the tests' });
		expect(code).toMatch(/./);
	});

	it('stays where the password is wrong, and tells a refusal', async () => {
		const wrong = await signIn({}, { password: 'other' });
		expect(wrong.status).toBe(200);
		expect(wrong.text).toContain('Wrong user name or password');
		const cancelled = await signIn({}, { decision: 'cancel' });
		expect(parameters(cancelled)).toMatchObject({ error: 'access_denied' });
	});

	it.each([
		['another client', { client_id: 'other' }],
		['an address that is not registered', { redirect_uri: 'https://attacker.example/callback' }],
		[
			'an address with more than is registered',
			{ redirect_uri: 'http://localhost:5678/rest/oauth2-credential/callback/' },
		],
	])('leads nobody away for %s', async (_name, more) => {
		expect((await signIn(more)).status).toBe(400);
	});

	it.each([
		['another scope', { scope: 'openid profile' }, 'invalid_scope'],
		['another response', { response_type: 'token' }, 'unsupported_response_type'],
		['a tenant that is not there', { acr_values: 'tenant:Cust1' }, 'access_denied'],
		['a tenant of another environment', {}, 'access_denied'],
		[
			'an unknown challenge',
			{ code_challenge: 'x', code_challenge_method: 'S512' },
			'invalid_request',
		],
	])('refuses %s', async (name, more, error) => {
		if (name.includes('environment')) online().moveTenant('sod2');
		expect(parameters(await signIn(more))).toMatchObject({ error, at: REDIRECT });
	});

	it('gives tokens for a code, once', async () => {
		const code = await codeOf({ nonce: 'n-1' });
		const { status, json } = await exchange(code);
		expect(status).toBe(200);
		expect(json).toMatchObject({ token_type: 'Bearer', expires_in: 3600 });
		expect(json.access_token).toMatch(/^8A:Cust\d+\../);
		expect(json.refresh_token).toEqual(expect.any(String));
		expect(await isHonest(json.id_token)).toBe(true);
		expect(part(json.id_token, 1)).toMatchObject({
			iss: LOGIN,
			aud: online().app.clientId,
			nonce: 'n-1',
			[`${IDENTITY}ctx`]: online().tenant.id,
			[`${IDENTITY}serial`]: online().app.serial,
			[`${IDENTITY}webapi_url`]: `https://online2.superoffice.com/${online().tenant.id}/api/`,
		});
		const again = await exchange(code);
		expect(again).toMatchObject({ status: 400, json: { error: 'invalid_grant' } });
	});

	it.each([
		['S256', createHash('sha256').update('verifier of the tests').digest('base64url'), 'S256'],
		['plain, which is the default', 'verifier of the tests', undefined],
	])('checks the proof of a challenge that is %s', async (_name, code_challenge, method) => {
		const challenge = { code_challenge, ...(method && { code_challenge_method: method }) };
		const right = await exchange(await codeOf(challenge), {
			code_verifier: 'verifier of the tests',
		});
		expect(right.status).toBe(200);
		const other = await exchange(await codeOf(challenge), { code_verifier: 'another' });
		expect(other.json).toMatchObject({ error: 'invalid_grant' });
		expect((await exchange(await codeOf(challenge))).json).toMatchObject({
			error: 'invalid_grant',
		});
	});

	it('takes the client from Basic or the address as well, and no other', async () => {
		const { clientId, clientSecret } = online().app;
		const { refresh_token } = online().grant();
		const grant = { grant_type: 'refresh_token', refresh_token: String(refresh_token) };
		const basic = (secret: string) =>
			`Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}`;
		const by = async (secret: string) => {
			const posted = form(grant);
			const headers = { ...posted.headers, Authorization: basic(secret) };
			return await ask(online(), TOKENS, { ...posted, headers });
		};
		expect((await by(clientSecret)).status).toBe(200);
		const refused = { status: 401, json: { error: 'invalid_client' } };
		expect(await by('other')).toMatchObject(refused);
		const all = { ...grant, client_id: clientId, client_secret: clientSecret };
		expect((await ask(online(), query(TOKENS, all), { method: 'POST' })).status).toBe(200);
		expect((await exchange(await codeOf(), { client_secret: 'other' })).json).toMatchObject({
			error: 'invalid_client',
		});
	});

	it('renews without a new refresh token, until consent is revoked', async () => {
		const { clientId: client_id, clientSecret: client_secret } = online().app;
		const refresh_token = String(online().grant().refresh_token);
		const values = { grant_type: 'refresh_token', client_id, client_secret, refresh_token };
		for (const time of [1, 2]) {
			const { status, json } = await ask(online(), TOKENS, form(values));
			expect([time, status]).toEqual([time, 200]);
			expect(Object.keys(json).sort()).toEqual([
				'access_token',
				'expires_in',
				'id_token',
				'token_type',
			]);
		}
		online().revokeConsent();
		const revoked = await ask(online(), TOKENS, form(values));
		expect(revoked).toMatchObject({ status: 400, json: { error: 'invalid_grant' } });
	});

	it('forges id tokens on demand', async () => {
		online().forge({ signedBy: 'stranger' });
		expect(await isHonest(online().grant().id_token)).toBe(false);
		online().forge({ signedBy: 'nobody' });
		expect(part(online().grant().id_token, 0)).toMatchObject({ alg: 'none' });
		online().forge({ signedBy: 'hmac', claims: { iss: 'x' } });
		const { id_token } = online().grant();
		expect([part(id_token, 0).alg, part(id_token, 1).iss]).toEqual(['HS256', 'x']);
		online().forge(undefined);
		expect(await isHonest(online().grant().id_token)).toBe(true);
	});
});

describe('a system user', () => {
	const stamp = (at: number) => new Date(at).toISOString().replace(/\D/g, '').slice(0, 12);

	const signed = (at = Date.now(), key = online().app.privateKey) => {
		const data = `${online().app.systemUserToken}.${stamp(at)}`;
		return `${data}.${createSign('SHA256').update(data).sign(key, 'base64')}`;
	};

	const authenticate = async (more: object = {}) => {
		const body = {
			SignedSystemToken: signed(),
			ApplicationToken: online().app.clientSecret,
			ContextIdentifier: online().tenant.id,
			ReturnTokenType: 'JWT',
			...more,
		};
		const { json } = await ask(online(), `${LOGIN}/Login/api/PartnerSystemUser/Authenticate`, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify(body),
		});
		return json;
	};

	it('gets a ticket that signs in, together with the application token', async () => {
		const { IsSuccessful, Token } = await authenticate();
		expect(IsSuccessful).toBe(true);
		expect(await isHonest(Token)).toBe(true);
		const claims = part(Token, 1);
		const { serial, clientSecret } = online().app;
		expect(claims).toMatchObject({
			iss: 'SuperOffice AS',
			aud: `spn:${serial}`,
			[`${IDENTITY}serial`]: serial,
			[`${IDENTITY}ctx`]: online().tenant.id,
		});
		const ticket = String(claims[`${IDENTITY}ticket`]);
		expect(ticket).toMatch(/^7T:/);
		const api = `${online().service.baseUrl}/api/v1/User/currentPrincipal`;
		const headers = { Authorization: `SOTicket ${ticket}` };
		expect((await get(api, headers)).status).toBe(401);
		const complete = { ...headers, 'SO-AppToken': clientSecret };
		expect((await get(api, complete)).status).toBe(200);
		online().expireTickets();
		expect((await get(api, complete)).status).toBe(401);
	});

	it.each<[string, () => object, string]>([
		['another secret', () => ({ ApplicationToken: 'other' }), 'Denied (4)'],
		['another tenant', () => ({ ContextIdentifier: OTHER_TENANT }), 'Denied (4)'],
		[
			'an old time stamp',
			() => ({ SignedSystemToken: signed(Date.now() - 600_000) }),
			'InvalidTimestamp (6)',
		],
		[
			'a time stamp ahead',
			() => ({ SignedSystemToken: signed(Date.now() + 600_000) }),
			'InvalidTimestamp (6)',
		],
		[
			'a broken signature',
			() => ({ SignedSystemToken: `${signed().slice(0, -8)}AAAAAA==` }),
			'InvalidSignature (7)',
		],
		[
			'no signature',
			() => ({ SignedSystemToken: online().app.systemUserToken }),
			'InvalidSignature (7)',
		],
	])('is refused for %s', async (_name, change, error) => {
		const ErrorMessage = `Authorization error: ${error}`;
		expect(await authenticate(change())).toMatchObject({ IsSuccessful: false, ErrorMessage });
	});

	it('is refused once consent is revoked', async () => {
		online().revokeConsent();
		expect(await authenticate()).toEqual({
			IsSuccessful: false,
			Token: null,
			ErrorMessage: 'Authorization error: Revoked (1)',
		});
	});

	it('may sign with each form of the key', () => {
		const { privateKey, privateKeyPkcs1, privateKeyXml } = online().app;
		const now = Date.now();
		expect(signed(now, privateKeyPkcs1)).toBe(signed(now, privateKey));
		expect(privateKeyXml).toMatch(
			/^<RSAKeyValue><Modulus>[A-Za-z0-9+/=]+<\/Modulus><Exponent>AQAB</,
		);
	});
});

describe('a tenant', () => {
	const principal = () => `${online().service.baseUrl}/api/v1/User/currentPrincipal`;
	const bearer = (tenant?: string) => ({
		Authorization: `Bearer ${String(online().grant(tenant).access_token)}`,
	});

	it('tells its state', async () => {
		const { json } = await get(`${LOGIN}/api/state/${online().tenant.id.toLowerCase()}`);
		expect(json).toMatchObject({
			ContextIdentifier: online().tenant.id,
			Endpoint: `https://online2.superoffice.com/${online().tenant.id}`,
			State: 'Running',
			IsRunning: true,
			Api: `https://online2.superoffice.com/${online().tenant.id}/api`,
		});
		expect(json.ValidUntil).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}Z$/);
		const { tenant } = online();
		Object.assign(tenant, {
			state: 'Suspended',
			isRunning: false,
			api: 'https://attacker.example',
		});
		const changed = await get(`${LOGIN}/api/state/${online().tenant.id}`);
		const expected = { State: 'Suspended', IsRunning: false, Api: 'https://attacker.example' };
		expect(changed.json).toMatchObject(expected);
	});

	it.each([
		['it is not there', `${LOGIN}/api/state/Cust1`],
		['it is elsewhere', 'https://sod.superoffice.com/api/state/ID'],
	])('is unknown where %s', async (_name, url) => {
		const { json } = await get(url.replace('ID', online().tenant.id));
		expect(json).toMatchObject({ State: 'Unknown', IsRunning: false });
	});

	it('has a web service, which records and links by its own address', async () => {
		const url = `${online().service.baseUrl}/api/v1/Appointment/305`;
		const { status, json } = await get(url, bearer());
		expect(status).toBe(200);
		expect(json._Links).toMatchObject({ Self: url });
		expect(online().service.requests).toMatchObject([
			{ method: 'GET', host: 'online2.superoffice.com', path: '/api/v1/Appointment/305' },
		]);
	});

	it('misdirects who asks its old host', async () => {
		const headers = bearer();
		const old = principal();
		online().moveTenant('online7');
		const { status, text } = await get(old, headers);
		expect(status).toBe(421);
		expect(text).toContain('Wrong subdomain used to access tenant');
		expect((await get(principal(), headers)).status).toBe(200);
		expect(principal()).toContain('online7');
	});

	it('refuses tokens that ran out, and those of others', async () => {
		const headers = bearer();
		expect((await get(principal(), bearer(OTHER_TENANT))).status).toBe(401);
		expect((await get(principal(), { Authorization: 'Basic YTpi' })).status).toBe(401);
		online().before(2, () => online().expireAccessTokens());
		expect((await get(principal(), headers)).status).toBe(200);
		expect((await get(principal(), headers)).status).toBe(401);
	});
});
