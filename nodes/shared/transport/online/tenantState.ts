import clamp from 'lodash/clamp';
import { DateTime } from 'luxon';
import { OperationalError, UserError } from 'n8n-workflow';

import { isRecord } from '../../json';
import type { HttpResponse } from '../outcome';
import { tenantServiceUrl } from './environment';

/** What SuperOffice says of a tenant. */
export interface TenantState {
	/** Root of its web service, such as `https://online2.superoffice.com/Cust12345`. */
	service: string;
	/** Why it cannot be used now; undefined while it runs. Some of it passes by itself. */
	down?: UserError | OperationalError;
	/** Milliseconds since 1970 until which this is not asked for again. */
	until: number;
	/** Whether it was asked for because the tenant was not there, and said the same again. */
	isConfirmed?: boolean;
}

/**
 * Milliseconds for which an answer is kept: at least, whatever the clocks say; at most, whatever the
 * answer says; and at most when the tenant is down, so that it is found as soon as it is back.
 */
const STATE_TTL = { atLeast: 60_000, atMost: 86_400_000, downAtMost: 300_000 };

const GONE = 'It does not come back by itself: ask SuperOffice, or choose another tenant.';

const CHECK =
	'Check the tenant and the environment of the credential; if they are right, try again later.';

/** States in which the web service is not available (documentation of the tenant status page). */
const STATES: Record<string, { value: number; problem: string; advice?: string }> = {
	Unknown: { value: 0, problem: 'is not known to SuperOffice', advice: CHECK },
	Provisioning: { value: 1, problem: 'is still being set up' },
	Deleted: { value: 3, problem: 'is deleted', advice: GONE },
	Suspended: { value: 4, problem: 'is suspended', advice: GONE },
	OfflineMaintenance: { value: 6, problem: 'is down for maintenance' },
	ProvisioningFailed: { value: 8, problem: 'could not be set up', advice: GONE },
	Deleting: { value: 10, problem: 'is being deleted', advice: GONE },
	DeleteFailed: { value: 11, problem: 'is being deleted', advice: GONE },
	MigrationPending: { value: 12, problem: 'is about to be moved' },
};

/** How long to wait, in words. */
function waitingTime(until: number): string {
	const minutes = Math.ceil((until - Date.now()) / 60_000);
	if (!(minutes > 0 && until - Date.now() < STATE_TTL.atMost)) return 'Try again later.';
	const moment = DateTime.fromMillis(until, { zone: 'utc' }).toFormat("yyyy-MM-dd HH:mm 'UTC'");
	return `SuperOffice says to ask again in ${minutes} min (${moment}).`;
}

function describeDowntime(
	tenant: string,
	state: unknown,
	until: number,
): UserError | OperationalError {
	const [name, known] = Object.entries(STATES).find(
		([label, { value }]) => label === state || value === state,
	) ?? [String(state).slice(0, 50), { problem: 'is not running' }];
	const what = `The tenant ${tenant} ${known.problem} (${name}).`;
	if (known.advice !== undefined) return new UserError(`${what} ${known.advice}`);
	return new OperationalError(`${what} ${waitingTime(until)}`);
}

/** A refusal that is cached for a minute. */
const cachedRefusal = (error: UserError): TenantState => ({
	service: '',
	down: error,
	until: Date.now() + STATE_TTL.atLeast,
});

/**
 * Reads an answer of the state service.
 * @throws OperationalError when the service itself failed
 */
export function parseTenantState(tenant: string, { statusCode, body }: HttpResponse): TenantState {
	if (statusCode === 404 || statusCode === 400) {
		const what = `The tenant ${tenant} is not known to SuperOffice (HTTP ${statusCode}).`;
		return cachedRefusal(new UserError(`${what} ${CHECK}`));
	}
	if (statusCode !== 200 || !isRecord(body)) {
		throw new OperationalError(
			`SuperOffice does not tell where the tenant ${tenant} is (HTTP ${statusCode}). Try again later.`,
		);
	}
	// A date without a zone is in UTC, as SuperOffice's samples have it.
	const validUntil = DateTime.fromISO(String(body.ValidUntil), { zone: 'utc' }).toMillis() || 0;
	const down =
		body.IsRunning === true ? undefined : describeDowntime(tenant, body.State, validUntil);
	const service = tenantServiceUrl(String(body.Api), tenant);
	if (service === undefined && down === undefined) {
		return cachedRefusal(
			new UserError(
				`The address that SuperOffice's state service gives for the tenant ${tenant} is not one of SuperOffice's own, and nothing was sent there. Check whether something between n8n and SuperOffice rewrites the traffic.`,
			),
		);
	}
	const longest = down === undefined ? STATE_TTL.atMost : STATE_TTL.downAtMost;
	const keptFor = clamp(validUntil - Date.now(), STATE_TTL.atLeast, longest);
	return { service: service ?? '', down, until: Date.now() + keptFor };
}
