import type { IDataObject } from 'n8n-workflow';
import omit from 'lodash/omit';

import type { Carrier } from '../../../../simulator/tenant/carriers';
import { byId } from '../../../../support';
import { FOUR, MONDAY, MONDAYS, useLife } from '../../../life';

type Body = Record<string, unknown>;

/** Output of the node that is mapped automatically, with parts missing, answers since, and edits. */
describe('what the node puts out, mapped automatically', () => {
	const { simulator, saved, at, out, refusal } = useLife();
	const AUTO = { specifyBody: 'autoMap' };
	const SIMPLE = { output: 'simplified' };
	const ORDINARY = {
		...MONDAY,
		Title: 'Ordinary',
		Contact: { ContactId: 1 },
		Person: { PersonId: 10 },
		Task: { TaskListItemId: 2 },
		Priority: { Id: 2 },
	};
	const selected = (select: string) => ({ output: 'selected', select: `=${select}` });
	/** What SuperOffice sets with each save. */
	const SET = ['UpdatedBy', 'UpdatedDate'];
	const record = (id: number) => structuredClone(at(id) ?? {});
	const put = (id: number, changes: object) =>
		simulator().data.appointments.set(id, { ...record(id), ...changes } as Carrier);
	const bodies = (method: string) =>
		simulator()
			.requests.filter((one) => one.method === method && /\/Appointment(\/\d+)?$/.test(one.path))
			.map(({ body }) => JSON.parse(body) as Body);

	async function itemOf(id: number, output: object = {}, timezone = 'Europe/Oslo') {
		const [item] = await out('get', { appointmentId: byId(id), ...output }, { timezone });
		return item as IDataObject;
	}

	async function rowOf(id: number, output: object = {}): Promise<IDataObject> {
		const parameters = { rawFilter: `appointmentId = ${id}`, ...output };
		const [row] = await out('getAll', parameters);
		return row as IDataObject;
	}

	const updating = (id: number, more: object = {}) => ({
		...AUTO,
		appointmentId: byId(id),
		...more,
	});
	const update = async (id: number, item: Body, more: object = {}, timezone = 'Europe/Oslo') =>
		await out('update', updating(id, more), { items: [item as IDataObject], timezone });
	const refused = async (id: number, item: Body, more: object = {}) =>
		await refusal('update', updating(id, more), { items: [item as IDataObject] });

	async function copyOf(item: Body, timezone = 'Europe/Oslo'): Promise<number> {
		const [copy] = await out('create', AUTO, { items: [item as IDataObject], timezone });
		return Number(copy.AppointmentId);
	}

	const who = (id: number) =>
		(record(id).Participants as Body[]).map((one) => [
			one.AssociateId,
			one.PersonId,
			one.EmailAddress,
		]);

	describe('of which only a part was selected', () => {
		it.each([
			['Recurrence/Pattern', /Recurrence \(Recurrence\): .* without IsRecurrence, StartDate/],
			['Recurrence/Pattern,Recurrence/StartDate', /Recurrence .* without IsRecurrence/],
			['Links/Id', /Links \(Links\): .* without EntityName/],
			['Links/Description', /Links \(Links\): .* without EntityName/],
			['VisibleFor/DisplayValue', /Visible For \(VisibleFor\): .* without Visibility/],
			['VisibleFor/VisibleId', /Visible For \(VisibleFor\): .* without Visibility/],
		])('is refused where it might become something else: %s', async (select, message) => {
			const Links = [{ EntityName: 'sale', Id: 2, Description: 'Offer' }];
			const id = await saved({ ...ORDINARY, Links });
			const before = record(id);
			const item = await itemOf(id, selected(`AppointmentId,${select}`));
			const refusalOf = await refused(id, item);
			expect(refusalOf.message).toMatch(message);
			expect(record(id)).toEqual(before);
			expect((await refusal('create', AUTO, { items: [item] })).message).toMatch(message);
		});

		it('has to have a whole rule of a series, too', async () => {
			const id = await saved(MONDAYS);
			const parts = [
				'IsRecurrence',
				'Pattern',
				'StartDate',
				'RecurrenceEndType',
				'RecurrenceCounter',
			];
			const paths = [...parts, 'WeekPattern/Weekdays'].map((part) => `Recurrence/${part}`);
			const item = await itemOf(id, selected(`AppointmentId,${paths.join(',')}`));
			expect((await refused(id, item)).message).toMatch(/without WeekPattern\/Cycle$/);
		});

		it('needs of listed dates no more than these', async () => {
			const Dates = ['2026-09-07', '2026-09-30'].map((day) => ({ Date: `${day}T00:00:00` }));
			const Recurrence = { IsRecurrence: true, Pattern: 'Custom', Dates };
			const id = await saved({ ...MONDAY, Recurrence });
			const paths = 'AppointmentId,Recurrence/IsRecurrence,Recurrence/Pattern';
			const before = record(id);
			await update(id, await itemOf(id, selected(`${paths},Recurrence/Dates`)));
			expect(omit(record(id), SET)).toEqual(omit(before, SET));
			const item = await itemOf(id, selected(paths));
			expect((await refused(id, item)).message).toMatch(/without Dates$/);
		});

		it.each([
			['AssociateId'],
			['PersonId'],
			['SendEmail'],
			['EmailAddress'],
			['AssociateId,Participants/ContactId'],
		])('keeps who takes part: Participants/%s', async (columns) => {
			const Participants = [...FOUR, { EmailAddress: 'guest@example.com' }];
			const id = await saved({ ...ORDINARY, Participants });
			const before = record(id);
			const item = await itemOf(id, selected(`AppointmentId,Participants/${columns}`));
			await update(id, item);
			expect(omit(record(id), SET)).toEqual(omit(before, SET));
			const message = /Participants .*: a participant has no AssociateId/;
			put(id, { Participants: (before.Participants as Body[]).slice(1) });
			expect((await refused(id, item)).message).toMatch(message);
			expect((await refusal('create', AUTO, { items: [item] })).message).toMatch(message);
		});

		it('turns no alarm on', async () => {
			for (const HasAlarm of [true, false]) {
				const id = await saved({ ...ORDINARY, HasAlarm, AlarmLeadTime: '00:15:00' });
				const item = await itemOf(id, selected('AppointmentId,AlarmLeadTime'));
				await update(id, item);
				expect(record(id)).toMatchObject({ HasAlarm, AlarmLeadTime: '00:15:00' });
				await update(id, { ...item, AlarmLeadTime: 30 });
				expect(record(id)).toMatchObject({ HasAlarm: true, AlarmLeadTime: '00:30:00' });
			}
		});

		it('starts a copy of a series on its day, in any zone', async () => {
			const zone = 'America/Los_Angeles';
			const id = await saved({
				...MONDAYS,
				StartDate: '2026-09-07T22:30:00Z',
				EndDate: '2026-09-07T23:00:00Z',
				Recurrence: {
					...MONDAYS.Recurrence,
					StartDate: '2026-09-08T00:00:00',
					WeekPattern: { Cycle: 1, Weekdays: 'Tuesday' },
				},
			});
			const parts = [
				'IsRecurrence',
				'Pattern',
				'StartDate',
				'RecurrenceEndType',
				'RecurrenceCounter',
			];
			const rule = [...parts, 'WeekPattern'].map((part) => `Recurrence/${part}`).join(',');
			for (const more of ['', 'AppointmentId,']) {
				const item = await itemOf(id, selected(`${more}StartDate,EndDate,${rule}`), zone);
				expect(record(await copyOf(item, zone)).StartDate).toBe(record(id).StartDate);
			}
		});

		it('leaves out custom fields that cannot be written', async () => {
			const id = await saved({ ...ORDINARY, CustomFields: { 'SuperOffice:1': 'A-1' } });
			const item = await itemOf(id, selected('Title,CustomFields'));
			await copyOf(item);
			const [body] = bodies('POST');
			expect(body.CustomFields).toMatchObject({ 'SuperOffice:1': 'A-1' });
			for (const key of ['x_score', 'x_blob', 'x_file', 'x_link']) {
				expect(body.CustomFields).not.toHaveProperty(key);
			}
			// Who names one of them means it.
			const mine = { items: [{ Title: 'Mine', CustomFields: { x_score: 5 } }] };
			expect((await refusal('create', AUTO, mine)).message).toMatch(/"x_score" is read-only/);
		});
	});

	describe('keeps answers', () => {
		/** A booking by somebody else, and the row that invites the user of the credential. */
		const invitation = async () =>
			(await saved({ ...MONDAY, Participants: [FOUR[1], FOUR[0]] })) + 1;
		const withoutAddresses = (item: Body) => ({
			...item,
			Participants: (item.Participants as Body[]).map((one) =>
				omit(one, 'EmailAddress', 'Description', 'ExternallyOwnedType', 'ExternallyOwnedStatus'),
			),
		});

		it.each([
			['raw', {}],
			['simplified', SIMPLE],
			['selected', selected('AppointmentId,Title,Type,InvitationStatus,BookingType,Participants')],
		])('that the invited gave since: %s', async (_name, output) => {
			const id = await invitation();
			const item = await itemOf(id, output);
			expect(item).toMatchObject({ Type: 'BookingForDiary' });
			await out('accept', { appointmentId: byId(id) });
			const { Participants } = record(id);
			const later = { ...item, Title: 'Later' };
			await update(id, 'Participants' in item ? withoutAddresses(later) : later);
			const accepted = { Type: 'inDiary', InvitationStatus: 'Accepted', Participants };
			expect(record(id)).toMatchObject({ Title: 'Later', ...accepted });
		});

		it('unless somebody sets them beside it', async () => {
			const id = await invitation();
			const item = { ...(await itemOf(id)), type: 'inChecklist', rejectReason: 'On holiday' };
			await update(id, item);
			expect(record(id)).toMatchObject({ Type: 'inChecklist', RejectReason: 'On holiday' });
		});

		it.each([['AppointmentId,'], ['']])(
			'to itself, and a copy invites anew: %sParticipants',
			async (more) => {
				const id = await invitation();
				await out('accept', { appointmentId: byId(id) });
				const item = await itemOf(id - 1, selected(`${more}Title,StartDate,EndDate,Participants`));
				expect(JSON.stringify(item.Participants)).toContain('Accepted');
				simulator().requests.splice(0);
				await copyOf(withoutAddresses(item));
				expect(JSON.stringify(bodies('POST'))).not.toContain('InvitationStatus');
			},
		);

		it('out of default entities, while what somebody writes counts', async () => {
			const [defaults] = await out('getDefaults', { type: 'inDiary' });
			await copyOf(defaults);
			expect(JSON.stringify(bodies('POST')[0].Participants)).not.toContain('Status');
			const mine = [{ AssociateId: 1, InvitationStatus: 'Accepted' }];
			await copyOf({ Title: 'Mine', Participants: mine });
			expect(bodies('POST')[1].Participants).toEqual(mine);
		});
	});

	describe('takes what is set beside it', () => {
		it.each<[string, object, object, object]>([
			['a number', {}, { contact: 3, Person: 31 }, { Contact: { ContactId: 3 } }],
			['a task', {}, { task: 4 }, { Task: { TaskListItemId: 4 } }],
			['a name', {}, { priority: 'High' }, { Priority: { Id: 3 } }],
			['a text', {}, { title: 'Mine', TITLE: '' }, { Title: 'Mine' }],
			['a number of its own name', {}, { ContactId: 3, person: 31 }, { Contact: { ContactId: 3 } }],
			[
				'a record',
				SIMPLE,
				{ Contact: { ContactId: 3 }, Person: 31 },
				{ Contact: { ContactId: 3 } },
			],
			['another number', SIMPLE, { contactId: 3, personId: 31 }, { Contact: { ContactId: 3 } }],
			['a number beside it', SIMPLE, { task: 4 }, { Task: { TaskListItemId: 4 } }],
		])('%s', async (_name, output, beside, expected) => {
			const id = await saved(ORDINARY);
			const item = await itemOf(id, output);
			for (const edited of [
				{ ...item, ...beside },
				{ ...beside, ...item },
			]) {
				const before = record(id);
				await update(id, edited);
				expect(record(id)).toMatchObject(expected);
				put(id, before);
			}
		});

		it('and names both where it cannot tell which', async () => {
			const id = await saved(ORDINARY);
			const item = await itemOf(id, selected('AppointmentId,Contact/ContactId'));
			expect((await refused(id, { ...item, ContactId: 3 })).message).toMatch(
				/Company \(Contact\): the item also has "ContactId", which has a different value$/,
			);
			await update(id, { ...item, ContactId: 1 });
			const fields = { ...(await itemOf(id)), customFields: { 'SuperOffice:1': 'A' } };
			expect((await refused(id, fields)).message).toMatch(/\(CustomFields\): .*"customFields"$/);
		});

		it.each<[string, object, object]>([
			['Task by name', { Task: 'Lunch' }, { Task: { TaskListItemId: 4 } }],
			['Task by number', { Task: 4 }, { Task: { TaskListItemId: 4 } }],
			['Priority', { Priority: 3 }, { Priority: { Id: 3 } }],
			['Contact', { Contact: 'Nordlys Energi AS', Person: 31 }, { Contact: { ContactId: 3 } }],
			[
				'Contact by record',
				{ Contact: { ContactId: 3 }, person: 31 },
				{ Contact: { ContactId: 3 } },
			],
			['Title', { Title: 'Mine' }, { Title: 'Mine' }],
			['title', { title: 'Mine' }, { Title: 'Mine' }],
			[
				'times',
				{ StartDate: '2026-09-07T09:00:00Z', EndDate: '2026-09-07T10:00:00Z' },
				{ StartDate: '2026-09-07T09:00:00Z', EndDate: '2026-09-07T10:00:00Z' },
			],
			['Completed', { Completed: 'Started' }, { Completed: 'Started' }],
			['HasAlarm', { HasAlarm: true }, { HasAlarm: true }],
		])('a row of Get Many: %s', async (_name, beside, expected) => {
			const id = await saved(ORDINARY);
			for (const row of [await rowOf(id), await rowOf(id, SIMPLE)]) {
				for (const edited of [
					{ ...row, ...beside, AppointmentId: id },
					{ AppointmentId: id, ...omit(row, Object.keys(beside)), ...beside },
				]) {
					const before = record(id);
					await update(id, edited);
					expect(record(id)).toMatchObject(expected);
					put(id, before);
				}
			}
		});

		it('and does not overlook a name that nothing has', async () => {
			const id = await saved(ORDINARY);
			const row = await rowOf(id);
			expect((await refused(id, { ...row, Task: 'No such task' })).message).toMatch(
				/Task \(Task\): no .* is named "No such task"$/,
			);
		});

		it('and what is cleared', async () => {
			const id = await saved({ ...ORDINARY, Agenda: 'Points' });
			for (const output of [{}, SIMPLE]) {
				await update(id, await itemOf(id, output), { clear: ['agenda', 'priority'] });
				expect(record(id)).toMatchObject({ Title: 'Ordinary', Agenda: '', Priority: null });
			}
			const mine = { Title: 'Mine', Agenda: 'Mine' };
			expect((await refused(id, mine, { clear: ['agenda'] })).message).toMatch(/set and cleared/);
		});
	});

	describe('leaves as it is what the record has', () => {
		const PEOPLE = [
			{ AssociateId: 1 },
			{ PersonId: 50, EmailId: 1 },
			{ PersonId: 50, EmailId: 2 },
			{ EmailAddress: 'g@x.no' },
			{ EmailAddress: 'G@x.no' },
			{ EmailAddress: 'a@x.no, b@x.no' },
			{ EmailAddress: 'anna@intranet' },
			{ EmailAddress: 'nobody' },
		];

		it('participants', async () => {
			const id = await saved({ ...ORDINARY, Participants: PEOPLE });
			const before = record(id);
			const item = await itemOf(id);
			await update(id, { ...item, Title: 'Later' });
			expect(record(id).Participants).toEqual(before.Participants);
			const more = { emailAddress: 'new@x.no, G@X.no' };
			await update(id, { ...item, Participants: [...(item.Participants as Body[]), more] });
			const { Participants } = record(id) as { Participants: Body[] };
			expect(Participants.slice(0, PEOPLE.length)).toEqual(before.Participants);
			expect(Participants.slice(PEOPLE.length)).toMatchObject([{ EmailAddress: 'new@x.no' }]);
			expect(who(await copyOf(item))).toEqual(who(id).slice(0, PEOPLE.length));
		});

		it('and columns that are new', async () => {
			const id = await saved({
				...ORDINARY,
				Participants: FOUR,
				Links: [{ EntityName: 'sale', Id: 2 }],
			});
			const before = record(id);
			const item = await itemOf(id);
			const extended = (list: string) =>
				(item[list] as Body[]).map((one) => ({ ...one, NewColumn: 'A' }));
			const newer = { ...item, Participants: extended('Participants'), Links: extended('Links') };
			await update(id, newer);
			expect(record(id).Participants).toEqual(before.Participants);
			expect((await refused(id, { ...newer, NewProperty: 1 })).message).toMatch(/: NewProperty$/);
			await update(id, { ...newer, NewProperty: 1 }, { ignoreUnknownFields: true });
			const misspelt = [...(item.Participants as Body[]), { personID: 20, sendMail: true }];
			const written = { ...item, Participants: misspelt };
			expect((await refused(id, written)).message).toMatch(/"sendMail"/);
			await update(id, written, { ignoreUnknownFields: true });
			expect(record(id).Participants).toHaveLength(FOUR.length + 1);
		});

		it.each([
			[4, 'deleted'],
			[5, 'hidden'],
		])('entry %i, which is %s, of a custom field', async (entry) => {
			const CustomFields = { 'SuperOffice:7': `[I:${entry}]` };
			const id = await saved({ ...ORDINARY, CustomFields });
			const fieldsOf = (one: number) => record(one).CustomFields as Body;
			const field = selected('AppointmentId,Title,CustomFields/SuperOffice:7');
			for (const item of [await itemOf(id, SIMPLE), await rowOf(id, field)]) {
				await update(id, { ...item, Title: 'Later' });
				expect(record(id).Title).toBe('Later');
				expect(fieldsOf(id)).toMatchObject(CustomFields);
				expect(fieldsOf(await copyOf(item))).toMatchObject(CustomFields);
			}
			const other = { ...(await itemOf(id, SIMPLE)), CustomFields: { Format: 'Fax' } };
			expect((await refused(id, other)).message).toMatch(/"Fax" is not in its list$/);
		});

		it.each([[5], [7]])('task %i, which is not to be chosen any more', async (task) => {
			const id = await saved({ ...ORDINARY, Task: { TaskListItemId: task } });
			const row = await rowOf(id, selected('AppointmentId,Task'));
			expect(Object.keys(row)).toEqual(['AppointmentId', 'Task']);
			await update(id, row);
			expect(record(id)).toMatchObject({ Task: { TaskListItemId: task } });
		});
	});

	it('and no rule again that was moved to the tenant’s zone', async () => {
		const zone = { timezone: 'Australia/Sydney' };
		const times = { startDate: '2026-11-02T06:00:00', endDate: '2026-11-02T07:00:00' };
		const rule = { pattern: 'Weekly', weekdays: ['Monday'], recurrenceCounter: 3 };
		const given = { ...times, recurrence: { rule } };
		const [{ AppointmentId }] = await out('create', given, zone);
		const id = Number(AppointmentId);
		expect(record(id).Recurrence).toMatchObject({ WeekPattern: { Weekdays: 'Sunday' } });
		for (const operation of ['update', 'upsert']) {
			simulator().requests.splice(0);
			await out(operation, { ...given, title: operation, appointmentId: byId(id) }, zone);
			expect(bodies('PATCH')).toHaveLength(1);
			expect(bodies('PATCH')[0]).not.toHaveProperty('Recurrence');
		}
		const sundays = { recurrence: { rule: { ...rule, weekdays: ['Sunday'] } } };
		await out('update', { ...sundays, appointmentId: byId(id) }, zone);
		expect(bodies('PATCH')[1].Recurrence).toMatchObject({ WeekPattern: { Weekdays: 'Saturday' } });
	});
});
