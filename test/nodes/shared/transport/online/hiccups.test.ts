import { OperationalError, type IExecuteFunctions } from 'n8n-workflow';

import type { CredentialType } from '../../../../../nodes/shared/transport/authStrategies';
import { locateTenant } from '../../../../../nodes/shared/transport/online/tenant';
import { openSession } from '../../../../../nodes/shared/transport/session';

const DAY = 86_400_000;

const answerOf = (body: unknown, statusCode = 200) => ({ statusCode, headers: {}, body });

const stateOf = (tenant: string) =>
	answerOf({ IsRunning: true, Api: `https://online2.superoffice.com/${tenant}/api` });

describe('where the state service does not answer, a tenant', () => {
	const tenant = { server: 'https://online.superoffice.com', id: 'Cust77' };
	const service = 'https://online2.superoffice.com/Cust77';
	const isDown = async () => await Promise.reject(new OperationalError('Down'));

	beforeEach(async () => {
		await locateTenant(async () => await Promise.resolve(stateOf('Cust77')), tenant);
		// Its answer has expired.
		const later = Date.now() + 2 * DAY;
		jest.spyOn(Date, 'now').mockImplementation(() => later);
	});

	afterEach(() => jest.restoreAllMocks());

	it('is still where it was', async () => {
		expect(await locateTenant(isDown, tenant)).toBe(service);
	});

	it('is not, once that address has said so', async () => {
		await expect(locateTenant(isDown, tenant, service)).rejects.toThrow('Down');
	});
});

describe('where n8n cannot read the credential after an answer', () => {
	const type: CredentialType = 'superOfficeOAuth2Api';
	const data = { environment: 'online', tenant: 'Cust78', clientId: 'app' };
	const credential = { ...data, oauthTokenData: { access_token: 'abc' } };

	async function refusal(answer: object): Promise<unknown> {
		const getCredentials = jest.fn().mockResolvedValueOnce({ ...credential });
		getCredentials.mockRejectedValue(new Error('No database'));
		const context = {
			getNode: () => ({ name: 'Node', parameters: { authentication: type } }),
			getCredentials,
			helpers: {
				httpRequest: async () => await Promise.resolve(stateOf('Cust78')),
				httpRequestWithAuthentication: async () => await Promise.resolve(answer),
			},
		};
		const session = await openSession(context as unknown as IExecuteFunctions);
		const request = { method: 'POST', path: 'Appointment', expect: 'nothing' } as const;
		return await session.request(request, 0).catch((error: unknown) => error);
	}

	it.each([
		['a failure', answerOf({ ErrorMessage: 'Token renewed-secret' }, 500)],
		['a page', answerOf('<title>Token renewed-secret</title>')],
	])('%s stays what it is, without words that may hold a secret', async (_name, answer) => {
		const error = await refusal(answer);
		expect(error).toMatchObject({
			message: expect.stringMatching(/left out, as n8n cannot read the credential$/) as string,
			description: expect.stringMatching(/^The change may have been made anyway/) as string,
		});
		expect(JSON.stringify(error)).not.toContain('renewed-secret');
	});
});
