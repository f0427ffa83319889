import omit from 'lodash/omit';
import mapKeys from 'lodash/mapKeys';
import mapValues from 'lodash/mapValues';
import pick from 'lodash/pick';
import pickBy from 'lodash/pickBy';
import type { INodeProperties } from 'n8n-workflow';

import { asSaved, descriptionOf, LEFT_ALONE, raw } from '../../editor';
import { byId, NODE, poll, runNode, runTrigger, sentBody, useSimulator } from '../../support';
import { store } from '../manyAppointments';
import { delivered } from '../SuperOfficeTrigger/payloads';

const { properties } = descriptionOf('superOffice');

/** All operations, each with its resource. */
const operations = properties.flatMap(({ name, options, displayOptions }) =>
	name === 'operation'
		? (options as Array<{ value: string }>).map(
				({ value }) => [String(displayOptions?.show?.resource?.[0]), value] as const,
			)
		: [],
);

/** The record that an operation is about, and what stands in its form. */
const TARGETS: Record<string, Record<string, object>> = {
	appointment: { appointmentId: byId(305) },
	company: { contactId: byId(1) },
	person: { personId: byId(10) },
	sale: { saleId: byId(1) },
	project: { projectId: byId(1) },
	request: { ticketId: byId(1) },
	document: { documentId: byId(1) },
};

/** A file that is a document's, and a mail. */
const FILES = [
	{ data: { name: 'a.docx', content: 'From: a@example.com\r\nSubject: A\r\n\r\nHelp' } },
];

/** What an operation needs beside what is added to its form. */
const participants = (id: number) => ({
	participants: { participant: [{ associateId: byId(id) }] },
});
const members = (id: number) => ({ members: { member: [{ personId: byId(id) }] } });
const stakeholders = (id: number) => ({
	stakeholders: { stakeholder: [{ personId: byId(id) }] },
});
const START = { startDate: '2026-09-07T10:00:00' };
const OF_APPOINTMENTS: Record<string, object> = {
	create: START,
	assign: { assignTo: byId(2) },
	addParticipants: participants(3),
	findFreeTime: { owners: { owner: [{ associateId: byId(1) }] } },
	getSeriesDates: { ...START, recurrence: { rule: {} } },
	move: { newStartTime: '2026-09-07T10:00:00' },
	removeParticipants: participants(4),
	update: { title: 'Changed' },
	upsert: { matchBy: 'nothing', ...START },
	validate: START,
};

const NEEDED: Record<string, Record<string, object>> = {
	appointment: OF_APPOINTMENTS,
	company: {
		create: { name: 'A' },
		findDuplicates: { name: 'A' },
		merge: { destination: byId(2) },
		setInterests: { enable: [1] },
		update: { name: 'A' },
		upsert: { matchBy: 'nothing', name: 'A' },
		validate: { name: 'A' },
	},
	person: {
		addEmail: { emailAddress: 'a@example.com' },
		create: { lastname: 'A' },
		merge: { destination: byId(11) },
		moveToCompany: { contact: byId(2) },
		setInterests: { enable: [1] },
		update: { lastname: 'A' },
		upsert: { matchBy: 'nothing', lastname: 'A' },
		validate: { lastname: 'A' },
	},
	sale: {
		addStakeholders: stakeholders(10),
		create: { heading: 'A' },
		removeStakeholders: stakeholders(40),
		update: { heading: 'A' },
		upsert: { matchBy: 'nothing', heading: 'A' },
		validate: { heading: 'A' },
	},
	project: {
		addMembers: members(10),
		create: { name: 'A' },
		findDuplicates: { name: 'A' },
		merge: { destination: byId(2) },
		removeMembers: members(20),
		update: { name: 'A' },
		upsert: { matchBy: 'nothing', name: 'A' },
		validate: { name: 'A' },
	},
	request: {
		addMessage: { message: 'A' },
		assign: { ownedBy: byId(2) },
		create: { title: 'A' },
		fromMail: { mailboxId: byId(1) },
		getMessage: { ejMessageId: '1' },
		merge: { destination: byId(2) },
		setStatus: { status: byId(2) },
		update: { title: 'A' },
		upsert: { matchBy: 'nothing', title: 'A' },
	},
	document: {
		createFromTemplate: { documentTemplate: byId(1) },
		update: { header: 'A' },
		upload: { header: 'A' },
		upsert: { matchBy: 'nothing', header: 'A', name: 'a.docx' },
		validate: { header: 'A' },
	},
};

