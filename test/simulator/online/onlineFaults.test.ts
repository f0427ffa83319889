/* eslint-disable @n8n/community-nodes/no-restricted-imports -- tests of a server, never part of the package */
import { request } from 'node:http';

import {
	createAppointments,
	numbered,
	systemUser,
} from '../../nodes/shared/transport/online/logins';
import { useOnline } from '../../support';
import type { Faults } from '../faults/faults';
import { ask } from './ask';

const TITLE = 'An appointment';

describe('faults of SuperOffice Online', () => {
	const online = useOnline();

	const loggedIn = () => ({ Authorization: `Bearer ${String(online().grant().access_token)}` });
	const post = async (headers: Record<string, string> = loggedIn()) =>
		await ask(online(), `${online().service.baseUrl}/api/v1/Appointment`, {
			method: 'POST',
			headers: { ...headers, 'Content-Type': 'application/json' },
			body: JSON.stringify({ Title: TITLE }),
		});
	const created = () => online().service.data.appointments.get(306)?.Title;

	it.each<[string, Faults]>([
		['before it is done', { resetBefore: 1 }],
		['after it is done', { resetAfter: 1 }],
		['in the middle of the body', { truncated: 1 }],
	])('cut the connection %s', async (_name, faults) => {
		online().service.fail(faults);
		await expect(post()).rejects.toThrow(/aborted|hang up|ECONNRESET/);
		expect(created()).toBe('resetBefore' in faults ? undefined : TITLE);
		expect(online().service.load.faults).toEqual(faults);
	});

	it('reach those who address the proxy as a whole', async () => {
		online().service.fail({ truncated: 1, only: ({ method }) => method === 'POST' });
		const { hostname, port } = new URL(online().proxyUrl);
		const path = `${online().service.baseUrl}/api/v1/Appointment`;
		const headers = { ...loggedIn(), host: new URL(path).host, 'content-type': 'application/json' };
		const cut = new Promise((resolve, reject) => {
			const options = { hostname, port, path, method: 'POST', headers };
			const asking = request(options, (answer) => {
				answer.resume().on('error', reject).on('end', resolve);
			});
			asking.on('error', reject).end(JSON.stringify({ Title: TITLE }));
		});
		await expect(cut).rejects.toThrow('aborted');
		expect(created()).toBe(TITLE);
	});

	it('refuse what is too much and what is ill', async () => {
		online().service.fail({ capacity: { atOnce: 0, retryAfter: 2 } });
		expect(await post()).toMatchObject({ status: 429, headers: { 'retry-after': '2' } });
		online().service.fail({ html: 1 });
		expect((await post()).text).toContain('<html>');
		expect(created()).toBeUndefined();
	});

	it('end all tokens after so many requests; new ones hold', async () => {
		const headers = loggedIn();
		online().service.fail({ loginEndsAfter: 2 });
		const statuses: number[] = [];
		for (let at = 0; at < 3; at++) statuses.push((await post(headers)).status);
		expect(statuses).toEqual([200, 200, 401]);
		expect((await post()).status).toBe(200);
		expect((await post(headers)).status).toBe(401);
	});

	it("end a system user's ticket; the node gets another one", async () => {
		online().service.fail({ loginEndsAfter: 3 });
		const options = { items: numbered(6) };
		const result = await createAppointments(online(), systemUser(online()), options);
		expect(result.error).toBeUndefined();
		expect(result.renewals).toBeGreaterThan(1);
		expect(online().service.load.faults).toEqual({ loginEndsAfter: 1 });
	});
});
