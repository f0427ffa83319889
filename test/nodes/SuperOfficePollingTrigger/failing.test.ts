import type { Occasion } from '../../engine/poll';
import { poll, useSimulator } from '../../support';
import { Tenant } from './tenant';

// An engine that starts anew, as the tests put its clock forward.
const simulator = useSimulator({}, {});
let tenant: Tenant;

beforeEach(() => (tenant = new Tenant(simulator(), Date.parse('2026-09-07T08:00:00Z'))));

const ONCE = { options: { maxTries: 1 } };
const LATER =
	'No change is lost: the next poll finds everything that has changed since the last successful one.';

it.each([
	['at the beginning', 0],
	['in the middle', 1],
	['at the end', 2],
])('a poll that fails %s loses nothing, and says so', async (_name, good) => {
	const { staticData } = await poll(simulator(), {});
	const { eventId } = tenant.create();
	tenant.pass(60);
	const undone = new Array<undefined>(good).fill(undefined);
	simulator().answerNext(...undone, { status: 500, body: { ErrorMessage: 'Broken' } });
	const failed = await poll(simulator(), ONCE, staticData);
	expect(failed).toEqual({
		staticData,
		error: {
			message: 'SuperOffice failed (looking for changed appointments): Broken',
			description: `${LATER} (HTTP 500)`,
		},
	});
	const { items } = await poll(simulator(), ONCE, failed.staticData);
	expect(items?.map(({ json }) => json.eventId)).toEqual([eventId]);
});

it('a poll that was refused for a lasting reason says what to do about it, too', async () => {
	simulator().answerNext({ status: 403, body: { ErrorMessage: 'No right' } });
	const { error } = await poll(simulator(), {});
	expect(error?.description).toMatch(
		/^Give the user of the credential the right to do it.* No change is lost/,
	);
});

it('a poll is tried again at once where that may help', async () => {
	simulator().answerNext({ status: 503 });
	const { error } = await poll(simulator(), { options: { maxTries: 2 } });
	expect(error).toBeUndefined();
});

it('a poll whose answer tells no time is an error, as changes are found by it', async () => {
	const headers = { date: 'today' };
	const body = { value: [] };
	simulator().answerNext(...new Array(3).fill({ headers, body }));
	const { error } = await poll(simulator(), {});
	expect(error?.message).toContain('has no Date header');
});

describe('a password that is refused', () => {
	const polled = async (password?: string, occasion: Occasion = {}) =>
		await poll(simulator(), {}, {}, password === undefined ? {} : { password }, occasion);
	const asked = () => simulator().requests.length;

	// A poll that succeeds forgets what was refused.
	afterEach(async () => await polled());

	it('is tried once, until the credential is changed', async () => {
		const wrong = [await polled('wrong'), await polled('wrong')];
		for (const { error } of wrong) {
			expect(error?.message).toContain('SuperOffice refused the login');
			expect(error?.description).toMatch(
				/tried again in 1 min, or at once when the credential is changed/,
			);
		}
		expect(asked()).toBe(1);
		expect((await polled('other')).error).toBeDefined();
		expect(asked()).toBe(2);
		expect((await polled()).error).toBeUndefined();
		expect((await polled('other')).error).toBeDefined();
		expect(asked()).toBeGreaterThan(3);
	});

	it('is tried again after 1, 5 and 15 minutes, and every 15 from then on', async () => {
		const tries = [];
		for (let minute = 0; minute <= 51; minute++) {
			const before = asked();
			await polled('wrong', { after: 1 });
			if (asked() > before) tries.push(minute);
		}
		expect(tries).toEqual([0, 1, 6, 21, 36, 51]);
		const { error } = await polled('wrong', { after: 1 });
		expect(error?.description).toMatch(/is tried again in 14 min/);
	});

	it('works again at the first such poll once the account is no longer locked', async () => {
		const locked = { status: 401, body: { ErrorMessage: 'Locked' } };
		simulator().answerNext(locked);
		expect((await polled()).error).toBeDefined();
		expect((await polled()).error).toBeDefined();
		expect(asked()).toBe(1);
		expect((await polled(undefined, { after: 1 })).error).toBeUndefined();
	});

	it('is tried at once when the workflow is activated, and not at each poll of that activation', async () => {
		expect((await polled('wrong')).error).toBeDefined();
		expect((await polled('wrong', { by: 'activation' })).error).toBeDefined();
		expect(asked()).toBe(2);
		expect((await polled('wrong', { by: 'scheduled' })).error).toBeDefined();
		expect((await polled('wrong')).error).toBeDefined();
		expect(asked()).toBe(2);
		expect((await polled('wrong', { by: 'activation' })).error).toBeDefined();
		expect(asked()).toBe(3);
	});

	it('does not count as refused while something else fails', async () => {
		expect((await polled('wrong')).error).toBeDefined();
		simulator().answerNext({ status: 403, body: { ErrorMessage: 'No right' } });
		const { error } = await polled('wrong', { after: 2 });
		expect(error?.description).not.toMatch(/tried again in/);
	});
});
