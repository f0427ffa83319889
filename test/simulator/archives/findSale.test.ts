import { useService } from '../engine/service';
import type { Carrier } from '../tenant/carriers';

describe("the simulator's archives of sales and projects", () => {
	const { simulator, ask, post } = useService();

	const rows = async (path: string, parameters: Record<string, string> = {}, headers = {}) => {
		const query = new URLSearchParams(parameters).toString();
		const { status, body } = await ask(`${path}?${query}`, { headers });
		expect([status, body]).toEqual([200, expect.objectContaining({ value: expect.anything() })]);
		return (body as { value: Carrier[] }).value;
	};
	const ids = async (path: string, $filter: string, more = {}) =>
		(await rows(path, { $filter, ...more })).map(({ PrimaryKey }) => Number(PrimaryKey));
	const NEW = 401;

	const createSale = async (more: object = {}) => {
		const created = await post('Sale', {
			...{ Heading: 'Boat', SaleText: 'Blue', Amount: 99.5, Earning: 10, EarningPercent: 10.25 },
			...{ Contact: { ContactId: 15 }, Person: { PersonId: 150 }, Project: { ProjectId: 2 } },
			...{ SaleType: { Id: 2 }, Rating: { Id: 4 }, Currency: { Id: 2 }, Source: { Id: 3 } },
			...{ Associate: { AssociateId: 4 }, Saledate: '2028-02-01T10:00:00Z', Number: 'X-1' },
			...{ Competitor: { Id: 1 }, Credited: { Id: 2 }, SaleStakeholders: [{ PersonId: 60 }] },
			CustomFields: {
				...{ 'SuperOffice:1': 'K1', 'SuperOffice:2': '[F:2.5]', 'SuperOffice:3': '[I:2]' },
				...{ 'SuperOffice:4': '[D:02/03/2028]', 'SuperOffice:5': '[I:1]', 'SuperOffice:6': '7' },
			},
			...more,
		});
		expect(created.status).toBe(200);
	};

	it.each([
		"heading eq 'Boat' and text contains 'oat' and saleNumber eq 'X-1'",
		"sale/description contains 'lue' and description contains 'Blue'",
		'amount between (99, 99.5) and earning eq 10 and earningPercent gt 10.2',
		'amountWeighted eq 79.6 and probPercent eq 80',
		'stage oneOf (4) and saleType oneOf (2) and saleStatus oneOf (1) and currency oneOf (2)',
		'currency oneOf (2) and currencyId eq 2 and source oneOf (3) and competitor oneOf (1)',
		'credited oneOf (2) and lossReason notOneOf (1)',
		"date after '2028-01-31' and date before '2028-02-02'",
		'contactId oneOf (15) and personId oneOf (150) and projectId oneOf (2)',
		"contact/nameDepartment contains 'Handel, Oslo' and saleId gt 15",
		"contact/category oneOf (1) and contact/contactId eq 15 and person/fullName begins 'Buyer'",
		"person/personId eq 150 and project/name begins 'Move' and project/type oneOf (1)",
		"associateId equals 4 and associate/fullName eq 'Project Leader' and userGroup oneOf (2)",
		"saleUdef/SuperOffice:1 eq 'K1' and saleUdef/SuperOffice:2 gt 2.4",
		'saleUdef/SuperOffice:3 oneOf (2) and saleUdef/SuperOffice:5 set true',
		"saleUdef/SuperOffice:4 date '2028-02-03' and saleUdef/SuperOffice:6 eq 7",
		"hasStakeholders set true and saleStakeholder/person/fullName eq 'Buyer 00006'",
		'hasGuide set true and hasQuote set false and completed set false and source isNotNull',
		`saleId gt ${NEW - 1} and registeredBy equals 1 and updatedDate isNull`,
	])('find a sale by %s', async ($filter) => {
		await createSale();
		expect(await ids('Sale', $filter)).toEqual([NEW]);
	});

	it.each([
		'amountInBaseCurrency gt 5',
		'stageId eq 3',
		"saleExtra/x_sale_channel eq 'web'",
		"amount contains '5'",
		"stage eq 'Proposal'",
	])('refuse to find sales by %s', async ($filter) => {
		expect((await ask(`Sale?$filter=${encodeURIComponent($filter)}`)).status).toBe(400);
	});

	it('show what sales have, in the language and the zone of the request', async () => {
		await createSale();
		const columns = [
			...['amount', 'amountInBaseCurrency', 'stage', 'stageName', 'saleStatus', 'currency', 'date'],
			...['contact/nameDepartment', 'project/status', 'associateId', 'saleUdef/SuperOffice:3'],
		];
		const $filter = `saleId eq ${NEW}`;
		const headers = { 'Accept-Language': 'nb', 'SO-TimeZone': 'UTC,includeTZOffset' };
		expect(await rows('Sale', { $select: columns.join(), $filter }, headers)).toMatchObject([
			{
				...{ PrimaryKey: '401', EntityName: 'sale', amount: 99.5, amountInBaseCurrency: 796 },
				...{ stage: 'Forhandling', stageName: 'Forhandling', saleStatus: 'Åpen', currency: 'EUR' },
				...{ date: '2028-02-01T10:00:00Z', 'contact/nameDepartment': 'Nordlys Handel, Oslo' },
				...{ 'project/status': 'Aktiv', associateId: 'U4', 'saleUdef/SuperOffice:3': 'Nettmøte' },
			},
		]);
		expect(await rows('Sale', { $select: 'date', $filter })).toMatchObject([
			{ date: '2028-02-01T11:00:00' },
		]);
		const unlinked = await rows('Sale', { $select: 'person/fullName,person/personId', $top: '1' });
		expect(unlinked).toMatchObject([{ 'person/fullName': '', 'person/personId': 0 }]);
	});

	it('page by key, looking at no more sales than come out', async () => {
		const page = { $select: 'saleId', $filter: 'saleId gt 200', $orderby: 'saleId', $top: '3' };
		simulator().data.rowsScanned = 0;
		expect((await rows('Sale', page)).map(({ saleId }) => saleId)).toEqual([201, 202, 203]);
		expect(simulator().data.rowsScanned).toBeLessThan(6);
		const top = { $orderby: 'amount desc', $top: '1' };
		expect(await ids('Sale', 'currency oneOf (1)', top)).toEqual([399]);
		expect((await ask('Sale?$orderby=saleStakeholder/person/birthdate')).status).toBe(400);
	});

	it.each([
		"name begins 'Spring' and number eq 'P1' and type oneOf (1) and status oneOf (1)",
		'projectMember/personId eq 20 and projectMember/function oneOf (2)',
		'projectMember/contactId eq 4',
		"associateId equals 1 and projectAssociate/fullName eq 'Sales Manager' and projectId lt 2",
	])('find a project by %s', async ($filter) => {
		expect(await ids('Project', $filter)).toEqual([1]);
	});

	it('find projects by what was written', async () => {
		await post('Project', {
			...{ Name: 'Fair', Description: 'Big', EndDate: '2028-02-01T10:00:00Z' },
			CustomFields: { 'SuperOffice:1': 'K1', 'SuperOffice:2': '[F:2.5]' },
		});
		for (const $filter of [
			"description contains 'ig' and project/infoText contains 'Big' and hasInfoText set true",
			"endDate date '2028-02-01' and completed set false",
			"projectUdef/SuperOffice:1 eq 'K1' and projectUdef/SuperOffice:2 eq 2.5",
		]) {
			expect(await ids('Project', $filter)).toEqual([301]);
		}
	});

	it('have the rows of members and stakeholders', async () => {
		const columns = 'projectId,function,person/fullName,contact/name,project/name';
		expect(await rows('ProjectMember', { $select: columns })).toMatchObject([
			{ PrimaryKey: '1', 'person/fullName': 'Purchasing Manager', 'project/name': 'Spring Fair' },
			{ PrimaryKey: '2', EntityName: 'projectMember', projectId: 1 },
			{ PrimaryKey: '3', 'person/fullName': '', 'contact/name': '東京商事' },
		]);
		expect(await ids('ProjectMember', 'personId eq 30 and projectId eq 1')).toEqual([2]);
		expect(await ids('SaleStakeholder', 'saleId eq 1 and salesRoleId oneOf (3)')).toEqual([2]);
		await post('ProjectMember', { ProjectId: 2, PersonId: 501, Comment: 'x' });
		const former = { $filter: 'hasInfoText set true' };
		expect(await rows('ProjectMember', former)).toMatchObject([{ EntityName: 'retired' }]);
		const $entities = 'projectMember';
		expect(await ids('ProjectMember', 'projectId eq 2', { $entities })).toEqual([]);
	});

	it('list what records have', async () => {
		await createSale();
		await post('Appointment', { Sale: { SaleId: 1 }, Project: { ProjectId: 1 } });
		await ask('Sale/1', { method: 'PATCH', body: '{"Amount":5,"Links":[{"EntityName":"sale"}]}' });
		const keys = async (path: string, parameters = {}) =>
			(await rows(path, parameters)).map(({ PrimaryKey }) => Number(PrimaryKey));
		expect(await keys('Project/1/Members')).toEqual([1, 2, 3]);
		expect(await rows('Project/1/Contacts')).toMatchObject([
			{ contactId: 2, name: 'Spring Fair' },
			{ contactId: 3 },
			{ contactId: 4 },
		]);
		expect(await keys('Project/1/Activities')).toEqual([1, 3, 306]);
		expect(await keys('Project/1/Guide')).toEqual([]);
		expect(await keys('Project/1/Links')).toEqual([]);
		expect(await keys('Sale/1/Stakeholders')).toEqual([1, 2]);
		expect(await keys('Sale/1/Activities')).toEqual([1, 2, 306]);
		expect(await keys('Sale/1/Guide')).toEqual([]);
		expect(await rows('Sale/1/Links')).toMatchObject([{ linkId: 1 }]);
		expect(await rows('Sale/1/History')).toMatchObject([{ PrimaryKey: '1', amount: 120_000 }]);
		expect(await keys('Contact/2/Projects')).toEqual([1]);
		expect(await keys('Person/150/Sales')).toEqual([NEW]);
		expect(await rows('Person/60/Sales')).toMatchObject([
			{ PrimaryKey: '401', EntityName: 'includestakeholders', isStakeholderSale: 'checked' },
		]);
		expect(await keys('Contact/6/Sales')).toEqual([6, NEW]);
		expect(await keys('Contact/6/Sales', { $entities: 'sale' })).toEqual([6]);
		expect(await keys('Archive/PersonProjects')).toEqual([1, 1]);
		expect(await keys('Archive/PersonProjects', { $filter: 'personId eq 20' })).toEqual([1]);
	});
});
