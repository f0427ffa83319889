import { RecentEvents } from '../../../nodes/SuperOfficeTrigger/recentEvents';

const started = async () => true;
const failed = async () => false;

/** Which of several deliveries are taken, one after the other. */
async function taken(deliveries: RecentEvents, keys: string, start = started): Promise<string> {
	let all = '';
	for (const key of keys) if (await deliveries.accept(key, start)) all += key;
	return all;
}

it('takes each delivery once', async () => {
	expect(await taken(new RecentEvents(10), 'ababc')).toBe('abc');
});

it('remembers the last ones, and no more', async () => {
	const deliveries = new RecentEvents(2);
	await taken(deliveries, 'abc');
	expect(await taken(deliveries, 'bca')).toBe('a');
});

it('takes again what has started nothing', async () => {
	const deliveries = new RecentEvents(2);
	expect(await taken(deliveries, 'aa', failed)).toBe('aa');
	expect(await taken(deliveries, 'aa')).toBe('a');
});

it.each([
	[true, [false, false]],
	[false, [true, false]],
])('waits until it is certain whether an earlier one has started: %s', async (isStarted, rest) => {
	const deliveries = new RecentEvents(2);
	let decide: (isStarted: boolean) => void = () => undefined;
	const later = new Promise<boolean>((resolve) => (decide = resolve));
	expect(await deliveries.accept('a', async () => await later)).toBe(true);
	const others = [deliveries.accept('a', started), deliveries.accept('a', started)];
	decide(isStarted);
	expect(await Promise.all(others)).toEqual(rest);
});
