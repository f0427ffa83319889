import type { FastifyRequest } from 'fastify';

/** Who asks. */
export interface Caller {
	/** The customer online, `Default` on-site. */
	context: string;
	/** Whether the app may use the Webhook calls, which it has to be registered for online. */
	mayUseWebhooks: boolean;
}

/** Whether a request is served, and who asks. It throws a Failure for one that is not served. */
export type Authenticate = (request: FastifyRequest) => Caller;

/** The way into a web service. */
export interface Authenticator {
	authenticate: Authenticate;
	/** Ends all logins that were given out. */
	endLogins(): void;
	/** Lets logins that ended hold again, where none is given out in their place. */
	renewLogins?(): void;
}
