import { NodeApiError, type INode, type JsonObject as ErrorData } from 'n8n-workflow';

import { isRecord } from '../json';
import { errorInfoFor, type HttpResponse, type Outcome } from './outcome';
import {
	REQUEST_NOT_MADE,
	NOT_FOUND_YET,
	NOTHING_CHANGED,
	REST_UNSENT,
	type ErrorInfo,
} from './errorTable';
import { retryAfter } from './retry';
import { parseThrown } from './thrownError';

/** Characters of a server's message, and of a page that is searched for one. */
const LONGEST_MESSAGE = 500;
const LONGEST_PAGE = 20_000;

/** Context of an error of the API. */
export interface ErrorContext {
	node: INode;
	itemIndex: number;
	redact(text: string): string;
	/** Purpose of the request, if it is not the item's main one. */
	purpose?: string;
	/** What is done already, and what to do about it. */
	alreadyDone?: string;
	/** What happens next by itself. */
	nextAttempt?: string;
	/** What is wrong with an answer of success, as it follows `SuperOffice answered`. */
	fault?: string;
	/** Whether the call changes nothing at SuperOffice. */
	readsOnly: boolean;
	/** Whether the result was searched for before giving up. */
	isLookedFor: boolean;
	/** Whether the address is SuperOffice Online's own, and none that a person entered. */
	isOnline: boolean;
	/** The way to sign in: the credential's authentication, or its type. */
	login: string;
	/** Whether there are more items, none of which is sent after a refused login. */
	hasMore: boolean;
}

/** The server's message, redacted. */
interface ServerMessage {
	message?: string;
	errorType?: string;
	/** The requested wait. */
	wait?: string;
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** The title or text of an HTML page, as of a proxy or a sign-in server. */
function parsePage(page: string): ServerMessage {
	const start = page.slice(0, LONGEST_PAGE);
	const title = /<title[^<>]*>([^<]*)<\/title>/i.exec(start)?.[1];
	const text = title ?? start.replace(/<style[^<]*<\/style>|<[^<>]*>/gi, ' ');
	const message = text.replace(/\s+/g, ' ').trim();
	return message === '' ? {} : { message: `it answered with a page: ${message}` };
}

/** SuperOffice writes ErrorMessage or Message; ASP.NET adds MessageDetail or ModelState. */
function parseErrorBody(context: ErrorContext, body: unknown): ServerMessage {
	// Before anything else, as a rewritten text would no longer show the secret in it.
	if (typeof body === 'string') return parsePage(context.redact(body));
	if (!isRecord(body)) return {};
	const model = isRecord(body.ModelState) ? Object.values(body.ModelState).flat() : [];
	const serverMessage = [
		[body.ErrorMessage, body.Message].find(isText),
		body.MessageDetail,
		...model,
	];
	const message = serverMessage.filter(isText).map(context.redact).join(' ');
	return {
		...(message !== '' && { message }),
		...(isText(body.ErrorType) && { errorType: context.redact(body.ErrorType) }),
	};
}

function parseLocation({ redact }: ErrorContext, url: string, location: unknown): ServerMessage {
	const target = isText(location) ? redact(location) : '';
	if (target === '' || !URL.canParse(target, url)) return { message: 'no target is named' };
	const { host } = new URL(target, url);
	const within = host === new URL(url).host;
	return { message: within ? 'on the same host' : host };
}

/** The advice that depends on the type of login. */
function adviceOnLogin({ login, hasMore }: ErrorContext, { adviceByLogin, advice }: ErrorInfo) {
	if (adviceByLogin === undefined) return undefined;
	return [adviceByLogin[login] ?? advice, ...(hasMore ? [REST_UNSENT] : [])].join(' ');
}

function chooseAdvice(context: ErrorContext, errorInfo: ErrorInfo): string {
	const { readsOnly, isLookedFor, isOnline, nextAttempt } = context;
	if (isLookedFor && (errorInfo.outcomeUnknown || errorInfo.mayBeFromGateway)) return NOT_FOUND_YET;
	const { adviceForReads, adviceOnline } = errorInfo;
	const advice =
		adviceOnLogin(context, errorInfo) ??
		((readsOnly && adviceForReads) || (isOnline && adviceOnline) || errorInfo.advice);
	if (nextAttempt === undefined) return advice;
	return advice === NOTHING_CHANGED ? nextAttempt : `${advice} ${nextAttempt}`;
}

function buildError(
	context: ErrorContext,
	errorInfo: ErrorInfo,
	serverMessage: ServerMessage,
	status?: number,
): NodeApiError {
	const text = serverMessage.message && serverMessage.message.slice(0, LONGEST_MESSAGE);
	const failure = context.fault ? `SuperOffice answered ${context.fault}` : errorInfo.message;
	const summary = context.purpose ? `${failure} (${context.purpose})` : failure;
	const message = text ? `${summary}: ${text}` : summary;
	const errorType = serverMessage.errorType?.slice(0, LONGEST_MESSAGE);
	const facts = [errorType, status && `HTTP ${status}`, serverMessage.wait].filter(Boolean);
	const advice = context.alreadyDone ?? chooseAdvice(context, errorInfo);
	const description = advice + (facts.length > 0 ? ` (${facts.join(', ')})` : '');
	const data: ErrorData = errorType ? { errorType } : {};
	const error = new NodeApiError(context.node, data, {
		message,
		description,
		itemIndex: context.itemIndex,
		...(status !== undefined && { httpCode: String(status) }),
	});
	if (errorInfo.outcomeUnknown) error.context.outcomeUnknown = true;
	// n8n swaps messages that happen to contain words such as EEXIST (as in "preexisting").
	error.message = message;
	return error;
}

/** The message of a response, from SuperOffice or a server in between. */
function parseResponse(
	context: ErrorContext,
	{ statusCode, headers, body }: HttpResponse,
	url: string,
): ServerMessage {
	const redirected = statusCode >= 300 && statusCode < 400;
	return redirected ? parseLocation(context, url, headers.location) : parseErrorBody(context, body);
}

/**
 * The error for a failed outcome, with the server's message and advice.
 * @param outcome whose words may hold secrets; the error holds none
 */
export function createApiError(context: ErrorContext, outcome: Outcome): NodeApiError {
	const errorInfo = errorInfoFor(outcome);
	if (!('thrown' in outcome)) {
		const { answer, url } = outcome;
		const wait = retryAfter(outcome, Date.now());
		const serverMessage = {
			...parseResponse(context, answer, url),
			...(wait !== undefined && { wait: `it asks to wait ${Math.ceil(wait / 1000)} s` }),
		};
		return buildError(context, errorInfo, serverMessage, answer.statusCode);
	}
	const message = context.redact(parseThrown(outcome.thrown).message);
	if (errorInfo === REQUEST_NOT_MADE) return buildError(context, { ...errorInfo, message }, {});
	return buildError(context, errorInfo, { message });
}
