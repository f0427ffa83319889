import type { Addition } from '../../../crud/addition';
import { createWith } from '../../../crud/create';
import { toBodyObject } from '../../../crud/body/jsonBody';
import { lookUpFor } from '../../../crud/body/readBody';
import { checkFileName, LONGEST_NAMES } from '../../../crud/files/fileNames';
import { INPUT_FIELD, MAX_SIZE, readInputFile } from '../../../crud/files/inputFiles';
import type { Operation } from '../../../crud/operation';
import type { JsonObject } from '../../../shared/json';
import { isStored, putContent, withoutContent } from './content';
import { documentFields } from '../document.fields';
import { extensionOf, nameWithout, templateFor, wholeCharacters, withExtension } from './templates';

/** For errors. */
const NAME = { parameter: 'name', label: documentFields.name.label };

/** The longest title that SuperOffice keeps (its OpenAPI file of Document). */
const LONGEST_HEADER = 219;

/** The file of a document, from which its name, title and template follow. */
const file: Addition = {
	properties: ([body, ...rest]) => [body, INPUT_FIELD, ...rest],
	options: [MAX_SIZE],
	async read(call, options) {
		const { name, body } = await readInputFile(call);
		const extension = extensionOf(name);
		return {
			async complete(given) {
				const document = toBodyObject(call, given) as JsonObject;
				const asked = String(document.Name ?? '').trim();
				const whole = extensionOf(asked) === '' ? withExtension(asked, extension) : asked;
				const Name = asked === '' ? name : checkFileName(whole, LONGEST_NAMES.file, NAME);
				const Header = String(document.Header ?? '').trim() || nameWithout(Name);
				const DocumentTemplate =
					document.DocumentTemplate ?? (await templateFor(lookUpFor(call, options), extension));
				return {
					...document,
					Name,
					Header: wholeCharacters(Header.slice(0, LONGEST_HEADER)),
					DocumentTemplate,
				};
			},
			async save({ DocumentId }, state) {
				const id = Number(DocumentId);
				if (state !== 'new' && (await isStored(call, options, id))) return undefined;
				return await putContent(call, options, id, body, {
					purpose: 'storing the file',
					alreadyDone: withoutContent(id),
				});
			},
		};
	},
};

/** POST /api/v1/Document, and PUT of its content. */
export const upload: Operation = {
	...createWith(file),
	label: 'Upload',
	action: 'Upload {record}',
	description: 'Create a document from a file of the item',
};
