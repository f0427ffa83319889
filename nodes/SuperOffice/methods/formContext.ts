import omitBy from 'lodash/omitBy';
import pick from 'lodash/pick';
import { IANAZone } from 'luxon';
import type { ILoadOptionsFunctions } from 'n8n-workflow';

import type { EntityDefinition } from '../../entities/entity';
import { asRecord, isRecord, ownProperty } from '../../shared/json';
import type { LookUp } from '../../shared/lookup/source';
import { languageHeaders, readOptions } from '../../shared/options';
import { openSession } from '../../shared/transport/session';
import { INTERACTIVE_RETRY } from '../../shared/transport/retry';
import { resources } from '../resources';

/** n8n marks expressions by an equals sign. */
const isExpression = (value: unknown) => typeof value === 'string' && value.startsWith('=');

/**
 * A parameter while a user edits the form. An expression has no value before there are items: it
 * counts as not set, alone or within a collection or a locator.
 */
export function formParameter(context: ILoadOptionsFunctions, parameter: string): unknown {
	const given: unknown = context.getCurrentNodeParameter(parameter);
	if (isRecord(given)) return omitBy(given, isExpression);
	return isExpression(given) ? undefined : given;
}

/** The options that lists use: errors in other options are reported when the node runs. */
const LIST_OPTIONS = ['acceptLanguage', 'soLanguage', 'timeout'];

/** Looks up data for the form while a user edits it, in the form's language. */
export async function formLookUp(context: ILoadOptionsFunctions): Promise<LookUp> {
	const { request } = await openSession(context);
	const read = (parameter: string) => pick(formParameter(context, parameter), LIST_OPTIONS);
	const { headers, timeout } = readOptions(read, 'UTC');
	const language = languageHeaders(headers);
	const retryOptions = { policy: INTERACTIVE_RETRY };
	return async (call) =>
		await request({ ...call, headers: { ...language, ...call.headers }, timeout }, 0, retryOptions);
}

/**
 * The time zone of the form: that of its options, else n8n's default, as the workflow's own is not
 * known here.
 */
export function formTimeZone(context: ILoadOptionsFunctions): string {
	const { timezone } = asRecord(formParameter(context, 'options'));
	const zone = String(timezone ?? '').trim();
	return IANAZone.isValidZone(zone) ? zone : context.getTimezone();
}

/** The entity of the form's resource. */
export function formEntity(context: ILoadOptionsFunctions): EntityDefinition {
	const resource = String(context.getCurrentNodeParameter('resource') ?? '');
	return ownProperty(resources, resource) ?? Object.values(resources)[0];
}
