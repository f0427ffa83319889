import { deleteOperation } from '../../crud/delete';
import { get } from '../../crud/get';
import { getCustomFields } from '../../crud/getCustomFields';
import { getDefaults } from '../../crud/getDefaults';
import { getLinks } from '../../crud/getLinks';
import { getMany } from '../../crud/getMany';
import { update } from '../../crud/update';
import { upsert } from '../../crud/upsert';
import { validate } from '../../crud/validate';
import type { EntityDefinition } from '../entity';
import { documentArchive } from './document.archive';
import { documentFields } from './document.fields';
import { documentFilters } from './document.filters';
import { createFromTemplate } from './operations/createFromTemplate';
import { download } from './operations/download';
import { getVersions } from './operations/getVersions';
import { lock, unlock } from './operations/locks';
import { replaceContent } from './operations/replaceContent';
import { upload } from './operations/upload';

/** SuperOffice's documents. */
export const document: EntityDefinition = {
	name: 'Document',
	label: 'Document',
	words: { a: 'a document', one: 'document', many: 'documents' },
	id: 'DocumentId',
	table: 'document',
	source: 'document',
	archive: documentArchive,
	fields: documentFields,
	neverEmpty: ['name', 'header', 'documentTemplate'],
	filters: documentFilters,
	example: { Header: 'My document', DocumentTemplate: { DocumentTemplateId: 1 } },
	simplified: [
		...['documentId', 'header', 'name', 'documentTemplate', 'contact', 'person', 'sale'],
		...['project', 'associate', 'date'],
	],
	defaultOperation: 'upload',
	operations: {
		createFromTemplate,
		delete: deleteOperation,
		download,
		get,
		getAll: getMany,
		getCustomFields,
		getDefaults,
		getLinks,
		getVersions,
		lock,
		replaceContent,
		unlock,
		update,
		upload,
		upsert,
		validate,
	},
};
