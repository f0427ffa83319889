/* eslint-disable @n8n/community-nodes/no-restricted-imports -- certificates of the tests, never part of the package */
import { createHash, X509Certificate } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { generate } from 'selfsigned';

/** Names that the tests' servers answer to; wildcards stand for one label. */
const NAMES = ['superoffice.com', '*.superoffice.com', 'attacker.example', '*.attacker.example'];

/** What a TLS server needs, and what its callers have to trust. */
export interface Certificates {
	key: string;
	/** The server's certificate, and that of its authority behind it. */
	cert: string;
	/** The file of the authority's certificate, for NODE_EXTRA_CA_CERTS. */
	authorityFile: string;
	/** Base64 of the SHA-256 of the server's public key, as Chromium takes it. */
	spki: string;
}

const filesIn = (folder: string) => ({
	keyFile: path.join(folder, 'server.key'),
	certFile: path.join(folder, 'server.pem'),
	authorityFile: path.join(folder, 'authority.pem'),
});

/** Reads what `makeCertificates` has written. */
export function readCertificates(folder: string): Certificates {
	const { keyFile, certFile, authorityFile } = filesIn(folder);
	const cert = readFileSync(certFile, 'utf8');
	const publicKey = new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' });
	const spki = createHash('sha256').update(publicKey).digest('base64');
	return { key: readFileSync(keyFile, 'utf8'), cert, authorityFile, spki };
}

/** Makes a certificate authority and a server's certificate by it, as files in a folder. */
export async function makeCertificates(folder: string): Promise<Certificates> {
	const yesterday = new Date(Date.now() - 24 * 60 * 60 * 1000);
	const options = { keyType: 'ec', algorithm: 'sha256', notBeforeDate: yesterday } as const;
	const authority = await generate([{ name: 'commonName', value: 'Authority of the tests' }], {
		...options,
		extensions: [
			{ name: 'basicConstraints', cA: true, critical: true },
			{ name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
		],
	});
	const server = await generate([{ name: 'commonName', value: 'Server of the tests' }], {
		...options,
		ca: { key: authority.private, cert: authority.cert },
		extensions: [
			{ name: 'basicConstraints', cA: false, critical: true },
			{ name: 'keyUsage', digitalSignature: true, critical: true },
			{ name: 'extKeyUsage', serverAuth: true },
			{ name: 'subjectAltName', altNames: NAMES.map((value) => ({ type: 2 as const, value })) },
		],
	});
	const { keyFile, certFile, authorityFile } = filesIn(folder);
	mkdirSync(folder, { recursive: true });
	writeFileSync(keyFile, server.private, { mode: 0o600 });
	writeFileSync(certFile, `${server.cert.trim()}\n${authority.cert.trim()}\n`);
	writeFileSync(authorityFile, authority.cert);
	return readCertificates(folder);
}
