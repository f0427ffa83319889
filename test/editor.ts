/* eslint-disable @n8n/community-nodes/no-restricted-imports -- support of tests, never part of the package */
import path from 'node:path';

import set from 'lodash/fp/set';
import mapValues from 'lodash/mapValues';
import isUndefined from 'lodash/isUndefined';
import memoize from 'lodash/memoize';
import omitBy from 'lodash/omitBy';
import partition from 'lodash/partition';
import {
	deepCopy,
	NodeHelpers,
	type INode,
	type INodeParameters,
	type INodeProperties,
	type INodeType,
	type INodeTypeDescription,
	type NodeParameterValueType,
} from 'n8n-workflow';

import { packageFolder } from './folder';

/** Stands for what a person adds to a form, or to a row of it, and leaves alone. */
export const LEFT_ALONE = Symbol('left alone');

const RAW = Symbol('raw');

/**
 * Parameters that no editor has saved: those of workflows that people or programs write, and of
 * editors that are to come.
 */
export const raw = <T extends object>(parameters: T): T => ({ ...parameters, [RAW]: true });

export const isRaw = (parameters: object): boolean => RAW in parameters;

const types: Record<string, string> = {
	superOffice: 'SuperOffice',
	superOfficeTrigger: 'SuperOfficeTrigger',
	superOfficePollingTrigger: 'SuperOfficePollingTrigger',
};

/** The description of one of the built nodes, by its name. */
export const descriptionOf = memoize((name: string): INodeTypeDescription => {
	const file = path.join(packageFolder, 'dist', 'nodes', types[name], `${types[name]}.node.js`);
	// eslint-disable-next-line @typescript-eslint/no-require-imports -- what was built, as n8n loads it
	const built = require(file) as Record<string, new () => INodeType>;
	return new built[types[name]]().description;
});

const isMultiple = ({ typeOptions }: INodeProperties) => typeOptions?.multipleValues === true;

