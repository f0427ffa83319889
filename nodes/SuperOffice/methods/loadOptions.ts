import sortBy from 'lodash/sortBy';
import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { columnsOf, type ArchiveColumn } from '../../shared/archive/columns';
import { ownLabel, ownName } from '../../crud/list/columnNames';
import { ARCHIVE } from '../../crud/list/form';
import { askInForm } from './ask';

/** The columns of the archive of appointments, by what people call them. */
async function appointmentColumns(
	context: ILoadOptionsFunctions,
	isWanted: (column: ArchiveColumn) => boolean,
): Promise<INodePropertyOptions[]> {
	const columns = await columnsOf(await askInForm(context), ARCHIVE);
	const options = columns
		.filter(isWanted)
		// Several columns may be called the same, such as those of names.
		.map(({ name, label }) => ({
			name: `${ownLabel(name, label)} (${ownName(name)})`,
			value: ownName(name),
		}));
	return sortBy(options, ({ name }) => name.toLowerCase());
}

/** What the form's dropdowns offer, by the method that their controls name. */
export const loadOptions = {
	async getAppointmentColumns(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		return await appointmentColumns(this, () => true);
	},
	async getAppointmentSortColumns(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		return await appointmentColumns(this, ({ canOrderBy }) => canOrderBy);
	},
};
