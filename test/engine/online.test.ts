import type { IDataObject } from 'n8n-workflow';

import { byId, NEXT, runNode, testCredential, useOnline } from '../support';
import { connected, systemUser } from '../nodes/shared/transport/online/logins';
import type { SavedCredential } from './credentials';

describe('an engine with the environment of SuperOffice Online', () => {
	const online = useOnline();

	const login = (baseUrl = online().service.baseUrl) => ({
		type: 'superOfficeApi',
		data: {
			baseUrl,
			authentication: 'bearer',
			accessToken: String(online().grant().access_token),
		},
	});

	const get = async (credential: SavedCredential = login()) =>
		await runNode(
			online().service,
			{ operation: 'get', appointmentId: byId(305) },
			{ login: credential },
		);

	it('reaches the web service by its own name', async () => {
		const { error, itemsOf } = await get();
		expect(error).toBeUndefined();
		expect(itemsOf(NEXT)).toHaveLength(1);
		expect(online().service.requests[0].host).toBe('online2.superoffice.com');
		expect(online().hosts).toEqual(['online2.superoffice.com']);
		expect(await testCredential(login())).toBeUndefined();
	});

	it('asks loopback without the proxy', async () => {
		const { error } = await get(login('https://127.0.0.1:1/Cust12345'));
		expect(error?.message).toMatch(/refused|connect/i);
		expect(online().hosts).toEqual([]);
	});

	it('is told when the tenant has moved', async () => {
		const old = login();
		online().moveTenant('online7');
		expect((await get(old)).error).toMatchObject({ httpCode: '421' });
		expect(online().foreignRequests).toEqual([]);
	});

	it('hands credentials back as they are stored, untouched here', async () => {
		const credential = login();
		const { credentials, renewals } = await get(credential);
		expect(credentials).toEqual({ main: credential });
		expect(renewals).toBe(0);
	});

	it('renews a ticket, and stores it', async () => {
		const credential = systemUser(online());
		const first = await get(credential);
		expect(first.error).toBeUndefined();
		expect(first.renewals).toBe(1);
		expect(first.credentials.main.data).toMatchObject({
			...credential.data,
			ticket: expect.stringMatching(/^7T:/) as string,
		});
		const again = await get(first.credentials.main);
		expect([again.error, again.renewals]).toEqual([undefined, 0]);
		online().expireTickets();
		const renewed = await get(again.credentials.main);
		expect([renewed.error, renewed.renewals]).toEqual([undefined, 1]);
		expect(renewed.credentials.main.data.ticket).not.toBe(first.credentials.main.data.ticket);
		expect(await testCredential(credential)).toBeUndefined();
	});

	it('renews an access token, and stores it beside the refresh token', async () => {
		const credential = connected(online());
		const { data } = credential;
		const oauthTokenData = data.oauthTokenData as IDataObject;
		online().expireAccessTokens();
		const { error, renewals, credentials } = await get(credential);
		expect([error, renewals]).toEqual([undefined, 1]);
		const stored = credentials.main.data.oauthTokenData as IDataObject;
		expect(stored.refresh_token).toBe(oauthTokenData.refresh_token);
		expect(stored.access_token).not.toBe(oauthTokenData.access_token);
		expect(await testCredential(credential)).toBeUndefined();
		const unconnected = { ...credential, data: { ...data, oauthTokenData: {} } };
		expect(await testCredential(unconnected)).toMatch(/not connected/);
	});
});
