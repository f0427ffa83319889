import attempt from 'lodash/attempt';
import isError from 'lodash/isError';
import { UserError, type IHttpRequestMethods, type IHttpRequestOptions } from 'n8n-workflow';

import type { Json, JsonObject } from '../json';
import { FileBody, textOf, UnwantedFile, type ByteStream } from './fileBody';
import type { HttpResponse } from './outcome';

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

export const JSON_RESPONSE = { Accept: 'application/json' };

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
export async function toRequestOptions(request: HttpRequest, root: string) {
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
export async function received(
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
