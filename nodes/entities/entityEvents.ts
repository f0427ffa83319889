import type { INodeProperties } from 'n8n-workflow';

import type { Condition } from '../shared/archive/condition';
import type { JsonObject } from '../shared/json';

/** Number of another record that events tell: its name, and where it is found. */
export interface EventId {
	/** As simplified output names it, such as `ContactId`. */
	name: string;
	/** The database column, in events. */
	row: string;
	/** The property, and within a nested record the key, in answers. */
	property?: [string] | [string, string];
	/** The column of the archive. */
	column?: string;
}

/** What is known of a record that an event is about. Undefined is not known, 0 is none. */
export interface EventContext {
	/** Numbers of records, as simplified output names them. */
	ids: Record<string, number>;
	/** What keeps events of it from coming out, such as that it is a copy of another one. */
	flags: Record<string, boolean | undefined>;
}

/** What is an entity's own of the events that triggers wait for. */
export interface EntityEvents {
	/** SuperOffice's name of the entity in events, such as `activity`. */
	name: string;
	/** Parameters of the properties, by the database columns that events name as changed. */
	columns: Record<string, string>;
	ids: EventId[];
	/** Filters over numbers: their control, the number that has to be among theirs, and the archive's term. */
	filters: Array<{ control: INodeProperties; id: string; term(ids: string): string }>;
	/** Switches that decide about events with a flag: it keeps them back while the switch is `keeps`. */
	switches: Array<{ control: INodeProperties; flag: string; keeps: boolean; polls: boolean }>;
	/** Properties that flags are read from. */
	flagProperties: string[];
	flagsOfRow(row: JsonObject, ids: EventContext['ids'], key: number): EventContext['flags'];
	flagsOfEntity(entity: JsonObject, key: number): EventContext['flags'];
	/** What rows of the archive have to meet to be records of the entity at all. */
	conditions: Condition[];
	/** The archive's columns of when a record was created, and last updated. */
	created: string;
	updated: string;
}
