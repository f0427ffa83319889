import { INPUT_FIELD, MAX_SIZE, readInputFile } from '../../../crud/files/inputFiles';
import type { Operation } from '../../../crud/operation';
import { readResponseOptions } from '../../../crud/responseOptions';
import { lockTarget, targetControl } from '../../../crud/target';
import { optionsForm } from '../../../shared/optionsForm';
import { outputOptions } from '../../../shared/output';
import { putContent } from './content';

/** PUT /api/v1/Document/{id}/Content of a document that is there. */
export const replaceContent: Operation = {
	label: 'Replace Content',
	action: 'Replace the content of {record}',
	description: "Store a file of the item as a document's file, in the place of the one before",
	properties: (entity) => [
		targetControl(entity),
		INPUT_FIELD,
		optionsForm(...outputOptions, MAX_SIZE),
	],
	async execute(call) {
		const { options, output } = readResponseOptions(call);
		const { body } = await readInputFile(call);
		const id = await lockTarget(call, options);
		return await output.shape(await putContent(call, options, id, body));
	},
};
