import { parseDateTime, lacksOffset } from '../dates';
import { FieldError, quote, type ParameterRef } from '../fields/fieldKind';
import { isRecord, type Json, type JsonObject } from '../json';
import type { LookUp } from '../lookup/source';
import { stripEmpty } from '../shape';
import { expectNamed } from '../transport/expectedBody';

/** A column that an archive has. */
export interface ArchiveColumn {
	name: string;
	/** What people call it. */
	label: string;
	canOrderBy: boolean;
}

/**
 * The columns of an archive (GET /api/v1/Archive/{name}/$metadata; the properties after
 * ArchiveColumnInfo of the official client).
 */
export async function fetchArchiveColumns(
	lookUp: LookUp,
	archive: string,
): Promise<ArchiveColumn[]> {
	const answer = await lookUp({
		method: 'GET',
		path: `Archive/${archive}/$metadata`,
		expect: expectNamed('Name'),
		purpose: 'reading what columns there are',
	});
	const all = isRecord(answer) && Array.isArray(answer.value) ? answer.value : [];
	const infos = all.filter(isRecord) as JsonObject[];
	return infos.map(({ Name, DisplayName, CanOrderBy }) => ({
		name: String(Name),
		label: String(DisplayName || Name),
		canOrderBy: CanOrderBy === true,
	}));
}

/** A column's name; aggregations such as `Count(x):Footer` would put out other rows. */
const COLUMN = /^[\p{L}\p{N}_:./-]+$/u;

/** Characters of a column's name; those of custom fields carry names of people's own. */
const LONGEST = 250;

/**
 * The name of a column.
 * @throws FieldError for anything else
 */
export function toColumnName(value: unknown, ref: ParameterRef): string {
	const name = typeof value === 'string' ? value.trim() : '';
	if (name.length <= LONGEST && COLUMN.test(name)) return name;
	const advice = 'Choose it from the list, or give its name, such as Contact/Name.';
	if (value === '') throw new FieldError(ref, 'is empty', advice);
	throw new FieldError(ref, `${quote(value)} is not the name of a field`, advice);
}

const isCustom = (column: string) => /(^|\/)\w*udef\//i.test(column);

/**
 * Columns of numbers by their name, as SuperOffice writes it: words such as guid only sound like it. The owner's and others' `associateId` is the name that they
 * sign in by; custom fields are called what the tenant likes.
 */
const isId = (column: string) =>
	/(^|\/|[a-z])Id$/.test(column) && !/(associate|videomeet)Id$/i.test(column) && !isCustom(column);

/** A date that came without an offset, with the one that it has in the zone. */
function dateWithOffset(column: string, value: Json, zone: string): Json {
	const isDate = /date$/i.test(column) && !isCustom(column);
	if (!isDate || typeof value !== 'string' || !lacksOffset(value)) return value;
	// SuperOffice gives these two in UTC, whatever the zone of the answer.
	const own = /(^|\/)(updated|registered)Date$/i.test(column) ? 'UTC' : zone;
	return parseDateTime(value, own)?.toISO({ suppressMilliseconds: true }) ?? value;
}

/**
 * A value for the output: numbers of records as numbers, SuperOffice's words for "no date" as null,
 * and dates with an offset.
 * @param zone what a date without an offset means
 */
export function toPlainValue(column: string, value: Json | undefined, zone: string): Json {
	// Only what stays the same as a number: neither 00123 nor NaN.
	const isNumber = typeof value === 'string' && isId(column) && String(Number(value)) === value;
	return isNumber ? Number(value) : dateWithOffset(column, stripEmpty(value ?? null) ?? null, zone);
}
