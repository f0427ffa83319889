import isNil from 'lodash/isNil';
import mapValues from 'lodash/mapValues';
import setWith from 'lodash/setWith';
import uniq from 'lodash/uniq';

import type { ArchiveProperty, EntityArchive, EntityDefinition } from '../../entities/entity';
import { toPlainValue } from '../../shared/archive/archiveColumns';
import type { ArchiveRow } from '../../shared/archive/condition';
import { wireName } from '../../shared/fields/table';
import { isRecord, ownProperty, type Json, type JsonObject } from '../../shared/json';
import { CUSTOM_FIELDS } from '../../shared/shape';

const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

const columnsIn = (property: ArchiveProperty) =>
	typeof property === 'string' ? [property] : property.columns;

/** The head of a path, and the rest, in which a ProgId may have slashes of its own. */
function splitPath(path: string): string[] {
	const slash = path.indexOf('/');
	return slash < 0 ? [path] : [path.slice(0, slash), path.slice(slash + 1)];
}

/** The columns of a property, or the column that is none's. */
export function columnsOf({ properties, customFields }: EntityArchive, path: string): string[] {
	const property = ownProperty(properties, path);
	if (property !== undefined) return columnsIn(property);
	const [head, field] = splitPath(path);
	return [head === CUSTOM_FIELDS && field ? `${customFields}/${field}` : path];
}

/**
 * The properties that a name stands for: a path, all of a nested record, or a column of the archive. A
 * column that holds no property stays what it is called.
 */
export function propertyPaths({ properties, customFields }: EntityArchive, name: string): string[] {
	const all = Object.keys(properties);
	const within = (matches: (path: string) => boolean) =>
		all.filter((path) => matches(path) || matches(splitPath(path)[0]));
	const exact = within((path) => path === name);
	if (exact.length > 0) return exact;
	const ofColumn = all.find((path) => isSame(columnsIn(properties[path])[0], name));
	if (ofColumn) return [ofColumn];
	const like = within((path) => isSame(path, name));
	if (like.length > 0) return like;
	const [head, field] = splitPath(name);
	const isCustom = field && [CUSTOM_FIELDS, customFields].some((one) => isSame(one, head));
	return [isCustom ? `${CUSTOM_FIELDS}/${field}` : name];
}

/** The paths of simplified output: of records that are referred to, the ID and the name. */
export const simplifiedPaths = ({ simplified, archive, fields }: EntityDefinition): string[] =>
	simplified
		.flatMap((name) => {
			const property = wireName(name);
			return [
				property,
				...Object.values(fields[name].kind.keys ?? {}).map((key) => `${property}/${key}`),
			];
		})
		.filter((path) => Object.hasOwn(archive.properties, path));

/** The properties of simplified output that the archive has. */
export const simplifiedProperties = (entity: EntityDefinition): string[] =>
	uniq(simplifiedPaths(entity).map((path) => splitPath(path)[0]));

const isBlank = (value: Json) => isNil(value) || value === '' || value === 0;

/**
 * A row as the record that it is of, with the properties of some paths; other columns stay beside
 * them.
 * @param zone what a date without an offset means
 */
export function rowToRecord(
	archive: EntityArchive,
	paths: string[],
	row: ArchiveRow,
	zone: string,
): JsonObject {
	const record: JsonObject = {};
	for (const path of paths) {
		const property = ownProperty(archive.properties, path);
		const [column] = columnsOf(archive, path);
		const told = typeof property === 'object' ? property.value(row) : ownProperty(row, column);
		const isProperty = property !== undefined || path.startsWith(`${CUSTOM_FIELDS}/`);
		setWith(
			record,
			isProperty ? splitPath(path) : [path],
			toPlainValue(column, told, zone),
			Object,
		);
	}
	// No record is referred to.
	return mapValues(record, (value, name) =>
		name !== CUSTOM_FIELDS && isRecord(value) && Object.values(value as JsonObject).every(isBlank)
			? null
			: value,
	);
}
