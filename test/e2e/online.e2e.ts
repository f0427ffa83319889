import { generateKeyPairSync } from 'node:crypto';

import type { IDataObject } from 'n8n-workflow';

import {
	asked,
	createdTitles,
	EXCHANGE_PATH,
	numbered,
	STATE_PATH,
	systemUser,
	GRANT_PATH,
} from '../nodes/shared/transport/online/logins';
import type { Online } from '../simulator/online';
import type { Credentials, Execution } from './client';
import {
	openOnlineWorld,
	originsIn,
	secretsOf,
	SYSTEM_USER,
	titlesThat,
	type OnlineWorld,
} from './online';
import { serverLog } from './running';

let world: OnlineWorld;

beforeAll(async () => (world = await openOnlineWorld()));
beforeEach(() => world.online.reset());
afterAll(async () => await world.close());

/** All that was secret in this file so far. */
const secrets = new Set<string>();

afterEach(() => {
	for (const secret of secretsOf(world.online)) secrets.add(secret);
});

/** Texts as they stand in JSON. */
function expectNoSecret(text: string, more: string[] = []): void {
	const all = [...secrets, ...secretsOf(world.online), ...more];
	expect(all.length).toBeGreaterThan(3);
	expect(all.filter((secret) => text.includes(secret))).toEqual([]);
}

const connected = async () => {
	const saved = await world.saveOAuth2();
	expect(await world.connect(saved)).toMatch(/connected|Success/i);
	return saved;
};

/** A system user who has signed in. */
const signedIn = async () => {
	const credentials = await world.saveSystemUser();
	expect((await world.run({ credentials })).error).toBeUndefined();
	world.online.service.reset();
	return credentials;
};

const items = numbered(1000);
const titles = items.map(({ title }) => title);

function expectEachOnce(execution: Execution): void {
	expect(execution.error).toBeUndefined();
	expect(titlesThat(execution)).toEqual(titles);
	expect(createdTitles(world.online)).toEqual(titles);
	expect(originsIn(execution)).toEqual(titles.map((_title, item) => ({ item })));
}

/** Items side by side find together that a login, or an address, has ended. */
const AT_ONCE = 8;

/** What n8n asks with the old and with the new login, and the refused items once more. */
function expectFewRepeated(): void {
	const { length } = world.online.service.requests;
	expect(length).toBeGreaterThanOrEqual(1000 + 2 + 1);
	expect(length).toBeLessThanOrEqual(1000 + 2 + AT_ONCE);
}

describe('a thousand items', () => {
	it('survive that the access token ends in the middle: it is refreshed once', async () => {
		const { online } = world;
		const credentials = await connected();
		const before = asked(online, GRANT_PATH).length;
		online.before(500, () => online.expireAccessTokens());
		expectEachOnce(await world.run({ credentials, items }));
		expect(asked(online, GRANT_PATH)).toHaveLength(before + 1);
		expectFewRepeated();
	});

	it('survive that the ticket ends in the middle: it is exchanged once', async () => {
		const { online } = world;
		const credentials = await signedIn();
		const before = asked(online, EXCHANGE_PATH).length;
		online.before(500, () => online.expireTickets());
		expectEachOnce(await world.run({ credentials, items }));
		expect(asked(online, EXCHANGE_PATH)).toHaveLength(before + 1);
		expectFewRepeated();
	});

	it.each<[string, () => Promise<Credentials>]>([
		['OAuth2', connected],
		['a system user', signedIn],
	])('survive that the tenant moves in the middle with %s', async (_name, login) => {
		const { online } = world;
		const credentials = await login();
		await world.run({ credentials });
		online.service.reset();
		const before = asked(online, STATE_PATH).length;
		online.before(500, () => online.moveTenant('online7'));
		expectEachOnce(await world.run({ credentials, items }));
		expect(asked(online, STATE_PATH)).toHaveLength(before + 1);
		const hosts = online.service.requests.map(({ host }) => host);
		expect(new Set(hosts)).toEqual(new Set(['online2.superoffice.com', 'online7.superoffice.com']));
		const { length } = hosts.filter((host) => host.startsWith('online2'));
		expect(length).toBeGreaterThanOrEqual(500);
		expect(length).toBeLessThan(500 + AT_ONCE);
	});
});

it('two executions that find the ticket expired at the same time exchange it once', async () => {
	const { client, online } = world;
	const credentials = await signedIn();
	const before = asked(online, EXCHANGE_PATH).length;
	online.expireTickets();
	// Late enough that each is on its way before the other is refused.
	const refusal = { status: 401, body: {}, delay: 1500 };
	online.service.answerNext(refusal, refusal);
	const work = { credentials, items: numbered(20) };
	const ids = [await world.save(work), await world.save(work)];
	const runs = await Promise.all(ids.map(async (id) => await client.run(id)));
	expect(runs.map(({ error }) => error)).toEqual([undefined, undefined]);
	expect(createdTitles(online)).toHaveLength(40);
	const logins = online.service.requests
		.filter(({ method }) => method === 'POST')
		.map(({ headers }) => headers.authorization);
	// Each of them was refused with the old one.
	expect(logins.filter((login) => login === logins[0])).toHaveLength(2);
	expect(asked(online, EXCHANGE_PATH)).toHaveLength(before + 1);
});

