import { TicketAgent, type WebApiOptions } from '@superoffice/webapi';

import { AUTHORIZATION, useService } from '../engine/service';
import type { Carrier } from '../tenant/carriers';

describe("the simulator's agent of requests", () => {
	const { simulator, ask, post } = useService();

	const call = async (name: string, body: object = {}) => await post(`Agents/Ticket/${name}`, body);
	const get = async (id: number) => (await ask(`Ticket/${id}`)).body as Carrier;

	it('saves, reads and deletes requests', async () => {
		const blank = await call('CreateDefaultForTicketType', { TicketTypeId: 2 });
		expect(blank.body).toMatchObject({
			...{ TicketId: 0, TicketType: { Name: 'Complaint' }, Priority: { Name: 'High' } },
			...{ Status: { Name: 'In Queue' }, Slevel: 'External' },
		});
		const saved = await call('SaveTicketEntity', { ...(blank.body as Carrier), Title: 'x' });
		expect(saved.body).toMatchObject({ TicketId: 61, Status: { Name: 'In Queue' } });
		await call('SaveTicketEntityWithNotify', { NewEntity: { Title: 'y' }, Notify: true });
		expect(simulator().data.notifications).toEqual([{ ticketId: 62, what: 'ticket', to: 1 }]);
		expect((await call('GetTicketEntity?ticketEntityId=61')).body).toEqual(saved.body);
		expect((await call('DeleteTicketEntity', { TicketEntityId: 61 })).status).toBe(204);
		expect((await call('GetTicketEntity?ticketEntityId=61')).body).toBeNull();
		expect((await call('GetTickets', { TicketIds: [1, 61] })).body).toHaveLength(1);
	});

	it('deletes requests by their status, and brings them back', async () => {
		const deleted = await call('SetDeletedStatusByIds', { TicketIds: [1, 2] });
		expect(deleted.body).toEqual([1, 2]);
		expect(await get(2)).toMatchObject({ BaseStatus: 'Deleted' });
		expect((await call('UndeleteByIds', { TicketIds: [2] })).status).toBe(204);
		expect(await get(2)).toMatchObject({ BaseStatus: 'Active', Status: { TicketStatusId: 1 } });
		expect((await call('SetDeletedStatusByIds', { TicketIds: [3, 999] })).status).toBe(400);
		expect(await get(3)).toMatchObject({ BaseStatus: 'Active' });
	});

	it('lets the user take and read requests', async () => {
		await call('AcceptTickets', { TicketIds: [1, 4] });
		expect(await get(4)).toMatchObject({ OwnedBy: { AssociateId: 1 }, ReadStatus: 'Green' });
		await call('UpdateTicketsReadStatus', { TicketIds: [4], NewStatus: 'Yellow' });
		const read = { ReadStatus: 'Green', CheckEscalating: false };
		simulator().data.now = () => Date.parse('2026-09-07T08:00:00Z');
		const own = await call('SetTicketReadByOwner', { TicketEntityId: 4, ...read });
		expect(own.body).toMatchObject({ ReadStatus: 'Green', ReadByOwner: '2026-09-07T10:00:00' });
		const other = await call('SetTicketReadByOwner', { TicketEntityId: 5, ...read });
		expect(other.body).toMatchObject({ ReadStatus: 'Red', ReadByOwner: '0001-01-01T00:00:00' });
	});

	it('merges requests', async () => {
		const MergedTicketEntity = { TicketId: 1, Title: 'Both' };
		const merged = await call('MergeTickets', { MergedTicketEntity, SecondaryTicketIds: [2, 4] });
		expect(merged.body).toMatchObject({
			...{ TicketId: 1, Title: 'Both', NumMessages: 4, Person: { PersonId: 10 } },
			SecondaryPersons: [{ PersonId: 20 }, { PersonId: 30 }, { PersonId: 40 }],
		});
		expect(await get(2)).toMatchObject({ BaseStatus: 'Merged', ConnectId: 1, NumMessages: 0 });
		expect((await call('ResolveTicketId', { TicketId: 2 })).body).toBe(1);
		const itself = { MergedTicketEntity, SecondaryTicketIds: [1] };
		expect((await call('MergeTickets', itself)).status).toBe(400);
	});

	it('saves a message with its files and the time of the reply', async () => {
		const Entity = { Ticket: { TicketId: 1 }, Slevel: 'External', Body: 'x' };
		const save = async (more: object) =>
			await call('SaveTicketMessageEntityWithOptions', { Entity, Notify: false, ...more });
		const first = await save({ AttachmentIds: [2], UpdateRepliedAt: false });
		expect(first.body).toMatchObject({ EjMessageId: 76, AttachmentsInfo: [{ AttachmentId: 2 }] });
		expect(await get(1)).toMatchObject({ RepliedAt: '0001-01-01T00:00:00', HasAttachment: true });
		await save({ AttachmentIds: [], UpdateRepliedAt: true });
		expect((await get(1)).RepliedAt).not.toBe('0001-01-01T00:00:00');
		expect((await save({ AttachmentIds: [99] })).status).toBe(400);
		expect(await get(1)).toMatchObject({ NumMessages: 3 });
		const entities = await call('GetTicketMessageEntities', { TicketId: 1, MessageIds: [76] });
		expect(entities.body).toMatchObject([{ EjMessageId: 76, Body: 'x' }]);
		await call('RemoveMessageAttachments', { TicketMessageEntityId: 76, AttachmentIds: [2] });
		await call('AddAttachments', { TicketMessageEntityId: 76, AttachmentIds: [1] });
		const info = await call('GetAttachmentInfo', { TicketMessageEntityId: 76 });
		expect(info.body).toMatchObject([{ AttachmentId: 1 }]);
		await call('SendTicketMessage', { TicketMessageEntityId: 76, To: ['a@example.com'] });
		expect(simulator().data.sentMails).toMatchObject([{ subject: 'Invoice is wrong (01)' }]);
		await call('SetTicketMessageImportant', { TicketMessageId: 76, Important: true });
		await call('DeleteTicketMessageEntity', { TicketMessageEntityId: 77 });
		expect(await get(1)).toMatchObject({ Messages: [{}, { Important: true }] });
	});

	it('serves the official client, files too', async () => {
		const client = new TicketAgent({
			baseUrl: `${simulator().baseUrl}/api`,
			axiosConfig: { headers: { Authorization: AUTHORIZATION } },
		} as WebApiOptions);
		const entity = await client.createDefaultTicketEntityAsync();
		entity.title = 'From the client';
		const saved = await client.saveTicketEntityAsync(entity);
		expect(saved).toMatchObject({ ticketId: 61, title: 'From the client' });
		const message = await client.createDefaultTicketMessageEntityAsync();
		message.body = 'Hello';
		message.ticket = { ticketId: 61 } as NonNullable<typeof message.ticket>;
		expect(await client.saveTicketMessageEntityAsync(message)).toMatchObject({ ejMessageId: 76 });
		const file = await client.createDefaultAttachmentEntityAsync();
		file.name = 'a.bin';
		const { attachmentId = 0 } = await client.saveAttachmentEntityAsync(file);
		await client.uploadAttachmentAsync(attachmentId, 'bytes');
		const stream = await client.getAttachmentStreamAsync(attachmentId);
		expect(Buffer.from(stream as ArrayBuffer).toString()).toBe('bytes');
		const valid = await client.validateAttachmentsAsync([attachmentId, 99]);
		expect(valid).toMatchObject([{ isValid: true }, { isValid: false }]);
		await client.deleteTicketEntityAsync(61);
		expect(simulator().data.tickets.size).toBe(60);
	});
});
