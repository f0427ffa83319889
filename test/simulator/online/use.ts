import { startOnline, type Online } from './index';

/** SuperOffice Online for the tests of a file, fresh for each test. */
export function useOnlineAlone(): () => Online {
	let running: Online | undefined;
	beforeAll(async () => (running = await startOnline()));
	beforeEach(() => running?.reset());
	afterAll(async () => await running?.close());
	return () => {
		if (!running) throw new Error('SuperOffice Online runs within tests only');
		return running;
	};
}
