import { SuperOfficeApi } from '../../credentials/SuperOfficeApi.credentials';
import { SuperOfficeOAuth2Api } from '../../credentials/SuperOfficeOAuth2Api.credentials';
import { SuperOfficeSystemUserApi } from '../../credentials/SuperOfficeSystemUserApi.credentials';
import { SuperOffice } from '../../nodes/SuperOffice/SuperOffice.node';
import { SECRET_PARAMETERS } from '../../nodes/shared/transport/secrets';

const credentials = [
	new SuperOfficeApi(),
	new SuperOfficeOAuth2Api(),
	new SuperOfficeSystemUserApi(),
];

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
});
