import { byId, byName, bytesOf, NEXT, NODE, useSimulator, type TestFile } from '../../support';
import { targetOf, useRecords } from './records';

const simulator = useSimulator();
const { create, get, items, refusal, run, writes } = useRecords(simulator);

const target = (id: number) => targetOf('request', id);
const REFERENCE = 'x_ticket_reference';

/** Two files, and what makes attachments of them. */
const FILES: Array<Record<string, TestFile>> = [
	{
		attachment_0: { name: 'Fehler ä 😀.txt', type: 'text/plain', content: 'It smokes' },
		attachment_1: { name: 'photo.png', type: 'image/png', content: Buffer.from([0, 255, 13, 10]) },
	},
];
const WITH_FILES = {
	title: 'Printer is on fire',
	category: byName('Support/Printers'),
	person: byId(10),
	message: 'Please help',
	attachmentFields: 'attachment_*',
};

/** What the simulator has of a request's messages. */
function messagesOf(id: number) {
	const { ticketMessages, attachments } = simulator().data;
	return [...ticketMessages.seeds.values()]
		.filter(({ ticketId }) => ticketId === id)
		.map((one) => ({
			...one,
			files: one.attachments.map((number) => attachments.seeds.get(number)),
		}));
}

const newRequests = () =>
	[...simulator().data.tickets.seeds.values()].filter(({ title }) => title === WITH_FILES.title);

describe('a new request', () => {
	it('comes with its first message and its attachments, byte for byte', async () => {
		const [made] = await items('request', 'create', WITH_FILES, { files: FILES });
		expect(made).toMatchObject({ Title: WITH_FILES.title, NumMessages: 1, HasAttachment: true });
		expect(made.Category).toMatchObject({ Fullname: 'Support/Printers' });
		const [message, ...more] = messagesOf(Number(made.TicketId));
		expect(more).toEqual([]);
		expect(message).toMatchObject({
			body: 'Please help',
			type: 'Plain',
			slevel: 'External',
			badge: 'Incoming',
			personId: 10,
		});
		expect(message.files).toMatchObject([
			{ name: 'Fehler ä 😀.txt', contentType: 'text/plain', content: Buffer.from('It smokes') },
			{ name: 'photo.png', contentType: 'image/png', content: Buffer.from([0, 255, 13, 10]) },
		]);
		expect(simulator().data.notifications).toEqual([]);
	});

	it('has its files uploaded before it is created, and a message that is saved with them', async () => {
		await items('request', 'create', WITH_FILES, { files: FILES });
		expect(writes()).toEqual([
			'POST Attachment',
			'POST Attachment/3/Content',
			'POST Attachment',
			'POST Attachment/4/Content',
			'POST Ticket',
			'POST Agents/Ticket/SaveTicketMessageEntityWithOptions',
		]);
	});

	it.each([
		[{ messageType: 'Comment' }, { slevel: 'Internal', badge: 'Comment', personId: 0 }],
		[{ messageType: 'Outgoing' }, { slevel: 'External', badge: 'Outgoing' }],
		[{ type: 'Html' }, { type: 'Html', htmlBody: 'Please help', body: '' }],
		[{ person: byId(20), author: 'guest@example.com' }, { personId: 20 }],
		[
			{ slevel: 'Internal', important: true, timeSpent: 5 },
			{ slevel: 'Internal', timeSpent: 5 },
		],
	])('has a first message as it is told: %j', async (more, saved) => {
		const { messageType = 'Incoming', ...messageFields } = more as { messageType?: string };
		const parameters = { title: 'A', message: 'Please help' };
		const [{ TicketId }] = await items('request', 'create', {
			...parameters,
			person: byId(10),
			messageType,
			messageFields,
		});
		expect(messagesOf(Number(TicketId))).toMatchObject([saved]);
	});

	it('says that fields of a message are left out where there is none', async () => {
		const given = { title: 'A', messageFields: { important: true } };
		const { hintsOf } = await run('request', 'create', given);
		expect(hintsOf(NODE)).toEqual([expect.stringMatching(/^An item has Message Fields/)]);
	});

	it('may have no message, and tells its owner where that is wanted', async () => {
		const [{ TicketId }] = await items('request', 'create', {
			title: 'A',
			ownedBy: byId(3),
			notify: true,
		});
		expect(messagesOf(Number(TicketId))).toEqual([]);
		expect(simulator().data.notifications).toMatchObject([{ ticketId: TicketId }]);
	});

	it.each([
		[byName('Unassigned'), null],
		[byName('Account Manager'), 2],
		[byName("By the Category's Rule"), 1],
	])('is owned by %j', async (ownedBy, owner) => {
		const { OwnedBy } = await get(
			'request',
			await create('request', { title: 'A', category: byId(2), ownedBy }),
		);
		expect((OwnedBy as { AssociateId: number } | null)?.AssociateId ?? null).toBe(owner);
	});

	it('is told that a category goes by its whole path', async () => {
		expect(await refusal('request', 'create', { title: 'A', category: byName('Ink') })).toMatch(
			/Category \(category\): no category is named "Ink".*Support\/Printers\/Ink = ID 3/s,
		);
		const id = await create('request', { title: 'A', category: byName('In/Out') });
		expect((await get('request', id)).Category).toMatchObject({ TicketCategoryId: 7 });
	});
});

