/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a server of the tests, never part of the package */
import { setTimeout as wait } from 'node:timers/promises';

import once from 'lodash/once';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import type { Authenticator } from '../engine/caller';
import type { After, Faults, Load } from './faults';
import { AFTERWARDS, answerAhead, INSTEAD, retryAfter } from './answers';
import { fates, type Fate } from './draws';

/** What is to happen to a request, by the faults of when it arrived. */
interface Plan extends Fate {
	faults: Faults;
	isRefused: boolean;
}

/** As soon as an answer has left, since its client may send the next request before the connection closes. */
function onEnd({ raw }: FastifyReply, end: () => void): void {
	const ended = once(end);
	raw.once('finish', ended).once('close', ended);
}

/** Lets requests to a service fail, and counts them. */
export class FaultInjector {
	load: Load = { requests: 0, inFlight: 0, highestInFlight: 0, refused: 0, faults: {} };

	private faults: Faults = {};

	private draw = fates(0);

	/** Requests that these faults are about. */
	private arrived = 0;

	/** Those of them that were not refused, and are not answered yet. */
	private serving = 0;

	private readonly plans = new WeakMap<object, Plan>();

	private readonly endings = new WeakMap<object, { after: After; faults: Faults }>();

	/** @param now the service's clock, in milliseconds since 1970 */
	constructor(
		private readonly entrance: Authenticator,
		private readonly now: () => number,
	) {}

	fail(faults: Faults): void {
		this.faults = faults;
		this.draw = fates(faults.seed ?? 0);
		this.arrived = 0;
		this.entrance.renewLogins?.();
	}

	reset(): void {
		const { inFlight } = this.load;
		this.load = { requests: 0, inFlight, highestInFlight: inFlight, refused: 0, faults: {} };
		this.fail({});
	}

	private happen(kind: keyof Load['faults']): void {
		this.load.faults[kind] = (this.load.faults[kind] ?? 0) + 1;
	}

	private count(reply: FastifyReply): void {
		const { load } = this;
		load.requests += 1;
		load.inFlight += 1;
		load.highestInFlight = Math.max(load.highestInFlight, load.inFlight);
		onEnd(reply, () => (this.load.inFlight -= 1));
	}

	private plan(reply: FastifyReply): Plan {
		const { faults } = this;
		if (this.arrived === faults.loginEndsAfter) {
			this.happen('loginEndsAfter');
			this.entrance.endLogins();
		}
		this.arrived += 1;
		const isRefused = this.serving >= (faults.capacity?.atOnce ?? Infinity);
		if (!isRefused) {
			this.serving += 1;
			onEnd(reply, () => (this.serving -= 1));
		}
		return { ...this.draw(faults), faults, isRefused };
	}

	private async strike(request: FastifyRequest, reply: FastifyReply, plan: Plan): Promise<unknown> {
		const { faults, isRefused, pause, before, after } = plan;
		if (isRefused) {
			this.load.refused += 1;
			const { retryAfter: seconds, form } = faults.capacity ?? {};
			return await reply
				.code(429)
				.headers(retryAfter(this.now(), seconds, form))
				.send('');
		}
		if (pause > 0) await wait(pause);
		if (faults.late) {
			answerAhead(reply, faults);
			await wait(faults.late.after);
			return undefined;
		}
		const kind = before ?? after;
		if (kind) this.happen(kind);
		if (after) this.endings.set(request.raw, { after, faults });
		return before && (await INSTEAD[before](reply, faults, this.now()));
	}

	/**
	 * Has to come before logins are checked: a request takes part from its arrival on.
	 * @param pathOf gives the path that `only` is asked about
	 */
	addTo(app: FastifyInstance, pathOf: (request: FastifyRequest) => string): void {
		app.addHook('onRequest', async (request, reply) => {
			this.count(reply);
			const { method } = request;
			if (this.faults.only?.({ method, path: pathOf(request) }) === false) return;
			this.plans.set(request.raw, this.plan(reply));
		});
		// After the body was read, so that what failed was recorded as a whole.
		app.addHook('preHandler', async (request, reply) => {
			const plan = this.plans.get(request.raw);
			return plan && (await this.strike(request, reply, plan));
		});
		app.addHook('onSend', async (request, reply, body) => {
			const ending = this.endings.get(request.raw);
			if (!ending) return body;
			const isThere = typeof body === 'string' || Buffer.isBuffer(body);
			const bytes = Buffer.from(isThere ? body : '');
			return await AFTERWARDS[ending.after](reply, bytes, ending.faults);
		});
	}
}
