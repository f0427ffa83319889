import type { Carrier, Value } from '../tenant/carriers';
import { multi } from '../engine/languages';

/** A custom field of appointments, as GET /Appointment/CustomField describes it. */
export interface Definition {
	key: string;
	type: string;
	/** Multi-language text. */
	label: string;
	/** What differs from the type's own properties, or from those of all fields. */
	more?: Carrier;
}

const NEVER = '0001-01-01T00:00:00';

/** What each type has beyond all others: the FieldInfo carriers of the official client. */
const BY_TYPE: Record<string, Carrier> = {
	ShortText: { DefaultValue: '', TextLength: 254, FormatMask: '', IsHtml: false },
	LongText: { DefaultValue: '', IsHtml: false, UseTextArea: true, NumRows: 5 },
	Integer: { DefaultValue: 0 },
	Decimal: { DefaultValue: 0, Precision: 0 },
	Checkbox: { DefaultValue: false },
	Date: { DefaultValue: NEVER, IsDefaultNow: false },
	DateTime: { DefaultValue: NEVER, IsDefaultNow: false },
	Time: { DefaultValue: NEVER, IsDefaultNow: false },
	TimeSpan: { DefaultValue: 0, UseDays: false, UseHours: true, UseMinutes: true, MaxNum: 0 },
	MdoList: { DefaultValue: 0, MdoListName: '' },
	ListText: { DefaultValue: '', TextLength: 254, Choices: [] },
	RelationTo: {
		DefaultValue: 0,
		TargetTable: '',
		TargetLabel: '',
		UseDropDown: false,
		MdoListName: '',
	},
	Blob: {},
	Attachment: { DefaultValue: 0 },
	DynamicLink: { LinkName: '', LinkValue: '' },
};

const field = (key: string, type: string, label: string, more: Carrier = {}): Definition => ({
	key,
	type,
	label,
	more,
});

const REFERENCE = multi('Reference', 'Referanse');
const ROOM_SETUPS = ['Rows', 'Circle', 'U-shape'];

/** The tenant's custom fields of appointments, by rank. */
export const DEFINITIONS: Definition[] = [
	field('SuperOffice:1', 'ShortText', REFERENCE, { TextLength: 40 }),
	field('SuperOffice:2', 'Integer', multi('Guests', 'Gjester')),
	field('SuperOffice:3', 'LongText', multi('Minutes', 'Referat')),
	field('SuperOffice:4', 'Decimal', multi('Budget', 'Budsjett'), { Precision: 2 }),
	field('SuperOffice:5', 'Checkbox', multi('Catering', 'Servering')),
	field('SuperOffice:6', 'Date', multi('Follow Up By', 'Følges opp innen')),
	field('SuperOffice:7', 'MdoList', multi('Format', 'Møteform'), { MdoListName: 'udlist7' }),
	field('SuperOffice:8', 'ShortText', multi('Cost Center', 'Kostnadssted'), {
		IsMandatory: true,
		TextLength: 20,
	}),
	field('Facilities:RoomSetup', 'ListText', multi('Room Setup', 'Romoppsett'), {
		Choices: ROOM_SETUPS,
	}),
	field('x_started', 'DateTime', multi('Started', 'Startet')),
	field('x_call_time', 'Time', multi('Call Time', 'Ringetid')),
	field('x_travel', 'TimeSpan', multi('Travel', 'Reise')),
	field('x_related_company', 'RelationTo', multi('Related Company', 'Tilknyttet firma'), {
		TargetTable: 'contact',
	}),
	field('x_category', 'RelationTo', multi('Visit Category', 'Besøkskategori'), {
		UseDropDown: true,
		MdoListName: 'udlist7',
	}),
	field('x_reference', 'ShortText', REFERENCE),
	field('x_internal', 'Integer', multi('Internal', 'Intern'), { HideField: true }),
	field('x_score', 'Integer', multi('Score', 'Poeng'), { IsReadOnly: true }),
	field('x_blob', 'Blob', multi('Drawing', 'Tegning')),
	field('x_file', 'Attachment', multi('File', 'Fil')),
	field('x_link', 'DynamicLink', multi('Link', 'Lenke')),
];

/** Whether the field is an extra field; the others are user-defined ones. */
export function isExtra(key: string): boolean {
	return !key.includes(':');
}

/** A property of a field's FieldInfo. */
export function property({ type, more }: Definition, name: string): Value | undefined {
	return more?.[name] ?? BY_TYPE[type][name];
}

/** A field's FieldInfo carrier; names are texts in the tenant's languages. */
export function fieldInfo(definition: Definition): Carrier {
	return {
		FieldType: definition.type,
		FieldName: definition.key,
		DisplayName: definition.label,
		Description: '',
		ShortLabel: '',
		HideLabel: false,
		HideField: false,
		IsIndexed: false,
		IsMandatory: false,
		IsReadOnly: false,
		IsExternal: false,
		IsDisplayField: false,
		Rank: DEFINITIONS.indexOf(definition) + 1,
		// Null for extra fields by the client's documentation; how the others are named: a guess.
		TemplateVariableName: isExtra(definition.key) ? null : '',
		...BY_TYPE[definition.type],
		...definition.more,
	};
}
