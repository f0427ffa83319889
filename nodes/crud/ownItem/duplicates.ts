import groupBy from 'lodash/groupBy';
import omit from 'lodash/omit';
import toLower from 'lodash/toLower';
import type { IDataObject } from 'n8n-workflow';

import type { EntityDefinition } from '../../entities/entity';
import { wireName, type FieldRow } from '../../shared/fields/table';
import { isRecord } from '../../shared/json';
import { CUSTOM_FIELDS, DEPRECATED_PROPERTIES } from '../../shared/shape';
import { hasValue } from './itemKeys';

/** The keys that output has for a property: of a record, simplified, for its number and its name. */
export const outputKeys = (name: string, { kind }: FieldRow) =>
	(kind.keys ? ['', 'Id', 'Name'] : ['']).map((end) => `${name}${end}`);

/** Whether the user has set it: output has nested records. */
const isSet = ({ kind }: FieldRow, value: unknown) =>
	kind.keys !== undefined && hasValue(value) && !isRecord(value);

/** An item without the properties that go back only if the user has set them. */
export const withoutOmitted = (
	{ fields, ownOutput }: EntityDefinition,
	item: IDataObject,
): IDataObject => {
	const keys = (ownOutput?.omitted ?? []).flatMap((name) => {
		const [own, ...others] = outputKeys(wireName(name), fields[name]);
		return isSet(fields[name], item[own]) ? others : [own, ...others];
	});
	return omit(item, keys);
};

/**
 * Removes duplicate keys of a property: a key that the user has added wins over the output's own,
 * but not for custom fields, where values would be lost.
 */
export function withoutDuplicates({ fields }: EntityDefinition, item: IDataObject): IDataObject {
	const keys = groupBy(Object.keys(item), toLower);
	const lost = Object.entries(fields).flatMap(([name, row]) => {
		if ([CUSTOM_FIELDS, ...DEPRECATED_PROPERTIES].includes(wireName(name))) return [];
		return outputKeys(wireName(name), row).flatMap((own) => {
			if (!(own in item)) return [];
			const rivals = (keys[own.toLowerCase()] ?? []).filter((key) => key !== own);
			const blank = rivals.filter((key) => !hasValue(item[key]));
			return rivals.length > blank.length ? [own, ...blank] : blank;
		});
	});
	return omit(item, lost);
}
