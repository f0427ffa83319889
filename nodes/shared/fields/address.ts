import isEmpty from 'lodash/isEmpty';
import isNil from 'lodash/isNil';
import mapValues from 'lodash/mapValues';
import omit from 'lodash/omit';
import omitBy from 'lodash/omitBy';
import pick from 'lodash/pick';
import pickBy from 'lodash/pickBy';
import some from 'lodash/some';
import upperFirst from 'lodash/upperFirst';

import { asRecord, isRecord, type JsonObject } from '../json';
import { METADATA_KEYS } from '../metadataKeys';
import { columnControls, encodeColumns, rowFromData, type Column } from './columns';
import { FieldError, quote, type FieldKind } from './fieldKind';
import { parseIfJson } from './rows';
import { text } from './text';

/** The lines of an address (StructuredAddress; Formatted is SuperOffice's own). */
const LINES: Array<[name: string, label: string]> = [
	['address1', 'Address Line 1'],
	['address2', 'Address Line 2'],
	['address3', 'Address Line 3'],
	['zipcode', 'Postal Code'],
	['city', 'City'],
	['county', 'County'],
	['state', 'State'],
];

const columns: Column[] = LINES.map(([name, label]) => ({
	name,
	label,
	help: `${label} of the address`,
	kind: text,
	wire: upperFirst(name),
}));

const WIRES = LINES.map(([name]) => upperFirst(name));

const NO_LINES: JsonObject = Object.fromEntries(WIRES.map((wire) => [wire, '']));

/** What answers have beside the parts, and beside the lines of each. */
const OWN_KEYS = [
	'LocalizedAddress',
	'Wgs84Latitude',
	'Wgs84Longitude',
	'Formatted',
	...METADATA_KEYS,
];
const OWN_LINES = ['AtypeIdx', 'Formatted'];

/** Whether a part says nothing, as that which a person does not have. */
const isBlank = (lines: unknown) =>
	lines === null || lines === '' || (isRecord(lines) && !some(omit(lines, OWN_LINES)));

/** Parts of an address, with their labels. */
const LABELS = { street: 'Street Address', postal: 'Postal Address' };

type Part = keyof typeof LABELS;

/**
 * The street and postal address. LocalizedAddress is never sent, as it would count before both
 * (SuperOffice's reference of PersonEntity).
 * @param parts which of the two the record has
 */
export function address(...parts: Part[]): FieldKind {
	const [first] = parts;
	return {
		name: 'Address',
		control: {
			type: 'fixedCollection',
			placeholder: 'Add Address',
			// In a group n8n forgets one that is empty.
			default: { [first]: Object.fromEntries(LINES.map(([name]) => [name, ''])) },
			options: parts.map((part) => ({
				name: part,
				displayName: LABELS[part],
				values: columnControls(columns),
			})),
		},
		async encode(value, ref, context) {
			const encoded: JsonObject = {};
			for (const part of parts) {
				const row = asRecord(value)[part];
				if (!isRecord(row)) continue;
				const own = { ...ref, parameter: `${ref.parameter}.${part}` };
				const lines = await encodeColumns(columns, row, own, context);
				if (Object.keys(lines).length > 0) encoded[upperFirst(part)] = lines;
			}
			return Object.keys(encoded).length > 0 ? encoded : undefined;
		},
		resend(value) {
			const lines = (part: Part) =>
				pickBy(pick(asRecord(asRecord(value)[upperFirst(part)]), WIRES), (line) => Boolean(line));
			const filled = parts.filter((part) => !isEmpty(lines(part)));
			return filled.length > 0
				? Object.fromEntries(filled.map((part) => [upperFirst(part), lines(part) as JsonObject]))
				: undefined;
		},
		clearedValue: Object.fromEntries(parts.map((part) => [upperFirst(part), NO_LINES])),
		// SuperOffice takes each part with all of its lines only (its samples of PATCH).
		overlay: (before, changes) =>
			mapValues(changes as JsonObject, (lines, part) => ({
				...NO_LINES,
				...omitBy(pick(asRecord(asRecord(before)[part]), WIRES), isNil),
				...asRecord(lines),
			})) as JsonObject,
		fromData(data, ref) {
			const given = parseIfJson(data, ref);
			if (!isRecord(given)) {
				throw new FieldError(ref, `${quote(data)} is not an address`, 'Give an object in braces.');
			}
			const filled = pickBy(given, (lines, key) => !OWN_KEYS.includes(key) && !isBlank(lines));
			const rows = Object.entries(filled).map(([key, lines]) => {
				const part = parts.find((one) => one === key.toLowerCase());
				if (!part) {
					const problem = `${quote(key)} is not known here`;
					throw new FieldError(ref, problem, `Use: ${parts.join(', ')}.`);
				}
				const own = { ...ref, parameter: `${ref.parameter}.${part}` };
				return [part, rowFromData(columns, isRecord(lines) ? omit(lines, OWN_LINES) : lines, own)];
			});
			return Object.fromEntries(rows) as Record<string, unknown>;
		},
	};
}
