import omitBy from 'lodash/omitBy';
import pick from 'lodash/pick';
import { IANAZone } from 'luxon';
import type { ILoadOptionsFunctions } from 'n8n-workflow';

import type { EntityDefinition } from '../../entities/entity';
import { asRecord, isRecord, own } from '../../shared/json';
import type { Ask } from '../../shared/lookup/source';
import { inSomeLanguage, readOptions } from '../../shared/options';
import { openSession } from '../../shared/transport/request';
import { HASTY_POLICY } from '../../shared/transport/retry';
import { resources } from '../resources';

/** n8n marks expressions by an equals sign. */
const isUnknown = (value: unknown) => typeof value === 'string' && value.startsWith('=');

/**
 * A parameter of the form while a person fills it in. An expression has no value before there are items:
 * it counts as not set, alone or as an entry of a group or a locator.
 */
export function knownParameter(context: ILoadOptionsFunctions, parameter: string): unknown {
	const given: unknown = context.getCurrentNodeParameter(parameter);
	if (isRecord(given)) return omitBy(given, isUnknown);
	return isUnknown(given) ? undefined : given;
}

/** The options that matter to lists: what others would be refused for is said when the node runs. */
const FOR_LISTS = ['acceptLanguage', 'soLanguage', 'timeout'];

/** Asks SuperOffice while a person fills in the form, in the language that the form chooses. */
export async function askInForm(context: ILoadOptionsFunctions): Promise<Ask> {
	const { request } = await openSession(context);
	const read = (parameter: string) => pick(knownParameter(context, parameter), FOR_LISTS);
	const { headers, timeout } = readOptions(read, 'UTC');
	const language = inSomeLanguage(headers);
	const patience = { policy: HASTY_POLICY };
	return async (call) =>
		await request({ ...call, headers: { ...language, ...call.headers }, timeout }, 0, patience);
}

/** The zone in which the form shows times: that of its options, else n8n's, which tells no other here. */
export function zoneInForm(context: ILoadOptionsFunctions): string {
	const { timezone } = asRecord(knownParameter(context, 'options'));
	const zone = String(timezone ?? '').trim();
	return IANAZone.isValidZone(zone) ? zone : context.getTimezone();
}

/** The kind of record that the form is about. */
export function entityOf(context: ILoadOptionsFunctions): EntityDefinition {
	const resource = String(context.getCurrentNodeParameter('resource') ?? '');
	return own(resources, resource) ?? Object.values(resources)[0];
}
