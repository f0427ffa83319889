import type { INodeProperties } from 'n8n-workflow';

import { downloadFile } from '../../../crud/files/downloadFile';
import {
	MAX_SIZE,
	OUTPUT_FIELD,
	readFieldName,
	readSizeCheck,
} from '../../../crud/files/inputFiles';
import { FileItem, type Operation } from '../../../crud/operation';
import { getRecord } from '../../../crud/record';
import { readResponseOptions } from '../../../crud/responseOptions';
import { readTargetId, targetControl } from '../../../crud/target';
import { chosen } from '../../../shared/fields/parameterRef';
import { optionsForm } from '../../../shared/optionsForm';
import { outputOptions } from '../../../shared/output';
import { nameWithout } from './templates';

const FORMAT: INodeProperties = {
	displayName: 'Format',
	name: 'format',
	type: 'options',
	options: [
		{ name: 'As It Is', value: 'original', description: 'The file as it is stored' },
		{ name: 'PDF', value: 'pdf', description: 'Converted by SuperOffice, where it can' },
	],
	default: 'original',
	description: 'How the file is returned',
};

const PDF = 'application/pdf';

const NO_PDF =
	'SuperOffice converts some types of files only, such as those of Office: set Format to As It Is for others.';

/** GET /api/v1/Document/{id}/Content. */
export const download: Operation = {
	label: 'Download',
	action: 'Download {record}',
	description: "Retrieve a document's file",
	properties: (entity) => [
		targetControl(entity),
		FORMAT,
		OUTPUT_FIELD,
		optionsForm(...outputOptions, MAX_SIZE),
	],
	async execute(call) {
		const { options, output } = readResponseOptions(call);
		const isPdf = chosen(call.read, FORMAT) === 'pdf';
		const field = readFieldName(call, OUTPUT_FIELD);
		const checkSize = readSizeCheck(call);
		const id = await readTargetId(call, options);
		const document = await getRecord(call, options, id);
		const name = String(document.Name ?? '') || `document-${id}`;
		const file = isPdf
			? { name: `${nameWithout(name)}.pdf`, mimeType: PDF, accept: PDF }
			: { name };
		const kept = await downloadFile(
			call,
			options,
			{ ...file, path: `Document/${id}/Content` },
			checkSize,
			isPdf
				? { purpose: `fetching the file ${name} as PDF`, alreadyDone: NO_PDF }
				: { purpose: `fetching the file ${name}` },
		);
		return new FileItem(await output.shape(document), { [field]: kept });
	},
};