/** What a row needs beside what is added to it. */
const FILLED: Record<string, object> = {
	link: { id: byId(7) },
	participant: { associateId: byId(4) },
	member: { personId: byId(10) },
	stakeholder: { personId: byId(10) },
	rule: { pattern: 'Custom' },
	entry: { value: 'a@example.com' },
};

function isShownFor(
	{ displayOptions }: INodeProperties,
	operation: string,
	resource = 'appointment',
): boolean {
	const { operation: own, ...others } = displayOptions?.show ?? {};
	const usual: Record<string, string> = { specifyBody: 'fields', resource };
	const isUsual = ([name, values]: [string, unknown[] | undefined]) =>
		values?.includes(usual[name]) === true;
	return own?.includes(operation) === true && Object.entries(others).every(isUsual as never);
}

interface Rows {
	name: string;
	values: INodeProperties[];
}

type Addition = [path: string, value: unknown];

/** Everything that can be added within a control: the control's value after a person has added just that. */
function additionsTo(control: INodeProperties): Addition[] {
	const { name, type, typeOptions } = control;
	const isMultiple = typeOptions?.multipleValues === true;
	if (type === 'collection' && !isMultiple) {
		return (control.options as INodeProperties[]).flatMap((option): Addition[] => [
			[`${name}.${option.name}`, { [option.name]: isList(option) ? [LEFT_ALONE] : LEFT_ALONE }],
			...additionsTo(option).map(([path, value]): Addition => [
				`${name}.${path}`,
				{ [option.name]: value },
			]),
		]);
	}
	if (type !== 'fixedCollection') return [];
	return (control.options as unknown as Rows[]).flatMap(({ name: item, values }): Addition[] => {
		const rows = (row: unknown) => ({ [item]: isMultiple ? [row] : row });
		const isFilled = (column: string) => values.some((one) => one.name === column);
		const filled = pickBy(FILLED[item], (_value, column) => isFilled(column));
		return [
			[`${name}.${item}`, rows(LEFT_ALONE)],
			...values
				.flatMap(additionsTo)
				.map(([path, value]): Addition => [
					`${name}.${item}.${path}`,
					rows({ ...filled, [path.split('.')[0]]: value }),
				]),
		];
	});
}

const isList = ({ type, typeOptions }: INodeProperties) =>
	type === 'collection' && typeOptions?.multipleValues === true;

const PEOPLE = {
	'participants.participant': 'Participants (participants.participant[0]): Participant 1 is empty',
};

const RULE = {
	'recurrence.rule.dates.date': 'Date (recurrence.rule.dates.date[0].date): is empty',
};

/** What is said of the rows of an appointment. */
const ROWS = {
	'additionalFields.links.link': 'Record (additionalFields.links.link[0].id): is empty',
	'additionalFields.customFields.entry':
		'Custom Fields (Raw) (additionalFields.customFields.entry[0]): the key is empty',
	'additionalFields.systemFields.extraFields.entry':
		'Extra Fields (Deprecated) (additionalFields.systemFields.extraFields.entry[0]): the key is empty',
	'additionalFields.systemFields.userDefinedFields.entry':
		'User-Defined Fields (Deprecated) (additionalFields.systemFields.userDefinedFields.entry[0]): the key is empty',
	...PEOPLE,
	...RULE,
};

