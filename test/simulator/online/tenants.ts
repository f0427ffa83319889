import { environmentOf, tenantHost, type Environment } from './hosts';

/** A second customer, who uses the same app. */
export const OTHER_TENANT = 'Cust54321';

/** A customer's installation, as the state service tells it. */
export interface Tenant {
	id: string;
	subdomain: string;
	/** One of the documented states, such as `Running` or `Suspended`. */
	state: string;
	isRunning: boolean;
	/** How long an answer of the state service holds. */
	validForSeconds: number;
	/** Overrides the address of the web service that is told. */
	api?: string;
	/** Serial number of the database. */
	serial: string;
	/** What the app signs to get a system user's ticket. */
	systemUserToken: string;
	/** Whether the app was registered with access to the Webhook calls, which is not so by default. */
	mayUseWebhooks: boolean;
}

/**
 * The tenants as they are when nothing has happened to them.
 * @param id of the first: whoever asks remembers where a tenant is, so that a new test takes a new one
 */
export const seedTenants = (id: string): Tenant[] => [
	{
		id,
		subdomain: 'online2',
		state: 'Running',
		isRunning: true,
		validForSeconds: 300,
		serial: '1801550193',
		systemUserToken: 'n8n of the tests-8k8Q7DmBgo',
		mayUseWebhooks: true,
	},
	{
		id: OTHER_TENANT,
		subdomain: 'online3',
		state: 'Running',
		isRunning: true,
		validForSeconds: 300,
		serial: '1907660284',
		systemUserToken: 'n8n of the tests-Zr2fW0xKqa',
		mayUseWebhooks: true,
	},
];

/** Root of a tenant's installation; the web service is below it. */
export const rootOf = ({ subdomain, id }: Tenant): string =>
	`https://${tenantHost(subdomain)}/${id}`;

export const environmentOfTenant = ({ subdomain }: Tenant): Environment => environmentOf(subdomain);

/** A tenant by its id, in any case. */
export const findTenant = (tenants: Tenant[], id: string): Tenant | undefined =>
	tenants.find((tenant) => tenant.id.toLowerCase() === id.toLowerCase());

/** The API's version as it describes itself; documented by a sample only. */
const VERSION = 'SuperOffice 10.3 NetServer 10.3 Release';

/**
 * What GET /api/state/{tenant} answers (documentation of the tenant status). That a tenant which is
 * not there, or is in another environment, has the documented state Unknown under HTTP 200 is a guess.
 */
export function stateOf(tenants: Tenant[], id: string, environment: Environment): object {
	const tenant = findTenant(tenants, id);
	// .NET writes seven digits.
	const until = (seconds: number) =>
		new Date(Date.now() + seconds * 1000).toISOString().replace('Z', '2965Z');
	if (!tenant || environmentOfTenant(tenant) !== environment) {
		return {
			ContextIdentifier: id,
			Endpoint: null,
			State: 'Unknown',
			IsRunning: false,
			ValidUntil: until(60),
			Api: null,
			Version: null,
		};
	}
	return {
		ContextIdentifier: tenant.id,
		Endpoint: rootOf(tenant),
		State: tenant.state,
		IsRunning: tenant.isRunning,
		ValidUntil: until(tenant.validForSeconds),
		Api: tenant.api ?? `${rootOf(tenant)}/api`,
		Version: VERSION,
	};
}
