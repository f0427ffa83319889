/** The environments of SuperOffice Online, by the subdomain that signs their users in. */
export const ENVIRONMENTS = ['sod', 'qaonline', 'online'] as const;

export type Environment = (typeof ENVIRONMENTS)[number];

const DOMAIN = '.superoffice.com';

/** Whether a host is one of SuperOffice's. */
export const isSuperOffice = (host: string): boolean =>
	host === DOMAIN.slice(1) || host.endsWith(DOMAIN);

/** Whether a host is a stranger's that is there to be reached. */
export const isForeign = (host: string): boolean => /^(.+\.)?attacker\.example$/.test(host);

/** The host that signs an environment's users in. */
export const loginHost = (environment: Environment): string => `${environment}${DOMAIN}`;

/** The environment that a host signs users in to. */
export const environmentAt = (host: string): Environment | undefined =>
	ENVIRONMENTS.find((environment) => host === loginHost(environment));

/** The host of a subdomain that serves tenants. */
export const tenantHost = (subdomain: string): string => `${subdomain}${DOMAIN}`;

/** The environment of a tenant's subdomain; those without its name (app, disasterrecovery) are production. */
export function environmentOf(subdomain: string): Environment {
	return ENVIRONMENTS.find((environment) => subdomain.startsWith(environment)) ?? 'online';
}
