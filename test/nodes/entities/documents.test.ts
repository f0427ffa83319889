import type { IDataObject } from 'n8n-workflow';

import { byId, byName, bytesOf, NEXT, useSimulator, type TestFile } from '../../support';
import { seedContent } from '../../simulator/documents/files';
import { targetOf, useRecords } from './records';

const simulator = useSimulator();
const { get, items, refusal, run, writes } = useRecords(simulator);

const target = (id: number) => targetOf('document', id);
const one = (file: TestFile) => ({ files: [{ data: file }] });
const CONTRACT = { name: 'Contract.docx', content: Buffer.from([0x50, 0x4b, 3, 4, 0, 255]) };

/** The file that the simulator has of a document. */
const stored = (id: unknown) => simulator().data.files.get(Number(id))?.content;
const newDocuments = () => [...simulator().data.documents.seeds.keys()].filter((id) => id > 40);

describe('a file', () => {
	it.each([true, false])(
		'becomes a document, byte for byte, kept in a folder: %s',
		async (kept) => {
			const how = { contact: byId(1), sale: byName('Service Agreement') };
			const [made] = await items('document', 'upload', how, {
				...one(CONTRACT),
				circumstances: { filesInFolder: kept },
			});
			expect(made).toMatchObject({
				Name: 'Contract.docx',
				Header: 'Contract',
				Contact: { ContactId: 1 },
				Sale: { SaleId: 1 },
				DocumentTemplate: { Name: 'Letter' },
			});
			expect(stored(made.DocumentId)).toEqual(CONTRACT.content);
			const [, put] = simulator().requests.filter(({ method }) => method !== 'GET');
			expect(put.headers).toMatchObject({
				'content-type': 'application/octet-stream',
				'content-length': '6',
				accept: 'application/json',
			});
		},
	);

	it.each([
		['Angebot für Süd – 東京 😀.docx', 'Angebot für Süd – 東京 😀'],
		[`${'n'.repeat(195)}.docx`, 'n'.repeat(195)],
		[`${'n'.repeat(300)}.docx`, 'n'.repeat(219)],
		['Bericht 1.2.xlsx', 'Bericht 1.2'],
		['.env.txt', '.env'],
	])('keeps its name: %s', async (name, Header) => {
		const [made] = await items('document', 'upload', {}, one({ name, content: 'x' }));
		expect(made).toMatchObject({ Name: name, Header });
		const down = await run('document', 'download', target(Number(made.DocumentId)));
		const [file] = down.itemsOf(NEXT);
		expect(file.binary?.data.fileName).toBe(name);
		expect(bytesOf(file).toString()).toBe('x');
	});

	it('may have another name and title, with its extension', async () => {
		const [made] = await items(
			'document',
			'upload',
			{ name: 'Signed', header: 'The contract' },
			one(CONTRACT),
		);
		expect(made).toMatchObject({ Name: 'Signed.docx', Header: 'The contract' });
	});

	it.each([
		['Protokoll 24.12.2026', 'Protokoll 24.12.2026.docx'],
		['Vertrag v1.2', 'Vertrag v1.2.docx'],
		['Dr.Berg', 'Dr.Berg.docx'],
		['a.DOCX', 'a.DOCX'],
		['a.csv', 'a.csv'],
	])('may have the name %s', async (name, Name) => {
		const [made] = await items('document', 'upload', { name }, one(CONTRACT));
		expect(made).toMatchObject({ Name });
		expect(await refusal('document', 'upload', { name: '../evil' }, one(CONTRACT))).toMatch(
			/File Name \(name\): the file name .* is a path/,
		);
	});

	it('has the name that SuperOffice gives back', async () => {
		const names = [];
		for (let runs = 0; runs < 2; runs += 1) {
			names.push((await items('document', 'upload', {}, one(CONTRACT)))[0].Name);
		}
		expect(names).toEqual(['Contract.docx', 'Contract (1).docx']);
	});

	it.each([
		['a.XLSX', 'Calculation'],
		['a.pdf', 'Brochure'],
		['a.zip', 'Upload'],
		['a.txt', 'Upload'],
	])('gets the first template for its extension: %s', async (name, Name) => {
		const [made] = await items('document', 'upload', {}, one({ name, content: 'x' }));
		expect(made.DocumentTemplate).toMatchObject({ Name });
	});

	it.each([true, false])('may be empty, kept in a folder: %s', async (filesInFolder) => {
		const circumstances = { filesInFolder };
		const empty = { ...one({ name: 'empty.txt', content: '' }), circumstances };
		const [made] = await items('document', 'upload', {}, empty);
		expect(stored(made.DocumentId)).toEqual(Buffer.alloc(0));
		const down = await run('document', 'download', target(Number(made.DocumentId)), {
			circumstances,
		});
		expect(down.error?.message).toBeUndefined();
		expect(bytesOf(down.itemsOf(NEXT)[0])).toEqual(Buffer.alloc(0));
	});

	it.each([
		['../secret.docx', /the file name "\.\.\/secret\.docx" is a path/],
		['C:\\a.docx', /is a path/],
		['..', /is a path/],
		['a\u0000b.docx', /has control characters/],
		['a\nb.docx', /has control characters/],
		['gpj.\u202Eexe.docx', /has control characters/],
		[`${'n'.repeat(510)}.docx`, /has 515 characters/],
	])('is refused with the name %j, and nothing is sent', async (name, words) => {
		const said = await refusal('document', 'upload', {}, one({ name, content: 'x' }));
		expect(said).toMatch(words);
		expect(said).toMatch(/Input Data Field Name \(binaryPropertyName\)/);
		expect(simulator().requests).toEqual([]);
	});

	it.each([
		[
			{ binaryPropertyName: 'contract' },
			/the item has no file in the field "contract" Fields with files are: data/,
		],
		[{ binaryPropertyName: '={{ "" }}' }, /Input Data Field Name \(binaryPropertyName\)/],
		[
			{ maxFileSize: 0.000001 },
			/Maximum File Size \(MB\) \(options\.maxFileSize\): the file has more than/,
		],
		[{ maxFileSize: '={{ "big" }}' }, /"big" is not a/],
		[{ maxFileSize: -1 }, /-1 is no size/],
	])('is refused by name where it cannot be read: %j', async (how, words) => {
		expect(await refusal('document', 'upload', how, one(CONTRACT))).toMatch(words);
		expect(simulator().requests).toEqual([]);
	});

	it('is asked for where the item has none', async () => {
		expect(await refusal('document', 'upload', {})).toMatch(
			/the item has no file in the field "data" Put a node before this one that outputs a file/,
		);
	});

	it('of each item becomes a document of its own, in their order', async () => {
		const files = Array.from({ length: 20 }, (_one, index) => ({
			data: { name: `file ${index}.txt`, content: `content ${index}` },
		}));
		const result = await run('document', 'upload', { options: { concurrency: 5 } }, { files });
		expect(result.error?.message).toBeUndefined();
		const all = result.itemsOf(NEXT);
		expect(all.map(({ json }) => json.Name)).toEqual(files.map(({ data }) => data.name));
		expect(all.map(({ json }) => String(stored(json.DocumentId)))).toEqual(
			files.map(({ data }) => data.content),
		);
		expect(all.map(({ pairedItem }) => pairedItem)).toEqual(files.map((_one, item) => ({ item })));
	});
});

