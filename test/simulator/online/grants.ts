import { randomBytes } from 'node:crypto';

import type { Tenant } from './tenants';

/** What a signed-in user has let the app have, until it is exchanged. */
export interface Authorization {
	tenant: Tenant;
	redirectUri: string;
	nonce?: string;
	challenge?: { value: string; method: string };
	/** Milliseconds since the epoch. */
	issuedAt: number;
}

/** Codes live for ten minutes. */
const CODE_LIFE = 10 * 60 * 1000;

const random = () => randomBytes(32).toString('base64url');

/** All that was given out and still holds, by tenant. */
export class Grants {
	private readonly codes = new Map<string, Authorization>();

	private readonly accessTokens = new Map<string, Tenant>();

	private readonly refreshTokens = new Map<string, Tenant>();

	private readonly tickets = new Map<string, Tenant>();

	/** Those whose administrator has approved the app. */
	private readonly consents = new Set<Tenant>();

	constructor(tenants: Tenant[]) {
		for (const tenant of tenants) this.consents.add(tenant);
	}

	authorize(authorization: Omit<Authorization, 'issuedAt'>): string {
		const code = random();
		this.codes.set(code, { ...authorization, issuedAt: Date.now() });
		this.consents.add(authorization.tenant);
		return code;
	}

	/** What a code stands for; it is gone afterwards. */
	redeem(code: string): Authorization | undefined {
		const authorization = this.codes.get(code);
		this.codes.delete(code);
		const lives = authorization && Date.now() - authorization.issuedAt <= CODE_LIFE;
		return lives ? authorization : undefined;
	}

	accessTokenFor(tenant: Tenant): string {
		// As in all samples: the tenant before the first dot.
		const token = `8A:${tenant.id}.${random()}`;
		this.accessTokens.set(token, tenant);
		return token;
	}

	refreshTokenFor(tenant: Tenant): string {
		const token = random();
		this.refreshTokens.set(token, tenant);
		return token;
	}

	/** Whose refresh token it is; it may be used again. */
	refresh = (token: string): Tenant | undefined => this.refreshTokens.get(token);

	ticketFor(tenant: Tenant): string {
		const ticket = `7T:${randomBytes(48).toString('base64')}`;
		this.tickets.set(ticket, tenant);
		return ticket;
	}

	hasConsent = (tenant: Tenant): boolean => this.consents.has(tenant);

	/** The logins that a tenant's web service takes. */
	loginsOf(tenant: Tenant) {
		const of = (given: Map<string, Tenant>) => ({
			has: (value: string) => given.get(value) === tenant,
		});
		return { accessTokens: of(this.accessTokens), tickets: of(this.tickets) };
	}

	expireAccessTokens(): void {
		this.accessTokens.clear();
	}

	expireTickets(): void {
		this.tickets.clear();
	}

	/** Ends all that a web service takes. */
	expireLogins(): void {
		this.expireAccessTokens();
		this.expireTickets();
	}

	/** Ends what rests on the approval. That tokens and tickets then hold until they run out is a guess. */
	revokeConsent(): void {
		this.consents.clear();
		this.refreshTokens.clear();
		this.codes.clear();
	}
}