describe('a request whose creation fails halfway', () => {
	/** The calls of a request with a message and two files, in their order. */
	const CALLS = [
		'first record',
		'first file',
		'second record',
		'second file',
		'request',
		'message',
	];

	it.each(CALLS)('is completed by another run, and nothing is doubled: at the %s', async (at) => {
		const before = CALLS.indexOf(at);
		// The names of category and owner are looked up before.
		const given = { ...WITH_FILES, category: byId(2) };
		const refused = { status: 400, body: { Message: 'No' } };
		simulator().answerNext(...CALLS.slice(0, before).map(() => undefined), refused);
		const said = await refusal('request', 'create', given, { files: FILES });
		const [, continueWithId = ''] = /Continue With Request ID set to (\d+)/.exec(said) ?? [];
		if (at === 'message') {
			expect(said).toMatch(
				/saving the first message.*Request \d+ was created; its message may be/s,
			);
			expect(newRequests().map(({ id }) => String(id))).toEqual([continueWithId]);
		} else {
			expect(newRequests()).toEqual([]);
			if (at !== 'request')
				expect(said).toMatch(/uploading the attachment .*No request was created/s);
		}
		const [made] = await items('request', 'create', { ...given, continueWithId }, { files: FILES });
		expect(newRequests().map(({ id }) => id)).toEqual([made.TicketId]);
		const messages = messagesOf(Number(made.TicketId));
		expect(messages.map(({ files }) => files.length)).toEqual([2]);
		const again = { ...given, continueWithId: String(made.TicketId) };
		expect(await refusal('request', 'create', again, { files: FILES })).toMatch(
			/Continue With Request ID \(options\.continueWithId\): request \d+ lacks nothing of this item/,
		);
		expect(messagesOf(Number(made.TicketId))).toEqual(messages);
	});

	it('is completed by itself where it is created only once', async () => {
		const key = { keyField: { mode: 'key', value: REFERENCE }, keyValue: 'form-17' };
		const given = { ...WITH_FILES, category: byId(2), createOnce: { key } };
		const lookUps = [undefined, undefined];
		const refused = { status: 400, body: { Message: 'No' } };
		simulator().answerNext(...lookUps, ...CALLS.slice(0, -1).map(() => undefined), refused);
		const said = await refusal('request', 'create', given, { files: FILES });
		expect(said).toMatch(/Request 61 was created/);
		for (const operation of ['found', 'found']) {
			const [made] = await items('request', 'create', given, { files: FILES });
			expect(made).toMatchObject({ TicketId: 61, operation });
			expect(messagesOf(61).map(({ files }) => files.length)).toEqual([2]);
		}
		expect(newRequests()).toHaveLength(1);
	});

	it.each(CALLS)('is completed by Retry On Fail, and nothing is doubled: at the %s', async (at) => {
		const given = { ...WITH_FILES, category: byId(2) };
		const refused = { status: 400, body: { Message: 'No' } };
		simulator().answerNext(...CALLS.slice(0, CALLS.indexOf(at)).map(() => undefined), refused);
		const more = { files: FILES, retryOnFail: true };
		const [made] = await items('request', 'create', given, more);
		expect(newRequests().map(({ id }) => id)).toEqual([made.TicketId]);
		expect(messagesOf(Number(made.TicketId)).map(({ files }) => files.length)).toEqual([2]);
	});

	it.each([
		['its answer is lost', { resetAfter: 1 }],
		['it is saved late', { late: { by: 503, after: 300 } }],
		['it is saved late, and cut', { late: { by: 'cut', after: 300 } }],
	] as const)(
		'has its message once, and its owner is told once, where %s',
		async (_what, faults) => {
			let calls = 0;
			const isSave = ({ path }: { path: string }) =>
				path.endsWith('WithOptions') && (calls += 1) === 1;
			simulator().fail({ ...faults, only: isSave });
			const given = { ...WITH_FILES, category: byId(2), ownedBy: byId(3), notify: true };
			const [made] = await items('request', 'create', given, { files: FILES });
			expect(messagesOf(Number(made.TicketId)).map(({ files }) => files.length)).toEqual([2]);
			expect(simulator().data.notifications).toHaveLength(1);
		},
	);

	it('gets its message though somebody else has written one meanwhile', async () => {
		const given = { title: 'A', message: 'First message' };
		simulator().answerNext(undefined, { status: 400, body: { Message: 'No' } });
		const said = await refusal('request', 'create', given);
		const [, continueWithId = ''] = /Continue With Request ID set to (\d+)/.exec(said) ?? [];
		await items('request', 'addMessage', { ...target(Number(continueWithId)), message: 'Another' });
		await items('request', 'create', { ...given, continueWithId });
		expect(messagesOf(Number(continueWithId)).map(({ body }) => body)).toEqual([
			'Another',
			'First message',
		]);
	});

	it('says that only the notification is missing', async () => {
		const given = { title: 'A', ownedBy: byId(3), notify: true };
		simulator().answerNext(undefined, { status: 400, body: { Message: 'No' } });
		expect(await refusal('request', 'create', given)).toMatch(
			/notifying the owner.*was saved all the same; its owner may not have been notified/s,
		);
	});
});

