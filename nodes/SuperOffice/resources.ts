import type { INodeProperties } from 'n8n-workflow';

import { appointment } from './appointment';
import type { Operation, Resource } from './operation';

/** The resources by their stored values: a new one is a line here. */
export const resources: Record<string, Resource> = { appointment };

function showFor(property: INodeProperties, resource: string, operation: string): INodeProperties {
	const show = { ...property.displayOptions?.show, resource: [resource], operation: [operation] };
	return { ...property, displayOptions: { ...property.displayOptions, show } };
}

function operationDropdown(name: string, { operations }: Resource): INodeProperties {
	const [first] = Object.keys(operations);
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [name] } },
		options: Object.entries(operations).map(([value, { label, action, description }]) => ({
			name: label,
			value,
			action,
			description,
		})),
		default: first,
	};
}

function operationProperties(
	resource: string,
	[name, operation]: [string, Operation],
): INodeProperties[] {
	return operation.properties.map((property) => showFor(property, resource, name));
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
		...Object.entries(resource.operations).flatMap((entry) => operationProperties(name, entry)),
	]),
];
