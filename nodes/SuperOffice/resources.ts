import sortBy from 'lodash/sortBy';
import type { INodeProperties } from 'n8n-workflow';

import { appointment } from '../entities/appointment/appointment.entity';
import { inOrder } from './inOrder';
import type { Resource } from '../crud/operation';

/** The resources by their stored values: a new one is a line here. */
export const resources: Record<string, Resource> = { appointment };

function showFor(
	property: INodeProperties,
	resource: string,
	operations: string[],
): INodeProperties {
	const show = { ...property.displayOptions?.show, resource: [resource], operation: operations };
	return { ...property, displayOptions: { ...property.displayOptions, show } };
}

function operationDropdown(name: string, { operations, usual }: Resource): INodeProperties {
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
		default: usual,
	};
}

/** The parameters of a resource's operations; those that operations share stand once. */
function operationProperties(resource: string, { operations }: Resource): INodeProperties[] {
	const users = new Map<INodeProperties, string[]>();
	for (const [name, { properties }] of Object.entries(operations)) {
		for (const property of properties) {
			users.set(property, [...(users.get(property) ?? []), name]);
		}
	}
	const ordered = inOrder(Object.values(operations).map(({ properties }) => properties));
	return ordered.map((property) => showFor(property, resource, users.get(property) ?? []));
}

const [firstResource] = Object.keys(resources);

/** The node's form: resource, operation, and the parameters of each operation. */
export const resourceProperties: INodeProperties[] = [
	{
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: Object.entries(resources).map(([value, { label }]) => ({ name: label, value })),
		default: firstResource,
	},
	...Object.entries(resources).flatMap(([name, resource]) => [
		operationDropdown(name, resource),
		...operationProperties(name, resource),
	]),
];