describe('a document whose file fails', () => {
	const refused = { status: 500, body: { Message: 'Disk full' } };
	const given = { documentTemplate: byId(1), header: 'Contract' };

	it.each([
		['upload', one(CONTRACT), [undefined, refused]],
		['createFromTemplate', {}, [undefined, undefined, refused]],
	])(
		'is completed by another run of %s, and nothing is doubled',
		async (operation, files, answers) => {
			const name = { name: 'Contract.docx' };
			simulator().answerNext(...answers);
			const said = await refusal('document', operation, { ...given, ...name }, files);
			expect(said).toMatch(/Document 41 was created; its file may be missing/);
			const [, continueWithId] = /Continue With Document ID set to (\d+)/.exec(said) ?? [];
			const complete = async () =>
				(await items('document', operation, { ...given, ...name, continueWithId }, files))[0];
			expect(await complete()).toMatchObject({ DocumentId: 41, Name: 'Contract.docx' });
			const content = stored(41);
			expect(content?.length).toBeGreaterThan(0);
			const before = writes().length;
			const again = { ...given, ...name, continueWithId };
			expect(await refusal('document', operation, again, files)).toMatch(
				/Continue With Document ID \(options\.continueWithId\): document 41 lacks nothing of this item/,
			);
			expect(writes()).toHaveLength(before);
			expect(newDocuments()).toEqual([41]);
			expect(stored(41)).toBe(content);
		},
	);

	it('is completed by Retry On Fail, and nothing is doubled', async () => {
		simulator().answerNext(undefined, refused);
		const more = { ...one(CONTRACT), retryOnFail: true };
		expect(await items('document', 'upload', given, more)).toMatchObject([{ DocumentId: 41 }]);
		expect(stored(41)).toEqual(CONTRACT.content);
		expect(newDocuments()).toEqual([41]);
	});

	it('is found again and completed where it is created only once', async () => {
		const key = { keyField: { mode: 'key', value: 'SuperOffice:1' }, keyValue: 'A-17' };
		const how = { ...given, createOnce: { key } };
		simulator().answerNext(undefined, undefined, undefined, refused);
		expect(await refusal('document', 'upload', how, one(CONTRACT))).toMatch(/Document 41 was/);
		for (let runs = 0; runs < 2; runs += 1) {
			const [found] = await items('document', 'upload', how, one(CONTRACT));
			expect(found).toMatchObject({ DocumentId: 41, operation: 'found' });
			expect(stored(41)).toEqual(CONTRACT.content);
		}
		expect(newDocuments()).toEqual([41]);
	});

	it('is not completed by several items', async () => {
		const files = ['a', 'b'].map((content) => ({ data: { name: `${content}.docx`, content } }));
		const said = await refusal('document', 'upload', { ...given, continueWithId: '11' }, { files });
		expect(said).toMatch(/options\.continueWithId\): is that of another item of this run/);
		const empty = { ...given, continueWithId: '={{ $json.none }}' };
		expect(await refusal('document', 'upload', empty, one(CONTRACT))).toMatch(
			/Continue With Document ID \(options\.continueWithId\): its expression is empty/,
		);
	});

	it('is stored once more where the connection was cut', async () => {
		let calls = 0;
		const only = ({ path }: { path: string }) => path.endsWith('/Content') && (calls += 1) === 1;
		simulator().fail({ resetAfter: 1, only });
		expect(await items('document', 'upload', given, one(CONTRACT))).toMatchObject([
			{ DocumentId: 41 },
		]);
		expect(stored(41)).toEqual(CONTRACT.content);
	});

	it('is created no second time by an answer that was lost', async () => {
		simulator().fail({ resetAfter: 1, only: ({ path }) => path.endsWith('/Content') });
		const said = await refusal('document', 'upload', given, one(CONTRACT));
		expect(said).toMatch(/storing the file.*Document 41 was created; its file may be missing/s);
		simulator().fail({});
		const how = { ...given, continueWithId: '41' };
		expect(await refusal('document', 'upload', how, one(CONTRACT))).toMatch(
			/document 41 lacks nothing of this item/,
		);
		expect(stored(41)).toEqual(CONTRACT.content);
		expect(newDocuments()).toEqual([41]);
	});
});

