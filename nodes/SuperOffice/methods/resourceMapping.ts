import type { ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';

import { mapperColumns } from '../../shared/customFields/mapper';
import { askInForm } from './ask';

/** The custom fields of appointments, as the columns of n8n's mapper. */
export async function getCustomFields(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	return { fields: await mapperColumns(await askInForm(this), 'Appointment') };
}
