import { addNext, MADE_FILE, mapField, startWithFile, useCredential } from './canvas';
import { execute, openOperation, outputFiles, outputTable, wholeForm, writes } from './step';
import { useEditor, world } from './useEditor';

useEditor();
useCredential();

/** What the file of n8n's node holds: the trigger's item. */
const MADE = /^\[\s*\{\s*\}\s*\]$/;

it('a request with a file is made by mouse from an empty canvas, and closed by the node behind it', async () => {
	await startWithFile('photo', 'Create request');
	const form = wholeForm();
	await form.fill('title', 'Printer smokes');
	expect(await form.offered('category')).toEqual([
		...['Administration', 'Administration/Accounting', 'In/Out', 'Sales', 'Sales/Ink', 'Support'],
		...['Support/Printers', 'Support/Printers/Ink'],
	]);
	await form.pick('category', 'ink', 'Support/Printers/Ink');
	await form.pick('person', 'technical', 'Technical Contact');
	await form.pick('ownedBy', 'rule', "By the Category's Rule");
	await form.pick('priority', 'high', 'High');
	await form.fill('message', 'Since this morning');
	await form.fill('attachmentFields', 'ph*');
	await form.part('Message Fields').addOption('Add Field', 'Time Spent (Minutes)');
	await form.fill('timeSpent', '5');
	await execute('TicketId');
	const [row] = await outputTable();
	const sent = writes();
	expect(sent).toEqual([
		['POST /api/v1/Attachment', { Name: MADE_FILE, ContentType: 'application/json' }],
		['POST /api/v1/Attachment/3/Content', expect.stringMatching(MADE)],
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
			expect.objectContaining({ AttachmentIds: [3] }),
		],
	]);
	console.log(JSON.stringify(sent), row);

	world.simulator.requests.splice(0);
	await addNext('Create request', 'Set status of request');
	const next = wholeForm();
	await next.pick('status', 'clo', 'Closed');
	await mapField('TicketId', 'ticketId');
	await next.input('ticketId').getByText('{{ $json.TicketId }}').waitFor();
	await execute('TicketId');
	console.log(JSON.stringify(writes()), await outputTable());
});

it('a document is uploaded by mouse from an empty canvas, and downloaded by the node behind it', async () => {
	await startWithFile('contract', 'Upload a document');
	const form = wholeForm();
	await form.fill('binaryPropertyName', 'contract');
	await form.pick('contact', 'shipping', 'Fjord Shipping AS');
	await form.pick('sale', 'licenses', 'Ten Licenses');
	await execute('DocumentId');
	const [row] = await outputTable();
	console.log(JSON.stringify(writes()), row);
	world.simulator.requests.splice(0);
	await addNext('Upload a document', 'Download a document');
	await mapField('DocumentId', 'documentId');
	await wholeForm().input('documentId').getByText('{{ $json.DocumentId }}').waitFor();
	await execute('DocumentId');
	expect(await outputFiles()).toEqual([MADE_FILE]);
});

it('what is added to a new request and left alone is asked for, or not set', async () => {
	const form = await openOperation('request', 'create');
	await form.fill('title', 'Nothing else');
	const message = form.part('Message Fields');
	for (const field of [
		'Format',
		'From Contact Person',
		'Access Level',
		'Author',
		'Important',
		'Time Spent (Minutes)',
	])
		await message.addOption('Add Field', field);
	await execute('TicketId');
	console.log(JSON.stringify(writes()));
	world.simulator.requests.splice(0);
	const more = form.part('Additional Fields');
	for (const field of [
		'Status',
		'Request Type',
		'Tags',
		'Sale',
		'Project',
		'Deadline',
		'Postponed Until',
		'Origin',
		'Author',
		'More Contact Persons',
	])
		await more.addOption('Add Field', field);
	await execute('TicketId');
	console.log(JSON.stringify(writes()));
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
	console.log(
		world.simulator.requests.map(({ path, query }) => [path, query]),
		await outputTable(),
	);

	const files = await openOperation('request', 'getAttachments');
	await files.pick('ticketId', '(02)', 'Offer wanted (02)');
	await execute('AttachmentId');
	expect(await outputTable()).toEqual([{}]);
	expect(await outputFiles()).toEqual(['invoice.txt']);
});
