import sortBy from 'lodash/sortBy';
import type { IDataObject } from 'n8n-workflow';

import type { SavedCredential } from '../../../../engine/credentials';
import type { Online } from '../../../../simulator/online';
import { NEXT, runNode, type Run } from '../../../../support';
import type { Result } from '../../../../engine/remote';

/** A connected OAuth2 credential. */
export function connected(online: Online, changes: IDataObject = {}): SavedCredential {
	const { clientId, clientSecret } = online.app;
	const oauthTokenData = online.grant() as IDataObject;
	const data = { environment: 'online', tenant: '', clientId, clientSecret, oauthTokenData };
	return { type: 'superOfficeOAuth2Api', data: { ...data, ...changes } };
}

/** A system user's credential, which has never signed in. */
export function systemUser(online: Online, changes: IDataObject = {}): SavedCredential {
	const { clientSecret, systemUserToken, privateKeyXml: privateKey } = online.app;
	const data = {
		environment: 'online',
		tenant: online.tenant.id,
		clientSecret,
		systemUserToken,
		privateKey,
	};
	return { type: 'superOfficeSystemUserApi', data: { ...data, ...changes } };
}

/** Items with titles of their own. */
export const numbered = (count: number): IDataObject[] =>
	Array.from({ length: count }, (_, index) => ({ title: `Appointment ${index}` }));

/** Creates an appointment for each item. */
export async function createAppointments(
	online: Online,
	login: SavedCredential,
	run: Run = {},
): Promise<Result> {
	const parameters = { title: '={{ $json.title }}' };
	return await runNode(online.service, parameters, { items: numbered(1), ...run, login });
}

/** Titles of the appointments that were created, in the order of the items. */
export const createdTitles = ({ service }: Online): unknown[] =>
	sortBy(
		[...service.data.appointments.values()]
			.map(({ Title }) => String(Title))
			.filter((title) => /^Appointment \d+$/.test(title)),
		(title) => Number(title.split(' ')[1]),
	);

/** Titles that came out, in their order. */
export const titlesOf = (result: Result): unknown[] =>
	result.itemsOf(NEXT).map(({ json }) => json.Title);

/** Requests to the login hosts whose path starts so. */
export const asked = ({ loginRequests }: Online, path: string) =>
	loginRequests.filter((request) => request.path.toLowerCase().startsWith(path.toLowerCase()));

export const EXCHANGE_PATH = '/login/api/partnersystemuser';
export const GRANT_PATH = '/login/common/oauth/tokens';
export const STATE_PATH = '/api/state';

/** All that has left for hosts that are not SuperOffice's, and all that the engine was told. */
export function expectNothingLeaked(online: Online, { stored }: Result, secrets: unknown[]): void {
	expect(online.foreignRequests).toEqual([]);
	const texts = secrets.map(String).filter((secret) => secret !== '');
	expect(texts.filter((secret) => stored.includes(JSON.stringify(secret).slice(1, -1)))).toEqual(
		[],
	);
}
