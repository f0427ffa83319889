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
} from 'n8n-workflow';

import type { Json, JsonObject } from '../json';
import { ACCESSES, type CredentialType } from './accesses';
import { transportOptions } from './credential';
import {
	answerError,
	connectionError,
	isExpected,
	statusOf,
	type Answer,
	type Expected,
} from './errors';
import { redactor } from './secrets';

/** One call of SuperOffice's REST API. */
export interface ApiRequest {
	method: IHttpRequestMethods;
	/** Path below /api/v1, such as `Appointment`. */
	path: string;
	query?: Record<string, string>;
	headers?: Record<string, string>;
	/** Sent as JSON; text is JSON already and goes as it is. */
	body?: JsonObject | string;
	/** Milliseconds; n8n's own five minutes where it is left out. */
	timeout?: number;
	/** What a call beside the item's own is for, such as `looking up companies`: errors say so. */
	purpose?: string;
	/** What is done already, whatever comes of this call, and what to do then: errors say that alone. */
	alreadyDone?: string;
	/** What has to come back; anything else is an error. */
	expect: Expected;
	/** Whether 304 is an answer, too: `null` comes back then. */
	acceptsUnchanged?: boolean;
	/** Whether an agent's `null` for what is not there is an answer, too. */
	acceptsMissing?: boolean;
	/** Whether the call changes nothing, so that a failed one may be made again. GET does not. */
	readsOnly?: boolean;
}

/** The way to SuperOffice for one execution of a node. */
export interface Session {
	/**
	 * Calls SuperOffice once; a redirect is not followed.
	 * @returns the answer's body, which is of the expected kind
	 * @throws NodeApiError with SuperOffice's own message, what to do, and no secret
	 */
	request(request: ApiRequest, itemIndex: number): Promise<Json>;
}

/** Which of the credentials the node is to use, by the parameter `authentication`. */
function credentialType({ parameters }: INode): CredentialType {
	const chosen = String(parameters.authentication ?? 'superOfficeApi');
	if (Object.hasOwn(ACCESSES, chosen)) return chosen as CredentialType;
	throw new UserError(
		`Authentication (authentication) is "${chosen}", not one of ${Object.keys(ACCESSES).join(', ')}`,
	);
}

const JSON_ANSWER = { Accept: 'application/json' };

/** What n8n's helper is asked for; its body is text, so that no digit is rewritten on the way. */
function optionsFor({ method, path, query, headers, body, timeout }: ApiRequest, root: string) {
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

/** What came of a request: an answer of any status, or what was thrown in its place. */
type Outcome = { answer: Answer; url: string } | { thrown: unknown };

/**
 * Reads the credential once and gives the way to call SuperOffice with it. After a refused login
 * every further call fails at once and unsent, so that a wrong password cannot lock an account.
 * @throws UserError when the credential's base URL is none
 */
export async function openSession(
	context: IExecuteFunctions | ILoadOptionsFunctions | IHookFunctions,
): Promise<Session> {
	const node = context.getNode();
	const type = credentialType(node);
	const credential = await context.getCredentials(type);
	const { id = '', name = type } = node.credentials?.[type] ?? {};
	const decrypted = { id: id ?? '', name, type, data: credential } satisfies ICredentialsDecrypted;
	const access = ACCESSES[type]({ credential, reread, probe, redact, helper: context });
	// What was renewed in the meantime may still stand in an answer.
	const seen = [{ ...credential }];
	let refusedLogin: Outcome | undefined;

	async function call(options: IHttpRequestOptions): Promise<Answer> {
		const all = { ...options, ...transportOptions(credential), returnFullResponse: true };
		const { httpRequestWithAuthentication } = context.helpers;
		const more = { credentialsDecrypted: decrypted };
		return (await httpRequestWithAuthentication.call(context, type, all, more)) as Answer;
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

	async function deliver(request: ApiRequest): Promise<Outcome> {
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

	return {
		async request(request, itemIndex) {
			const { purpose, alreadyDone, readsOnly = request.method === 'GET' } = request;
			const { isOnline } = access;
			const asker = { node, itemIndex, redact, purpose, alreadyDone, readsOnly, isOnline };
			const outcome = refusedLogin ?? (await deliver(request));
			if ('thrown' in outcome) throw connectionError(asker, outcome.thrown);
			const { answer, url } = outcome;
			if (isExpected(request.expect, answer)) return answer.body as Json;
			if (request.acceptsUnchanged && answer.statusCode === 304) return null;
			if (request.acceptsMissing && isExpected('nothing', answer)) return null;
			if (answer.statusCode === 401) refusedLogin = outcome;
			if (isOnline) await reread();
			throw answerError(asker, url, answer);
		},
	};
}
