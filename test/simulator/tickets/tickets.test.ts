import { seedContent } from '../documents/files';
import { AUTHORIZATION, useService } from '../engine/service';
import type { Carrier } from '../tenant/carriers';

describe("the simulator's requests", () => {
	const { simulator, ask, post } = useService();

	const send = async (method: string, path: string, body?: unknown) =>
		await ask(path, { method, body: JSON.stringify(body ?? {}) });
	const create = async (body: object, query = '') => {
		const { status, body: created } = await post(`Ticket${query}`, body);
		expect([status, created]).toEqual([200, expect.anything()]);
		return created as Carrier;
	};
	const get = async (id: unknown) => (await ask(`Ticket/${String(id)}`)).body as Carrier;
	const patch = async (id: number, body: unknown) =>
		(await send('PATCH', `Ticket/${id}`, body)).body as Carrier;
	const NEW = 61;
	const BY_CATEGORY = 2_147_483_647;

	it('are created, read, changed and deleted for good', async () => {
		const created = await create({
			...{ Title: 'No paper', Category: { TicketCategoryId: 2 }, Person: { PersonId: 20 } },
			...{ Tags: [{ Id: 2 }, { Id: 1 }, { Id: 2 }], SecondaryPersons: [{ PersonId: 30 }] },
			...{ Sale: { SaleId: 1 }, Project: { ProjectId: 1 }, Priority: { TicketPriorityId: 3 } },
			...{ OwnedBy: { AssociateId: 3 }, Deadline: '2027-05-01T10:00:00Z' },
			CustomFields: { x_ticket_devices: '[I:2]', x_ticket_billable: '[I:1]' },
		});
		expect(created).toMatchObject({
			...{ TicketId: NEW, Title: 'No paper', BaseStatus: 'Active', Origin: 'API' },
			Category: { Name: 'Printers', Fullname: 'Support/Printers', ParentId: 1 },
			...{ Status: { TicketStatusId: 1, Name: 'Open' }, Priority: { Name: 'High' } },
			...{ OwnedBy: { FullName: 'Support Engineer' }, TicketType: { Name: 'Request' } },
			...{ Tags: [{ Name: 'Warranty' }, { Name: 'Hardware' }], ReadStatus: 'Red' },
			...{ SecondaryPersons: [{ PersonId: 30 }], Deadline: '2027-05-01T12:00:00' },
			...{ NumMessages: 0, TimeSpent: 0, HasAttachment: false, Messages: [] },
			CustomFields: { x_ticket_devices: '[I:2]', x_ticket_billable: '[I:1]' },
		});
		expect(created).not.toHaveProperty('UserDefinedFields');
		expect(created).not.toHaveProperty('_Links');
		const { _Links, ...read } = await get(NEW);
		expect(_Links).toMatchObject({ Self: expect.stringMatching(/\/Ticket\/61$/) as string });
		expect(read).toEqual(created);
		expect((await ask(`Ticket/${NEW}/Simple`)).body).toMatchObject({
			...{ CustId: 20, ContactId: 2, OwnedBy: 4, OwnedByAssociateId: 3 },
			CategoryFullname: 'Support/Printers',
		});
		const put = await send('PUT', `Ticket/${NEW}`, {
			...{ Title: 'Paper', Category: { TicketCategoryId: 2 } },
		});
		expect(put.body).toMatchObject({ Tags: [], Person: null, OwnedBy: null, Title: 'Paper' });
		await post('TicketMessage', { Ticket: { TicketId: NEW }, Body: 'Hello' });
		expect((await send('DELETE', `Ticket/${NEW}`)).status).toBe(204);
		expect((await ask(`Ticket/${NEW}`)).status).toBe(404);
		expect([...simulator().data.ticketMessages.after(75)]).toEqual([]);
		await post('TicketMessage/3/Attachment', [2]);
		await send('DELETE', 'Ticket/2');
		expect([...simulator().data.attachments.seeds.keys()]).toEqual([2]);
	});

	it.each([
		['a title that is too long', { Title: 'x'.repeat(256) }],
		['a category that is none', { Category: { TicketCategoryId: 99 } }],
		['a status that is none', { Status: { TicketStatusId: 99 } }],
		['a priority that is none', { Priority: { TicketPriorityId: 99 } }],
		['a room as owner', { OwnedBy: { AssociateId: 11 } }],
		['a tag that is none', { Tags: [{ Id: 99 }] }],
		['a tag that is a number', { Tags: [1] }],
		['no category', { Category: null }],
		['a level that is none', { Slevel: 'Secret' }],
		['a day to come that is missing', { BaseStatus: 'PostponedSpecific' }],
	])('are refused with %s', async (_name, body) => {
		const { status } = await post('Ticket', { Title: 'x', ...body });
		expect(status).toBe(400);
		expect(simulator().data.tickets.size).toBe(60);
	});

	it('get their status from the category, and their owner by its rule', async () => {
		const ofCategory = async (id: number) =>
			await create({
				...{ Title: 'x', Category: { TicketCategoryId: id } },
				OwnedBy: { AssociateId: BY_CATEGORY },
			});
		const owner = async (id: number) =>
			((await ofCategory(id)).OwnedBy as Carrier | null)?.AssociateId;
		expect(await ofCategory(6)).toMatchObject({ Status: { Name: 'In Queue' }, OwnedBy: null });
		expect([await owner(2), await owner(2), await owner(2), await owner(2)]).toEqual([1, 2, 3, 1]);
		expect([await owner(4), await owner(4), await owner(4)]).toEqual([1, 2, 2]);
		expect([await owner(1), await owner(3), await owner(5)]).toEqual([3, 4, undefined]);
	});

	it('follow their status', async () => {
		simulator().data.now = () => Date.parse('2026-09-07T08:00:00Z');
		expect(await patch(7, { Status: { TicketStatusId: 8 } })).toMatchObject({
			...{ BaseStatus: 'Closed', ClosedAt: '2026-09-07T10:00:00' },
			LastChanged: '2026-09-07T10:00:00',
		});
		expect(await patch(7, { BaseStatus: 'Active' })).toMatchObject({
			...{ Status: { TicketStatusId: 1 }, ClosedAt: '0001-01-01T00:00:00' },
		});
		expect(await patch(7, { BaseStatus: 'PostponedWeek' })).toMatchObject({
			...{ BaseStatus: 'Postponed', Status: { Name: 'Postponed' } },
			Activate: '2026-09-14T10:00:00',
		});
		expect(await patch(7, { Status: { TicketStatusId: 6 } })).toMatchObject({
			...{ BaseStatus: 'Active', Activate: '0001-01-01T00:00:00' },
		});
	});

	it('are patched in both ways, and come back from a PUT as they were', async () => {
		const operations = [
			{ op: 'add', path: '/Tags/-', value: { Id: 3 } },
			{ op: 'replace', path: '/Status/TicketStatusId', value: 8 },
			{ op: 'replace', path: '/OwnedBy', value: { AssociateId: 0 } },
		];
		expect(await patch(2, operations)).toMatchObject({
			...{ Tags: [{ Id: 2 }, { Id: 3 }], Status: { Name: 'Resolved' }, OwnedBy: null },
		});
		const merge = { Tags: [], CustomFields: { x_ticket_format: '[I:1]' }, TimeSpent: 99 };
		const patched = await patch(2, merge);
		expect(patched).toMatchObject({ Tags: [], TimeSpent: 0, HasAttachment: true });
		expect(patched.CustomFields).toMatchObject({ x_ticket_format: '[I:1]' });
		const read = await get(9);
		const put = (await send('PUT', 'Ticket/9', read)).body as Carrier;
		expect({ ...put, LastChanged: '', _Links: read._Links }).toEqual({ ...read, LastChanged: '' });
	});

	it('tell their owner on demand only', async () => {
		const body = { Title: 'x', OwnedBy: { AssociateId: 2 } };
		await create(body);
		await create(body, '?notify=true');
		await send('PUT', 'Ticket/61?notify=true', { ...body, Category: { TicketCategoryId: 1 } });
		await create({ Title: 'x', OwnedBy: { AssociateId: 0 } }, '?notify=true');
		await post('Ticket/3/NotifyNewMessage', {});
		expect(simulator().data.notifications).toEqual([
			{ ticketId: 62, what: 'ticket', to: 2 },
			{ ticketId: 61, what: 'ticket', to: 2 },
			{ ticketId: 3, what: 'message', to: 2 },
		]);
	});

	it('count their messages, and the time spent on them', async () => {
		const { data } = simulator();
		data.now = () => Date.parse('2026-09-07T08:00:00Z');
		const message = { Ticket: { TicketId: 5 }, Slevel: 'External', HtmlBody: '<p>x</p>' };
		const headers = [{ Name: 'To', Value: 'a@example.com' }];
		const created = await post('TicketMessage?notify=true', {
			...{ ...message, TimeSpent: 20, MessageHeaders: headers, Important: true },
			CustomFields: { x_ej_message_pages: '[I:3]' },
		});
		expect(created.body).toMatchObject({
			...{ EjMessageId: 76, Type: 'Html', Badge: 'Reply', MessageHeaders: headers },
			...{ SearchTitle: 'Delivery is late (05)', Ticket: { TicketId: 5, NumMessages: 2 } },
			...{ CustomFields: { x_ej_message_pages: '[I:3]' }, Author: 'Sales Manager' },
		});
		expect(data.notifications).toEqual([{ ticketId: 5, what: 'message', to: 4 }]);
		await post('TicketMessage', { ...message, Person: { PersonId: 10 }, TimeSpent: 5 });
		expect(await get(5)).toMatchObject({
			...{ NumMessages: 3, NumReplies: 1, TimeSpent: 25, ReadStatus: 'Yellow' },
			...{ RepliedAt: '2026-09-07T10:00:00', LastChanged: '2026-09-07T10:00:00' },
			Messages: [
				{ TicketMessageId: 5 },
				{ TicketMessageId: 76, Important: true },
				{ Badge: 'Incoming' },
			],
		});
		const patched = await send('PATCH', 'TicketMessage/76', [
			{ op: 'replace', path: '/TimeSpent', value: 1 },
		]);
		expect(patched.body).toMatchObject({ TimeSpent: 1, Important: true });
		expect((await send('DELETE', 'TicketMessage/77')).status).toBe(204);
		expect(await get(5)).toMatchObject({ NumMessages: 2, TimeSpent: 1 });
		expect((await post('TicketMessage', { Body: 'x' })).status).toBe(400);
		expect((await post('TicketMessage', { Ticket: { TicketId: 999 } })).status).toBe(400);
		const put = await send('PUT', 'TicketMessage/76', { Ticket: { TicketId: 5 } });
		expect(put.body).toMatchObject({ HtmlBody: '', MessageHeaders: [], TimeSpent: 0 });
		expect((await ask('TicketMessage/999')).status).toBe(404);
	});

	it('send messages to recipients', async () => {
		const to = '&to=b@example.com&to=Ann%20%3Cc@example.com%3E';
		const path = 'TicketMessage/2/Send?cc=d@example.com&replyTemplateId=23&subject=Hello';
		expect((await post(`${path}${to}`, {})).status).toBe(204);
		expect(simulator().data.sentMails).toMatchObject([
			{
				...{ messageId: 2, to: ['b@example.com', 'Ann <c@example.com>'], cc: ['d@example.com'] },
				...{ bcc: [], subject: 'Hello', replyTemplateId: 23, attachmentIds: [1, 2] },
			},
		]);
		for (const wrong of ['?to=nobody', '', '?to=a@example.com&replyTemplateId=99']) {
			expect((await post(`TicketMessage/2/Send${wrong}`, {})).status).toBe(400);
		}
	});

	it('know their foreign keys', async () => {
		const key = { TableName: 'ticket', RecordId: 1, Key: 'id', Value: 'A-1' };
		const names = { ApplicationName: 'app', DeviceName: 'device' };
		await post('Agents/ForeignSystem/SaveForeignKey', { ForeignKey: key, ...names });
		expect((await ask('Ticket/1/ForeignKey')).body).toEqual({ 'app.device.id': 'A-1' });
		expect((await ask('Ticket/1?fk=true')).body).toMatchObject({
			ExtraFields: { 'app.device.id': 'A-1' },
		});
		expect((await ask('Ticket/1?$select=Title')).body).toMatchObject({
			...{ Title: 'Invoice is wrong (01)', Status: null },
		});
		const fields = (await ask('Ticket/CustomField')).body as Carrier[];
		expect(fields.map(({ FieldName }) => FieldName)).toContain('x_ticket_called');
		expect((await ask('Ticket/UdefLayout')).status).toBe(404);
		expect((await post('Ticket/Validate', {})).status).toBe(404);
	});

	it('have lists', async () => {
		const list = async (name: string) => (await ask(`MDOList/${name}`)).body as Carrier[];
		const names = async (name: string) => (await list(name)).map(({ Name }) => Name);
		expect(await names('ejcategory')).toEqual([
			...['Administration', 'Administration/Accounting', 'In/Out', 'Sales', 'Sales/Ink'],
			...['Support', 'Support/Printers', 'Support/Printers/Ink'],
		]);
		const tree = await list('ejcategory?additional=hierarchy%3Dtrue');
		expect(tree.map(({ Name }) => Name)).toEqual(['Administration', 'In/Out', 'Sales', 'Support']);
		expect(tree[3]).toMatchObject({
			ChildItems: [{ Name: 'Printers', ChildItems: [{ Id: 3, FullName: 'Support/Printers/Ink' }] }],
		});
		expect(await names('ejcategory?additional=hierarchy%3Dtrue&query=ink')).toHaveLength(2);
		expect(await list('ticketstatus')).toMatchObject([
			{ Id: 1, Name: expect.stringContaining('Open') as string, ExtraInfo: 'Active' },
			...[{}, {}, {}, {}, {}],
		]);
		expect(await list('ticketticketstatus')).toHaveLength(9);
		expect(await list('ticketticketstatus?additional=ticketType%3D2')).toHaveLength(4);
		expect(await list('tickettype')).toHaveLength(2);
		expect(await list('tickettype?additional=IncludeAll')).toHaveLength(3);
		expect((await list('ejuser'))[0]).toMatchObject({ Id: 2, ExtraInfo: 'associateId=1' });
		for (const name of ['tags', 'replytemplate', 'ticketpriority', 'ticketorigin']) {
			expect(await list(name)).not.toEqual([]);
		}
	});
});

