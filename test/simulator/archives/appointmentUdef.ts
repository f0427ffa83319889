import type { Carrier } from '../tenant/carriers';
import { DEFINITIONS, isExtra, property, type Definition } from '../customFields/definitions';
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
	MdoList: 'listAny',
};

/** Days without a time are stored as noon in UTC, which is the same day in most zones. */
function day(text: string): string {
	const [month, date, year] = (readEncodedDate(text)?.day ?? '01/01/0001').split('/');
	return year === '0001' ? '0001-01-01T00:00:00' : `${year}-${month}-${date}T12:00:00Z`;
}

function decoded(restriction: Restriction, text: string): Raw {
	const inside = text.replace(/^\[[A-Z]+:(.*)\]$/, '$1');
	if (restriction === 'string') return text;
	if (restriction === 'date') return day(inside);
	return restriction === 'bool' ? inside === '1' : Number(inside);
}

function udefColumn(definition: Definition): Column<Carrier> {
	const { key, type, label } = definition;
	const restriction = RESTRICTIONS[type] ?? 'string';
	const value = (row: Carrier, name: string) => String(bodyValue(row.CustomFields, name) ?? '');
	return {
		restriction,
		label,
		raw: (row) => decoded(restriction, value(row, key)),
		...(type === 'MdoList' && {
			show: (row: Carrier, { locale }: Context) =>
				translate(value(row, `${key}:DisplayText`), locale),
			list: String(property(definition, 'MdoListName')),
		}),
	};
}

/** The columns of user-defined fields; extra fields have none. */
export function udefColumns(): Record<string, Column<Carrier>> {
	const fields = DEFINITIONS.filter(({ key }) => !isExtra(key));
	return Object.fromEntries(
		fields.map((definition) => [`appointmentUdef/${definition.key}`, udefColumn(definition)]),
	);
}
