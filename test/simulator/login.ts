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

function schemeIsKnown(scheme: string, value: string, headers: Headers, online: boolean) {
	const fromApp = headers['so-apptoken'] === LOGIN.appToken;
	switch (scheme.toLowerCase()) {
		case 'basic':
			return !online && value === basic;
		case 'bearer':
			return online && value === LOGIN.accessToken;
		case 'soticket':
			return value === LOGIN.ticket && (!online || fromApp);
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
export function checkLogin(headers: Headers, online: boolean): void {
	const { authorization } = headers;
	if (authorization === undefined) {
		const known =
			headers.cookie === LOGIN.sessionCookie && headers['x-xsrf-token'] === LOGIN.xsrfToken;
		if (!known) throw badLogin();
		return;
	}
	const [scheme, value = ''] = String(authorization).split(' ');
	if (!schemeIsKnown(scheme, value, headers, online)) throw badLogin();
}
