import sortBy from 'lodash/sortBy';
import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { ownLabel, ownName } from '../../crud/list/columnNames';
import { columnsOf, type ArchiveColumn } from '../../shared/archive/columns';
import { askInForm, entityOf } from './ask';

/** The columns of the entity's archive, by what people call them. */
async function columnsFor(
	context: ILoadOptionsFunctions,
	isWanted: (column: ArchiveColumn) => boolean,
): Promise<INodePropertyOptions[]> {
	const { archive } = entityOf(context);
	const columns = await columnsOf(await askInForm(context), archive.name);
	const options = columns
		.filter(isWanted)
		// Several columns may be called the same, such as those of names.
		.map(({ name, label }) => ({
			name: `${ownLabel(archive, name, label)} (${ownName(archive, name)})`,
			value: ownName(archive, name),
		}));
	return sortBy(options, ({ name }) => name.toLowerCase());
}

/** What the form's dropdowns offer, by the method that their controls name. */
export const loadOptions = {
	async getColumns(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		return await columnsFor(this, () => true);
	},
	async getSortColumns(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		return await columnsFor(this, ({ canOrderBy }) => canOrderBy);
	},
};