/** By operation, what it says of what is added and left alone; nothing of all else. */
const OF_APPOINTMENT: Record<string, Record<string, string>> = {
	create: {
		...ROWS,
		'options.createOnce': 'Key Field (options.createOnce.key.keyField): is empty',
		'options.createOnce.key': 'Key Field (options.createOnce.key.keyField): is empty',
	},
	update: ROWS,
	upsert: ROWS,
	validate: ROWS,
	getAll: {
		'filters.contact': 'Company (filters.contact): is empty',
		'filters.customFields': 'Field (filters.customFields[0].field): is empty',
		'filters.owners': 'Owner (filters.owners[0].associateId): is empty',
		'filters.person': 'Contact Person (filters.person): is empty',
		'filters.project': 'Project (filters.project): is empty',
		'filters.sale': 'Sale (filters.sale): is empty',
		'filters.task': 'Task (filters.task): is empty',
		'filters.text': 'Title Contains (filters.text): is empty',
		'filters.updatedSince': 'Created or Updated Since (filters.updatedSince): is empty',
		'options.sort.rule': 'Field Name or ID (options.sort.rule[0].field): is empty',
	},
	addParticipants: PEOPLE,
	removeParticipants: {
		...PEOPLE,
		// Of the one who is filled in.
		'participants.participant.additionalFields.contactId':
			'Participants (participants): user or resource 4 does not take part',
	},
	getSeriesDates: RULE,
	findFreeTime: { 'owners.owner': 'Owner (owners.owner[0].associateId): is empty' },
};

/** What is said of the raw custom fields of any record. */
const RAW_FIELDS = pick(ROWS, [
	'additionalFields.customFields.entry',
	'additionalFields.systemFields.extraFields.entry',
	'additionalFields.systemFields.userDefinedFields.entry',
]);

/** What is said of a key of a record that is found by custom fields alone. */
const NO_FIELD = pick(OF_APPOINTMENT.create, ['options.createOnce', 'options.createOnce.key']);

const NO_KEY = 'Key Value (options.createOnce.key.keyValue): is empty';

/** The filters that mean nothing while they are empty, by their labels. */
const emptyFilters = (labels: Record<string, string>) => ({
	...mapKeys(
		mapValues(labels, (label, name) => `${label} (filters.${name}): is empty`),
		(_said, name) => `filters.${name}`,
	),
	'filters.customFields': 'Field (filters.customFields[0].field): is empty',
	'options.sort.rule': 'Field Name or ID (options.sort.rule[0].field): is empty',
});

const FILTERS = {
	country: 'Country',
	createdSince: 'Created Since',
	email: 'Email Address',
	interests: 'Interests',
	name: 'Name Contains',
	number: 'Number',
	owner: 'Owner',
	phone: 'Phone Contains',
	updatedSince: 'Created or Updated Since',
};

const OF_RECORD = {
	create: { ...RAW_FIELDS, 'options.createOnce': NO_KEY, 'options.createOnce.key': NO_KEY },
	update: RAW_FIELDS,
	upsert: RAW_FIELDS,
	validate: RAW_FIELDS,
};

/** What is said of the links of a record besides. */
const withLinks = (said: Record<string, Record<string, string>>) =>
	mapValues(said, (one) => ({ ...one, ...pick(ROWS, 'additionalFields.links.link') }));

const nobody = (label: string) => {
	const path = `${label.toLowerCase()}s.${label.toLowerCase()}`;
	return { [path]: `${label}s (${path}[0]): no contact person is chosen` };
};

const SINCE = { createdSince: 'Created Since', updatedSince: 'Created or Updated Since' };

/** What is said of the persons of a request, who has no user-defined fields. */
const withPerson = (said: Record<string, string>) => ({
	...omit(said, 'additionalFields.systemFields.userDefinedFields.entry'),
	'additionalFields.secondaryPersons.person':
		'Contact Person (additionalFields.secondaryPersons.person[0].personId): is empty',
});

/** What is said of a document with a file. */
const OF_FILE = {
	...OF_RECORD.create,
	...NO_FIELD,
	...pick(ROWS, 'additionalFields.links.link'),
};