describe('a request', () => {
	it('is given to somebody else, who is told, as often as it is run', async () => {
		for (const told of [1, 2]) {
			const how = { ...target(1), ownedBy: byName('Account Manager'), notify: true };
			const [assigned] = await items('request', 'assign', how);
			expect(assigned.OwnedBy).toMatchObject({ AssociateId: 2 });
			expect(simulator().data.notifications).toHaveLength(told);
		}
		const [nobody] = await items('request', 'assign', { ...target(1), ownedBy: byId(0) });
		expect(nobody.OwnedBy ?? null).toBeNull();
	});

	it('is closed, reopened and postponed by the names of statuses', async () => {
		const set = async (status: string, more: object = {}) =>
			(await items('request', 'setStatus', { ...target(1), status: byName(status), ...more }))[0];
		expect(await set('Resolved')).toMatchObject({ BaseStatus: 'Closed' });
		expect(await set('Open')).toMatchObject({ BaseStatus: 'Active' });
		const activate = '2027-03-01T09:00:00';
		const postponed = await set('Postponed', { activate, output: 'simplified' });
		expect(postponed).toMatchObject({
			StatusName: 'Postponed',
			Activate: '2027-03-01T09:00:00+01:00',
		});
		expect(await refusal('request', 'setStatus', { ...target(1), status: byName('Done') })).toMatch(
			/no request status is named "Done" Similar ones are: Postponed = ID 3/,
		);
	});

	it.each([
		['Europe/Oslo', '2027-03-01T09:00:00+01:00', '2027-03-01T08:00:00Z'],
		['America/Los_Angeles', '2027-03-01T09:00:00-08:00', '2027-03-01T17:00:00Z'],
		['Pacific/Auckland', '2027-03-01T09:00:00+13:00', '2027-02-28T20:00:00Z'],
	])('is postponed until a time of %s', async (timezone, shown, stored) => {
		const how = { ...target(1), status: byId(3), activate: '2027-03-01T09:00:00' };
		const result = await run(
			'request',
			'setStatus',
			{ ...how, output: 'simplified' },
			{ timezone },
		);
		expect(result.itemsOf(NEXT)[0].json).toMatchObject({ Activate: shown });
		expect(simulator().data.tickets.seeds.get(1)?.activate).toBe(stored);
	});

	it('is deleted so that it can be restored, or for good', async () => {
		for (let runs = 0; runs < 2; runs += 1) {
			expect(await items('request', 'delete', target(3))).toEqual([{ TicketId: 3, deleted: true }]);
			expect(await get('request', 3)).toMatchObject({ BaseStatus: 'Deleted' });
		}
		expect(await items('request', 'getAll', { filters: { sale: byId(1) } })).toEqual([]);
		const only = { filters: { sale: byId(1), deleted: 'only' } };
		expect(await items('request', 'getAll', only)).toMatchObject([{ ticketId: 3 }]);
		const [restored] = await items('request', 'restore', target(3));
		expect(restored).toMatchObject({ TicketId: 3, BaseStatus: 'Active' });
		await items('request', 'delete', { ...target(3), deletePermanently: true });
		expect(await refusal('request', 'get', target(3))).toMatch(/did not find it/);
		expect(await refusal('request', 'delete', target(3))).toMatch(/did not find it/);
	});

	it('is merged into another one, which gets its messages', async () => {
		const [merged] = await items('request', 'merge', { ...target(2), destination: byId(4) });
		expect(merged).toMatchObject({ TicketId: 4, NumMessages: 3 });
		expect(await get('request', 2)).toMatchObject({ BaseStatus: 'Merged', ConnectId: 4 });
		expect(await refusal('request', 'merge', { ...target(4), destination: byId(4) })).toMatch(
			/Merge Into \(destination\): is the request itself/,
		);
	});
});

