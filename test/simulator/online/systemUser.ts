import { verify } from 'node:crypto';

import type { FastifyInstance } from 'fastify';

import type { Account } from './account';
import { environmentAt, type Environment } from './hosts';
import { environmentOfTenant, findTenant } from './tenants';

/**
 * The documented errors that apply here. Their form is that of the one sample; that it is the same
 * here, and the words, are guesses.
 */
const FAILURES = {
	Revoked: 'Authorization error: Revoked (1)',
	Denied: 'Authorization error: Denied (4)',
	InvalidTimestamp: 'Authorization error: InvalidTimestamp (6)',
	InvalidSignature: 'Authorization error: InvalidSignature (7)',
} as const;

type Failed = keyof typeof FAILURES;

/** How far a time stamp may be off is documented nowhere. */
const TOLERANCE = 5 * 60 * 1000;

/** Splits `token.yyyyMMddHHmm.signature`; the token may have dots of its own. */
const SIGNED = /^((.+)\.(\d{4})(\d\d)(\d\d)(\d\d)(\d\d))\.([A-Za-z0-9+/]+=*)$/;

interface Wanted {
	SignedSystemToken?: string;
	ApplicationToken?: string;
	ContextIdentifier?: string;
	ReturnTokenType?: string;
}

/** Authenticates a system user: the JWT, or why there is none. */
function authenticate(
	account: Account,
	wanted: Wanted,
	environment: Environment | undefined,
): { token: string } | Failed {
	const { SignedSystemToken = '', ApplicationToken, ContextIdentifier = '' } = wanted;
	const [, data, token, year, month, day, hour, minute, signature] =
		SIGNED.exec(SignedSystemToken) ?? [];
	if (data === undefined) return 'InvalidSignature';
	const tenant = findTenant(account.tenants, ContextIdentifier);
	const isHere = tenant && environmentOfTenant(tenant) === environment;
	if (!isHere || ApplicationToken !== account.app.clientSecret) return 'Denied';
	if (token !== tenant.systemUserToken) return 'Denied';
	const { publicKey } = account.keys.app;
	const isSigned = verify(
		'RSA-SHA256',
		Buffer.from(data),
		publicKey,
		Buffer.from(signature, 'base64'),
	);
	if (!isSigned) return 'InvalidSignature';
	const stamp = Date.UTC(+year, +month - 1, +day, +hour, +minute);
	if (Math.abs(Date.now() - stamp) > TOLERANCE) return 'InvalidTimestamp';
	return account.grants.hasConsent(tenant) ? { token: account.systemUserToken(tenant) } : 'Revoked';
}

/** Adds the exchange of a signed system user token for a JWT with a ticket. */
export function addSystemUser(app: FastifyInstance, account: Account): void {
	// That failures come under HTTP 200 as well is a guess; the samples ask IsSuccessful.
	app.post('/Login/api/PartnerSystemUser/Authenticate', (request) => {
		const wanted = (request.body ?? {}) as Wanted;
		const outcome = authenticate(account, wanted, environmentAt(request.hostname));
		if (typeof outcome === 'object') {
			return { IsSuccessful: true, Token: outcome.token, ErrorMessage: null };
		}
		return { IsSuccessful: false, Token: null, ErrorMessage: FAILURES[outcome] };
	});
}
