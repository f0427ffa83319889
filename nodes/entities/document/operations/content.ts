import type { ItemCall } from '../../../crud/operation';
import type { ErrorNotes } from '../../../crud/record';
import type { JsonObject } from '../../../shared/json';
import type { RequestOptions } from '../../../shared/options';
import { expectRecord, type BodyCheck } from '../../../shared/transport/expectedBody';
import type { FileBody } from '../../../shared/transport/fileBody';

/** What is there of a document whose file could not be stored, and how to go on. */
export const withoutContent = (id: number): string =>
	`Document ${id} was created; its file may be missing. To store it if it is, run the item again with the option Continue With Document ID set to ${id}: without that a second document would be created.`;

/**
 * Stores a document's file (PUT /api/v1/Document/{id}/Content).
 * @returns the document, whose name SuperOffice may have changed
 */
export async function putContent(
	{ request }: ItemCall,
	{ headers, timeout }: RequestOptions,
	id: number,
	body: FileBody,
	errorNotes?: ErrorNotes,
): Promise<JsonObject> {
	const document = await request({
		method: 'PUT',
		path: `Document/${id}/Content`,
		headers,
		timeout,
		body,
		expect: expectRecord('DocumentId', id),
		...errorNotes,
	});
	return document as JsonObject;
}

const LENGTH: BodyCheck = {
	fault: (body) => (Number.isFinite(body) ? undefined : 'without a length'),
};

/** Whether a document has a file (GET /api/v1/Document/{id}/Length). */
export async function isStored(
	{ request }: ItemCall,
	{ headers, timeout }: RequestOptions,
	id: number,
): Promise<boolean> {
	const length = await request({
		method: 'GET',
		path: `Document/${id}/Length`,
		headers,
		timeout,
		expect: LENGTH,
		purpose: 'reading whether the document has a file',
	});
	return Number(length) > 0;
}
