import { asRecord, type Json, type JsonObject } from '../shared/json';

/** What is known of an appointment that an event is about. Undefined is not known, 0 is none. */
export interface Facts {
	/** Whether it is no appointment, but the entry that each document has among them. */
	isDocument?: boolean;
	/** Whether it is the copy of a meeting in the diary of one who was invited. */
	isCopy?: boolean;
	/** Numbers of records, as simplified output names them. */
	ids: Record<string, number>;
}

/** Documents by the values of the column `type` (SuperOffice's enum AppointmentType). */
export const DOCUMENT_NUMBERS = [4, 5, 8, 9];
const DOCUMENT_TYPES = ['Document', 'SavedReport', 'MergeDraft', 'MergeFinal'];

/** Names of the numbers by their database columns. */
const ID_COLUMNS: Record<string, string> = {
	associate_id: 'AssociateId',
	contact_id: 'ContactId',
	document_id: 'DocumentId',
	mother_id: 'MotherId',
	person_id: 'PersonId',
	project_id: 'ProjectId',
	sale_id: 'SaleId',
	task_idx: 'TaskId',
};

/** Names of the numbers by where an AppointmentEntity has them. */
const ID_PROPERTIES: Record<string, [property: string, key: string]> = {
	AssociateId: ['Associate', 'AssociateId'],
	ContactId: ['Contact', 'ContactId'],
	PersonId: ['Person', 'PersonId'],
	ProjectId: ['Project', 'ProjectId'],
	SaleId: ['Sale', 'SaleId'],
	TaskId: ['Task', 'TaskListItemId'],
};

/** The properties of an AppointmentEntity that facts are read from. */
export const FACT_PROPERTIES = [
	'AppointmentId',
	'Type',
	'MotherId',
	...Object.values(ID_PROPERTIES).map(([property]) => property),
];

/** A copy names the appointment that it is one of as its mother, which names itself. */
const isCopyOf = (motherId: number | undefined, id: number) =>
	motherId === undefined ? undefined : motherId !== 0 && motherId !== id;

/**
 * What the row of an appointment tells, by its database columns.
 * @param id of the appointment
 */
export function factsOfRow(row: JsonObject, id: number): Facts {
	const told = Object.entries(ID_COLUMNS).filter(([column]) => column in row);
	const ids = Object.fromEntries(told.map(([column, name]) => [name, Number(row[column])]));
	const hasDocument = ids.DocumentId === undefined ? undefined : ids.DocumentId > 0;
	const isDocument =
		hasDocument || ('type' in row ? DOCUMENT_NUMBERS.includes(Number(row.type)) : hasDocument);
	return { ids, isDocument, isCopy: isCopyOf(ids.MotherId, id) };
}

/** What an AppointmentEntity tells. */
export function factsOfEntity(entity: JsonObject): Facts {
	const idOf = (record: Json | undefined, key: string) => Number(asRecord(record)[key] ?? 0);
	const ids: Facts['ids'] = Object.fromEntries(
		Object.entries(ID_PROPERTIES).map(([name, [property, key]]) => [
			name,
			idOf(entity[property], key),
		]),
	);
	const MotherId = Number(entity.MotherId ?? 0);
	return {
		ids: { ...ids, MotherId },
		isDocument: DOCUMENT_TYPES.includes(String(entity.Type)),
		isCopy: isCopyOf(MotherId, Number(entity.AppointmentId)),
	};
}
