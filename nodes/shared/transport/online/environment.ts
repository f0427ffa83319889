import { UserError } from 'n8n-workflow';

/** SuperOffice Online's environments, by the name of their login server. */
const ENVIRONMENTS = ['online', 'qaonline', 'sod'];

/**
 * The login server of an environment: the only hosts that ever see an app's secrets.
 * @returns such as `https://online.superoffice.com`
 * @throws UserError for anything that is no environment of SuperOffice's
 */
export function loginServerUrl(environment: unknown): string {
	const name = String(environment);
	if (ENVIRONMENTS.includes(name)) return `https://${name}.superoffice.com`;
	throw new UserError(
		'Environment (environment) of the credential is none of production, stage and development. Choose it from the list.',
	);
}

/**
 * A tenant's id, such as `Cust12345`.
 * @returns '' where none is given
 * @throws UserError for a text that cannot be one, and would be another address in an address
 */
export function parseTenantId(text: unknown): string {
	const id = String(text ?? '').trim();
	if (/^[\w-]{0,64}$/.test(id)) return id;
	throw new UserError(
		'Tenant (tenant) of the credential is not the ID of a tenant. Give it as SuperOffice shows it, such as Cust12345.',
	);
}

/** Whether a host is SuperOffice's, whatever it is numbered or named. */
const isSuperOfficeHost = (host: string) => /^[a-z\d-]+\.superoffice\.com$/.test(host);

/**
 * The root of a tenant's web service, out of any address of it.
 * @param address such as `https://online2.superoffice.com/Cust12345/api/v1/Appointment`
 * @returns such as `https://online2.superoffice.com/Cust12345`; undefined when the address is not
 * SuperOffice's own over https, or not this tenant's
 */
export function tenantServiceUrl(address: string, tenant: string): string | undefined {
	if (!URL.canParse(address)) return undefined;
	const { protocol, host, username, password, pathname } = new URL(address);
	const isOwn = protocol === 'https:' && isSuperOfficeHost(host) && username + password === '';
	const [, context = '', api = ''] = pathname.split('/');
	const isTenants = context.toLowerCase() === tenant.toLowerCase() && api.toLowerCase() === 'api';
	return isOwn && isTenants && tenant !== '' ? `https://${host}/${context}` : undefined;
}