describe("the simulator's attachments", () => {
	const { simulator, ask, post } = useService();

	const raw = async (path: string, init: RequestInit = {}) => {
		const headers = { Authorization: AUTHORIZATION, ...(init.headers as object) };
		return await fetch(`${simulator().baseUrl}/api/v1/${path}`, { ...init, headers });
	};
	const download = async (id: number) => {
		const answer = await raw(`Attachment/${id}/Content`, {
			headers: { Accept: 'application/octet-stream' },
		});
		return { answer, bytes: Buffer.from(await answer.arrayBuffer()) };
	};
	const BYTES = Buffer.from([0, 13, 10, 255, 254, 45, 45, 0]);

	it('come back byte for byte, however they were sent', async () => {
		const created = (await post('Attachment', { Name: 'x.bin', ContentType: 'image/png' }))
			.body as Carrier;
		expect(created).toMatchObject({ AttachmentId: 3, AttSize: 0, IsSafeFileExtension: true });
		const form = new FormData();
		form.append('file', new Blob([BYTES]), 'x.bin');
		const uploads: RequestInit[] = [
			{ body: BYTES, headers: { 'Content-Type': 'application/octet-stream' } },
			{ body: BYTES, headers: { 'Content-Type': 'image/gif' } },
			{
				body: JSON.stringify(BYTES.toString('base64')),
				headers: { 'Content-Type': 'application/json' },
			},
			{ body: form },
		];
		for (const upload of uploads) {
			await raw('Attachment/3/Content', {
				...{ method: 'POST', body: '', headers: { 'Content-Type': 'image/gif' } },
			});
			expect((await raw('Attachment/3/Content', { method: 'POST', ...upload })).status).toBe(204);
			const { answer, bytes } = await download(3);
			expect(bytes).toEqual(BYTES);
			expect(answer.headers.get('content-type')).toBe('image/png');
			expect(answer.headers.get('content-length')).toBe('8');
		}
		expect((await ask('Attachment/3')).body).toMatchObject({ AttSize: 8 });
		expect(await (await raw('Attachment/3/Content')).json()).toBe(BYTES.toString('base64'));
	});

	it.each([
		['text/plain', 'Hello', 415],
		['application/pdf', 'Hello', 415],
		['application/json', '{}', 400],
		['application/json', '"Hello!"', 400],
	])('are refused as %s with the content %s', async (type, body, status) => {
		const headers = { 'Content-Type': type };
		const answer = await raw('Attachment/1/Content', { method: 'POST', body, headers });
		expect(answer.status).toBe(status);
	});

	it('belong to messages', async () => {
		await post('Attachment', { Name: 'virus.exe' });
		const connected = await ask('TicketMessage/5/Attachment', { method: 'POST', body: '[3,1]' });
		expect(connected.status).toBe(204);
		expect((await ask('TicketMessage/5/Attachment')).body).toMatchObject([
			{ AttachmentId: 3, ContentType: 'application/octet-stream', IsSafeFileExtension: false },
			{ AttachmentId: 1, Name: 'invoice.txt' },
		]);
		expect((await ask('TicketMessage/2/Attachment/Noninline')).body).toHaveLength(1);
		expect((await ask('Ticket/5')).body).toMatchObject({ HasAttachment: true });
		expect((await ask('Ticket/2/Attachments')).body).toHaveLength(2);
		const wrong = await ask('TicketMessage/5/Attachment', { method: 'POST', body: '[99]' });
		expect(wrong.status).toBe(400);
	});

	it('are copied from documents, renamed, and refused without a name', async () => {
		const copy = await post('Attachment/CopyFromCRMDocument/2', {});
		expect(copy.body).toMatchObject({ AttachmentId: 3, Name: 'document2.docx' });
		expect((await download(3)).bytes).toEqual(seedContent('document2.docx', 2));
		const put = await ask('Attachment/1', { method: 'PUT', body: '{"Name":"a.txt"}' });
		expect(put.body).toMatchObject({ Name: 'a.txt', ContentType: 'application/octet-stream' });
		expect((await download(1)).bytes.toString()).toBe('Invoice 17: æøå €\n');
		expect((await post('Attachment', { ContentType: 'text/plain' })).status).toBe(400);
		expect((await ask('Attachment/99')).status).toBe(404);
	});
});
