import type { ICredentialTestRequest } from 'n8n-workflow';

const responseCode = (value: number, message: string) => ({
	type: 'responseCode' as const,
	properties: { value, message },
});

const responseBody = (key: string, value: unknown, message: string) => ({
	type: 'responseSuccessBody' as const,
	properties: { key, value, message },
});

type Rules = Array<ReturnType<typeof responseCode> | ReturnType<typeof responseBody>>;

const REDIRECTED =
	'The base URL redirects to another address, and nothing was sent there. Enter the final address of the web service.';
const A_PAGE =
	'A web page answered instead of the web service. Check the base URL; a sign-in page or a proxy may stand before it.';
const NO_ASSOCIATE =
	'SuperOffice answered, but not for a signed-in user. Check the login, and that the base URL is that of the web service.';

const REDIRECTS = [300, 301, 302, 303, 307, 308];
// A page reaches the rules as text, whose entry 0 is its first character.
const PAGE_STARTS = ['<', '\ufeff', '\r', '\n', '\t', ' '];

/** Rules for what holds of every credential. */
const rulesFor = (redirected: string, page: string, nobody: string): Rules => [
	...REDIRECTS.map((status) => responseCode(status, redirected)),
	...PAGE_STARTS.map((first) => responseBody('0', first, page)),
	...[undefined, null, 0].map((id) => responseBody('AssociateId', id, nobody)),
];

/** What a failed test of a credential with a base URL says: the cause, and what to correct. */
export const testRules = [
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
	...rulesFor(REDIRECTED, A_PAGE, NO_ASSOCIATE),
] as ICredentialTestRequest['rules'];

const IN_BETWEEN =
	'Something between n8n and SuperOffice, such as a proxy, answered in its place. Check the network.';

/** What a failed test of a system user says, once it has signed in. */
export const systemUserTestRules = [
	responseCode(
		401,
		'SuperOffice refused the ticket that it has just issued. Check that client secret and system user token belong to the same app and environment.',
	),
	responseCode(403, 'The system user has signed in, but the app may not use the web service.'),
	responseCode(404, IN_BETWEEN),
	responseCode(421, 'The tenant is being moved. Test again in a few minutes.'),
	...rulesFor(IN_BETWEEN, IN_BETWEEN, 'SuperOffice answered, but not for a system user.'),
] as ICredentialTestRequest['rules'];
