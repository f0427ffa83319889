/* eslint-disable @n8n/community-nodes/no-restricted-imports -- servers of the tests, never part of the package */
import { mkdtempSync, rmSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { Recorded, Scripted, Simulator } from '../index';
import { Account, USER, type App } from './account';
import { makeCertificates, type Certificates } from './certificates';
import { environmentAt, isForeign } from './hosts';
import { keys, type Forgery } from './keys';
import { makeLoginService } from './loginService';
import { environmentFor, startProxy } from './proxy';
import { findTenant, rootOf, type Tenant } from './tenants';
import { makeWebService } from './webService';

export { OTHER_TENANT } from './tenants';

/** SuperOffice Online as it can be reached through a proxy, under its own names. */
export interface Online {
	/** What a process needs in its environment to reach all this. */
	environment: Record<string, string>;
	proxyUrl: string;
	/** For Chromium's --ignore-certificate-errors-spki-list. */
	spki: string;
	/** All hosts that the proxy was asked for, in order, those that are not there too. */
	hosts: string[];
	/** The web service of all tenants; its `baseUrl` is that of `tenant`. */
	service: Simulator;
	/** Requests to the hosts that sign in, in order. */
	loginRequests: Recorded[];
	/** Requests to hosts that are not SuperOffice's (attacker.example), which must stay empty. */
	foreignRequests: Array<Pick<Recorded, 'method' | 'host' | 'path' | 'headers'>>;
	app: App;
	/** Who signs in. */
	user: { name: string; password: string };
	/** The customer of this test as the state service tells it; may be changed. */
	readonly tenant: Tenant;
	/** Moves the tenant: its old host answers 421 from now on. */
	moveTenant(subdomain: string): void;
	expireAccessTokens(): void;
	expireTickets(): void;
	/** Ends the refresh tokens and what a system user token gets; signing in approves again. */
	revokeConsent(): void;
	/** Does something right before the web service serves its nth request from now, 1 being the next. */
	before(nth: number, action: () => void): void;
	/** Changes the next JWTs (id_token and a system user's); undefined makes them honest again. */
	forge(forgery: Forgery | undefined): void;
	/** Scripts the answer to the next request of a login path that starts so, such as `/api/state`. */
	answerNext(path: string, answer: Scripted): void;
	/** Gives out tokens as the round trip would, for tests that start connected. */
	grant(tenant?: string): Record<string, unknown>;
	reset(): void;
	close(): Promise<void>;
}

export interface OnlineOptions {
	/** The proxy's port; any free one by default. */
	port?: number;
	/** Made anew by default. */
	certificates?: Certificates;
}

/** Starts SuperOffice Online on loopback: its login hosts, its web service, and the way to them. */
export async function startOnline({ port, certificates }: OnlineOptions = {}): Promise<Online> {
	const folder = mkdtempSync(path.join(tmpdir(), 'superoffice-online-'));
	const { key, cert, authorityFile, spki } = certificates ?? (await makeCertificates(folder));
	const account = new Account(await keys());
	const login = makeLoginService(account);
	const web = makeWebService(account);
	const service = web.simulatorAt(() => rootOf(account.tenant));
	await Promise.all([login.app.ready(), web.app.ready()]);
	const foreignRequests: Online['foreignRequests'] = [];
	let pending: Array<{ in: number; action: () => void }> = [];

	const beforeServing = () => {
		for (const one of pending) one.in -= 1;
		const due = pending.filter((one) => one.in === 0);
		pending = pending.filter((one) => one.in > 0);
		for (const { action } of due) action();
	};
	const serve = (request: IncomingMessage, response: ServerResponse) => {
		const host = (request.headers.host ?? '').replace(/:443$/, '').toLowerCase();
		if (isForeign(host)) {
			const { method = '', url = '', headers } = request;
			foreignRequests.push({ method, host, path: url, headers });
			response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
		} else if (environmentAt(host)) login.app.routing(request, response);
		else {
			beforeServing();
			web.app.routing(request, response);
		}
	};
	const server = createServer({ key, cert }, serve);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const proxy = await startProxy((server.address() as AddressInfo).port, port);

	return {
		environment: environmentFor(proxy.port, authorityFile),
		proxyUrl: proxy.url,
		spki,
		hosts: proxy.hosts,
		service,
		loginRequests: login.requests,
		foreignRequests,
		app: account.app,
		user: USER,
		get tenant() {
			return account.tenant;
		},
		moveTenant: (subdomain) => void (account.tenant.subdomain = subdomain),
		expireAccessTokens: () => account.grants.expireAccessTokens(),
		expireTickets: () => account.grants.expireTickets(),
		revokeConsent: () => account.grants.revokeConsent(),
		before: (nth, action) => void pending.push({ in: nth, action }),
		forge: (forgery) => void (account.forgery = forgery),
		answerNext: login.answerNext,
		grant: (id = account.tenant.id) => {
			const tenant = findTenant(account.tenants, id);
			if (!tenant) throw new Error(`There is no tenant ${id}`);
			return account.granted(tenant);
		},
		reset: () => {
			account.reset();
			service.reset();
			login.reset();
			proxy.hosts.length = 0;
			foreignRequests.length = 0;
			pending = [];
		},
		close: async () => {
			await proxy.close();
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
			await Promise.all([login.app.close(), service.close()]);
			rmSync(folder, { recursive: true, force: true });
		},
	};
}
