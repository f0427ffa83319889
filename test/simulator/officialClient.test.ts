import {
	AppointmentAgent,
	ContactRestApi,
	MDOAgent,
	TaskType,
	UserDefinedFieldInfoAgent,
	type FieldInfoMdoList,
	type WebApiOptions,
} from '@superoffice/webapi';

import { AUTHORIZATION, useService } from './service';

describe('the simulator serves the official client:', () => {
	const { simulator } = useService();

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

	it('UserDefinedFieldInfoAgent', async () => {
		const agent = new UserDefinedFieldInfoAgent(options({ languageCode: 'en' }));
		const fields = await agent.getCustomFieldInfoListAsync('appointment', false);
		expect(fields).toHaveLength(20);
		const list: FieldInfoMdoList = fields[6];
		expect(list).toMatchObject({ displayName: 'Format', mdoListName: 'udlist7' });
		expect(await agent.getCustomFieldInfoListAsync('contact', false)).toEqual([]);
	});
});
