import { randomUUID } from 'node:crypto';

import { pick } from 'lodash';

import type { Carrier, Value } from '../tenant/carriers';
import { SESSION_USER, type Data } from '../tenant/data';
import { documentOf } from '../documents/entry';
import { storedInstant } from '../engine/dates';
import { notFound } from '../engine/failures';
import { isCarrier } from '../engine/values';
import { eventsOf, type RowChange } from './activity';
import { Deliveries, type Delivery, type Registration } from './deliveries';
import { payload, type WebhookEvent } from './events';
import type { Reply } from './post';
import { SETTINGS, type Settings } from './settings';
import { checkTarget, readWebhook, refusal, SET_BY_SERVER, type Webhook } from './webhook';
import { Writes } from './writes';

/** The webhooks of all apps, and what goes out to them. */
export class Webhooks {
	readonly registrations: Registration[] = [];

	readonly settings: Settings;

	private readonly outgoing: Deliveries;

	private readonly writes: Writes;

	private last = 0;

	/** @param settings those that differ from SuperOffice's own */
	constructor(
		private readonly data: Data,
		settings: Partial<Settings> = {},
	) {
		this.settings = { ...SETTINGS, ...settings };
		this.outgoing = new Deliveries(this.settings);
		this.writes = new Writes(data.appointments, (change) => this.tell(change));
		data.onContent = (primaryKey) => this.raise({ name: 'document.edited', primaryKey });
	}

	/** All deliveries since the start, in the order of their events; tests of targets are none. */
	get deliveries(): Delivery[] {
		return this.outgoing.made;
	}

	/** An app's own webhooks; an app does not see those of others. */
	of(owner: string): Registration[] {
		return this.registrations.filter((one) => one.owner === owner);
	}

	find(owner: string, id: number): Registration | undefined {
		return this.of(owner).find(({ webhook }) => webhook.WebhookId === id);
	}

	/**
	 * Saves a webhook over the one of the given number, or a new one for 0. An active target is tested each
	 * time, which is documented of new ones.
	 * @throws Failure 404 for a number that the app has not, 400 for a body or a target that cannot be
	 */
	async save(owner: string, body: Value | undefined, id: number): Promise<Webhook> {
		const stored = this.find(owner, id);
		if (id !== 0 && !stored) throw notFound(`Webhook id ${id}`);
		const webhook = this.read(body);
		if (webhook.Type === 'webhook' && webhook.State === 'Active') {
			const { status, text } = await this.test(owner, webhook);
			if (status !== 200) throw refusal(`Webhook TargetUrl did not respond with 200 OK: ${text}`);
		}
		return this.store(owner, webhook, stored);
	}

	/**
	 * The webhook that a body makes, but for what SuperOffice sets.
	 * @throws Failure 400 for a body or a target that cannot be
	 */
	read(body: Value | undefined): Webhook {
		const webhook = readWebhook(body);
		if (webhook.Type === 'webhook') checkTarget(webhook, this.settings.requireHttps);
		return webhook;
	}

	/** What is saved, with who saved it and when; starting again forgets the errors. */
	private store(owner: string, saved: Webhook, stored: Registration | undefined): Webhook {
		const now = storedInstant(this.data.now());
		const user = this.data.associates.get(SESSION_USER) ?? null;
		if (!stored) {
			this.last += 1;
			const first = { WebhookId: this.last, Registered: now, RegisteredAssociate: user };
			const registration = { owner, webhook: { ...saved, ...first } };
			this.registrations.push(registration);
			return registration.webhook;
		}
		const kept = pick(stored.webhook, SET_BY_SERVER);
		const isStarted = saved.State === 'Active' && stored.webhook.State !== 'Active';
		if (isStarted) kept.ConsecutiveErrors = 0;
		stored.webhook = { ...saved, ...kept, Updated: now, UpdatedAssociate: user };
		return stored.webhook;
	}

	/** Deletes a webhook; what waits for it is dropped. */
	remove(registration: Registration): void {
		this.registrations.splice(this.registrations.indexOf(registration), 1);
		registration.webhook = { ...registration.webhook, State: 'Stopped' };
	}

	/** Calls a target with the event `test`, whose numbers differ in header and body as in the sample. */
	async test(owner: string, webhook: Webhook): Promise<Reply> {
		const event: WebhookEvent = { name: 'test', primaryKey: 0 };
		const body = JSON.stringify(this.payload(event, { owner, webhook }, randomUUID()));
		const call = { event: event.name, eventId: randomUUID(), body, retry: 0, isTest: true };
		return await this.outgoing.call(webhook, call);
	}

	/** Tells all active webhooks of an event that ask for it. Each knows it under the same number: a guess. */
	raise(event: WebhookEvent): void {
		const eventId = event.id ?? randomUUID();
		for (const registration of this.registrations) {
			const { WebhookId: webhookId, Events, State, Type } = registration.webhook;
			if (State !== 'Active' || Type !== 'webhook' || !Events.includes(event.name)) continue;
			const body = JSON.stringify(this.payload(event, registration, eventId));
			const delivery = { webhookId, event: event.name, eventId, body, tries: [] };
			this.outgoing.add(registration, { ...delivery, outcome: 'waiting' });
		}
	}

	/** Raises an event of an app's own; where a payload has its data is a guess. */
	signal(name: string, primaryKey: number, data: Value | undefined): void {
		this.raise({ name, primaryKey, ...(isCarrier(data) && { values: data }) });
	}

	private payload(event: WebhookEvent, { owner, webhook }: Registration, eventId: string): Carrier {
		const { hasFieldValues } = this.settings;
		const time = this.data.now();
		return payload(event, webhook, { eventId, time, context: owner, hasFieldValues });
	}

	/** A row with the number of the document that it is of. */
	private numbered(row: Carrier | undefined): Carrier | undefined {
		return row && { ...row, DocumentId: documentOf(this.data, Number(row.AppointmentId)) };
	}

	private tell(change: RowChange): void {
		// Tests fill the store with rows that nobody wants to hear of.
		if (this.registrations.length === 0) return;
		const numbered = { before: this.numbered(change.before), after: this.numbered(change.after) };
		for (const event of eventsOf(numbered, this.settings.tellsOfTexts)) this.raise(event);
	}

	/** Resolves when no delivery is under way, nor about to be. */
	async idle(): Promise<void> {
		this.writes.flush();
		await this.outgoing.idle();
	}

	/** Ends what is under way. */
	async stop(): Promise<void> {
		this.writes.stop();
		await this.outgoing.stop();
	}
}
