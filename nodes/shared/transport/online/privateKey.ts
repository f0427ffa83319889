import { createPrivateKey, type KeyObject } from 'node:crypto';

import { UserError } from 'n8n-workflow';
import attempt from 'lodash/attempt';

const ADVICE =
	'Paste the whole private key that SuperOffice issued for the app: the XML from <RSAKeyValue> to </RSAKeyValue>, or the PEM from its BEGIN line to its END line.';

function rejectPrivateKey(problem: string): never {
	throw new UserError(`Private Key (privateKey) of the credential ${problem}. ${ADVICE}`);
}

/** The parts of an RSA key in .NET's XML, by their names in a JSON Web Key (RFC 7518, section 6.3). */
const XML_BY_JWK = {
	n: 'Modulus',
	e: 'Exponent',
	d: 'D',
	p: 'P',
	q: 'Q',
	dp: 'DP',
	dq: 'DQ',
	qi: 'InverseQ',
};

function fromXml(xml: string) {
	const part = (name: string) => {
		const base64 = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];
		if (base64 === undefined)
			return rejectPrivateKey(`is XML without <${name}>: not a whole private key`);
		return Buffer.from(base64, 'base64').toString('base64url');
	};
	const parts = Object.entries(XML_BY_JWK).map(([key, name]) => [key, part(name)]);
	return createPrivateKey({ key: { kty: 'RSA', ...Object.fromEntries(parts) }, format: 'jwk' });
}

/** The DER formats, by the label of their PEM (RFC 7468; PKCS #1 has no RFC for its label). */
const FORMATS = { 'PRIVATE KEY': 'pkcs8', 'RSA PRIVATE KEY': 'pkcs1' } as const;

function fromPem(pem: string) {
	const [begin = '', label] = /-----BEGIN ([A-Z ]{1,40})-----/.exec(pem) ?? [];
	const start = pem.indexOf(begin) + begin.length;
	const end = pem.indexOf(`-----END ${label}-----`, start);
	const content = pem.slice(start, end);
	if (label === undefined || end < 0) return rejectPrivateKey('is neither XML nor PEM');
	if (/ENCRYPTED/.test(label + content)) return rejectPrivateKey('is encrypted with a passphrase');
	if (label !== 'PRIVATE KEY' && label !== 'RSA PRIVATE KEY') {
		return rejectPrivateKey(`is a ${label.toLowerCase()}, not a private RSA key`);
	}
	// As DER, since a field of one line takes the PEM's line breaks away.
	const der = Buffer.from(content.replace(/\\n/g, ''), 'base64');
	return createPrivateKey({ key: der, format: 'der', type: FORMATS[label] });
}

/**
 * The app's private key.
 * @param text PEM (PKCS #1 or #8), or the XML in which SuperOffice issues it; line breaks may be lost
 * @throws UserError, which never quotes the key
 */
export function readPrivateKey(text: unknown): KeyObject {
	const trimmed = String(text ?? '').trim();
	if (trimmed === '') return rejectPrivateKey('is empty');
	const key = attempt(() => (trimmed.startsWith('<') ? fromXml(trimmed) : fromPem(trimmed)));
	if (key instanceof UserError) throw key;
	if (key instanceof Error)
		return rejectPrivateKey('cannot be read; perhaps a part of it is missing');
	return key.asymmetricKeyType === 'rsa' ? key : rejectPrivateKey('is not an RSA key');
}
