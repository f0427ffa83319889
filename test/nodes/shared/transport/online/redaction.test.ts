import type { IDataObject } from 'n8n-workflow';

import { engineLog, useOnline } from '../../../../support';
import { BYTES, WRITTEN } from '../written';
import { connected, createAppointments, systemUser } from './logins';

const encodings = { 'as they are': (text: string) => text, ...WRITTEN, ...BYTES };

describe('the secrets of a login, when SuperOffice repeats them', () => {
	const online = useOnline();

	/** The message, and all that is stored, of an execution whose one call repeats secrets. */
	async function repeated(login: ReturnType<typeof connected>, said: string[]) {
		const Message = said.map((secret) => `<${secret}>`).join(' ');
		online().service.answerNext({ status: 400, body: { Message } });
		const { error, stored } = await createAppointments(online(), login);
		expect(error?.message.replaceAll('=', '')).toBe(
			`SuperOffice reports an invalid request: ${said.map(() => '<***>').join(' ')}`,
		);
		for (const secret of said) {
			expect(stored).not.toContain(JSON.stringify(secret).slice(1, -1));
			expect(engineLog()).not.toContain(secret);
		}
	}

	describe.each(Object.entries(encodings))('in this encoding: %s', (_name, written) => {
		it('are taken out with OAuth2', async () => {
			const login = connected(online(), { clientSecret: 'pä ss:w+ö&rd%41' });
			const { clientSecret, oauthTokenData } = login.data;
			const { access_token: access, refresh_token: refresh } = oauthTokenData as IDataObject;
			await repeated(login, [clientSecret, access, refresh].map(String).map(written));
		});

		it('are taken out with a system user', async () => {
			const login = systemUser(online());
			const { clientSecret, systemUserToken, privateKey } = login.data;
			const { credentials } = await createAppointments(online(), login);
			const { ticket } = credentials.main.data;
			const secrets = [clientSecret, systemUserToken, ticket, privateKey].map(String);
			await repeated(credentials.main, secrets.map(written));
		});
	});
});
