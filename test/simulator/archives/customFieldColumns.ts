import type { Value } from '../tenant/carriers';
import { isExtra, property, type Definition } from '../customFields/definitions';
import { blankValue } from '../customFields/encodings';
import type { Fields } from '../customFields/fields';
import { readEncodedDate } from '../customFields/dates';
import { translate } from '../engine/languages';
import { bodyValue } from '../engine/values';
import type { Column, Context, Raw, Restriction } from './columns';

/** How columns of custom fields are filtered, by the fields' types; others as texts. */
const RESTRICTIONS: Record<string, Restriction> = {
	Integer: 'int',
	Decimal: 'decimal',
	Checkbox: 'bool',
	Date: 'date',
	DateTime: 'datetime',
	MdoList: 'listAny',
};

/** Days without a time are stored as noon in UTC, which is the same day in most zones. */
function day(text: string): string {
	const [month, date, year] = (readEncodedDate(text)?.day ?? '01/01/0001').split('/');
	return year === '0001' ? '0001-01-01T00:00:00' : `${year}-${month}-${date}T12:00:00Z`;
}

/** Moments of custom fields have no zone: that they are in UTC is a guess. */
function moment(text: string): string {
	const { day: date, time } = readEncodedDate(text) ?? { day: '01/01/0001', time: '00:00:00' };
	const [month, ofMonth, year] = date.split('/');
	return year === '0001' ? '0001-01-01T00:00:00' : `${year}-${month}-${ofMonth}T${time}Z`;
}

function decoded(restriction: Restriction, text: string): Raw {
	const inside = text.replace(/^\[[A-Z]+:(.*)\]$/, '$1');
	if (restriction === 'string') return text;
	if (restriction === 'date') return day(inside);
	if (restriction === 'datetime') return moment(inside);
	return restriction === 'bool' ? inside === '1' : Number(inside);
}

/** Where rows have the values of custom fields; undefined for a row that has none. */
type Read<Row> = (row: Row, context: Context) => Value | undefined;

function customFieldColumn<Row>(definition: Definition, read: Read<Row>): Column<Row> {
	const { key, type, label } = definition;
	const restriction = RESTRICTIONS[type] ?? 'string';
	const blank = blankValue(definition);
	const value = (row: Row, context: Context) => String(bodyValue(read(row, context), key) ?? blank);
	const text = (row: Row, context: Context) =>
		String(bodyValue(read(row, context), `${key}:DisplayText`) ?? '');
	return {
		restriction,
		label,
		isUtc: type === 'DateTime',
		raw: (row, context) => decoded(restriction, value(row, context)),
		...(type === 'MdoList' && {
			show: (row: Row, context: Context) => translate(text(row, context), context.locale),
			list: String(property(definition, 'MdoListName')),
		}),
	};
}

/**
 * The columns of a kind's custom fields.
 * @param prefixes of user-defined and of extra fields; those of appointments have no columns
 */
export function customFieldColumns<Row>(
	{ definitions }: Fields,
	prefixes: { udef: string; extra?: string },
	read: Read<Row>,
): Record<string, Column<Row>> {
	const prefixOf = ({ key }: Definition) => (isExtra(key) ? prefixes.extra : prefixes.udef);
	return Object.fromEntries(
		definitions
			.filter((definition) => prefixOf(definition) !== undefined)
			.map((definition) => [
				`${prefixOf(definition)}/${definition.key}`,
				customFieldColumn(definition, read),
			]),
	);
}
