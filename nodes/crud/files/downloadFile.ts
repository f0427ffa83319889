import type { IBinaryData } from 'n8n-workflow';

import { isRecord, type Json } from '../../shared/json';
import type { RequestOptions } from '../../shared/options';
import type { BodyCheck } from '../../shared/transport/expectedBody';
import { counted } from '../../shared/transport/fileBody';
import type { ItemCall } from '../operation';
import type { ErrorNotes } from '../record';
import { safeFileName, type SizeCheck } from './inputFiles';

/** A file as n8n has kept it. */
const KEPT: BodyCheck = {
	fault: (body) => (isRecord(body) && 'mimeType' in body ? undefined : 'without a file'),
};

/** What SuperOffice says of files whose type it does not know. */
const UNKNOWN_TYPES = ['application/octet-stream', 'application/json', ''];

/** A file that is fetched. */
export interface RemoteFile {
	/** Path below /api/v1. */
	path: string;
	name: string;
	/** Undefined where the name or the answer tells it. */
	mimeType?: string;
	/** The type that is asked for, such as `application/pdf`. */
	accept?: string;
}

/** Fetches a file and keeps it for the output item, piece by piece. */
export async function downloadFile(
	{ files, request }: ItemCall,
	{ headers: ofOptions, timeout }: RequestOptions,
	{ path, name, mimeType, accept = 'application/octet-stream' }: RemoteFile,
	checkSize: SizeCheck,
	errorNotes?: ErrorNotes,
): Promise<IBinaryData> {
	const kept = await request({
		method: 'GET',
		path,
		headers: { ...ofOptions, Accept: accept },
		timeout,
		async receive(bytes, headers) {
			checkSize(Number(headers['content-length'] ?? 0));
			const [type] = String(headers['content-type'] ?? '').split(';');
			const told = UNKNOWN_TYPES.includes(type.trim().toLowerCase()) ? undefined : type.trim();
			const fileName = safeFileName(name, 'file');
			return (await files.store(
				counted(bytes, checkSize),
				fileName,
				mimeType || told,
			)) as unknown as Json;
		},
		expect: KEPT,
		...errorNotes,
	});
	return kept as unknown as IBinaryData;
}
