import { useService } from '../simulator/engine/service';
import type { Carrier } from '../simulator/tenant/carriers';
import { Contract, hasOpenApi } from './openapi';

const describeWithFiles = hasOpenApi ? describe : describe.skip;

describeWithFiles("The simulator's requests answer as SuperOffice's OpenAPI files say:", () => {
	const { ask, post } = useService();

	const KINDS = {
		Ticket: {
			entity: 'TicketEntity',
			full: {
				...{ Title: 'Paper', Category: { TicketCategoryId: 6 }, Person: { PersonId: 10 } },
				...{ Sale: { SaleId: 1 }, Project: { ProjectId: 1 }, Tags: [{ Id: 1 }] },
				...{ SecondaryPersons: [{ PersonId: 20 }], OwnedBy: { AssociateId: 2 } },
				CustomFields: { x_ticket_devices: '[I:1]' },
			},
			lists: ['Simple', 'Messages', 'ForeignKey'],
			others: { Attachments: '{ticketEntityId}/Attachments' },
		},
		TicketMessage: {
			entity: 'TicketMessageEntity',
			full: {
				...{ Ticket: { TicketId: 1 }, Person: { PersonId: 10 }, Body: 'x', Type: 'Plain' },
				MessageHeaders: [{ Name: 'To', Value: 'a@example.com' }],
			},
			lists: ['ForeignKey'],
			others: {
				Attachment: '{ticketMessageEntityId}/Attachment',
				'Attachment/Noninline': '{ticketMessageEntityId}/Attachment/Noninline',
			},
		},
	};

	it.each(['Ticket', 'TicketMessage'] as const)('%s', async (record) => {
		const { entity, full, lists, others } = KINDS[record];
		const route = `/api/v1/${record}`;
		const contract = new Contract(`rest/Swagger-v1-${record}.json`);
		const blank = await ask(`${record}/default`);
		expect(contract.responseComplaints('GET', `${route}/default`, blank.body)).toEqual([]);
		const { properties } = contract.definition(`SuperOffice.CRM.Services.${entity}`);
		expect(Object.keys(blank.body as object).sort()).toEqual(Object.keys(properties ?? {}).sort());
		const sent = { query: { notify: true }, headers: {}, body: full };
		expect(contract.requestComplaints('POST', route, sent)).toEqual([]);
		const created = await post(`${record}?notify=true`, full);
		expect(created.status).toBe(200);
		expect(contract.responseComplaints('POST', route, created.body)).toEqual([]);
		const put = await ask(`${record}/2`, { method: 'PUT', body: JSON.stringify(full) });
		expect(contract.responseComplaints('PUT', `${route}/{id}`, put.body)).toEqual([]);
		const declared = lists.map((list) => [list, `{id}/${list}`]);
		for (const [list, one] of [['', '{id}'], ...declared, ...Object.entries(others)]) {
			const { status, body } = await ask(`${record}/2${list === '' ? '' : `/${list}`}`);
			expect([list, status]).toEqual([list, 200]);
			expect(contract.responseComplaints('GET', `${route}/${one}`, body)).toEqual([]);
		}
		const list = await ask(record);
		expect(contract.responseComplaints('GET', route, list.body)).toEqual([]);
	});

	it('Simple with all properties', async () => {
		const contract = new Contract('rest/Swagger-v1-Ticket.json');
		const { properties } = contract.definition('SuperOffice.CRM.Services.Ticket');
		const simple = (await ask('Ticket/2/Simple')).body as Carrier;
		expect(Object.keys(simple).sort()).toEqual(Object.keys(properties ?? {}).sort());
		const message = contract.definition('SuperOffice.CRM.Services.TicketMessage');
		const [first] = ((await ask('Ticket/2')).body as Carrier).Messages as Carrier[];
		expect(Object.keys(first).sort()).toEqual(Object.keys(message.properties ?? {}).sort());
	});

	it('attachments', async () => {
		const contract = new Contract('rest/Swagger-v1-Attachment.json');
		const route = '/api/v1/Attachment';
		const blank = await ask('Attachment/default');
		expect(contract.responseComplaints('GET', `${route}/default`, blank.body)).toEqual([]);
		const created = await post('Attachment', { Name: 'a.txt', ContentType: 'text/plain' });
		expect(contract.responseComplaints('POST', route, created.body)).toEqual([]);
		const put = await ask('Attachment/3', { method: 'PUT', body: '{"Name":"b.txt"}' });
		expect(contract.responseComplaints('PUT', `${route}/{id}`, put.body)).toEqual([]);
		const read = await ask('Attachment/1');
		expect(contract.responseComplaints('GET', `${route}/{id}`, read.body)).toEqual([]);
		const content = await ask('Attachment/1/Content', { headers: { Accept: 'application/json' } });
		expect(content.body).toEqual(expect.any(String));
		const copy = await post('Attachment/CopyFromCRMDocument/1', {});
		const copyRoute = `${route}/CopyFromCRMDocument/{documentId}`;
		expect(contract.responseComplaints('POST', copyRoute, copy.body)).toEqual([]);
	});

	const MAIL = 'From: a@example.com\r\nSubject: Hello\r\n\r\nBody';
	const CALLS: Array<['Ticket' | 'CustomerService', string, object]> = [
		['Ticket', 'CreateDefaultForTicketType', { TicketTypeId: 2 }],
		['Ticket', 'GetTickets', { TicketIds: [1] }],
		['Ticket', 'SaveTicketEntityWithNotify', { NewEntity: { Title: 'x' }, Notify: true }],
		['Ticket', 'GetTicketAttachments', { TicketEntityId: 2 }],
		['Ticket', 'ValidateAttachments', { AttachmentIds: [1] }],
		['Ticket', 'SetTicketReadByOwner', { TicketEntityId: 2, ReadStatus: 'Green' }],
		['Ticket', 'ProcessTicketWhenRead', { TicketEntityId: 2 }],
		['Ticket', 'UpdateTicketsReadStatus', { TicketIds: [2], NewStatus: 'Red' }],
		['Ticket', 'AcceptTickets', { TicketIds: [2] }],
		['Ticket', 'MergeTickets', { MergedTicketEntity: { TicketId: 2 }, SecondaryTicketIds: [3] }],
		['Ticket', 'ResolveTicketId', { TicketId: 3 }],
		['Ticket', 'SetDeletedStatusByIds', { TicketIds: [4] }],
		['Ticket', 'SetSpamStatusByIds', { TicketIds: [4] }],
		['Ticket', 'UndeleteByIds', { TicketIds: [4] }],
		['Ticket', 'NotifyNewTicket', { TicketEntityId: 2 }],
		['Ticket', 'NotifyNewTicketMessage', { TicketEntityId: 2 }],
		['Ticket', 'GetTicketMessageEntities', { TicketId: 2, MessageIds: [2] }],
		[
			...(['Ticket', 'SaveTicketMessageEntityWithNotify'] as const),
			{ NewEntity: { Ticket: { TicketId: 2 } }, Notify: true },
		],
		[
			...(['Ticket', 'SaveTicketMessageEntityWithOptions'] as const),
			{
				...{ Entity: { Ticket: { TicketId: 2 } }, Notify: true, AttachmentIds: [1] },
				UpdateRepliedAt: true,
			},
		],
		['Ticket', 'GetAttachmentInfo', { TicketMessageEntityId: 2 }],
		['Ticket', 'GetAttachmentInfoNonInline', { TicketMessageEntityId: 2 }],
		['Ticket', 'AddAttachments', { TicketMessageEntityId: 3, AttachmentIds: [1] }],
		['Ticket', 'RemoveMessageAttachments', { TicketMessageEntityId: 3, AttachmentIds: [1] }],
		['Ticket', 'SetTicketMessageImportant', { TicketMessageId: 2, Important: true }],
		['Ticket', 'SendTicketMessage', { TicketMessageEntityId: 2, To: ['a@example.com'] }],
		['Ticket', 'CopyFromCRMDocument', { DocumentId: 1 }],
		['Ticket', 'UploadAttachment', { AttachmentId: 1, Content: 'QQ==' }],
		['Ticket', 'DeleteTicketMessageEntity', { TicketMessageEntityId: 5 }],
		['Ticket', 'DeleteTicketEntity', { TicketEntityId: 5 }],
		['CustomerService', 'GetMailboxes', {}],
		['CustomerService', 'CreateTicketFromMailData', { MailboxId: 1, Data: MAIL }],
		['CustomerService', 'AddMessageFromMailData', { TicketId: 1, Data: MAIL }],
		['CustomerService', 'FindTicketsByTitleOrId', { TitleOrId: 'Ink', MaxRows: 3 }],
	];

	it('the agents', async () => {
		for (const [agent, name, body] of CALLS) {
			const contract = new Contract(`agent/Swagger-v1-${agent}Agent.json`);
			const call = `/api/v1/Agents/${agent}/${name}`;
			const sent = { query: {}, headers: {}, body };
			expect([name, contract.requestComplaints('POST', call, sent)]).toEqual([name, []]);
			const answer = await post(`Agents/${agent}/${name}`, body);
			expect([name, contract.statuses('POST', call)]).toEqual([
				name,
				expect.arrayContaining([String(answer.status)]) as string[],
			]);
			if (answer.status === 200) {
				expect([name, contract.responseComplaints('POST', call, answer.body)]).toEqual([name, []]);
			}
		}
	});
});
