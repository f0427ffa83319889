import type { IBinaryData } from 'n8n-workflow';

import { isRecord, type Json } from '../../shared/json';
import type { RequestOptions } from '../../shared/options';
import type { BodyCheck } from '../../shared/transport/expectedBody';
import { counted } from '../../shared/transport/fileBody';
import type { ItemCall } from '../operation';
import type { ErrorNotes } from '../record';
import { safeFileName } from './fileNames';
import type { SizeCheck } from './inputFiles';

/** A file as n8n has kept it. */
const KEPT: BodyCheck = {
	fault: (body) => (isRecord(body) && 'mimeType' in body ? undefined : 'without a file'),
};

/** What SuperOffice says of files whose type it does not know. */
const UNKNOWN_TYPES = ['application/octet-stream', 'application/json', ''];

/** What a proxy's own page is, which may come with a status of success; and what files may be one. */
const PAGE = 'text/html';
const MAY_BE_PAGE = /\.(?:x?html?|mht(?:ml)?|eml|msg|aspx?|php)$/i;

/** A type without its parameters. */
const MIME_TYPE = /^[\w.+-]+\/[\w.+-]+/;

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
			const type = String(headers['content-type'] ?? '')
				.split(';')[0]
				.trim()
				.toLowerCase();
			if (type === PAGE && mimeType !== PAGE && !MAY_BE_PAGE.test(name)) {
				bytes.destroy();
				return null;
			}
			const told = UNKNOWN_TYPES.includes(type) ? undefined : type;
			const fileName = safeFileName(name, 'file');
			return (await files.store(
				counted(bytes, checkSize),
				fileName,
				MIME_TYPE.exec(mimeType ?? '')?.[0].toLowerCase() ?? told,
			)) as unknown as Json;
		},
		expect: KEPT,
		...errorNotes,
	});
	return kept as unknown as IBinaryData;
}
