import type { JsonObject } from '../shared/json';

/** Something that has happened to a record of SuperOffice. */
export interface RecordEvent {
	/** SuperOffice's name for it, such as `activity.changed`. */
	name: string;
	/** The same for each delivery of one event; empty where SuperOffice gives none. */
	id: string;
	/** ISO 8601, in UTC. */
	time: string;
	/** Number of the associate who did it, 0 where SuperOffice does not tell. */
	changedBy: number;
	/** The tenant, such as `Cust12345`; on-site `Default`. */
	tenant: string;
	/** Kind of the record, such as `activity`. */
	entity: string;
	/** Number of the record. */
	key: number;
	/** The database columns that have changed. */
	columns: string[];
	/** What is known of the record's row afterwards, by its database columns. */
	values: JsonObject;
}