const SAID: Record<string, Record<string, Record<string, string>>> = {
	appointment: OF_APPOINTMENT,
	company: {
		...OF_RECORD,
		getAll: emptyFilters({
			...FILTERS,
			business: 'Business',
			category: 'Category',
			orgNr: 'Organization Number',
		}),
	},
	person: {
		...OF_RECORD,
		getAll: emptyFilters({
			...FILTERS,
			business: 'Business of Company',
			category: 'Category of Company',
			contact: 'Company',
			position: 'Position',
		}),
	},
	sale: {
		...withLinks(OF_RECORD),
		addStakeholders: nobody('Stakeholder'),
		removeStakeholders: nobody('Stakeholder'),
		getAll: emptyFilters({
			...SINCE,
			amountFrom: 'Amount From',
			amountTo: 'Amount To',
			contact: 'Company',
			currency: 'Currency',
			heading: 'Heading Contains',
			number: 'Number',
			owner: 'Owner',
			person: 'Contact Person',
			project: 'Project',
			saleType: 'Sale Type',
			stage: 'Stage',
		}),
	},
	project: {
		...withLinks(OF_RECORD),
		addMembers: nobody('Member'),
		removeMembers: nobody('Member'),
		getAll: emptyFilters({
			...SINCE,
			name: 'Name Contains',
			number: 'Number',
			owner: 'Owner',
			person: 'Member',
			projectStatus: 'Status',
			projectType: 'Type',
		}),
	},
	request: {
		...mapValues(OF_RECORD, withPerson),
		create: { ...withPerson(OF_RECORD.create), ...NO_FIELD },
		addMessage: { 'sendEmail.to': 'To (sendEmail.to): is empty' },
		getAll: emptyFilters({
			...SINCE,
			category: 'Category',
			contact: 'Company',
			owner: 'Owner',
			person: 'Contact Person',
			priority: 'Priority',
			project: 'Project',
			sale: 'Sale',
			status: 'Status',
			tags: 'Tags',
			ticketType: 'Request Type',
			title: 'Title Contains',
		}),
	},
	document: {
		...withLinks(OF_RECORD),
		upload: OF_FILE,
		createFromTemplate: {
			...OF_FILE,
			'customTags.entry': 'Custom Tags (customTags.entry[0]): the key is empty',
		},
		getAll: emptyFilters({
			...SINCE,
			contact: 'Company',
			documentTemplate: 'Document Template',
			header: 'Title Contains',
			name: 'File Name Contains',
			owner: 'Owner',
			person: 'Contact Person',
			project: 'Project',
			sale: 'Sale',
			text: 'Text Contains',
		}),
	},
};

