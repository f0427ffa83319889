import { randomBytes } from 'node:crypto';

import { Grants } from './grants';
import { loginHost, type Environment } from './hosts';
import { asXml, signJwt, type Forgery, type KeyPair, type SigningKey } from './keys';
import { environmentOfTenant, rootOf, seedTenants, type Tenant } from './tenants';

/** The app as it is registered in SuperOffice's Developer Portal. */
export interface App {
	clientId: string;
	clientSecret: string;
	/** Exact addresses that sign-ins may lead back to, beside those of an n8n on 127.0.0.1. */
	redirectUris: string[];
	/** Token and database serial number of the tenant. */
	systemUserToken: string;
	serial: string;
	/** PEM, PKCS#8. */
	privateKey: string;
	/** PEM, PKCS#1. */
	privateKeyPkcs1: string;
	/** RSAKeyValue, as the Developer Portal issues it. */
	privateKeyXml: string;
}

/** Who signs in. */
export const USER = { name: 'tester@example.com', password: 'pässword:with,signs' };

const REDIRECT_URIS = ['http://localhost:5678/rest/oauth2-credential/callback'];

export type Keys = Record<'stranger' | 'app', KeyPair> & { signing: SigningKey };

const CLAIM = 'http://schemes.superoffice.net/identity/';

/** What a user's id_token and a system user's token both say (documentation of security tokens). */
function commonClaims(tenant: Tenant): Record<string, unknown> {
	const claims = {
		associateid: '1',
		email: USER.name,
		upn: USER.name,
		is_administrator: 'False',
		ctx: tenant.id,
		company_name: 'Company of the tests',
		serial: tenant.serial,
		netserver_url: `${rootOf(tenant)}/Remote/Services88/`,
		webapi_url: `${rootOf(tenant)}/api/`,
		initials: 'TE',
		so_primary_email_address: USER.name,
	};
	return Object.fromEntries(Object.entries(claims).map(([name, value]) => [CLAIM + name, value]));
}

const newSecret = () => randomBytes(16).toString('hex');

/** All that SuperOffice Online knows of its tenants, their users and the app. */
export class Account {
	readonly app: App;

	// Another start for each process, since an n8n outlives the simulators that it asks.
	private customer = 60_000 + (Date.now() % 30_000);

	tenants = seedTenants(`Cust${this.customer}`);

	grants = new Grants(this.tenants);

	/** Of the next JWTs; none by default. */
	forgery: Forgery | undefined;

	constructor(readonly keys: Keys) {
		const { privateKey } = keys.app;
		this.app = {
			clientId: newSecret(),
			clientSecret: newSecret(),
			redirectUris: [...REDIRECT_URIS],
			systemUserToken: this.tenant.systemUserToken,
			serial: this.tenant.serial,
			privateKey: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
			privateKeyPkcs1: String(privateKey.export({ type: 'pkcs1', format: 'pem' })),
			privateKeyXml: asXml(privateKey),
		};
	}

	/** The one that tests are about. */
	get tenant(): Tenant {
		return this.tenants[0];
	}

	/** Starts again with another customer and a new secret, since whoever has asked remembers both. */
	reset(): void {
		this.customer += 1;
		this.tenants = seedTenants(`Cust${this.customer}`);
		this.app.clientSecret = newSecret();
		this.grants = new Grants(this.tenants);
		this.forgery = undefined;
		this.app.redirectUris = [...REDIRECT_URIS];
	}

	private sign(claims: object): string {
		return signJwt(claims, this.keys, this.forgery);
	}

	private idToken(tenant: Tenant, environment: Environment, nonce?: string): string {
		const now = Math.floor(Date.now() / 1000);
		return this.sign({
			sub: USER.name,
			...commonClaims(tenant),
			[`${CLAIM}identityprovider`]: 'central-superid',
			// The documentation's sample has this one time as text.
			iat: String(now),
			...(nonce !== undefined && { nonce }),
			nbf: now - 60,
			exp: now + 300,
			iss: `https://${loginHost(environment)}`,
			aud: this.app.clientId,
		});
	}

	/** The answer to a refresh: without a refresh token, as documented. */
	renewed(tenant: Tenant, nonce?: string): Record<string, unknown> {
		return {
			token_type: 'Bearer',
			access_token: this.grants.accessTokenFor(tenant),
			expires_in: 3600,
			id_token: this.idToken(tenant, environmentOfTenant(tenant), nonce),
		};
	}

	/** The answer to a code. */
	granted(tenant: Tenant, nonce?: string): Record<string, unknown> {
		return { ...this.renewed(tenant, nonce), refresh_token: this.grants.refreshTokenFor(tenant) };
	}

	/** A token with a system user's ticket; how long it holds is a guess. */
	systemUserToken(tenant: Tenant): string {
		const now = Math.floor(Date.now() / 1000);
		return this.sign({
			sub: 'System user',
			...commonClaims(tenant),
			[`${CLAIM}identityprovider`]: 'SuperOffice AS',
			[`${CLAIM}ticket`]: this.grants.ticketFor(tenant),
			iat: now,
			nbf: now - 60,
			exp: now + 300,
			iss: 'SuperOffice AS',
			aud: `spn:${tenant.serial}`,
		});
	}
}
