import type { FastifyReply, FastifyRequest } from 'fastify';

import { ApiFailure, badArgument } from '../engine/failures';
import { parseMime, partsOf } from '../mails/mime';
import type { Value } from '../tenant/carriers';
import type { AttachmentSeed } from '../tenant/ticketSeeds';
import { bytesOf } from './attachments';

const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** The types of files that uploads and downloads can have alike (OpenAPI file). */
const FILES = [
	...['image/jpeg', 'image/jpg', 'image/png', 'image/gif', 'image/bmp', 'image/tiff'],
	...['application/octet-stream', 'application/msword', 'application/rtf'],
	...['application/vnd.ms-excel', 'application/vnd.ms-powerpoint'],
	...['wordprocessingml.document', 'spreadsheetml.sheet', 'presentationml.presentation'].map(
		(kind) => `${OFFICE}.${kind}`,
	),
];
/** What downloads can be beyond these. */
const DOWNLOADS = [...FILES, 'application/pdf', 'text/html', 'text/plain'];

/** The types of content that a header names, in order. */
const typesIn = (header = '') =>
	header.split(',').map((one) => one.split(';')[0].trim().toLowerCase());

function json(body: Value | Buffer | undefined): Value | undefined {
	if (!Buffer.isBuffer(body)) return body;
	try {
		return JSON.parse(body.toString()) as Value;
	} catch {
		throw badArgument('The request body is not JSON');
	}
}

/**
 * The bytes of an upload: as they are, in Base64 in JSON, or the file of a form.
 * @throws Failure 415 for a type that the OpenAPI file does not name, 400 for what has no file: guesses
 */
export function contentIn(request: FastifyRequest): Buffer {
	const body = request.body as Buffer | Value | undefined;
	const header = request.headers['content-type'];
	const [type] = typesIn(header);
	if (type.endsWith('json')) return bytesOf(json(body));
	if (type === 'multipart/form-data' && Buffer.isBuffer(body)) {
		const head = Buffer.from(`Content-Type: ${header}\r\n\r\n`);
		const [file] = partsOf(parseMime(Buffer.concat([head, body])));
		if (!file) throw badArgument('The form has no file');
		return file.content;
	}
	if (!FILES.includes(type)) {
		throw new ApiFailure(415, 'UnsupportedMediaType', `"${type}" is no type of files`);
	}
	return Buffer.isBuffer(body) ? body : Buffer.alloc(0);
}

/**
 * Answers a file: with its own type, if the request accepts one of the types of files, else as Base64 in
 * JSON. That a wildcard means JSON too is a guess.
 */
export async function sendFile(
	{ headers }: FastifyRequest,
	reply: FastifyReply,
	{ content, contentType }: AttachmentSeed,
): Promise<FastifyReply> {
	const [first] = typesIn(headers.accept);
	if (DOWNLOADS.includes(first))
		return await reply.header('content-type', contentType).send(content);
	return await reply.type('application/json').send(JSON.stringify(content.toString('base64')));
}
