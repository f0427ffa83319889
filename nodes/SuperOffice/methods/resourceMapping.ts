import type { ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';

import { mapperColumns } from '../../shared/customFields/mapper';
import { resources } from '../resources';
import { askInForm } from './ask';

/** The custom fields of the chosen resource, as the columns of n8n's mapper. */
export async function getCustomFields(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const resource = String(this.getCurrentNodeParameter('resource') ?? '');
	const { entity } = resources[resource] ?? Object.values(resources)[0];
	return { fields: await mapperColumns(await askInForm(this), entity) };
}
