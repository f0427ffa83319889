import omit from 'lodash/omit';
import type { ILoadOptionsFunctions } from 'n8n-workflow';

import type { Ask } from '../../shared/lookup/source';
import { own } from '../../shared/json';
import { inSomeLanguage, readOptions } from '../../shared/options';
import { openSession } from '../../shared/transport/request';
import { HASTY_POLICY } from '../../shared/transport/retry';
import { resources } from '../resources';

/** Asks SuperOffice while a person fills in the form, in the language that the form chooses. */
export async function askInForm(context: ILoadOptionsFunctions): Promise<Ask> {
	const { request } = await openSession(context);
	// Lists need no zone, and the form's may be an expression that is not known yet.
	const read = (parameter: string) =>
		omit(context.getCurrentNodeParameter(parameter) as object, 'timezone');
	const { headers, timeout } = readOptions(read, 'UTC');
	const patience = { policy: HASTY_POLICY };
	return async (call) =>
		await request({ ...call, headers: inSomeLanguage(headers), timeout }, 0, patience);
}

/** The kind of record that the form is about, in SuperOffice's addresses. */
export function entityOf(context: ILoadOptionsFunctions): string {
	const resource = String(context.getCurrentNodeParameter('resource') ?? '');
	const { entity } = own(resources, resource) ?? Object.values(resources)[0];
	return entity;
}
