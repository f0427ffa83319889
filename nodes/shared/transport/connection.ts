import attempt from 'lodash/attempt';
import isEqual from 'lodash/isEqual';
import isError from 'lodash/isError';
import {
	UserError,
	type ICredentialsDecrypted,
	type IExecuteFunctions,
	type IHookFunctions,
	type IHttpRequestMethods,
	type IHttpRequestOptions,
	type ILoadOptionsFunctions,
	type INode,
	type IPollFunctions,
} from 'n8n-workflow';

import type { Json, JsonObject } from '../json';
import { AUTH_STRATEGIES, type CredentialType } from './authStrategies';
import { transportOptions } from './credential';
import { FileBody, textOf, UnwantedFile, type ByteStream } from './fileBody';
import { withTimeout } from './withTimeout';
import type { HttpResponse, Outcome } from './outcome';
import { createRedactor } from './redact';
import { statusOfError } from './thrownError';

/** Contexts of n8n in which a node can send requests. */
export type RequestContext =
	IExecuteFunctions | IHookFunctions | ILoadOptionsFunctions | IPollFunctions;

/** What is sent. */
export interface HttpRequest {
	method: IHttpRequestMethods;
	/** Path below /api/v1, such as `Appointment`. */
	path: string;
	query?: Record<string, string>;
	headers?: Record<string, string>;
	/** Sent as JSON; text is JSON already and goes as it is, and so does a file. */
	body?: JsonObject | string | FileBody;
	/**
	 * Takes the bytes of a good answer as they come, where it is a file.
	 * @returns what stands for the answer's body
	 * @throws UserError for a file that is not wanted, which ends the request
	 */
	receive?(bytes: ByteStream, headers: HttpResponse['headers']): Promise<Json>;
	/** Milliseconds for the whole answer; n8n's own five minutes where it is left out. */
	timeout?: number;
}

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

const JSON_RESPONSE = { Accept: 'application/json' };

/** A request's body with its headers; JSON is text, so that digits stay unchanged. */
async function toBody(body: HttpRequest['body']) {
	if (!(body instanceof FileBody)) {
		const text = typeof body === 'object' ? JSON.stringify(body) : body;
		return { body: text, headers: { ...(text && { 'Content-Type': 'application/json' }) } };
	}
	// The one type that SuperOffice lists for all files.
	const type = { 'Content-Type': 'application/octet-stream' };
	const length = body.size === undefined ? {} : { 'Content-Length': String(body.size) };
	return { body: await body.open(), headers: { ...type, ...length } };
}

/** The options for n8n's request helper. */
async function toRequestOptions(request: HttpRequest, root: string) {
	const { method, path, query, headers, timeout, receive } = request;
	const sent = await toBody(request.body);
	return {
		method,
		url: `${root}/${path}`,
		qs: query,
		headers: { ...JSON_RESPONSE, ...sent.headers, ...headers },
		body: sent.body,
		timeout,
		...(receive && { encoding: 'stream' as const }),
		// Every status comes back as an answer: n8n repeats a call that throws a 401.
		ignoreHttpStatusErrors: true,
	} satisfies IHttpRequestOptions;
}

/** The answer to a request for a file: what was made of the file, or the error's JSON or text. */
async function received(
	answer: HttpResponse,
	receive: NonNullable<HttpRequest['receive']>,
): Promise<HttpResponse> {
	const bytes = answer.body as ByteStream;
	const isGood = answer.statusCode >= 200 && answer.statusCode < 300;
	if (isGood) {
		const taken = receive(bytes, answer.headers).catch((thrown: unknown) => {
			throw thrown instanceof UserError ? new UnwantedFile(thrown) : thrown;
		});
		return { ...answer, body: await taken };
	}
	const text = await textOf(bytes);
	const parsed: unknown = attempt(JSON.parse, text);
	return { ...answer, body: isError(parsed) ? text : parsed };
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

	async function send(request: HttpRequest): Promise<Outcome> {
		const recovered = new Set<number>();
		try {
			for (;;) {
				const route = await strategy.route();
				const options = await toRequestOptions(request, route.root);
				const answer = await call(options, request.receive);
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
