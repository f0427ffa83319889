import {
	createHash,
	createHmac,
	createSign,
	generateKeyPairSync,
	X509Certificate,
	type KeyObject,
} from 'node:crypto';

import { generate } from 'selfsigned';

/** An RSA key pair. */
export interface KeyPair {
	privateKey: KeyObject;
	publicKey: KeyObject;
}

/** The key that SuperOffice signs with, as its JWK set tells it. */
export interface SigningKey extends KeyPair {
	kid: string;
	/** SHA-1 of the certificate. */
	x5t: string;
	/** The certificate, base64 of its DER. */
	x5c: string;
}

/** How a JWT differs from an honest one. */
export interface Forgery {
	/** Claims that are replaced; undefined leaves one out. */
	claims?: object;
	header?: object;
	/** Another RSA key under the same kid, no signature at all (alg none), or an HMAC over the public key (HS256). */
	signedBy?: 'stranger' | 'nobody' | 'hmac';
}

const makePair = (): KeyPair => generateKeyPairSync('rsa', { modulusLength: 2048 });

let made: Promise<{ signing: SigningKey; stranger: KeyPair; app: KeyPair }> | undefined;

async function makeKeys() {
	const pair = makePair();
	const { cert } = await generate([{ name: 'commonName', value: 'SuperOffice of the tests' }], {
		algorithm: 'sha256',
		keyPair: {
			privateKey: String(pair.privateKey.export({ type: 'pkcs8', format: 'pem' })),
			publicKey: String(pair.publicKey.export({ type: 'spki', format: 'pem' })),
		},
	});
	const { raw } = new X509Certificate(cert);
	const sha1 = createHash('sha1').update(raw);
	const x5t = sha1.copy().digest('base64url');
	const kid = sha1.digest('hex').toUpperCase();
	const signing = { ...pair, kid, x5t, x5c: raw.toString('base64') };
	return { signing, stranger: makePair(), app: makePair() };
}

/** SuperOffice's key, a stranger's, and that of the registered app; made once per process. */
export const keys = async () => await (made ??= makeKeys());

/** The JWK set of a login host. */
export function jwkSet({ publicKey, kid, x5t, x5c }: SigningKey): object {
	const { n, e } = publicKey.export({ format: 'jwk' });
	return { keys: [{ kty: 'RSA', use: 'sig', kid, x5t, e, n, x5c: [x5c] }] };
}

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Signs claims as a JWT by RS256, or as a forgery says. */
export function signJwt(
	claims: object,
	{ signing, stranger }: { signing: SigningKey; stranger: KeyPair },
	forgery: Forgery = {},
): string {
	const { signedBy } = forgery;
	const alg = signedBy === 'nobody' ? 'none' : signedBy === 'hmac' ? 'HS256' : 'RS256';
	const header = { typ: 'JWT', alg, kid: signing.kid, x5t: signing.x5t, ...forgery.header };
	const text = `${part(header)}.${part({ ...claims, ...forgery.claims })}`;
	if (signedBy === 'nobody') return `${text}.`;
	if (signedBy === 'hmac') {
		const secret = signing.publicKey.export({ type: 'spki', format: 'pem' });
		return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
	}
	const { privateKey } = signedBy === 'stranger' ? stranger : signing;
	return `${text}.${createSign('SHA256').update(text).sign(privateKey, 'base64url')}`;
}

/** The XML in which SuperOffice issues an app's private key (.NET's RSAKeyValue). */
export function asXml(privateKey: KeyObject): string {
	const { n, e, p, q, dp, dq, qi, d } = privateKey.export({ format: 'jwk' });
	const values = { Modulus: n, Exponent: e, P: p, Q: q, DP: dp, DQ: dq, InverseQ: qi, D: d };
	const elements = Object.entries(values).map(([name, value = '']) => {
		const base64 = Buffer.from(value, 'base64url').toString('base64');
		return `<${name}>${base64}</${name}>`;
	});
	return `<RSAKeyValue>${elements.join('')}</RSAKeyValue>`;
}
