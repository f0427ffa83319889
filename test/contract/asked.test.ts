import { byId, byName, dropdownOptions, runNode, searchList, useSimulator } from '../support';
import type { Scripted } from '../simulator';
import { Contract, hasOpenApi } from './openapi';

const describeWithFiles = hasOpenApi ? describe : describe.skip;

const KINDS = ['Contact', 'Person', 'Project', 'Sale', 'Ticket', 'Document'];

/** Routes of requests, of their messages and files, and of documents, by what stands in for a number. */
const SERVICE: Array<[file: string, routes: string[]]> = [
	[
		'Ticket',
		['Ticket', 'Ticket/{ticketEntityId}/NotifyNewTicket', 'Ticket/{ticketEntityId}/Attachments'],
	],
	['TicketMessage', ['TicketMessage', 'TicketMessage/{id}']],
	['Attachment', ['Attachment', 'Attachment/{attachmentId}/Content']],
	[
		'Document',
		[
			'Document',
			...['Content', 'Length', 'Lock', 'Version'].map((end) => `Document/{documentId}/${end}`),
		],
	],
	[
		'List',
		['List/DocumentTemplate/Items', 'List/DocumentTemplate/Items/{documentTemplateId}/Extension'],
	],
];

/** The OpenAPI file and the route of each path that the node asks; "" stands for the path itself. */
const ROUTES: Array<[RegExp, string, string]> = [
	[/^\/Contact$/, 'rest/Swagger-v1-Contact.json', '/api/v1/Contact'],
	[/^\/Person$/, 'rest/Swagger-v1-Person.json', '/api/v1/Person'],
	...KINDS.flatMap((name): Array<[RegExp, string, string]> => {
		const file = `rest/Swagger-v1-${name}.json`;
		const own = `/api/v1/${name}`;
		return [
			...['/CustomField', '/default', '/Validate'].map((end): [RegExp, string, string] => [
				new RegExp(`^/${name}${end}$`),
				file,
				own + end,
			]),
			[new RegExp(`^/${name}/\\d+$`), file, `${own}/{id}`],
			...['Persons', 'Activities', 'Appointments', 'Documents', 'Projects', 'Sales', 'Tickets'].map(
				(list): [RegExp, string, string] => [
					new RegExp(`^/${name}/\\d+/${list}$`),
					file,
					`${own}/{id}/${list}`,
				],
			),
			[new RegExp(`^/Agents/${name}/\\w+$`), `agent/Swagger-v1-${name}Agent.json`, ''],
		];
	}),
	[
		/^\/Contact\/\d+\/MergeTo\/\d+$/,
		'rest/Swagger-v1-Contact.json',
		'/api/v1/Contact/{sourceContactId}/MergeTo/{destinationContactId}',
	],
	[
		/^\/Person\/\d+\/MergeTo\/\d+$/,
		'rest/Swagger-v1-Person.json',
		'/api/v1/Person/{sourcePersonId}/MergeTo/{destinationPersonId}',
	],
	[
		/^\/Project\/\d+\/MergeTo\/\d+$/,
		'rest/Swagger-v1-Project.json',
		'/api/v1/Project/{sourceProjectId}/MergeTo/{destinationProjectId}',
	],
	[
		/^\/Person\/\d+\/MoveTo\/\d+$/,
		'rest/Swagger-v1-Person.json',
		'/api/v1/Person/{personId}/MoveTo/{destinationContactId}',
	],
	[/^\/Project$/, 'rest/Swagger-v1-Project.json', '/api/v1/Project'],
	[/^\/Sale$/, 'rest/Swagger-v1-Sale.json', '/api/v1/Sale'],
	...SERVICE.flatMap(([file, routes]) =>
		routes.map((route): [RegExp, string, string] => [
			new RegExp(`^/${route.replace(/\{\w+\}/, '\\d+')}$`),
			`rest/Swagger-v1-${file}.json`,
			`/api/v1/${route}`,
		]),
	),
	...['CustomerService', 'ForeignSystem'].map((name): [RegExp, string, string] => [
		new RegExp(`^/Agents/${name}/\\w+$`),
		`agent/Swagger-v1-${name}Agent.json`,
		'',
	]),
	[/^\/TimeZone\/base$/, 'rest/Swagger-v1-TimeZone.json', '/api/v1/TimeZone/base'],
	[/^\/MDOList\/\w+$/, 'rest/Swagger-v1-MDOList.json', '/api/v1/MDOList/{listname}'],
	[
		/^\/MDOList\/\w+\/selectable$/,
		'rest/Swagger-v1-MDOList.json',
		'/api/v1/MDOList/{listname}/selectable',
	],
	[
		/^\/Archive\/\w+\/\$metadata$/,
		'rest/Swagger-v1-Archive.json',
		'/api/v1/Archive/{archiveProviderName}/$metadata',
	],
	[/^\/Archive\/\w+$/, 'rest/Swagger-v1-Archive.json', '/api/v1/Archive/{archiveProviderName}'],
	[/^\/Agents\/Appointment\/\w+$/, 'agent/Swagger-v1-AppointmentAgent.json', ''],
	...['', '/Participants', '/Simple'].map((end): [RegExp, string, string] => [
		new RegExp(`^/Appointment/\\d+${end}$`),
		'rest/Swagger-v1-Appointment.json',
		`/api/v1/Appointment/{id}${end}`,
	]),
	...['', '/CustomField', '/default', '/Validate'].map((end): [RegExp, string, string] => [
		new RegExp(`^/Appointment${end}$`),
		'rest/Swagger-v1-Appointment.json',
		`/api/v1/Appointment${end}`,
	]),
];

