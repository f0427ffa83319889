import { callAgent } from '../../../crud/agent';
import { toBodyObject } from '../../../crud/body/jsonBody';
import { lookUpFor } from '../../../crud/body/readBody';
import { beforeCollections, type Addition } from '../../../crud/addition';
import { createWith } from '../../../crud/create';
import type { Operation } from '../../../crud/operation';
import { operationFieldsForm, readOperationFields } from '../../../crud/operationFields';
import { getRecordForUpdate } from '../../../crud/record';
import { pairs } from '../../../shared/fields/dictionary';
import { FieldError } from '../../../shared/fields/fieldKind';
import type { FieldTable } from '../../../shared/fields/table';
import { asRecord, type JsonObject } from '../../../shared/json';
import { expectRecord } from '../../../shared/transport/expectedBody';
import { documentFields } from '../document.fields';
import { isStored, withoutContent } from './content';
import { fileNameOf, templateExtension, withExtension } from './templates';

const tags = {
	customTags: {
		label: 'Custom Tags',
		kind: pairs({
			placeholder: 'e.g. price',
			key: 'Name of the tag as the template has it, without its braces',
			value: 'Text that stands in its place',
		}),
		help: 'Tags of the template that SuperOffice does not know, and their texts',
	},
} satisfies FieldTable;

/** The records whose values the template's tags get. */
const SOURCES = { ContactId: 'Contact', PersonId: 'Person', SaleId: 'Sale', ProjectId: 'Project' };

/** The numbers of a document's records, by the parameters of the agent's call. */
const sourcesOf = (document: JsonObject): JsonObject =>
	Object.fromEntries(
		Object.entries(SOURCES).flatMap(([key, property]) => {
			const id = Number(asRecord(document[property])[key] ?? 0);
			return id > 0 ? [[key, id]] : [];
		}),
	);

/** The file of a document, made from its template. */
const fromTemplate: Addition = {
	properties: (form) => beforeCollections(form, operationFieldsForm(tags)),
	options: [],
	async read(call, options) {
		const { CustomTags = {} } = await readOperationFields(call, options, tags, []);
		return {
			async complete(given) {
				const document = toBodyObject(call, given) as JsonObject;
				const template = Number(asRecord(document.DocumentTemplate).DocumentTemplateId ?? 0);
				if (template < 1) {
					const ref = {
						parameter: 'documentTemplate',
						label: documentFields.documentTemplate.label,
					};
					throw new FieldError(ref, 'is empty', 'Choose the template from the list.');
				}
				const asked = String(document.Name ?? '').trim();
				const extension = await templateExtension(lookUpFor(call, options), template);
				const title = asked || String(document.Header ?? '');
				return { ...document, Name: withExtension(fileNameOf(title), extension) };
			},
			async save(saved, state) {
				const id = Number(saved.DocumentId);
				if (state !== 'new' && (await isStored(call, options, id))) return undefined;
				const document = 'Contact' in saved ? saved : await getRecordForUpdate(call, options, id);
				const made = await callAgent(
					call,
					options,
					'CreateNewPhysicalDocumentFromTemplateWithCustomTags2',
					expectRecord('DocumentId', id),
					{ DocumentId: id, ...sourcesOf(document), CustomTags },
					undefined,
					{ purpose: 'making the file from the template', alreadyDone: withoutContent(id) },
				);
				return made as JsonObject;
			},
		};
	},
};

/** POST /api/v1/Document, and the document agent's call that makes its file. */
export const createFromTemplate: Operation = {
	...createWith(fromTemplate),
	label: 'Create From Template',
	action: 'Create {record} from a template',
	description: 'Create a document whose file SuperOffice makes from a template',
};