describe('what a person adds and leaves alone', () => {
	const simulator = useSimulator();

	it.each(operations)(
		'is not set, or asked for by its label: %s, %s',
		async (resource, operation) => {
			const shown = properties.filter((one) => isShownFor(one, operation, resource));
			const [targetName] = Object.keys(TARGETS[resource]);
			const hasTarget = shown.some(({ name }) => name === targetName) && operation !== 'upsert';
			const said: Record<string, string> = {};
			for (const [path, addition] of shown.flatMap(additionsTo)) {
				simulator().reset();
				const parameters = {
					resource,
					operation,
					...(hasTarget && TARGETS[resource]),
					...NEEDED[resource][operation],
					[path.split('.')[0]]: addition,
				};
				const { error } = await runNode(simulator(), parameters, { files: FILES });
				// An operation may have other things against the appointment.
				if (error?.message.includes(`(${path.split('.')[0]}`)) said[path] = error.message;
			}
			expect(said).toEqual(SAID[resource][operation] ?? {});
		},
	);

	it('sends of all groups of Create what is on, zero, or the first of a list', async () => {
		const allOf = ({ type, options }: INodeProperties): unknown =>
			type === 'collection'
				? Object.fromEntries((options as INodeProperties[]).map((one) => [one.name, allOf(one)]))
				: LEFT_ALONE;
		const groups = properties.filter(
			(one) => isShownFor(one, 'create') && one.name === 'additionalFields',
		);
		const added = groups.map((group) => [group.name, allOf(group)]);
		const { error } = await runNode(simulator(), Object.fromEntries(added) as object);
		expect(error).toBeUndefined();
		expect(sentBody(simulator())).toEqual({
			Agenda: '',
			ColorIndex: 0,
			Completed: 'NotStarted',
			Description: '',
			InternalNotes: '',
			IsMileStone: true,
			Location: '',
			Type: 'inDiary',
			AlarmLeadTime: '00:15:00',
			HasAlarm: true,
			IsAlldayEvent: true,
			IsFree: true,
			LagTime: '00:00:00',
			LeadTime: '00:00:00',
			AssignmentStatus: 'None',
			BookingType: 'None',
			InvitationStatus: 'None',
			MotherId: 0,
			IsPublished: true,
			Private: 'Public',
			CentralserviceVideomeetId: '',
			JoinVideomeetUrl: '',
			ActiveLinks: 0,
			AppointmentId: 0,
			CautionWarning: 'OK',
			HasConflict: true,
			OwnedExternally: 'None',
			RejectCounter: 0,
			SuggestedAppointmentId: 0,
		});
	});

	it.each([
		['a user', { associateId: byId(4) }, { AssociateId: 4 }],
		['a person', { personId: byId(20) }, { PersonId: 20 }],
		['an address', { emailAddress: 'guest@example.com' }, { EmailAddress: 'guest@example.com' }],
		[
			'an address with a switch',
			{ emailAddress: 'guest@example.com', additionalFields: { sendEmail: LEFT_ALONE } },
			{ EmailAddress: 'guest@example.com', SendEmail: true },
		],
	])('does not stand in the way of a participant told by %s', async (_by, filled, sent) => {
		const { error } = await runNode(simulator(), { participants: { participant: [filled] } });
		expect(error).toBeUndefined();
		expect(sentBody(simulator())).toEqual({ Participants: [sent] });
	});

	it('is refused by name among the filters of a trigger', async () => {
		const filters = { contact: LEFT_ALONE };
		const message = /^Company \(filters\.contact\): is empty/;
		const { error } = await runTrigger(simulator(), { filters }, delivered('activity.created'));
		expect(error?.message).toMatch(message);
		const polled = await poll(simulator(), { filters });
		expect(polled.error?.message).toMatch(message);
	});

	it('of a link stays unset beside its record', async () => {
		const link = { id: byId(7), additionalFields: { description: LEFT_ALONE } };
		await runNode(simulator(), { links: { link: [link] } });
		expect(sentBody(simulator())).toMatchObject({
			Links: [{ EntityName: 'document', Id: 7, Description: '' }],
		});
	});
});

describe('a locator', () => {
	const simulator = useSimulator();
	const sent = async (parameters: object, item: object = {}) => {
		const given = raw({ title: 'A', ...parameters });
		const { error } = await runNode(simulator(), given, { items: [item as never] });
		expect(error).toBeUndefined();
		return sentBody(simulator());
	};

	it.each([
		[{ mode: 'id', value: '2' }, 2],
		[{ mode: 'list', value: 2, cachedResultName: "L'Oreal & Søn" }, 2],
		[{ mode: 'name', value: 'Fjord Shipping AS' }, 1],
		[{ __rl: true, mode: 'id', value: 2 }, 2],
		[2, 2],
	])('is one with and without its mark: %j', async (contact, ContactId) => {
		const { error } = await runNode(simulator(), raw({ contact }));
		expect(error).toBeUndefined();
		const save = simulator().requests.find(({ method }) => method === 'POST');
		expect(JSON.parse(save?.body ?? '')).toMatchObject({ Contact: { ContactId } });
	});

	it('is no nested record of an item, whose number counts', async () => {
		const contact = { ContactId: 3, Name: 'A company', mode: 'x', value: 9 };
		expect(await sent({ specifyBody: 'autoMap' }, { Contact: contact })).toEqual({
			Contact: { ContactId: 3 },
		});
	});

	it('of a text is not set while nothing is chosen, and empties it where an empty text is given', async () => {
		const rejectReason = (mode: string) => ({
			additionalFields: { systemFields: { rejectReason: { mode, value: '' } } },
		});
		expect(await sent(rejectReason('list'))).not.toHaveProperty('RejectReason');
		simulator().reset();
		expect(await sent(rejectReason('text'))).toMatchObject({ RejectReason: '' });
	});
});

