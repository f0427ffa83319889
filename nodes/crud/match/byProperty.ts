import isMatch from 'lodash/isMatch';
import partition from 'lodash/partition';
import type { INodePropertyOptions } from 'n8n-workflow';

import type { EntityDefinition, MatchKey } from '../../entities/entity';
import type { ArchiveRow, Condition } from '../../shared/archive/condition';
import { FieldError, type ParameterRef } from '../../shared/fields/fieldKind';
import { encodeTable, valuesFromItem, wireName } from '../../shared/fields/table';
import { isRecord, ownProperty, type Json, type JsonObject } from '../../shared/json';
import type { RequestOptions } from '../../shared/options';
import { odataString } from '../../shared/transport/odataString';
import { encodeContext } from '../body/encodeContext';
import { toBodyObject } from '../body/jsonBody';
import { lookUpFor } from '../body/readBody';
import type { ItemCall } from '../operation';
import { getRecord, type ErrorNotes } from '../record';
import { findRecords, singleMatch, type MatchedRow } from './findMatch';
import type { Matcher } from './matcher';

/** A text without what nobody sees: as it is searched for and saved, so that it is found again. */
const plainText = (text: string) =>
	text
		.normalize('NFC')
		.replace(/[\s\p{Cc}]+/gu, ' ')
		.trim();

/** Servers compare texts without case. */
const folded = (value: unknown) => plainText(String(value)).toLowerCase();

/** The texts of a property: itself, those of a list, or the values of a list's rows. */
const textsOf = (value: Json | undefined): string[] =>
	(Array.isArray(value) ? value : [value])
		.map((one) => (isRecord(one) ? one.Value : one))
		.filter((one) => one !== undefined && one !== null && one !== '')
		.map(String);

const has = (value: Json | undefined, text: string) =>
	textsOf(value).some((one) => folded(one) === folded(text));

/** A property that a record is found by, with what it has to be. */
interface WantedProperty {
	parameter: string;
	column?: string;
	/** What a new record gets. */
	value: Json;
	text: string;
}

/** The property of a form value, encoded and checked as its kind does. */
async function wantedProperty(
	call: ItemCall,
	options: RequestOptions,
	{ parameter, column }: Pick<MatchKey, 'parameter' | 'column'>,
	given: unknown,
	ref: ParameterRef,
): Promise<WantedProperty | undefined> {
	const field = call.entity.fields[parameter];
	const plain = typeof given === 'string' ? plainText(given) : given;
	const source = valuesFromItem({ [parameter]: plain });
	const body = await encodeTable(
		{ [parameter]: field },
		(name, row) => ({ value: source(name, row).value, parameter: ref.parameter }),
		encodeContext(lookUpFor(call, options), options.zone),
	);
	const value = body[wireName(parameter)];
	const [text, ...more] = textsOf(value);
	if (text === undefined) return undefined;
	if (more.length === 0) return { parameter, column, value, text };
	throw new FieldError(ref, `has ${more.length + 1} values`, 'Give one.');
}

/** Whether records have a property, which a row does not tell for sure. */
async function whoHave(
	call: ItemCall,
	options: RequestOptions,
	{ parameter, text }: WantedProperty,
	ids: number[],
	errorNotes: ErrorNotes,
): Promise<number[]> {
	const property = wireName(parameter);
	const found: number[] = [];
	for (const id of ids) {
		const record = await getRecord(call, options, id, [property], errorNotes);
		if (has(record[property], text)) found.push(id);
	}
	return found;
}

/**
 * The rows of the archive that have the properties. A row of a list shows one of its values, maybe
 * another than the wanted one.
 * @param candidates the records that may have it, where the archive has no column of it
 */
