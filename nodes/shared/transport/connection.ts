import isEqual from 'lodash/isEqual';
import {
	UserError,
	type ICredentialsDecrypted,
	type IExecuteFunctions,
	type IHookFunctions,
	type IHttpRequestOptions,
	type ILoadOptionsFunctions,
	type INode,
	type IPollFunctions,
} from 'n8n-workflow';

import { AUTH_STRATEGIES, type CredentialType } from './authStrategies';
import { transportOptions } from './credential';
import { FileBody, UnwantedFile } from './fileBody';
import { JSON_RESPONSE, received, toRequestOptions, type HttpRequest } from './httpRequest';
import { withTimeout } from './withTimeout';
import type { HttpResponse, Outcome } from './outcome';
import { createRedactor } from './redact';
import { parseThrown, statusOfError } from './thrownError';

/** Contexts of n8n in which a node can send requests. */
export type RequestContext =
	IExecuteFunctions | IHookFunctions | ILoadOptionsFunctions | IPollFunctions;

/** A credential in use, for one execution of a node. */
export interface Connection {
	node: INode;
	/** Whether the address is SuperOffice Online's own, and none that a person entered. */
	isOnline: boolean;
	/** The way to sign in: the credential's authentication, or its type where that has only one. */
	login: string;
	/** Sends a request; an expired login and a moved tenant are each recovered once. */
	send(call: HttpRequest): Promise<Outcome>;
	/** Reads the credential anew, as another execution may have renewed it. */
	reread(): Promise<void>;
	/** Takes the credential's secrets out of a text. */
	redact(text: string): string;
}

/** Which of the credentials the node is to use, by the parameter `authentication`. */
export function credentialType({ parameters }: INode): CredentialType {
	const chosen = String(parameters.authentication ?? 'superOfficeApi');
	if (Object.hasOwn(AUTH_STRATEGIES, chosen)) return chosen as CredentialType;
	throw new UserError(
		`Authentication (authentication) is "${chosen}", not one of ${Object.keys(AUTH_STRATEGIES).join(', ')}`,
	);
}

/** The context with another signal: n8n's helper puts that of the execution into the place of a request's own. */
const withSignal = (context: RequestContext, signal: AbortSignal): RequestContext =>
	Object.create(context, { getExecutionCancelSignal: { value: () => signal } }) as RequestContext;

/**
 * Reads the node's credential, once.
 * @throws UserError when its base URL is none
 */
export async function connect(context: RequestContext): Promise<Connection> {
	const node = context.getNode();
	const type = credentialType(node);
	const credential = await context.getCredentials(type);
	const { id = '', name = type } = node.credentials?.[type] ?? {};
	const decrypted = { id: id ?? '', name, type, data: credential } satisfies ICredentialsDecrypted;
	const strategy = AUTH_STRATEGIES[type]({ credential, reread, probe, redact, helper: context });
	// Responses may still contain secrets from before a renewal.
	const knownCredentials = [{ ...credential }];

	async function call(
		options: IHttpRequestOptions,
		receive?: HttpRequest['receive'],
	): Promise<HttpResponse> {
		const all = { ...options, ...transportOptions(credential), returnFullResponse: true };
		const more = { credentialsDecrypted: decrypted };
		const cancelled = 'getExecutionCancelSignal' in context && context.getExecutionCancelSignal();
		return await withTimeout(
			options.timeout,
			async (signal) => {
				const asking = withSignal(context, signal);
				const { httpRequestWithAuthentication } = context.helpers;
				const answer = (await httpRequestWithAuthentication.call(
					asking,
					type,
					all,
					more,
				)) as HttpResponse;
				return receive ? await received(answer, receive) : answer;
			},
			cancelled || undefined,
		);
	}

	async function reread(): Promise<void> {
		const current = await context.getCredentials(type);
		if (!knownCredentials.some((known) => isEqual(known, current)))
			knownCredentials.push({ ...current });
		Object.assign(credential, current);
	}

	function redact(text: string): string {
		return [...knownCredentials, credential].reduce(
			(clean, secrets) => createRedactor(secrets)(clean),
			text,
		);
	}

	/** n8n renews the login of a call that throws a 401. */
	async function probe(root: string): Promise<number> {
		const url = `${root}/User/currentPrincipal`;
		const called = call({ method: 'GET', url, headers: JSON_RESPONSE });
		return await called.then(
			({ statusCode }) => statusCode,
			(thrown: unknown) => {
				const status = statusOfError(thrown);
				return status ?? Promise.reject(thrown as Error);
			},
		);
	}

	/**
	 * Sends a file once more, which does no harm, where an answer to its beginning may have been lost: a server
	 * that refuses the login may cut the connection before the whole file is sent.
	 * @throws what was thrown, where the server still cannot be asked
	 */
	async function resend(
		request: HttpRequest,
		root: string,
		thrown: unknown,
	): Promise<HttpResponse> {
		const isCut = /^(?:ECONNRESET|EPIPE)$/.test(parseThrown(thrown).code ?? '');
		// n8n renews the login of such a call.
		const status = isCut ? await probe(root) : 0;
		if (status !== 200 && status !== 401) throw thrown;
		return status === 401
			? { statusCode: status, headers: {}, body: '' }
			: await call(await toRequestOptions(request, root), request.receive);
	}

	async function send(request: HttpRequest): Promise<Outcome> {
		const recovered = new Set<number>();
		try {
			for (;;) {
				const route = await strategy.route();
				const options = await toRequestOptions(request, route.root);
				const sent = call(options, request.receive);
				const answer = await (request.body instanceof FileBody
					? sent.catch(async (thrown: unknown) => await resend(request, route.root, thrown))
					: sent);
				const { statusCode } = answer;
				// Such a response precedes any processing of the request, so it is safe to send
				// again.
				if (recovered.has(statusCode) || !(await strategy.recover(statusCode, route))) {
					return { answer, url: options.url };
				}
				recovered.add(statusCode);
			}
		} catch (thrown) {
			if (thrown instanceof UnwantedFile) throw thrown.reason;
			return { thrown };
		}
	}

	const { isOnline } = strategy;
	const login = isOnline ? type : String(credential.authentication);
	return { node, isOnline, login, send, reread, redact };
}
