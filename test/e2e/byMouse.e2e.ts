import { startWorkflow, useCredential } from './canvas';
import { wholeForm } from './step';
import { editor, useEditor, world } from './useEditor';

useEditor();
useCredential();

it('an appointment with all that a meeting has is created by mouse from an empty canvas', async () => {
	const { page } = editor;
	await startWorkflow('Create appointment');
	const form = wholeForm();
	await form.fill('title', 'Made by mouse');
	await form.fill('startDate', '2026-12-02 10:00:00');
	await form.fill('endDate', '2026-12-02 11:00:00');
	await form.pick('contact', 'shipping', 'Fjord Shipping AS');
	await form.pick('person', 'technical', 'Technical Contact');
	const more = form.part('Additional Fields');
	for (const field of ['Alarm (Minutes Before Start)', 'Project'])
		await more.addOption('Add Field', field);
	await more.fill('alarmLeadTime', '15');
	const people = form.rows('participants');
	await people.addRow('Add Participant');
	await people.pick('associateId', 'account', 'Account Manager');
	await form.rows('recurrence').addRow('Add Rule');
	await page.getByTestId('add-fields-select').click();
	// A menu in n8n 2, a dropdown in n8n 1.
	const fields = page.locator('[role="menuitem"]:visible, [role="option"]:visible');
	await fields.filter({ hasText: 'Cost Center' }).first().click();
	const mapper = page.getByTestId('mapping-fields-container');
	const cost = mapper.locator('.parameter-item').filter({ hasText: 'Cost Center' });
	await cost.locator('input').first().fill('4711');
	await page.getByTestId('node-execute-button').first().click();
	await page.getByText('AppointmentId').first().waitFor();
	const saves = world.simulator.requests.filter(({ method }) => method === 'POST');
	expect(saves.map(({ body }) => JSON.parse(body) as unknown)).toEqual([
		{
			Title: 'Made by mouse',
			StartDate: '2026-12-02T09:00:00Z',
			EndDate: '2026-12-02T10:00:00Z',
			AlarmLeadTime: '00:15:00',
			HasAlarm: true,
			Contact: { ContactId: 1 },
			Person: { PersonId: 11 },
			Participants: [{ AssociateId: 2 }],
			Recurrence: {
				IsRecurrence: true,
				Pattern: 'Weekly',
				WeekPattern: { Weekdays: 'Wednesday', Cycle: 1 },
				StartDate: '2026-12-02T00:00:00',
				RecurrenceEndType: 'Counter',
				RecurrenceCounter: 10,
			},
			CustomFields: { 'SuperOffice:8': '4711' },
		},
	]);
});
