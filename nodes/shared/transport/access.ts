import type { IHttpRequestHelper } from 'n8n-workflow';

import type { Secrets } from './credential';

/** A way that a request has taken: to which address, and after how many renewals of the login. */
export interface Way {
	/** The API's root, such as `https://online2.superoffice.com/Cust12345/api/v1`. */
	root: string;
	renewals: number;
}

/** How one kind of credential gets to the web service. */
export interface Access {
	/** Whether the address is SuperOffice Online's own, and none that a person entered. */
	isOnline: boolean;
	/** The way that a request takes now. */
	find(): Promise<Way>;
	/** Mends what an answer's status tells of the way it took; whether to send the request again. */
	mend(status: number, way: Way): Promise<boolean>;
}

/** What an access is made of. */
export interface Entrance {
	/** As n8n decrypted it; what is renewed comes in here. */
	credential: Secrets;
	/** Reads the credential anew, as another execution may have renewed it. */
	reread(): Promise<void>;
	/**
	 * Lets n8n renew the login and keep it, by a call that changes nothing.
	 * @returns the status of SuperOffice's answer
	 * @throws what n8n has thrown in place of an answer
	 */
	probe(root: string): Promise<number>;
	/** Takes the secrets out of a text. */
	redact(text: string): string;
	helper: IHttpRequestHelper;
}
