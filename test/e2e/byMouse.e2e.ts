import { Form } from './form';
import { editor, useEditor, world } from './useEditor';

/** A credential that no other test has, so that a person can tell it from theirs. */
const credentialName = () => `SuperOffice at ${world.simulator.baseUrl}`;

useEditor();
beforeAll(async () => await world.client.createCredential(credentialName(), world.basic));

/** Searches in the list of nodes that is open. */
async function search(text: string): Promise<void> {
	const { page } = editor;
	const bar = page.getByTestId('node-creator-search-bar');
	await bar
		.or(page.getByPlaceholder(/Search/))
		.last()
		.fill(text);
}

/** Puts a trigger and the action onto an empty canvas; the action's form is open then. */
async function addNodes(): Promise<void> {
	const { page } = editor;
	await page.goto('/workflow/new');
	await page
		.getByTestId('canvas-add-button')
		.or(page.getByTestId('canvas-plus-button'))
		.first()
		.click();
	await page.getByText('Trigger manually', { exact: true }).first().click();
	await page.locator('[data-test-id="canvas-node"]').first().waitFor();
	await page.getByTestId('node-creator-plus-button').click();
	await search('superoffice');
	await page.getByText('SuperOffice', { exact: true }).first().click();
	await page.getByText('Create appointment', { exact: true }).last().click();
	await page.getByTestId('parameter-input-title').waitFor();
}

async function chooseCredential(): Promise<void> {
	const { page } = editor;
	await page.getByTestId('node-credentials-select').click();
	const entries = page.locator('[role="option"]:visible, [role="menuitem"]:visible');
	await entries.filter({ hasText: credentialName() }).first().click();
}

it('an appointment with all that a meeting has is created by mouse from an empty canvas', async () => {
	const { page } = editor;
	await addNodes();
	await chooseCredential();
	const form = new Form(editor, page.locator('body'));
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
