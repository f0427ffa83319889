import type { ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';

import { mapperColumns } from '../../shared/customFields/mapper';
import { askInForm, entityOf } from './ask';

/** The custom fields of the chosen resource, as the columns of n8n's mapper. */
export async function getCustomFields(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	return { fields: await mapperColumns(await askInForm(this), entityOf(this).name) };
}
