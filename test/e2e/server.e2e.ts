import sortBy from 'lodash/sortBy';
import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import type { WorkflowFile } from '../engine';
import { LOGIN, startSimulator, type Scripted, type Simulator } from '../simulator';
import type { Execution } from './client';
import { major, openRunningWorld, serverLog } from './running';
import { BOOKING, COMMENT } from './scriptedModel';
import { examples, type World } from './world';

let world: World;

beforeAll(async () => (world = await openRunningWorld()));
beforeEach(() => {
	world.simulator.reset();
	world.model.chats.length = 0;
});
afterAll(async () => await world.close());

const isSave = ({ method, path }: { method: string; path: string }) =>
	method === 'POST' && path === '/api/v1/Appointment';

const sentBodies = () =>
	world.simulator.requests
		.filter(isSave)
		.map(({ body }) => JSON.parse(body) as Record<string, unknown>);

async function runExample(name: string, change?: (file: WorkflowFile) => void): Promise<Execution> {
	const file = structuredClone(examples[name]);
	change?.(file);
	return await world.client.run(await world.importExample(file));
}

/** Runs an example, and again. */
async function runTwice(name: string): Promise<[Execution, Execution]> {
	const id = await world.importExample(examples[name]);
	return [await world.client.run(id), await world.client.run(id)];
}

/** How many companies, persons and appointments SuperOffice has. */
const counts = () => {
	const { contacts, persons, appointments } = world.simulator.data;
	return [contacts.size, persons.size, appointments.size];
};

describe('n8n', () => {
	it('lists the nodes, and the variant of one as a tool', async () => {
		const types = await world.client.nodeTypes();
		const own = types.filter(({ name }) => name.startsWith('n8n-nodes-superoffice.'));
		expect(own.map(({ name, displayName }) => [name, displayName])).toEqual([
			['n8n-nodes-superoffice.superOffice', 'SuperOffice'],
			['n8n-nodes-superoffice.superOfficeTrigger', 'SuperOffice Trigger'],
			['n8n-nodes-superoffice.superOfficePollingTrigger', 'SuperOffice Polling Trigger'],
			['n8n-nodes-superoffice.superOfficeTool', 'SuperOffice Tool'],
		]);
	});

	it('keeps a workflow as it was saved', async () => {
		for (const file of Object.values(examples)) {
			const reopened = await world.client.getWorkflow(await world.importExample(file));
			expect(reopened.nodes.map(({ parameters }) => parameters)).toEqual(
				file.nodes.map(({ parameters }) => parameters),
			);
		}
	});
});

