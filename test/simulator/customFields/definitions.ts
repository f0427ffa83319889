import type { Carrier, Value } from '../tenant/carriers';

/** A custom field, as GET /Appointment/CustomField describes one of appointments. */
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

/** A field; what differs from the type's own properties comes last. */
export const field = (
	key: string,
	type: string,
	label: string,
	more: Carrier = {},
): Definition => ({
	key,
	type,
	label,
	more,
});

/** Whether the field is an extra field; the others are user-defined ones. */
export function isExtra(key: string): boolean {
	return !key.includes(':');
}

/** A property of a field's FieldInfo. */
export function property({ type, more }: Definition, name: string): Value | undefined {
	return more?.[name] ?? BY_TYPE[type][name];
}

/** A field's FieldInfo carrier; names are texts in the tenant's languages. */
export function fieldInfo(definition: Definition, rank: number): Carrier {
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
		Rank: rank,
		// Null for extra fields by the client's documentation; how the others are named: a guess.
		TemplateVariableName: isExtra(definition.key) ? null : '',
		...BY_TYPE[definition.type],
		...definition.more,
	};
}
