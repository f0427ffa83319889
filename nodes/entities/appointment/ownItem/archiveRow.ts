import partition from 'lodash/partition';
import sortBy from 'lodash/sortBy';
import type { IDataObject } from 'n8n-workflow';

import { appointmentFields, type AppointmentParameter } from '../appointment.fields';
import { hasValue, findKey } from './itemKeys';

/** What a column of the archive contains. */
type ColumnContent =
	/** Its value. */
	| 'value'
	/** The number, or the name, of the record that it refers to. */
	| 'id'
	| 'name';

/** The columns of FindAppointment that are properties, in lower case, and what they say of them. */
const COLUMNS: Record<string, [AppointmentParameter, ColumnContent]> = {
	// That it is the title, as in the official client's fixture, is a guess.
	text: ['title', 'value'],
	'appointment/title': ['title', 'value'],
	'appointment/agenda': ['agenda', 'value'],
	'appointment/internalnotes': ['internalNotes', 'value'],
	'appointment/description': ['description', 'value'],
	date: ['startDate', 'value'],
	task: ['task', 'name'],
	// The name that the owner signs in by, which no list has, unless it is a number.
	associateid: ['associate', 'id'],
	'associate/associatedbid': ['associate', 'id'],
	'associate/fullname': ['associate', 'name'],
	contactid: ['contact', 'id'],
	'contact/contactid': ['contact', 'id'],
	'contact/namedepartment': ['contact', 'name'],
	'contact/name': ['contact', 'name'],
	personid: ['person', 'id'],
	'person/personid': ['person', 'id'],
	'person/fullname': ['person', 'name'],
	projectid: ['project', 'id'],
	'project/projectid': ['project', 'id'],
	'project/name': ['project', 'name'],
	saleid: ['sale', 'id'],
	'sale/saleid': ['sale', 'id'],
	'sale/heading': ['sale', 'name'],
	priority: ['priority', 'name'],
	alarm: ['hasAlarm', 'value'],
};

/** Columns without a corresponding property. */
const OTHER_COLUMNS = new Set([
	...['time', 'endtime', 'completeddate', 'icon', 'recordtype', 'recordtypetext', 'rawtype'],
	...['rawstatus', 'invitedpersonid', 'usergroup', 'recurring', 'recurrenceruleid', 'booking'],
	...['registereddate', 'registeredby', 'updateddate', 'updatedby', 'cautionwarning'],
	...['visibleindiary', 'skiptentativeandrejectedrestriction'],
]);

/** Columns of other tables that the archive joins. */
const JOINED_COLUMN =
	/^(appointment|associate|contact|person|project|sale|registeredBy\w*|updatedBy\w*)\//i;

/** Columns of user-defined fields. */
const CUSTOM_COLUMN = /^appointmentUdef\//i;

const PROPERTIES = new Set(Object.keys(appointmentFields).map((name) => name.toLowerCase()));

/**
 * Whether a key is a property that the user has added to a row, whose own columns begin with small
 * letters.
 */
const isBeside = (key: string) => /^[A-Z]/.test(key) && PROPERTIES.has(key.toLowerCase());

/** Whether a key is a column of the archive, and no property. */
const isColumn = (key: string) => {
	const name = key.toLowerCase();
	const isKnown = Object.hasOwn(COLUMNS, name) || OTHER_COLUMNS.has(name);
	return CUSTOM_COLUMN.test(key) || JOINED_COLUMN.test(key) || (isKnown && !isBeside(key));
};

const HAS_OFFSET = /^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:?\d{2})$/i;

/**
 * Whether an item is a row of Get Many: it has the archive's own name for the appointment's number, and
 * columns beside it. A sheet may well have the headings date and time; a row's date has a time and an
 * offset.
 */
export const isArchiveRow = (item: IDataObject): boolean =>
	Number(item.appointmentId) > 0 &&
	Object.keys(item).some(isColumn) &&
	(item.date === undefined || item.date === null || HAS_OFFSET.test(String(item.date)));

/** A row in the names of the properties. */
export interface TranslatedRow {
	item: IDataObject;
	/** What records are called, by parameter; a name that is beside a number is left out. */
	names: Partial<Record<AppointmentParameter, string>>;
	/** Values of user-defined fields, by ProgId. */
	custom: IDataObject;
}

/**
 * Translates a row of Get Many; what is no property's is left out, what is no column stays, and counts
 * before what a column says.
 */
export function fromArchiveRow(row: IDataObject): TranslatedRow {
	const translated: TranslatedRow = { item: {}, names: {}, custom: {} };
	const { item, names, custom } = translated;
	const [columns, others] = partition(Object.entries(row), ([key]) => isColumn(key));
	// A column that begins with a capital was set beside the row's own.
	for (const [key, value] of sortBy(columns, ([key]) => /^[A-Z]/.test(key))) {
		const name = key.toLowerCase();
		const [parameter, says] = Object.hasOwn(COLUMNS, name) ? COLUMNS[name] : [];
		if (CUSTOM_COLUMN.test(key)) custom[key.replace(CUSTOM_COLUMN, '')] = value;
		else if (parameter === undefined || !hasValue(value)) continue;
		else if (says === 'name') names[parameter] ??= String(value);
		else if (says !== 'id' || Number(value) > 0) item[parameter] = value;
	}
	for (const [key, value] of others) {
		if (hasValue(value)) item[key] = value;
	}
	for (const name of Object.keys(names) as AppointmentParameter[]) {
		if (findKey(item, name) !== undefined) delete names[name];
	}
	return translated;
}
