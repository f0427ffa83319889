import { isEqual, omit } from 'lodash';

import { isDocument } from '../appointments/states';
import type { Carrier } from '../tenant/carriers';
import { ALL_COLUMNS, changedColumns, columnsOf, documentNumber, listed } from './columns';
import type { WebhookEvent } from './events';

/** What payloads have of a row (documentation of activity events). */
const FIELD_VALUES = [
	...['activeDate', 'associate_id', 'contact_id', 'do_by', 'document_id', 'endDate'],
	...['modified_appointment_fields', 'mother_id', 'person_id', 'private', 'project_id', 'sale_id'],
	...['status', 'task_idx', 'type', 'updated', 'userdef2_id', 'userdef_id'],
];

/** The same of a document, but for the program, which the tenant does not have. */
const DOCUMENT_VALUES = [
	...['appointment_id', 'document_id', 'registered', 'registered_associate_id'],
	...['updated', 'updated_associate_id', 'userdef2_id', 'userdef_id'],
];

/** What is left of a deleted row, and of a deleted document. */
const LEFT = ['appointment_id', 'contact_id', 'person_id', 'project_id', 'sale_id'];
const DOCUMENT_LEFT = ['document_id', 'appointment_id'];

/** A row before and after a call; undefined where it is not there. */
export interface RowChange {
	before: Carrier | undefined;
	after: Carrier | undefined;
}

/**
 * The columns that have changed, by which it is an event; undefined for none. Participants have rows of
 * their own.
 */
function changesOf({ before, after }: RowChange, tellsOfTexts: boolean): string[] | undefined {
	if (!before || !after) return before ? [] : ALL_COLUMNS;
	const changed = changedColumns(before, after);
	const aside = ['Participants', 'UpdatedBy', 'UpdatedDate'];
	const isTold = tellsOfTexts && !isEqual(omit(before, aside), omit(after, aside));
	return changed.length > 0 || isTold ? listed(changed) : undefined;
}

/**
 * The events of a row that a call has changed: of the activity, and of the document that it may be.
 * @param tellsOfTexts whether texts and custom fields alone are an event
 */
export function eventsOf(change: RowChange, tellsOfTexts: boolean): WebhookEvent[] {
	const { before, after } = change;
	const row = after ?? before;
	const changes = changesOf(change, tellsOfTexts);
	if (!row || !changes) return [];
	const verb = after ? (before ? 'changed' : 'created') : 'deleted';
	const event = (entity: string, primaryKey: number, shown: string[], left: string[]) => ({
		name: `${entity}.${verb}`,
		primaryKey,
		changes,
		...(after ? { fieldValues: columnsOf(row, shown) } : { values: columnsOf(row, left) }),
	});
	const activity = event('activity', Number(row.AppointmentId), FIELD_VALUES, LEFT);
	if (!isDocument(row)) return [activity];
	return [activity, event('document', documentNumber(row), DOCUMENT_VALUES, DOCUMENT_LEFT)];
}
