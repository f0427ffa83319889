import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { formLookUp } from '../SuperOffice/methods/formContext';
import { loadOptions } from '../SuperOffice/methods/loadOptions';
import { fetchListEntries } from '../shared/lookup/mdoListSource';

type LoadOptionsMethod = (this: ILoadOptionsFunctions) => Promise<INodePropertyOptions[]>;

const fetchEntries = async (context: ILoadOptionsFunctions, list: string) =>
	await fetchListEntries(await formLookUp(context), list);

/** Options from one of SuperOffice's lists, with IDs as values. */
const entryOptions = (list: string): LoadOptionsMethod =>
	async function () {
		return (await fetchEntries(this, list)).map(({ id, name }) => ({ name, value: id }));
	};

/** What the form's dropdowns offer, by the method that their controls name. */
export const triggerLoadOptions: Record<string, LoadOptionsMethod> = {
	getFields: loadOptions.getFields,
	getOwners: entryOptions('diaryowner'),
	getTasks: entryOptions('task'),
	/** The names of the tenant's events: that the list has them as its entries' names is a guess. */
	async getEventNames() {
		return (await fetchEntries(this, 'webhookeventlist')).map(({ name }) => ({
			name,
			value: name,
		}));
	},
};
