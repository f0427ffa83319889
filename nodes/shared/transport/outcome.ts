import { isRecord, type Json } from '../json';
import { faultOf, type Expected } from './expected';
import { refusalForThrown } from './failures';
import { NOT_EXPECTED, refusalFor, type Refusal } from './refusals';
import { readThrown } from './thrown';

/** An answer as n8n's helper gives it with `returnFullResponse`. */
export interface Answer {
	statusCode: number;
	headers: Record<string, unknown>;
	body: unknown;
}

/** What came of a request: an answer of any status, or what was thrown in its place. */
export type Outcome = { answer: Answer; url: string } | { thrown: unknown };

/** What counts as an answer. */
export interface Wanted {
	/** What has to come back; anything else is an error. */
	expect: Expected;
	/** Whether 304 is an answer, too: `null` comes back then. */
	acceptsUnchanged?: boolean;
	/** Whether an agent's `null` for what is not there is an answer, too. */
	acceptsMissing?: boolean;
}

const isText = (value: unknown) => typeof value === 'string' && value !== '';

/** An error that came with a status of success, as SuperOffice's agents send them. */
const isErrorBody = (body: unknown) =>
	isRecord(body) &&
	(body.Error === true || isText(body.ErrorMessage) || isText(body.MessageDetail));

const isSuccess = ({ statusCode }: Answer) => statusCode >= 200 && statusCode < 300;

/** An agent's word for what is not there; some servers send no content for a null. */
const isMissing = ({ statusCode, body }: Answer) => body === null || statusCode === 204;

/**
 * The body of an answer that is what was wanted, and not an error, a page or nothing in its place.
 * @returns undefined for any other outcome
 */
export function bodyOf(wanted: Wanted, outcome: Outcome): Json | undefined {
	if ('thrown' in outcome) return undefined;
	const { answer } = outcome;
	if (wanted.acceptsUnchanged && answer.statusCode === 304) return null;
	if (!isSuccess(answer) || isErrorBody(answer.body)) return undefined;
	if (wanted.acceptsMissing && isMissing(answer)) return null;
	return faultOf(wanted.expect, answer.body) === undefined ? (answer.body as Json) : undefined;
}

/** What is wrong with an answer of success that is not what was wanted, as it follows `SuperOffice answered`. */
export function faultIn({ expect }: Wanted, outcome: Outcome): string | undefined {
	if ('thrown' in outcome || refusalIn(outcome) !== NOT_EXPECTED) return undefined;
	return faultOf(expect, outcome.answer.body);
}

function refusalInAnswer(answer: Answer, url: string): Refusal {
	const { statusCode, body } = answer;
	if (!isSuccess(answer) || isErrorBody(body)) return refusalFor(statusCode);
	// Agents say so of records that are not there.
	return body === null && url.includes('/Agents/') ? refusalFor(404) : NOT_EXPECTED;
}

/** What an outcome means that is not what was wanted. */
export function refusalIn(outcome: Outcome): Refusal {
	if ('thrown' in outcome) return refusalForThrown(readThrown(outcome.thrown));
	return refusalInAnswer(outcome.answer, outcome.url);
}
