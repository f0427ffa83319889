import { REQUEST_NOT_MADE, NOTHING_CHANGED, MAYBE_SAVED, type ErrorInfo } from './errorTable';
import type { ThrownError } from './thrownError';

const NOT_SENT = 'Nothing was sent.';

const NETWORK = `${NOT_SENT} Check the network, and the proxy if there is one, between n8n and SuperOffice.`;

const ADDRESS = `${NOT_SENT} Check the base URL of the credential, and the network between n8n and the server.`;

/** A failure before anything was sent, and whether it may be transient. */
const unsent = (message: string, advice: string, isTransient = false): ErrorInfo => ({
	message,
	advice,
	adviceOnline: NETWORK,
	...(isTransient && { retry: 'all' }),
});

const UNKNOWN_HOST = unsent(
	"The server's name is not known",
	`${NOT_SENT} Check the base URL of the credential.`,
);

const CONNECTION_REFUSED = unsent(
	'The server refused the connection',
	`${NOT_SENT} Check the base URL of the credential, and whether the server is up.`,
	true,
);

const UNREACHABLE = unsent('The server cannot be reached from here', ADDRESS, true);

/** Transient: other connections will be closed. */
const NO_SOCKET: ErrorInfo = {
	message: "n8n's machine could not open a connection",
	advice: `${NOT_SENT} Lower Concurrency in the options, or the load of the machine that runs n8n.`,
	retry: 'all',
};

const CERTIFICATE: ErrorInfo = {
	message: "The server's certificate is not trusted",
	advice: `${NOT_SENT} Install its certificate authority, or allow unauthorized certificates in the credential.`,
	adviceOnline: `${NOT_SENT} SuperOffice's own certificate is trusted everywhere: a proxy probably shows one of its own. Install its certificate authority where n8n runs.`,
};

const NO_HTTPS = unsent(
	'The server does not speak https at this port',
	`${NOT_SENT} Check whether the base URL of the credential starts with http: or https:, and its port.`,
);

const NO_TLS = unsent(
	'No secure connection could be made',
	`${NOT_SENT} Check which versions of TLS, and which certificates, the server at the base URL asks for.`,
);

const CONNECTION_LOST: ErrorInfo = {
	message: 'The connection was cut before an answer came',
	advice: MAYBE_SAVED,
	adviceForReads: NOTHING_CHANGED,
	outcomeUnknown: true,
	retry: 'reads',
};

const TIMED_OUT: ErrorInfo = {
	message: 'SuperOffice did not answer in time',
	advice: `${MAYBE_SAVED} The Timeout option sets how long to wait.`,
	adviceForReads: 'Nothing was saved. The Timeout option sets how long to wait.',
	outcomeUnknown: true,
	retry: 'reads',
};

const CANCELLED: ErrorInfo = {
	message: 'The execution was cancelled',
	advice: MAYBE_SAVED,
	adviceForReads: 'Nothing was saved.',
	outcomeUnknown: true,
};

/** The same failures where the request was certainly not sent. */
const BEFORE_SENDING = new Map<ErrorInfo, ErrorInfo>([
	[CONNECTION_LOST, unsent('The connection was cut before anything was sent', ADDRESS, true)],
	[TIMED_OUT, unsent('The server did not take the connection in time', ADDRESS, true)],
	[CANCELLED, { message: 'The execution was cancelled', advice: NOT_SENT }],
]);

/** Recognizes a failure by its code or message. */
interface FailureRule {
	code?: RegExp;
	message?: RegExp;
	info: ErrorInfo;
}

/**
 * The kinds in the order of a request's phases, each by what all codes of its phase have in common (Node's
 * documentation of errors, of `tls` for certificates; OpenSSL's names of errors and alerts). The first that
 * fits counts, after what Node says of the system call: on an open connection the same codes mean something else.
 */
const FAILURE_RULES: FailureRule[] = [
	{ message: /^(?:read|write) ETIMEDOUT/, info: TIMED_OUT },
	{ message: /^(?:read|write) (?!EPROTO)E/, info: CONNECTION_LOST },
	{
		code: /^ERR_(?:INVALID_|HTTP_INVALID_|UNESCAPED_|BAD_OPTION)/,
		message: /^Unsupported protocol/,
		info: REQUEST_NOT_MADE,
	},
	{ code: /^EAI_AGAIN$/, info: { ...UNKNOWN_HOST, retry: 'all' } },
	{ code: /^(?:ENOTFOUND|EAI_)/, message: /^(?:getaddrinfo|query[A-Z]\w*) E/, info: UNKNOWN_HOST },
	{ code: /^(?:EMFILE|ENFILE|ENOBUFS|ENOMEM|EADDRNOTAVAIL|EADDRINUSE)$/, info: NO_SOCKET },
	{ code: /^ECONNREFUSED$/, info: CONNECTION_REFUSED },
	{
		code: /^(?:EHOST|ENET|EAFNOSUPPORT|UND_ERR_CONNECT)/,
		message: /^(?:connect|bind|socket|open) E[A-Z]/,
		info: UNREACHABLE,
	},
	{
		code: /^(?!ERR_SSL_).*CERT|^(?:CRL_|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_(?:CA|PURPOSE)|PATH_LENGTH)/,
		info: CERTIFICATE,
	},
	{ message: /before secure TLS connection was established/, info: { ...NO_TLS, retry: 'all' } },
	{
		message:
			/^write EPROTO [^:]*:error:[^:]*:SSL routines:[^:]*:(?:wrong version|packet length|unknown protocol|http request)/,
		info: NO_HTTPS,
	},
	// An alert ends the making of a connection, but for those of records, which may be amid an answer.
	{
		code: /^(?:EPROTO|ERR_TLS_|ERR_SSL_(?!.*(?:RECORD|DECODE|DECRYPT|INTERNAL|UNEXPECTED|CLOSE_NOTIFY|LENGTH|WRONG_VERSION)))/,
		info: NO_TLS,
	},
	{ code: /^(?:ETIMEDOUT|ECONNABORTED|ESOCKETTIMEDOUT)$/, info: TIMED_OUT },
	{ code: /^ERR_CANCELED$/, info: CANCELLED },
	{ code: /^(?:ECONN|EPIPE$)/, info: CONNECTION_LOST },
];

const findRule = ({ code = '', message }: ThrownError): ErrorInfo | undefined =>
	FAILURE_RULES.find(
		(kind) => kind.code?.test(code) === true || kind.message?.test(message) === true,
	)?.info;

/** Whether the connection has failed, in contrast to an error response. */
export const isConnectionError = (thrown: ThrownError): boolean => findRule(thrown) !== undefined;

/**
 * What it means that there is no answer, by the phase in which the request has failed: until it is handed over,
 * nothing is done. What is of no known kind is taken as lost on the way; without a code it was never made.
 */
export function errorInfoForThrown(thrown: ThrownError): ErrorInfo {
	if (thrown.code === undefined) return REQUEST_NOT_MADE;
	const info = findRule(thrown) ?? CONNECTION_LOST;
	return (thrown.wasSent === false && BEFORE_SENDING.get(info)) || info;
}
