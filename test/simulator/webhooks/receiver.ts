/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a server of the tests, never part of the package */
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A call as it came over the wire. */
export interface Received {
	headers: IncomingHttpHeaders;
	body: Buffer;
	/** The body's JSON. */
	json: Record<string, unknown>;
}

/** What is called by webhooks. */
export interface Receiver {
	url: string;
	/** All calls but tests of the target, in order. */
	calls: Received[];
	/** The tests of the target. */
	tests: Received[];
	/** How calls are answered; with 200 by default. */
	answer: (response: ServerResponse, call: Received) => void;
	/** The most calls that were open at once. */
	mostAtOnce: number;
	reset(): void;
}

/** A target of webhooks for the tests of a file, fresh for each test. */
export function useReceiver(): () => Receiver {
	const well: Receiver['answer'] = (response) => response.end();
	const receiver: Receiver = {
		url: '',
		calls: [],
		tests: [],
		answer: well,
		mostAtOnce: 0,
		reset: () => Object.assign(receiver, { calls: [], tests: [], answer: well, mostAtOnce: 0 }),
	};
	let open = 0;
	const server = createServer((request, response) => {
		open += 1;
		receiver.mostAtOnce = Math.max(receiver.mostAtOnce, open);
		response.on('close', () => (open -= 1));
		const parts: Buffer[] = [];
		request.on('data', (part: Buffer) => parts.push(part));
		request.on('end', () => {
			const body = Buffer.concat(parts);
			const json = JSON.parse(body.toString()) as Received['json'];
			const call = { headers: request.headers, body, json };
			(call.headers['x-hook-test'] ? receiver.tests : receiver.calls).push(call);
			receiver.answer(response, call);
		});
	});
	beforeAll(async () => {
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
	});
	beforeEach(() => receiver.reset());
	afterAll(async () => {
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	});
	return () => receiver;
}
