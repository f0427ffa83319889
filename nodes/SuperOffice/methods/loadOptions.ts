import sortBy from 'lodash/sortBy';
import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { columnLabel, outputColumnName } from '../../crud/list/columnNames';
import { fetchArchiveColumns, type ArchiveColumn } from '../../shared/archive/archiveColumns';
import { formLookUp, formEntity } from './formContext';

/** The columns of the entity's archive, by what people call them. */
async function columnOptions(
	context: ILoadOptionsFunctions,
	isWanted: (column: ArchiveColumn) => boolean,
): Promise<INodePropertyOptions[]> {
	const { archive } = formEntity(context);
	const columns = await fetchArchiveColumns(await formLookUp(context), archive.name);
	const options = columns
		.filter(isWanted)
		// Several columns may be called the same, such as those of names.
		.map(({ name, label }) => ({
			name: `${columnLabel(archive, name, label)} (${outputColumnName(archive, name)})`,
			value: outputColumnName(archive, name),
		}));
	return sortBy(options, ({ name }) => name.toLowerCase());
}

/** What the form's dropdowns offer, by the method that their controls name. */
export const loadOptions = {
	async getColumns(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		return await columnOptions(this, () => true);
	},
	async getSortColumns(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		return await columnOptions(this, ({ canOrderBy }) => canOrderBy);
	},
};
