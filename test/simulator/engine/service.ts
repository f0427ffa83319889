import { LOGIN, startSimulator, type Simulator } from '../index';

/** An Authorization header that signs in. */
export const AUTHORIZATION = `Basic ${Buffer.from(`${LOGIN.username}:${LOGIN.password}`).toString('base64')}`;

/** A simulator for the tests of a file, asked directly. */
export interface Service {
	simulator(): Simulator;
	ask(path: string, init?: RequestInit): Promise<{ status: number; body: unknown }>;
	post(path: string, body: object, headers?: Record<string, string>): ReturnType<Service['ask']>;
}

/** Starts a simulator for the tests of a file, fresh for each test. */
export function useService(): Service {
	let running: Simulator | undefined;
	beforeAll(async () => (running = await startSimulator()));
	beforeEach(() => running?.reset());
	afterAll(async () => await running?.close());

	const simulator = () => {
		if (!running) throw new Error('The simulator runs within tests only');
		return running;
	};
	const ask: Service['ask'] = async (path, init = {}) => {
		const headers = new Headers(init.headers);
		headers.set('Authorization', AUTHORIZATION);
		headers.set('Content-Type', 'application/json');
		const answer = await fetch(`${simulator().baseUrl}/api/v1/${path}`, { ...init, headers });
		const text = await answer.text();
		return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) };
	};
	return {
		simulator,
		ask,
		post: async (path, body, headers = {}) =>
			await ask(path, { method: 'POST', body: JSON.stringify(body), headers }),
	};
}