describe('a message', () => {
	it('is added as a comment, which nobody outside sees', async () => {
		const [made] = await items('request', 'addMessage', { ...target(1), message: 'Called back' });
		expect(made).toMatchObject({
			TicketId: 1,
			Body: 'Called back',
			Slevel: 'Internal',
			Badge: 'Comment',
			Attachments: [],
		});
		expect(simulator().data.sentMails).toEqual([]);
	});

	it('is a reply with a file that is sent by a template, and shows to whom', async () => {
		const [made] = await items(
			'request',
			'addMessage',
			{
				...target(1),
				message: '<p>Try again</p>',
				messageType: 'Reply',
				attachmentFields: 'attachment_1',
				messageFields: { type: 'Html' },
				sendEmail: {
					to: 'Guest <guest@example.com>, second@example.com',
					cc: 'third@example.com',
					subject: 'Your printer',
					replyTemplateId: byName('Thanks for Your Request'),
				},
			},
			{ files: FILES },
		);
		expect(made).toMatchObject({
			HtmlBody: '<p>Try again</p>',
			Badge: 'Reply',
			sent: true,
			Attachments: [{ Name: 'photo.png', AttSize: 4 }],
		});
		expect(simulator().data.sentMails).toMatchObject([
			{
				to: ['guest@example.com', 'second@example.com'],
				cc: ['third@example.com'],
				bcc: [],
				subject: 'Your printer',
				replyTemplateId: 23,
			},
		]);
	});

	it('goes to the contact person where no address is given', async () => {
		const how = { message: 'A', messageType: 'Reply', sendEmail: { subject: 'Your request' } };
		await items('request', 'addMessage', { ...target(5), ...how });
		expect(simulator().data.sentMails).toMatchObject([{ to: ['buyer00005@example.com'], cc: [] }]);
		const nobody = await create('request', { title: 'A', person: byId(0) });
		expect(await refusal('request', 'addMessage', { ...target(nobody), ...how })).toMatch(
			/To \(sendEmail\.to\): is empty, and request \d+ has no contact person with an email address/,
		);
		expect(messagesOf(nobody)).toEqual([]);
	});

	it('is not saved again where only sending has failed', async () => {
		const how = {
			...target(1),
			message: 'Try again',
			messageType: 'Reply',
			sendEmail: { to: 'guest@example.com' },
		};
		simulator().answerNext(undefined, undefined, { status: 400, body: { Message: 'No' } });
		const said = await refusal('request', 'addMessage', how);
		const [, sendMessageId] = /Send Message With ID set to (\d+)/.exec(said) ?? [];
		expect(said).toMatch(
			/sending the message.*Message \d+ was saved, and may not have been sent: look/s,
		);
		const before = messagesOf(1);
		const [sent] = await items('request', 'addMessage', { ...how, sendMessageId });
		expect(sent).toMatchObject({ EjMessageId: Number(sendMessageId), sent: true });
		expect(messagesOf(1)).toEqual(before);
		expect(simulator().data.sentMails).toHaveLength(1);
	});

	it('is sent by Retry On Fail, and not saved again', async () => {
		const how = { message: 'A', messageType: 'Reply', sendEmail: { to: 'a@example.com' } };
		const before = messagesOf(1).length;
		simulator().answerNext(undefined, undefined, { status: 400, body: { Message: 'No' } });
		const given = { ...target(1), ...how };
		const [sent] = await items('request', 'addMessage', given, { retryOnFail: true });
		expect(sent).toMatchObject({ sent: true });
		expect(messagesOf(1)).toHaveLength(before + 1);
		expect(simulator().data.sentMails).toHaveLength(1);
	});

	it.each([
		[{ sendMessageId: '64' }, /message 64 is of request 16.*to request 3\./s],
		[{ sendMessageId: '3' }, /an internal message is not sent by email/],
		[{ sendMessageId: '3', sendEmail: { to: '' } }, /To \(sendEmail\.to\): is empty/],
	])(
		'of another request, an internal one and one for nobody are not sent: %j',
		async (how, words) => {
			const given = {
				message: 'A',
				messageType: 'Reply',
				sendEmail: { to: 'a@example.com' },
				...how,
			};
			expect(await refusal('request', 'addMessage', { ...target(3), ...given })).toMatch(words);
			expect(simulator().data.sentMails).toEqual([]);
		},
	);

	it.each([
		['its answer is lost', { resetAfter: 1 }],
		['it is saved late', { late: { by: 503, after: 300 } }],
	] as const)('is saved once where %s', async (_what, faults) => {
		const before = messagesOf(1).length;
		let calls = 0;
		const only = ({ path }: { path: string }) => path.endsWith('WithOptions') && (calls += 1) === 1;
		simulator().fail({ ...faults, only });
		await items('request', 'addMessage', { ...target(1), message: 'Once' });
		expect(messagesOf(1)).toHaveLength(before + 1);
	});

	it('comes out with its text, the newest first, and alone', async () => {
		const all = await items('request', 'getMessages', target(4));
		expect(all.map(({ EjMessageId }) => EjMessageId)).toEqual([61, 4]);
		expect(all[1]).toMatchObject({ TicketId: 4, Body: 'Ink is empty (04): please help.' });
		const some = await items('request', 'getMessages', { ...target(4), limit: 1 });
		expect(some).toEqual(all.slice(0, 1));
		expect(await items('request', 'getMessage', { ejMessageId: '61' })).toEqual(some);
		const none = await create('request', { title: 'A' });
		expect(await items('request', 'getMessages', target(none))).toEqual([]);
	});

	it.each(['Europe/Oslo', 'America/Los_Angeles', 'Pacific/Auckland'])(
		'shows when it was written in %s',
		async (timezone) => {
			const result = await run('request', 'getMessages', target(4), { timezone });
			const times = result.itemsOf(NEXT).map(({ json }) => String(json.CreatedAt));
			expect(times.map((one) => Date.parse(one))).toEqual([
				...[2, 0].map((hours) => Date.UTC(2026, 0, 5, 8 + 4 * 20 + hours)),
			]);
			const offsets = { 'Europe/Oslo': '+01:00', 'America/Los_Angeles': '-08:00' };
			const [offset = '+13:00'] = [offsets[timezone as keyof typeof offsets]];
			expect(times.every((one) => one.endsWith(offset))).toBe(true);
		},
	);
});

