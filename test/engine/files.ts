/* eslint-disable @n8n/community-nodes/no-restricted-imports -- part of the tests' engine, never part of the package */
import { createRequire } from 'node:module';

import { BinaryDataService } from 'n8n-core';
import type { IBinaryData, INodeExecutionData, IRun } from 'n8n-workflow';

interface Injector {
	get<T>(token: new (...given: never[]) => T): T;
}

// There may be several copies of it, each with services of its own.
const ofCore = createRequire(require.resolve('n8n-core'));
const { Container } = ofCore('@n8n/di') as { Container: Injector };

const LOCATION = { type: 'execution', workflowId: 'test', executionId: '1' } as const;

const filesOf = (items: INodeExecutionData[]): IBinaryData[] =>
	items.flatMap(({ binary }) => Object.values(binary ?? {}));

/** Lets n8n keep files in a folder, as its servers do, and not in the items; moves those of the items there. */
export async function keepFilesInFolder(input: INodeExecutionData[]): Promise<void> {
	const service = Container.get(BinaryDataService);
	await service.init();
	for (const file of filesOf(input)) {
		const bytes = Buffer.from(file.data, 'base64');
		Object.assign(file, await service.store(LOCATION, bytes, { ...file, data: '' }));
	}
}

/** Puts the bytes of a run's files into its items again, and n8n back to keep them there. */
export async function bringFilesBack(run: IRun): Promise<void> {
	const service = Container.get(BinaryDataService);
	const outputs = Object.values(run.data.resultData.runData).flat();
	const items = outputs.flatMap(({ data }) => data?.main.flatMap((one) => one ?? []) ?? []);
	for (const file of new Set(filesOf(items))) {
		if (file.id !== undefined) file.data = (await service.getAsBuffer(file)).toString('base64');
		delete file.id;
	}
	Object.assign(service, { managers: {} });
}
