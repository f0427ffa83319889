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
	/**
	 * Makes n8n renew the login if SuperOffice refuses it.
	 * @returns whether the login holds now
	 * @throws UserError when it cannot be renewed as the credential is
	 * @throws OperationalError when there was no answer
	 */
	renew(root: string): Promise<boolean>;
	helper: IHttpRequestHelper;
}
