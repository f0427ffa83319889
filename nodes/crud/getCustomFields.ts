import type { IDataObject } from 'n8n-workflow';

import type { CustomField } from '../shared/customFields/definition';
import { fetchListEntries } from '../shared/lookup/mdoListSource';
import type { LookUp } from '../shared/lookup/source';
import { readOptions } from '../shared/options';
import { optionsForm } from '../shared/optionsForm';
import type { Operation } from './operation';
import { lookUpFor, fetchEntityCustomFields } from './body/readBody';

/** What may be chosen: the entries of a list, or texts; null where anything may be entered. */
async function listEntriesOf(
	lookUp: LookUp,
	{ listName, choices }: CustomField,
): Promise<IDataObject> {
	const texts = choices?.map((name) => ({ id: null, name })) ?? null;
	if (listName === undefined) return { entries: texts };
	try {
		const entries = await fetchListEntries(lookUp, listName);
		return { entries: entries.map(({ id, name }) => ({ id, name })) };
	} catch (error) {
		// One list that may not be read must not hide the other fields.
		return { entries: null, entriesError: (error as Error).message };
	}
}

/** GET /api/v1/{entity}/CustomField, and the lists that its fields take their values from. */
export const getCustomFields: Operation = {
	label: 'Get Custom Fields',
	action: 'Get custom fields of {records}',
	description: 'Retrieve the definitions of the custom fields, with the entries of their lists',
	properties: [optionsForm()],
	async execute(call) {
		const lookUp = lookUpFor(call, readOptions(call.read, call.workflowZone));
		const fields = await fetchEntityCustomFields(call, lookUp);
		return await Promise.all(
			fields.map(async (field) => ({
				key: field.key,
				label: field.label,
				type: field.type,
				mandatory: field.isMandatory,
				readOnly: field.isReadOnly,
				hidden: field.isHidden,
				textLength: field.textLength ?? null,
				listName: field.listName ?? null,
				...(await listEntriesOf(lookUp, field)),
			})),
		);
	},
};