describe('attachments', () => {
	it.each([true, false])('come out as files, kept in a folder: %s', async (filesInFolder) => {
		const result = await run('request', 'getAttachments', target(2), {
			circumstances: { filesInFolder },
		});
		const [file, ...more] = result.itemsOf(NEXT);
		expect(more).toEqual([]);
		expect(file.json).toMatchObject({ TicketId: 2, AttachmentId: 1, Name: 'invoice.txt' });
		expect(file.binary?.data).toMatchObject({
			fileName: 'invoice.txt',
			fileExtension: 'txt',
			mimeType: 'text/plain',
		});
		expect(bytesOf(file)).toEqual(simulator().data.attachments.seeds.get(1)?.content);
	});

	it.each([
		[{ includeInline: true }, ['invoice.txt', 'pixel.gif']],
		[{ includeInline: true, fileNames: '*.GIF' }, ['pixel.gif']],
		[{ fileNames: 'invoice.txt, none.pdf' }, ['invoice.txt']],
		[{ fileNames: 'none' }, []],
	])('are chosen by name: %j', async (how, names) => {
		const found = await items('request', 'getAttachments', { ...target(2), ...how });
		expect(found.map(({ Name }) => Name)).toEqual(names);
	});
});

describe('patterns of names', () => {
	it('are compared at once, whatever a file is called', async () => {
		const name = `${'_'.repeat(250)}x`;
		const seed = simulator().data.attachments.seeds.get(1);
		if (seed) simulator().data.attachments.set({ ...seed, name });
		const how = { ...target(2), fileNames: '*_*_*_*_*_*_*.pdf' };
		expect(await items('request', 'getAttachments', how)).toEqual([]);
		const field = { ...target(2), message: 'A', attachmentFields: `${'*a'.repeat(20)}c` };
		await items('request', 'addMessage', field, {
			files: [{ [`${'a'.repeat(60)}b`]: { name: 'a.txt', content: 'A' } }],
		});
	});

	it('find names however their accents are coded', async () => {
		const seed = simulator().data.attachments.seeds.get(1);
		if (seed) simulator().data.attachments.set({ ...seed, name: 'Übersicht.pdf'.normalize('NFD') });
		const how = { ...target(2), fileNames: 'übersicht.pdf' };
		expect(await items('request', 'getAttachments', how)).toHaveLength(1);
	});
});

