import { UserError, type ICredentialDataDecryptedObject } from 'n8n-workflow';
import startCase from 'lodash/startCase';

import { isHeaderValue } from './headerValue';

/** A credential as n8n decrypts it. */
export type CredentialData = ICredentialDataDecryptedObject;

/** The labels that differ from the names of their parameters. */
const LABELS: Record<string, string> = {
	appToken: 'Application Token',
	username: 'User Name',
	xsrfToken: 'XSRF Token',
};

/** @throws UserError that names a parameter of the credential, and never its value */
export function rejectCredential(parameter: string, problem: string): never {
	const label = LABELS[parameter] ?? startCase(parameter);
	throw new UserError(`${label} (${parameter}) of the credential ${problem}.`);
}

/** A secret as a header carries it: white space that was pasted along goes. */
export function headerSecret(credential: CredentialData, parameter: string): string {
	const value = String(credential[parameter] ?? '').trim();
	if (isHeaderValue(value)) return value;
	return rejectCredential(
		parameter,
		'holds a line break or another character that no header can carry',
	);
}

/** A secret that must not be empty. */
export function requiredSecret(credential: CredentialData, parameter: string): string {
	return headerSecret(credential, parameter) || rejectCredential(parameter, 'is empty');
}

/**
 * What holds for every request with a credential: no redirects, the certificates and the hosts that
 * it allows, in the words of n8n's present and of its older request helper.
 */
export function transportOptions(credential: CredentialData) {
	return {
		disableFollowRedirect: true,
		followRedirect: false,
		followAllRedirects: false,
		maxRedirects: 0,
		...(credential.allowUnauthorizedCerts === true && {
			skipSslCertificateValidation: true,
			rejectUnauthorized: false,
		}),
		...(credential.allowedHttpRequestDomains === 'domains' && {
			allowedDomains: String(credential.allowedDomains ?? ''),
		}),
	};
}
