import {
	NodeApiError,
	OperationalError,
	UserError,
	type INode,
	type JsonObject as ErrorData,
} from 'n8n-workflow';

import { asRecord, isRecord } from '../json';
import {
	isConnectionCode,
	NOT_EXPECTED,
	refusalFor,
	refusalForCode,
	type Refusal,
} from './refusals';

/** Characters of a server's message, and of a page that is searched for one. */
const LONGEST_MESSAGE = 500;
const LONGEST_PAGE = 20_000;

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
	/** What the call was for, where that is not the item itself. */
	purpose?: string;
	/** What is done already, and what to do then. */
	alreadyDone?: string;
	/** Whether the call changes nothing at SuperOffice. */
	readsOnly: boolean;
	/** Whether the address is SuperOffice Online's own, and none that a person entered. */
	isOnline: boolean;
}

/**
 * What an answer has to be: a filled object, a list, an object that may be empty, or no error
 * (calls that give nothing back).
 */
export type Expected = 'record' | 'list' | 'dictionary' | 'nothing';

/** The server's own words, without secrets. */
interface Said {
	message?: string;
	errorType?: string;
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** The words of a page that a proxy or a sign-in server sent. */
function readPage(page: string): Said {
	const start = page.slice(0, LONGEST_PAGE);
	const title = /<title[^>]*>([^<]*)<\/title>/i.exec(start)?.[1];
	const words = title ?? start.replace(/<style[^<]*<\/style>|<[^<>]*>/gi, ' ');
	const message = words.replace(/\s+/g, ' ').trim();
	return message === '' ? {} : { message: `it answered with a page: ${message}` };
}

/** SuperOffice writes ErrorMessage or Message; ASP.NET adds MessageDetail or ModelState. */
function readBody(asker: Asker, body: unknown): Said {
	// Before anything else, as a rewritten text would no longer show the secret in it.
	if (typeof body === 'string') return readPage(asker.redact(body));
	if (!isRecord(body)) return {};
	const model = isRecord(body.ModelState) ? Object.values(body.ModelState).flat() : [];
	const said = [[body.ErrorMessage, body.Message].find(isText), body.MessageDetail, ...model];
	const message = said.filter(isText).map(asker.redact).join(' ');
	return {
		...(message !== '' && { message }),
		...(isText(body.ErrorType) && { errorType: asker.redact(body.ErrorType) }),
	};
}

function readLocation({ redact }: Asker, url: string, location: unknown): Said {
	const target = isText(location) ? redact(location) : '';
	if (target === '' || !URL.canParse(target, url)) return { message: 'it names no target' };
	const { host } = new URL(target, url);
	const within = host === new URL(url).host;
	return { message: within ? 'it redirects within the same host' : `it redirects to ${host}` };
}

function adviceFor({ readsOnly, isOnline }: Asker, refusal: Refusal): string {
	const { advice, adviceForReads, adviceOnline } = refusal;
	return (readsOnly && adviceForReads) || (isOnline && adviceOnline) || advice;
}

function build(asker: Asker, refusal: Refusal, said: Said, status?: number): NodeApiError {
	const words = said.message && said.message.slice(0, LONGEST_MESSAGE);
	const what = asker.purpose ? `${refusal.what} (${asker.purpose})` : refusal.what;
	const message = words ? `${what}: ${words}` : what;
	const errorType = said.errorType?.slice(0, LONGEST_MESSAGE);
	const facts = [errorType, status && `HTTP ${status}`].filter(Boolean);
	const advice = asker.alreadyDone ?? adviceFor(asker, refusal);
	const description = advice + (facts.length > 0 ? ` (${facts.join(', ')})` : '');
	const data: ErrorData = errorType ? { errorType } : {};
	const error = new NodeApiError(asker.node, data, {
		message,
		description,
		itemIndex: asker.itemIndex,
		...(status !== undefined && { httpCode: String(status) }),
	});
	// n8n swaps messages that happen to contain words such as EEXIST (as in "preexisting").
	error.message = message;
	return error;
}

/** An error that came with a status of success, as SuperOffice's agents send them. */
const isErrorBody = (body: Record<string, unknown>) =>
	body.Error === true || isText(body.ErrorMessage) || isText(body.MessageDetail);

const isFilled = (body: unknown): body is Record<string, unknown> =>
	isRecord(body) && Object.keys(body).length > 0;

const IS_EXPECTED: Record<Expected, (body: unknown) => boolean> = {
	record: (body) => isFilled(body) && !isErrorBody(body),
	list: Array.isArray,
	dictionary: (body) => isRecord(body) && !isErrorBody(body),
	// A page in place of nothing may be a proxy's.
	nothing: (body) => !body || (isRecord(body) && !isErrorBody(body)),
};

/** Whether the answer is what was expected, and not an error, a page or nothing in its place. */
export function isExpected(expected: Expected, { statusCode, body }: Answer): boolean {
	return statusCode >= 200 && statusCode < 300 && IS_EXPECTED[expected](body);
}

/**
 * The error for an answer that is not what was expected, in SuperOffice's own words and with what to do.
 * @param url that was called
 */
export function answerError(asker: Asker, url: string, answer: Answer): NodeApiError {
	const { statusCode, headers, body } = answer;
	const redirected = statusCode >= 300 && statusCode < 400;
	const succeeded = statusCode >= 200 && statusCode < 300;
	const isError = isRecord(body) && isErrorBody(body);
	// Agents say so of records that are not there.
	const isMissing = body === null && url.includes('/Agents/');
	const unexpected = isMissing ? refusalFor(404) : NOT_EXPECTED;
	const refusal = succeeded && !isError ? unexpected : refusalFor(statusCode);
	const said = redirected ? readLocation(asker, url, headers.location) : readBody(asker, body);
	return build(asker, refusal, said, statusCode);
}

/**
 * What n8n's helper has thrown. n8n 2 keeps the original as the cause of its own error; n8n 1 keeps
 * the code, or the status of an answer, alone, as `httpCode`.
 */
function readThrown(thrown: unknown): { code: unknown; cause: Record<string, unknown> } {
	const error = asRecord(thrown);
	const cause = isRecord(error.cause) ? error.cause : error;
	return { code: cause.code ?? error.httpCode ?? undefined, cause };
}

/** The error for a call that got no answer. Without a code the request was never made. */
export function connectionError(asker: Asker, thrown: unknown): NodeApiError {
	const { code, cause } = readThrown(thrown);
	const message = asker.redact(String(cause.message ?? thrown));
	if (code === undefined) return build(asker, { what: message, advice: 'Nothing was sent.' }, {});
	return build(asker, refusalForCode(code), { message });
}

/**
 * Reads what was thrown while the login was renewed.
 * @param isOurs whether the node itself renews this login, and has said what to do
 * @returns the status of SuperOffice's answer, if there was one
 * @throws UserError for a login that cannot be renewed, OperationalError when there was no answer
 */
export function renewalError(
	thrown: unknown,
	redact: (text: string) => string,
	isOurs: boolean,
): number {
	const { code, cause } = readThrown(thrown);
	const status = Number(asRecord(thrown).httpCode);
	if (status >= 100) return status;
	if (cause instanceof OperationalError || cause instanceof UserError) throw cause;
	if (isConnectionCode(code)) {
		throw new OperationalError(`The login could not be renewed: ${refusalForCode(code).what}`);
	}
	const message = redact(String(cause.message ?? thrown));
	// n8n 1 keeps of an error of ours its words alone.
	if (isOurs) throw new UserError(message);
	throw new UserError(
		`The login could not be renewed: ${message} Open the credential, check client ID and client secret, and connect the account again.`,
	);
}