describe('a page', () => {
	it('is a file where the request says that it is one', async () => {
		const seed = simulator().data.attachments.seeds.get(1);
		const page = { name: 'ATT00001', contentType: 'text/html', content: Buffer.from('<p>Hi</p>') };
		if (seed) simulator().data.attachments.set({ ...seed, ...page });
		const [file] = (await run('request', 'getAttachments', target(2))).itemsOf(NEXT);
		expect(bytesOf(file).toString()).toBe('<p>Hi</p>');
	});
});

describe('a mail', () => {
	const mail = (id: string, more = '', subject = 'Help') =>
		[
			'From: Purchasing <buyer00001@example.com>',
			'To: support@example.com',
			`Subject: ${subject}`,
			`Message-ID: <${id}@mail.example>`,
			...(more ? [more] : []),
			'Content-Type: text/plain; charset=utf-8',
			'',
			'The printer smokes.',
		].join('\r\n');
	const file = (content: string) => ({ files: [{ data: { name: 'mail.eml', content } }] });
	const mailbox = { mailboxId: byName('support@example.com') };

	it('becomes a request once, and then is found', async () => {
		for (const operation of ['created', 'found', 'found']) {
			const [made] = await items('request', 'fromMail', mailbox, file(mail('one')));
			expect(made).toMatchObject({ TicketId: 61, Title: 'Help', NumMessages: 1, operation });
		}
	});

	it('becomes a message of the request that it answers, in the same run too', async () => {
		const texts = [mail('one'), mail('two', 'In-Reply-To:\r\n <one@mail.example>', 'Re: Help')];
		const result = await run(
			'request',
			'fromMail',
			{ ...mailbox, mailSource: 'text', mailText: '={{ $json.raw }}' },
			{ items: texts.map((text) => ({ raw: text })) },
		);
		expect(result.error?.message).toBeUndefined();
		expect(result.itemsOf(NEXT).map(({ json }) => [json.TicketId, json.operation])).toEqual([
			[61, 'created'],
			[61, 'updated'],
		]);
		expect(messagesOf(61)).toHaveLength(2);
		const known = mail('three', 'References: <old@x.example> <mail4@example.com>');
		const [made] = await items('request', 'fromMail', {}, file(known));
		expect(made).toMatchObject({ TicketId: 4, operation: 'updated' });
	});

	it('that answers a deleted request becomes a new one, and one without brackets is known', async () => {
		await items('request', 'delete', target(4));
		const answer = mail('five', 'In-Reply-To: <mail4@example.com>').replace(
			'<five@mail.example>',
			'five@mail.example',
		);
		for (const operation of ['created', 'found']) {
			const [made] = await items('request', 'fromMail', mailbox, file(answer));
			expect(made).toMatchObject({ TicketId: 61, operation });
		}
	});

	it.each([
		['a mark of UTF-8', (text: string) => `\uFEFF${text}`],
		['a line of a mailbox file', (text: string) => `From guest Mon Jan  5 08:00:00 2026\n${text}`],
		['empty lines', (text: string) => `\r\n\n${text}`],
		['line feeds alone', (text: string) => text.replace(/\r\n/g, '\n')],
		[
			'a comment',
			(text: string) => text.replace('@mail.example>', '@mail.example> (sent by a robot)'),
		],
		['blanks in its ID', (text: string) => text.replace('<six', '<"a b" six')],
	])('with %s is known again', async (_what, change) => {
		const given = change(mail('six'));
		for (const operation of ['created', 'found']) {
			expect(await items('request', 'fromMail', mailbox, file(given))).toMatchObject([
				{ operation },
			]);
		}
	});

	it('is known among many whose IDs are like its own', async () => {
		const texts = Array.from({ length: 12 }, (_one, index) => ({ raw: mail(`${index}1`) }));
		const how = { ...mailbox, mailSource: 'text', mailText: '={{ $json.raw }}' };
		await run('request', 'fromMail', how, { items: texts });
		const made = [];
		for (let runs = 0; runs < 2; runs += 1) {
			made.push((await items('request', 'fromMail', mailbox, file(mail('1'))))[0].operation);
		}
		expect(made).toEqual(['created', 'found']);
	});

	it('goes to the request that is named', async () => {
		const [made] = await items('request', 'fromMail', target(6), file(mail('one')));
		expect(made).toMatchObject({ TicketId: 6, operation: 'updated', NumMessages: 2 });
	});

	it.each([
		[{}, mail('one'), /Mailbox \(mailboxId\): is empty A new request needs the mailbox/],
		[mailbox, 'Hello', /Input Data Field Name \(binaryPropertyName\): is no whole mail/],
		[{ ...mailbox, binaryPropertyName: 'mail' }, mail('one'), /no file in the field "mail".*data/s],
	])('is refused: %j', async (how, content, words) => {
		expect(await refusal('request', 'fromMail', how, file(content))).toMatch(words);
		expect(writes().filter((one) => !one.endsWith('GetMailboxes'))).toEqual([]);
	});
});
