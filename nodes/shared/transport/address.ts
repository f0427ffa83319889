import trimEnd from 'lodash/trimEnd';
import trimStart from 'lodash/trimStart';
import { UserError } from 'n8n-workflow';

const EXAMPLE = 'https://crm.example.com/SuperOffice or https://online2.superoffice.com/Cust12345';

/** Characters of a base URL; web servers refuse longer ones. */
const LONGEST = 2000;

function rejectBaseUrl(problem: string): never {
	throw new UserError(
		`Base URL: ${problem}. Give the address of the web service, such as ${EXAMPLE}.`,
	);
}

/** What is surely a host and a path may be shown; anything else might be a password or a token. */
const SHOWABLE = /^[a-z\d-]{1,20}(\.[a-z\d-]{1,63})*(:\d{1,5})?(\/[\w./-]*)?$/i;

function parseUrl(address: string): URL {
	if (URL.canParse(address)) return new URL(address);
	if (address === '') return rejectBaseUrl('it is empty');
	return rejectBaseUrl(`${SHOWABLE.test(address) ? `"${address}"` : 'it'} is not a web address`);
}

/**
 * The root of SuperOffice's REST API, without a slash at its end.
 * @param baseUrl what a person pastes: with or without a trailing slash, `/api` or `/api/v1`
 * @returns such as `https://crm.example.com/SuperOffice/api/v1`
 * @throws UserError when it is no http(s) address, or carries a login, a query or a fragment
 */
export function apiRoot(baseUrl: unknown): string {
	const given = String(baseUrl ?? '').trim();
	if (given.length > LONGEST) return rejectBaseUrl(`it has ${given.length} characters`);
	const url = parseUrl(given);
	if (url.protocol !== 'https:' && url.protocol !== 'http:') {
		return rejectBaseUrl(`it starts with "${url.protocol}", not with https:`);
	}
	if (url.username !== '' || url.password !== '')
		return rejectBaseUrl('it holds a user name or password');
	if (url.search !== '' || url.hash !== '') return rejectBaseUrl('it holds a query or a fragment');
	const path = trimEnd(url.pathname, '/').replace(/\/api(\/v1)?$/i, '');
	return `${url.origin}${path}/api/v1`;
}

/**
 * The absolute address of a call, confined to the web service whose secrets go along.
 * @param target absolute, or relative to the API's root
 * @throws UserError when it lies elsewhere, or the base URL is none
 */
export function resolveTarget(baseUrl: unknown, target: string): string {
	const root = apiRoot(baseUrl);
	const service = root.slice(0, -'api/v1'.length);
	const isAbsolute = /^[a-z][a-z\d+.-]*:/i.test(target);
	const address = isAbsolute ? target : `${root}/${trimStart(target, '/')}`;
	if (!URL.canParse(address))
		throw new UserError('The address of the request is not a web address.');
	const { href, host, pathname } = new URL(address);
	const inside = href.toLowerCase().startsWith(service.toLowerCase());
	// A server may take an encoded slash for a slash, and so for a way up.
	if (inside && !/%2f|%5c/i.test(pathname)) return href;
	throw new UserError(
		`This credential is for ${service} only, and its secrets are not sent to ${host}${pathname}.`,
	);
}
