import { hasValidSignature } from '../../../nodes/SuperOfficeTrigger/signature';

const body = Buffer.from('{"Event":"activity.created", "Text":"Møte"}');
/** Made by `printf '%s' "$body" | openssl dgst -sha256 -hmac 'a secret, æøå' -binary | base64`. */
const SIGNATURE = 'kc9IROCKv+yII76rBJyDxhsHLFv3SlQbihkoPap9+pM=';
const SECRET = 'a secret, æøå';

it('knows the signature that another program makes', () => {
	expect(hasValidSignature(body, SIGNATURE, SECRET)).toBe(true);
});

it.each<[string, Buffer | undefined, unknown, unknown]>([
	['another body', Buffer.concat([body, Buffer.from(' ')]), SIGNATURE, SECRET],
	['no body', undefined, SIGNATURE, SECRET],
	['another secret', body, SIGNATURE, 'a secret'],
	['no secret', body, SIGNATURE, undefined],
	['an empty secret', body, SIGNATURE, ''],
	['no signature', body, undefined, SECRET],
	['an empty signature', body, '', SECRET],
	['a part of the signature', body, SIGNATURE.slice(0, -1), SECRET],
	['a signature of the same length', body, SIGNATURE.replace(/^./, '!'), SECRET],
	['several signatures', body, [SIGNATURE, SIGNATURE], SECRET],
])('refuses %s', (_name, given, signature, secret) => {
	expect(hasValidSignature(given, signature, secret)).toBe(false);
});
