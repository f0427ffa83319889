import type { IDataObject } from 'n8n-workflow';

import type { CustomField } from '../shared/customFields/definition';
import { listEntries } from '../shared/lookup/mdoList';
import type { Ask } from '../shared/lookup/source';
import { readOptions } from '../shared/options';
import { optionsProperty } from '../shared/optionsForm';
import type { Operation } from './operation';
import { askFor, customFieldsFor } from './body/read';

/** What may be chosen: the entries of a list, or texts; null where anything may be entered. */
async function entriesOf(ask: Ask, { listName, choices }: CustomField): Promise<IDataObject> {
	const texts = choices?.map((name) => ({ id: null, name })) ?? null;
	if (listName === undefined) return { entries: texts };
	try {
		const entries = await listEntries(ask, listName);
		return { entries: entries.map(({ id, name }) => ({ id, name })) };
	} catch (error) {
		// One list that may not be read must not hide the other fields.
		return { entries: null, entriesError: (error as Error).message };
	}
}

/** GET /api/v1/{entity}/CustomField, and the lists that its fields take their values from. */
export const getCustomFields: Operation = {
	label: 'Get Custom Fields',
	action: 'Get the custom fields of {records}',
	description: 'Get the definitions of the custom fields, with the entries of their lists',
	properties: [optionsProperty],
	async execute(call) {
		const ask = askFor(call, readOptions(call.read, call.workflowZone));
		const fields = await customFieldsFor(call, ask);
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
				...(await entriesOf(ask, field)),
			})),
		);
	},
};
