import { byId, NEXT, runNode, testCredential, useOnline } from '../support';

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

	const get = async (credential = login()) =>
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
});
