import { SuperOfficeApi } from '../../credentials/SuperOfficeApi.credentials';
import { apiRoot, resolveTarget } from '../../nodes/shared/transport/address';
import { authenticate } from '../../nodes/shared/transport/authenticate';
import { LOGIN, type Scripted } from '../simulator';
import { testCredential, useSimulator } from '../support';

const { username, password, accessToken, ticket, xsrfToken, sessionCookie, appToken } = LOGIN;

describe("the credential's test", () => {
	const simulator = useSimulator();
	const basic = () => ({
		baseUrl: simulator().baseUrl,
		authentication: 'basic',
		username,
		password,
	});

	it.each([
		['basic', { username, password }],
		['soTicket', { ticket }],
		['session', { xsrfToken, sessionCookie }],
	])('passes for %s', async (authentication, login) => {
		const complaint = await testCredential({ ...basic(), authentication, ...login });
		expect(complaint).toBeUndefined();
		const { method, path } = simulator().requests[0];
		expect(`${method} ${path}`).toBe('GET /api/v1/User/currentPrincipal');
	});

	it('finds the service from any form of the base URL', async () => {
		for (const end of ['/', '/api', '/api/v1/']) {
			const data = { ...basic(), baseUrl: simulator().baseUrl + end };
			expect(await testCredential(data)).toBeUndefined();
		}
	});

	it.each<[string, Scripted, RegExp]>([
		['401', { status: 401, body: {} }, /refused the login.*password.*token or ticket/],
		['403', { status: 403, body: {} }, /may not use the web service/],
		['404', { status: 404, body: {} }, /no SuperOffice web service at the base URL/],
		['421', { status: 421, body: {} }, /not at this address.*subdomain/],
		[
			'a redirect',
			{ status: 302, headers: { location: 'https://x.example' }, body: '' },
			/redirects/,
		],
		['a page', { body: '<html><body>Sign in</body></html>' }, /A web page answered/],
		['a page after a line', { body: '\r\n<html></html>' }, /A web page answered/],
		['no associate', { body: { AssociateId: null } }, /not for a signed-in user/],
		['associate 0', { body: { AssociateId: 0 } }, /not for a signed-in user/],
		['another JSON', { body: { ok: true } }, /not for a signed-in user/],
	])('names the cause for %s', async (_name, scripted, message) => {
		simulator().answerNext(scripted, scripted);
		expect(await testCredential(basic())).toMatch(message);
		expect(new Set(simulator().requests.map(({ path }) => path)).size).toBe(1);
	});

	it.each([
		['crm.example.com', /"crm.example.com" is not a web address/],
		['', /it is empty/],
		['https://a:b@crm.example.com', /user name or password/],
	])('names what is wrong with the address "%s"', async (baseUrl, message) => {
		expect(await testCredential({ ...basic(), baseUrl })).toMatch(message);
	});

	it("gives n8n's code for a host that cannot be reached", async () => {
		const unknown = { ...basic(), baseUrl: 'http://crm.invalid/SuperOffice' };
		expect(await testCredential(unknown)).toMatch(/ENOTFOUND|EAI_AGAIN/);
	});
});

describe('the credential', () => {
	const { properties } = new SuperOfficeApi();

	it('has these parameters, for ever', () => {
		expect(properties.map(({ name }) => name)).toEqual([
			'baseUrl',
			'authentication',
			'username',
			'password',
			'accessToken',
			'ticket',
			'xsrfToken',
			'sessionCookie',
			'appToken',
			'allowUnauthorizedCerts',
		]);
	});
});

describe('authenticate', () => {
	const bearer = {
		baseUrl: 'https://online2.superoffice.com/Cust12345',
		authentication: 'bearer',
		accessToken,
		appToken,
	};

	it("serves n8n's HTTP Request node, which says uri and followRedirect", async () => {
		const options = {
			uri: 'https://online2.superoffice.com/Cust12345/api/v1/Contact/1',
			followRedirect: true,
			headers: { 'X-Own': '1' },
		};
		expect(await authenticate(bearer, options as never)).toMatchObject({
			url: options.uri,
			headers: { 'X-Own': '1', Authorization: `Bearer ${accessToken}`, 'SO-AppToken': appToken },
			followRedirect: false,
			followAllRedirects: false,
			disableFollowRedirect: true,
		});
	});

	it.each([
		['another host', 'https://evil.example.com/Cust12345/api/v1/Contact/1'],
		['a host that begins alike', 'https://online2.superoffice.com.evil.example/Cust12345/'],
		['another tenant', 'https://online2.superoffice.com/Cust99999/api/v1/Contact/1'],
		['a way up', 'https://online2.superoffice.com/Cust12345/../Cust99999/api'],
		['an encoded way up', 'https://online2.superoffice.com/Cust12345/%2e%2e/Cust99999/api'],
		['an encoded slash', 'https://online2.superoffice.com/Cust12345/..%2f..%2felsewhere'],
		['a way up from the API', '/User/../../../../elsewhere'],
		['http', 'http://online2.superoffice.com/Cust12345/api/v1/Contact/1'],
		['another port', 'https://online2.superoffice.com:8443/Cust12345/api'],
		['a login in the address', 'https://me:pw@online2.superoffice.com/Cust12345/api'],
	])('sends no secret to %s', async (_name, url) => {
		await expect(authenticate(bearer, { url })).rejects.toThrow(/secrets are not sent to/);
	});

	it('connects to unverified servers only where that is allowed', async () => {
		const url = 'User/currentPrincipal';
		expect(await authenticate(bearer, { url })).not.toHaveProperty('skipSslCertificateValidation');
		const allowed = { ...bearer, allowUnauthorizedCerts: true };
		expect(await authenticate(allowed, { url })).toMatchObject({
			skipSslCertificateValidation: true,
			rejectUnauthorized: false,
		});
	});

	it("hands n8n's own list of allowed domains on", async () => {
		const listed = { ...bearer, allowedHttpRequestDomains: 'domains', allowedDomains: 'a.example' };
		expect(await authenticate(listed, { url: 'x' })).toMatchObject({ allowedDomains: 'a.example' });
		const all = { ...bearer, allowedHttpRequestDomains: 'all', allowedDomains: 'a.example' };
		expect(await authenticate(all, { url: 'x' })).not.toHaveProperty('allowedDomains');
	});
});

describe('addresses', () => {
	it.each([
		['https://crm.example.com/SuperOffice', 'https://crm.example.com/SuperOffice/api/v1'],
		['https://crm.example.com', 'https://crm.example.com/api/v1'],
		['http://10.0.0.5:8080/so/api', 'http://10.0.0.5:8080/so/api/v1'],
		['https://CRM.example.com/apiary//', 'https://crm.example.com/apiary/api/v1'],
	])('%s has its API at %s', (baseUrl, root) => {
		expect(apiRoot(baseUrl)).toBe(root);
	});

	it('relative targets lie below the API', () => {
		expect(resolveTarget('https://crm.example.com/so', '/User/currentPrincipal')).toBe(
			'https://crm.example.com/so/api/v1/User/currentPrincipal',
		);
	});
});
