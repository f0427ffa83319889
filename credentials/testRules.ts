import type { ICredentialTestRequest } from 'n8n-workflow';

const responseCode = (value: number, message: string) => ({
	type: 'responseCode' as const,
	properties: { value, message },
});

const responseBody = (key: string, value: unknown, message: string) => ({
	type: 'responseSuccessBody' as const,
	properties: { key, value, message },
});

const REDIRECTED =
	'The base URL redirects to another address, and nothing was sent there. Enter the final address of the web service.';
const A_PAGE =
	'A web page answered instead of the web service. Check the base URL; a sign-in page or a proxy may stand before it.';
const NO_ASSOCIATE =
	'SuperOffice answered, but not for a signed-in user. Check the login, and that the base URL is that of the web service.';

const rules: Array<ReturnType<typeof responseCode> | ReturnType<typeof responseBody>> = [
	responseCode(
		401,
		'SuperOffice refused the login. Check the user name and password, or renew the token or ticket; on SuperOffice Online, also the application token.',
	),
	responseCode(403, 'The login is right, but this user may not use the web service.'),
	responseCode(
		404,
		'There is no SuperOffice web service at the base URL. It ends before /api, such as https://crm.example.com/SuperOffice.',
	),
	responseCode(
		421,
		'The tenant is not at this address. Enter its present subdomain, such as https://online2.superoffice.com/Cust12345.',
	),
	...[300, 301, 302, 303, 307, 308].map((status) => responseCode(status, REDIRECTED)),
	// A page reaches the rules as text, whose entry 0 is its first character.
	...['<', '\ufeff', '\r', '\n', '\t', ' '].map((first) => responseBody('0', first, A_PAGE)),
	...[undefined, null, 0].map((nobody) => responseBody('AssociateId', nobody, NO_ASSOCIATE)),
];

/** What a failed credential test says: the cause, and what to correct. */
export const testRules = rules as ICredentialTestRequest['rules'];
