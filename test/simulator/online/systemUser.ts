import { verify } from 'node:crypto';

import type { FastifyInstance } from 'fastify';

import type { Account } from './account';
import { environmentAt, type Environment } from './hosts';
import { environmentOfTenant, findTenant } from './tenants';

/** The documented error codes that apply here, with words of our own: those are documented nowhere. */
const FAILURES = {
	Revoked: [1, 'The approval of the application was revoked'],
	Denied: [4, 'The application has no access to the customer'],
	InvalidTimestamp: [6, 'The time stamp of the signed token is invalid'],
	InvalidSignature: [7, 'The signature of the signed token is invalid'],
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
			return { IsSuccessful: true, Token: outcome.token, ErrorCode: 0, ErrorMessage: null };
		}
		const [ErrorCode, ErrorMessage] = FAILURES[outcome];
		return { IsSuccessful: false, Token: null, ErrorCode, ErrorMessage };
	});
}
