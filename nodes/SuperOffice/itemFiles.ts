import attempt from 'lodash/attempt';
import isError from 'lodash/isError';
import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';

import type { ItemFiles } from '../crud/operation';
import { FieldError, quote } from '../shared/fields/fieldKind';
import { FileBody } from '../shared/transport/fileBody';

/** The files of an item, by n8n's helpers: streams where n8n keeps files outside of its memory. */
export function itemFiles(context: IExecuteFunctions, item: number): ItemFiles {
	const { helpers } = context;
	const names = Object.keys(context.getInputData()[item].binary ?? {});

	async function bodyOf({ id, bytes, data }: IBinaryData): Promise<FileBody> {
		if (id === undefined) {
			const inMemory = Buffer.from(data, 'base64');
			return new FileBody(async () => await Promise.resolve(inMemory), inMemory.length);
		}
		const size = bytes ?? (await helpers.getBinaryMetadata(id)).fileSize;
		return new FileBody(async () => await helpers.getBinaryStream(id), size);
	}

	return {
		names,
		async read(field, ref) {
			const data = attempt(helpers.assertBinaryData, item, field);
			if (isError(data) || typeof data !== 'object') {
				const advice =
					names.length > 0
						? `Fields with files are: ${names.join(', ')}.`
						: 'Put a node before this one that outputs a file.';
				throw new FieldError(ref, `the item has no file in the field ${quote(field)}`, advice);
			}
			const { fileName, fileExtension, mimeType } = data;
			const unnamed = fileExtension ? `${field}.${fileExtension}` : field;
			return { name: fileName || unnamed, mimeType, body: await bodyOf(data) };
		},
		store: async (bytes, name, mimeType) => await helpers.prepareBinaryData(bytes, name, mimeType),
	};
}
