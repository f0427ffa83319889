import type { ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';

import { mapperColumns } from '../../shared/customFields/mapper';
import { formLookUp, formEntity } from './formContext';

/** The custom fields of the chosen resource, as the columns of n8n's mapper. */
export async function getMapperFields(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	return { fields: await mapperColumns(await formLookUp(this), formEntity(this).name) };
}
