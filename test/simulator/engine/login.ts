import type { Authenticator } from './caller';
import { badLogin } from './failures';

/** As Node gives headers: names in lower case. */
type Headers = Record<string, string | string[] | undefined>;

/** The logins that the simulated tenant knows. */
export const LOGIN = {
	username: 'tester@example.com',
	password: 'pässword:with,signs',
	accessToken: '8A:Cust12345.accessTokenOfTheTests',
	ticket: '7T:dGlja2V0T2ZUaGVUZXN0cw==',
	xsrfToken: 'xsrfTokenOfTheTests',
	sessionCookie: 'SoSession=sessionCookieOfTheTests; theme=dark',
	appToken: 'appTokenOfTheTests',
};

const basic = Buffer.from(`${LOGIN.username}:${LOGIN.password}`).toString('base64');

/** The logins that a web service takes. */
export interface Logins {
	/** Values of Basic; none online. */
	basic: ReadonlySet<string>;
	/** Values of Bearer; none on-site. */
	accessTokens: Pick<ReadonlySet<string>, 'has'>;
	tickets: Pick<ReadonlySet<string>, 'has'>;
	/** What has to come along with a ticket, online. */
	appToken?: string;
}

export const ON_SITE: Logins = {
	basic: new Set([basic]),
	accessTokens: new Set(),
	tickets: new Set([LOGIN.ticket]),
};

export const ONLINE: Logins = {
	basic: new Set(),
	accessTokens: new Set([LOGIN.accessToken]),
	tickets: new Set([LOGIN.ticket]),
	appToken: LOGIN.appToken,
};

function schemeIsKnown(scheme: string, value: string, headers: Headers, logins: Logins) {
	const { appToken } = logins;
	switch (scheme.toLowerCase()) {
		case 'basic':
			return logins.basic.has(value);
		case 'bearer':
			return logins.accessTokens.has(value);
		case 'soticket':
			return (
				(appToken === undefined || headers['so-apptoken'] === appToken) && logins.tickets.has(value)
			);
		default:
			return false;
	}
}

/**
 * Checks a request's login by SuperOffice's rules (documentation of web service authentication):
 * Basic on-site only, Bearer online only, a ticket online together with the application token,
 * a session cookie only with its XSRF token.
 * @throws Failure 401
 */
export function checkLogin(headers: Headers, logins: Logins): void {
	const { authorization } = headers;
	if (authorization === undefined) {
		const known =
			headers.cookie === LOGIN.sessionCookie && headers['x-xsrf-token'] === LOGIN.xsrfToken;
		if (!known) throw badLogin();
		return;
	}
	const [scheme, value = ''] = String(authorization).split(' ');
	if (!schemeIsKnown(scheme, value, headers, logins)) throw badLogin();
}

/** The way in by logins that stay the same. */
export function fixedAuthenticator(logins: Logins): Authenticator {
	let hold = true;
	return {
		authenticate: ({ headers }) => {
			if (!hold) throw badLogin();
			checkLogin(headers, logins);
			return { context: 'Default', mayUseWebhooks: true };
		},
		endLogins: () => void (hold = false),
		renewLogins: () => void (hold = true),
	};
}
