import {
	ICredentialsHelper,
	type ICredentialDataDecryptedObject,
	type ICredentialType,
	type IHttpRequestOptions,
	type INodeCredentialsDetails,
	type INodeProperties,
	type IRequestOptionsSimplified,
	type IWorkflowExecuteAdditionalData,
	NodeHelpers,
} from 'n8n-workflow';

/** A saved credential. */
export interface SavedCredential {
	type: string;
	data: ICredentialDataDecryptedObject;
}

/** Handles credentials as the server does: defaults filled in, `authenticate` called for each request. */
export class TestCredentials extends ICredentialsHelper {
	/** How often a credential was decrypted. */
	decryptions = 0;

	constructor(
		private readonly types: Record<string, ICredentialType>,
		private readonly saved: Record<string, SavedCredential>,
	) {
		super();
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

	async preAuthentication(): Promise<undefined> {
		return await Promise.resolve(undefined);
	}

	async runPreAuthentication(): Promise<undefined> {
		return await Promise.resolve(undefined);
	}

	async getCredentials(): Promise<never> {
		return await Promise.reject(new Error('The tests read credentials decrypted only'));
	}

	async getDecrypted(
		_additionalData: IWorkflowExecuteAdditionalData,
		{ id, name }: INodeCredentialsDetails,
		type: string,
	): Promise<ICredentialDataDecryptedObject> {
		this.decryptions += 1;
		const saved = this.saved[id ?? name];
		if (!saved || saved.type !== type) throw new Error(`There is no credential "${id ?? name}"`);
		const filled = NodeHelpers.getNodeParameters(
			this.getCredentialsProperties(type),
			saved.data as never,
			true,
			false,
			null,
			null,
		);
		return await Promise.resolve({ ...(filled as ICredentialDataDecryptedObject), ...saved.data });
	}

	async updateCredentials(): Promise<void> {
		await Promise.reject(new Error('No credential of the tests is renewed'));
	}

	async updateCredentialsOauthTokenData(): Promise<void> {
		await Promise.reject(new Error('No credential of the tests is renewed'));
	}

	getCredentialsProperties(type: string): INodeProperties[] {
		return this.types[type].properties;
	}
}
