import type { INodeProperties } from 'n8n-workflow';

import type { Condition } from '../shared/archive/condition';
import type { JsonObject } from '../shared/json';

/** ID of another record in events, and where it is found. */
export interface EventId {
	/** As simplified output names it, such as `ContactId`. */
	name: string;
	/** The database column, in events. */
	databaseColumn: string;
	/** The property, and within a nested record the key, in answers. */
	property?: [string] | [string, string];
	/** The column of the archive. */
	archiveColumn?: string;
}

/** The context of an event: what is known of its record. Undefined is unknown, 0 is none. */
export interface EventContext {
	/** Numbers of records, as simplified output names them. */
	ids: Record<string, number>;
	/** Flags by which switches suppress events, such as that it is a copy. */
	flags: Record<string, boolean | undefined>;
}

/** An entity's definition of events. */
export interface EntityEvents {
	/** SuperOffice's name of the entity in events, such as `activity`. */
	name: string;
	/** Parameters of the properties, by the database columns that events name as changed. */
	columns: Record<string, string>;
	ids: EventId[];
	/** Filters over numbers: their control, the number that has to be among theirs, and the archive's term. */
	filters: Array<{ control: INodeProperties; id: string; term(ids: string): string }>;
	/** Switches that suppress events with a flag while the switch has the value `suppressWhen`. */
	switches: Array<{
		control: INodeProperties;
		flag: string;
		suppressWhen: boolean;
		inPolling: boolean;
	}>;
	/** Properties that flags are read from. */
	flagProperties: string[];
	flagsFromRow(row: JsonObject, ids: EventContext['ids'], key: number): EventContext['flags'];
	flagsFromRecord(entity: JsonObject, key: number): EventContext['flags'];
	/** Conditions for rows of the archive to be records of the entity. */
	conditions: Condition[];
	/** The archive's columns of when a record was created, and last updated. */
	created: string;
	updated: string;
}
