import { encodeContext } from '../../../crud/body/encodeContext';
import { lookUpFor } from '../../../crud/body/readBody';
import { readInputFiles } from '../../../crud/files/inputFiles';
import type { InputFile, ItemCall } from '../../../crud/operation';
import { FieldError } from '../../../shared/fields/fieldKind';
import { chosen, parameterRef } from '../../../shared/fields/parameterRef';
import { encodeTable } from '../../../shared/fields/table';
import { toText } from '../../../shared/fields/text';
import { asRecord, type JsonObject } from '../../../shared/json';
import type { RequestOptions } from '../../../shared/options';
import { MESSAGE, MESSAGE_FIELDS, messageFields, messageKind } from './message.fields';

/** A message that is about to be saved. */
export interface NewMessage {
	/** Its properties, without the request. */
	entity: JsonObject;
	files: InputFile[];
}

const NO_MESSAGE =
	'An item has Message Fields, and neither a text nor a file: no message is saved for it.';

/**
 * The message of an item.
 * @param first the message type that the form starts with
 * @returns undefined where there is neither text nor a file
 * @throws FieldError for values that cannot be
 */
export async function readMessage(
	call: ItemCall,
	options: RequestOptions,
	first: Parameters<typeof messageKind>[0],
): Promise<NewMessage | undefined> {
	const { read } = call;
	const text = toText(read(MESSAGE.name) ?? '', parameterRef(MESSAGE));
	const files = await readInputFiles(call);
	const given = asRecord(read(MESSAGE_FIELDS.name));
	const fields = await encodeTable(
		messageFields,
		(name) => ({ value: given[name], parameter: `${MESSAGE_FIELDS.name}.${name}` }),
		encodeContext(lookUpFor(call, options), options.zone),
	);
	const Badge = chosen(read, messageKind(first));
	if (text.trim() === '' && files.length === 0) {
		if (Object.keys(fields).length > 0) call.hint(NO_MESSAGE);
		return undefined;
	}
	const { Type = 'Plain' } = fields;
	const Slevel = Badge === 'Comment' ? 'Internal' : 'External';
	const body: JsonObject = Type === 'Html' ? { HtmlBody: text } : { Body: text };
	return { entity: { Slevel, ...fields, Type, Badge, ...body }, files };
}

/** @throws FieldError that a message is missing */
export function rejectNoMessage(): never {
	const advice = 'Give the text of the message, or a file.';
	throw new FieldError(parameterRef(MESSAGE), 'is empty', advice);
}
