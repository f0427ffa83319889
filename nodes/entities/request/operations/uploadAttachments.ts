import type { InputFile, ItemCall } from '../../../crud/operation';
import type { ErrorNotes } from '../../../crud/record';
import type { JsonObject } from '../../../shared/json';
import type { RequestOptions } from '../../../shared/options';
import { expectRecord } from '../../../shared/transport/expectedBody';

/**
 * Uploads files, which belong to nothing yet (POST /api/v1/Attachment and its Content).
 * @param state what is done already, for errors
 * @returns their numbers
 */
export async function uploadAttachments(
	{ request }: ItemCall,
	{ headers, timeout }: RequestOptions,
	files: InputFile[],
	state: string,
): Promise<number[]> {
	const ids: number[] = [];
	for (const { name, mimeType, body } of files) {
		const notes: ErrorNotes = {
			purpose: `uploading the attachment ${name}`,
			alreadyDone: `${state} The files that were uploaded before belong to nothing, and do no harm.`,
		};
		const { AttachmentId } = (await request({
			method: 'POST',
			path: 'Attachment',
			headers,
			timeout,
			body: { Name: name, ContentType: mimeType },
			expect: expectRecord('AttachmentId'),
			...notes,
		})) as JsonObject;
		await request({
			method: 'POST',
			path: `Attachment/${Number(AttachmentId)}/Content`,
			headers,
			timeout,
			body,
			expect: 'nothing',
			...notes,
		});
		ids.push(Number(AttachmentId));
	}
	return ids;
}