describeWithFiles("SuperOffice's OpenAPI files agree with what the node asks", () => {
	const simulator = useSimulator();

	/** The routes that were asked; all that was asked has to be as the files have it. */
	function checked(): string[] {
		const routes = simulator().requests.map(({ method, path, query, headers, body, bytes }) => {
			const below = path.replace('/api/v1', '');
			const [, file, known] = ROUTES.find(([pattern]) => pattern.test(below)) ?? ['', '', ''];
			const route = known || path;
			const request = {
				query,
				headers,
				// The files have bytes as a text.
				body: bytes ? 'bytes' : body === '' ? undefined : (JSON.parse(body) as object),
			};
			// No file has PATCH, whose object is made of PUT's properties, none of which is required.
			const declared = method === 'PATCH' ? 'PUT' : method;
			const complaints = new Contract(file).requestComplaints(declared, route, request);
			expect([route, complaints]).toEqual([route, []]);
			return route;
		});
		return [...new Set(routes)];
	}

	it('for an appointment with names, typed custom fields, defaults and a check', async () => {
		const parameters = {
			title: 'All of it',
			type: 'inDiary',
			task: byName('Meeting'),
			priority: byName('High'),
			associate: byName('Account Manager'),
			contact: byName('Fjord Shipping AS'),
			person: byName('Technical Contact'),
			project: byName('Spring Fair'),
			sale: byName('Ten Licenses'),
			customFieldValues: { mappingMode: 'defineBelow', value: { 'SuperOffice:8': '4711' } },
			startFromDefaults: true,
			validateFirst: true,
			output: 'simplified',
		};
		const result = await runNode(simulator(), parameters);
		expect(result.error?.message).toBeUndefined();
		expect(checked().sort()).toEqual([
			'/api/v1/Agents/Appointment/CreateDefaultAppointmentEntityByTypeAndAssociate',
			'/api/v1/Appointment',
			'/api/v1/Appointment/CustomField',
			'/api/v1/Appointment/Validate',
			'/api/v1/Contact',
			'/api/v1/MDOList/{listname}/selectable',
			'/api/v1/Person',
			'/api/v1/Project',
			'/api/v1/Sale',
		]);
	});

	it.each([
		['of a type', { type: 'inChecklist' }],
		['of no type', {}],
	])('for defaults %s', async (_name, parameters) => {
		const result = await runNode(simulator(), { ...parameters, startFromDefaults: true });
		expect(result.error?.message).toBeUndefined();
		expect(checked()).toHaveLength(2);
	});

	it.each(['appointment', 'document', 'selection'])('for a page of %s', async (method) => {
		const page = { method, path: 'x', filter: 'a', paginationToken: '50' };
		await searchList(simulator(), page);
		expect(checked()).toHaveLength(1);
	});

	const BOOKED = {
		body: { AppointmentId: 305, Participants: [{ AssociateId: 1 }, { AssociateId: 4 }] },
	};

	const DATED = { body: { AppointmentId: 305, CreatedDate: '2020-01-01T00:00:00Z' } };
	/** Operations about no appointment that is there. */
	const NEW = ['create', 'findFreeTime', 'getCustomFields', 'getDefaults', 'getSeriesDates'];

	/** What an operation needs, and the answers of the simulator where it lacks a call. */
	it.each<[string, object, ...Array<Scripted | undefined>]>([
		['move', { newStartTime: '2026-09-08T10:00:00', updateMode: 'ThisAndForward' }],
		[
			'move',
			{ newStartTime: '2026-09-08T10:00:00', sendEmailToParticipants: true },
			undefined,
			{ body: { AppointmentId: 305 } },
		],
		['assign', { assignTo: byId(4) }],
		['accept', { sendConfirmation: true }, { status: 204 }],
		['accept', {}, { status: 204 }],
		['reject', { sendConfirmation: true }, { status: 204 }],
		['reject', { rejectReason: 'On holiday' }, { status: 204 }],
		['delete', { onlyIfUnmodifiedSince: '2099-01-01T12:00:00' }, DATED],
		[
			'delete',
			{ updateMode: 'StopRecurrence', onlyIfUnmodifiedSince: '2099-01-01T12:00:00' },
			DATED,
		],
		['setCompleted', {}],
		['update', { startDate: '2020-01-01T12:00:00', clear: ['contact', 'links', 'agenda'] }],
		['update', { title: 'After', clear: ['project'], updateMode: 'ThisAndForward' }],
		[
			'upsert',
			{
				appointmentId: '',
				matchField: 'SuperOffice:1',
				matchValue: 'A-1',
				title: 'A',
				output: 'simplified',
			},
		],
		['getSeries', {}],
		[
			'getSeries',
			{},
			{
				body: {
					AppointmentId: 305,
					MotherId: 305,
					Recurrence: { IsRecurrence: true, RecurrenceId: 1 },
				},
			},
		],
		['findFreeTime', { owners: { owner: [{ associateId: byId(1) }] } }],
		['create', { refuseConflicts: true, startDate: '2026-09-07T10:00:00' }],
		[
			'getSeriesDates',
			{ startDate: '2026-09-07T10:00:00', recurrence: { rule: { weekdays: ['Monday'] } } },
		],
		[
			'removeParticipants',
			{ participants: { participant: [{ associateId: byId(4) }] } },
			BOOKED,
			undefined,
			BOOKED,
		],
		['update', { participants: { participant: [{ associateId: byId(1) }] } }],
		['addVideoMeeting', {}],
		[
			'removeVideoMeeting',
			{},
			{ body: { AppointmentId: 305, CentralserviceVideomeetId: 'meeting-1' } },
		],
		['getLinks', {}],
		['getDefaults', { associate: byId(2), output: 'simplified' }],
		['getCustomFields', {}],
		['getParticipants', {}],
		[
			'addParticipants',
			{ participants: { participant: [{ associateId: byId(4) }] }, sendEmailToParticipants: true },
		],
	])('for the life of an appointment: %s', async (operation, parameters, ...answers) => {
		simulator().answerNext(...answers);
		const target = NEW.includes(operation) ? {} : { appointmentId: byId(305) };
		const all = { operation, ...target, ...parameters };
		const result = await runNode(simulator(), all);
		expect(result.error?.message).toBeUndefined();
		checked();
	});

	const PERSON = { personId: byId(10) };
	const COMPANY = { contactId: byId(1) };
	const SALE = { saleId: byId(1) };
	const PROJECT = { projectId: byId(1) };
	const REQUEST = { ticketId: byId(1) };
	const DOCUMENT = { documentId: byId(1) };
	const REFERENCE = { matchField: 'x_ticket_reference', matchValue: 'A-1' };
	const TAGS = { customTags: { entry: [{ key: 'refr', value: 'A' }] } };
	const KEY = {
		...{ foreignApplication: 'n8nTests', foreignDevice: 'sheet' },
		...{ foreignKeyName: 'rowid', foreignKeyValue: 'row-18' },
	};
	const rows = (role: string) => [
		{ personId: byId(10), additionalFields: { [role]: byId(1), comment: 'A' } },
		{ who: 'company', contactId: byId(6) },
	];
	const MEMBERS = { members: { member: rows('projectMemberTypeId') } };
	const STAKEHOLDERS = { stakeholders: { stakeholder: rows('stakeholderRoleId') } };
	it.each<[string, string, object]>([
		['company', 'create', { name: 'A', startFromDefaults: true, validateFirst: true }],
		['company', 'upsert', { matchValue: '1', name: 'A', phones: { entry: [{ value: '1' }] } }],
		['company', 'upsert', { matchBy: 'domain', matchValue: 'a.example' }],
		['company', 'upsert', { matchBy: 'name', matchValue: 'A', matchDepartment: 'B' }],
		['company', 'update', { ...COMPANY, city: 'Oslo', interests: [1], clear: ['emails'] }],
		['company', 'get', { ...COMPANY, output: 'simplified' }],
		['company', 'getAll', { filters: { name: 'a', interests: [1], email: 'a@example.com' } }],
		['company', 'delete', COMPANY],
		['company', 'restore', COMPANY],
		['company', 'merge', { ...COMPANY, destination: byId(2) }],
		['company', 'setInterests', { ...COMPANY, enable: [1], disable: [2] }],
		['company', 'findDuplicates', { name: 'A', department: 'B', domain: 'a.example' }],
		['company', 'findDuplicates', { name: 'A' }],
		...['persons', 'appointments', 'documents', 'projects', 'sales', 'requests'].map(
			(related): [string, string, object] => ['company', 'getRelated', { ...COMPANY, related }],
		),
		['company', 'getDefaults', {}],
		['company', 'getCustomFields', {}],
		['person', 'create', { lastname: 'A', contact: byId(1), birthDate: '1980-05-17' }],
		['person', 'upsert', { matchValue: 'a@example.com', lastname: 'A' }],
		['person', 'update', { ...PERSON, title: 'A', clear: ['birthDate', 'address'] }],
		['person', 'getAll', { filters: { contact: byId(1), retired: 'only' } }],
		['person', 'merge', { ...PERSON, destination: byId(11) }],
		['person', 'moveToCompany', { ...PERSON, contact: byId(2) }],
		['person', 'setConsent', { ...PERSON, comment: 'A' }],
		['person', 'setInterests', { ...PERSON, enable: [3] }],
		['person', 'addEmail', { ...PERSON, emailAddress: 'a@example.com' }],
		['person', 'delete', PERSON],
		['person', 'restore', PERSON],
		['person', 'getRelated', { ...PERSON, related: 'appointments' }],
		['person', 'validate', { lastname: 'A' }],
		['sale', 'create', { heading: 'A', amount: '1,5', saledate: '2026-12-24T00:00:00' }],
		['sale', 'create', { heading: 'A', startFromDefaults: true, validateFirst: true }],
		['sale', 'upsert', { matchValue: 'S-1', heading: 'A', currency: byName('EUR') }],
		['sale', 'update', { ...SALE, rating: byName('Lead'), clear: ['person', 'saledate'] }],
		['sale', 'get', { ...SALE, output: 'simplified' }],
		['sale', 'getAll', { period: 'thisMonth', filters: { amountFrom: '1', openOnly: true } }],
		['sale', 'markSold', { ...SALE, reason: byId(1) }],
		['sale', 'markSold', SALE],
		['sale', 'markLost', { ...SALE, reason: byId(1), completed: false }],
		['sale', 'markLost', SALE],
		['sale', 'markStalled', { ...SALE, reason: byId(1), reopenDate: '2027-01-01T00:00:00' }],
		['sale', 'nextStage', SALE],
		['sale', 'addStakeholders', { ...SALE, ...STAKEHOLDERS }],
		[
			'sale',
			'removeStakeholders',
			{ ...SALE, stakeholders: { stakeholder: [{ personId: byId(40) }] } },
		],
		['sale', 'getStakeholders', SALE],
		['sale', 'getLinks', SALE],
		['sale', 'getRelated', { ...SALE, related: 'documents' }],
		['sale', 'delete', SALE],
		['project', 'create', { name: 'A', endDate: '2026-12-24T00:00:00' }],
		['project', 'upsert', { matchBy: 'name', matchValue: 'A' }],
		['project', 'update', { ...PROJECT, completed: true, clear: ['endDate', 'urls'] }],
		['project', 'getAll', { period: 'lastMonth', filters: { person: byId(20) } }],
		['project', 'addMembers', { ...PROJECT, ...MEMBERS }],
		['project', 'removeMembers', { ...PROJECT, members: { member: [{ personId: byId(20) }] } }],
		['project', 'getMembers', PROJECT],
		['project', 'getRelated', { ...PROJECT, related: 'appointments' }],
		['project', 'setCompleted', PROJECT],
		['project', 'findDuplicates', { name: 'A' }],
		['project', 'merge', { ...PROJECT, destination: byId(2) }],
		['project', 'getDefaults', {}],
		['project', 'validate', { name: 'A' }],
		['project', 'delete', PROJECT],
		[
			'request',
			'create',
			{
				...{ title: 'A', category: byName('Support'), ownedBy: byName('Unassigned') },
				...{ tags: [1], message: 'Help', attachmentFields: 'data', notify: true },
				messageFields: { person: byId(10), important: true, timeSpent: 5 },
			},
		],
		['request', 'upsert', { matchBy: 'customField', ...REFERENCE, title: 'A' }],
		['request', 'update', { ...REQUEST, priority: byName('High'), clear: ['person', 'tags'] }],
		['request', 'get', { ...REQUEST, output: 'simplified', includeForeignKeys: true }],
		['request', 'getAll', { filters: { openOnly: true, owner: byId(0), tags: [1, 2] } }],
		['request', 'assign', { ...REQUEST, ownedBy: byId(2), notify: true }],
		['request', 'setStatus', { ...REQUEST, status: byId(3), activate: '2027-01-01T00:00:00' }],
		[
			'request',
			'addMessage',
			{
				...{ ...REQUEST, message: 'A', messageType: 'Reply', attachmentFields: '*' },
				sendEmail: { to: 'a@example.com', subject: 'A', replyTemplateId: byId(23) },
			},
		],
		['request', 'getMessages', REQUEST],
		['request', 'getMessage', { ejMessageId: '1' }],
		['request', 'getAttachments', { ticketId: byId(2) }],
		['request', 'fromMail', { mailboxId: byId(1), personId: byId(10) }],
		['request', 'fromMail', REQUEST],
		['request', 'merge', { ...REQUEST, destination: byId(2) }],
		['request', 'delete', REQUEST],
		['request', 'delete', { ...REQUEST, deletePermanently: true }],
		['request', 'restore', REQUEST],
		['request', 'getDefaults', {}],
		['request', 'getCustomFields', {}],
		['document', 'upload', { header: 'A', contact: byId(1) }],
		['document', 'upload', { continueWithId: '11' }],
		[
			'document',
			'createFromTemplate',
			{ documentTemplate: byId(1), header: 'A', sale: byId(1), ...TAGS },
		],
		['document', 'download', DOCUMENT],
		['document', 'download', { ...DOCUMENT, format: 'pdf' }],
		['document', 'replaceContent', DOCUMENT],
		['document', 'lock', { documentId: byId(2) }],
		['document', 'unlock', { documentId: byId(8), versionDescription: 'A' }],
		['document', 'unlock', { documentId: byId(8), keepChanges: false }],
		['document', 'getVersions', { documentId: byId(2) }],
		['document', 'getLinks', DOCUMENT],
		['document', 'get', DOCUMENT],
		['document', 'getAll', { period: 'thisYear', filters: { sale: byId(1), name: '.docx' } }],
		['document', 'update', { ...DOCUMENT, header: 'A', clear: ['sale'] }],
		['document', 'upsert', { matchBy: 'foreignKey', ...KEY, header: 'A', name: 'a.docx' }],
		['document', 'validate', { header: 'A', name: 'a.docx' }],
		['document', 'getDefaults', {}],
		['document', 'delete', DOCUMENT],
	])('for the life of a %s: %s', async (resource, operation, parameters) => {
		const mail = 'From: a@example.com\r\nSubject: A\r\n\r\nHelp';
		const files = [{ data: { name: 'a.docx', content: mail } }];
		const result = await runNode(simulator(), { resource, operation, ...parameters }, { files });
		expect(result.error?.message).toBeUndefined();
		expect(checked().length).toBeGreaterThan(0);
	});

	it('for pages of appointments, and the columns that they have', async () => {
		const customFields = [
			{ field: { __rl: true, mode: 'text', value: 'Guests' }, operator: 'lessThan', value: 9 },
		];
		const parameters = {
			operation: 'getAll',
			period: 'thisWeek',
			filters: { text: 'a', completed: false, customFields },
			rawFilter: 'appointmentId gt 1',
			sort: { rule: [{ field: 'StartDate', direction: 'desc' }] },
		};
		const result = await runNode(simulator(), parameters);
		expect(result.error?.message).toBeUndefined();
		await dropdownOptions(simulator(), 'getColumns', 'select');
		expect(checked().sort()).toEqual([
			'/api/v1/Appointment',
			'/api/v1/Appointment/CustomField',
			'/api/v1/Archive/{archiveProviderName}/$metadata',
		]);
	});
});
