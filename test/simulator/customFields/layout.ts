import { inEnglish } from '../engine/languages';
import type { Carrier } from '../tenant/carriers';
import { isExtra, property, type Definition } from './definitions';
import type { Fields } from './fields';

/** How layouts call types of fields (OpenAPI files). */
const TYPES: Record<string, string> = { Integer: 'Number', MdoList: 'List' };

/** Where fields stand in a form: the simulator has none. */
const PLACE = {
	...{ FieldHeight: 0, FieldLeft: 0, FieldTop: 0, FieldWidth: 0, LabelHeight: 0, LabelLeft: 0 },
	...{ LabelTop: 0, LabelWidth: 0, Page1LineNo: 0, Justification: 'Default' },
};

function layoutOf(record: string, definition: Definition, index: number): Carrier {
	const id = index + 1;
	const isOn = (name: string) => property(definition, name) === true;
	return {
		...PLACE,
		...{ UDefFieldId: id, UdefIdentity: id, TabOrder: id, ColumnId: 0, Version: 1 },
		...{ LastVersionId: 0, ListTableId: 0, UDListDefinitionId: 0, FieldDefault: '' },
		...{ FormatMask: '', HideLabel: false, IsIndexed: false, ShortLabel: '', Tooltip: '' },
		FieldLabel: definition.label,
		FieldType: TYPES[definition.type] ?? definition.type,
		IsMandatory: isOn('IsMandatory'),
		IsReadOnly: isOn('IsReadOnly'),
		Type: record,
		ProgId: definition.key,
		TextLength: property(definition, 'TextLength') ?? 0,
		TemplateVariableName: '',
		HasBeenPublished: true,
		MdoListName: property(definition, 'MdoListName') ?? '',
		TableRight: null,
		FieldProperties: {},
	};
}

/** The layout of a kind's user-defined fields, of which all are published. */
export function udefLayout(record: string, { definitions }: Fields): Carrier[] {
	return definitions
		.filter(({ key }) => !isExtra(key))
		.map((definition, index) => layoutOf(record, definition, index));
}

/** The field of a layout that has a key, or a label in English: a guess. */
export function fieldOfLayout(layout: Carrier[], wanted: string): Carrier | undefined {
	const folded = wanted.toLowerCase();
	return layout.find(({ ProgId, FieldLabel }) =>
		[String(ProgId), inEnglish(String(FieldLabel))].some((name) => name.toLowerCase() === folded),
	);
}
