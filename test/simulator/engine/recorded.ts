/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a server of the tests, never part of the package */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { badArgument } from './failures';
import { inPieces } from '../faults/answers';

/** A request as it came over the wire. */
export interface Recorded {
	method: string;
	/** Name of the host that was asked, with its port where it has one. */
	host: string;
	/** Path below the server's root, such as `/api/v1/Appointment` of a web service. */
	path: string;
	query: Record<string, string>;
	headers: Record<string, string | string[] | undefined>;
	/** The body's text; empty where the body is bytes. */
	body: string;
	/** The body of a request that is neither JSON nor a form, such as a file. */
	bytes?: Buffer;
}

/** An answer that stands in for the service's own. */
export interface Scripted {
	status?: number;
	headers?: Record<string, string>;
	/** Sent as it is when it is text, else as JSON. */
	body?: unknown;
	/** Cuts the connection without an answer. */
	reset?: boolean;
	/** Milliseconds before the answer. */
	delay?: number;
	/** Milliseconds between the pieces in which the body comes. */
	drip?: number;
}

/** Gives a scripted answer. */
export async function answer(reply: FastifyReply, scripted: Scripted): Promise<FastifyReply> {
	if (scripted.delay) await new Promise((resolve) => setTimeout(resolve, scripted.delay));
	if (scripted.reset) {
		reply.hijack();
		reply.raw.destroy();
		return reply;
	}
	const { status = 200, headers = {}, body, drip } = scripted;
	const type = typeof body === 'string' ? 'text/html; charset=utf-8' : 'application/json';
	const text = typeof body === 'string' ? body : JSON.stringify(body);
	const all = { 'content-type': type, ...headers };
	if (drip === undefined) return await reply.code(status).headers(all).send(text);
	reply.hijack();
	reply.raw.writeHead(status, all);
	for await (const piece of inPieces(Buffer.from(text), drip)) reply.raw.write(piece);
	reply.raw.end();
	return reply;
}

/** Lets an app read JSON and forms, and records each of its requests before all else is done. */
export function recordRequests(
	app: FastifyInstance,
	pathOf: (request: FastifyRequest) => string,
	record: (entry: Recorded) => void,
): void {
	const recorded = new WeakMap<object, Recorded>();
	app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
		const text = String(body);
		Object.assign(recorded.get(request.raw) ?? {}, { body: text });
		try {
			// The official client posts nothing at all to calls without arguments.
			done(null, text === '' ? undefined : JSON.parse(text));
		} catch {
			done(badArgument('The request body is not JSON'));
		}
	});
	const form = 'application/x-www-form-urlencoded';
	app.addContentTypeParser(form, { parseAs: 'string' }, (request, body, done) => {
		Object.assign(recorded.get(request.raw) ?? {}, { body: String(body) });
		done(null, new URLSearchParams(String(body)));
	});
	// Files come as they are, with any type of content, texts too.
	app.removeContentTypeParser('text/plain');
	app.addContentTypeParser('*', { parseAs: 'buffer' }, (request, body, done) => {
		Object.assign(recorded.get(request.raw) ?? {}, { bytes: body });
		done(null, body);
	});
	app.addHook('onRequest', async (request) => {
		const entry: Recorded = {
			method: request.method,
			host: request.host,
			path: pathOf(request),
			query: { ...(request.query as Record<string, string>) },
			headers: { ...request.headers },
			body: '',
		};
		recorded.set(request.raw, entry);
		record(entry);
	});
}
