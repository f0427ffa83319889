import type { IDataObject } from 'n8n-workflow';

import { FieldError } from '../../shared/fields/fieldKind';
import type { FieldTable } from '../../shared/fields/table';
import { getIgnoringCase, isRecord } from '../../shared/json';
import { hasValue, findKey } from './itemKeys';

/** An item, and what records are called, by parameter; a name that is beside a number is left out. */
export interface NamedItem {
	item: IDataObject;
	names: Record<string, string>;
}

/**
 * References as simplified output has them, `ContactId` and `ContactName`, and nested records, in
 * one property each: the number counts, a name only without one. A property that the user has added
 * wins over both, and an ID beside a nested record of a response wins over that record.
 * @throws FieldError for two that contradict each other, where neither is an output's
 * @param isOwn whether a nested record with neither was selected to be looked at, and says nothing
 */
export function flattenReferences(
	fields: FieldTable,
	item: IDataObject,
	isOwn: boolean,
): NamedItem {
	const left = { ...item };
	const names: NamedItem['names'] = {};
	for (const [name, { kind, label }] of Object.entries(fields)) {
		if (!kind.keys) continue;
		const [own, ...flat] = ['', 'Id', 'Name'].map((end) => findKey(left, `${name}${end}`) ?? '');
		const [value, flatId, flatName] = [own, ...flat].map((key) => left[key]);
		for (const key of flat) delete left[key];
		if (hasValue(value) && !isRecord(value)) continue;
		const nested = isRecord(value) ? value : {};
		const nestedValues = [
			getIgnoringCase(nested, kind.keys.id),
			getIgnoringCase(nested, kind.keys.name),
		];
		const isNested = nestedValues.some(hasValue);
		const isBoth = isNested && (hasValue(flatId) || hasValue(flatName));
		// Simplified output has a number and a name; a record that the user writes has no more than
		// those.
		const isOfOutput = hasValue(flatId) && hasValue(flatName);
		const isWhole = Object.keys(nested).length > 2;
		if (isBoth && !isOfOutput && !isWhole && String(nestedValues[0]) !== String(flatId)) {
			const [one, other] = [own, flat.find((_key, end) => hasValue([flatId, flatName][end])) ?? ''];
			const problem = `the item also has "${other}", which has a different value`;
			throw new FieldError({ parameter: one, label }, problem, 'Keep one of the two.');
		}
		const isNestedCounting = isNested && (!isBoth || isOfOutput);
		const [id, called] = isNestedCounting ? nestedValues : [flatId, flatName];
		const isReferenced = hasValue(id) || hasValue(called);
		if (isReferenced || isOwn) delete left[own];
		if (hasValue(id)) left[name] = id as IDataObject[string];
		else if (hasValue(called)) names[name] = String(called);
	}
	return { item: left, names };
}
