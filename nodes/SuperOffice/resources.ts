import type { INodeProperties } from 'n8n-workflow';

import { appointment } from './appointment';
import type { Resource } from './operation';

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
		options: Object.entries(operations).map(([value, { label, action, description }]) => ({
			name: label,
			value,
			action,
			description,
		})),
		default: usual,
	};
}

/** The elements of all lists, once each and in the order that they have in each list. */
function inEveryOrder<T>(lists: T[][]): T[] {
	const merged: T[] = [];
	for (const list of lists) {
		let before = merged.length;
		for (const one of [...list].reverse()) {
			const known = merged.indexOf(one);
			if (known >= 0) before = known;
			else merged.splice(before, 0, one);
		}
	}
	return merged;
}

/** The parameters of a resource's operations; those that operations share stand once. */
function operationProperties(resource: string, { operations }: Resource): INodeProperties[] {
	const lists = Object.values(operations).map(({ properties }) => properties);
	return inEveryOrder(lists).map((property) => {
		const users = Object.entries(operations).filter(([, { properties }]) =>
			properties.includes(property),
		);
		return showFor(
			property,
			resource,
			users.map(([name]) => name),
		);
	});
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