describe('a lead time of the alarm', () => {
	const simulator = useSimulator();
	const LEAD = { AlarmLeadTime: '00:15:00', HasAlarm: true };

	it.each([
		['a lead time alone', { alarmLeadTime: 15 }, LEAD],
		['both', { alarmLeadTime: 15, hasAlarm: LEFT_ALONE }, LEAD],
		['an alarm that is off', { alarmLeadTime: 15, hasAlarm: false }, { ...LEAD, HasAlarm: false }],
		['an alarm alone', { hasAlarm: LEFT_ALONE }, { HasAlarm: true }],
		['another time', { leadTime: 15 }, { LeadTime: '00:15:00' }],
	])('means an alarm in Create: %s', async (_what, timeAndAlarm, body) => {
		await runNode(simulator(), { ...timeAndAlarm });
		expect(sentBody(simulator())).toEqual({ ...body });
	});

	it('means an alarm where an item is mapped automatically', async () => {
		const items = [{ AlarmLeadTime: 15 }];
		await runNode(simulator(), { specifyBody: 'autoMap' }, { items });
		expect(sentBody(simulator())).toEqual(LEAD);
	});

	it('means an alarm in Update', async () => {
		store(simulator(), { 7: { HasAlarm: false } });
		const parameters = { appointmentId: byId(7), alarmLeadTime: 15 };
		await runNode(simulator(), { operation: 'update', ...parameters });
		const [patch] = simulator().requests;
		expect(JSON.parse(patch.body)).toEqual(LEAD);
	});

	it('adds nothing to JSON', async () => {
		const jsonBody = '{"AlarmLeadTime":"00:15:00"}';
		await runNode(simulator(), { specifyBody: 'json', jsonBody });
		expect(sentBody(simulator())).toEqual({ AlarmLeadTime: '00:15:00' });
	});
});

describe('an appointment without a start or an end', () => {
	const simulator = useSimulator();

	it('is hinted at, as SuperOffice chooses the time', async () => {
		const hint = expect.stringMatching(/^Start or End was empty/) as string;
		for (const times of [
			{},
			{ startDate: '2026-09-07T10:00:00' },
			{ endDate: '2026-09-07T10:00:00' },
		]) {
			const result = await runNode(simulator(), { title: 'A', ...times });
			expect(result.hintsOf(NODE)).toEqual([hint]);
		}
	});
});

