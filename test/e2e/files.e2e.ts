import { createHash, randomBytes } from 'node:crypto';

import type { IDataObject } from 'n8n-workflow';

import { byId } from '../support';
import { chain, getFile, superOffice, type Step } from './chain';
import { startFileServer, type FileServer } from './fileServer';
import { openRunningWorld } from './running';
import type { World } from './world';

const LARGE = randomBytes(50_000_000);

let world: World;
let server: FileServer;

beforeAll(async () => {
	world = await openRunningWorld();
	server = await startFileServer({ 'large.bin': LARGE, 'empty.txt': Buffer.alloc(0) });
});
beforeEach(() => world.simulator.reset());
afterAll(async () => {
	await server.close();
	await world.close();
});

const run = async (items: IDataObject[], ...steps: Step[]) =>
	await world.client.run(await world.importExample(chain(items, ...steps)));

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** n8n's node that hashes the item's file. */
const HASH: Step = {
	name: 'Hash',
	type: 'n8n-nodes-base.crypto',
	parameters: { action: 'hash', type: 'SHA256', binaryData: true, dataPropertyName: 'hash' },
};

const UPLOAD = superOffice('Upload', 'document', 'upload', {});
const DOWNLOAD = superOffice('Download', 'document', 'download', {
	documentId: byId('={{ $json.DocumentId }}'),
});

const large = (name: string) => getFile('Source', server.at(name));

it('a document of 50 MB goes up and comes down byte for byte', async () => {
	const execution = await run([{}], large('large.bin'), UPLOAD, DOWNLOAD, HASH);
	expect(execution.error).toBeUndefined();
	const [{ json }] = execution.itemsOf('Upload');
	const stored = world.simulator.data.files.get(Number(json.DocumentId))?.content;
	expect(sha256(stored ?? Buffer.alloc(0))).toBe(sha256(LARGE));
	expect(execution.itemsOf('Hash').map(({ json: { hash } }) => hash)).toEqual([sha256(LARGE)]);
});

it('an attachment of 50 MB goes up and comes down byte for byte', async () => {
	const create = superOffice('Create', 'request', 'create', {
		title: 'Large',
		attachmentFields: 'data',
	});
	const files = superOffice('Files', 'request', 'getAttachments', {
		ticketId: byId('={{ $json.TicketId }}'),
	});
	const execution = await run([{}], large('large.bin'), create, files, HASH);
	expect(execution.error).toBeUndefined();
	expect(execution.itemsOf('Hash').map(({ json: { hash } }) => hash)).toEqual([sha256(LARGE)]);
});

it('200 files go up and come down in one run, in their order and with their names', async () => {
	const names = [
		'Angebot für Süd – Größe.txt',
		'東京 😀.txt',
		`${'n'.repeat(196)}.txt`,
		...Array.from({ length: 197 }, (_one, index) => `file ${index}.txt`),
	];
	const items = names.map((name, index) => ({ name, text: `Content ${index}: ä 😀\r\n` }));
	const execution = await run(
		items,
		{
			name: 'Source',
			type: 'n8n-nodes-base.convertToFile',
			typeVersion: 1.1,
			parameters: {
				operation: 'toText',
				sourceProperty: 'text',
				options: { fileName: '={{ $json.name }}' },
			},
		},
		UPLOAD,
		DOWNLOAD,
		HASH,
	);
	expect(execution.error).toBeUndefined();
	const uploaded = execution.itemsOf('Upload').map(({ json }) => json);
	expect(uploaded.map(({ Name }) => Name)).toEqual(names);
	const stored = uploaded.map(({ DocumentId }) => {
		const file = world.simulator.data.files.get(Number(DocumentId));
		return String(file?.content);
	});
	const texts = items.map(({ text }) => text);
	expect(stored).toEqual(texts);
	const down = execution.itemsOf('Download').map(({ binary }) => binary?.data.fileName);
	expect(down).toEqual(names);
	const hashes = execution.itemsOf('Hash').map(({ json }) => json.hash);
	expect(hashes).toEqual(texts.map((text) => sha256(Buffer.from(text))));
});

it('an empty file goes up and comes down', async () => {
	const execution = await run([{}], large('empty.txt'), UPLOAD, DOWNLOAD);
	expect(execution.error).toBeUndefined();
	const [{ json }] = execution.itemsOf('Upload');
	expect(json.Name).toBe('empty.txt');
	expect(world.simulator.data.files.get(Number(json.DocumentId))?.content).toEqual(Buffer.alloc(0));
});

it('a field that holds no file is named, and nothing is sent', async () => {
	const missing = superOffice('Upload', 'document', 'upload', { binaryPropertyName: 'contract' });
	const execution = await run([{}], large('empty.txt'), missing);
	expect(execution.error?.message).toBe(
		'Input Data Field Name (binaryPropertyName): the item has no file in the field "contract"',
	);
	expect(execution.error?.description).toMatch(/Fields with files are: data\./);
	expect(world.simulator.requests).toEqual([]);
});
