import { NOT_MADE, NOTHING_CHANGED, PERHAPS_SAVED, type Refusal } from './refusals';
import type { Thrown } from './thrown';

const NOT_SENT = 'Nothing was sent.';

const NETWORK = `${NOT_SENT} Check the network, and the proxy if there is one, between n8n and SuperOffice.`;

const ADDRESS = `${NOT_SENT} Check the base URL of the credential, and the network between n8n and the server.`;

/** A failure before anything was sent, and whether it may pass by itself. */
const unsent = (what: string, advice: string, passes = false): Refusal => ({
	what,
	advice,
	adviceOnline: NETWORK,
	...(passes && { retry: 'all' }),
});

const UNKNOWN_HOST = unsent(
	"The server's name is not known",
	`${NOT_SENT} Check the base URL of the credential.`,
);

const REFUSED = unsent(
	'The server refused the connection',
	`${NOT_SENT} Check the base URL of the credential, and whether the server is up.`,
	true,
);

const UNREACHABLE = unsent('The server cannot be reached from here', ADDRESS, true);

/** What others give back makes room again. */
const NO_SOCKET: Refusal = {
	what: "n8n's machine could not open a connection",
	advice: `${NOT_SENT} Lower Concurrency in the options, or the load of the machine that runs n8n.`,
	retry: 'all',
};

const CERTIFICATE: Refusal = {
	what: "The server's certificate is not trusted",
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

const LOST: Refusal = {
	what: 'The connection was cut before an answer came',
	advice: PERHAPS_SAVED,
	adviceForReads: NOTHING_CHANGED,
	mayBeDone: true,
	retry: 'reads',
};

const LATE: Refusal = {
	what: 'SuperOffice did not answer in time',
	advice: `${PERHAPS_SAVED} The Timeout option sets how long to wait.`,
	adviceForReads: 'Nothing was saved. The Timeout option sets how long to wait.',
	mayBeDone: true,
	retry: 'reads',
};

const CANCELLED: Refusal = {
	what: 'The execution was cancelled',
	advice: PERHAPS_SAVED,
	adviceForReads: 'Nothing was saved.',
	mayBeDone: true,
};

/** What the same means where the request was certainly not handed over. */
const BEFORE_SENDING = new Map<Refusal, Refusal>([
	[LOST, unsent('The connection was cut before anything was sent', ADDRESS, true)],
	[LATE, unsent('The server did not take the connection in time', ADDRESS, true)],
	[CANCELLED, { what: 'The execution was cancelled', advice: NOT_SENT }],
]);

/** A kind of failure, told by its code or by its words, and what it means. */
interface Kind {
	code?: RegExp;
	words?: RegExp;
	means: Refusal;
}

/**
 * The kinds in the order of a request's phases, each by what all codes of its phase have in common (Node's
 * documentation of errors, of `tls` for certificates; OpenSSL's names of errors and alerts). The first that
 * fits counts, after what Node says of the system call: on an open connection the same codes mean something else.
 */
const KINDS: Kind[] = [
	{ words: /^(?:read|write) ETIMEDOUT/, means: LATE },
	{ words: /^(?:read|write) (?!EPROTO)E/, means: LOST },
	{
		code: /^ERR_(?:INVALID_|HTTP_INVALID_|UNESCAPED_|BAD_OPTION)/,
		words: /^Unsupported protocol/,
		means: NOT_MADE,
	},
	{ code: /^EAI_AGAIN$/, means: { ...UNKNOWN_HOST, retry: 'all' } },
	{ code: /^(?:ENOTFOUND|EAI_)/, words: /^(?:getaddrinfo|query[A-Z]\w*) E/, means: UNKNOWN_HOST },
	{ code: /^(?:EMFILE|ENFILE|ENOBUFS|ENOMEM|EADDRNOTAVAIL|EADDRINUSE)$/, means: NO_SOCKET },
	{ code: /^ECONNREFUSED$/, means: REFUSED },
	{
		code: /^(?:EHOST|ENET|EAFNOSUPPORT|UND_ERR_CONNECT)/,
		words: /^(?:connect|bind|socket|open) E[A-Z]/,
		means: UNREACHABLE,
	},
	{
		code: /^(?!ERR_SSL_).*CERT|^(?:CRL_|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_(?:CA|PURPOSE)|PATH_LENGTH)/,
		means: CERTIFICATE,
	},
	{ words: /before secure TLS connection was established/, means: { ...NO_TLS, retry: 'all' } },
	{
		words:
			/^write EPROTO [^:]*:error:[^:]*:SSL routines:[^:]*:(?:wrong version|packet length|unknown protocol|http request)/,
		means: NO_HTTPS,
	},
	// An alert ends the making of a connection, but for those of records, which may be amid an answer.
	{
		code: /^(?:EPROTO|ERR_TLS_|ERR_SSL_(?!.*(?:RECORD|DECODE|DECRYPT|INTERNAL|UNEXPECTED|CLOSE_NOTIFY|LENGTH|WRONG_VERSION)))/,
		means: NO_TLS,
	},
	{ code: /^(?:ETIMEDOUT|ECONNABORTED|ESOCKETTIMEDOUT)$/, means: LATE },
	{ code: /^ERR_CANCELED$/, means: CANCELLED },
	{ code: /^(?:ECONN|EPIPE$)/, means: LOST },
];

const kindOf = ({ code = '', words }: Thrown): Refusal | undefined =>
	KINDS.find((kind) => kind.code?.test(code) === true || kind.words?.test(words) === true)?.means;

/** Whether it is the connection that has failed, and not what an answer said. */
export const isOfConnection = (thrown: Thrown): boolean => kindOf(thrown) !== undefined;

/**
 * What it means that there is no answer, by the phase in which the request has failed: until it is handed over,
 * nothing is done. What is of no known kind is taken as lost on the way; without a code it was never made.
 */
export function refusalForThrown(thrown: Thrown): Refusal {
	if (thrown.code === undefined) return NOT_MADE;
	const means = kindOf(thrown) ?? LOST;
	return (thrown.wasSent === false && BEFORE_SENDING.get(means)) || means;
}