describe('a rule without a weekday', () => {
	const simulator = useSimulator();
	const rule = { recurrence: { rule: LEFT_ALONE } };
	const byWeekday = (pattern: string, choice: string) => ({
		recurrence: { rule: { pattern, [choice]: 'WeekdayOfMonth' } },
	});

	it.each([
		['Europe/Oslo', '2026-09-07T10:00:00', 'Monday', '2026-09-07'],
		['America/Los_Angeles', '2026-09-09T10:00:00', 'Wednesday', '2026-09-09'],
		['Asia/Tokyo', '2026-09-11T16:00:00', 'Friday', '2026-09-11'],
		['Pacific/Auckland', '2026-09-13T22:00:00', 'Sunday', '2026-09-13'],
	])('goes by that of the start: %s', async (timezone, startDate, Weekdays, day) => {
		const { error } = await runNode(simulator(), { startDate, ...rule }, { timezone });
		expect(error).toBeUndefined();
		const save = simulator().requests.find(({ path }) => path === '/api/v1/Appointment');
		expect((JSON.parse(save?.body ?? '') as { Recurrence: object }).Recurrence).toEqual({
			IsRecurrence: true,
			Pattern: 'Weekly',
			WeekPattern: { Weekdays, Cycle: 1 },
			StartDate: `${day}T00:00:00`,
			RecurrenceEndType: 'Counter',
			RecurrenceCounter: 10,
		});
	});

	it('is hinted at as a series, and an appointment without a rule is not', async () => {
		const times = { startDate: '2026-09-07T10:00:00', endDate: '2026-09-07T11:00:00' };
		const series = await runNode(simulator(), { ...times, ...rule });
		expect(series.hintsOf(NODE)).toEqual([expect.stringMatching(/^SuperOffice made a series/)]);
		const single = await runNode(simulator(), times);
		expect(single.hintsOf(NODE)).toEqual([]);
	});

	it.each([
		['Monthly', 'monthPattern', 'MonthPattern'],
		['Yearly', 'yearPattern', 'YearPattern'],
	])('goes by that of the start in %s, too', async (pattern, choice, wire) => {
		const startDate = '2026-09-08T10:00:00';
		await runNode(simulator(), { startDate, ...byWeekday(pattern, choice) });
		const save = simulator().requests.find(({ path }) => path === '/api/v1/Appointment');
		expect(JSON.parse(save?.body ?? '')).toMatchObject({
			Recurrence: { [wire]: { WeekOfMonth: 'First', Weekday: 'Tuesday' } },
		});
	});

	it('goes by that of the first day, where one is given', async () => {
		const parameters = {
			startDate: '2026-09-07T10:00:00',
			recurrence: { rule: { startDate: '2026-09-10T00:00:00' } },
		};
		await runNode(simulator(), parameters);
		const save = simulator().requests.find(({ path }) => path === '/api/v1/Appointment');
		expect(JSON.parse(save?.body ?? '')).toMatchObject({
			Recurrence: { StartDate: '2026-09-10T00:00:00', WeekPattern: { Weekdays: 'Thursday' } },
		});
	});

	it('goes by that of the start that the appointment keeps in Update', async () => {
		store(simulator(), { 7: { StartDate: '2026-09-09T08:00:00', EndDate: '2026-09-09T09:00:00' } });
		const parameters = { operation: 'update', appointmentId: byId(7), ...rule };
		const { error } = await runNode(simulator(), parameters);
		expect(error).toBeUndefined();
		const patch = simulator().requests.find(({ method }) => method === 'PATCH');
		expect(JSON.parse(patch?.body ?? '')).toMatchObject({
			Recurrence: { WeekPattern: { Weekdays: 'Wednesday' } },
		});
	});

	it('is refused where no start is known', async () => {
		const { error } = await runNode(simulator(), rule);
		expect(error?.message).toBe('Weekdays (recurrence.rule.weekdays): is empty');
		expect(simulator().requests.filter(({ method }) => method === 'POST')).toEqual([]);
	});
});

describe("the tests' parameters", () => {
	it('hold what the editor saves of a row, locators without their mark', () => {
		const participant = [{ emailAddress: 'guest@example.com' }];
		const { participants } = asSaved('superOffice', { participants: { participant } });
		const untouched = { mode: 'list', value: '' };
		expect(participants).toEqual({
			participant: [
				{
					associateId: untouched,
					personId: untouched,
					emailAddress: 'guest@example.com',
					additionalFields: {},
				},
			],
		});
	});

	it('lack rows that were not added, and dropdowns that were not touched', () => {
		const added = { links: LEFT_ALONE, project: LEFT_ALONE };
		const values = { recurrence: { rule: LEFT_ALONE }, ...added, specifyBody: 'fields' };
		const saved = asSaved('superOffice', values);
		expect(saved.additionalFields).toEqual({ project: { mode: 'list', value: '' } });
		expect(saved).not.toHaveProperty('specifyBody');
	});

	it('cannot be what the form does not show', () => {
		const saved = (values: object) => () => asSaved('superOffice', values);
		expect(saved({ limit: 5 })).toThrow('The form does not show limit');
		expect(saved({ operation: 'getAll', returnAll: true, limit: 5 })).toThrow('limit');
		expect(saved({ options: { startDate: '' } })).toThrow('The form has no startDate here');
	});
});
