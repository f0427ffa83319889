import { badArgument, notFound } from '../engine/failures';
import { PLUGINS } from '../lists/documentItems';
import type { Carrier } from '../tenant/carriers';
import type { Data } from '../tenant/data';
import { templateOfEntity } from './documentRules';
import { mustHave } from './storing';

/** The plugins by their numbers. */
export const pluginList = (): Carrier =>
	Object.fromEntries(PLUGINS.map(({ id, name }) => [String(id), name]));

/**
 * What a plugin is able to do. The names of its capabilities are documented nowhere: a guess, none.
 * @throws Failure 404, a guess, for a plugin that is none
 */
export function capabilities(id: number): Carrier {
	if (!PLUGINS.some((plugin) => plugin.id === id)) throw notFound(`Document plugin id ${id}`);
	return {};
}

/** What a plugin says of a document: it knows none of the properties, a guess. */
export function propertiesOf(data: Data, id: number, names: string[]): Carrier {
	mustHave(data, id);
	return Object.fromEntries(names.map((name) => [name, '']));
}

/**
 * The address of a file, which not all plugins have (OpenAPI file).
 * @throws Failure 400, a guess, for a document whose plugin has none
 */
export function urlOf(data: Data, id: number, versionId: string): string {
	const plugin = templateOfEntity(mustHave(data, id))?.plugin ?? 0;
	if (plugin === 0) throw badArgument(`Document id ${id} has no address`);
	return `https://library.example.com/documents/${id}?version=${versionId}`;
}
