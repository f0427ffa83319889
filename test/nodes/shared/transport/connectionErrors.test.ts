/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a test's own servers, never part of the package */
import { createServer, type AddressInfo, type Server } from 'node:net';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';

import { generate } from 'selfsigned';

import { errorInfoForThrown } from '../../../../nodes/shared/transport/connectionErrors';
import { parseThrown } from '../../../../nodes/shared/transport/thrownError';
import { byId, runNode, useSimulator } from '../../../support';

const DAY = 86_400_000;

const ADDRESS = [
	{ name: 'subjectAltName' as const, altNames: [{ type: 7 as const, ip: '127.0.0.1' }] },
];

async function certificate(changes: object = {}): Promise<{ key: string; cert: string }> {
	const name = [{ name: 'commonName', value: '127.0.0.1' }];
	const { private: key, cert } = await generate(name, { extensions: ADDRESS, ...changes });
	return { key, cert };
}

describe('an appointment that was never sent', () => {
	// The engine that asks, whatever it asks.
	useSimulator();
	const servers: Server[] = [];
	/** What the servers have read of requests. */
	let received = '';

	async function listen(server: Server): Promise<string> {
		servers.push(server);
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		return `127.0.0.1:${(server.address() as AddressInfo).port}`;
	}

	async function secure(options: TlsOptions): Promise<string> {
		const server = createTlsServer(options, (client) => {
			client.on('data', (data) => (received += data.toString())).on('error', () => {});
		});
		return await listen(server.on('tlsClientError', () => {}));
	}

	/** A server that takes connections, and does this with each. */
	const rude = async (rudeness: (client: { destroy(): void; write(text: string): void }) => void) =>
		await listen(
			createServer((client) => {
				client.on('error', () => {});
				client.once('data', () => rudeness(client));
			}),
		);

	beforeEach(() => (received = ''));
	afterAll(() => servers.forEach((server) => server.close()));

	const attempts: Array<[string, () => Promise<string>, RegExp]> = [
		[
			'a certificate that is not valid yet',
			async () => await secure(await certificate({ notBeforeDate: new Date(Date.now() + DAY) })),
			/^The server's certificate is not trusted/,
		],
		[
			'a certificate that is no longer valid',
			async () => {
				const notBeforeDate = new Date(Date.now() - 9 * DAY);
				const notAfterDate = new Date(Date.now() - DAY);
				return await secure(await certificate({ notBeforeDate, notAfterDate }));
			},
			/^The server's certificate is not trusted/,
		],
		[
			'a certificate by an authority that nobody knows',
			async () => {
				const ca = await certificate();
				return await secure(await certificate({ ca }));
			},
			/^The server's certificate is not trusted/,
		],
		[
			'a version of TLS that is too old',
			async () => {
				const old = {
					minVersion: 'TLSv1',
					maxVersion: 'TLSv1.1',
					ciphers: 'ALL:@SECLEVEL=0',
				} as const;
				return await secure({ ...(await certificate()), ...old });
			},
			/^No secure connection could be made/,
		],
		[
			'a connection that is cut before it is secure',
			async () => await rude((client) => client.destroy()),
			/^No secure connection could be made|^The connection was cut before anything was sent/,
		],
		[
			'something else than https',
			async () => await rude((client) => client.write('HTTP/1.1 400 Bad Request\r\n\r\n')),
			/^The server does not speak https at this port/,
		],
		[
			'no word of its own',
			async () => await rude(() => {}),
			/^The server did not take the connection in time/,
		],
	];

	it.each(attempts)('says so, where the server has %s', async (_name, start, message) => {
		const baseUrl = `https://${await start()}/SuperOffice`;
		const options = { timeout: 1000, maxTries: 1 };
		const { error } = await runNode({ baseUrl }, { title: 'A', options });
		expect(error?.message).toMatch(message);
		expect(error?.description).toMatch(/^Nothing was sent\. /);
		expect(error?.description).not.toContain('saved');
		expect(received).toBe('');
	});

	it('says so, where the server asks for a certificate that n8n does not have', async () => {
		const host = await secure({ ...(await certificate()), requestCert: true });
		const credential = { allowUnauthorizedCerts: true };
		const run = { credential };
		const baseUrl = `https://${host}/SuperOffice`;
		const { error } = await runNode({ baseUrl }, { title: 'A', options: { maxTries: 1 } }, run);
		expect(error?.message).toMatch(/^No secure connection could be made/);
		expect(received).toBe('');
	});

	it('says so of a change, too', async () => {
		const host = await secure(await certificate({ notBeforeDate: new Date(Date.now() + DAY) }));
		const parameters = { operation: 'update', appointmentId: byId(305), title: 'A' };
		const { error } = await runNode({ baseUrl: `https://${host}/SuperOffice` }, parameters);
		expect(error?.description).toMatch(/^Nothing was sent\. /);
	});

	it('is not said of one that was, whose connection is then cut', async () => {
		const server = createTlsServer(await certificate(), (client) => {
			client
				.on('error', () => {})
				.on('data', (data) => {
					received += data.toString();
					client.destroy();
				});
		});
		const baseUrl = `https://${await listen(server)}/SuperOffice`;
		const run = { credential: { allowUnauthorizedCerts: true } };
		const { error } = await runNode({ baseUrl }, { title: 'A' }, run);
		expect(error?.description).toMatch(/The change may have been made anyway/);
		expect(received).toContain('"Title":"A"');
	});
});

