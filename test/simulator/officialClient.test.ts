import {
	ActivityStatus,
	AppointmentAgent,
	AppointmentRestApi,
	ContactRestApi,
	MDOAgent,
	RecurrenceEndType,
	RecurrenceUpdateMode,
	TaskType,
	UserDefinedFieldInfoAgent,
	type FieldInfoMdoList,
	Weekday,
	type WebApiOptions,
	WebhookAgent,
	WebhookState,
} from '@superoffice/webapi';

import { useReceiver } from './webhooks/receiver';
import { AUTHORIZATION, useService } from './engine/service';

describe('the simulator serves the official client:', () => {
	const { simulator } = useService();
	const receiver = useReceiver();

	const options = (more: Partial<WebApiOptions> = {}) =>
		({
			baseUrl: `${simulator().baseUrl}/api`,
			axiosConfig: { headers: { Authorization: AUTHORIZATION } },
			...more,
		}) as WebApiOptions;

	it('AppointmentAgent', async () => {
		const agent = new AppointmentAgent(options());
		const blank = await agent.createDefaultAppointmentEntityAsync();
		expect(blank.hasAlarm).toBe(true);
		expect(blank.alarmLeadTime?.asMinutes()).toBe(15);
		const typed = await agent.createDefaultAppointmentEntityByTypeAsync(TaskType.ToDo);
		expect(typed.task?.taskListItemId).toBe(3);
		const owned = await agent.createDefaultAppointmentEntityByTypeAndAssociateAsync(
			TaskType.Phone,
			4,
		);
		expect(owned.associate?.fullName).toBe('Project Leader');
		const messages = await agent.validateAppointmentEntityAsync(owned);
		expect(messages).toEqual({ 'SuperOffice:8': 'Cost Center must be filled in.' });
	});

	const rest = () => new AppointmentRestApi(options({ timezone: 'UTC', timezoneInclude: true }));

	it('AppointmentRestApi, which replaces, patches and deletes', async () => {
		const entity = await rest().getByIdAsync(305);
		const put = await rest().putByIdAsync(305, {
			...entity,
			title: 'Put',
			contact: { contactId: 1 },
		});
		expect(put).toMatchObject({ title: 'Put', contact: { name: 'Fjord Shipping AS' } });
		// The client keeps its enum of the operations to itself.
		const operations = [
			{ op: 'test', path: '/Title', value: 'Put' },
			{ op: 'replace', path: '/Title', value: 'Patched' },
		];
		const patched = await rest().patchByIdAsync(305, operations as never);
		expect(patched).toMatchObject({ title: 'Patched', contact: { contactId: 1 } });
		const merged = await rest().patchByIdAsync(305, { contact: { contactId: 5 } });
		expect(merged).toMatchObject({ title: 'Patched', contact: { contactId: 5 } });
		const ifModifiedSince = new Date();
		expect(await rest().getByIdAsync(305, { ifModifiedSince })).toBeNull();
		const ifUnmodifiedSince = new Date('2020-01-01T00:00:00Z');
		await expect(rest().deleteByIdAsync(305, { ifUnmodifiedSince })).rejects.toMatchObject({
			response: { status: 412 },
		});
		await rest().deleteByIdAsync(305);
		expect(simulator().data.appointments.size).toBe(0);
	});

	describe('AppointmentAgent, which', () => {
		const agent = () => new AppointmentAgent(options({ timezone: 'UTC', timezoneInclude: true }));
		const { OnlyThis, ThisAndForward } = RecurrenceUpdateMode;
		const startDate = new Date('2026-09-07T08:00:00Z');
		const series = async () => {
			const blank = await agent().createDefaultAppointmentEntityAsync();
			const endDate = new Date('2026-09-07T09:00:00Z');
			const recurrence = await agent().createDefaultRecurrenceByDateAsync(startDate);
			return {
				...{ ...blank, startDate, endDate },
				recurrence: {
					...recurrence,
					isRecurrence: true,
					weekPattern: { weekdays: Weekday.Tuesday | Weekday.Thursday, cycle: 1 },
					recurrenceEndType: RecurrenceEndType.Counter,
					recurrenceCounter: 3,
				},
			};
		};

		it('calculates, saves, moves and deletes series', async () => {
			const entity = await series();
			const recurrence = await agent().calculateDaysAsync(entity);
			expect(recurrence.dates?.map(({ date }) => date?.getUTCDate())).toEqual([8, 10, 15]);
			const dates = await agent().validateDaysAsync(entity, [startDate]);
			expect(dates).toMatchObject([{ isConflict: false }]);
			const saved = await agent().saveAppointmentEntityAsync({ ...entity, recurrence });
			expect(saved.startDate).toEqual(new Date('2026-09-08T08:00:00Z'));
			const rule = saved.recurrence?.recurrenceId ?? 0;
			const rows = await agent().getAppointmentRecordsAsync(0, rule);
			expect(rows.map(({ appointmentId }) => appointmentId)).toEqual([306, 307, 308]);
			const renamed = { ...(await agent().getAppointmentEntityAsync(307)), title: 'New' };
			await agent().saveAsync(renamed, ThisAndForward, false, {}, {});
			expect(simulator().data.appointments.get(308)?.Title).toBe('New');
			const newStart = new Date('2026-09-10T10:00:00Z');
			const moved = await agent().moveAsync(307, newStart, OnlyThis);
			expect(moved.endDate).toEqual(new Date('2026-09-10T11:00:00Z'));
			await agent().deleteAsync(307, ThisAndForward, false, {}, {});
			expect(simulator().data.appointments.size).toBe(2);
			await agent().deleteAppointmentEntityAsync(306);
			expect(await agent().getAppointmentEntityAsync(306)).toBeNull();
		});

		it('invites, answers and assigns', async () => {
			await agent().saveAppointmentEntityAsync({
				participants: [{ associateId: 1 }, { associateId: 4 }],
			});
			await agent().setSeenAsync(307, OnlyThis);
			await agent().acceptAsync(307, OnlyThis);
			await agent().rejectAsync(307, 'Away', OnlyThis);
			const left = await agent().acceptRejectedAsync(307, OnlyThis);
			expect(left.participants).toHaveLength(1);
			const assigned = await agent().assignToAsync(305, { associateId: 4 }, OnlyThis);
			expect(assigned.associate?.fullName).toBe('Project Leader');
		});

		it('sets states, finds time and reserves meetings', async () => {
			await agent().setActivityStatusAsync(['appointment_id=305'], ActivityStatus.Completed);
			expect(simulator().data.appointments.get(305)?.Completed).toBe('Completed');
			const end = new Date('2026-09-07T09:00:00Z');
			const [free] = await agent().getNextAvailableTimeAsync([1], startDate, end, 1, false);
			expect(free.availableTimeStart).toEqual(startDate);
			const meeting = await agent().createVideoMeetingReservationAsync();
			await agent().deleteVideoMeetingReservationAsync(meeting.videoMeetingId ?? '');
			expect((await agent().getVideoMeetingConnectedStateAsync()).isConnected).toBe(true);
		});
	});

	it('MDOAgent', async () => {
		const agent = new MDOAgent(options({ languageCode: 'nb' }));
		const [heading] = await agent.getListAsync('task', false, '', false);
		expect(heading).toMatchObject({ id: 1, name: 'Møter' });
		expect(heading.childItems?.map(({ name }) => name)).toEqual(['Møte', 'Lunsj']);
		expect(await agent.getListAsync('task', true, '', false)).toHaveLength(6);
		const found = await agent.getListWithRestrictionAsync('contact_new', '', 'tromsø');
		expect(found).toMatchObject([{ id: 17, name: 'Nordlys Handel, Tromsø' }]);
		const selectable = await agent.getSelectableListAsync('priority', true, '', false);
		expect(selectable.filter(({ hidden }) => hidden)).toMatchObject([{ id: 5, name: 'Styret' }]);
		expect(await agent.getListNamesAsync()).toContain('udlist7');
	});

	it('ContactRestApi, which reads companies by number', async () => {
		const contact = await new ContactRestApi(options()).getByIdAsync(15);
		expect(contact).toMatchObject({
			name: 'Nordlys Handel',
			department: 'Oslo',
			persons: [{ fullName: 'Buyer 00015' }, { fullName: 'Engineer 00015' }],
			category: { value: 'Customer' },
		});
		const missing = new ContactRestApi(options()).getByIdAsync(999);
		await expect(missing).rejects.toMatchObject({ response: { status: 404 } });
	});

	it('WebhookAgent, which saves, finds, tests and deletes', async () => {
		const agent = new WebhookAgent(options({ timezone: 'UTC', timezoneInclude: true }));
		const registered = new Date('2026-09-07T08:00:00Z');
		simulator().data.now = () => registered.getTime();
		const blank = await agent.createDefaultWebhookAsync();
		expect(blank).toMatchObject({ webhookId: 0, name: null, state: 'Active', type: 'webhook' });
		const targetUrl = receiver().url;
		const named = { ...blank, name: 'My hook', events: ['activity.changed', 'foo.bar'] };
		const saved = await agent.saveWebhookAsync({ ...named, targetUrl, secret: 'secret' });
		expect(saved).toMatchObject({
			webhookId: 1,
			targetUrl,
			registeredAssociate: { associateId: 1 },
		});
		expect(saved.registered).toEqual(registered);
		const again = await agent.saveWebhookAsync({ ...saved, name: 'Other' });
		expect(await agent.getWebhookAsync(1)).toEqual(again);
		expect(await agent.getAllWebhooksAsync('Other', 'foo.bar', WebhookState.Active)).toEqual([
			again,
		]);
		expect(await agent.getAllWebhooksAsync('My hook', '', WebhookState.Unknown)).toEqual([]);
		expect(await agent.testWebhookAsync(saved)).toMatchObject({ success: true });
		await agent.signalEventAsync('foo.bar', 7, {});
		await simulator().webhooks.idle();
		expect(receiver().calls).toMatchObject([{ json: { Event: 'foo.bar', WebhookName: 'Other' } }]);
		expect(await agent.getLastErrorAsync(1)).toBe('');
		const insecure = agent.saveWebhookAsync({ ...saved, targetUrl: 'http://www.example.com' });
		await expect(insecure).rejects.toMatchObject({
			response: { status: 400, data: { ErrorType: 'ArgumentException' } },
		});
		await agent.deleteWebhookAsync(1);
		expect(await agent.getWebhookAsync(1)).toBeNull();
	});

	it('UserDefinedFieldInfoAgent', async () => {
		const agent = new UserDefinedFieldInfoAgent(options({ languageCode: 'en' }));
		const fields = await agent.getCustomFieldInfoListAsync('appointment', false);
		expect(fields).toHaveLength(20);
		const list: FieldInfoMdoList = fields[6];
		expect(list).toMatchObject({ displayName: 'Format', mdoListName: 'udlist7' });
		expect(await agent.getCustomFieldInfoListAsync('contact', false)).toHaveLength(5);
		expect(await agent.getCustomFieldInfoListAsync('relation', false)).toEqual([]);
	});
});
