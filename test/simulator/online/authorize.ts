import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { USER, type Account } from './account';
import { environmentAt } from './hosts';
import { environmentOfTenant, findTenant, type Tenant } from './tenants';

/** An n8n of the tests, on whatever port it has. */
const LOCAL_N8N = /^http:\/\/127\.0\.0\.1:\d+\/rest\/oauth2-credential\/callback$/;

type Query = Record<string, string | undefined>;

const escape = (text: string) =>
	text.replace(/[&<>"']/g, (sign) => `&#${String(sign.codePointAt(0))};`);

/** The sign-in page, as plain as one can be: a login, and the choice of a tenant where none is given. */
function page(tenants: Tenant[], hint: string, complaint = ''): string {
	const options = tenants.map(({ id }) => `<option>${escape(id)}</option>`).join('');
	const choice = `<label>Tenant <select name="tenant">${options}</select></label>`;
	return `<!doctype html><html lang="en"><meta charset="utf-8"><title>SuperOffice SuperID</title>
<h1>Sign in</h1><p role="alert">${escape(complaint)}</p>
<form method="post"><label>User name <input name="username" value="${escape(hint)}"></label>
<label>Password <input name="password" type="password"></label>
${tenants.length > 1 ? choice : ''}
<button name="decision" value="allow">Sign in</button>
<button name="decision" value="cancel">Cancel</button></form></html>`;
}

/** What is wrong with a request, as its error code and words (RFC 6749, 4.1.2.1). */
function flawOf(query: Query): { error: string; error_description: string } | undefined {
	const flaw = (error: string, error_description: string) => ({ error, error_description });
	const { scope, response_type, code_challenge, code_challenge_method = 'plain' } = query;
	if (response_type !== 'code') return flaw('unsupported_response_type', 'Must be code');
	if (scope !== 'openid') return flaw('invalid_scope', 'Must be openid');
	if (code_challenge !== undefined && !['plain', 'S256'].includes(code_challenge_method)) {
		return flaw('invalid_request', 'The code challenge method must be plain or S256');
	}
	return undefined;
}

/** The tenants that a user may sign in to: the one that acr_values names, else all of the environment. */
function choicesOf({ tenants }: Account, host: string, acrValues = ''): Tenant[] {
	const named = /(?:^| )tenant:(\S+)/.exec(acrValues)?.[1];
	const there = tenants.filter((tenant) => environmentOfTenant(tenant) === environmentAt(host));
	if (named === undefined) return there;
	const found = findTenant(there, named);
	return found ? [found] : [];
}

function sendBack(reply: FastifyReply, query: Query, answer: Record<string, string>) {
	const { redirect_uri = '', state } = query;
	const target = new URL(redirect_uri);
	const parameters = { ...answer, ...(state !== undefined && { state }) };
	for (const [name, value] of Object.entries(parameters)) target.searchParams.set(name, value);
	return reply.redirect(target.href, 302);
}

/** Adds the page where users sign in and are led back to the app with a code. */
export function addAuthorize(app: FastifyInstance, account: Account): void {
	const handle = async (request: FastifyRequest, reply: FastifyReply) => {
		const query = request.query as Query;
		const { client_id, redirect_uri = '', acr_values, login_hint = '', nonce } = query;
		const isRegistered =
			account.app.redirectUris.includes(redirect_uri) || LOCAL_N8N.test(redirect_uri);
		// Nobody is led to an address that may be a stranger's.
		if (client_id !== account.app.clientId || !isRegistered) {
			const wrong = isRegistered ? 'client_id' : 'redirect_uri';
			return await reply.code(400).type('text/html').send(`<h1>Invalid ${wrong}</h1>`);
		}
		const flaw = flawOf(query);
		if (flaw) return sendBack(reply, query, flaw);
		const choices = choicesOf(account, request.hostname, acr_values);
		if (choices.length === 0) return sendBack(reply, query, { error: 'access_denied' });
		if (request.method === 'GET') {
			return await reply.type('text/html').send(page(choices, login_hint));
		}
		const form = request.body as URLSearchParams;
		if (form.get('decision') === 'cancel') {
			return sendBack(reply, query, { error: 'access_denied' });
		}
		const tenant = findTenant(choices, form.get('tenant') ?? choices[0].id);
		const isUser = form.get('username') === USER.name && form.get('password') === USER.password;
		if (!isUser || !tenant) {
			const complaint = 'Wrong user name or password';
			return await reply.type('text/html').send(page(choices, login_hint, complaint));
		}
		const { code_challenge: value, code_challenge_method: method = 'plain' } = query;
		const challenge = value === undefined ? undefined : { value, method };
		const authorization = { tenant, redirectUri: redirect_uri, nonce, challenge };
		return sendBack(reply, query, { code: account.grants.authorize(authorization) });
	};
	app.route({ method: ['GET', 'POST'], url: '/login/common/oauth/authorize', handler: handle });
}
