import { contentOf } from '../documents/storing';
import { badArgument, notFound } from '../engine/failures';
import { isCarrier } from '../engine/values';
import type { Carrier, Value } from '../tenant/carriers';
import type { Data } from '../tenant/data';
import type { AttachmentSeed } from '../tenant/ticketSeeds';

const OCTETS = 'application/octet-stream';

export const blankAttachment = (): AttachmentSeed => ({
	...{ id: 0, name: '', contentType: '', inline: false, contentId: '' },
	content: Buffer.alloc(0),
});

/** Stores an attachment, a new one with number 0. */
export function storeAttachment({ attachments }: Data, seed: AttachmentSeed): AttachmentSeed {
	const stored = { ...seed, id: seed.id || attachments.next };
	attachments.set(stored);
	return stored;
}

/**
 * An attachment by its number.
 * @throws Failure 404 for one that is not there
 */
export function mustFindAttachment({ attachments }: Data, id: number): AttachmentSeed {
	const found = attachments.seeds.get(id);
	if (!found) throw notFound(`Attachment id ${id}`);
	return found;
}

const text = (sent: Carrier, name: string, before: string) => {
	const value = sent[name] ?? before;
	if (typeof value !== 'string') throw badArgument(`${name} is not text`);
	if (value.length > 255) throw badArgument(`${name} is longer than 255 characters`);
	return value;
};

/**
 * An attachment with what a client sent, by the names of the OpenAPI file; size, key and safety are
 * the server's own.
 * @throws Failure 400, a guess, for one without a name
 */
export function acceptAttachment(before: AttachmentSeed, sent: Carrier): AttachmentSeed {
	const name = text(sent, 'Name', before.name);
	if (name === '') throw badArgument('Name is missing');
	return {
		...before,
		name,
		contentType: text(sent, 'ContentType', before.contentType) || OCTETS,
		contentId: text(sent, 'ContentId', before.contentId),
		inline: sent.InlineImage === undefined ? before.inline : sent.InlineImage === true,
	};
}

/** Saves an attachment as POST does: a new one with number 0 or none, else over the given number. */
export function saveAttachment(data: Data, sent: Value | undefined): AttachmentSeed {
	if (!isCarrier(sent)) throw badArgument('The request body is not an AttachmentEntity');
	const id = Number(sent.AttachmentId ?? 0);
	const before = id === 0 ? blankAttachment() : mustFindAttachment(data, id);
	return storeAttachment(data, acceptAttachment(before, sent));
}

/**
 * Makes an attachment of a document's file.
 * @throws Failure 404 for a document that is not there, or has no file
 */
export function copyDocument(data: Data, documentId: number): AttachmentSeed {
	const { name, content } = contentOf(data, documentId);
	return storeAttachment(data, { ...blankAttachment(), name, contentType: OCTETS, content });
}

/** What Base64 does not have; one expression for the whole text would be too much for long ones. */
const FOREIGN = /[^A-Za-z0-9+/=]|=[^=]|={3}/;

/**
 * The bytes behind a text in Base64.
 * @throws Failure 400, a guess, for what is none
 */
export function bytesOf(value: Value | undefined): Buffer {
	if (typeof value !== 'string' || value.length % 4 !== 0 || FOREIGN.test(value)) {
		throw badArgument('The content is not text in Base64');
	}
	return Buffer.from(value, 'base64');
}
