import { useService } from '../engine/service';
import type { Carrier } from '../tenant/carriers';

describe("the simulator's documents", () => {
	const { simulator, ask, post } = useService();

	const send = async (method: string, path: string, body?: unknown, headers = {}) =>
		await ask(path, { method, body: JSON.stringify(body ?? {}), headers });
	const create = async (body: object) => {
		const { status, body: created } = await post('Document', { Name: 'a.docx', ...body });
		expect([status, created]).toEqual([200, expect.anything()]);
		return created as Carrier;
	};
	const get = async (id: unknown) => (await ask(`Document/${String(id)}`)).body as Carrier;
	const patch = async (id: number, body: unknown) => await send('PATCH', `Document/${id}`, body);
	const rows = async (path: string) => ((await ask(path)).body as { value: Carrier[] }).value;
	const NEW = 41;

	it('are created, read, changed and deleted for good', async () => {
		const created = await create({
			...{ Header: 'Boat', Name: 'boat.docx', OurRef: 'A1', Description: 'Blue' },
			...{ Contact: { ContactId: 1 }, Person: { PersonId: 10 }, Project: { ProjectId: 2 } },
			...{ Sale: { SaleId: 1 }, DocumentTemplate: { DocumentTemplateId: 5 } },
			Date: '2026-07-01T10:00:00Z',
			CustomFields: { 'SuperOffice:1': 'K1', 'SuperOffice:2': '[F:2.5]', x_document_shelf: 'B' },
		});
		expect(created).toMatchObject({
			...{ DocumentId: NEW, Header: 'Boat', Name: 'boat.docx', Type: 'Document' },
			...{ Contact: { Name: 'Fjord Shipping AS' }, Person: { FullName: 'Purchasing Manager' } },
			...{ Project: { Name: 'Move to New Offices' }, Sale: { Title: 'Service Agreement' } },
			DocumentTemplate: { Name: 'Agreement', Direction: 'Outgoing', AutoeventId: 2 },
			...{ LockSemantics: 'Versioning', Associate: { AssociateId: 1 }, UpdatedBy: null },
			...{ Date: '2026-07-01T12:00:00', ActiveLinks: 0 },
			CustomFields: { 'SuperOffice:2': '[F:2.5]', x_document_shelf: 'B' },
			_Links: { Self: expect.stringMatching(/\/Document\/41$/) as string },
		});
		expect(await get(NEW)).toEqual(created);
		const put = await send('PUT', `Document/${NEW}`, { ...created, Description: '', Sale: null });
		expect(put.body).toMatchObject({ Description: '', Sale: null, OurRef: 'A1' });
		expect((await ask(`Document/${NEW}/Simple`)).status).toBe(404);
		expect((await send('DELETE', `Document/${NEW}`)).status).toBe(204);
		expect((await ask(`Document/${NEW}`)).status).toBe(404);
		expect(await create({ Header: 'Next' })).toMatchObject({ DocumentId: NEW + 1 });
	});

	it('are those of the seeds until they are written', async () => {
		expect(simulator().data.documents.size).toBe(40);
		expect(await get(1)).toMatchObject({
			...{ Header: 'Offer', Name: 'document1.docx', Contact: { ContactId: 1 } },
			...{ Sale: { SaleId: 1 }, DocumentTemplate: { Name: 'Letter' }, LockSemantics: 'None' },
		});
		expect((await patch(1, { OurRef: 'X' })).body).toMatchObject({ Header: 'Offer', OurRef: 'X' });
		expect((await ask('Document/1?$select=Header')).body).toMatchObject({ OurRef: null });
	});

	it.each([
		['a header that is too long', { Header: 'x'.repeat(220) }],
		['a description that is too long', { Description: 'x'.repeat(2048) }],
		['a name that is too long', { Name: `${'x'.repeat(511)}.docx` }],
		['no name', { Name: '' }],
		['a name without an extension', { Name: 'boat' }],
		['a template that is none', { DocumentTemplate: { DocumentTemplateId: 99 } }],
		['a template that is deleted', { DocumentTemplate: { DocumentTemplateId: 7 } }],
		['a company that is none', { Contact: { ContactId: 999 } }],
		['a sale that is none', { Sale: { SaleId: 9999 } }],
		['a person of another company', { Contact: { ContactId: 1 }, Person: { PersonId: 20 } }],
		['a person without the company', { Person: { PersonId: 20 } }],
		['a lock that is none', { LockSemantics: 'Chain' }],
		['a state that is none', { Completed: 'Done' }],
		['a date that is none', { Date: 'soon' }],
		['a custom field that is none', { CustomFields: { 'SuperOffice:99': 'x' } }],
	])('are refused with %s', async (_name, body) => {
		expect((await post('Document', { Name: 'a.docx', ...body })).status).toBe(400);
		expect(simulator().data.documents.size).toBe(40);
	});

	it('have names that files can have', async () => {
		expect(await create({ Name: 'Offer: 1/2?.docx' })).toMatchObject({ Name: 'Offer_ 1_2_.docx' });
		const renamed = await post('Document', { DocumentId: 1, Name: 'DOCUMENT3.docx' });
		expect(renamed.body).toMatchObject({ DocumentId: 1, Name: 'DOCUMENT3 (1).docx' });
		expect((await patch(4, { Name: 'document3.docx' })).body).toMatchObject({
			Name: 'document3 (2).docx',
		});
		// One without a file takes no name from the others.
		expect((await patch(11, { Name: 'document3.docx' })).body).toMatchObject({
			Name: 'document3.docx',
		});
		expect((await patch(6, { Name: 'other.xlsx' })).status).toBe(409);
	});

	it('know when they were changed', async () => {
		const since = { 'If-Modified-Since': new Date().toUTCString() };
		expect((await ask('Document/1', { headers: since })).status).toBe(304);
		await patch(1, { OurRef: '1' });
		const before = { 'If-Unmodified-Since': 'Wed, 01 Jan 2025 00:00:00 GMT' };
		for (const method of ['PUT', 'PATCH', 'DELETE']) {
			expect((await send(method, 'Document/1', {}, before)).status).toBe(412);
		}
	});

	it('are validated, and are blank at first', async () => {
		const { body } = await post('Document/Validate', { Header: '', DocumentTemplate: null });
		expect(body).toEqual({
			Header: 'Header must be filled in.',
			Name: 'Name must be filled in.',
			DocumentTemplate: 'DocumentTemplate must be filled in.',
		});
		expect((await ask('Document/default')).body).toMatchObject({
			...{ DocumentId: 0, Name: '', DocumentTemplate: null, LockSemantics: 'None' },
		});
	});

	it('have foreign keys', async () => {
		const ForeignKey = { Key: 'k', Value: 'v', RecordId: 1, TableName: 'document' };
		const saved = await post('Agents/ForeignSystem/SaveForeignKey', {
			...{ ForeignKey, ApplicationName: 'app', DeviceName: 'dev' },
		});
		expect(saved.body).toMatchObject({ RecordId: 1, TableName: 'document' });
		expect((await ask('Document/1/ForeignKey')).body).toEqual({ 'app.dev.k': 'v' });
		expect((await ask('Document/1?fk=true')).body).toMatchObject({
			ExtraFields: { 'app.dev.k': 'v' },
		});
	});

	it('are hidden from whom they are not visible for', async () => {
		expect((await ask('Document/12')).status).toBe(404);
		expect((await send('DELETE', 'Document/12')).status).toBe(404);
		expect((await post('Agents/Document/GetDocumentEntity?documentEntityId=12', {})).body).toBe(
			null,
		);
		expect(await rows('Document?$filter=documentId eq 12')).toEqual([]);
		const VisibleFor = [{ VisibleId: 2, Visibility: 'Group' }];
		const seen = await create({ Associate: { AssociateId: 2 }, VisibleFor });
		expect((await ask(`Document/${String(seen.DocumentId)}`)).status).toBe(200);
	});

	it('have an appointment, which goes with them', async () => {
		const created = await create({ Header: 'Boat', Contact: { ContactId: 9 } });
		const { documentEntries } = simulator().data;
		const entry = documentEntries.get(NEW) ?? 0;
		expect((await ask(`Appointment/${entry}`)).body).toMatchObject({
			...{ Type: 'Document', Title: 'Boat', Contact: { ContactId: 9 } },
		});
		await patch(NEW, { Header: 'Ship' });
		expect((await ask(`Appointment/${entry}`)).body).toMatchObject({ Title: 'Ship' });
		const found = await rows('Contact/9/Activities');
		expect(found).toMatchObject([{ EntityName: 'document', documentId: created.DocumentId }]);
		await send('DELETE', `Document/${NEW}`);
		expect((await ask(`Appointment/${entry}`)).status).toBe(404);
	});

	it.each([
		['Document?$filter=subject begins %27pri%27', [5]],
		['Document?$filter=date after %272026-11-30%27 and contactId oneOf (0)', []],
		['Document?$filter=type oneOf (5)&$orderby=documentId desc', [7, 2]],
		['Document?$filter=isMail set and contactId oneOf (4)', [9]],
		['Document?$filter=contact/name begins %27Fjord%27', [1, 2]],
		['Document?$filter=sale/heading is %27Ten Licenses%27', [8]],
		['Document?$filter=name contains %27.pdf%27 and documentId lt 12', [10]],
		['Document?$filter=associateId currentAssociate and saleId = 1', [1, 2]],
		['Document?$filter=visibleFor oneOf (-2)', []],
		['Document?$filter=visibleFor oneOf (-2147483648) and documentId lt 3', [1, 2]],
		['Contact/1/Documents', [1, 2]],
		['Person/20/Documents', [4]],
		['Project/1/Activities', [1, 3]],
		['Sale/1/Activities', [1, 2]],
	])('are listed: %s', async (path, ids) => {
		const found = await rows(path.replaceAll(' ', '%20'));
		expect(found.map(({ documentId }) => documentId)).toEqual(ids);
	});

	it('move when companies and persons are merged', async () => {
		const after = 'moveAfterDate=2020-01-01&deleteSource=true';
		await send('POST', `Person/20/MergeTo/30?${after}`);
		expect(await get(4)).toMatchObject({ Person: { PersonId: 30 }, Contact: { ContactId: 2 } });
		await send('POST', 'Contact/2/MergeTo/3');
		expect(await get(4)).toMatchObject({ Person: { PersonId: 30 }, Contact: { ContactId: 3 } });
	});

	it('are found by their custom fields', async () => {
		await patch(3, { CustomFields: { 'SuperOffice:6': '[I:12]' }, YourRef: 'R9' });
		const filter = encodeURIComponent("documentUdef/SuperOffice:6 gt 10 and yourref is 'R9'");
		expect(await rows(`Document?$filter=${filter}`)).toMatchObject([{ documentId: 3 }]);
	});
});
