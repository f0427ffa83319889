/** What a failure means, and what to do about it. */
export interface ErrorInfo {
	message: string;
	advice: string;
	/** The advice where the call would have changed nothing. */
	adviceForReads?: string;
	/** The advice where the credential has no base URL: the address is SuperOffice's own. */
	adviceOnline?: string;
	/** The advice by the way to sign in, where that matters. */
	adviceByLogin?: Record<string, string>;
	/**
	 * Whether the outcome of a write is unknown; otherwise the server has certainly not done it.
	 */
	outcomeUnknown?: true;
	/**
	 * Whether a gateway may send it too, which does not know if a write was done: a write is then
	 * searched for, if possible, before it is sent again.
	 */
	mayBeFromGateway?: true;
	/**
	 * What is retried, as the failure may be transient: read-only requests, read-only requests
	 * once, or all, as the server has certainly not processed them.
	 */
	retry?: 'reads' | 'once' | 'all';
}

const IN_BETWEEN =
	'Check whether something between n8n and SuperOffice, such as a proxy, answers in its place.';

/** For read-only requests. */
export const NOTHING_CHANGED = 'Nothing was saved. Run the item again.';

export const MAYBE_SAVED =
	'The change may have been made anyway: check in SuperOffice before you run the item again.';

/** For writes that were searched for. */
export const NOT_FOUND_YET =
	'It may have been saved anyway: the node searched for it and did not find it, but it may still appear. Check in SuperOffice before you run the item again.';

const SERVER_FAULT: ErrorInfo = {
	message: 'SuperOffice failed',
	advice: MAYBE_SAVED,
	adviceForReads: NOTHING_CHANGED,
	outcomeUnknown: true,
	retry: 'once',
};

/** Of servers between here and SuperOffice (502, 504, 524 and so on): they tell nothing of what it did. */
const GATEWAY_FAULT: ErrorInfo = { ...SERVER_FAULT, retry: 'reads' };

const ALREADY_RENEWED = 'It did so even after the login was renewed.';

const APP = 'check that the app is still approved in this tenant';

/** By the credential's authentication, or its type where it has only one. */
const LOGIN_ADVICE: Record<string, string> = {
	basic: 'Correct the user name or the password of the credential.',
	bearer: 'Put a new access token into the credential.',
	soTicket:
		'Put a new ticket into the credential; for SuperOffice Online, also check its application token.',
	session:
		'Sign in to SuperOffice in the browser again, and put the XSRF token and the session cookie into the credential.',
	superOfficeOAuth2Api: `${ALREADY_RENEWED} Connect the account of the credential again, and ${APP}.`,
	superOfficeSystemUserApi: `${ALREADY_RENEWED} Correct client secret, system user token and private key of the credential, and ${APP}.`,
};

/** Of a node's items, after a refused login. */
export const REST_UNSENT =
	'The other items were not sent, so that no account is locked by a wrong login.';

/** By HTTP status, documented by SuperOffice or sent by the servers around it. */
const BY_STATUS: Record<number, ErrorInfo> = {
	400: {
		message: 'SuperOffice reports an invalid request',
		advice: 'Correct the values that the message names.',
	},
	401: {
		message: 'SuperOffice refused the login',
		advice: 'Correct the credential.',
		adviceByLogin: LOGIN_ADVICE,
	},
	403: {
		message: 'SuperOffice does not allow this',
		advice:
			'Give the user of the credential the right to do it, or use the credential of a user who has it.',
	},
	404: {
		message: 'SuperOffice did not find it',
		advice: 'Check the IDs of the records that the item names, and the base URL of the credential.',
		adviceOnline: 'Check the IDs of the records that the item names.',
	},
	408: { ...GATEWAY_FAULT, message: 'SuperOffice did not get the whole request in time' },
	409: {
		message: 'SuperOffice reports a conflict',
		advice: 'Someone else changed the record; read it again and repeat the step.',
	},
	412: {
		message: 'The record was changed in the meantime',
		advice: 'Read the record again and repeat the step.',
	},
	421: {
		message: 'The tenant is not at this address',
		advice:
			'The tenant has moved to another subdomain; put its present address into the base URL of the credential.',
		adviceOnline:
			'SuperOffice still gives this address for it; it is probably being moved. Nothing was saved: run the item again in a few minutes.',
	},
	429: {
		message: 'SuperOffice is receiving too many requests',
		advice: 'Wait a while, or lower Concurrency in the options. Nothing was saved.',
		retry: 'all',
	},
	500: SERVER_FAULT,
	503: {
		message: 'SuperOffice is not available at the moment',
		advice: 'Nothing was saved. Run the item again later.',
		mayBeFromGateway: true,
		retry: 'all',
	},
};

const REDIRECT: ErrorInfo = {
	message: 'The address redirects to another one',
	advice:
		'Nothing was sent there. Put the final address of the web service into the base URL of the credential.',
	adviceOnline: `Nothing was sent there. ${IN_BETWEEN}`,
};

const OTHER: ErrorInfo = {
	message: 'SuperOffice refused the request',
	advice: 'Correct what the message names.',
};

/** The ErrorInfo of an HTTP status. */
export function errorInfoForStatus(status: number): ErrorInfo {
	if (status in BY_STATUS) return BY_STATUS[status];
	if (status >= 500) return GATEWAY_FAULT;
	return status >= 300 && status < 400 ? REDIRECT : OTHER;
}

const PAGE =
	'Check the base URL of the credential: a sign-in page or a proxy may answer in place of the web service.';

/** A 2xx whose body is not what was asked for. */
export const UNEXPECTED_BODY: ErrorInfo = {
	message: 'SuperOffice answered without a record',
	advice: `${MAYBE_SAVED} ${PAGE}`,
	adviceForReads: `${IN_BETWEEN} If the credential has a base URL, check that as well.`,
	adviceOnline: `${MAYBE_SAVED} ${IN_BETWEEN}`,
	outcomeUnknown: true,
};

/** The request was not sent by n8n or the node; the error says why. */
export const REQUEST_NOT_MADE: ErrorInfo = {
	message: 'The request could not be made',
	advice: 'Nothing was sent.',
};
