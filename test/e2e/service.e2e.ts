import { addNext, MADE_FILE, mapField, startWithFile, useCredential } from './canvas';
import { execute, openOperation, outputFiles, outputTable, wholeForm, writes } from './step';
import { useEditor, world } from './useEditor';

useEditor();
useCredential();

/** What stands in the file that n8n's node makes: the trigger's item. */
const MADE = '[{}]';

it('a request with a file is made by mouse from an empty canvas, and closed by the node behind it', async () => {
	await startWithFile('photo', 'Create request');
	const form = wholeForm();
	await form.fill('title', 'Printer smokes');
	await form.pick('category', 'ink', 'Support/Printers/Ink');
	await form.pick('person', 'technical', 'Technical Contact');
	expect((await form.offered('ownedBy')).slice(0, 2)).toEqual([
		'Unassigned (Nobody)',
		"By the Category's Rule",
	]);
	await form.pick('ownedBy', 'rule', "By the Category's Rule");
	await form.pick('priority', 'high', 'High');
	await form.fill('message', 'Since this morning');
	await form.fill('attachmentFields', 'ph*');
	await form.part('Message Fields').addOption('Add Field', 'Time Spent (Minutes)');
	await form.fill('timeSpent', '5');
	await execute('TicketId');
	const message = {
		Slevel: 'External',
		Author: 'Technical Contact',
		TimeSpent: 5,
		Type: 'Plain',
		Badge: 'Incoming',
		Body: 'Since this morning',
		Person: { PersonId: 11 },
		Ticket: { TicketId: 61 },
	};
	expect(writes()).toEqual([
		['POST /api/v1/Attachment', { Name: MADE_FILE, ContentType: 'application/json' }],
		['POST /api/v1/Attachment/3/Content', MADE],
		[
			'POST /api/v1/Ticket',
			{
				Title: 'Printer smokes',
				Category: { TicketCategoryId: 3 },
				Person: { PersonId: 11 },
				OwnedBy: { AssociateId: 2147483647 },
				Priority: { TicketPriorityId: 3 },
			},
		],
		[
			'POST /api/v1/Agents/Ticket/SaveTicketMessageEntityWithOptions',
			{ Entity: message, Notify: false, AttachmentIds: [3], UpdateRepliedAt: false },
		],
	]);
	const [row] = await outputTable();
	expect(row).toMatchObject({
		TicketId: '61',
		Title: 'Printer smokes',
		CategoryName: 'Support/Printers/Ink',
		StatusName: 'Open',
		PriorityName: 'High',
		// Whom the rule chooses.
		OwnedByName: 'Project Leader',
		PersonName: 'Technical Contact',
	});

	world.simulator.requests.splice(0);
	await addNext('Create request', 'Set status of request');
	const next = wholeForm();
	await next.pick('status', 'clo', 'Closed');
	await mapField('TicketId', 'ticketId');
	await next.input('ticketId').getByText('{{ $json.TicketId }}').waitFor();
	await execute('TicketId');
	expect(writes()).toEqual([['PATCH /api/v1/Ticket/61', { Status: { TicketStatusId: 2 } }]]);
	expect(await outputTable()).toMatchObject([{ TicketId: '61', StatusName: 'Closed' }]);
});

it('a document is uploaded by mouse from an empty canvas, and downloaded by the node behind it', async () => {
	await startWithFile('contract', 'Upload document');
	const form = wholeForm();
	await form.fill('binaryPropertyName', 'contract');
	await form.pick('contact', 'shipping', 'Fjord Shipping AS');
	await form.pick('sale', 'licenses', 'Ten Licenses');
	await execute('DocumentId');
	const sent = {
		Contact: { ContactId: 1 },
		Sale: { SaleId: 2 },
		Name: MADE_FILE,
		Header: 'file',
		DocumentTemplate: { DocumentTemplateId: 6 },
	};
	expect(writes()).toEqual([
		['POST /api/v1/Document', sent],
		['PUT /api/v1/Document/41/Content', MADE],
	]);
	expect(await outputTable()).toMatchObject([
		{
			DocumentId: '41',
			Name: MADE_FILE,
			DocumentTemplateName: 'Upload',
			ContactName: 'Fjord Shipping AS',
			SaleName: 'Ten Licenses',
		},
	]);

	await addNext('Upload document', 'Download document');
	await mapField('DocumentId', 'documentId');
	await wholeForm().input('documentId').getByText('{{ $json.DocumentId }}').waitFor();
	await execute(MADE_FILE);
	expect(await outputFiles()).toEqual([MADE_FILE]);
	expect(await outputTable()).toMatchObject([{ DocumentId: '41', Header: 'file' }]);
});

it('what is added to a new request and left alone is not set, but a row is asked for', async () => {
	const form = await openOperation('request', 'create');
	await form.fill('title', 'Nothing else');
	const message = form.part('Message Fields');
	for (const field of ['Format', 'From Contact Person', 'Important', 'Time Spent (Minutes)']) {
		await message.addOption('Add Field', field);
	}
	await form.part('Options').addOption('Add Option', 'Continue With Request ID');
	const more = form.part('Additional Fields');
	// n8n takes away a list without rows as soon as another control is changed: it is the last one.
	const fields = ['Status', 'Tags', 'Sale', 'Deadline', 'Author', 'More Contact Persons'];
	for (const field of fields) await more.addOption('Add Field', field);
	await execute('TicketId');
	// An empty text is one, and without a text there is no message.
	expect(writes()).toEqual([['POST /api/v1/Ticket', { Title: 'Nothing else', Author: '' }]]);

	world.simulator.requests.splice(0);
	await more.addRow('Add Contact Person');
	await execute('Contact Person (additionalFields.secondaryPersons.person[0].personId): is empty');
	expect(writes()).toEqual([]);
});

it('requests are found by filters picked from their lists, and their files come out', async () => {
	const form = await openOperation('request', 'getAll');
	const filters = form.part('Filters');
	for (const filter of ['Status', 'Open Only', 'Owner']) {
		await filters.addOption('Add Filter', filter);
	}
	await form.pick('status', 'queue', 'In Queue');
	await form.pick('owner', 'unass', 'Unassigned');
	await execute('TicketId');
	const [{ query }] = world.simulator.requests.filter(({ path }) => path === '/api/v1/Ticket');
	expect(query.$filter).toMatch(
		/^status oneOf \(1\) and ticketStatusId eq 7 and ownedBy\/ejUserId eq 1 and /,
	);
	const inQueue = { CategoryName: 'Administration/Accounting', StatusName: 'In Queue' };
	expect(await outputTable()).toMatchObject([
		{ Title: 'Invoice is wrong (01)', ...inQueue, PersonName: 'Purchasing Manager' },
		{ Title: 'Invoice is wrong (25)', ...inQueue, PersonName: 'Buyer 00045' },
		{ Title: 'Invoice is wrong (49)', ...inQueue },
	]);

	const files = await openOperation('request', 'getAttachments');
	await files.pick('ticketId', '#2', 'Offer wanted (02)');
	await execute('invoice.txt');
	// Without the picture that stands in the text.
	expect(await outputFiles()).toEqual(['invoice.txt']);
	expect(await outputTable()).toMatchObject([
		{ TicketId: '2', Name: 'invoice.txt', ContentType: 'text/plain', AttSize: '23' },
	]);
});
