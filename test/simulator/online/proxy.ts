/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a proxy of the tests, never part of the package */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { request as requestTls } from 'node:https';
import { connect, type AddressInfo, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';

import { isForeign, isSuperOffice } from './hosts';

export interface Proxy {
	port: number;
	url: string;
	/** All hosts that were asked for, in order, those that are not there too. */
	hosts: string[];
	close(): Promise<void>;
}

/** What a process needs in its environment to go through a proxy on loopback, and to trust it. */
export const environmentFor = (port: number, authorityFile: string): Record<string, string> => ({
	HTTP_PROXY: urlAt(port),
	HTTPS_PROXY: urlAt(port),
	// Names that nobody has (RFC 2606) are to be looked up in vain, as without a proxy.
	NO_PROXY: '127.0.0.1,localhost,.invalid',
	NODE_EXTRA_CA_CERTS: authorityFile,
});

const urlAt = (port: number) => `http://127.0.0.1:${port}`;

const isThere = (host: string) => isSuperOffice(host) || isForeign(host);

/** Sends a request on that was addressed to the proxy as a whole, as axios 1 does. */
function forward(request: IncomingMessage, response: ServerResponse, target: URL, port: number) {
	const { hostname, pathname, search } = target;
	const onward = requestTls(
		{
			host: '127.0.0.1',
			port,
			servername: hostname,
			// The two ends of this are one process: there is nothing to verify.
			rejectUnauthorized: false,
			method: request.method,
			path: `${pathname}${search}`,
			headers: { ...request.headers, host: target.host },
		},
		(answer) => {
			response.writeHead(answer.statusCode ?? 502, answer.headers);
			answer.on('error', () => response.destroy());
			answer.pipe(response);
		},
	);
	onward.on('error', () => response.destroy());
	request.pipe(onward);
}

function refuse(response: ServerResponse, host: string): void {
	response.writeHead(502, { 'content-type': 'text/plain' }).end(`${host} is not there`);
}

/**
 * Starts a proxy on loopback that leads to a TLS server, whatever host of SuperOffice's or of a
 * stranger's is asked for; for others it answers 502. It opens tunnels (CONNECT), and forwards
 * requests with a whole address.
 * @param tlsPort where the server listens
 * @param port any free one by default
 */
export async function startProxy(tlsPort: number, port = 0): Promise<Proxy> {
	const hosts: string[] = [];
	const open = new Set<Duplex>();
	const server = createServer((request, response) => {
		const target = URL.canParse(request.url ?? '') ? new URL(request.url ?? '') : undefined;
		const host = target?.hostname ?? request.headers.host ?? '';
		hosts.push(host);
		// Nothing of SuperOffice's is there without TLS; a stranger takes what he gets.
		const goesOn = target?.protocol === 'https:' ? isThere(host) : isForeign(host);
		if (!target || !goesOn) return refuse(response, host);
		forward(request, response, target, tlsPort);
	});
	server.on('connect', (request: IncomingMessage, client: Duplex, head: Buffer) => {
		const [host, wanted] = (request.url ?? '').split(':');
		hosts.push(host);
		client.on('error', () => client.destroy());
		if (!isThere(host) || wanted !== '443') {
			client.end('HTTP/1.1 502 Bad Gateway\r\nConnection: close\r\n\r\n');
			return;
		}
		const tunnel: Socket = connect(tlsPort, '127.0.0.1', () => {
			client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
			tunnel.write(head);
			tunnel.pipe(client).pipe(tunnel);
		});
		tunnel.on('error', () => client.destroy());
		client.on('close', () => tunnel.destroy());
		open.add(client);
		client.on('close', () => open.delete(client));
	});
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', resolve);
	});
	const close = async () => {
		for (const client of open) client.destroy();
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	};
	const { port: own } = server.address() as AddressInfo;
	return { port: own, url: urlAt(own), hosts, close };
}
