/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a client of the tests, never part of the package */
import { readFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { Agent, request } from 'node:https';

import type { Online } from './index';

export interface Asked {
	method?: string;
	headers?: Record<string, string>;
	body?: string;
}

export interface Answered {
	status: number;
	headers: IncomingHttpHeaders;
	text: string;
	/** The body as JSON. */
	json: Record<string, unknown>;
}

/** Asks as a process with the simulator's environment does: through the proxy, trusting its authority. */
export async function ask(
	{ environment }: Pick<Online, 'environment'>,
	url: string,
	{ method = 'GET', headers = {}, body }: Asked = {},
): Promise<Answered> {
	const ca = readFileSync(environment.NODE_EXTRA_CA_CERTS);
	const agent = new Agent({ proxyEnv: environment, ca });
	const [answer, text] = await new Promise<[Omit<Answered, 'text' | 'json'>, string]>(
		(resolve, reject) => {
			const asking = request(url, { method, headers, agent }, (response) => {
				let received = '';
				response.setEncoding('utf8');
				response.on('data', (chunk: string) => (received += chunk));
				const { statusCode: status = 0, headers: answered } = response;
				response.on('error', reject);
				response.on('end', () => resolve([{ status, headers: answered }, received]));
			});
			asking.on('error', reject);
			asking.end(body);
		},
	);
	agent.destroy();
	const isJson = (answer.headers['content-type'] ?? '').includes('json') && text !== '';
	return { ...answer, text, json: isJson ? (JSON.parse(text) as Answered['json']) : {} };
}

/** The parameters of an address, as a form's body. */
export const form = (values: Record<string, string>): Asked => ({
	method: 'POST',
	headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
	body: new URLSearchParams(values).toString(),
});
