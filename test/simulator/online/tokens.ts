import { createHash } from 'node:crypto';

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import type { Account } from './account';
import type { Authorization } from './grants';
import { environmentAt } from './hosts';
import { environmentOfTenant, type Tenant } from './tenants';

/** A refusal in OAuth 2's words (RFC 6749, 5.2); which ones SuperOffice says is documented nowhere. */
class Refusal extends Error {
	constructor(
		readonly code: string,
		message: string,
		readonly status = 400,
	) {
		super(message);
	}
}

type Given = Record<string, string | undefined>;

/** Parameters of the body, or of the address as in the documentation's samples. */
function givenBy(request: FastifyRequest): Given {
	const form = request.body instanceof URLSearchParams ? Object.fromEntries(request.body) : {};
	return { ...(request.query as Given), ...form };
}

/** The app's id and secret: those of Basic (each encoded as in a form), else those of the parameters. */
function clientOf(request: FastifyRequest, given: Given): Array<string | undefined> {
	const [, basic] = /^Basic (.+)$/i.exec(request.headers.authorization ?? '') ?? [];
	if (basic === undefined) return [given.client_id, given.client_secret];
	const parts = Buffer.from(basic, 'base64').toString().split(':');
	return parts.map((part) => decodeURIComponent(part.replaceAll('+', ' ')));
}

function verifierFits({ challenge }: Authorization, verifier: string | undefined): boolean {
	if (!challenge) return true;
	if (verifier === undefined) return false;
	const hashed = createHash('sha256').update(verifier).digest('base64url');
	return challenge.value === (challenge.method === 'S256' ? hashed : verifier);
}

function redeemCode({ grants }: Account, given: Given): Authorization {
	const authorization = grants.redeem(given.code ?? '');
	if (!authorization) throw new Refusal('invalid_grant', 'The code is unknown, used or too old');
	if (authorization.redirectUri !== given.redirect_uri) {
		throw new Refusal('invalid_grant', 'The redirect_uri is not that of the code');
	}
	if (!verifierFits(authorization, given.code_verifier)) {
		throw new Refusal('invalid_grant', 'The code_verifier does not fit the code_challenge');
	}
	return authorization;
}

function checkEnvironment(tenant: Tenant | undefined, host: string): Tenant {
	if (tenant && environmentOfTenant(tenant) === environmentAt(host)) return tenant;
	throw new Refusal('invalid_grant', 'The refresh token is unknown or was revoked');
}

function exchange(account: Account, request: FastifyRequest): Record<string, unknown> {
	const given = givenBy(request);
	const [id, secret] = clientOf(request, given);
	if (id !== account.app.clientId || secret !== account.app.clientSecret) {
		// A client that authenticates by a header is told so by the status.
		const status = request.headers.authorization === undefined ? 400 : 401;
		throw new Refusal('invalid_client', 'The client is unknown', status);
	}
	switch (given.grant_type) {
		case 'authorization_code': {
			const { tenant, nonce } = redeemCode(account, given);
			return account.granted(tenant, nonce);
		}
		case 'refresh_token': {
			const tenant = account.grants.refresh(given.refresh_token ?? '');
			return account.renewed(checkEnvironment(tenant, request.hostname));
		}
		default:
			throw new Refusal('unsupported_grant_type', 'There is no such grant');
	}
}

/** Adds the token endpoint. */
export function addTokens(app: FastifyInstance, account: Account): void {
	const errorHandler = (error: unknown, _request: FastifyRequest, reply: FastifyReply) => {
		const { code, message, status } =
			error instanceof Refusal ? error : new Refusal('server_error', String(error), 500);
		void reply.code(status).send({ error: code, error_description: message });
	};
	app.post('/login/common/oauth/tokens', { errorHandler }, async (request, reply) => {
		void reply.header('cache-control', 'no-store');
		return exchange(account, request);
	});
}
