import { NEXT, testCredential, useOnline } from '../../../../support';
import {
	asked,
	connected,
	createAppointments,
	createdTitles,
	expectNothingLeaked,
	numbered,
	STATE_PATH,
	systemUser,
	titlesOf,
} from './logins';

const MINUTE = 60_000;

describe('the tenant', () => {
	const online = useOnline();

	it.each([
		['OAuth2', connected],
		['a system user', systemUser],
	])(
		'may move in the middle with %s: no item is lost or doubled',
		async (_name, login) => {
			const items = numbered(200);
			online().before(100, () => online().moveTenant('online7'));
			const result = await createAppointments(online(), login(online()), { items });
			expect(result.error).toBeUndefined();
			expect(titlesOf(result)).toEqual(items.map(({ title }) => title));
			expect(createdTitles(online())).toEqual(items.map(({ title }) => title));
			expect(asked(online(), STATE_PATH)).toHaveLength(2);
			const hosts = online().service.requests.map(({ host }) => host);
			expect(new Set(hosts)).toEqual(
				new Set(['online2.superoffice.com', 'online7.superoffice.com']),
			);
			expect(result.renewals).toBe(login === systemUser ? 1 : 0);
		},
		60_000,
	);

	it('may lose its ticket and its place at once', async () => {
		const { credentials } = await createAppointments(online(), systemUser(online()));
		online().expireTickets();
		online().moveTenant('online7');
		const result = await createAppointments(online(), credentials.main, { items: numbered(3) });
		expect(result.error).toBeUndefined();
		expect(createdTitles(online())).toHaveLength(4);
	});

	it('is asked for once for executions that follow each other', async () => {
		const login = connected(online());
		await createAppointments(online(), login);
		await createAppointments(online(), login);
		expect(asked(online(), STATE_PATH)).toHaveLength(1);
	});

	it('that is not where SuperOffice says, is asked for once a minute', async () => {
		const { api, subdomain } = { api: `${online().service.baseUrl}/api`, subdomain: 'online7' };
		Object.assign(online().tenant, { api, subdomain });
		const run = { items: numbered(5), onError: 'continueRegularOutput' as const };
		const result = await createAppointments(online(), connected(online()), run);
		const [{ json }] = result.itemsOf(NEXT);
		expect(json.error).toMatch(/^The tenant is not at this address/);
		expect(json.message).toMatch(/probably being moved\. Nothing was saved/);
		expect(asked(online(), STATE_PATH)).toHaveLength(2);
		expect(createdTitles(online())).toEqual([]);
	});

	it.each([
		['OfflineMaintenance', /^The tenant Cust\d+ is down for maintenance \(OfflineMaintenance\)/],
		['Suspended', /is suspended \(Suspended\)\. It does not come back by itself/],
		['Provisioning', /is still being set up/],
		['SomethingNew', /is not running \(SomethingNew\)/],
	])('in the state %s is not called', async (state, message) => {
		Object.assign(online().tenant, { state, isRunning: false, validForSeconds: 600 });
		const login = systemUser(online());
		const result = await createAppointments(online(), login);
		expect(result.error?.message).toMatch(message);
		expect(result.error?.description).toMatch(/^Nothing was sent/);
		// Neither has the login been used.
		expect(online().loginRequests.map(({ path }) => path)).toEqual([
			`/api/state/${online().tenant.id}`,
		]);
		expect(online().service.requests).toEqual([]);
		expect(await testCredential(login)).toMatch(message);
	});

	it('says for how long it is down', async () => {
		Object.assign(online().tenant, { state: 'OfflineMaintenance', isRunning: false });
		online().tenant.validForSeconds = 10 * 60;
		const { error } = await createAppointments(online(), connected(online()));
		const until = new Date(Date.now() + 10 * MINUTE).toISOString().slice(0, 13).replace('T', ' ');
		expect(error?.message).toMatch(/ask again in 10 min \(\d{4}-\d\d-\d\d \d\d:\d\d UTC\)/);
		expect(error?.message).toContain(until);
	});

	it('that runs while it is maintained is used', async () => {
		online().tenant.state = 'OnlineMaintenance';
		expect((await createAppointments(online(), connected(online()))).error).toBeUndefined();
	});

	it('that SuperOffice does not know is named', async () => {
		const login = systemUser(online(), { tenant: 'Cust99999' });
		const { error } = await createAppointments(online(), login);
		expect(error?.message).toMatch(
			/^The tenant Cust99999 is not known to SuperOffice.*Check the tenant and the environment/,
		);
	});

	describe('whose address is not to be trusted gets nothing', () => {
		const addresses = [
			'https://attacker.example/ID/api',
			'https://online2.superoffice.com.attacker.example/ID/api',
			'http://online2.superoffice.com/ID/api',
			'https://me:secret@online2.superoffice.com/ID/api',
			'https://online2.superoffice.com:8443/ID/api',
			'https://online2.superoffice.com@attacker.example/ID/api',
			'https://online2.superoffice.com/Cust54321/api',
			'https://evilsuperoffice.com/ID/api',
			'nonsense',
		];

		it.each(addresses)('%s', async (address) => {
			const api = address.replace('ID', online().tenant.id);
			Object.assign(online().tenant, { api });
			for (const login of [connected(online()), systemUser(online())]) {
				const result = await createAppointments(online(), login);
				expect(result.error?.message).toMatch(/not one of SuperOffice's own/);
				expectNothingLeaked(online(), result, [online().app.clientSecret]);
			}
			expect(online().service.requests).toEqual([]);
			expect(online().hosts.filter((host) => !/^online\.superoffice\.com$/.test(host))).toEqual([]);
		});
	});

	it.each([302, 307])(
		'is not looked for where the state service redirects (%d)',
		async (status) => {
			const headers = { location: 'https://attacker.example/api/state/Cust1' };
			online().answerNext(STATE_PATH, { status, headers });
			const result = await createAppointments(online(), connected(online()));
			expect(result.error?.message).toMatch(/does not tell where the tenant Cust\d+ is \(HTTP 30/);
			expectNothingLeaked(online(), result, []);
		},
	);

	it.each([302, 307, 308])('is not followed where it redirects (%d)', async (status) => {
		const headers = { location: 'https://attacker.example/Cust12345/api/v1/Appointment' };
		const login = systemUser(online());
		const { credentials } = await createAppointments(online(), login);
		online().service.answerNext({ status, headers });
		const result = await createAppointments(online(), credentials.main);
		expect(result.error?.message).toMatch(/redirects to another one: attacker\.example/);
		expect(result.error?.description).toMatch(/^Nothing was sent there/);
		expectNothingLeaked(online(), result, [credentials.main.data.ticket]);
	});

	it.each([
		['fails, twice', 2, { status: 500, body: '<h1>Oops</h1>' }, /does not tell where the tenant/],
		['is a page', 1, { status: 200, body: '<h1>Sign in</h1>' }, /does not tell where the tenant/],
		['is cut, twice', 2, { reset: true }, /^online\.superoffice\.com: The connection was cut/],
	])(
		'is not asked for with every item where the answer %s',
		async (_name, times, answer, message) => {
			for (let time = 0; time < times; time++) online().answerNext(STATE_PATH, answer);
			const run = { items: numbered(5), onError: 'continueRegularOutput' as const };
			const result = await createAppointments(online(), connected(online()), run);
			const [first, ...others] = result.itemsOf(NEXT).map(({ json }) => json);
			expect(first.error).toMatch(message);
			expect(first.message).toBe('Item 0: Nothing was sent.');
			expect(others.map(({ error }) => error)).toEqual(Array(4).fill(first.error));
			expect(asked(online(), STATE_PATH)).toHaveLength(times);
		},
	);

	it('that is not known is asked for once', async () => {
		const run = { items: numbered(5), onError: 'continueRegularOutput' as const };
		await createAppointments(online(), systemUser(online(), { tenant: 'Cust404' }), run);
		expect(asked(online(), STATE_PATH)).toHaveLength(1);
	});

	it.each(['mailto:x', 'https://online2.superoffice.com', 'https://online2.superoffice.com//api'])(
		'is not at %s, which has no path to it',
		async (api) => {
			Object.assign(online().tenant, { api });
			const { error } = await createAppointments(online(), connected(online()));
			expect(error?.message).toMatch(/not one of SuperOffice's own/);
		},
	);
});