describe('the file of a document', () => {
	it.each([true, false])('is downloaded byte for byte, kept in a folder: %s', async (kept) => {
		const result = await run('document', 'download', target(1), {
			circumstances: { filesInFolder: kept },
		});
		expect(result.error?.message).toBeUndefined();
		const [file] = result.itemsOf(NEXT);
		expect(file.json).toMatchObject({ DocumentId: 1, Header: 'Offer' });
		expect(file.binary?.data).toMatchObject({
			fileName: 'document1.docx',
			fileExtension: 'docx',
			mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
		});
		expect(bytesOf(file)).toEqual(seedContent('document1.docx'));
	});

	it('is downloaded as PDF where SuperOffice converts it, into a field of any name', async () => {
		const how = { ...target(1), format: 'pdf', outputPropertyName: 'paper' };
		const [file] = (await run('document', 'download', how)).itemsOf(NEXT);
		expect(file.binary?.paper).toMatchObject({
			fileName: 'document1.pdf',
			mimeType: 'application/pdf',
		});
		expect(bytesOf(file, 'paper').toString('latin1')).toMatch(/^%PDF/);
		expect(await refusal('document', 'download', { ...target(9), format: 'pdf' })).toMatch(
			/fetching the file document9\.eml.*406/s,
		);
	});

	it('is not there, and then not downloaded', async () => {
		expect(await refusal('document', 'download', target(11))).toMatch(
			/did not find it \(fetching the file document11\.docx\)/,
		);
	});

	it.each([true, false])('is fetched again where the connection broke: %s', async (kept) => {
		let calls = 0;
		const only = ({ path }: { path: string }) => path.endsWith('/Content') && (calls += 1) === 1;
		simulator().fail({ truncated: 1, only });
		const result = await run('document', 'download', target(1), {
			circumstances: { filesInFolder: kept },
		});
		expect(result.error?.message).toBeUndefined();
		expect(bytesOf(result.itemsOf(NEXT)[0])).toEqual(seedContent('document1.docx'));
	});

	it("is no proxy's page that came in its place", async () => {
		simulator().fail({ html: 1, only: ({ path }) => path.endsWith('/Content') });
		expect(await refusal('document', 'download', target(1))).toMatch(
			/SuperOffice answered without a file \(fetching the file document1\.docx\)/,
		);
	});

	it('is refused where it is larger than allowed, before it is fetched whole', async () => {
		const said = await refusal('document', 'download', { ...target(1), maxFileSize: 0.0001 });
		expect(said).toMatch(
			/Maximum File Size \(MB\) \(options\.maxFileSize\): the file has more than/,
		);
		expect(simulator().requests.filter(({ path }) => path.endsWith('Content'))).toHaveLength(1);
	});

	it('is replaced, as often as it is run', async () => {
		for (let runs = 0; runs < 2; runs += 1) {
			const [after] = await items('document', 'replaceContent', target(1), one(CONTRACT));
			expect(after).toMatchObject({ DocumentId: 1, Name: 'document1.docx' });
			expect(stored(1)).toEqual(CONTRACT.content);
		}
		expect(newDocuments()).toEqual([]);
	});

	it('of somebody else who holds it is neither replaced nor locked', async () => {
		expect(await refusal('document', 'replaceContent', target(6), one(CONTRACT))).toMatch(/409/);
		expect(await refusal('document', 'lock', target(6))).toMatch(
			/Document \(documentId\): document 6 was not locked: .*Look who has locked it/s,
		);
	});

	it('becomes a version, or is as it was before', async () => {
		await items('document', 'lock', target(2));
		await items('document', 'replaceContent', target(2), one(CONTRACT));
		await items('document', 'unlock', { ...target(2), versionDescription: 'Countersigned' });
		const versions = await items('document', 'getVersions', target(2));
		expect(versions).toMatchObject([
			{ DocumentId: 2, VersionId: '1', Description: 'First draft' },
			{ VersionId: '2', CheckedInDate: '2026-02-11T10:00:00+01:00' },
			{ VersionId: '3', Description: 'Countersigned' },
		]);
		await items('document', 'lock', target(2));
		await items('document', 'replaceContent', target(2), one({ name: 'b.docx', content: 'b' }));
		await items('document', 'unlock', { ...target(2), keepChanges: false });
		expect(stored(2)).toEqual(CONTRACT.content);
		expect(await items('document', 'getVersions', target(2))).toHaveLength(3);
	});

	it('is made from a template with its tags', async () => {
		const [made] = await items('document', 'createFromTemplate', {
			documentTemplate: byName('Letter'),
			contact: byId(1),
			header: 'Offer: 10/20 chairs',
			customTags: { entry: [{ key: 'refr', value: 'Our ref. 17' }] },
		});
		expect(made).toMatchObject({ Name: 'Offer 10 20 chairs.docx' });
		expect(String(stored(made.DocumentId))).toContain(
			'Letter to Fjord Shipping AS: Offer: 10/20 chairs. Our ref. 17',
		);
		expect(await refusal('document', 'createFromTemplate', { header: 'A' })).toMatch(
			/Document Template \(documentTemplate\): is empty/,
		);
	});
});

