import { isRecord, type Json } from '../json';
import { bodyFault, type ExpectedBody } from './expectedBody';
import { errorInfoForThrown } from './connectionErrors';
import { UNEXPECTED_BODY, errorInfoForStatus, type ErrorInfo } from './errorTable';
import { parseThrown } from './thrownError';

/** An answer as n8n's helper gives it with `returnFullResponse`. */
export interface HttpResponse {
	statusCode: number;
	headers: Record<string, unknown>;
	body: unknown;
}

/** The outcome of a request: a response of any status, or what was thrown. */
export type Outcome = { answer: HttpResponse; url: string } | { thrown: unknown };

/** What counts as a successful response. */
export interface ExpectedResponse {
	/** What has to come back; anything else is an error. */
	expect: ExpectedBody;
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

const isSuccess = ({ statusCode }: HttpResponse) => statusCode >= 200 && statusCode < 300;

/** An agent's null for a record that does not exist; some servers send no content instead. */
const isMissing = ({ statusCode, body }: HttpResponse) => body === null || statusCode === 204;

/**
 * The body of a response if it is the expected one.
 * @returns undefined for any other outcome
 */
export function acceptedBody(expected: ExpectedResponse, outcome: Outcome): Json | undefined {
	if ('thrown' in outcome) return undefined;
	const { answer } = outcome;
	if (expected.acceptsUnchanged && answer.statusCode === 304) return null;
	if (!isSuccess(answer) || isErrorBody(answer.body)) return undefined;
	if (expected.acceptsMissing && isMissing(answer)) return null;
	return bodyFault(expected.expect, answer.body) === undefined ? (answer.body as Json) : undefined;
}

/** What is wrong with the body of a successful response, as it follows `SuperOffice answered`. */
export function responseFault({ expect }: ExpectedResponse, outcome: Outcome): string | undefined {
	if ('thrown' in outcome || errorInfoFor(outcome) !== UNEXPECTED_BODY) return undefined;
	return bodyFault(expect, outcome.answer.body);
}

function errorInfoForResponse(answer: HttpResponse, url: string): ErrorInfo {
	const { statusCode, body } = answer;
	if (!isSuccess(answer) || isErrorBody(body)) return errorInfoForStatus(statusCode);
	// Agents return null for records that do not exist.
	return body === null && url.includes('/Agents/') ? errorInfoForStatus(404) : UNEXPECTED_BODY;
}

/** The ErrorInfo of a failed outcome. */
export function errorInfoFor(outcome: Outcome): ErrorInfo {
	if ('thrown' in outcome) return errorInfoForThrown(parseThrown(outcome.thrown));
	return errorInfoForResponse(outcome.answer, outcome.url);
}
