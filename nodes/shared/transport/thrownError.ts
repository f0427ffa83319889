import { asRecord, isRecord } from '../json';

/** What n8n's helper has thrown in place of an answer. */
export interface ThrownError {
	/** Node's or the HTTP library's, or the status of an answer; undefined where the request was never made. */
	code?: string;
	/** The original words; those of Node begin with the system call, such as `connect ECONNREFUSED …`. */
	message: string;
	/** Whether the whole request was sent; undefined if unknown. */
	wasSent?: boolean;
}

/** The request of the HTTP library's error, which n8n 2 keeps as the cause of its own, and n8n 1 drops. */
export function requestOfError(thrown: unknown): unknown {
	const error = asRecord(thrown);
	return error.request ?? asRecord(error.cause).request;
}

/** By Node's own request: while a secure connection is being made, all of it may be written and none of it sent. */
function wasSent(thrown: unknown): boolean | undefined {
	const { writableFinished, socket } = asRecord(requestOfError(thrown));
	if (typeof writableFinished !== 'boolean') return undefined;
	return writableFinished && asRecord(socket).secureConnecting !== true;
}

/** Reads what was thrown. n8n 1 keeps of the original error its code, as `httpCode`, and its words alone. */
export function parseThrown(thrown: unknown): ThrownError {
	const error = asRecord(thrown);
	const cause = isRecord(error.cause) ? error.cause : error;
	const code = cause.code ?? error.httpCode ?? undefined;
	const first = Array.isArray(error.messages) ? (error.messages[0] as unknown) : undefined;
	const message = cause === error ? (first ?? error.message) : cause.message;
	return {
		...(code !== undefined && { code: String(code) }),
		message: String(message ?? thrown),
		wasSent: wasSent(thrown),
	};
}

/** The status of the answer that n8n's helper has thrown, if that is what it was. */
export function statusOfError(thrown: unknown): number | undefined {
	const status = Number(asRecord(thrown).httpCode);
	return status >= 100 ? status : undefined;
}
