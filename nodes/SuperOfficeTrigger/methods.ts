import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { askInForm } from '../SuperOffice/methods/ask';
import { listEntries } from '../shared/lookup/mdoList';

type Offered = (this: ILoadOptionsFunctions) => Promise<INodePropertyOptions[]>;

const entriesOf = async (context: ILoadOptionsFunctions, list: string) =>
	await listEntries(await askInForm(context), list);

/** Offers the entries of one of SuperOffice's lists, by their numbers. */
const entries = (list: string): Offered =>
	async function () {
		return (await entriesOf(this, list)).map(({ id, name }) => ({ name, value: id }));
	};

/** What the form's dropdowns offer, by the method that their controls name. */
export const loadOptions: Record<string, Offered> = {
	getOwners: entries('diaryowner'),
	getTasks: entries('task'),
	/** The names of the tenant's events: that the list has them as its entries' names is a guess. */
	async getEventNames() {
		return (await entriesOf(this, 'webhookeventlist')).map(({ name }) => ({ name, value: name }));
	},
};