/** What the editor puts where an option is added to a collection, or a row with such a column. */
function startOf(property: INodeProperties): NodeParameterValueType {
	// Of rows the editor adds none by itself, whatever their default says.
	if (property.type === 'fixedCollection' && isMultiple(property)) return {};
	const usual = deepCopy(property.default) as NodeParameterValueType;
	return isMultiple(property) ? ([usual] as NodeParameterValueType) : usual;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

function named(properties: INodeProperties[], name: string): INodeProperties {
	const found = properties.find((one) => one.name === name);
	if (!found) throw new Error(`The form has no ${name} here: raw() says that no form wrote it`);
	return found;
}

/** The options that are added to a collection, or the columns of a row that are filled in. */
const filledIn = (properties: INodeProperties[], given: unknown): INodeParameters =>
	mapValues(Object(given) as object, (value, name) =>
		entered(named(properties, name), value),
	) as INodeParameters;

/** A row with its columns, as the editor adds it, and what is filled in. */
function row(columns: INodeProperties[], given: unknown): INodeParameters {
	const start = Object.fromEntries(columns.map((column) => [column.name, startOf(column)]));
	return { ...start, ...(given === LEFT_ALONE ? {} : filledIn(columns, given)) };
}

/** A control's value after a person has filled it in. */
function entered(property: INodeProperties, given: unknown): NodeParameterValueType {
	if (given === LEFT_ALONE) return startOf(property);
	const options = (property.options ?? []) as INodeProperties[];
	if (property.type === 'collection' && isMultiple(property) && Array.isArray(given)) {
		return given.map((one) => row(options, one)) as NodeParameterValueType;
	}
	if (property.type === 'multiOptions' && typeof given === 'string' && !given.startsWith('=')) {
		throw new Error(`${property.name} is picked from a list: give a list, or an expression`);
	}
	if (!isObject(given)) return given as NodeParameterValueType;
	if (property.type === 'resourceLocator') return { __rl: true, ...given } as never;
	if (property.type === 'collection') return filledIn(options, given);
	if (property.type !== 'fixedCollection') return given as NodeParameterValueType;
	return mapValues(given, (rows, item) => {
		const option = named(options, item) as unknown as { values: INodeProperties[] };
		const { values } = option;
		return Array.isArray(rows) ? rows.map((one) => row(values, one)) : row(values, rows);
	}) as NodeParameterValueType;
}

type Change = (before: NodeParameterValueType | undefined) => NodeParameterValueType;

/** What a person does to a control: one change, but to a collection one for each option. */
function changesOf(property: INodeProperties, given: unknown): Change[] {
	if (property.type !== 'collection' || isMultiple(property) || !isObject(given)) {
		return [() => entered(property, given)];
	}
	const options = Object.entries(given);
	if (options.length === 0) return [() => ({})];
	return options.map(
		([name, value]) =>
			(before) =>
				({
					...Object(before),
					...filledIn(property.options as INodeProperties[], { [name]: value }),
				}) as never,
	);
}

/** What n8n makes of parameters, with all defaults of what is shown or without any. */
function parametersOf(
	name: string,
	given: INodeParameters,
	withDefaults: boolean,
): INodeParameters {
	const description = descriptionOf(name);
	const { properties } = description;
	const node = { typeVersion: 1 } as INode;
	return (
		NodeHelpers.getNodeParameters(properties, given, withDefaults, false, node, description) ?? {}
	);
}

/** Whether a control is that of a resource, and of an operation where one is named. */
const isOf = (
	{ displayOptions: { show } = {} }: INodeProperties,
	resource: string,
	operation?: string,
): boolean =>
	(show?.resource?.includes(resource) ?? true) &&
	(operation === undefined || (show?.operation?.includes(operation) ?? true));

/** Whether the form has an option for an operation of a resource, or for all of a trigger. */
export function hasOption(
	name: string,
	option: string,
	resource: string,
	operation?: string,
): boolean {
	const { properties } = descriptionOf(name);
	return properties.some(
		(group) =>
			group.name === 'options' &&
			isOf(group, resource, operation) &&
			group.options?.some((one) => one.name === option),
	);
}

/** The path of each control of these collections, by its name. */
function pathsBelow(path: string[], controls: INodeProperties[]): Array<[string, string[]]> {
	return controls.flatMap((control): Array<[string, string[]]> => {
		const own = [...path, control.name];
		const options = (control.options ?? []) as INodeProperties[];
		if (control.type === 'collection' && !isMultiple(control)) return pathsBelow(own, options);
		if (control.type !== 'fixedCollection' || isMultiple(control)) return [[control.name, own]];
		const inside = (
			options as unknown as Array<{ name: string; values: INodeProperties[] }>
		).flatMap((option) => pathsBelow([...own, option.name], option.values));
		return [[control.name, own], ...inside];
	});
}

const places = memoize(
	(name: string, resource: string) => {
		const { properties } = descriptionOf(name);
		const groups = properties.filter(
			(one) => ['additionalFields', 'options'].includes(one.name) && isOf(one, resource),
		);
		return new Map(pathsBelow([], groups));
	},
	(...names) => names.join(),
);

/** The parameters of a node that was just put on the canvas. */
const fresh = memoize((name: string) => parametersOf(name, {}, true));

/** Values with those that are named alone where the form has them, which may be in a collection. */
export function arranged(name: string, values: object): object {
	const { properties } = descriptionOf(name);
	const { resource, operation } = { ...fresh(name), ...values } as Record<string, string>;
	const isWhole = (key: string) =>
		properties.some((one) => one.name === key && isOf(one, resource, operation));
	const [whole, alone] = partition(Object.entries(values), ([key]) => isWhole(key));
	return alone.reduce(
		(all: object, [key, value]) =>
			set(places(name, resource).get(key) ?? [key], value as unknown, all),
		Object.fromEntries(whole),
	);
}

/**
 * A node's parameters exactly as n8n's editor saves them, after a person has put the node on the
 * canvas and entered these values, one after the other (the editor's useNodeSettingsParameters and
 * its components of collections, n8n 1.123 and 2.41).
 * @param name of the node, such as `superOffice`
 * @param values by parameter, also by the name alone of one in a collection of the form; LEFT_ALONE anywhere
 * within stands for what is added and not touched
 * @throws Error for what the form does not show
 */
export function asSaved(name: string, values: object): INodeParameters {
	if (RAW in values) return { ...values } as INodeParameters;
	const description = descriptionOf(name);
	let form = fresh(name);
	const given = omitBy(values, isUndefined);
	const left = new Map(Object.entries(arranged(name, given)));
	while (left.size > 0) {
		const isShown = (one: INodeProperties) =>
			left.has(one.name) &&
			NodeHelpers.displayParameter(form, one, { typeVersion: 1 }, description);
		const next = description.properties.find(isShown);
		if (!next) throw new Error(`The form does not show ${[...left.keys()].join(', ')}`);
		for (const change of changesOf(next, left.get(next.name))) {
			const before = parametersOf(name, form, false);
			form = parametersOf(name, { ...before, [next.name]: change(before[next.name]) }, true);
		}
		left.delete(next.name);
	}
	return parametersOf(name, form, false);
}
