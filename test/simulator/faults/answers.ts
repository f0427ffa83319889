/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a server of the tests, never part of the package */
import type { OutgoingHttpHeaders } from 'node:http';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';

import type { FastifyReply } from 'fastify';

import type { After, Before, Faults } from './faults';

/** How many pieces a slow body comes in. */
const PIECES = 20;

/** What a proxy shows, of its own. */
const PAGE = '<html><head><title>Sign in</title></head><body>Please sign in</body></html>';

/**
 * The header Retry-After (RFC 9110, 10.2.3).
 * @param now milliseconds since 1970
 * @param seconds none means no header
 */
export function retryAfter(
	now: number,
	seconds: number | undefined,
	form: 'seconds' | 'date' = 'seconds',
): Record<string, string> {
	if (seconds === undefined) return {};
	// HTTP's dates have no fractions: rounded up, nobody is told to come too early.
	const date = new Date(Math.ceil(now / 1000 + seconds) * 1000).toUTCString();
	return { 'retry-after': form === 'date' ? date : String(seconds) };
}

function cut(reply: FastifyReply): FastifyReply {
	reply.hijack();
	reply.raw.destroy();
	return reply;
}

/** What comes in place of the service's work. */
export const INSTEAD: Record<
	Before,
	(reply: FastifyReply, faults: Faults, now: number) => FastifyReply
> = {
	unavailable: (reply, faults, now) =>
		reply.code(503).headers(retryAfter(now, faults.retryAfter)).send(''),
	badGateway: (reply) => reply.code(502).type('text/html').send(PAGE),
	resetBefore: cut,
	html: (reply) => reply.type('text/html').send(PAGE),
};

/** Answers past the framework, which would not serve a request that is answered. */
export function answerAhead({ raw }: FastifyReply, { late, retryAfter: wait }: Faults): void {
	if (!late || late.by === 'cut') return void raw.destroy();
	const busy = wait === undefined ? '' : `Retry-After: ${wait}\r\n`;
	const lines = `HTTP/1.1 ${late.by} Late\r\n${busy}Content-Length: 0\r\nConnection: close\r\n\r\n`;
	raw.socket?.end(lines);
}

function cutAnswer(reply: FastifyReply, body: Buffer): Buffer {
	reply.raw.destroy();
	return body;
}

async function breakOff(reply: FastifyReply, body: Buffer): Promise<unknown> {
	const headers = reply.getHeaders() as OutgoingHttpHeaders;
	reply.raw.writeHead(reply.statusCode, { ...headers, 'content-length': body.length });
	reply.raw.write(body.subarray(0, body.length / 2), () => reply.raw.destroy());
	// The framework must not go on to send the whole.
	return await new Promise<never>(() => {});
}

/** Gives a body piece by piece, with pauses of so many milliseconds. */
export async function* inPieces(body: Buffer, pause: number) {
	const size = Math.ceil(body.length / PIECES);
	for (let at = 0; at < body.length; at += size) {
		yield body.subarray(at, at + size);
		await wait(pause);
	}
}

/** What becomes of the service's answer, by its body; they answer the body that is sent. */
export const AFTERWARDS: Record<
	After,
	(reply: FastifyReply, body: Buffer, faults: Faults) => unknown
> = {
	resetAfter: cutAnswer,
	truncated: breakOff,
	slowLoris: (_reply, body, { slowLoris }) => Readable.from(inPieces(body, slowLoris?.pause ?? 0)),
};
