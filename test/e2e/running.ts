/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- support of tests, never part of the package */
import { readFileSync } from 'node:fs';

import { startOnline, type Online } from '../simulator/online';
import { readCertificates } from '../simulator/online/certificates';
import { openWorld, type World } from './world';

/** The major version of the n8n that setup.ts has started. */
export const major = process.env.E2E_N8N ?? '2';

/** Starts what the tests of a file need beside it. */
export const openRunningWorld = async (): Promise<World> =>
	await openWorld(process.env.E2E_URL ?? '', major);

/** Starts SuperOffice Online where the running n8n looks for it. */
export const startRunningOnline = async (): Promise<Online> =>
	await startOnline({
		port: Number(process.env.E2E_PROXY_PORT),
		certificates: readCertificates(process.env.E2E_CERTIFICATES ?? ''),
	});

/** What the server has written to its output so far. */
export const serverLog = (): string => readFileSync(process.env.E2E_LOG ?? '', 'utf8');