describe('the credential test', () => {
	let online: Simulator;
	const { accessToken, ticket, appToken, xsrfToken, sessionCookie } = LOGIN;

	beforeAll(async () => (online = await startSimulator({ online: true })));
	afterAll(async () => await online.close());

	const test = async (data: IDataObject, isOnline = false) => {
		const { baseUrl } = isOnline ? online : world.simulator;
		return await world.client.testCredential({ ...world.basic, baseUrl, ...data });
	};

	it.each<[string, IDataObject, boolean]>([
		['basic', {}, false],
		['bearer', { authentication: 'bearer', accessToken }, true],
		['soTicket online', { authentication: 'soTicket', ticket, appToken }, true],
		['soTicket on-site', { authentication: 'soTicket', ticket }, false],
		['session', { authentication: 'session', xsrfToken, sessionCookie }, false],
	])('passes for %s', async (_name, data, isOnline) => {
		expect((await test(data, isOnline)).status).toBe('OK');
	});

	// n8n 1 loses the status of an answer before it asks the credential's rules.
	const refused =
		major === '1' ? /Authorization failed - please check your credentials/ : /refused the login/;

	it.each<[string, IDataObject, boolean]>([
		['basic', { password: 'wrong' }, false],
		['basic, online', {}, true],
		['bearer', { authentication: 'bearer', accessToken: 'old' }, true],
		['soTicket without application token', { authentication: 'soTicket', ticket }, true],
		['session', { authentication: 'session', xsrfToken: 'x', sessionCookie }, false],
	])('fails for a wrong login: %s', async (_name, data, isOnline) => {
		const { status, message } = await test(data, isOnline);
		expect(status).toBe('Error');
		expect(message).toMatch(refused);
	});

	it.each<[string, Scripted, RegExp, RegExp]>([
		['403', { status: 403, body: {} }, /may not use the web service/, /Forbidden/],
		['404', { status: 404, body: {} }, /no SuperOffice web service/, /could not be found/],
		['421', { status: 421, body: {} }, /not at this address/, /could not be processed/],
		[
			'a redirect',
			{ status: 302, headers: { location: 'https://evil.example.com/' }, body: '' },
			/redirects to another address/,
			/302/,
		],
		['a page', { body: '<html>Sign in</html>' }, /A web page answered/, /A web page answered/],
		[
			'nobody',
			{ body: { AssociateId: 0 } },
			/not for a signed-in user/,
			/not for a signed-in user/,
		],
	])('names the cause for %s', async (_name, scripted, inN8n2, inN8n1) => {
		world.simulator.answerNext(scripted);
		const { status, message } = await test({});
		expect(status).toBe('Error');
		expect(message).toMatch(major === '1' ? inN8n1 : inN8n2);
	});

	it('names what is wrong with the address', async () => {
		expect((await test({ baseUrl: 'crm' })).message).toMatch(/"crm" is not a web address/);
		expect((await test({ baseUrl: 'http://crm.invalid' })).message).toMatch(
			major === '1' ? /connection cannot be established|DNS server/ : /ENOTFOUND|EAI_AGAIN/,
		);
	});
});

