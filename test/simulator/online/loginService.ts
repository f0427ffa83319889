import Fastify, { type FastifyInstance } from 'fastify';

import { ApiFailure } from '../engine/failures';
import { answer, recordRequests, type Recorded, type Scripted } from '../engine/recorded';
import type { Account } from './account';
import { addAuthorize } from './authorize';
import { environmentAt, type Environment } from './hosts';
import { jwkSet } from './keys';
import { addSystemUser } from './systemUser';
import { stateOf } from './tenants';
import { addTokens } from './tokens';

/** What SuperOffice says where a tenant is asked for at another host than its own. */
export const misdirected = () =>
	new ApiFailure(421, 'MisdirectedRequest', 'Wrong subdomain used to access tenant');

/** The metadata that every login host has of itself, word for word as in the documentation. */
function discovery(host: string): object {
	return {
		issuer: `https://${host}`,
		authorization_endpoint: `https://${host}/login/common/oauth/authorize`,
		token_endpoint: `https://${host}/login/common/oauth/tokens`,
		jwks_uri: `https://${host}/login/.well-known/jwks`,
		scopes_supported: ['openid'],
		response_modes_supported: ['form_post', 'fragment', 'query'],
		response_types_supported: ['code', 'id_token', 'code id_token', 'token id_token', 'token'],
		subject_types_supported: ['public'],
		id_token_signing_alg_values_supported: ['RS256'],
		token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
		grant_types_supported: ['implicit', 'authorization_code', 'refresh_token'],
	};
}

/** The hosts that sign users and apps in, with the answers that tests have scripted. */
export interface LoginService {
	app: FastifyInstance;
	requests: Recorded[];
	/** Scripts the answer to the next request of a path that starts so. */
	answerNext(path: string, scripted: Scripted): void;
	reset(): void;
}

/** Makes the login service; it listens nowhere yet. */
export function makeLoginService(account: Account): LoginService {
	const requests: Recorded[] = [];
	let scripts: Array<{ path: string; scripted: Scripted }> = [];
	const app: FastifyInstance = Fastify({
		routerOptions: { caseSensitive: false, ignoreTrailingSlash: true },
	});
	const pathOf = ({ url }: { url: string }) => url.split('?')[0];
	recordRequests(app, pathOf, (entry) => requests.push(entry));
	app.addHook('preHandler', async (request, reply) => {
		const asked = pathOf(request).toLowerCase();
		const found = scripts.find(({ path }) => asked.startsWith(path.toLowerCase()));
		if (!found) return undefined;
		scripts = scripts.filter((script) => script !== found);
		return await answer(reply, found.scripted);
	});
	app.get('/login/.well-known/openid-configuration', ({ hostname }) => discovery(hostname));
	app.get('/login/.well-known/jwks', () => jwkSet(account.keys.signing));
	app.get<{ Params: { tenant: string } }>('/api/state/:tenant', ({ hostname, params }) =>
		stateOf(account.tenants, params.tenant, environmentAt(hostname) as Environment),
	);
	addAuthorize(app, account);
	addTokens(app, account);
	addSystemUser(app, account);
	app.setErrorHandler(async (error, _request, reply) => {
		const failure =
			error instanceof ApiFailure ? error : new ApiFailure(500, 'SystemException', String(error));
		return await reply.code(failure.status).send(failure.body);
	});
	app.setNotFoundHandler(async ({ url }, reply) => {
		// Subdomains without a number are reserved for authentication.
		if (/^\/Cust\d+\/api\//i.test(url)) throw misdirected();
		return await reply.code(404).type('text/html').send('<h1>Not found</h1>');
	});
	const reset = () => {
		requests.length = 0;
		scripts = [];
	};
	const answerNext = (path: string, scripted: Scripted) => void scripts.push({ path, scripted });
	return { app, requests, answerNext, reset };
}
