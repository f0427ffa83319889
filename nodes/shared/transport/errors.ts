import { NodeApiError, type INode, type JsonObject as ErrorData } from 'n8n-workflow';

import { isRecord } from '../json';
import { NOT_A_RECORD, refusalFor, refusalForCode, type Refusal } from './refusals';

const LONGEST = 500;

/** An answer as n8n's helper gives it with `returnFullResponse`. */
export interface Answer {
	statusCode: number;
	headers: Record<string, unknown>;
	body: unknown;
}

/** Who asks, and how to keep secrets out of what is said. */
export interface Asker {
	node: INode;
	itemIndex: number;
	redact(text: string): string;
}

interface Said {
	message?: string;
	errorType?: string;
}

/** The words of a page that a proxy or a sign-in server sent. */
function readPage(page: string): Said {
	const title = /<title[^>]*>([\s\S]*?)<\/title>/i.exec(page)?.[1];
	const words = (title ?? page.replace(/<(style|script)[\s\S]*?<\/\1>|<[^>]*>/gi, ' ')).trim();
	const message = words.replace(/\s+/g, ' ');
	return message === '' ? {} : { message: `it answered with a page: ${message}` };
}

/** SuperOffice writes ErrorMessage or Message; ASP.NET adds MessageDetail. */
function readBody(body: unknown): Said {
	if (typeof body === 'string') return readPage(body);
	if (!isRecord(body)) return {};
	const words = [body.ErrorMessage ?? body.Message, body.MessageDetail];
	const message = words.filter((word) => typeof word === 'string' && word !== '').join(' ');
	return {
		...(message !== '' && { message }),
		...(typeof body.ErrorType === 'string' &&
			body.ErrorType !== '' && { errorType: body.ErrorType }),
	};
}

function targetHost(headers: Record<string, unknown>): Said {
	const location = String(headers.location ?? '');
	const host = /^[a-z]+:\/\/([^/?#]*@)?([^/?#]*)/i.exec(location)?.[2];
	return { message: host ? `it redirects to ${host}` : 'it redirects within the same host' };
}

function build(asker: Asker, refusal: Refusal, said: Said, status?: number): NodeApiError {
	const { node, itemIndex } = asker;
	const clean = (text: string) => asker.redact(text).slice(0, LONGEST);
	const message = clean(said.message ? `${refusal.what}: ${said.message}` : refusal.what);
	const facts = [said.errorType && clean(said.errorType), status && `HTTP ${status}`].filter(
		Boolean,
	);
	const description = refusal.advice + (facts.length > 0 ? ` (${facts.join(', ')})` : '');
	const data: ErrorData = { ...(said.errorType && { errorType: clean(said.errorType) }) };
	const error = new NodeApiError(node, data, {
		message,
		description,
		itemIndex,
		...(status !== undefined && { httpCode: String(status) }),
	});
	// n8n swaps messages that happen to contain words such as EEXIST (as in "preexisting").
	error.message = message;
	return error;
}

/** Whether the answer is a record, and not an error, a page or nothing in its place. */
export function isRecordAnswer({ statusCode, body }: Answer): boolean {
	return statusCode >= 200 && statusCode < 300 && isRecord(body) && body.Error !== true;
}

/** The error for an answer that is no record, in SuperOffice's own words and with what to do. */
export function answerError(asker: Asker, { statusCode, headers, body }: Answer): NodeApiError {
	const redirected = statusCode >= 300 && statusCode < 400;
	const succeeded = statusCode >= 200 && statusCode < 300;
	const refusal = succeeded && !isRecord(body) ? NOT_A_RECORD : refusalFor(statusCode);
	return build(asker, refusal, redirected ? targetHost(headers) : readBody(body), statusCode);
}

/**
 * The error for a call that got no answer. n8n 2 keeps the library's error as the cause of its own;
 * n8n 1 keeps the code alone, as `httpCode`. Without a code the request was never made.
 */
export function connectionError(asker: Asker, thrown: unknown): NodeApiError {
	const error = isRecord(thrown) ? thrown : {};
	const cause = isRecord(error.cause) ? error.cause : error;
	const code = cause.code ?? error.httpCode ?? undefined;
	const message = String(cause.message ?? thrown);
	if (code === undefined) return build(asker, { what: message, advice: 'Nothing was sent.' }, {});
	return build(asker, refusalForCode(code), { message });
}