describe('examples', () => {
	it('are all run by a test below', () => {
		expect(Object.keys(examples)).toEqual([
			'ai-agent-books.json',
			'ai-agent-drafts-comments.json',
			'all-day-absence.json',
			'changes-by-polling.json',
			'consent-from-form.json',
			'create-appointment.json',
			'customers-in-step-by-number.json',
			'event-registrations.json',
			'life-of-a-series.json',
			'mails-to-requests.json',
			'meeting-with-participants.json',
			'pipeline-of-the-week.json',
			'recurring-meeting.json',
			'sheet-rows-to-follow-ups.json',
			'sheet-with-headings.json',
			'signed-contract-to-sale.json',
			'web-form-to-company-and-person.json',
			'web-form-to-meeting.json',
			'web-form-to-request.json',
			'when-meetings-move.json',
			'won-deal-in-shop.json',
			'zip-company-files.json',
		]);
	});

	it('create-appointment', async () => {
		const execution = await runExample('create-appointment.json');
		expect(execution.status).toBe('success');
		expect(sentBodies()).toEqual([
			{
				Title: 'Review of the service agreement',
				StartDate: '2026-12-01T09:00:00Z',
				EndDate: '2026-12-01T10:30:00Z',
				Agenda: 'Terms, prices, next steps',
				Task: { TaskListItemId: 2 },
				AlarmLeadTime: '00:15:00',
				HasAlarm: true,
				Contact: { ContactId: 1 },
				Person: { PersonId: 10 },
			},
		]);
		expect(execution.itemsOf('Next Node')).toHaveLength(1);
		expect(execution.itemsOf('Next Node')[0].json).toMatchObject({
			AppointmentId: 306,
			ContactName: 'Fjord Shipping AS',
			TaskName: 'Meeting',
		});
	});

	it('web-form-to-meeting', async () => {
		const execution = await runExample('web-form-to-meeting.json');
		expect(execution.status).toBe('success');
		expect(sentBodies()).toEqual([
			expect.objectContaining({
				Title: 'Demonstration',
				StartDate: '2026-12-03T13:00:00Z',
				EndDate: '2026-12-03T13:45:00Z',
				Agenda: 'Show the new reports',
			}),
		]);
		expect(execution.itemsOf('Next Node')).toHaveLength(1);
	});

	it('sheet-rows-to-follow-ups', async () => {
		const execution = await runExample('sheet-rows-to-follow-ups.json');
		expect(execution.status).toBe('success');
		const titles = (node: string) => execution.itemsOf(node).map(({ json }) => json);
		expect(titles('Created')).toMatchObject([
			{ Title: 'Call about renewal', Contact: { Name: 'Fjord Shipping AS' } },
			{ Title: 'Send new price list', Contact: { Name: 'Nordlys Energi AS' } },
		]);
		expect(titles('Rows to Correct')).toMatchObject([
			{
				Subject: 'Ask for references',
				error: 'Start (startDate): "next week" is not a possible date and time',
				message: expect.stringMatching(/^Item 2: /) as string,
			},
			{
				Subject: 'Thank for the order',
				error: 'Company (contact): no company is named "Fjord Shiping"',
				message: expect.stringMatching(
					/^Item 3: Similar ones are: .*Fjord Shipping AS = ID 1/,
				) as string,
			},
		]);
	});

	it('sheet-with-headings', async () => {
		const execution = await runExample('sheet-with-headings.json');
		expect(execution.error).toBeUndefined();
		// Side by side, the one that is ready first goes first.
		const [first, second] = sortBy(sentBodies(), 'Title');
		expect(first).toMatchObject({
			Title: 'Installation',
			StartDate: '2026-12-07T08:00:00Z',
			EndDate: '2026-12-07T11:00:00Z',
			Associate: { AssociateId: 2 },
			Contact: { ContactId: 1 },
			Task: { TaskListItemId: 2 },
			HasAlarm: true,
			CustomFields: { 'SuperOffice:2': '[I:4]', 'SuperOffice:7': '[I:1]', 'SuperOffice:8': '4711' },
		});
		expect(second.EndDate).toBe('2026-12-08T13:00:00Z');
		expect(execution.itemsOf('Next Node').map(({ json }) => json)).toMatchObject([
			{ ContactName: 'Fjord Shipping AS', CustomFields: { Format: 'On Site', Guests: 4 } },
			{ ContactName: 'Nordlys Energi AS', CustomFields: { Format: 'Online', Guests: 12 } },
		]);
	});

	it('changes-by-polling, with the latest change', async () => {
		const { data } = world.simulator;
		const [appointment] = data.appointments.values();
		const updated = { ...appointment, UpdatedDate: '2026-11-22T10:00:00Z', Title: 'Moved' };
		data.appointments.set(305, updated);
		const execution = await runExample('changes-by-polling.json');
		expect(execution.status).toBe('success');
		expect(execution.itemsOf('Created')).toEqual([]);
		expect(execution.itemsOf('Updated')).toHaveLength(1);
		expect(execution.itemsOf('Updated')[0].json).toMatchObject({
			event: 'activity.changed',
			AppointmentId: 305,
			record: { Title: 'Moved' },
		});
	});

	it('all-day-absence', async () => {
		const execution = await runExample('all-day-absence.json');
		expect(execution.status).toBe('success');
		expect(sentBodies()).toEqual([
			{
				Title: 'Winter holiday',
				StartDate: '2027-02-14T23:00:00Z',
				EndDate: '2027-02-19T22:59:59Z',
				IsAlldayEvent: true,
				IsFree: false,
				VisibleFor: [{ Visibility: 'All' }],
			},
		]);
	});

	it('life-of-a-series', async () => {
		const execution = await runExample('life-of-a-series.json');
		expect(execution.error).toBeUndefined();
		expect(execution.itemsOf('Who Comes to the Third').map(({ json }) => json)).toMatchObject([
			{ InvitationStatus: 'Accepted' },
			{ InvitationStatus: 'Declined' },
		]);
		expect(
			execution.itemsOf('What Is Left').map(({ json }) => [json.StartDate, json.Completed]),
		).toEqual([
			['2027-01-04T09:00:00+01:00', 'Completed'],
			['2027-01-12T14:00:00+01:00', 'NotStarted'],
			['2027-01-18T09:00:00+01:00', 'NotStarted'],
		]);
	});

	it('meeting-with-participants', async () => {
		const execution = await runExample('meeting-with-participants.json');
		expect(execution.status).toBe('success');
		expect(sentBodies()[0].Participants).toEqual([
			{ AssociateId: 1 },
			{ AssociateId: 2 },
			{ AssociateId: 11 },
			{ ContactId: 1, PersonId: 10, SendEmail: true },
			{ EmailAddress: 'guest@example.com', Description: 'Adviser' },
		]);
		expect(execution.itemsOf('Next Node')[0].json.Participants).toHaveLength(5);
	});

	it('recurring-meeting', async () => {
		const execution = await runExample('recurring-meeting.json');
		expect(execution.status).toBe('success');
		expect(sentBodies()[0].Recurrence).toEqual({
			IsRecurrence: true,
			Pattern: 'Weekly',
			WeekPattern: { Weekdays: 'Monday, Thursday', Cycle: 1 },
			StartDate: '2027-01-04T00:00:00',
			RecurrenceEndType: 'EndDate',
			EndDate: '2027-03-31T00:00:00',
		});
	});

	it('when-meetings-move', async () => {
		const { client } = world;
		const id = await world.importExample(examples['when-meetings-move.json']);
		await client.activate(id);
		const change = async (patch: object) => await world.write('PATCH', 'Appointment/305', patch);
		await change({ InternalNotes: 'Nobody has to know' });
		await change({ StartDate: '2027-02-01T09:30:00Z', Location: 'Oslo' });
		const [execution, ...others] = await client.executionsOf(id, 1);
		await client.deactivate(id);
		expect(others).toEqual([]);
		expect(execution.itemsOf('Next Node').map(({ json }) => json)).toEqual([
			{ text: 'Appointment of the sample is now at 01.02. 10:30, Oslo' },
		]);
	});

	it('web-form-to-company-and-person, which a second run finds again', async () => {
		const [companies, persons, appointments] = counts();
		const [first, second] = await runTwice('web-form-to-company-and-person.json');
		expect([first.error, second.error]).toEqual([undefined, undefined]);
		const steps = ['Find or Create Company', 'Find or Create Person', 'Create Follow-Up Once'];
		const came = (execution: Execution) =>
			steps.map((node) => execution.itemsOf(node).map(({ json }) => json.operation));
		expect(came(first)).toEqual([['created'], ['created'], ['created']]);
		expect(came(second)).toEqual([['found'], ['found'], ['found']]);
		expect(counts()).toEqual([companies + 1, persons + 1, appointments + 1]);
		const [company, person, followUp] = steps.map((node) => first.itemsOf(node)[0].json);
		expect(company).toMatchObject({ Name: 'Kaifjord Example AS' });
		const { ContactId } = company;
		expect(person).toMatchObject({ Lastname: 'Assistant', ContactId });
		expect(followUp).toMatchObject({
			Title: 'Call Purchasing Assistant',
			StartDate: '2026-12-01T09:00:00+01:00',
			EndDate: '2026-12-01T09:30:00+01:00',
			Type: 'inChecklist',
			TaskName: 'Follow-up',
			ContactId,
			PersonId: person.PersonId,
		});
	});

	it('customers-in-step-by-number, which a second run updates', async () => {
		const [companies] = counts();
		const [first, second] = await runTwice('customers-in-step-by-number.json');
		expect([first.error, second.error]).toEqual([undefined, undefined]);
		const inStep = (execution: Execution) => execution.itemsOf('In Step').map(({ json }) => json);
		const rows = [
			{ Name: 'Kaifjord Example AS', OrgNr: 'NO 999 888 777', CountryName: 'Norway' },
			{ Name: 'Sample Foods AB', OrgNr: 'SE 556000-0001', CountryName: 'Sweden' },
		];
		expect(inStep(first)).toMatchObject(rows.map((row) => ({ ...row, operation: 'created' })));
		expect(inStep(second)).toMatchObject(rows.map((row) => ({ ...row, operation: 'updated' })));
		const ids = (execution: Execution) => inStep(execution).map(({ ContactId }) => ContactId);
		expect(ids(second)).toEqual(ids(first));
		expect(counts()[0]).toBe(companies + 2);
		const [toCorrect] = second.itemsOf('Rows to Correct');
		expect(toCorrect.json).toMatchObject({
			Company: 'No Number Ltd',
			error: 'Match Value (matchValue): is empty',
		});
	});

	it('consent-from-form, which a second run leaves at one consent', async () => {
		const [, persons] = counts();
		const [first, second] = await runTwice('consent-from-form.json');
		expect([first.error, second.error]).toEqual([undefined, undefined]);
		expect(counts()[1]).toBe(persons + 1);
		const consents = (execution: Execution) =>
			execution.itemsOf('Next Node').map(({ json }) => json.Consents);
		const consent = {
			ConsentPurposeKey: 'EMARKETING',
			LegalBaseKey: '61A',
			ConsentSourceKey: 'WEBFORM',
			Comment: 'Newsletter form, 2026-11-30T09:12:00.000+01:00',
		};
		expect(consents(first)).toMatchObject([[consent]]);
		expect(consents(second)).toMatchObject([[consent]]);
	});

	it('won-deal-in-shop, which a second run updates', async () => {
		const { sales } = world.simulator.data;
		const before = sales.size;
		const [first, second] = await runTwice('won-deal-in-shop.json');
		expect([first.error, second.error]).toEqual([undefined, undefined]);
		const came = (execution: Execution) =>
			execution.itemsOf('Create or Update Sale').map(({ json }) => json);
		expect(came(first)).toMatchObject([
			{
				Heading: 'Order SHOP-1001',
				ContactName: 'Fjord Shipping AS',
				Amount: 1250.5,
				CurrencyName: 'NOK',
				Saledate: '2026-11-27',
				operation: 'created',
			},
			{ Amount: 980, CurrencyName: 'EUR', Saledate: '2026-11-28', operation: 'created' },
		]);
		expect(came(second)).toMatchObject([{ operation: 'updated' }, { operation: 'updated' }]);
		const sold = [first, second].map((one) =>
			one.itemsOf('Next Node').map(({ json }) => [json.SaleId, json.Status]),
		);
		const ids = came(first).map(({ SaleId }) => Number(SaleId));
		expect(sold[0]).toEqual(ids.map((id) => [id, 'Sold']));
		expect(sold[1]).toEqual(sold[0]);
		expect(sales.size).toBe(before + 2);
		for (const id of ids) {
			const { written } = world.simulator.data;
			expect(written.Sale.get(id)).toMatchObject({
				Status: 'Sold',
				Completed: 'Completed',
				ReasonSold: { Id: 1 },
			});
		}
	});

	it('event-registrations, of which two persons become members once', async () => {
		const { projects, persons, projectMembers } = world.simulator.data;
		const before = [projects.size, persons.size, projectMembers.size];
		const [first, second] = await runTwice('event-registrations.json');
		expect([first.error, second.error]).toEqual([undefined, undefined]);
		const after = [projects.size, persons.size, projectMembers.size];
		expect(after).toEqual([before[0] + 1, before[1] + 2, before[2] + 2]);
		const came = (execution: Execution) =>
			['Find or Create Person', 'Find or Create Project'].map((node) =>
				execution.itemsOf(node).map(({ json }) => json.operation),
			);
		expect(came(first)).toEqual([
			['created', 'created', 'found'],
			['created', 'found', 'found'],
		]);
		expect(came(second)).toEqual([Array(3).fill('found'), Array(3).fill('found')]);
		const added = (execution: Execution) =>
			execution.itemsOf('Next Node').map(({ json }) => json.added);
		expect(added(first)).toEqual([1, 1, 0]);
		expect(added(second)).toEqual([0, 0, 0]);
		const [{ json }] = first.itemsOf('Next Node');
		expect(json.ProjectMembers).toMatchObject([
			{ FullName: 'Purchasing Assistant', Comment: 'Registered on the web' },
		]);
	});

	it('pipeline-of-the-week, which lists the open sales of this week', async () => {
		const now = DateTime.now().setZone('Europe/Oslo');
		const { sales } = world.simulator.data;
		// Those of the simulator are of days that may be in this week, too.
		for (const id of [...sales.seeds.keys()]) sales.delete(id);
		const sale = { Contact: { ContactId: 1 }, Currency: { Id: 2 }, Rating: { Id: 3 } };
		const [monday, sunday] = [now.startOf('week'), now.endOf('week').startOf('day')];
		for (const [Heading, day, more] of [
			['Monday', monday, sale],
			['Sunday', sunday, {}],
			['Lost', sunday, { Status: 'Lost' }],
			['Last Week', monday.minus({ days: 1 }), {}],
			['Next Week', sunday.plus({ days: 1 }), {}],
		] as Array<[string, DateTime, object]>) {
			await world.write('POST', 'Sale', {
				Heading,
				Amount: 1250.5,
				Saledate: day.toUTC().toISO(),
				...more,
			});
		}
		const runs = await runTwice('pipeline-of-the-week.json');
		const lines = [
			'2 open sales this week:',
			`${monday.toISODate()}: Monday, Fjord Shipping AS, 1250.5 EUR (Proposal)`,
			`${sunday.toISODate()}: Sunday, no company, 1250.5 NOK (Lead)`,
		];
		for (const { error, itemsOf } of runs) {
			expect(error).toBeUndefined();
			expect(itemsOf('Next Node').map(({ json }) => json.text)).toEqual([lines.join('\n')]);
		}
	});

	it('ai-agent-books, whose model fills the tool with texts', async () => {
		const execution = await runExample('ai-agent-books.json');
		expect(execution.error).toBeUndefined();
		expect(world.model.chats[0].tools).toHaveLength(1);
		const { parameters } = world.model.chats[0].tools?.[0].function ?? {};
		const names = Object.keys((parameters as { properties: object }).properties);
		expect(names.sort()).toEqual(Object.keys(BOOKING).sort());
		expect(sentBodies()).toEqual([
			{
				Title: 'Yearly budget',
				StartDate: '2026-12-14T12:00:00Z',
				EndDate: '2026-12-14T13:00:00Z',
				HasAlarm: true,
				AlarmLeadTime: '00:15:00',
				Contact: { ContactId: 3 },
			},
		]);
		const { output } = execution.itemsOf('Next Node')[0].json;
		expect(output).toMatch(/^Done: .*Yearly budget/s);
	});
});

