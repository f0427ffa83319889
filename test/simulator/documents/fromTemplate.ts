import { badArgument } from '../engine/failures';
import { bodyValue, isCarrier } from '../engine/values';
import type { DocumentTemplate } from '../lists/documentItems';
import type { Carrier, Value } from '../tenant/carriers';
import type { Data } from '../tenant/data';
import { templateOfEntity } from './documentRules';
import { mustHave, storeContent } from './storing';

/** Values of variables by their names. */
export type Tags = Record<string, string>;

/** How long the names of variables are. */
const NAME_LENGTH = 4;

/**
 * The variables of a call.
 * @param isLong whether names may be longer than the four characters of the OpenAPI file
 * @throws Failure 400, a guess, for what are none
 */
export function readTags(value: Value | undefined, isLong: boolean): Tags {
	if (value === undefined || value === null) return {};
	if (!isCarrier(value)) throw badArgument('The custom tags are not a dictionary');
	for (const [name, text] of Object.entries(value)) {
		if (typeof text !== 'string') throw badArgument(`The custom tag "${name}" is not text`);
		if (!isLong && name.length !== NAME_LENGTH) {
			throw badArgument(`The custom tag "${name}" does not have four characters`);
		}
	}
	return value as Tags;
}

/**
 * The variables of a call that has their names and their values apart.
 * @throws Failure 400, a guess, for what are none
 */
export function pairTags(names: Value | undefined, values: Value | undefined): Tags {
	const [left, right] = [names, values].map((list) => (Array.isArray(list) ? list : []));
	if (left.length !== right.length) throw badArgument('There is not one value for each custom tag');
	const pairs = left.map((name, index) => [String(name), right[index]]);
	return readTags(Object.fromEntries(pairs) as Carrier, false);
}

/** A text with its variables, in braces, filled in; those that nobody knows stay: a guess. */
function substitute(text: string, tags: Tags): string {
	return text.replace(/\{(\w+)\}/g, (variable, name: string) => tags[name] ?? variable);
}

/** The variables that documents have (documentation of template variables), as far as templates name them. */
function variablesOf(data: Data, { Contact, Header }: Carrier, contactId: number): Tags {
	const company = contactId === 0 ? Contact : data.contacts.get(contactId);
	if (!company && contactId !== 0) throw badArgument(`Contact id ${contactId} not found`);
	return { name: String(bodyValue(company, 'Name') ?? ''), head: String(Header) };
}

/** What the files of Office begin with; what else there is in them, the simulator does not have. */
const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04]);

/**
 * The file of a template, with its variables filled in.
 * @throws Failure 400, a guess, for a template that has none
 */
export function contentFrom(template: DocumentTemplate | undefined, tags: Tags): Buffer {
	if (!template || template.fileName === '') throw badArgument('There is no template file');
	const isZip = /\.(docx|xlsx)$/.test(template.fileName);
	const text = Buffer.from(substitute(template.text, tags));
	return Buffer.concat([isZip ? ZIP : Buffer.alloc(0), text]);
}

/**
 * Makes the file of a document from its template.
 * @param contactId the company that it names, 0 for that of the document
 * @throws Failure 400, a guess, for a document whose template has no file
 */
export function createFromTemplate(
	data: Data,
	id: number,
	{ contactId, tags }: { contactId: number; tags: Tags },
): Carrier {
	const entity = mustHave(data, id);
	const all = { ...variablesOf(data, entity, contactId), ...tags };
	return storeContent(data, id, contentFrom(templateOfEntity(entity), all));
}