describe('what was thrown in place of an answer', () => {
	/** As n8n 2 keeps it, and n8n 1. */
	const kept = (code: string, words: string) => [
		{ message: 'Failed', cause: { code, message: words } },
		{ message: 'Failed', httpCode: code, messages: [words] },
	];
	const mayBeDone = (thrown: unknown) =>
		errorInfoForThrown(parseThrown(thrown)).outcomeUnknown === true;

	it.each([
		['ENOTFOUND', 'getaddrinfo ENOTFOUND crm.example'],
		['EAI_FAIL', 'getaddrinfo EAI_FAIL crm.example'],
		['ESERVFAIL', 'queryA ESERVFAIL crm.example'],
		['ECONNREFUSED', 'connect ECONNREFUSED 127.0.0.1:1'],
		['ECONNRESET', 'connect ECONNRESET 127.0.0.1:1'],
		['ETIMEDOUT', 'connect ETIMEDOUT 10.0.0.1:443'],
		['ENETDOWN', 'connect ENETDOWN 10.0.0.1:443'],
		['EADDRNOTAVAIL', 'bind EADDRNOTAVAIL 192.0.2.1'],
		['EMFILE', 'connect EMFILE 10.0.0.1:443 - Local (undefined:undefined)'],
		['ENFILE', 'socket ENFILE'],
		['ENOBUFS', 'connect ENOBUFS 10.0.0.1:443'],
		['CERT_NOT_YET_VALID', 'certificate is not yet valid'],
		['UNABLE_TO_GET_ISSUER_CERT', 'unable to get issuer certificate'],
		['CRL_HAS_EXPIRED', 'CRL has expired'],
		['HOSTNAME_MISMATCH', 'hostname mismatch'],
		['ERR_TLS_CERT_ALTNAME_INVALID', "Hostname/IP does not match certificate's altnames"],
		['ERR_SSL_NO_PROTOCOLS_AVAILABLE', 'no protocols available'],
		['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', 'tlsv1 alert protocol version'],
		['ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE', 'sslv3 alert handshake failure'],
		[
			'EPROTO',
			'write EPROTO 1:error:0A000410:SSL routines:ssl3_read_bytes:alert handshake failure',
		],
		[
			'ECONNRESET',
			'Client network socket disconnected before secure TLS connection was established',
		],
		['ERR_INVALID_URL', 'Invalid URL'],
		['ERR_INVALID_CHAR', 'Invalid character in header content ["X"]'],
		['ERR_UNESCAPED_CHARACTERS', 'Request path contains unescaped characters'],
	])('%s (%s) was never sent', (code, words) => {
		expect(kept(code, words).map(mayBeDone)).toEqual([false, false]);
	});

	it.each([
		['ECONNRESET', 'read ECONNRESET'],
		['ECONNRESET', 'socket hang up'],
		['EPIPE', 'write EPIPE'],
		['EHOSTUNREACH', 'read EHOSTUNREACH'],
		['ENETDOWN', 'read ENETDOWN'],
		['ETIMEDOUT', 'read ETIMEDOUT'],
		['ECONNABORTED', 'timeout of 1000ms exceeded'],
		['ERR_CANCELED', 'canceled'],
		['ERR_BAD_RESPONSE', 'stream has been aborted'],
		['HPE_INVALID_CONSTANT', 'Parse Error: Expected HTTP/'],
		['ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC', 'decryption failed or bad record mac'],
		['ERR_SSL_UNEXPECTED_EOF_WHILE_READING', 'unexpected eof while reading'],
		['EWHATEVER', 'whatever comes next'],
	])('%s (%s) may be done', (code, words) => {
		expect(kept(code, words).map(mayBeDone)).toEqual([true, true]);
	});

	it.each([
		['a time-out', 'ECONNABORTED'],
		['a cut connection', 'ECONNRESET'],
		['the end of the execution', 'ERR_CANCELED'],
	])('%s was never sent where the request was not handed over', (_name, code) => {
		const thrown = (request: object) => ({ message: 'F', cause: { code, message: 'f', request } });
		const socket = { secureConnecting: true };
		expect(mayBeDone(thrown({ writableFinished: false }))).toBe(false);
		expect(mayBeDone(thrown({ writableFinished: true, socket }))).toBe(false);
		expect(mayBeDone(thrown({ writableFinished: true, socket: {} }))).toBe(true);
		expect(mayBeDone(thrown({}))).toBe(true);
	});
});
