import { SaleAgent, SaleRestApi, type WebApiOptions } from '@superoffice/webapi';

import { AUTHORIZATION, useService } from '../engine/service';
import type { Carrier } from '../tenant/carriers';

describe("the simulator's sales", () => {
	const { simulator, ask, post } = useService();

	const send = async (method: string, path: string, body?: unknown, headers = {}) =>
		await ask(path, { method, body: JSON.stringify(body ?? {}), headers });
	const create = async (body: object) => {
		const { status, body: created } = await post('Sale', body);
		expect([status, created]).toEqual([200, expect.anything()]);
		return created as Carrier;
	};
	const get = async (id: unknown) => (await ask(`Sale/${String(id)}`)).body as Carrier;
	const patch = async (id: number, body: unknown) => await send('PATCH', `Sale/${id}`, body);
	const NEW = 401;

	it('are created, read, changed and deleted for good', async () => {
		const created = await create({
			...{ Heading: 'Boat', SaleText: 'Blue', Amount: 99.5, Earning: 10, EarningPercent: 10.25 },
			...{ Contact: { ContactId: 1 }, Person: { PersonId: 10 }, Project: { ProjectId: 2 } },
			...{ SaleType: { Id: 2 }, Source: { Id: 1 }, Competitor: { Id: 2 }, Credited: { Id: 1 } },
			...{ Rating: { Id: 4 }, Saledate: '2026-07-01T10:00:00Z', Currency: { Id: 2 } },
			CustomFields: { 'SuperOffice:1': 'K1', 'SuperOffice:2': '[F:2.5]', x_sale_channel: 'web' },
		});
		expect(created).toMatchObject({
			...{ SaleId: NEW, Heading: 'Boat', Amount: 99.5, EarningPercent: 10.25, Number: '10401' },
			...{ Contact: { Name: 'Fjord Shipping AS' }, Person: { FullName: 'Purchasing Manager' } },
			...{ Project: { Name: 'Move to New Offices' }, Currency: { Value: 'EUR' } },
			...{ SaleType: { Value: 'Service' }, Source: { Value: 'Website' }, Status: 'Open' },
			...{ Rating: { Value: 'Negotiation' }, Probability: 80, Completed: 'Started' },
			...{ Saledate: '2026-07-01T12:00:00', Associate: { AssociateId: 1 }, UpdatedBy: null },
			CustomFields: { 'SuperOffice:2': '[F:2.5]', x_sale_channel: 'web' },
			_Links: { Self: expect.stringMatching(/\/Sale\/401$/) as string },
		});
		expect(await get(NEW)).toEqual(created);
		const put = await send('PUT', `Sale/${NEW}`, { ...created, SaleText: '', Source: null });
		expect(put.body).toMatchObject({ SaleText: '', Source: null, Amount: 99.5 });
		expect((await ask(`Sale/${NEW}/Simple`)).body).toMatchObject({
			...{ Title: 'Boat', ContactName: 'Fjord Shipping AS', WeightedAmount: 79.6 },
			...{ SaleDate: '2026-07-01T12:00:00', Currency: 'EUR', PersonFullName: 'Purchasing Manager' },
		});
		const appointment = await post('Appointment', { Sale: { SaleId: NEW } });
		const { AppointmentId } = appointment.body as Carrier;
		expect((await send('DELETE', `Sale/${NEW}`)).status).toBe(204);
		expect((await ask(`Sale/${NEW}`)).status).toBe(404);
		expect((await ask(`Appointment/${String(AppointmentId)}`)).body).toMatchObject({ Sale: null });
		expect(await create({ Heading: 'Next' })).toMatchObject({ SaleId: NEW + 1 });
	});

	it('are those of the seeds until they are written', async () => {
		expect(await get(1)).toMatchObject({
			...{ Heading: 'Service Agreement', Amount: 120_000, Contact: { ContactId: 1 } },
			...{ Rating: { Value: 'Proposal' }, Probability: 50, Number: 'S1' },
			SaleStakeholders: [{ PersonId: 40, StakeholderRoleName: 'Decision Maker' }, { PersonId: 0 }],
		});
		expect((await patch(1, { Amount: 7 })).body).toMatchObject({ Heading: 'Service Agreement' });
		expect(await get(1)).toMatchObject({ Amount: 7, Number: 'S1', Probability: 50 });
		expect((await ask('Sale/1?$select=Heading')).body).toMatchObject({ Amount: null });
	});

	it.each([
		['an amount that is text', { Amount: '5' }],
		['a probability that is no percentage', { Probability: 101 }],
		['a probability with decimals', { Probability: 1.5 }],
		['a status that is none', { Status: 'Won' }],
		['a state that is none', { Completed: 'Done' }],
		['a heading that is too long', { Heading: 'x'.repeat(220) }],
		['a number that is too long', { Number: 'x'.repeat(50) }],
		['a currency that is none', { Currency: { Id: 99 } }],
		['a company that is none', { Contact: { ContactId: 999 } }],
		['a person of another company', { Contact: { ContactId: 1 }, Person: { PersonId: 20 } }],
		['a person without the company', { Person: { PersonId: 20 } }],
		['a date to open it again', { ReopenDate: '2027-01-01T10:00:00Z' }],
		['a date that is none', { Saledate: 'soon' }],
		['a stakeholder who is none', { SaleStakeholders: [{ PersonId: 999_999 }] }],
		['a custom field that is none', { CustomFields: { 'SuperOffice:99': 'x' } }],
	])('are refused with %s', async (_name, body) => {
		expect((await post('Sale', body)).status).toBe(400);
		expect(simulator().data.sales.size).toBe(400);
	});

	it.each([
		[{ Rating: { Id: 5 } }, 90],
		[{ Rating: { Id: 5 }, Probability: 35 }, 35],
		[{ Rating: { Id: 5 }, Probability: 50 }, 90],
		[{ Rating: { Id: 3 } }, 50],
		[{ Probability: 35 }, 35],
		[{ Rating: null }, 50],
	])(
		'have the probability of their stage unless another one is sent: %j',
		async (body, expected) => {
			const whole = { ...(await get(1)), ...body };
			expect((await patch(1, body)).body).toMatchObject({ Probability: expected });
			expect(
				(await send('PUT', 'Sale/2', { ...whole, SaleStakeholders: null })).body,
			).toMatchObject({
				Probability: expected,
			});
		},
	);

	it('are stalled, and opened again', async () => {
		const ReopenDate = '2027-01-01T10:00:00Z';
		const stalled = { Status: 'Stalled', ReasonStalled: { Id: 2 }, ReopenDate };
		expect((await patch(1, stalled)).body).toMatchObject({
			...{ ReasonStalled: { Value: 'Reorganization' }, ReopenDate: '2027-01-01T11:00:00' },
		});
		expect((await patch(1, { Status: 'Open' })).body).toMatchObject({ Status: 'Open' });
	});

	it('keep their currency when they have a quote', async () => {
		simulator().data.quotes.add(1);
		expect((await patch(1, { Currency: { Id: 2 } })).status).toBe(400);
		expect((await patch(1, { Amount: 5 })).status).toBe(200);
		expect((await patch(2, { Currency: { Id: 2 } })).status).toBe(200);
	});

	it('are numbered as the tenant wants', async () => {
		const { Sale } = simulator().data.numbering;
		const isValid = async (path: string) => (await ask(`Sale/${path}`)).body;
		expect(await isValid('0/IsNumberValid/S7')).toBe(true);
		expect((await create({ Number: 'S7' })).Number).toBe('S7');
		Sale.unique = true;
		expect(await isValid('0/IsNumberValid/s7')).toBe(false);
		expect((await post('Sale', { Number: 'S8' })).status).toBe(400);
		expect((await patch(8, { Number: 'S8', Amount: 1 })).status).toBe(200);
		// What was there before the setting may stay.
		expect((await patch(7, { Amount: 1 })).status).toBe(200);
		expect(await isValid('8/IsNumberValid/S8')).toBe(true);
		Object.assign(Sale, { allocate: false, allowBlank: false });
		expect((await post('Sale', { Heading: 'A' })).status).toBe(400);
		Sale.allowBlank = true;
		expect((await create({ Heading: 'A' })).Number).toBe('');
		const call = 'Agents/Sale/IsNumberValid';
		expect((await post(call, { ContactId: 0, Number: 'S9' })).body).toBe(false);
	});

	it('know when they were changed', async () => {
		const since = { 'If-Modified-Since': new Date().toUTCString() };
		expect((await ask('Sale/1', { headers: since })).status).toBe(304);
		await patch(1, { Amount: 1 });
		const before = { 'If-Unmodified-Since': 'Wed, 01 Jan 2025 00:00:00 GMT' };
		for (const method of ['PUT', 'PATCH', 'DELETE']) {
			expect((await send(method, 'Sale/1', {}, before)).status).toBe(412);
		}
	});

	it('are validated', async () => {
		const { body } = await post('Sale/Validate', { Heading: '', SaleType: null });
		expect(body).toEqual({
			Heading: 'Heading must be filled in.',
			SaleType: 'SaleType must be filled in.',
		});
		const agent = await post('Agents/Sale/ValidateSaleEntity', { SaleEntity: { Heading: 'A' } });
		expect(agent.body).toEqual({});
	});

	it('are sold and lost, without being completed', async () => {
		const close = async (name: string, body: object) =>
			(await post(`Agents/Sale/SetAs${name}`, body)).status;
		expect(await close('Sold', { SaleIds: [1, 2] })).toBe(204);
		expect(await close('LostWithReason', { SaleIds: [2], ReasonId: 3 })).toBe(204);
		expect(await get(1)).toMatchObject({ Status: 'Sold', Completed: 'Started', Probability: 50 });
		expect(await get(2)).toMatchObject({ Status: 'Lost', Reason: { Value: 'Budget Cut' } });
		expect(await close('Sold', { SaleIds: [3, 999] })).toBe(400);
		expect(await close('SoldWithReason', { SaleIds: [3], ReasonId: 99 })).toBe(400);
		expect(await get(3)).toMatchObject({ Status: 'Open', ReasonSold: null });
	});

	it('have stakeholders, saved whole with them and alone', async () => {
		const rows = async () => (await get(1)).SaleStakeholders as Carrier[];
		const [first] = await rows();
		expect(first).toMatchObject({ SaleStakeholderId: 1, ContactId: 4, Firstname: 'Purchasing' });
		await patch(1, { SaleStakeholders: [{ ...first, Comment: 'x' }, { PersonId: 60 }] });
		expect(await rows()).toMatchObject([
			{ SaleStakeholderId: 1, Comment: 'x', Rank: 1 },
			{ SaleStakeholderId: 3, PersonId: 60, ContactId: 6, Rank: 2 },
		]);
	});

	it('have stakeholders, which are records of their own', async () => {
		const blank = (await ask('SaleStakeholder/default')).body as Carrier;
		expect(blank).toMatchObject({ SaleStakeholderId: 0, Rank: 0 });
		const created = await post('SaleStakeholder', {
			...{ ...blank, SaleId: 2, PersonId: 60, StakeholderRoleId: 2, Rank: 5, Comment: 'Knows it' },
		});
		expect(created.body).toMatchObject({
			...{ SaleStakeholderId: 3, ContactId: 6, ContactName: expect.any(String) as string, Rank: 5 },
			...{ StakeholderRoleName: 'Adviser', Lastname: '00006', Comment: 'Knows it' },
		});
	});

	it('refuse stakeholders that cannot be, and delete those that are', async () => {
		const row = { SaleId: 2, PersonId: 60 };
		for (const wrong of [
			{ SaleId: 999 },
			{ PersonId: 0 },
			{ ContactId: 1 },
			{ StakeholderRoleId: 99 },
			{ Comment: 5 },
		]) {
			expect((await post('SaleStakeholder', { ...row, ...wrong })).status).toBe(400);
		}
		const patched = await send('PATCH', 'SaleStakeholder/1', { PersonId: 60 });
		expect(patched.body).toMatchObject({ ContactId: 6, SaleId: 1, StakeholderRoleId: 1 });
		const put = await send('PUT', 'SaleStakeholder/1', { SaleId: 1, ContactId: 7 });
		expect(put.body).toMatchObject({ PersonId: 0, ContactId: 7, StakeholderRoleId: 0, Rank: 1 });
		expect((await send('DELETE', 'SaleStakeholder/1')).status).toBe(204);
		expect((await ask('SaleStakeholder/1')).status).toBe(404);
		simulator().data.stakeholdersEnabled = false;
		expect((await post('SaleStakeholder', row)).status).toBe(400);
	});

	it('move when companies and persons are merged, and so do members', async () => {
		await create({ Contact: { ContactId: 2 }, Person: { PersonId: 20 } });
		const after = 'moveAfterDate=2020-01-01&deleteSource=true';
		expect((await send('POST', `Person/20/MergeTo/30?${after}`)).status).toBe(204);
		expect(await get(NEW)).toMatchObject({ Person: { PersonId: 30 } });
		expect((await send('POST', 'Contact/2/MergeTo/3')).status).toBe(204);
		expect(await get(NEW)).toMatchObject({ Contact: { ContactId: 3 }, Person: { PersonId: 30 } });
		expect((await ask('Project/1')).body).toMatchObject({
			ProjectMembers: [{ PersonId: 30, ContactId: 3 }, { PersonId: 30 }, { PersonId: 0 }],
		});
		await send('POST', `Person/40/MergeTo/60?${after}`);
		expect(await get(1)).toMatchObject({
			SaleStakeholders: [{ PersonId: 60, ContactId: 6 }, { ContactId: 5 }],
		});
	});

	it('are filled in by the thousands, and found in no more than one look at each', async () => {
		const { data } = simulator();
		data.fillSales(20_000);
		expect(data.sales.size).toBe(20_400);
		expect(await get(20_400)).toMatchObject({
			...{ Number: 'S20400', Contact: { ContactId: expect.any(Number) as number } },
			...{ Person: { Firstname: expect.stringMatching(/./) as string }, Currency: { Id: 1 } },
		});
		const filter = "amount gt 900000 and date after '2026-12-31' and date before '2028-01-01'";
		data.rowsScanned = 0;
		const { body } = await ask(
			`Sale?$select=amount&$orderby=amount&$filter=${encodeURIComponent(filter)}`,
		);
		const { value } = body as { value: Carrier[] };
		expect(value.length).toBeGreaterThan(100);
		expect(value.every(({ amount }) => Number(amount) > 900_000)).toBe(true);
		expect(data.rowsScanned).toBe(20_400);
		const created = await create({ Heading: 'After them' });
		expect(created.SaleId).toBe(20_401);
	});

	it('tell when they are due', async () => {
		simulator().data.now = () => Date.parse('2026-09-07T08:00:00Z');
		for (const StartDate of [
			'2026-09-20T10:00:00Z',
			'2026-09-10T10:00:00Z',
			'2026-09-01T10:00:00Z',
		]) {
			await post('Appointment', { Sale: { SaleId: 1 }, StartDate });
		}
		expect((await ask('Sale/1/NextDueDate')).body).toBe('2026-09-10T12:00:00');
		expect((await get(1)).NextDueDate).toBe('0001-01-01T00:00:00');
		expect((await send('POST', 'Sale/NextDueDate')).status).toBe(204);
		expect((await get(1)).NextDueDate).toBe('2026-09-10T12:00:00');
	});

	it('are served to the official client', async () => {
		const options = {
			...{ baseUrl: `${simulator().baseUrl}/api`, timezone: 'UTC', timezoneInclude: true },
			axiosConfig: { headers: { Authorization: AUTHORIZATION } },
		} as WebApiOptions;
		const rest = new SaleRestApi(options);
		const saledate = new Date('2027-03-01T11:00:00Z');
		const blank = await rest.getDefaultAsync();
		expect(blank).toMatchObject({ saleId: 0, status: 'Open', rating: { id: 1 }, probability: 10 });
		const created = await rest.postAsync({ ...blank, heading: 'Boat', amount: 2.5, saledate });
		expect(created).toMatchObject({ saleId: NEW, heading: 'Boat', amount: 2.5, saledate });
		const operations = [{ op: 'replace', path: '/Rating', value: { Id: 4 } }];
		expect(await rest.patchByIdAsync(NEW, operations as never)).toMatchObject({ probability: 80 });
		const entity = await rest.getByIdAsync(NEW);
		expect(await rest.putByIdAsync(NEW, { ...entity, postit: 'x' })).toMatchObject({
			...{ postit: 'x', probability: 80, saledate },
		});
		await rest.deleteByIdAsync(NEW);
		expect(simulator().data.sales.size).toBe(400);
	});

	it("are served to the official client's agent", async () => {
		const agent = new SaleAgent({
			baseUrl: `${simulator().baseUrl}/api`,
			axiosConfig: { headers: { Authorization: AUTHORIZATION } },
		} as WebApiOptions);
		const blank = await agent.createDefaultSaleEntityAsync();
		const { saleId = 0 } = await agent.saveSaleEntityAsync({ ...blank, heading: 'Boat' });
		expect(saleId).toBe(NEW);
		await agent.addSaleStakeholdersAsync(saleId, [{ personId: 60 }, { contactId: 7, rank: 9 }]);
		const rows = await agent.getSaleStakeholdersAsync(saleId);
		expect(rows).toMatchObject([
			{ personId: 60, rank: 1 },
			{ contactId: 7, rank: 9 },
		]);
		const ids = rows.map(({ saleStakeholderId = 0 }) => saleStakeholderId);
		await agent.updateSaleStakeholdersAsync([{ ...rows[0], comment: 'x' }]);
		expect(await agent.getSaleStakeholderListAsync(ids)).toMatchObject([{ comment: 'x' }, {}]);
		await agent.deleteSaleStakeholdersAsync(ids.slice(1));
		expect(await agent.getSaleStakeholderByIdAsync(ids)).toHaveLength(1);
		const wrong = agent.addSaleStakeholdersAsync(saleId, [{ personId: 60 }, { personId: 5 }]);
		await expect(wrong).rejects.toMatchObject({ response: { status: 400 } });
		expect(await agent.getSaleStakeholdersAsync(saleId)).toHaveLength(1);
		const single = await agent.saveSaleStakeholderAsync({ saleId, personId: 61 });
		await agent.deleteSaleStakeholderAsync(single.saleStakeholderId ?? 0);
		expect(await agent.getSaleStakeholderAsync(single.saleStakeholderId ?? 0)).toBeNull();
		expect(await agent.getProbabilityFromStageAsync(4)).toBe(80);
		expect(await agent.getNextSaleStageAsync(saleId, true)).toBe(1);
		expect(await agent.getNextSaleStageAsync(saleId, false)).toBe(2);
		expect(await agent.hasGuideAsync(saleId)).toBe(false);
		expect(await agent.hasStakeholderSettingAsync(saleId)).toBe(true);
		expect(await agent.saleHasQuoteAsync(saleId)).toBe(false);
		await agent.setAsSoldWithReasonAsync([saleId], 2);
		expect(await agent.getSaleEntityAsync(saleId)).toMatchObject({
			...{ status: 'Sold', completed: 'Started', reasonSold: { value: 'Performance' } },
		});
		expect(await agent.getSaleAsync(1)).toMatchObject({ contactName: 'Fjord Shipping AS' });
		expect(await agent.getSalesFromContactAsync(1, false)).toMatchObject([{ saleId: 1 }]);
		expect(await agent.getRecentSalesAsync(397_000, -1)).toEqual([]);
		await agent.deleteSaleEntityAsync(saleId);
		expect(await agent.getSaleEntityAsync(saleId)).toBeNull();
	});
});
