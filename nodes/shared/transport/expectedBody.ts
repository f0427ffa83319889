import { isRecord } from '../json';

/** A check of a response body. */
export interface BodyCheck {
	/** What is wrong with a body, as in `SuperOffice answered without AppointmentId`; else undefined. */
	fault(body: unknown): string | undefined;
}

/**
 * A filled object, a list, an object that may be empty, nothing at all (calls that give nothing back),
 * or what a check finds no fault with.
 */
export type ExpectedBody = 'record' | 'list' | 'dictionary' | 'nothing' | BodyCheck;

const NO_RECORD = 'without a record';

const isFilled = (body: unknown): body is Record<string, unknown> =>
	isRecord(body) && Object.keys(body).length > 0;

const WHOLE = /^-?\d{1,15}$/;

/** A whole number that came as such or in digits, as the primary keys of archives do; else undefined. */
function wholeNumber(value: unknown): number | undefined {
	if (typeof value === 'string' && WHOLE.test(value)) return Number(value);
	return Number.isSafeInteger(value) ? (value as number) : undefined;
}

/** The number of an archive's row: SuperOffice has it in its column, and as PrimaryKey. */
export const rowKey = (row: Record<string, unknown>, key: string): number | undefined =>
	wholeNumber(row[key] ?? row.PrimaryKey);

/**
 * A record with its number, 1 or higher.
 * @param key such as `AppointmentId`
 * @param wanted the number that was asked for, where it is known; 0 is that of one that is not saved
 */
export const expectRecord = (key: string, wanted?: number): BodyCheck => ({
	fault(body) {
		if (!isFilled(body)) return NO_RECORD;
		const id = body[key];
		if (!Number.isSafeInteger(id)) return `without a number as ${key}`;
		if (wanted !== undefined && id !== wanted) {
			return `with ${key} ${String(id)} in place of ${wanted}`;
		}
		return wanted === undefined && Number(id) < 1 ? `with ${key} ${String(id)}` : undefined;
	},
});

const rowsFault = (rows: unknown, isRow: (row: Record<string, unknown>) => boolean, of: string) =>
	Array.isArray(rows) && rows.every((row) => isRecord(row) && isRow(row))
		? undefined
		: `without a list of ${of}`;

/**
 * A page of an archive, whose rows have whole numbers as keys, 1 or higher.
 * @param columns what each row has to have besides
 */
export const expectRows = (key: string, columns: string[] = []): BodyCheck => ({
	fault: (body) =>
		rowsFault(
			isRecord(body) ? body.value : undefined,
			(row) =>
				Number(rowKey(row, key)) >= 1 && columns.every((column) => row[column] !== undefined),
			`rows with ${['a number as', key, ...columns].join(' ')}`,
		),
});

/** A list, also in a property of a record, of records that have a text such as a name. */
export const expectNamed = (key: string, within = 'value'): BodyCheck => ({
	fault: (body) =>
		rowsFault(
			isRecord(body) ? body[within] : body,
			(row) => typeof row[key] === 'string' && row[key] !== '',
			`records with ${key}`,
		),
});

/** A list of records that have whole numbers. */
export const expectList = (key: string): BodyCheck => ({
	fault: (body) =>
		rowsFault(body, (row) => Number.isSafeInteger(row[key]), `records with a number as ${key}`),
});

/** A page of an archive whose rows have no ID. */
export const ANY_ROWS: BodyCheck = {
	fault: (body) => rowsFault(isRecord(body) ? body.value : undefined, () => true, 'rows'),
};

const BODY_CHECKS: Record<Exclude<ExpectedBody, BodyCheck>, (body: unknown) => boolean> = {
	record: isFilled,
	list: Array.isArray,
	dictionary: isRecord,
	// A body in place of nothing is from another server.
	nothing: (body) => !body || (isRecord(body) && Object.keys(body).length === 0),
};

/** What is wrong with the body of an answer, as it follows `SuperOffice answered`; else undefined. */
export function bodyFault(expected: ExpectedBody, body: unknown): string | undefined {
	if (typeof expected === 'object') return expected.fault(body);
	return BODY_CHECKS[expected](body) ? undefined : NO_RECORD;
}
