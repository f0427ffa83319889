import { DocumentAgent, DocumentRestApi, type WebApiOptions } from '@superoffice/webapi';

import { AUTHORIZATION, useService } from '../engine/service';
import type { Carrier } from '../tenant/carriers';
import { seedContent } from './files';

describe("the simulator's files of documents", () => {
	const { simulator, ask, post } = useService();

	const OCTETS = 'application/octet-stream';
	const fetchAt = async (path: string, init: RequestInit = {}) =>
		await fetch(`${simulator().baseUrl}/api/v1/${path}`, {
			...init,
			headers: { Authorization: AUTHORIZATION, ...init.headers },
		});
	const put = async (id: number, body: BodyInit, type = OCTETS) =>
		await fetchAt(`Document/${id}/Content`, {
			...{ method: 'PUT', body, headers: { 'Content-Type': type } },
		});
	const read = async (id: number, Accept = OCTETS) => {
		const answer = await fetchAt(`Document/${id}/Content`, { headers: { Accept } });
		return { answer, bytes: Buffer.from(await answer.arrayBuffer()) };
	};
	const send = async (method: string, path: string, body?: object) =>
		await ask(`Document/${path}`, { method, ...(body && { body: JSON.stringify(body) }) });
	const lock = async (method: string, path: string) => (await send(method, path)).body as Carrier;
	const create = async (body: object = {}) =>
		((await post('Document', { Name: 'a.docx', Header: 'A', ...body })).body as Carrier)
			.DocumentId as number;
	const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
	const BYTES = Buffer.concat([seedContent('x'), Buffer.from('\r\n--æøå')]);

	it('come back byte for byte, with their length and their type', async () => {
		const id = await create();
		const stored = await put(id, BYTES);
		expect(await stored.json()).toMatchObject({ DocumentId: id, Name: 'a.docx' });
		const { answer, bytes } = await read(id);
		expect(bytes.equals(BYTES)).toBe(true);
		expect(answer.headers.get('content-type')).toBe(WORD);
		expect(answer.headers.get('content-length')).toBe(String(BYTES.length));
		expect((await send('GET', `${id}/Length`)).body).toBe(BYTES.length);
		expect((await read(1)).bytes.equals(seedContent('document1.docx'))).toBe(true);
	});

	it('are taken in each form that they have', async () => {
		const form = new FormData();
		form.append('file', new Blob([BYTES]), 'x.bin');
		const json = JSON.stringify(BYTES.toString('base64'));
		for (const answer of [
			await fetchAt('Document/11/Content', { method: 'PUT', body: form }),
			await put(13, json, 'application/json'),
			await put(14, BYTES, 'image/png'),
			await put(16, BYTES, `${WORD}; charset=utf-8`),
		]) {
			expect(answer.status).toBe(200);
		}
		for (const id of [11, 13, 14, 16]) expect((await read(id)).bytes.equals(BYTES)).toBe(true);
		expect((await put(16, '')).status).toBe(200);
		expect((await send('GET', '16/Length')).body).toBe(0);
	});

	it('are refused in others', async () => {
		expect((await put(13, BYTES, 'application/pdf')).status).toBe(415);
		expect((await put(13, '"#"', 'application/json')).status).toBe(400);
		expect((await put(13, '{"stream":"eA=="}', 'application/json')).status).toBe(400);
		expect((await put(13, 'x', 'multipart/form-data; boundary=y')).status).toBe(400);
		expect((await put(999, BYTES)).status).toBe(404);
	});

	it('come as the request accepts them', async () => {
		const json = await read(1, 'application/json');
		const base64 = JSON.parse(json.bytes.toString()) as string;
		expect(Buffer.from(base64, 'base64').equals(seedContent('document1.docx'))).toBe(true);
		expect((await read(1, '*/*')).answer.headers.get('content-type')).toContain('json');
		const pdf = await read(1, 'application/json;q=0.5, application/pdf');
		expect(pdf.answer.headers.get('content-type')).toBe('application/pdf');
		expect(pdf.bytes.toString()).toMatch(/^%PDF-1\.4/);
		const own = await read(10, 'application/pdf');
		expect(own.bytes.equals(seedContent('document10.pdf'))).toBe(true);
		expect((await read(9, 'application/pdf')).answer.status).toBe(406);
		expect((await read(1, 'image/png')).answer.status).toBe(406);
	});

	it('are not there for documents without one, nor after they were deleted', async () => {
		expect((await read(11)).answer.status).toBe(404);
		expect((await send('GET', '11/Length')).body).toBe(0);
		expect(await lock('DELETE', '1/Content')).toMatchObject({ Success: true, Type: 'None' });
		expect((await read(1)).answer.status).toBe(404);
		expect((await ask('Document/1')).status).toBe(200);
		expect((await read(12)).answer.status).toBe(404);
	});

	it('get a free name when they are stored, and the document with them', async () => {
		const id = await create({ Name: 'Document1.docx' });
		expect((await ask(`Document/${id}`)).body).toMatchObject({ Name: 'Document1.docx' });
		const stored = await put(id, BYTES);
		expect(await stored.json()).toMatchObject({ Name: 'Document1 (1).docx' });
		expect((await ask(`Document/${id}`)).body).toMatchObject({ Name: 'Document1 (1).docx' });
		expect(await (await put(id, 'again')).json()).toMatchObject({ Name: 'Document1 (1).docx' });
	});

	it('are made from the template', async () => {
		const template = (DocumentTemplateId: number) => ({ DocumentTemplate: { DocumentTemplateId } });
		const id = await create({ ...template(1), Contact: { ContactId: 1 } });
		expect((await send('POST', `${id}/Content`)).status).toBe(200);
		const text = async () => (await read(id)).bytes.subarray(4).toString();
		expect(await text()).toBe('Letter to Fjord Shipping AS: A. {refr}');
		const made = await send('POST', `${id}/Content?contactId=3`, { refr: 'R7' });
		expect(made.body).toMatchObject({ DocumentId: id });
		expect(await text()).toBe('Letter to Nordlys Energi AS: A. R7');
		expect((await send('POST', `${id}/Content`, { ref: 'R7' })).status).toBe(400);
		expect((await send('POST', `${id}/Content?contactId=999`)).status).toBe(400);
		expect((await send('POST', `${await create()}/Content`)).status).toBe(400);
		expect((await send('POST', `${await create(template(6))}/Content`)).status).toBe(400);
	});

	it('are locked while somebody has checked them out', async () => {
		expect(await lock('GET', '1/Lock')).toMatchObject({ State: 'LockingNotSupported' });
		expect(await lock('POST', '1/Lock')).toMatchObject({ Success: false, Type: 'Message' });
		expect(await lock('GET', '6/Lock')).toEqual({
			...{ State: 'CheckedOutOther', AssociateId: 2, Name: 'Account Manager' },
		});
		for (const [method, path] of [
			['POST', '6/Lock'],
			['PUT', '6/Lock'],
			['DELETE', '6/Lock'],
		]) {
			expect(await lock(method, path)).toMatchObject({ Success: false });
		}
		expect((await put(6, BYTES)).status).toBe(409);
		expect((await send('DELETE', '6/Content')).status).toBe(409);
		expect((await send('DELETE', '6')).status).toBe(409);
		expect((await send('PATCH', '6', { Header: 'Other' })).status).toBe(200);
		expect((await put(8, BYTES)).status).toBe(200);
		expect(await lock('DELETE', '8/Lock')).toMatchObject({ Success: true });
		expect((await read(8)).bytes.equals(seedContent('document8.xlsx'))).toBe(true);
		expect(await lock('GET', '8/Lock')).toMatchObject({ State: 'NotCheckedOut' });
		expect(await lock('PUT', '8/Lock')).toMatchObject({ Success: false });
	});

	it('have versions, one more with each that is checked in', async () => {
		expect(await lock('GET', '2/Version')).toMatchObject([
			{ VersionId: '1', Description: 'First draft', CheckedInByName: 'Sales Manager' },
			{ VersionId: '2', Description: 'Signed', CheckedInDate: '2026-02-11T10:00:00' },
		]);
		expect(await lock('POST', '2/Lock')).toMatchObject({ Success: true, VersionId: '2' });
		expect(await lock('GET', '2/Lock')).toMatchObject({ State: 'CheckedOutOwn' });
		await put(2, BYTES);
		expect(await lock('GET', '2/Version')).toHaveLength(2);
		const path = '2/Lock?versionDescription=Third&versionExtraFields=a&versionExtraFields=b';
		expect(await lock('PUT', path)).toMatchObject({ Success: true, VersionId: '3' });
		const versions = (await send('GET', '2/Version')).body as Carrier[];
		expect(versions[2]).toMatchObject({ Description: 'Third', ExtraFields: ['a', 'b'] });
		expect((await send('GET', '2/Length?versionId=3')).body).toBe(BYTES.length);
		expect((await send('GET', '2/Length?versionId=1')).body).not.toBe(BYTES.length);
		expect((await send('GET', '2/Length?versionId=9')).status).toBe(400);
		await put(2, 'unasked');
		expect(await lock('GET', '2/Version')).toHaveLength(4);
	});

	it('say what their plugins do', async () => {
		expect(await lock('GET', 'Plugin')).toEqual({
			...{ 0: 'SuperOffice Document Archive', 2: 'Web Library' },
		});
		expect(await lock('GET', 'Plugin/0')).toEqual({});
		expect((await send('GET', 'Plugin/9')).status).toBe(404);
		expect((await send('GET', '1/Url')).status).toBe(400);
		expect((await send('GET', '2/Url')).body).toContain('/2?');
		expect(await lock('GET', '1/Property?requestedProperties=a')).toEqual({ a: '' });
		expect(await lock('GET', '1/Command')).toEqual([]);
		expect(await lock('POST', '1/Command/Fly')).toMatchObject({ Success: false });
	});

	it('tell webhooks when they have changed', async () => {
		const told: number[] = [];
		simulator().data.onContent = (id) => void told.push(id);
		await put(11, BYTES);
		await send('DELETE', '11/Content');
		expect(told).toEqual([11, 11]);
	});

	it('are served to the official client', async () => {
		const options = {
			...{ baseUrl: `${simulator().baseUrl}/api`, timezone: 'UTC', timezoneInclude: true },
			axiosConfig: { headers: { Authorization: AUTHORIZATION } },
		} as WebApiOptions;
		const rest = new DocumentRestApi(options);
		const agent = new DocumentAgent(options);
		const blank = await rest.getDefaultAsync();
		const date = new Date('2027-03-01T11:00:00Z');
		const created = await rest.postAsync({ ...blank, header: 'Boat', name: 'boat.docx', date });
		expect(created).toMatchObject({ documentId: 41, name: 'boat.docx', date });
		const stored = await agent.setDocumentStreamFromIdAsync(41, new Uint8Array(BYTES).buffer);
		expect(stored).toMatchObject({ documentId: 41, name: 'boat.docx' });
		const bytes = (await agent.getDocumentStreamAsync(41)) as ArrayBuffer;
		expect(Buffer.from(bytes).equals(BYTES)).toBe(true);
		const base64 = await agent.getDocumentStreamAsync(41, { returnBlobAs: 1 });
		expect(base64).toBe(BYTES.toString('base64'));
		expect(await agent.getDocumentLengthAsync(41, '')).toBe(BYTES.length);
		const operations = [{ op: 'replace', path: '/OurRef', value: 'R' }];
		expect(await rest.patchByIdAsync(41, operations as never)).toMatchObject({ ourRef: 'R' });
		await rest.deleteByIdAsync(41);
		await expect(rest.getByIdAsync(41)).rejects.toMatchObject({ response: { status: 404 } });
	});

	it("are served to the official client's agent", async () => {
		const agent = new DocumentAgent({
			baseUrl: `${simulator().baseUrl}/api`,
			axiosConfig: { headers: { Authorization: AUTHORIZATION } },
		} as WebApiOptions);
		const blank = await agent.createDefaultDocumentEntityAsync();
		const template = { documentTemplate: { documentTemplateId: 1 } };
		const saved = await agent.saveDocumentEntityAsync({
			...{ ...blank, ...template, header: 'Boat', name: 'boat.docx' },
		});
		const id = saved.documentId ?? 0;
		await agent.createNewPhysicalDocumentFromTemplateAsync(0, 0, 0, id, 0, 0, 0, '');
		await agent.createNewPhysicalDocumentFromTemplateWithCustomTagsAsync({
			...{ documentId: id, customTags: ['refr'], customValues: ['R7'], uiCulture: '' },
			...{ contactId: 0, personId: 0, appointmentId: 0, saleId: 0, selectionId: 0, projectId: 0 },
		});
		expect((await read(id)).bytes.toString()).toContain('R7');
		expect(await agent.renameDocumentAsync(id, 'document2.docx')).toBe('document2 (1).docx');
		expect(await agent.getDocumentEntityAsync(id)).toMatchObject({ name: 'boat.docx' });
		const renamed = { ...saved, name: 'document2 (1).docx' };
		expect(await agent.saveDocumentEntityAsync(renamed)).toMatchObject({
			name: 'document2 (1).docx',
		});
		expect(await agent.getCheckoutStateAsync(6)).toMatchObject({ state: 'CheckedOutOther' });
		expect(await agent.checkoutDocumentAsync(2, [])).toMatchObject({ success: true });
		expect(await agent.checkinDocumentAsync(2, [], 'Third', [])).toMatchObject({ versionId: '3' });
		expect(await agent.getVersionListAsync(2)).toHaveLength(3);
		expect(await agent.getDocumentAsync(1)).toMatchObject({
			...{ header: 'Offer', contactName: 'Fjord Shipping AS', saleName: 'Service Agreement' },
		});
		expect(await agent.getSaleDocumentsAsync(1)).toMatchObject([{ documentId: 1 }, {}]);
		const [start, end] = [new Date('2026-01-01'), new Date('2027-01-01')];
		expect(await agent.getContactDocumentsAsync(1, start, end, 1)).toHaveLength(1);
		expect(await agent.getDocumentListAsync([3, 12, 2])).toMatchObject([
			{ documentId: 2 },
			{ documentId: 3 },
		]);
		const kept = agent.setDocumentStreamAsync(saved, 'eA==', false);
		await expect(kept).rejects.toMatchObject({ response: { status: 400 } });
		await agent.setDocumentStreamAsync(saved, 'eA==', true);
		expect(await agent.deletePhysicalDocumentAsync(id, [])).toMatchObject({ success: true });
		await agent.deleteDocumentEntityAsync(id);
		expect(await agent.getDocumentEntityAsync(id)).toBeNull();
	});
});
