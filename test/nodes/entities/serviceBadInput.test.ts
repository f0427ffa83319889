import { byId, byName, useSimulator, type TestFile } from '../../support';
import { useRecords } from './records';
import { auto, testRefusals, type Bad } from './refusals';

const simulator = useSimulator();
const { refusal, writes } = useRecords(simulator);

const REQUEST = { ticketId: byId(1) };
const DOCUMENT = { documentId: byId(1) };

const bad: Bad[] = [
	[
		'nothing at all',
		'request',
		'create',
		{},
		/nothing is set.*a request usually has Title, Category/,
	],
	[
		'a message alone',
		'request',
		'create',
		{ message: 'Help' },
		/nothing is set.*a request usually has Title/,
	],
	[
		'a category by half its path',
		'request',
		'create',
		{ title: 'A', category: byName('Printers/Ink') },
		/Category \(category\): no category is named "Printers\/Ink".*Support\/Printers\/Ink = ID 3/,
	],
	[
		'a deleted priority',
		'request',
		'create',
		{ title: 'A', priority: byName('Urgent') },
		/Priority \(priority\): no request priority is named "Urgent".*Low, Medium, High/,
	],
	[
		'an owner who is none',
		'request',
		'assign',
		{ ...REQUEST, ownedBy: byName('Somebody') },
		/Owner \(ownedBy\): no user is named "Somebody"/,
	],
	['no owner', 'request', 'assign', REQUEST, /Owner \(ownedBy\): is empty/],
	[
		'an owner that an expression does not give',
		'request',
		'assign',
		{ ...REQUEST, ownedBy: { mode: 'id', value: '={{ $json.none }}' } },
		/Owner \(ownedBy\): is empty/,
	],
	['no status', 'request', 'setStatus', REQUEST, /Status \(status\): is empty/],
	[
		'a time that is none to postpone until',
		'request',
		'setStatus',
		{ ...REQUEST, status: byId(3), activate: 'tomorrow' },
		/Postpone Until \(activate\): "tomorrow" is not a possible date/,
	],
	[
		'a tag that is none',
		'request',
		'create',
		auto,
		/Tags \(Tags\): no tag is named "Fax"/,
		{ Title: 'A', Tags: ['Hardware', 'Fax'] },
	],
	[
		'a property of another kind',
		'request',
		'create',
		auto,
		/fields that are not properties of a request: Amount/,
		{ Title: 'A', Amount: 1 },
	],
	[
		'a sheet that has the message in a column',
		'request',
		'create',
		auto,
		/fields that are not properties of a request: message/,
		{ Title: 'A', message: 'Help' },
	],
	[
		'an origin that is none',
		'request',
		'create',
		auto,
		/Origin \(Origin\): "Web" is not one of its values.*API, Form, Email/,
		{ Title: 'A', Origin: 'Web' },
	],
	[
		'a file that is not there',
		'request',
		'create',
		{ title: 'A', message: 'Help', attachmentFields: 'photo' },
		/Attachment Field Names \(attachmentFields\): the item has no file in the field "photo".*data/,
	],
	[
		'a path for a file name',
		'request',
		'addMessage',
		{ ...REQUEST, message: 'A', attachmentFields: 'evil' },
		/Attachment Field Names \(attachmentFields\): the file name "\.\.\/evil" is a path/,
	],
	['no message', 'request', 'addMessage', REQUEST, /Message \(message\): is empty/],
	[
		'a message of blanks',
		'request',
		'addMessage',
		{ ...REQUEST, message: ' \n ' },
		/Message \(message\): is empty/,
	],
	[
		'a message that is an object',
		'request',
		'addMessage',
		{ ...REQUEST, message: '={{ ({ a: 1 }) }}' },
		/Message \(message\): .* is not text/,
	],
	[
		'a comment that would be sent',
		'request',
		'addMessage',
		{ ...REQUEST, message: 'A', sendEmail: { to: 'a@example.com' } },
		/Send by Email \(sendEmail\): an internal message is not sent by email/,
	],
	[
		'a recipient who is no address',
		'request',
		'addMessage',
		{ ...REQUEST, message: 'A', messageType: 'Reply', sendEmail: { to: 'guest' } },
		/To \(sendEmail\.to\): "guest" is not an email address/,
	],
	[
		'a recipient whom an expression does not give',
		'request',
		'addMessage',
		{ ...REQUEST, message: 'A', messageType: 'Reply', sendEmail: { to: '={{ $json.none }}' } },
		/To \(sendEmail\.to\): is empty/,
	],
	[
		'a reply template that is none',
		'request',
		'addMessage',
		{
			...{ ...REQUEST, message: 'A', messageType: 'Reply' },
			sendEmail: { to: 'a@example.com', replyTemplateId: byName('Thanks') },
		},
		/Reply Template \(sendEmail\.replyTemplateId\): no reply template is named "Thanks".*ID 23/,
	],
	[
		'an ID to complete that is none',
		'request',
		'create',
		{ title: 'A', message: 'A', continueWithId: 'REQ-1' },
		/Continue With Request ID \(options\.continueWithId\): "REQ-1" is not a whole number/,
	],
	[
		'a message by a name',
		'request',
		'getMessage',
		{ ejMessageId: 'first' },
		/Message ID \(ejMessageId\): "first" is not a whole number/,
	],
	['no request', 'request', 'getAttachments', {}, /Request \(ticketId\): no request is chosen/],
	[
		'a mailbox that is none',
		'request',
		'fromMail',
		{
			mailSource: 'text',
			mailText: 'From: a@example.com\n\nA',
			mailboxId: byName('sales@example.com'),
		},
		/Mailbox \(mailboxId\): no mailbox is named "sales@example\.com".*support@example\.com/,
	],
	[
		'a field without a name for the output',
		'document',
		'download',
		{ ...DOCUMENT, outputPropertyName: '={{ "" }}' },
		/Put Output File in Field \(outputPropertyName\)/,
	],
	[
		'a template that was deleted',
		'document',
		'upload',
		{ documentTemplate: byName('Telex') },
		/Document Template \(documentTemplate\): no document template is named "Telex"/,
	],
	[
		'a person of another company',
		'document',
		'upload',
		{ contact: byId(50), person: byName('Purchasing Manager') },
		/no person of company 50 is named "Purchasing Manager"/,
	],
	[
		'a format that is none',
		'document',
		'download',
		{ ...DOCUMENT, format: '={{ "docx" }}' },
		/Format \(format\): "docx" is not one of its values.*original, pdf/,
	],
	[
		'a tag without a name',
		'document',
		'createFromTemplate',
		{ documentTemplate: byId(1), customTags: { entry: [{ value: 'A' }] } },
		/Custom Tags \(customTags\.entry\[0\]\): the key is empty/,
	],
	[
		'an end of a period before its start',
		'document',
		'getAll',
		{ period: 'between', from: '2026-12-02T00:00:00', to: '2026-12-01T00:00:00' },
		/To \(to\): .* is not after From/,
	],
	[
		'changes that are neither kept nor given up',
		'document',
		'unlock',
		{ ...DOCUMENT, keepChanges: '={{ "yes please" }}' },
		/Keep Changes \(keepChanges\): "yes please" is neither true nor false/,
	],
];

const FILES: Record<string, TestFile> = {
	data: { name: 'a.docx', content: 'A' },
	evil: { name: '../evil', content: 'A' },
};

/** What only SuperOffice knows. */
const refused: Bad[] = [
	['a title that is too long', 'request', 'create', { title: 'A'.repeat(256) }, /title/i],
	[
		'a request that there is not',
		'request',
		'setStatus',
		{ ticketId: byId(999), status: byId(2) },
		/did not find/,
	],
	[
		'a message of no request',
		'request',
		'addMessage',
		{ ticketId: byId(999), message: 'A' },
		/999/,
	],
	[
		'a message that there is not',
		'request',
		'getMessage',
		{ ejMessageId: '999' },
		/did not find it/,
	],
	[
		'a document that there is not',
		'document',
		'download',
		{ documentId: byId(999) },
		/did not find it/,
	],
	[
		'a document that is hidden',
		'document',
		'download',
		{ documentId: byId(12) },
		/did not find it/,
	],
	[
		'a document that is not checked out',
		'document',
		'unlock',
		{ documentId: byId(1) },
		/document 1 was not unlocked/,
	],
];

testRefusals({ refusal, writes }, bad, refused, FILES);