async function findRows(
	call: ItemCall,
	options: RequestOptions,
	[main, ...others]: WantedProperty[],
	candidates: number[] | undefined,
	errorNotes: ErrorNotes,
): Promise<MatchedRow[]> {
	const isSame = ({ column = '', text }: WantedProperty, row: ArchiveRow) =>
		folded(row[column] ?? '') === folded(text);
	const byColumn = ({ column = '', text }: WantedProperty): Condition => ({
		filter: `${column} is ${odataString(text)}`,
	});
	const { key } = call.entity.archive;
	const ofCandidates = candidates && { filter: `${key} in (${candidates.join(',')})` };
	const conditions = [ofCandidates ?? byColumn(main), ...others.map(byColumn)];
	const columns = [main, ...others].flatMap(({ column }) => column ?? []);
	const rows = await findRecords(call, options, conditions, columns, errorNotes);
	const possible = rows.filter(([, row]) => others.every((one) => isSame(one, row)));
	const [sure, unsure] = partition(possible, ([, row]) => isSame(main, row));
	const asked = Array.isArray(main.value) ? unsure.map(([{ id }]) => id) : [];
	const ids = await whoHave(call, options, main, asked, errorNotes);
	return [...sure, ...unsure.filter(([{ id }]) => ids.includes(id))].map(([match]) => match);
}

/** Finds a record by one of its properties, or two, and gives a new record what it was looked for by. */
function propertyMatcher(
	call: ItemCall,
	options: RequestOptions,
	key: MatchKey,
	properties: WantedProperty[],
	ref: ParameterRef,
): Matcher {
	const [main] = properties;
	const notes = { purpose: `looking up the ${call.entity.words.one}` };
	return {
		// Those that differ in a property beside it may be the same record.
		lockKey: `${main.parameter} = ${folded(main.text)}`,
		async find(errorNotes = notes) {
			const candidates = await key.candidates?.(call, options, main.text, errorNotes);
			if (candidates?.length === 0) return 0;
			const rows = await findRows(call, options, properties, candidates, errorNotes);
			return await singleMatch(call, options, rows, ref, errorNotes);
		},
		addKey(body, isNew) {
			const given = toBodyObject(call, body);
			const changed: JsonObject = {};
			for (const { parameter, value, text } of properties) {
				const property = wireName(parameter);
				const isGiven = textsOf(given[property]).length > 0;
				// A list would be replaced by the value alone.
				if (isGiven ? typeof value === 'string' : isNew) changed[property] = value;
				if (!isGiven) continue;
				if (!has(given[property], text)) {
					const problem = `${call.entity.fields[parameter].label} is set to something else`;
					throw new FieldError(ref, problem, 'Keep one of the two.');
				}
			}
			return isMatch(given, changed) ? body : { ...given, ...changed };
		},
		canRecheck: true,
	};
}

/** The keys as choices of the form. */
export const keyOptions = (keys: Record<string, MatchKey>): INodePropertyOptions[] =>
	Object.entries(keys).map(([value, { label }]) => ({
		name: label,
		value,
		description: `Find the {record} by ${label}`,
	}));

/** The key of the form's value, such as `orgNr`. */
export const matchKeyOf = ({ keys }: EntityDefinition, by: string): MatchKey | undefined =>
	ownProperty(keys ?? {}, by);

/**
 * The matcher of a property.
 * @param given the value, and that of the property beside it, as the form has them
 * @throws FieldError for an empty value, or one that the property cannot have
 */
export async function readPropertyMatcher(
	call: ItemCall,
	options: RequestOptions,
	key: MatchKey,
	given: { value: unknown; beside?: unknown },
	ref: ParameterRef,
): Promise<Matcher> {
	const main = await wantedProperty(call, options, key, given.value, ref);
	if (!main) {
		throw new FieldError(ref, 'is empty', `Give the ${key.label} of the ${call.entity.words.one}.`);
	}
	const second = key.beside && (await wantedProperty(call, options, key.beside, given.beside, ref));
	return propertyMatcher(call, options, key, second ? [main, second] : [main], ref);
}
