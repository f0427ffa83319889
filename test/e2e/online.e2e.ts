import { asked, createdTitles, EXCHANGE, numbered, STATE, TOKENS } from '../nodes/online/logins';
import type { Credentials, Execution } from './client';
import { openOnlineWorld, originsIn, titlesThat, type OnlineWorld } from './online';

let world: OnlineWorld;

beforeAll(async () => (world = await openOnlineWorld()));
beforeEach(() => world.online.reset());
afterAll(async () => await world.close());

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

describe('a thousand items', () => {
	it('survive that the access token ends in the middle: it is refreshed once', async () => {
		const { online } = world;
		const credentials = await connected();
		const before = asked(online, TOKENS).length;
		online.before(500, () => online.expireAccessTokens());
		expectEachOnce(await world.run({ credentials, items }));
		expect(asked(online, TOKENS)).toHaveLength(before + 1);
		// The refused item, what n8n asks with the old and with the new token, and the item again.
		expect(online.service.requests).toHaveLength(1003);
	});

	it('survive that the ticket ends in the middle: it is exchanged once', async () => {
		const { online } = world;
		const credentials = await signedIn();
		const before = asked(online, EXCHANGE).length;
		online.before(500, () => online.expireTickets());
		expectEachOnce(await world.run({ credentials, items }));
		expect(asked(online, EXCHANGE)).toHaveLength(before + 1);
		expect(online.service.requests).toHaveLength(1003);
	});

	it.each<[string, () => Promise<Credentials>]>([
		['OAuth2', connected],
		['a system user', signedIn],
	])('survive that the tenant moves in the middle with %s', async (_name, login) => {
		const { online } = world;
		const credentials = await login();
		await world.run({ credentials });
		online.service.reset();
		const before = asked(online, STATE).length;
		online.before(500, () => online.moveTenant('online7'));
		expectEachOnce(await world.run({ credentials, items }));
		expect(asked(online, STATE)).toHaveLength(before + 1);
		const hosts = online.service.requests.map(({ host }) => host);
		expect(new Set(hosts)).toEqual(new Set(['online2.superoffice.com', 'online7.superoffice.com']));
		expect(hosts.filter((host) => host.startsWith('online2'))).toHaveLength(500);
	});
});

it('two executions that find the ticket expired at the same time exchange it once', async () => {
	const { client, online } = world;
	const credentials = await signedIn();
	const before = asked(online, EXCHANGE).length;
	online.expireTickets();
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
	expect(asked(online, EXCHANGE)).toHaveLength(before + 1);
});
