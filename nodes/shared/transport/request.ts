import type {
	ICredentialsDecrypted,
	IExecuteFunctions,
	IHttpRequestMethods,
	ILoadOptionsFunctions,
	NodeApiError,
} from 'n8n-workflow';

import type { Json, JsonObject } from '../json';
import { apiRoot } from './address';
import {
	answerError,
	connectionError,
	isExpected,
	type Answer,
	type Asker,
	type Expected,
} from './errors';
import { redactor } from './secrets';

const CREDENTIAL = 'superOfficeApi';

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

/**
 * Reads the credential once and gives the way to call SuperOffice with it. After a refused login
 * every further call fails at once and unsent, so that a wrong password cannot lock an account.
 * @throws UserError when the credential's base URL is none
 */
export async function openSession(
	context: IExecuteFunctions | ILoadOptionsFunctions,
): Promise<Session> {
	const data = await context.getCredentials(CREDENTIAL);
	const root = apiRoot(data.baseUrl);
	const node = context.getNode();
	const { id, name } = node.credentials?.[CREDENTIAL] ?? {};
	const credentialsDecrypted: ICredentialsDecrypted = {
		id: id ?? '',
		name: name ?? CREDENTIAL,
		type: CREDENTIAL,
		data,
	};
	const redact = redactor(data);
	let refusedLogin: Answer | undefined;

	async function send(request: ApiRequest, asker: Asker): Promise<Answer | NodeApiError> {
		try {
			return (await context.helpers.httpRequestWithAuthentication.call(
				context,
				CREDENTIAL,
				{
					method: request.method,
					url: asker.url,
					qs: request.query,
					headers: {
						Accept: 'application/json',
						...(request.body && { 'Content-Type': 'application/json' }),
						...request.headers,
					},
					// As text, so that even an empty object arrives, and no digit is rewritten on the way.
					body: typeof request.body === 'object' ? JSON.stringify(request.body) : request.body,
					timeout: request.timeout,
					returnFullResponse: true,
					// Every status comes back as an answer: n8n repeats a call that throws a 401.
					ignoreHttpStatusErrors: true,
				},
				{ credentialsDecrypted },
			)) as Answer;
		} catch (error) {
			return connectionError(asker, error);
		}
	}

	return {
		async request(request, itemIndex) {
			const { expect, path, method, purpose, alreadyDone } = request;
			const { readsOnly = method === 'GET' } = request;
			const asker = {
				node,
				itemIndex,
				redact,
				url: `${root}/${path}`,
				purpose,
				alreadyDone,
				readsOnly,
			};
			const answer = refusedLogin ?? (await send(request, asker));
			if (answer instanceof Error) throw answer;
			if (isExpected(expect, answer)) return answer.body as Json;
			if (request.acceptsUnchanged && answer.statusCode === 304) return null;
			if (request.acceptsMissing && isExpected('nothing', answer)) return null;
			if (answer.statusCode === 401) refusedLogin = answer;
			throw answerError(asker, answer);
		},
	};
}
