import type { ICredentialType, INodeProperties } from 'n8n-workflow';

import { SuperOfficeApi } from '../../credentials/SuperOfficeApi.credentials';
import { SuperOfficeOAuth2Api } from '../../credentials/SuperOfficeOAuth2Api.credentials';
import { SuperOfficeSystemUserApi } from '../../credentials/SuperOfficeSystemUserApi.credentials';
import { SuperOffice } from '../../nodes/SuperOffice/SuperOffice.node';
import { authenticate } from '../../nodes/shared/transport/authenticate';
import { SECRET_PARAMETERS } from '../../nodes/shared/transport/redact';
import { LOGIN } from '../simulator';

const credentials = [
	new SuperOfficeApi(),
	new SuperOfficeOAuth2Api(),
	new SuperOfficeSystemUserApi(),
];

/** The properties that a form shows while these values are set. */
const shownOf = (properties: INodeProperties[], values: Record<string, unknown>) =>
	properties.filter(({ displayOptions }) =>
		Object.entries(displayOptions?.show ?? {}).every(([name, wanted]) =>
			(wanted as unknown[]).includes(values[name]),
		),
	);

describe('the credentials', () => {
	it('mask every secret; what is masked is kept out of errors', () => {
		const properties = credentials.flatMap((credential) => credential.properties);
		const masked = properties.filter(({ typeOptions }) => typeOptions?.password);
		// The client secret is masked by n8n's own oAuth2Api as well.
		expect(new Set(masked.map(({ name }) => name))).toEqual(new Set(SECRET_PARAMETERS));
	});

	it('are what the node offers, each where it is chosen', () => {
		const { description } = new SuperOffice();
		const offered = description.credentials?.map(({ name, displayOptions }) => [
			name,
			displayOptions?.show?.authentication,
		]);
		expect(offered).toEqual(credentials.map(({ name }) => [name, [name]]));
		const choice = description.properties.find(({ name }) => name === 'authentication');
		expect(choice).toMatchObject({ default: 'superOfficeApi', noDataExpression: true });
	});

	it('of SuperOffice Online have these parameters, for ever', () => {
		const [, ...online] = credentials.map(({ properties }) => properties.map(({ name }) => name));
		expect(online).toEqual([
			[
				'environment',
				'tenant',
				'grantType',
				'authUrl',
				'accessTokenUrl',
				'scope',
				'authQueryParameters',
				'authentication',
				'allowedHttpRequestDomains',
				'allowedDomains',
			],
			[
				'environment',
				'tenant',
				'clientSecret',
				'systemUserToken',
				'privateKey',
				'ticket',
				'signedInAs',
				'webService',
			],
		]);
	});

	/** What n8n shows as required while these values are set. */
	const requiredOf = ({ properties }: ICredentialType, values: Record<string, unknown>) =>
		shownOf(properties, values).flatMap(({ name, required }) => (required ? [name] : []));

	it.each([
		['basic', ['username', 'password']],
		['bearer', ['accessToken']],
		['soTicket', ['ticket']],
		['session', ['xsrfToken', 'sessionCookie']],
	])('by address and login mark what %s needs as required', (authentication, needed) => {
		expect(requiredOf(new SuperOfficeApi(), { authentication })).toEqual(['baseUrl', ...needed]);
	});

	it('of a system user mark all that is needed as required', () => {
		expect(requiredOf(new SuperOfficeSystemUserApi(), {})).toEqual([
			'tenant',
			'clientSecret',
			'systemUserToken',
			'privateKey',
		]);
	});

	it.each([
		['basic', false],
		['session', false],
		['bearer', true],
		['soTicket', true],
	])('show the application token for %s: %s', (authentication, isShown) => {
		const shown = shownOf(new SuperOfficeApi().properties, { authentication });
		expect(shown.some(({ name }) => name === 'appToken')).toBe(isShown);
	});

	it.each(['basic', 'session'])('send no application token that is hidden, by %s', async (way) => {
		const credential = { ...LOGIN, baseUrl: 'https://crm.example.com', authentication: way };
		const { headers } = await authenticate(credential, { url: 'User/currentPrincipal' });
		expect(headers).not.toHaveProperty('SO-AppToken');
	});
});
