import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { ItemCall, Operation } from '../crud/operation';
import type { Circumstances } from '../crud/record';
import type { Condition } from '../shared/archive/condition';
import type { FieldRow, FieldTable, GroupTable } from '../shared/fields/table';
import type { Spot } from '../shared/fields/kind';
import type { Json, JsonObject } from '../shared/json';
import type { Ask } from '../shared/lookup/source';
import type { RequestOptions } from '../shared/options';
import type { ApiRequest } from '../shared/transport/request';
import type { EntityEvents } from './entityEvents';

/** What a filter may need to know. */
export interface FilterContext {
	ask: Ask;
	/** IANA zone of times without an offset. */
	zone: string;
	spot: Spot;
}

/** One of the filters of Get Many: its control, and what it asks of the archive. */
export interface FilterRow extends FieldRow {
	condition(value: Json, context: FilterContext): Condition | Promise<Condition>;
}

/** SuperOffice's archive of a kind of record, which GET /api/v1/{entity} reads. */
export interface EntityArchive {
	/** Such as `FindAppointment`. */
	name: string;
	/** The column of the record's number, by which rows are counted. */
	key: string;
	/** Before the columns of user-defined fields, such as `appointmentUdef`. */
	customFields: string;
	/** The columns that come out unless others are chosen. */
	columns: string[];
	/** The columns between which a record takes time; without them there is no Period. */
	period?: { start: string; end: string };
	/** The column whose number rows share that are one record, such as those of a series. */
	group?: string;
	/** Columns that this node calls otherwise, as their names mislead: by the archive's name. */
	renamed?: Record<string, { name: string; label: string }>;
}

/** An item in the names of the properties, and what it is of. */
export interface OwnItem {
	item: IDataObject;
	/** What records are called, by parameter. */
	names: Record<string, string | undefined>;
	/** Values of user-defined fields, by ProgId. */
	custom: IDataObject;
	/** Number of the record that the item is of, 0 where it tells none. */
	id: number;
	/** Whether the item is a record as this node or a trigger puts it out. */
	isOwn: boolean;
	/** Whether it has all that follows from its properties already, so that nothing is derived. */
	isDerived?: boolean;
}

/** Reads items that the node itself has put out. */
export interface OwnItems<T extends OwnItem = OwnItem> {
	/** Whether an item says something of a record, if only what SuperOffice sets itself. */
	saysSomething(item: IDataObject): boolean;
	/** Whether an item has custom fields as plain values, and none in SuperOffice's encoding. */
	hasPlainFields(item: IDataObject): boolean;
	/**
	 * An item in the names of the properties.
	 * @param isNew whether a copy is made of it
	 * @param ignoresUnknown whether columns of its rows that nobody knows are left out
	 */
	asProperties(item: IDataObject, isNew: boolean, ignoresUnknown?: boolean): T;
	/** The item with the numbers of its own records, and the record where that had to be asked for. */
	resolve(
		call: ItemCall,
		options: RequestOptions,
		own: T,
		isNew: boolean,
	): Promise<{ item: IDataObject; original?: JsonObject }>;
}

/** How changes, or a new record, were given. */
export interface Given {
	/** How its body is specified, such as `autoMap`. */
	kind: string;
	/** The record that a copy is made of, where that had to be asked for. */
	original?: JsonObject;
}

/**
 * A kind of record: what is its own, as data and hooks. Everything else is the same for all of them, and
 * is given this.
 */
export interface EntityDefinition {
	/** Its name in SuperOffice's addresses and agents, such as `Appointment`. */
	name: string;
	/** What the form calls it. */
	label: string;
	/** What sentences call it, such as `an appointment`, `appointment` and `appointments`. */
	words: { a: string; one: string; many: string };
	/** The property that holds its number, such as `AppointmentId`. */
	id: string;
	/** SuperOffice's table of it, as foreign keys name it. */
	table: string;
	/** Where the form finds one by name: a key of the lookup sources. */
	source: string;
	archive: EntityArchive;
	/** One row a property. */
	fields: FieldTable;
	groups: GroupTable;
	/** The group of what SuperOffice sets itself. */
	systemGroup: string;
	/** Parameters of properties that no record is without. */
	alwaysFilled: string[];
	filters: Record<string, FilterRow>;
	/** Properties for the examples of the form. */
	example: JsonObject;
	/** What Select of the output shows as an example. */
	selectExample: string;
	/** The operations by their stored values. */
	operations: Record<string, Operation>;
	/** The operation that a new node starts with. */
	usual: string;

	/** Controls of a new record beside its fields. */
	createControls?: INodeProperties[];
	/** What other items must not do while this one is created: the key of a lock. */
	createLock?(call: ItemCall): string | undefined;
	/** Refuses a new record right before it is saved. */
	checkNew?(call: ItemCall, options: RequestOptions, body: JsonObject | string): Promise<void>;
	/** What the form's controls say of a record that is there already. */
	forChange?(control: INodeProperties): INodeProperties;
	/** Properties that follow from those that were given. */
	derive?(given: JsonObject): JsonObject;
	/** A new record over SuperOffice's defaults. */
	overDefaults?(
		given: JsonObject,
		lookUp: (request: ApiRequest) => Promise<Json>,
	): Promise<JsonObject>;
	/** A new record whose properties agree with each other. */
	settle?(
		call: ItemCall,
		options: RequestOptions,
		body: JsonObject,
		given: Given,
	): Promise<JsonObject>;
	/** Changes that agree with each other and with the record, of which properties may be read. */
	settleChanges?(
		call: ItemCall,
		options: RequestOptions,
		changes: JsonObject,
		given: Given,
		readRecord: (select: string[]) => Promise<JsonObject>,
	): Promise<JsonObject>;
	/** Saves, and refuses what came of it where that is not what was asked for. */
	saving?(
		call: ItemCall,
		options: RequestOptions,
		body: JsonObject | string,
		query: Record<string, string>,
		save: (query: Record<string, string>) => Promise<JsonObject>,
	): Promise<JsonObject>;
	/** The numbers of all records that are one with a record, itself among them. */
	sameRecords?(
		call: ItemCall,
		options: RequestOptions,
		id: number,
		circumstances: Circumstances,
	): Promise<number[]>;
	ownItems?: OwnItems;
	events?: EntityEvents;
}
