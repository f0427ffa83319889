import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { ItemCall, Operation } from '../crud/operation';
import type { ErrorNotes } from '../crud/record';
import type { ArchiveRow, Condition } from '../shared/archive/condition';
import type { FieldRow, FieldTable } from '../shared/fields/table';
import type { ParameterRef } from '../shared/fields/fieldKind';
import type { Json, JsonObject } from '../shared/json';
import type { LookUp } from '../shared/lookup/source';
import type { RequestOptions } from '../shared/options';
import type { ApiRequest } from '../shared/transport/session';
import type { EntityEvents } from './entityEvents';

/** Context for a filter. */
export interface FilterContext {
	lookUp: LookUp;
	/** IANA zone of times without an offset. */
	zone: string;
	ref: ParameterRef;
}

/** A filter of Get Many: its control, and its condition for the archive. */
export interface FilterRow extends FieldRow {
	/** What rows have to meet while the filter is not set, such as not to be retired. */
	absent?: Condition;
	condition(value: Json, context: FilterContext): Condition | Promise<Condition>;
}

/** The column that holds a property; or those that tell it, the main one first, and how they do: undefined is unknown. */
export type ArchiveProperty =
	string | { columns: string[]; value(row: ArchiveRow): Json | undefined };

/** SuperOffice's archive of a kind of record, which GET /api/v1/{entity} reads. */
export interface EntityArchive {
	/** Such as `FindAppointment`. */
	name: string;
	/** The column of the record's number, by which rows are counted. */
	key: string;
	/** Before the columns of user-defined fields, such as `appointmentUdef`. */
	customFields: string;
	/** Before the columns of extra fields, such as `contactExtra`, for archives that have them. */
	extraFields?: string;
	/** Its columns that hold properties, by the properties' paths such as `Contact/Name`. */
	properties: Record<string, ArchiveProperty>;
	/** The columns between which a record takes time; without them there is no Period. */
	period?: {
		start: string;
		end: string;
		/** Where it is a day, and no time, what the form calls it, such as `sale date`. */
		day?: string;
	};
	/** Columns of the first of a list, such as of email addresses, by what lists of records call it. */
	shown?: Record<string, { column: string; property: string }>;
	/** A condition that shows how Raw Filter is written. */
	filterExample: string;
	/** What all rows have to meet, such as not to be in the recycle bin. */
	conditions?: Condition[];
	/** The column by which rows form one record, such as a series. */
	groupColumn?: string;
	/** Columns without a corresponding property. */
	otherColumns: string[];
	/** More of them, whose names are ordinary words that a sheet may have. */
	wordColumns: string[];
	/** Columns by which a row is known, beside those of other tables: no sheet has such headings. */
	marks: string[];
	/** Other tables whose columns the archive joins, such as `contact` of `contact/name`. */
	joined: string[];
}

/** SuperOffice's defaults of a new record, where they depend on what is given. */
export interface EntityDefaults {
	/** How they are asked for; what is left out is as for any record. */
	request(given: JsonObject): Partial<ApiRequest>;
	/** The defaults that go along with what is given. */
	fit(defaults: JsonObject, given: JsonObject): JsonObject;
}

/** How output of this node goes back in, beyond what the table of properties says. */
export interface OwnOutput {
	/** Parameters of properties that go back only if the user has set them. */
	omitted: string[];
	/**
	 * The value of a property as it goes back; undefined leaves it out.
	 * @throws FieldError for a part of a value that goes back whole only
	 */
	resend(key: string, value: unknown, isNew: boolean): unknown;
	/** Properties of the record that a copy has to be compared with. */
	compared(item: IDataObject): string[];
	/** Whether an item has all that follows from its properties already, so that nothing is derived. */
	isDerived(item: IDataObject): boolean;
}

