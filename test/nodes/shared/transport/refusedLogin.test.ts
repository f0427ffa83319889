import type { IDataObject } from 'n8n-workflow';

import { LOGIN } from '../../../simulator';
import { poll, runNode, searchList, useSimulator, type Run } from '../../../support';

const { username, password, accessToken, ticket, xsrfToken, sessionCookie } = LOGIN;

const ITEMS = /other items/;

describe('the advice after a refused login', () => {
	const simulator = useSimulator();

	async function adviceFor(run: Run): Promise<string> {
		simulator().answerNext({ status: 401, body: {} });
		const { error } = await runNode(simulator(), { title: 'A' }, run);
		expect(error?.message).toBe('SuperOffice refused the login');
		return String(error?.description);
	}

	it.each<[string, IDataObject, RegExp, RegExp]>([
		['basic', { username, password }, /user name or the password/, /token|ticket|cookie/],
		['bearer', { accessToken }, /new access token/, /password|ticket|cookie/],
		['soTicket', { ticket }, /new ticket.*application token/, /password|access token|cookie/],
		['session', { xsrfToken, sessionCookie }, /XSRF token.*cookie/, /password|ticket/],
	])('names what a login by %s has, and nothing else', async (authentication, login, has, not) => {
		const advice = await adviceFor({ credential: { authentication, ...login } });
		expect(advice).toMatch(has);
		expect(advice).not.toMatch(not);
	});

	it('speaks of other items where there are any', async () => {
		expect(await adviceFor({ items: [{}, {}] })).toMatch(ITEMS);
		expect(await adviceFor({})).not.toMatch(ITEMS);
	});

	it('speaks of no items in a poll', async () => {
		simulator().answerNext({ status: 401, body: {} });
		const { error } = await poll(simulator(), {}, {}, { password: 'wrong in a poll' });
		expect(error?.description).toMatch(/^Correct the user name or the password/);
		expect(error?.description).not.toMatch(ITEMS);
	});

	it("speaks of no items in a form's list", async () => {
		simulator().answerNext({ status: 401, body: {} });
		const question = { method: 'task', path: 'additionalFields.task', filter: '' };
		await expect(searchList(simulator(), question)).rejects.toMatchObject({
			description: 'Correct the user name or the password of the credential. (HTTP 401)',
		});
	});
});