/** What SuperOffice has of requests beyond what it had at first, with the texts of their files. */
function newRequests() {
	const { tickets, ticketMessages, attachments } = world.simulator.data;
	return [...tickets.seeds.values()]
		.filter(({ id }) => id > 60)
		.map(({ id, title }) => ({
			title,
			messages: [...ticketMessages.seeds.values()]
				.filter(({ ticketId }) => ticketId === id)
				.map(({ body, attachments: numbers }) => [
					body.trim(),
					...numbers.map((number) => attachments.seeds.get(number)?.content.toString()),
				]),
		}));
}

const cameAs = (execution: Execution, node: string) =>
	execution.itemsOf(node).map(({ json }) => json.operation);

describe('examples of requests and files', () => {
	it('web-form-to-request, which a second run finds again', async () => {
		const [, persons] = counts();
		const runs = await runTwice('web-form-to-request.json');
		expect(runs.map(({ error }) => error)).toEqual([undefined, undefined]);
		const came = runs.map((run) => cameAs(run, 'Create Request Once'));
		expect(came).toEqual([['created'], ['found']]);
		expect(counts()[1]).toBe(persons + 1);
		const log = '08:01 smoke\n08:02 still smoking\n\n';
		const message = ['It started this morning. The log is attached.', log];
		expect(newRequests()).toEqual([{ title: 'The printer smokes', messages: [message] }]);
		expect(runs[1].itemsOf('Next Node').map(({ json }) => json)).toMatchObject([
			{ Title: 'The printer smokes', CategoryName: 'Support', PersonName: 'Purchasing Assistant' },
		]);
	});

	it('mails-to-requests, of which a question and its answer become one request once', async () => {
		const runs = await runTwice('mails-to-requests.json');
		expect(runs.map(({ error }) => error)).toEqual([undefined, undefined]);
		expect(runs.map((run) => cameAs(run, 'Next Node'))).toEqual([
			['created', 'updated'],
			['found', 'found'],
		]);
		const question = 'The printer says that it has no ink. Its log is attached.';
		expect(newRequests()).toEqual([
			{ title: 'No ink', messages: [[question, '09:00 no ink\n'], ['It is the black one.']] },
		]);
	});

	it('signed-contract-to-sale, which a second run finds again', async () => {
		const { documents } = world.simulator.data;
		const before = documents.seeds.size;
		const runs = await runTwice('signed-contract-to-sale.json');
		expect(runs.map(({ error }) => error)).toEqual([undefined, undefined]);
		const came = runs.map((run) => cameAs(run, 'Next Node'));
		expect(came).toEqual([['created'], ['found']]);
		const [{ json }] = runs[0].itemsOf('Next Node');
		expect(json).toMatchObject({
			Header: 'Contract of sale S1',
			Name: 'contract.pdf',
			ContactName: 'Fjord Shipping AS',
			SaleName: 'Service Agreement',
		});
		expect(documents.seeds.size).toBe(before + 1);
		const file = world.simulator.data.files.get(Number(json.DocumentId));
		expect(file?.content?.toString()).toBe('%PDF-1.4\n');
	});

	it('zip-company-files, as often as it is run', async () => {
		for (const execution of await runTwice('zip-company-files.json')) {
			expect(execution.error).toBeUndefined();
			expect(execution.itemsOf('Not Downloaded')).toEqual([]);
			const [{ binary }] = execution.itemsOf('Next Node');
			expect(binary?.data.fileName).toBe('documents.zip');
			const zip = await world.client.bytesOf(binary?.data);
			const names = zip.toString('latin1').match(/document\d+\.docx/g) ?? [];
			expect([...new Set(names)]).toEqual(['document1.docx', 'document2.docx']);
		}
		expect(world.simulator.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
	});

	it('ai-agent-drafts-comments, whose model can write comments alone', async () => {
		const execution = await runExample('ai-agent-drafts-comments.json');
		expect(execution.error).toBeUndefined();
		const { parameters } = world.model.chats[0].tools?.[0].function ?? {};
		const names = Object.keys((parameters as { properties: object }).properties);
		expect(names.sort()).toEqual(Object.keys(COMMENT).sort());
		const messages = [...world.simulator.data.ticketMessages.seeds.values()];
		expect(messages.filter(({ ticketId }) => ticketId === 5).slice(1)).toMatchObject([
			{ body: COMMENT.comment, badge: 'Comment', slevel: 'Internal' },
		]);
		const { output } = execution.itemsOf('Next Node')[0].json;
		expect(output).toMatch(/^Done: .*Friday/s);
	});
});

describe('a failing item', () => {
	const sheet = 'sheet-rows-to-follow-ups.json';
	const withErrorSetting =
		(onError: WorkflowFile['nodes'][number]['onError']) => (file: WorkflowFile) => {
			const node = file.nodes.find(({ name }) => name === 'Create Follow-Up');
			Object.assign(node ?? {}, { onError });
		};

	it('stops the workflow, and names itself', async () => {
		const execution = await runExample(sheet, withErrorSetting('stopWorkflow'));
		expect(execution.status).toBe('error');
		expect(execution.error?.message).toBe(
			'Start (startDate): "next week" is not a possible date and time',
		);
		expect(execution.itemsOf('Created')).toEqual([]);
		// What was under way beside it ends; nothing behind it is begun.
		const before = ['Call about renewal', 'Send new price list'];
		for (const { Title } of sentBodies()) expect(before).toContain(Title);
	});

	it('comes out in its place with the regular output', async () => {
		const execution = await runExample(sheet, withErrorSetting('continueRegularOutput'));
		expect(execution.status).toBe('success');
		const out = execution.itemsOf('Created').map(({ json }) => json);
		expect(out.map(({ Title, error }) => Title ?? error)).toEqual([
			'Call about renewal',
			'Send new price list',
			'Start (startDate): "next week" is not a possible date and time',
			'Company (contact): no company is named "Fjord Shiping"',
		]);
	});

	it.each<[string, Scripted, RegExp, RegExp]>([
		['cut', { reset: true }, /^The connection was cut/, /may have been made anyway/],
		[
			'too late',
			{ delay: 3000, body: {} },
			/^SuperOffice did not answer in time/,
			/may have been made anyway/,
		],
		[
			'a redirect',
			{ status: 307, headers: { location: 'https://evil.example.com/x' }, body: '' },
			/redirects to another one: evil\.example\.com/,
			/Nothing was sent there/,
		],
		[
			'401',
			{ status: 401, body: {} },
			/^SuperOffice refused the login/,
			/Correct the user name or the password/,
		],
	])('whose connection is %s is sent once', async (_name, scripted, message, description) => {
		world.simulator.answerNext(scripted);
		const execution = await runExample('create-appointment.json', ({ nodes }) => {
			nodes[1].parameters = { title: 'Once', options: { timeout: 800 } };
		});
		expect(execution.error?.message).toMatch(message);
		expect(execution.error?.description).toMatch(description);
		expect(world.simulator.requests).toHaveLength(1);
	});
});

describe("n8n's HTTP Request node with this credential", () => {
	const request = (url: string): WorkflowFile => ({
		name: 'HTTP',
		nodes: [
			examples['create-appointment.json'].nodes[0],
			{
				id: '2',
				name: 'HTTP Request',
				type: 'n8n-nodes-base.httpRequest',
				typeVersion: 4.2,
				position: [220, 0],
				parameters: {
					url,
					authentication: 'predefinedCredentialType',
					nodeCredentialType: 'superOfficeApi',
					options: {},
				},
				credentials: { superOfficeApi: { id: 'x', name: 'x' } },
			},
		],
		connections: { Start: { main: [[{ node: 'HTTP Request', type: 'main', index: 0 }]] } },
	});
	const run = async (url: string) =>
		await world.client.run(await world.importExample(request(url)));

	it('signs in', async () => {
		const execution = await run(`${world.simulator.baseUrl}/api/v1/User/currentPrincipal`);
		expect(execution.itemsOf('HTTP Request')[0].json.FullName).toBe('Sales Manager');
	});

	it('sends no secret to another host', async () => {
		const elsewhere = await startSimulator();
		const execution = await run(`${elsewhere.baseUrl}/api/v1/User/currentPrincipal`);
		expect(JSON.stringify(execution.error)).toMatch(/secrets are not sent to/);
		expect(elsewhere.requests).toEqual([]);
		await elsewhere.close();
	});

	it('does not follow a redirect', async () => {
		const elsewhere = await startSimulator();
		const location = `${elsewhere.baseUrl}/api/v1/User/currentPrincipal`;
		world.simulator.answerNext({ status: 302, headers: { location }, body: '' });
		const execution = await run(`${world.simulator.baseUrl}/api/v1/User/currentPrincipal`);
		expect(execution.status).toBe('error');
		expect(elsewhere.requests).toEqual([]);
		await elsewhere.close();
	});
});

describe("the server's log", () => {
	it('gets nothing from the package while it runs', async () => {
		const before = serverLog().length;
		for (const name of ['create-appointment.json', 'sheet-rows-to-follow-ups.json']) {
			expect((await runExample(name)).status).toBe('success');
		}
		// n8n reports there what it cannot reach on the internet.
		const n8nsOwn = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|^\s+at |system task|strapi|^\s*$/i;
		const lines = serverLog().slice(before).split('\n');
		expect(lines.filter((line) => !n8nsOwn.test(line))).toEqual([]);
	});

	it('holds no secret, not even of failed logins', () => {
		const { password, accessToken, ticket, xsrfToken, sessionCookie, appToken } = LOGIN;
		const secrets = [password, accessToken, ticket, xsrfToken, sessionCookie, appToken];
		const log = serverLog();
		expect(log).toContain('Editor is now accessible');
		for (const secret of secrets) expect(log).not.toContain(secret);
	});
});
