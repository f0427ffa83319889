import { useService } from './engine/service';

describe("the simulator's appointments", () => {
	const { simulator, post } = useService();

	describe('are validated', () => {
		const valid = { CustomFields: { 'SuperOffice:8': 'A1' } };
		const StartDate = '2026-07-01T10:00:00Z';

		it.each([
			['with nothing to say', valid, {}],
			['without a start or an end', { ...valid, StartDate: '2036-01-01T00:00:00Z' }, {}],
			[
				'with an end before the start',
				{ ...valid, StartDate, EndDate: '2026-07-01T09:00:00Z' },
				{ EndDate: 'The end is before the start.' },
			],
			[
				'without a mandatory field',
				{ CustomFields: { 'SuperOffice:8': '' } },
				{ 'SuperOffice:8': 'Cost Center must be filled in.' },
			],
			[
				'with a title that is too long',
				{ ...valid, Title: 'x'.repeat(4001) },
				{ Title: 'The title is too long.' },
			],
			[
				'with a person of another company',
				{ ...valid, Contact: { ContactId: 1 }, Person: { PersonId: 20 } },
				{ Person: 'The person is not of the company.' },
			],
			[
				'with a person of the company',
				{ ...valid, Contact: { ContactId: 2 }, Person: { PersonId: 20 } },
				{},
			],
		])('%s', async (_name, entity, messages) => {
			expect((await post('Appointment/Validate', entity)).body).toEqual(messages);
			const agent = 'Agents/Appointment/ValidateAppointmentEntity';
			expect((await post(agent, { AppointmentEntity: entity })).body).toEqual(messages);
			expect(simulator().data.appointments.size).toBe(1);
		});

		it('in the language of the request', async () => {
			const norwegian = await post('Appointment/Validate', {}, { 'SO-Language': 'nb' });
			expect(norwegian.body).toEqual({ 'SuperOffice:8': 'Kostnadssted må fylles ut.' });
		});
	});

	describe('have defaults by type and owner', () => {
		const agent = 'Agents/Appointment/CreateDefaultAppointmentEntity';

		it.each([
			['Appointment', 'inDiary', 2, true, '00:15:00'],
			['ToDo', 'inChecklist', 3, false, '00:00:00'],
			['Phone', 'inDiary', 1, false, '00:00:00'],
		])('%s', async (type, Type, TaskListItemId, HasAlarm, AlarmLeadTime) => {
			const { body } = await post(`${agent}ByTypeAndAssociate`, { Type: type, AssociateId: 12 });
			expect(body).toMatchObject({
				AppointmentId: 0,
				Type,
				Task: { TaskListItemId },
				HasAlarm,
				AlarmLeadTime,
				Associate: { AssociateId: 12 },
				Participants: [{ AssociateId: 12 }],
			});
			expect(body).not.toHaveProperty('_Links');
			expect((await post(`${agent}ByType`, { Type: type })).body).toMatchObject({
				Type,
				Associate: { AssociateId: 1 },
			});
		});

		it.each([
			['ByType', { Type: 'Meeting' }],
			['ByType', { Type: 'toString' }],
			['ByType', {}],
			['ByTypeAndAssociate', { Type: 'ToDo', AssociateId: 9999 }],
			['ByTypeAndAssociate', { Type: 'ToDo' }],
		])('but not %s %j', async (name, body) => {
			expect((await post(agent + name, body)).status).toBe(400);
		});

		it('but a save of nothing sets no alarm', async () => {
			expect((await post('Appointment', {})).body).toMatchObject({
				HasAlarm: false,
				AlarmLeadTime: '00:00:00',
				Task: { Value: 'Meeting' },
			});
		});
	});
});