describe('a document', () => {
	it('is found by its company, sale, template, text and file name', async () => {
		const found = async (filters: IDataObject) =>
			(await items('document', 'getAll', { filters, limit: 100, output: 'simplified' })).map(
				({ DocumentId }) => DocumentId,
			);
		expect(await found({ contact: byId(1) })).toEqual([1, 2]);
		expect(await found({ sale: byId(1), header: 'offer' })).toEqual([1]);
		expect(await found({ documentTemplate: byName('Agreement') })).toEqual([2, 7]);
		expect(await found({ name: '.eml', contact: byId(4) })).toEqual([9]);
		expect(await found({ project: byId(1) })).toEqual([1, 3]);
		expect(await found({ person: byId(30) })).toEqual([7]);
		expect(await found({ text: 'minutes' })).toEqual([3]);
	});

	it.each([
		['Europe/Oslo', '2026-02-15T00:00:00', '2026-02-16T00:00:00', true],
		['America/Los_Angeles', '2026-02-15T00:00:00', '2026-02-16T00:00:00', true],
		['Pacific/Auckland', '2026-02-14T00:00:00', '2026-02-15T00:00:00', false],
	])('is found by a period in %s', async (timezone, from, to, isFound) => {
		const how = { period: 'between', from, to, filters: { contact: byId(1) } };
		const found = await items('document', 'getAll', how, { timezone });
		expect(found.some(({ documentId }) => documentId === 2)).toBe(isFound);
	});

	it('is changed, and guarded by the time when it was read', async () => {
		const changes = { header: 'Final offer', completed: 'Started' };
		const [changed] = await items('document', 'update', { ...target(1), ...changes });
		expect(changed).toMatchObject({ Header: 'Final offer', Completed: 'Started' });
		const old = { ...target(1), header: 'A', onlyIfUnmodifiedSince: '2026-01-01T00:00:00' };
		expect(await refusal('document', 'update', old)).toMatch(/412|changed in the meantime/);
		await items('document', 'delete', target(1));
		expect(await refusal('document', 'get', target(1))).toMatch(/did not find it/);
		expect((await get('document', 2)).Header).toBe('Contract');
	});
});
