import { omit } from 'lodash';

import type { Carrier, Value } from '../tenant/carriers';
import { ApiFailure } from '../engine/failures';
import { bodyValue, isCarrier } from '../engine/values';

const STATES = ['Unknown', 'Active', 'Stopped', 'TooManyErrors'] as const;

export type WebhookState = (typeof STATES)[number];

/** A webhook with the names of SuperOffice's OpenAPI file; dates as they are stored. */
export type Webhook = {
	WebhookId: number;
	Name: string | null;
	/** Such as `activity.created`. */
	Events: string[];
	TargetUrl: string | null;
	Secret: string | null;
	State: WebhookState;
	/** `webhook`, or `crmscript` for those that call no address. */
	Type: string;
	/** More headers for each call. */
	Headers: Carrier | null;
	/** More values for each payload. */
	Properties: Carrier | null;
	Registered: string;
	RegisteredAssociate: Carrier | null;
	Updated: string;
	UpdatedAssociate: Carrier | null;
	ErrorsEmail: string | null;
	ErrorEmails: Value;
	ErrorAssociates: Value;
	Description: string | null;
	NotifyVia: Value;
	NotifyWhen: Value;
	TotalCalls: number;
	TotalErrors: number;
	ConsecutiveErrors: number;
	LastError: string;
};

const NEVER = '0001-01-01T00:00:00';

/** The documentation's default; what it lacks there are newer properties, whose values are guesses. */
export const defaultWebhook = (): Webhook => ({
	WebhookId: 0,
	Name: null,
	Events: ['contact.created', 'contact.deleted'],
	TargetUrl: null,
	Secret: null,
	State: 'Active',
	Type: 'webhook',
	Headers: null,
	Properties: null,
	Registered: NEVER,
	RegisteredAssociate: null,
	Updated: NEVER,
	UpdatedAssociate: null,
	ErrorsEmail: null,
	ErrorEmails: [],
	ErrorAssociates: [],
	Description: null,
	NotifyVia: 'None',
	NotifyWhen: 'None',
	TotalCalls: 0,
	TotalErrors: 0,
	ConsecutiveErrors: 0,
	LastError: '',
});

/** SuperOffice sets these; what a client sends for them changes nothing (a guess but for the counts). */
export const SET_BY_SERVER = [
	...(['WebhookId', 'Registered', 'RegisteredAssociate', 'Updated', 'UpdatedAssociate'] as const),
	...(['TotalCalls', 'TotalErrors', 'ConsecutiveErrors', 'LastError'] as const),
];

/** A refusal, whose words stand under `Message` in the official client's test of webhooks. */
export const refusal = (message: string) =>
	new ApiFailure(400, 'ArgumentException', message, 'Message');

/**
 * The webhook that a body makes, but for what SuperOffice sets. What it lacks gets its default; saved
 * texts and dictionaries are empty rather than null (the official client's fixture).
 * @throws Failure 400 for no body (the OpenAPI file), and, a guess, for no events or another state
 */
export function readWebhook(body: Value | undefined): Webhook {
	if (!isCarrier(body)) throw refusal('Entity to save is not in request body');
	const blank: Webhook = { ...defaultWebhook(), Secret: '', Headers: {}, Properties: {} };
	const names = Object.keys(omit(blank, SET_BY_SERVER));
	const sent = names.map((name) => [name, bodyValue(body, name) ?? null] as const);
	const given = Object.fromEntries(sent.filter(([, value]) => value !== null));
	// The events of the default are there for tests only: no sample saves a webhook without its own.
	const next = { ...blank, Events: [], ...given } as Webhook;
	const isNamed = Array.isArray(next.Events) && next.Events.every((one) => typeof one === 'string');
	if (!isNamed || next.Events.length === 0) throw refusal('Webhook Events are missing');
	if (!STATES.includes(next.State)) throw refusal(`"${String(next.State)}" is not a webhook state`);
	return next;
}

/** Hosts of this machine, to which nothing needs to be secret. */
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * Checks where a webhook leads.
 * @param requireHttps all targets, none, or by default all but those on loopback
 * @throws Failure 400, in the official client's words where the target is not secure
 */
export function checkTarget({ TargetUrl }: Webhook, requireHttps: boolean | undefined): void {
	const url = URL.parse(TargetUrl ?? '');
	if (!url || !/^https?:$/.test(url.protocol)) throw refusal('Webhook TargetUrl is not valid');
	const isLoose =
		requireHttps === false || (requireHttps === undefined && LOOPBACK.test(url.hostname));
	if (url.protocol === 'https:' || isLoose) return;
	throw refusal(`Webhook TargetUrl must be secure: 'HTTPS:' not found in ${TargetUrl ?? ''}`);
}
