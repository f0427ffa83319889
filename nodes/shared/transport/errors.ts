import { NodeApiError, type INode, type JsonObject as ErrorData } from 'n8n-workflow';

import { isRecord } from '../json';
import { refusalIn, type Answer, type Outcome } from './outcome';
import { NOT_MADE, NOT_THERE_YET, NOTHING_CHANGED, REST_UNSENT, type Refusal } from './refusals';
import { retryAfter } from './retry';
import { readThrown } from './thrown';

/** Characters of a server's message, and of a page that is searched for one. */
const LONGEST_MESSAGE = 500;
const LONGEST_PAGE = 20_000;

/** Who asks, and how to keep secrets out of what is said. */
export interface Asker {
	node: INode;
	itemIndex: number;
	redact(text: string): string;
	/** What the call was for, where that is not the item itself. */
	purpose?: string;
	/** What is done already, and what to do then. */
	alreadyDone?: string;
	/** What happens next without anybody's doing. */
	comesAgain?: string;
	/** What is wrong with an answer of success, as it follows `SuperOffice answered`. */
	fault?: string;
	/** Whether the call changes nothing at SuperOffice. */
	readsOnly: boolean;
	/** Whether it was looked for before it was given up. */
	isLookedFor: boolean;
	/** Whether the address is SuperOffice Online's own, and none that a person entered. */
	isOnline: boolean;
	/** The way to sign in: the credential's authentication, or its type. */
	login: string;
	/** Whether there are more items, none of which is sent after a refused login. */
	hasMore: boolean;
}

/** The server's own words, without secrets. */
interface Said {
	message?: string;
	errorType?: string;
	/** For how long it asks to wait. */
	wait?: string;
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** The words of a page that a proxy or a sign-in server sent. */
function readPage(page: string): Said {
	const start = page.slice(0, LONGEST_PAGE);
	const title = /<title[^<>]*>([^<]*)<\/title>/i.exec(start)?.[1];
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

/** The advice, where the way to sign in matters to it. */
function adviceOnLogin({ login, hasMore }: Asker, { adviceByLogin, advice }: Refusal) {
	if (adviceByLogin === undefined) return undefined;
	return [adviceByLogin[login] ?? advice, ...(hasMore ? [REST_UNSENT] : [])].join(' ');
}

function adviceFor(asker: Asker, refusal: Refusal): string {
	const { readsOnly, isLookedFor, isOnline, comesAgain } = asker;
	if (isLookedFor && (refusal.mayBeDone || refusal.isWordOfOthers)) return NOT_THERE_YET;
	const { adviceForReads, adviceOnline } = refusal;
	const advice =
		adviceOnLogin(asker, refusal) ??
		((readsOnly && adviceForReads) || (isOnline && adviceOnline) || refusal.advice);
	if (comesAgain === undefined) return advice;
	return advice === NOTHING_CHANGED ? comesAgain : `${advice} ${comesAgain}`;
}

function build(asker: Asker, refusal: Refusal, said: Said, status?: number): NodeApiError {
	const words = said.message && said.message.slice(0, LONGEST_MESSAGE);
	const failure = asker.fault ? `SuperOffice answered ${asker.fault}` : refusal.what;
	const what = asker.purpose ? `${failure} (${asker.purpose})` : failure;
	const message = words ? `${what}: ${words}` : what;
	const errorType = said.errorType?.slice(0, LONGEST_MESSAGE);
	const facts = [errorType, status && `HTTP ${status}`, said.wait].filter(Boolean);
	const advice = asker.alreadyDone ?? adviceFor(asker, refusal);
	const description = advice + (facts.length > 0 ? ` (${facts.join(', ')})` : '');
	const data: ErrorData = errorType ? { errorType } : {};
	const error = new NodeApiError(asker.node, data, {
		message,
		description,
		itemIndex: asker.itemIndex,
		...(status !== undefined && { httpCode: String(status) }),
	});
	if (refusal.mayBeDone) error.context.mayBeDone = true;
	// n8n swaps messages that happen to contain words such as EEXIST (as in "preexisting").
	error.message = message;
	return error;
}

/** What the server, or whoever answered in its place, has said. */
function readAnswer(asker: Asker, { statusCode, headers, body }: Answer, url: string): Said {
	const redirected = statusCode >= 300 && statusCode < 400;
	return redirected ? readLocation(asker, url, headers.location) : readBody(asker, body);
}

/**
 * The error for an outcome that is not what was wanted, in the server's own words and with what to do.
 * @param outcome whose words may hold secrets; the error holds none
 */
export function errorOf(asker: Asker, outcome: Outcome): NodeApiError {
	const refusal = refusalIn(outcome);
	if (!('thrown' in outcome)) {
		const { answer, url } = outcome;
		const wait = retryAfter(outcome, Date.now());
		const said = {
			...readAnswer(asker, answer, url),
			...(wait !== undefined && { wait: `it asks to wait ${Math.ceil(wait / 1000)} s` }),
		};
		return build(asker, refusal, said, answer.statusCode);
	}
	const message = asker.redact(readThrown(outcome.thrown).words);
	if (refusal === NOT_MADE) return build(asker, { ...refusal, what: message }, {});
	return build(asker, refusal, { message });
}
