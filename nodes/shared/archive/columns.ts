import { FieldError, quote, type Spot } from '../fields/kind';
import { isRecord, type Json, type JsonObject } from '../json';
import type { Ask } from '../lookup/source';
import { clean } from '../shape';

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
export async function columnsOf(ask: Ask, archive: string): Promise<ArchiveColumn[]> {
	const answer = await ask({
		method: 'GET',
		path: `Archive/${archive}/$metadata`,
		expect: 'record',
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

/**
 * The name of a column.
 * @throws FieldError for anything else
 */
export function toColumn(value: unknown, spot: Spot): string {
	const name = typeof value === 'string' ? value.trim() : '';
	if (COLUMN.test(name)) return name;
	const advice = 'Choose it from the list, or give its name, such as contact/name.';
	throw new FieldError(spot, `${quote(value)} is not the name of a column`, advice);
}

/**
 * Columns of numbers by their name. The owner's and others' `associateId` is the name that they
 * sign in by; custom fields are called what the tenant likes.
 */
const isId = (column: string) =>
	/(^|\/|[a-z])Id$/i.test(column) &&
	!/(associate|videomeet)Id$/i.test(column) &&
	!/(^|\/)\w*udef\//i.test(column);

/** A value as it comes out: numbers of records as numbers, SuperOffice's words for "no date" as null. */
export function plainValue(column: string, value: Json | undefined): Json {
	// Only what stays the same as a number: neither 00123 nor NaN.
	const isNumber = typeof value === 'string' && isId(column) && String(Number(value)) === value;
	return isNumber ? Number(value) : (clean(value ?? null) ?? null);
}
