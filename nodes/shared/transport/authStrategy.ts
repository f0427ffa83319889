import type { IHttpRequestHelper } from 'n8n-workflow';

import type { CredentialData } from './credential';

/** The route of a request: address, and number of login renewals so far. */
export interface Route {
	/** The API's root, such as `https://online2.superoffice.com/Cust12345/api/v1`. */
	root: string;
	renewals: number;
}

/** How one type of credential reaches the web service. */
export interface AuthStrategy {
	/** Whether the address is SuperOffice Online's own, and none that a person entered. */
	isOnline: boolean;
	/** The current route. */
	route(): Promise<Route>;
	/** Recovers from a status such as 401 or 421; true if the request should be sent again. */
	recover(status: number, way: Route): Promise<boolean>;
}

/** Dependencies of an AuthStrategy. */
export interface AuthContext {
	/** The decrypted credential, updated in place on renewal. */
	credential: CredentialData;
	/** Reads the credential anew, as another execution may have renewed it. */
	reread(): Promise<void>;
	/**
	 * Makes n8n renew and store the login, by a read-only call.
	 * @returns the status of SuperOffice's answer
	 * @throws what n8n has thrown in place of an answer
	 */
	probe(root: string): Promise<number>;
	/** Takes the secrets out of a text. */
	redact(text: string): string;
	helper: IHttpRequestHelper;
}
