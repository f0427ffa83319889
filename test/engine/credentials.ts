import {
	getCredentialOwnRequestAllowedDomains,
	ICredentials,
	ICredentialsHelper,
	isExpression,
	type ICredentialDataDecryptedObject,
	type ICredentialsExpressionResolveValues,
	type ICredentialType,
	type IExecuteData,
	type IHttpRequestHelper,
	type IHttpRequestOptions,
	type INode,
	type INodeCredentialsDetails,
	type INodeProperties,
	type IRequestOptionsSimplified,
	type IWorkflowExecuteAdditionalData,
	type WorkflowExecuteMode,
} from 'n8n-workflow';

import { applyDefaults, propertiesOf } from './credentialData';

/** A saved credential. */
export interface SavedCredential {
	type: string;
	data: ICredentialDataDecryptedObject;
}

/** A saved credential as n8n's helper hands it out; nothing is encrypted here. */
class Stored extends ICredentials {
	constructor(
		details: INodeCredentialsDetails,
		private readonly saved: SavedCredential,
	) {
		super(details, saved.type);
	}

	async getData(): Promise<ICredentialDataDecryptedObject> {
		return await Promise.resolve(this.saved.data);
	}

	async setData(data: ICredentialDataDecryptedObject): Promise<void> {
		this.saved.data = await Promise.resolve(data);
	}

	async updateData(toUpdate: ICredentialDataDecryptedObject): Promise<void> {
		await this.setData({ ...this.saved.data, ...toUpdate });
	}

	getDataToSave(): never {
		throw new Error('The tests encrypt no credentials');
	}
}

/** Requests of an authentication step keep to the domains that the credential allows. */
function within(
	{ helpers }: IHttpRequestHelper,
	credentials: ICredentialDataDecryptedObject,
): IHttpRequestHelper {
	const allowedDomains = getCredentialOwnRequestAllowedDomains(credentials);
	return {
		helpers: {
			httpRequest: async (options) =>
				(await helpers.httpRequest(
					allowedDomains === undefined ? options : { ...options, allowedDomains },
				)) as unknown,
		},
	};
}

/** Handles credentials as the server does (CredentialsHelper of n8n 2.41.1), with a store of its own. */
export class TestCredentials extends ICredentialsHelper {
	/** How often a credential was decrypted. */
	decryptions = 0;

	/** How often a renewed credential was stored. */
	renewals = 0;

	/** The credentials as they are stored now. */
	readonly saved: Record<string, SavedCredential>;

	constructor(
		private readonly types: Record<string, ICredentialType>,
		saved: Record<string, SavedCredential>,
	) {
		super();
		this.saved = structuredClone(saved);
	}

	getParentTypes(name: string): string[] {
		const parents = this.types[name].extends ?? [];
		return [...parents, ...parents.flatMap((parent) => this.getParentTypes(parent))];
	}

	isCredentialUsableByNode(): boolean {
		return true;
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		requestOptions: IHttpRequestOptions | IRequestOptionsSimplified,
	): Promise<IHttpRequestOptions> {
		const { authenticate } = this.types[typeName];
		if (typeof authenticate !== 'function') throw new Error(`${typeName} has no authenticate`);
		return await authenticate(credentials, requestOptions as IHttpRequestOptions);
	}

	async preAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		node: INode,
		credentialsExpired: boolean,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		const { name, properties, preAuthentication } = this.types[typeName];
		const expirable = properties.find(
			({ type, typeOptions }) => type === 'hidden' && typeOptions?.expirable === true,
		)?.name;
		if (expirable === undefined || typeof preAuthentication !== 'function') return undefined;
		const isTested = node.parameters.temp === '' && node.type === 'n8n-nodes-base.noOp';
		if (credentials[expirable] !== '' && !credentialsExpired && !isTested) return undefined;
		const output = (await preAuthentication.call(
			within(helpers, credentials),
			credentials,
		)) as ICredentialDataDecryptedObject;
		if (output[expirable] === undefined || !node.credentials) return undefined;
		const details = node.credentials[name];
		const stored = await (await this.getCredentials(details, name)).getData();
		const renewed = Object.entries(output).filter(
			([key]) => key === expirable || !isExpression(stored[key]),
		);
		await this.updateCredentials(details, name, { ...stored, ...Object.fromEntries(renewed) });
		return Object.assign(credentials, output);
	}

	async runPreAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		const { preAuthentication } = this.types[typeName];
		if (typeof preAuthentication !== 'function') return undefined;
		const output = await preAuthentication.call(within(helpers, credentials), credentials);
		return output as ICredentialDataDecryptedObject | undefined;
	}

	async getCredentials(details: INodeCredentialsDetails, type: string): Promise<ICredentials> {
		const key = details.id ?? details.name;
		const saved = this.saved[key];
		if (!saved || saved.type !== type) throw new Error(`There is no credential "${key}"`);
		return await Promise.resolve(new Stored(details, saved));
	}

	async getDecrypted(
		additionalData: IWorkflowExecuteAdditionalData,
		details: INodeCredentialsDetails,
		type: string,
		mode: WorkflowExecuteMode,
		_executeData?: IExecuteData,
		raw?: boolean,
		around?: ICredentialsExpressionResolveValues,
	): Promise<ICredentialDataDecryptedObject> {
		this.decryptions += 1;
		const data = await (await this.getCredentials(details, type)).getData();
		const properties = this.getCredentialsProperties(type);
		return raw ? data : await applyDefaults(properties, data, additionalData, mode, around);
	}

	async updateCredentials(
		details: INodeCredentialsDetails,
		type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<void> {
		await (await this.getCredentials(details, type)).setData(data);
		this.renewals += 1;
	}

	async updateCredentialsOauthTokenData(
		details: INodeCredentialsDetails,
		type: string,
		{ oauthTokenData }: ICredentialDataDecryptedObject,
	): Promise<void> {
		await (await this.getCredentials(details, type)).updateData({ oauthTokenData });
		this.renewals += 1;
	}

	getCredentialsProperties(type: string): INodeProperties[] {
		return propertiesOf(this.types, type);
	}
}
