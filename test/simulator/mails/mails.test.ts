import { useService } from '../engine/service';
import type { Carrier } from '../tenant/carriers';

describe("the simulator's mails", () => {
	const { simulator, ask, post } = useService();

	const FILE = Buffer.from([0, 255, 13, 10, 65]);
	const lines = (...all: string[]) => all.join('\r\n');
	const MAIL = lines(
		...['From: "Buyer" <buyer00020@example.com>', 'To: support@example.com'],
		...['Subject: =?utf-8?B?w4Z0dA==?= =?iso-8859-1?Q?_f=F8r?=', ' lunch'],
		...['Message-ID: <abc@example.com>', 'MIME-Version: 1.0'],
		...['Content-Type: multipart/mixed; boundary="outer"', '', 'ignored', '--outer'],
		...['Content-Type: multipart/alternative; boundary=inner', '', '--inner'],
		...[
			'Content-Type: text/plain; charset=iso-8859-1',
			'Content-Transfer-Encoding: quoted-printable',
		],
		...['', 'R=F8d gr=', '=F8t', '--inner', 'Content-Type: text/html; charset=utf-8', ''],
		...['<p>Rød</p>', '--inner--', '--outer', 'Content-Type: application/pdf; name="a.pdf"'],
		...['Content-Transfer-Encoding: base64', 'Content-Disposition: attachment; filename="a.pdf"'],
		...['', FILE.toString('base64'), '--outer--', ''],
	);
	const call = async (name: string, body: object) =>
		await post(`Agents/CustomerService/${name}`, body);
	const get = async (path: string) => (await ask(path)).body as Carrier;

	it('become requests of a mailbox', async () => {
		const created = await call('CreateTicketFromMailData', { MailboxId: 2, Data: MAIL });
		expect(created.body).toMatchObject({
			...{ TicketId: 61, Title: 'Ætt før lunch', OwnerName: 'Sales Manager' },
			...{ CategoryName: 'Support/Printers', PriorityName: 'High', PersonName: 'Buyer 00020' },
		});
		expect(await get('Ticket/61')).toMatchObject({
			...{ Origin: 'Email', FromAddress: 'buyer00020@example.com', CreatedBy: null },
			...{ Person: { PersonId: 200 }, NumMessages: 1, NumReplies: 0, HasAttachment: true },
		});
		expect(await get('TicketMessage/76')).toMatchObject({
			...{ Body: 'Rød grøt', HtmlBody: '<p>Rød</p>', Type: 'Html', Badge: 'Incoming' },
			...{ MessageId: '<abc@example.com>', Slevel: 'External', CreatedBy: null },
			...{ EmailHeader: expect.stringContaining('Subject: =?utf-8') as string },
			...{ MessageHeaders: [{ Name: 'To', Value: 'support@example.com' }] },
			AttachmentsInfo: [{ Name: 'a.pdf', ContentType: 'application/pdf', AttSize: 5 }],
		});
		expect(simulator().data.attachments.seeds.get(3)?.content).toEqual(FILE);
	});

	it('become messages of requests, which open again unless their status forbids it', async () => {
		const closed = async (id: number, status: number) =>
			await ask(`Ticket/${id}`, {
				...{ method: 'PATCH', body: JSON.stringify({ Status: { TicketStatusId: status } }) },
			});
		await closed(1, 2);
		await closed(2, 8);
		for (const TicketId of [1, 2]) {
			const { status } = await call('AddMessageFromMailData', { TicketId, Data: MAIL });
			expect(status).toBe(200);
		}
		expect(await get('Ticket/1')).toMatchObject({ BaseStatus: 'Active', NumMessages: 2 });
		expect(await get('Ticket/2')).toMatchObject({ BaseStatus: 'Closed', NumMessages: 2 });
	});

	it('are plain, of a person who is named, and found by their titles', async () => {
		const Data = 'From: a@example.com\nSubject: Hi\n\nHello';
		await call('CreateTicketFromMailData', { MailboxId: 1, Data, PersonId: 10 });
		expect(await get('Ticket/61')).toMatchObject({ Person: { PersonId: 10 }, Title: 'Hi' });
		expect(await get('TicketMessage/76')).toMatchObject({ Body: 'Hello', Type: 'Plain' });
		const found = async (TitleOrId: string) =>
			((await call('FindTicketsByTitleOrId', { TitleOrId, MaxRows: 2 })).body as Carrier[]).map(
				({ TicketId }) => TicketId,
			);
		expect(await found('61')).toEqual([61]);
		expect(await found('INK')).toEqual([4, 10]);
		expect((await call('GetMailboxes', {})).body).toMatchObject([
			{ MailInFilterId: 1, Address: 'support@example.com' },
			{ MailInFilterId: 2 },
		]);
	});

	it.each([
		['of no mailbox', 'CreateTicketFromMailData', { MailboxId: 9, Data: MAIL }],
		['that are none', 'CreateTicketFromMailData', { MailboxId: 1, Data: 'Hello' }],
		['of nobody', 'CreateTicketFromMailData', { MailboxId: 1, Data: MAIL, PersonId: 999_999 }],
		['to no request', 'AddMessageFromMailData', { TicketId: 999, Data: MAIL }],
	])('%s are refused', async (_name, name, body) => {
		expect((await call(name, body)).status).toBe(400);
		expect(simulator().data.ticketMessages.size).toBe(75);
	});
});
