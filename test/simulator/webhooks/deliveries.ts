/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a server of the tests, never part of the package */
import { setTimeout as sleep } from 'node:timers/promises';

import { promise as makeQueue } from 'fastq';

import { callTarget, type Call } from './call';
import type { Reply } from './post';
import type { Settings } from './settings';
import type { Webhook } from './webhook';

/** A webhook of an app, as it is now. */
export interface Registration {
	/** The app that it belongs to, by the customer that it is used in. */
	owner: string;
	webhook: Webhook;
}

/** An event on its way to a webhook. */
export interface Delivery {
	webhookId: number;
	event: string;
	eventId: string;
	/** The payload's text. */
	body: string;
	/** What came of each try. */
	tries: Reply[];
	/** Dropped ones belong to webhooks that were stopped or deleted before the next try: a guess. */
	outcome: 'waiting' | 'delivered' | 'discarded' | 'dropped';
}

/** Whether a target says that it is gone for good, which ends its webhook (documentation of states). */
const isGone = ({ status }: Reply) => status === 410;

/** All deliveries, of which only so many are under way at once. */
export class Deliveries {
	readonly made: Delivery[] = [];

	private readonly stopping = new AbortController();

	private readonly queue = makeQueue(async (task: [Registration, Delivery]) => {
		await this.deliver(...task);
	}, 1);

	constructor(private readonly settings: Settings) {}

	add(registration: Registration, delivery: Delivery): void {
		this.made.push(delivery);
		this.queue.concurrency = this.settings.atOnce;
		void this.queue.push([registration, delivery]);
	}

	/** Calls a webhook's target once, counted nowhere. */
	async call(webhook: Webhook, call: Call): Promise<Reply> {
		return await callTarget(webhook, call, this.settings, this.stopping.signal);
	}

	/** Resolves when no delivery is under way. */
	async idle(): Promise<void> {
		await this.queue.drained();
	}

	/** Ends what is under way and waiting. */
	async stop(): Promise<void> {
		this.stopping.abort();
		await this.idle();
	}

	private async deliver(registration: Registration, delivery: Delivery): Promise<void> {
		const reply = await this.attempt(registration, delivery);
		const { webhook } = registration;
		if (!reply) delivery.outcome = 'dropped';
		else if (reply.status === 200) {
			delivery.outcome = 'delivered';
			webhook.ConsecutiveErrors = 0;
		} else {
			delivery.outcome = 'discarded';
			webhook.ConsecutiveErrors += 1;
			const isTooMany = webhook.ConsecutiveErrors >= this.settings.maxErrors;
			if (isTooMany || isGone(reply)) webhook.State = 'TooManyErrors';
		}
	}

	/** Tries until it succeeds, to the last of the tries; undefined once the webhook is not active. */
	private async attempt(
		registration: Registration,
		{ event, eventId, body, tries }: Delivery,
	): Promise<Reply | undefined> {
		const { signal } = this.stopping;
		for (const [retry, pause] of [0, ...this.settings.pauses].entries()) {
			// An abort ends the pause and the call alike.
			if (retry > 0) await sleep(pause, undefined, { signal }).catch(() => undefined);
			const { webhook } = registration;
			if (signal.aborted || webhook.State !== 'Active') return undefined;
			const reply = await this.call(webhook, { event, eventId, body, retry });
			tries.push(reply);
			count(registration.webhook, reply);
			if (reply.status === 200 || isGone(reply)) return reply;
		}
		return tries.at(-1);
	}
}

/** That tries are what is counted is a guess. */
function count(webhook: Webhook, reply: Reply): void {
	webhook.TotalCalls += 1;
	if (reply.status === 200) return;
	webhook.TotalErrors += 1;
	webhook.LastError = reply.text;
}