describe("a system user's credential", () => {
	/** What n8n's test of a credential says. */
	const tested = async (changes: IDataObject = {}) =>
		await world.client.testCredential(systemUser(world.online, changes).data, SYSTEM_USER);

	it('passes the test', async () => {
		expect(await tested()).toMatchObject({ status: 'OK' });
		expect(asked(world.online, EXCHANGE_PATH)).toHaveLength(1);
	});

	const { privateKey: another } = generateKeyPairSync('rsa', { modulusLength: 2048 });
	const privateKey = String(another.export({ type: 'pkcs8', format: 'pem' }));

	/** Each: what is wrong, how it comes about, and what the test says. */
	const problems: Array<[string, (online: Online) => IDataObject | void, RegExp]> = [
		['another key', () => ({ privateKey }), /private key does not belong to this app/],
		['a revoked approval', (online) => online.revokeConsent(), /was revoked or has expired/],
		[
			'a tenant that is down',
			({ tenant }) => void Object.assign(tenant, { state: 'OfflineMaintenance', isRunning: false }),
			/is down for maintenance \(OfflineMaintenance\)/,
		],
		// n8n 1 saves no credential whose field is empty.
		['a blank secret', () => ({ clientSecret: ' ' }), /Client Secret \(clientSecret\).* is empty/],
	];

	it.each(problems)('fails the test for %s, and says so', async (_name, prepare, words) => {
		const { status, message } = await tested(prepare(world.online) ?? {});
		expect(status).toBe('Error');
		expect(message).toMatch(words);
	});

	it('keeps the renewed ticket, which nobody gets to read, nor any other secret', async () => {
		const { client, online } = world;
		const credentials = await signedIn();
		await world.run({ credentials });
		expect(asked(online, EXCHANGE_PATH)).toHaveLength(1);
		const { id } = credentials[SYSTEM_USER];
		const { data } = await client.call<{ data: IDataObject }>(
			'GET',
			`/credentials/${id}?includeData=true`,
		);
		const { clientSecret, systemUserToken, privateKey, ticket } = data;
		const masked = expect.stringMatching(/^__n8n_BLANK_VALUE_/) as unknown;
		expect([clientSecret, systemUserToken, privateKey, ticket]).toEqual(Array(4).fill(masked));
		expectNoSecret(JSON.stringify(data));
	});
});

describe('a credential that nobody has connected', () => {
	const words =
		'The credential is not connected to SuperOffice yet. Open it, connect your account, and sign in.';

	it('stops a workflow with words that say so', async () => {
		const execution = await world.run({ credentials: await world.saveOAuth2() });
		expect(execution.error?.message).toBe(words);
		expect(execution.stored).not.toMatch(/TypeError/);
		expect(world.online.hosts).toEqual([]);
	});

	it('says so in a list of the form as well', async () => {
		const credentials = await world.saveOAuth2();
		const question = { methodName: 'contact', path: 'contact', credentials };
		await expect(world.client.searchList(question)).rejects.toThrow(words.slice(0, 52));
		expect(world.online.hosts).toEqual([]);
	});
});

describe('what is not to be trusted', () => {
	const ATTACKER = 'https://attacker.example/Cust1/api';

	/** Each: what is wrong, how it comes about, and what the item says. */
	const dangers: Array<[string, (online: Online) => void, RegExp]> = [
		[
			'a ticket that a stranger has signed',
			(online) => online.forge({ signedBy: 'stranger' }),
			/signature is not that of SuperOffice/,
		],
		[
			'a ticket that nobody has signed',
			(online) => online.forge({ signedBy: 'nobody' }),
			/not a signed JSON Web Token/,
		],
		[
			'a ticket for another app',
			(online) => online.forge({ claims: { aud: 'spn:1' } }),
			/meant for another app/,
		],
		[
			'a tenant elsewhere',
			(online) => void Object.assign(online.tenant, { api: ATTACKER }),
			/not one of SuperOffice's own/,
		],
		[
			'a redirect of the state service',
			(online) => online.answerNext(STATE_PATH, { status: 307, headers: { location: ATTACKER } }),
			/does not tell where the tenant/,
		],
		[
			'a redirect of the sign-in',
			(online) =>
				online.answerNext(EXCHANGE_PATH, { status: 307, headers: { location: ATTACKER } }),
			/did not answer the sign-in \(HTTP 307\)/,
		],
	];

	it.each(dangers)('is refused: %s', async (_name, prepare, words) => {
		const { online } = world;
		const credentials = await world.saveSystemUser();
		prepare(online);
		const execution = await world.run({ credentials });
		expect(execution.error?.message).toMatch(words);
		expect(online.service.requests).toEqual([]);
		expect(online.foreignRequests).toEqual([]);
		expectNoSecret(execution.stored);
	});

	it("is refused: an account whose token another app's is", async () => {
		const { online } = world;
		online.forge({ claims: { aud: 'other' } });
		const execution = await world.run({ credentials: await connected() });
		expect(execution.error?.message).toMatch(/meant for another app/);
		expect(online.service.requests).toEqual([]);
		expectNoSecret(execution.stored);
	});

	it.each<[string, () => Promise<Credentials>]>([
		['OAuth2', connected],
		['a system user', signedIn],
	])('is refused: a redirect of the tenant with %s', async (_name, login) => {
		const { online } = world;
		const credentials = await login();
		online.service.answerNext({ status: 307, headers: { location: ATTACKER } });
		const execution = await world.run({ credentials });
		expect(execution.error?.message).toMatch(/redirects to another one: attacker\.example/);
		expect(online.service.requests).toHaveLength(1);
		expect(online.foreignRequests).toEqual([]);
		const [{ headers }] = online.service.requests;
		const [, token = ''] = String(headers.authorization).split(' ');
		expectNoSecret(execution.stored, [token]);
	});
});

it("n8n's log holds no secret of all this", () => expectNoSecret(serverLog()));
