import type { Online, startOnline } from './index';

/** SuperOffice Online for the tests of a file, fresh for each test. */
export function useOnlineAlone(): () => Online {
	let running: Online | undefined;
	beforeAll(async () => {
		// Loaded here, as most files that could use it do not.
		// eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would load it for all of them
		const { startOnline: start } = require('./index') as { startOnline: typeof startOnline };
		running = await start();
	});
	beforeEach(() => running?.reset());
	afterAll(async () => await running?.close());
	return () => {
		if (!running) throw new Error('SuperOffice Online runs within tests only');
		return running;
	};
}
