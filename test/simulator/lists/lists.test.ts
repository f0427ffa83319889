import { useService } from '../engine/service';

interface Item {
	Id: number;
	Name: string;
	Deleted: boolean;
	Hidden?: boolean;
	Type: string;
	ExtraInfo: string;
	StyleHint: string;
	ChildItems: Item[];
}

describe("the simulator's lists", () => {
	const { ask } = useService();

	const items = async (path: string, language = '*') => {
		const headers = { 'Accept-Language': language };
		const { status, body } = await ask(`MDOList/${path}`, { headers });
		expect(status).toBe(200);
		return body as Item[];
	};

	const idsOf = (list: Item[]) => list.map(({ Id }) => Id);

	it('have headings whose numbers collide, and items under two of them', async () => {
		const headings = await items('task', 'en');
		expect(headings.map(({ Id, Name, Type }) => [Id, Name, Type])).toEqual([
			[1, 'Meetings', 'heading'],
			[2, 'Desk Work', 'heading'],
			[3, 'At the Customer', 'heading'],
		]);
		expect(headings.map(({ ChildItems }) => idsOf(ChildItems))).toEqual([
			[2, 4],
			[1, 3, 5],
			[2, 6],
		]);
	});

	it.each([
		['task?flat=true', [1, 2, 3, 4, 5, 6]],
		['TASK?Flat=True&additional=includeNone=true', [0, 1, 2, 3, 4, 5, 6]],
		['task/selectable?flat=true', [1, 2, 3, 4, 5, 6, 7]],
		['task?query=o', [1, 3]],
		['priority', [1, 2, 3, 4]],
		['category', [1, 2, 3, 4]],
		['business/selectable', [1, 2, 3, 4, 5]],
		['persint', [1, 2, 6, 24, 25]],
		['persint?flat=true', [1, 2, 3, 4, 5, 6]],
		['contint', [1, 2, 3, 4]],
		['country', [578, 752, 276]],
		['rejectReason/selectable', [1, 2, 3, 4]],
		['udlist7?flat=true', [1, 2, 3, 4]],
		['udlist?additional=7&flat=true', [1, 2, 3, 4]],
		['usergroup', [2, 3, 1]],
		['visiblefor', [1, -2, -2147483648]],
		['timezone', [1, 45, 261, 460]],
		['contact_new?query=nordlys', [3, 15, 16, 17, 18]],
		['contact_new?query=handel nordlys', [15, 16, 17, 18]],
		['contact_new?additional=contact_id=2,1,200', [2, 1]],
		['person?additional=contact_id=50', [500]],
		['project_new?query=offices', [2]],
		['saletype/selectable', [1, 2, 3, 4, 5]],
		['prob', [1, 2, 3, 4, 5, 6]],
		['salestage', [1, 2, 3, 4, 5, -2, -1]],
		['salestage?additional=SaleTypeID=2', [1, 3, 5, -2, -1]],
		['salestatus', [1, 3, 2, 4]],
		['currency', [1, 2, 3, 4]],
		['projectstatus', [2, 1, 3]],
		['projectstatus?additional=ProjectTypeId=1', []],
		['projstatus', [1, 2, 3, 4, 5]],
		['pmembtype', [1, 2, 3, 4, 5]],
		['sale?additional=hasCurrency=3', []],
		['sale?additional=stakeholderOnly=1', [1]],
		['sale_new?query=licenses&additional=hasQuoteOnly=1', []],
		['sale_new?query=shipping', [1]],
	])('%s', async (path, expected) => {
		expect(idsOf(await items(path, 'en'))).toEqual(expected);
	});

	it('mark what is deleted, hidden and stopped', async () => {
		const formats = await items('udlist7/selectable?flat=true', 'nb');
		expect(formats.map(({ Name, Deleted, Hidden }) => [Name, Deleted, Hidden])).toEqual([
			['Fysisk', false, false],
			['Nettmøte', false, false],
			['Hybrid', false, false],
			['Telegram', true, false],
			['Hemmelig', false, true],
		]);
		const [stopped] = await items('contact_new?additional=contact_id=97');
		expect(stopped).toMatchObject({ Type: 'Contact', ExtraInfo: '97', StyleHint: 'stop' });
	});

	it('tell percentages, durations and what became of sales', async () => {
		const infos = async (path: string) =>
			(await items(path, 'nb')).map(({ Name, ExtraInfo }) => [Name, ExtraInfo]);
		expect((await infos('saleprobability')).slice(0, 2)).toEqual([
			['Tapt', '0'],
			['Emne (10%)', '10'],
		]);
		expect((await infos('salestage'))[2]).toEqual([
			'Tilbud',
			'IsDeleted=False&Probability=50&SaleTypeStageLinkId=3&',
		]);
		expect((await infos('saletype'))[0]).toEqual(['Produkt', '43200']);
		expect((await infos('projecttype'))[2]).toEqual(['Leveranse', 'duration=3&unit=6']);
		expect((await infos('prob'))[0]).toEqual(['Emne', '']);
		const sales = await items('sale_new?query=sale 000');
		expect(sales.slice(0, 3).map(({ Id, StyleHint }) => [Id, StyleHint])).toEqual([
			[3, ''],
			[4, 'deleted_item'],
			[5, ''],
		]);
	});

	it('tell users from rooms', async () => {
		const users = await items('associate?flat=true');
		expect(users).toHaveLength(480);
		expect(users.find(({ Id }) => Id === 2)?.ExtraInfo).toBe('person_id=2&contact_id=0');
		const owners = await items('diaryowner?flat=true');
		expect(owners).toHaveLength(500);
		expect(owners.filter(({ Name }) => Name === 'Trainee')).toHaveLength(2);
		const headed = (await items('diaryowner')).flatMap(({ ChildItems }) => idsOf(ChildItems));
		expect(new Set(headed).size).toBe(500);
		expect(headed.length).toBeGreaterThan(500);
	});

	it('map time zones to IANA names', async () => {
		const zones = await items('timezoneiana');
		expect(zones.find(({ Id }) => Id === 261)?.ExtraInfo).toBe(
			'countryId=578&locationCode=NO&isActive=True&IANA=Europe/Oslo',
		);
	});

	it('name themselves, and answer 404 for one that is none', async () => {
		const { body } = await ask('MDOList');
		for (const name of body as string[]) await items(`${name}?flat=true`);
		expect(body).toHaveLength(65);
		expect((await ask('MDOList/nothing')).status).toBe(404);
		expect((await ask('MDOList/toString')).status).toBe(404);
	});

	const stored = 'US:"Low";NO:"Lav";';

	it.each([
		[{ 'Accept-Language': 'en' }, 'Low'],
		[{ 'Accept-Language': 'nb' }, 'Lav'],
		[{ 'Accept-Language': 'NO' }, 'Lav'],
		[{ 'Accept-Language': 'nb-NO' }, 'Lav'],
		[{ 'Accept-Language': 'en;q=0.5, nb;q=0.9' }, 'Lav'],
		[{ 'Accept-Language': 'en-us; en-gb', 'SO-Language': 'nb-no' }, 'Lav'],
		[{ 'Accept-Language': 'sv' }, 'Low'],
		[{ 'Accept-Language': 'de' }, 'Low'],
		[{ 'Accept-Language': 'ja' }, 'Low'],
		[{ 'Accept-Language': '*' }, stored],
		[{ 'Accept-Language': 'nb', 'SO-Language': 'x' }, stored],
		[{ 'Accept-Language': 'nb', 'SO-Language': '*' }, stored],
		[{}, stored],
	])('speak the language of %j', async (headers, expected) => {
		const { body } = await ask('MDOList/priority', {
			headers: { ...headers } as Record<string, string>,
		});
		expect((body as Item[])[0].Name).toBe(expected);
	});
});
