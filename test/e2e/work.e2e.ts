import { DateTime } from 'luxon';

import { addNext, mapField, startWorkflow, useCredential } from './canvas';
import { execute, openOperation, outputTable, wholeForm, writes } from './step';
import { editor, useEditor, world } from './useEditor';

useEditor();
useCredential();

const OSLO = 'Europe/Oslo';

/** Midnight of a day in the tenant's zone, as SuperOffice gets it. */
const midnight = (day: string) =>
	DateTime.fromISO(day, { zone: OSLO }).toUTC().toISO({ suppressMilliseconds: true });

it('a sale is made by mouse from an empty canvas, and marked as sold by the node behind it', async () => {
	await startWorkflow('Create sale');
	const form = wholeForm();
	await form.fill('heading', 'Made by Mouse');
	await form.pick('contact', 'shipping', 'Fjord Shipping AS');
	// Of the company alone.
	expect(await form.offered('person')).toEqual([
		'Purchasing Manager (Fjord Shipping AS)',
		'Technical Contact (Fjord Shipping AS)',
	]);
	await form.pick('person', 'tech', 'Technical Contact');
	await form.fill('amount', '1250,50');
	await form.pick('currency', 'eur', 'EUR');
	expect(await form.offered('rating')).toEqual([
		'Lead (10%)',
		'First Meeting (20%)',
		'Proposal (50%)',
		'Negotiation (80%)',
		'Verbal Acceptance (90%)',
	]);
	await form.pick('rating', 'prop', 'Proposal (50%)');
	const day = await form.pickDay('saledate', 15);
	expect(day).toMatch(/^\d{4}-\d\d-15$/);
	await form.pick('saleType', 'serv', 'Service');
	await execute('SaleId');
	expect(writes()).toEqual([
		[
			'POST /api/v1/Sale',
			{
				Heading: 'Made by Mouse',
				Contact: { ContactId: 1 },
				Person: { PersonId: 11 },
				Amount: 1250.5,
				Currency: { Id: 2 },
				Rating: { Id: 3 },
				Saledate: midnight(day),
				SaleType: { Id: 2 },
			},
		],
	]);
	const [row] = await outputTable();
	expect(row).toMatchObject({
		Heading: 'Made by Mouse',
		ContactName: 'Fjord Shipping AS',
		PersonName: 'Technical Contact',
		Amount: '1250.5',
		CurrencyName: 'EUR',
		RatingName: 'Proposal',
		Saledate: day,
		Status: 'Open',
	});

	world.simulator.requests.splice(0);
	await addNext('Create sale', 'Mark sale as sold');
	const next = wholeForm();
	await next.pick('reason', 'perf', 'Performance');
	await mapField('SaleId', 'saleId');
	await next.input('saleId').getByText('{{ $json.SaleId }}').waitFor();
	await execute('SaleId');
	const id = Number(row.SaleId);
	expect(writes()).toEqual([
		['POST /api/v1/Agents/Sale/SetAsSoldWithReason', { SaleIds: [id], ReasonId: 2 }],
		[`PATCH /api/v1/Sale/${id}`, { Completed: 'Completed' }],
	]);
	expect(await outputTable()).toMatchObject([{ SaleId: row.SaleId, Status: 'Sold' }]);
});

it('a project is created by mouse', async () => {
	const form = await openOperation('project', 'create');
	await form.fill('name', 'Customer Day');
	await form.pick('projectType', 'mark', 'Marketing');
	await form.pick('projectStatus', 'plan', 'Planned');
	await form.pick('associate', 'account', 'Account Manager');
	const day = await form.pickDay('endDate', 20);
	await execute('ProjectId');
	const project = {
		Name: 'Customer Day',
		ProjectType: { Id: 1 },
		ProjectStatus: { Id: 2 },
		Associate: { AssociateId: 2 },
		EndDate: midnight(day),
	};
	expect(writes()).toEqual([['POST /api/v1/Project', project]]);
	expect(await outputTable()).toMatchObject([
		{ Name: 'Customer Day', ProjectTypeName: 'Marketing', EndDate: day, Completed: 'false' },
	]);
});

it('members are added by lists and by email address, and a row that was left alone is refused', async () => {
	const form = await openOperation('project', 'addMembers');
	await form.pick('projectId', 'spring', 'Spring Fair');
	const rows = form.rows('members');
	await rows.addRow('Add Member');
	await rows.pick('contactId', 'shipping', 'Fjord Shipping AS');
	expect(await rows.offered('personId')).toHaveLength(2);
	await rows.pick('personId', 'technical', 'Technical Contact');
	await rows.addRow('Add Member');
	await rows.row(1).fill('emailAddress', 'buyer00025@example.com');
	await rows.addRow('Add Member');
	await execute('Members (members.member[2]): no contact person is chosen');
	expect(writes()).toEqual([]);
	await rows.removeRow(2);
	await execute('ProjectId');
	const added = [
		{ ProjectId: 1, PersonId: 11, ContactId: 1 },
		{ ProjectId: 1, PersonId: 250, ContactId: 25 },
	];
	expect(writes()).toContainEqual([
		'POST /api/v1/Agents/Project/AddProjectMembers',
		{ ProjectEntityId: 1, ProjectMembers: added },
	]);
	expect(await outputTable()).toMatchObject([{ ProjectId: '1', added: '2' }]);

	const all = await openOperation('project', 'getMembers');
	await all.pick('projectId', 'spring', 'Spring Fair');
	await execute('ProjectId');
	expect((await outputTable()).slice(-2)).toMatchObject([
		{ ProjectId: '1', FullName: 'Technical Contact', ContactName: 'Fjord Shipping AS' },
		{ FullName: 'Buyer 00025', EmailAddress: 'buyer00025@example.com' },
	]);
});

it('sales are found by a period of picked days, and by filters', async () => {
	const month = DateTime.now().startOf('month');
	// Higher than those of the simulator.
	const Amount = 1_000_000.5;
	for (const [Heading, day, more] of [
		['First Day', 1, {}],
		['Last Day', 15, { Amount: 1_000_000.75 }],
		['Day After', 16, {}],
		['Cheaper', 15, { Amount: 1_000_000 }],
		['Earlier Stage', 15, { Rating: { Id: 1 } }],
		['Sold', 15, { Status: 'Sold' }],
	] as Array<[string, number, object]>) {
		const Saledate = midnight(month.set({ day }).toISODate());
		const sale = { Heading, Saledate, Amount, Rating: { Id: 3 }, ...more };
		await world.write('POST', 'Sale', sale);
	}
	world.simulator.requests.splice(0);
	const form = await openOperation('sale', 'getAll');
	await form.choose('period', 'Between Two Days');
	await form.pickDay('from', 1);
	await form.pickDay('to', 15);
	const filters = form.part('Filters');
	for (const filter of ['Open Only', 'Amount From', 'Stage']) {
		await filters.addOption('Add Filter', filter);
	}
	await form.pick('stage', 'prop', 'Proposal (50%)');
	await form.fill('amountFrom', '1000000,50');
	await execute('SaleId');
	expect(await outputTable()).toMatchObject([
		{ Heading: 'First Day', Amount: '1000000.5', Saledate: month.toISODate(), Status: 'Open' },
		{ Heading: 'Last Day', Amount: '1000000.75', Saledate: month.set({ day: 15 }).toISODate() },
	]);
	expect(await editor.page.getByText('2 items').count()).toBeGreaterThan(0);
});