/** A property by which a record is found again. */
export interface MatchKey {
	/** What the form calls it. */
	label: string;
	/** The property's parameter, such as `orgNr`. */
	parameter: string;
	/** The archive's column of it. */
	column?: string;
	/** Another property that tells those apart that have the same value, if it is given. */
	beside?: { parameter: string; column: string; help: string };
	/** The records that may have the value, where the archive has no column of it. */
	candidates?(
		call: ItemCall,
		options: RequestOptions,
		value: string,
		errorNotes: ErrorNotes,
	): Promise<number[]>;
}

/** A list of records that belong to another one, which GET /api/v1/{entity}/{id}/{path} reads. */
export interface RelatedList {
	/** What the form calls it. */
	label: string;
	path: string;
	/** The column of the number of each. */
	key: string;
	/** Its columns by what they are called in the output. */
	columns: Record<string, string>;
	/** Those of them that are days, and no times. */
	days?: string[];
}

/** Where a body comes from. */
export interface BodySource {
	/** The body mode, such as `autoMap`. */
	bodyMode: string;
	/** The record that is copied, if it was fetched. */
	original?: JsonObject;
}

/** A type of record: its data and hooks. All generic code is given this definition. */
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
	/** Whether SuperOffice knows no If-Modified-Since and If-Unmodified-Since for it (its OpenAPI files). */
	lacksConditions?: boolean;
	archive: EntityArchive;
	/** One row a property. */
	fields: FieldTable;
	/** Parameters of properties that cannot be cleared. */
	neverEmpty: string[];
	filters: Record<string, FilterRow>;
	/** The properties by which a record is found again, by the form's values; the first is the usual one. */
	keys?: Record<string, MatchKey>;
	/** Properties for the examples of the form. */
	example: JsonObject;
	/** Parameters of the at most ten properties of simplified output, its number first. */
	simplified: string[];
	/** Of a record of whole days, its dates as days of a zone and the property that says so; nothing of others. */
	asDays?(record: JsonObject, zone: string): JsonObject;
	/** The operations by their stored values. */
	operations: Record<string, Operation>;
	/** The operation that a new node starts with. */
	defaultOperation: string;

	/** Parameters of its own operations whose expression must give a value, as an empty one would do something else. */
	guarded?: INodeProperties[];
	/** Options of a new record. */
	createOptions?: INodeProperties[];
	/** Key of the lock while a record is created. */
	createLockKey?(call: ItemCall): string | undefined;
	/** Checks a new record right before it is saved. */
	beforeCreate?(call: ItemCall, options: RequestOptions, body: JsonObject | string): Promise<void>;
	/** Adapts controls of the form for an existing record. */
	adaptForUpdate?(control: INodeProperties): INodeProperties;
	/** Properties that follow from those that were given. */
	derive?(given: JsonObject): JsonObject;
	/** What SuperOffice's defaults of a new record depend on. */
	defaults?: EntityDefaults;
	/** Normalizes a new record. */
	normalize?(
		call: ItemCall,
		options: RequestOptions,
		body: JsonObject,
		given: BodySource,
	): Promise<JsonObject>;
	/** Normalizes changes by the record, whose properties can be fetched. */
	normalizeChanges?(
		call: ItemCall,
		options: RequestOptions,
		changes: JsonObject,
		given: BodySource,
		readRecord: (select: string[]) => Promise<JsonObject>,
	): Promise<JsonObject>;
	/** Wraps saving, such as to check its result. */
	wrapSave?(
		call: ItemCall,
		options: RequestOptions,
		body: JsonObject | string,
		query: Record<string, string>,
		save: (query: Record<string, string>) => Promise<JsonObject>,
	): Promise<JsonObject>;
	/** IDs of all records that form one with a record, including itself. */
	linkedRecordIds?(
		call: ItemCall,
		options: RequestOptions,
		id: number,
		errorNotes: ErrorNotes,
	): Promise<number[]>;
	ownOutput?: OwnOutput;
	events?: EntityEvents;
}
