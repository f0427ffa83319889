import map from 'lodash/map';
import sortBy from 'lodash/sortBy';
import uniq from 'lodash/uniq';
import type { INodeProperties } from 'n8n-workflow';

import { appointment } from '../entities/appointment/appointment.entity';
import { company } from '../entities/company/company.entity';
import { document } from '../entities/document/document.entity';
import { person } from '../entities/person/person.entity';
import { project } from '../entities/project/project.entity';
import { request } from '../entities/request/request.entity';
import { sale } from '../entities/sale/sale.entity';
import type { EntityDefinition } from '../entities/entity';
import { mergeOrdered } from './mergeOrdered';
import { withEntityWords } from './entityWords';

/** The kinds of record by the stored values of the form's Resource: a new one is a line here. */
export const resources: Record<string, EntityDefinition> = {
	appointment,
	company,
	person,
	sale,
	project,
	request,
	document,
};

/** The plural names of all entities, for the descriptions of the nodes. */
export const recordNames = (): string =>
	new Intl.ListFormat('en-GB').format(map(Object.values(resources), 'words.many'));

/** The entity that the triggers watch. */
export const triggerEntity = (): EntityDefinition => Object.values(resources)[0];

function showForOperations(
	property: INodeProperties,
	resource: string,
	operations: string[],
): INodeProperties {
	const show = { ...property.displayOptions?.show, resource: [resource], operation: operations };
	return { ...property, displayOptions: { ...property.displayOptions, show } };
}

function operationDropdown(
	name: string,
	{ operations, defaultOperation }: EntityDefinition,
): INodeProperties {
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [name] } },
		options: sortBy(
			Object.entries(operations).map(([value, { label, action, description }]) => ({
				name: label,
				value,
				action,
				description,
			})),
			'name',
		),
		default: defaultOperation,
	};
}

/**
 * The parameters of an entity's operations; a parameter that several operations share is listed
 * once.
 */
function operationProperties(resource: string, entity: EntityDefinition): INodeProperties[] {
	const lists = Object.entries(entity.operations).map(([name, { properties }]) => ({
		name,
		texts: (typeof properties === 'function' ? properties(entity) : properties).map((one) =>
			JSON.stringify(one),
		),
	}));
	const usersOf = (text: string) =>
		lists.filter(({ texts }) => texts.includes(text)).map(({ name }) => name);
	return mergeOrdered(lists.map(({ texts }) => uniq(texts))).map((text) =>
		showForOperations(JSON.parse(text) as INodeProperties, resource, usersOf(text)),
	);
}

/**
 * The node's form: resource, operation, and the parameters of each operation.
 * @param offered the kinds of record by their stored values
 */
export function resourceForm(offered: Record<string, EntityDefinition>): INodeProperties[] {
	const [first] = Object.keys(offered);
	return [
		{
			displayName: 'Resource',
			name: 'resource',
			type: 'options',
			noDataExpression: true,
			options: Object.entries(offered).map(([value, { label }]) => ({ name: label, value })),
			default: first,
		},
		...Object.entries(offered).flatMap(([name, entity]) =>
			withEntityWords(entity, [
				operationDropdown(name, entity),
				...operationProperties(name, entity),
			]),
		),
	];
}
