import { multi } from '../engine/languages';
import type { RecordName } from '../engine/present';
import { field, fieldInfo, isExtra, type Definition } from './definitions';
import type { Carrier } from '../tenant/carriers';

const REFERENCE = multi('Reference', 'Referanse');
const ROOM_SETUPS = ['Rows', 'Circle', 'U-shape'];

const APPOINTMENT: Definition[] = [
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

const CONTACT: Definition[] = [
	field('SuperOffice:1', 'ShortText', multi('Customer Key', 'Kundenøkkel'), { TextLength: 40 }),
	field('SuperOffice:2', 'Integer', multi('Employees', 'Ansatte')),
	field('SuperOffice:3', 'MdoList', multi('Segment', 'Segment'), { MdoListName: 'udlist7' }),
	field('SuperOffice:4', 'Date', multi('Customer Since', 'Kunde siden')),
	field('x_rating', 'Integer', multi('Rating', 'Vurdering')),
];

const PERSON: Definition[] = [
	field('SuperOffice:1', 'ShortText', multi('Member Key', 'Medlemsnøkkel'), { TextLength: 40 }),
	field('SuperOffice:2', 'Checkbox', multi('Newsletter', 'Nyhetsbrev')),
	field('x_size', 'ShortText', multi('Size', 'Størrelse')),
];

const PROJECT: Definition[] = [
	field('SuperOffice:1', 'ShortText', multi('Project Key', 'Prosjektnøkkel'), { TextLength: 40 }),
	field('SuperOffice:2', 'Decimal', multi('Budget', 'Budsjett'), { Precision: 2 }),
	field('SuperOffice:3', 'MdoList', multi('Meeting Format', 'Møteform'), {
		MdoListName: 'udlist7',
	}),
	field('SuperOffice:4', 'Date', multi('Kickoff', 'Oppstart')),
	field('SuperOffice:5', 'Checkbox', multi('Billable', 'Fakturerbart')),
	field('SuperOffice:6', 'Integer', multi('Guests', 'Gjester')),
	field('x_project_room', 'ShortText', multi('Room', 'Rom')),
];

/** Requests and their messages have no user-defined fields (OpenAPI files). */
const TICKET: Definition[] = [
	field('x_ticket_reference', 'ShortText', REFERENCE, { TextLength: 40 }),
	field('x_ticket_devices', 'Integer', multi('Devices', 'Enheter')),
	field('x_ticket_costs', 'Decimal', multi('Costs', 'Kostnader'), { Precision: 2 }),
	field('x_ticket_visit', 'Date', multi('Visit', 'Besøk')),
	field('x_ticket_called', 'DateTime', multi('Called', 'Ringt')),
	field('x_ticket_billable', 'Checkbox', multi('Billable', 'Fakturerbart')),
	field('x_ticket_format', 'MdoList', multi('Meeting Format', 'Møteform'), {
		MdoListName: 'udlist7',
	}),
];

const MESSAGE: Definition[] = [
	field('x_ej_message_source', 'ShortText', multi('Source', 'Kilde'), { TextLength: 40 }),
	field('x_ej_message_pages', 'Integer', multi('Pages', 'Sider')),
	field('x_ej_message_checked', 'Checkbox', multi('Checked', 'Kontrollert')),
];

const SALE: Definition[] = [
	field('SuperOffice:1', 'ShortText', multi('Order Key', 'Ordrenøkkel'), { TextLength: 40 }),
	field('SuperOffice:2', 'Decimal', multi('Discount', 'Rabatt'), { Precision: 2 }),
	field('SuperOffice:3', 'MdoList', multi('Delivery Format', 'Leveranseform'), {
		MdoListName: 'udlist7',
	}),
	field('SuperOffice:4', 'Date', multi('Decision By', 'Beslutning innen')),
	field('SuperOffice:5', 'Checkbox', multi('Tender', 'Anbud')),
	field('SuperOffice:6', 'Integer', multi('Licenses', 'Lisenser')),
	field('x_sale_channel', 'ShortText', multi('Channel', 'Kanal')),
];

const DOCUMENT: Definition[] = [
	field('SuperOffice:1', 'ShortText', multi('Archive Key', 'Arkivnøkkel'), { TextLength: 40 }),
	field('SuperOffice:2', 'Decimal', multi('Value', 'Verdi'), { Precision: 2 }),
	field('SuperOffice:3', 'MdoList', multi('Form', 'Form'), { MdoListName: 'udlist7' }),
	field('SuperOffice:4', 'Date', multi('Valid Until', 'Gyldig til')),
	field('SuperOffice:5', 'Checkbox', multi('Signed', 'Signert')),
	field('SuperOffice:6', 'Integer', multi('Pages', 'Sider')),
	field('x_document_shelf', 'ShortText', multi('Shelf', 'Hylle')),
];

/** The custom fields of a kind of record. */
export class Fields {
	private readonly byKey: ReadonlyMap<string, Definition>;

	constructor(
		/** What errors call the records. */
		readonly records: string,
		/** By rank. */
		readonly definitions: readonly Definition[],
	) {
		this.byKey = new Map(definitions.map((definition) => [definition.key, definition]));
	}

	/** Whether the records have user-defined fields, and the property of these. */
	get hasUserDefined(): boolean {
		return this.definitions.some(({ key }) => !isExtra(key));
	}

	get(key: string): Definition | undefined {
		return this.byKey.get(key);
	}

	/** The FieldInfo carriers, by rank. */
	infos(): Carrier[] {
		return this.definitions.map((definition, index) => fieldInfo(definition, index + 1));
	}
}

/** The tenant's custom fields. */
export const FIELDS: Record<RecordName, Fields> = {
	Appointment: new Fields('Appointments', APPOINTMENT),
	Contact: new Fields('Companies', CONTACT),
	Person: new Fields('Persons', PERSON),
	Project: new Fields('Projects', PROJECT),
	Sale: new Fields('Sales', SALE),
	Ticket: new Fields('Requests', TICKET),
	TicketMessage: new Fields('Messages', MESSAGE),
	Document: new Fields('Documents', DOCUMENT),
};
