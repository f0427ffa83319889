import type { FastifyReply, FastifyRequest } from 'fastify';

import { ApiFailure, badArgument } from '../engine/failures';
import type { Value } from '../tenant/carriers';
import { isConsumed, isConverted, typeOfFile } from './mimeTypes';

/** Whether a text is Base64; one expression for it all runs out of room for large files. */
const isBase64 = (text: string): boolean =>
	text.length % 4 === 0 && !/[^A-Za-z0-9+/]/.test(text.replace(/={1,2}$/, ''));

/**
 * The bytes that JSON has as Base64, as the official client sends them.
 * @throws Failure 400, a guess, for what is none
 */
export function fromBase64(value: Value | undefined): Buffer {
	if (typeof value !== 'string' || !isBase64(value)) {
		throw badArgument('The stream is not Base64');
	}
	return Buffer.from(value, 'base64');
}

/** The bytes of the first part of a form. */
function firstPart(body: Buffer, contentType: string): Buffer {
	const boundary = /boundary="?([^";]+)/.exec(contentType)?.[1] ?? '';
	const start = body.indexOf('\r\n\r\n');
	const end = body.indexOf(`\r\n--${boundary}`, start + 4);
	if (start < 0 || end < 0) throw badArgument('The form has no file');
	return body.subarray(start + 4, end);
}

/**
 * The bytes that a request brings: as they are, as the first file of a form, or as Base64 in JSON.
 * @throws Failure 415, a guess, for a type of content that the OpenAPI file does not list
 */
export function readStream({ body, headers }: FastifyRequest): Buffer {
	const contentType = headers['content-type'] ?? '';
	const type = contentType.split(';')[0].trim().toLowerCase();
	if (type === 'application/json') return fromBase64(body as Value | undefined);
	if (!isConsumed(type)) {
		throw new ApiFailure(415, 'SoUnsupportedMediaType', `"${type}" is not a type of content here`);
	}
	// Nothing at all arrives for a file that is empty.
	if (!Buffer.isBuffer(body)) return Buffer.alloc(0);
	return type === 'multipart/form-data' ? firstPart(body, contentType) : body;
}

/** A file as a PDF, which says nothing but its name. */
const asPdf = (name: string): Buffer => Buffer.from(`%PDF-1.4\n% ${name}\n%%EOF\n`);

/** What an Accept header wants, the best first. */
function wanted(accept: string): string[] {
	const ranges = accept.split(',').map((range) => {
		const [type, ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
		const quality = parameters.find((one) => one.startsWith('q='))?.slice(2) ?? '1';
		return { type, quality: Number(quality) };
	});
	return ranges.sort((a, b) => b.quality - a.quality).map(({ type }) => type);
}

interface Answer {
	type: string;
	body: Buffer;
}

/** How a file is answered for one of the wanted types; undefined for one that it does not come in. */
function answerAs(type: string, name: string, content: Buffer): Answer | undefined {
	const own = typeOfFile(name);
	// Which one comes out for any type is documented nowhere: a guess, the first of the OpenAPI file.
	if (['application/json', 'text/json', '*/*', ''].includes(type)) {
		return { type: 'application/json', body: Buffer.from(`"${content.toString('base64')}"`) };
	}
	if (type === 'application/octet-stream' || type === own || type === `${own.split('/')[0]}/*`) {
		return { type: own, body: content };
	}
	if (type !== 'application/pdf' || !isConverted(name)) return undefined;
	return { type: 'application/pdf', body: asPdf(name) };
}

/**
 * Answers a file as the request accepts it.
 * @throws Failure 406, a guess, for a type that the file does not come in
 */
export async function sendStream(
	{ headers }: FastifyRequest,
	reply: FastifyReply,
	{ name, content }: { name: string; content: Buffer },
): Promise<FastifyReply> {
	for (const type of wanted(headers.accept ?? '')) {
		const answer = answerAs(type, name, content);
		if (answer) return await reply.type(answer.type).send(answer.body);
	}
	throw new ApiFailure(406, 'SoNotAcceptable', `"${name}" does not come in the accepted types`);
}

/** A file without what browsers run: which files are sanitized, and how, is a guess. */
export function sanitized({ name, content }: { name: string; content: Buffer }) {
	if (!['text/html', 'message/rfc822'].includes(typeOfFile(name))) return { name, content };
	const text = content.toString('latin1').replace(/<script[\s\S]*?<\/script>/gi, '');
	return { name, content: Buffer.from(text, 'latin1') };
}
