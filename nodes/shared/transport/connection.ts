import isEqual from 'lodash/isEqual';
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

import type { JsonObject } from '../json';
import { ACCESSES, type CredentialType } from './accesses';
import { transportOptions } from './credential';
import { within } from './deadline';
import type { Answer, Outcome } from './outcome';
import { redactor } from './secrets';
import { statusOf } from './thrown';

/** From where n8n lets a node call SuperOffice. */
export type Context = IExecuteFunctions | IHookFunctions | ILoadOptionsFunctions | IPollFunctions;

/** What is sent. */
export interface HttpCall {
	method: IHttpRequestMethods;
	/** Path below /api/v1, such as `Appointment`. */
	path: string;
	query?: Record<string, string>;
	headers?: Record<string, string>;
	/** Sent as JSON; text is JSON already and goes as it is. */
	body?: JsonObject | string;
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
	/** Sends a call; its login and its address are mended once each where they have ended. */
	send(call: HttpCall): Promise<Outcome>;
	/** Reads the credential anew, as another execution may have renewed it. */
	reread(): Promise<void>;
	/** Takes the credential's secrets out of a text. */
	redact(text: string): string;
}

/** Which of the credentials the node is to use, by the parameter `authentication`. */
export function credentialType({ parameters }: INode): CredentialType {
	const chosen = String(parameters.authentication ?? 'superOfficeApi');
	if (Object.hasOwn(ACCESSES, chosen)) return chosen as CredentialType;
	throw new UserError(
		`Authentication (authentication) is "${chosen}", not one of ${Object.keys(ACCESSES).join(', ')}`,
	);
}

const JSON_ANSWER = { Accept: 'application/json' };

/** What n8n's helper is asked for; its body is text, so that no digit is rewritten on the way. */
function optionsFor({ method, path, query, headers, body, timeout }: HttpCall, root: string) {
	return {
		method,
		url: `${root}/${path}`,
		qs: query,
		headers: { ...JSON_ANSWER, ...(body && { 'Content-Type': 'application/json' }), ...headers },
		body: typeof body === 'object' ? JSON.stringify(body) : body,
		timeout,
		// Every status comes back as an answer: n8n repeats a call that throws a 401.
		ignoreHttpStatusErrors: true,
	} satisfies IHttpRequestOptions;
}

/** The context with another signal: n8n's helper puts that of the execution into the place of a request's own. */
const withSignal = (context: Context, signal: AbortSignal): Context =>
	Object.create(context, { getExecutionCancelSignal: { value: () => signal } }) as Context;

/**
 * Reads the node's credential, once.
 * @throws UserError when its base URL is none
 */
export async function connect(context: Context): Promise<Connection> {
	const node = context.getNode();
	const type = credentialType(node);
	const credential = await context.getCredentials(type);
	const { id = '', name = type } = node.credentials?.[type] ?? {};
	const decrypted = { id: id ?? '', name, type, data: credential } satisfies ICredentialsDecrypted;
	const access = ACCESSES[type]({ credential, reread, probe, redact, helper: context });
	// What was renewed in the meantime may still stand in an answer.
	const seen = [{ ...credential }];

	async function call(options: IHttpRequestOptions): Promise<Answer> {
		const all = { ...options, ...transportOptions(credential), returnFullResponse: true };
		const more = { credentialsDecrypted: decrypted };
		const cancelled = 'getExecutionCancelSignal' in context && context.getExecutionCancelSignal();
		return await within(
			options.timeout,
			async (signal) => {
				const asking = withSignal(context, signal);
				const { httpRequestWithAuthentication } = context.helpers;
				return (await httpRequestWithAuthentication.call(asking, type, all, more)) as Answer;
			},
			cancelled || undefined,
		);
	}

	async function reread(): Promise<void> {
		const present = await context.getCredentials(type);
		if (!seen.some((known) => isEqual(known, present))) seen.push({ ...present });
		Object.assign(credential, present);
	}

	function redact(text: string): string {
		return [...seen, credential].reduce((clean, secrets) => redactor(secrets)(clean), text);
	}

	/** n8n renews the login of a call that throws a 401. */
	async function probe(root: string): Promise<number> {
		const url = `${root}/User/currentPrincipal`;
		const called = call({ method: 'GET', url, headers: JSON_ANSWER });
		return await called.then(
			({ statusCode }) => statusCode,
			(thrown: unknown) => {
				const status = statusOf(thrown);
				return status ?? Promise.reject(thrown as Error);
			},
		);
	}

	async function send(request: HttpCall): Promise<Outcome> {
		const mended = new Set<number>();
		try {
			for (;;) {
				const way = await access.find();
				const options = optionsFor(request, way.root);
				const answer = await call(options);
				const { statusCode } = answer;
				// Such an answer is from before SuperOffice looks at a request: it is sent again safely.
				if (mended.has(statusCode) || !(await access.mend(statusCode, way))) {
					return { answer, url: options.url };
				}
				mended.add(statusCode);
			}
		} catch (thrown) {
			return { thrown };
		}
	}

	const { isOnline } = access;
	const login = isOnline ? type : String(credential.authentication);
	return { node, isOnline, login, send, reread, redact };
}
