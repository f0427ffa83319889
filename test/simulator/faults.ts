/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a server of the tests, never part of the package */
import { Readable } from 'node:stream';

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** How long an answer takes, in milliseconds. */
export type Latency =
	| number
	| { distribution: 'uniform'; from: number; to: number }
	| { distribution: 'logNormal'; median: number; sigma: number };

/** What goes wrong with requests; shares are from 0 to 1. */
export interface Faults {
	/** Two runs with the same seed and the same requests in the same order fail alike. */
	seed?: number;
	latency?: Latency;
	/** How many are served at once; those beyond get 429, with a Retry-After of so many seconds. */
	capacity?: { atOnce: number; retryAfter?: number; form?: 'seconds' | 'date' };
	/** 503, and nothing is done. */
	unavailable?: number;
	/** Seconds of the Retry-After that comes with a 503. */
	retryAfter?: number;
	/** 502, and nothing is done. */
	badGateway?: number;
	/** The connection is cut, and nothing is done. */
	resetBefore?: number;
	/** A proxy's page with status 200, and nothing is done. */
	html?: number;
	/** It is done, and the connection is cut without an answer. */
	resetAfter?: number;
	/** It is done, and the connection is cut in the middle of the body. */
	truncated?: number;
	/** It is done, and the body comes in pieces, with pauses of so many milliseconds. */
	slowLoris?: { share: number; pause: number };
	/** Which requests they happen to; all by default. */
	only?(request: { method: string; path: string }): boolean;
}

const BEFORE = ['unavailable', 'badGateway', 'resetBefore', 'html'] as const;
const AFTER = ['resetAfter', 'truncated', 'slowLoris'] as const;

type Kind = (typeof BEFORE)[number] | (typeof AFTER)[number];

/** How the service was used since the start or the last `reset`. */
export interface Load {
	inFlight: number;
	highestInFlight: number;
	/** Requests beyond the capacity. */
	refused: number;
	/** How often each fault has happened. */
	faults: Partial<Record<Kind, number>>;
}

const PIECES = 20;

const PAGE = '<html><head><title>Sign in</title></head><body>Please sign in</body></html>';

/** Mulberry32, a small generator with a seed, as numbers from 0 to 1. */
function randomNumbers(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

function draw(latency: Latency, random: () => number): number {
	if (typeof latency === 'number') return latency;
	if (latency.distribution === 'uniform') {
		return latency.from + random() * (latency.to - latency.from);
	}
	// Box and Muller's way from even to normal numbers.
	const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
	return latency.median * Math.exp(latency.sigma * normal);
}

const wait = async (milliseconds: number) =>
	await new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

function retryAfter(seconds: number | undefined, form = 'seconds'): Record<string, string> {
	if (seconds === undefined) return {};
	const date = new Date(Date.now() + seconds * 1000).toUTCString();
	return { 'retry-after': form === 'date' ? date : String(seconds) };
}

function cut(reply: FastifyReply): FastifyReply {
	reply.hijack();
	reply.raw.destroy();
	return reply;
}

/** Half of the body, whose length says that there is more. */
async function breakOff(reply: FastifyReply, body: string): Promise<never> {
	const length = Buffer.byteLength(body);
	reply.raw.writeHead(reply.statusCode, {
		'content-type': 'application/json',
		'content-length': length,
	});
	reply.raw.write(body.slice(0, body.length / 2), () => reply.raw.destroy());
	// The framework must not go on to send the whole.
	return await new Promise<never>(() => {});
}

async function* inPieces(body: string, pause: number) {
	const size = Math.ceil(body.length / PIECES);
	for (let at = 0; at < body.length; at += size) {
		yield body.slice(at, at + size);
		await wait(pause);
	}
}

/** Lets requests to a service fail, and counts them. */
export class FaultInjector {
	load: Load = { inFlight: 0, highestInFlight: 0, refused: 0, faults: {} };

	private faults: Faults = {};

	private random = randomNumbers(0);

	private readonly planned = new WeakMap<object, Kind>();

	fail(faults: Faults): void {
		this.faults = faults;
		this.random = randomNumbers(faults.seed ?? 0);
	}

	reset(): void {
		const { inFlight } = this.load;
		this.load = { inFlight, highestInFlight: inFlight, refused: 0, faults: {} };
		this.fail({});
	}

	private share(kind: Kind): number {
		return kind === 'slowLoris' ? (this.faults.slowLoris?.share ?? 0) : (this.faults[kind] ?? 0);
	}

	/** What happens to a request; each kind draws once, so that none shifts the others. */
	private plan(): Kind | undefined {
		const kinds = [...BEFORE, ...AFTER].map((kind) => [kind, this.random()] as const);
		return kinds.find(([kind, drawn]) => drawn < this.share(kind))?.[0];
	}

	private happen(kind: Kind): void {
		this.load.faults[kind] = (this.load.faults[kind] ?? 0) + 1;
	}

	private async before(reply: FastifyReply, kind: Kind | undefined): Promise<unknown> {
		if (kind === 'unavailable') {
			return await reply.code(503).headers(retryAfter(this.faults.retryAfter)).send('');
		}
		if (kind === 'badGateway') return await reply.code(502).type('text/html').send(PAGE);
		if (kind === 'html') return await reply.type('text/html').send(PAGE);
		return kind === 'resetBefore' ? cut(reply) : undefined;
	}

	private async after(reply: FastifyReply, kind: Kind, body: unknown): Promise<unknown> {
		const text = typeof body === 'string' ? body : '';
		if (kind === 'truncated') return await breakOff(reply, text);
		if (kind === 'slowLoris')
			return Readable.from(inPieces(text, this.faults.slowLoris?.pause ?? 0));
		reply.raw.destroy();
		return body;
	}

	/** @param pathOf gives the path that `only` is asked about */
	addTo(app: FastifyInstance, pathOf: (request: FastifyRequest) => string): void {
		app.addHook('onRequest', async (_request, reply) => {
			const { load } = this;
			load.inFlight += 1;
			load.highestInFlight = Math.max(load.highestInFlight, load.inFlight);
			reply.raw.once('close', () => (this.load.inFlight -= 1));
		});
		app.addHook('preHandler', async (request, reply) => {
			const { only, latency, capacity } = this.faults;
			if (only?.({ method: request.method, path: pathOf(request) }) === false) return undefined;
			if (capacity && this.load.inFlight > capacity.atOnce) {
				this.load.refused += 1;
				const headers = retryAfter(capacity.retryAfter, capacity.form);
				return await reply.code(429).headers(headers).send('');
			}
			const kind = this.plan();
			const pause = latency === undefined ? 0 : draw(latency, this.random);
			if (pause > 0) await wait(pause);
			if (kind === undefined) return undefined;
			this.happen(kind);
			if (AFTER.some((one) => one === kind)) this.planned.set(request.raw, kind);
			return await this.before(reply, kind);
		});
		app.addHook('onSend', async (request, reply, body) => {
			const kind = this.planned.get(request.raw);
			return kind ? await this.after(reply, kind, body) : body;
		});
	}
}
