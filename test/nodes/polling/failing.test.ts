import { poll, useSimulator } from '../../support';
import { Tenant } from './tenant';

const simulator = useSimulator();
let tenant: Tenant;

beforeEach(() => (tenant = new Tenant(simulator(), Date.parse('2026-09-07T08:00:00Z'))));

const ONCE = { options: { maxTries: 1 } };
const LATER =
	'No change is lost: the next poll takes all that has changed since the last one that succeeded.';

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
	expect(error?.message).toContain('does not tell the time (header Date)');
});

it('a password that is refused is tried once, until the credential is changed', async () => {
	const polled = async (password?: string) =>
		await poll(simulator(), {}, {}, password === undefined ? {} : { password });
	const wrong = [await polled('wrong'), await polled('wrong')];
	for (const { error } of wrong) {
		expect(error?.message).toContain('SuperOffice refused the login');
		expect(error?.description).toContain('not tried again for an hour');
	}
	expect(simulator().requests).toHaveLength(1);
	const other = await polled('other');
	expect(other.error).toBeDefined();
	expect(simulator().requests).toHaveLength(2);
	expect((await polled()).error).toBeUndefined();
	expect((await polled('other')).error).toBeDefined();
	expect(simulator().requests.length).toBeGreaterThan(3);
});
