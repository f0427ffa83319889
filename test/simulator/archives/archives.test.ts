import { useService } from '../engine/service';

interface Answer {
	value: Array<Record<string, unknown>>;
	'odata.nextLink': string | null;
}

describe("the simulator's archives", () => {
	const { simulator, ask } = useService();

	const rows = async (record: string, parameters: Record<string, string>, headers = {}) => {
		const query = new URLSearchParams(parameters).toString();
		const { status, body } = await ask(`${record}?${query}`, { headers });
		expect(body).toHaveProperty('value');
		expect(status).toBe(200);
		return body as Answer;
	};

	const ids = async (record: string, $filter: string, more = {}) =>
		(await rows(record, { $filter, ...more })).value.map(({ PrimaryKey }) => Number(PrimaryKey));

	it.each([
		[String.raw`name is 'O\'Neil & Sons'`, [5]],
		[String.raw`name = '100% fjord "as"'`, [6]],
		[String.raw`name is 'Back\\slash Ltd'`, [7]],
		["name begins 'æRLIG'", [8]],
		["name contains '会社'", [9]],
		[String.raw`name is 'a\' or contactId gt 0 or name begins \''`, [10]],
		["name eq 'Percent %41 + plus'", [11]],
		["name is 'Semi;colon, comma AS'", [12]],
		[String.raw`name is 'Trailing backslash \\'`, [13]],
		["name in ('<b>Bold</b>', 'Fjord Shipping AS')", [1, 14]],
		["nameDepartment is 'Nordlys Handel, Bergen'", [16]],
		["name is 'Nordlys Handel' and department isNot ''", [15, 16, 17]],
		["contactId lt 3 OR contactId = 5 aNd name begins 'O'", [1, 2, 5]],
		["(contactId lt 3 or contactId = 5) and name begins 'O'", [5]],
		["contactId between ('3','5')", [3, 4, 5]],
		['contactId in (5, 6) and contactId ne 6', [5]],
		['contactId lt 9 and category oneOf (2,3) and category notOneOf (3)', [7]],
		['stop set and contactId lt 200', [97, 194]],
		['stop set true and contactId lt 100', [97]],
		['stop set false and contactId lt 3', [1, 2]],
		['department isNotNull and contactId lt 16', [15]],
	])('filter companies: %s', async ($filter, expected) => {
		expect(await ids('Contact', $filter)).toEqual(expected);
	});

	it.each([
		['a doubled quote', "name is 'O''Neil'"],
		['a literal that does not end', String.raw`name is 'Trailing backslash \'`],
		['another escape', String.raw`name is 'a\n'`],
		['a column of no archive', "colour is 'red'"],
		['a column that JavaScript objects have', "constructor is 'a'"],
		['an operator of another type', "name gt 'A'"],
		['ge, which fails at SuperOffice too', 'contactId ge 5'],
		['a text without quotes', 'name is Nordlys'],
		['a text for a number', "contactId = 'five'"],
		['a missing value', 'contactId ='],
		['a list where one value should be', 'contactId = (1,2)'],
		['a missing term', 'contactId = 1 and'],
		['a missing parenthesis', '(contactId = 1'],
		['a parenthesis too many', 'contactId = 1)'],
		['terms without a word between', 'contactId = 1 contactId = 2'],
		['a bool that is none', 'stop set maybe'],
	])('refuse %s', async (_name, $filter) => {
		const { status, body } = await ask(`Contact?$filter=${encodeURIComponent($filter)}`);
		expect(status).toBe(400);
		expect(body).toMatchObject({ Error: true, ErrorType: 'ArgumentException' });
	});

	it.each([
		'Contact?$select=colour',
		'Contact?$orderBy=name up',
		'Contact?$entities=people',
		'Contact?$top=-1',
		'Contact?$top=many',
		'Archive/InternalUsers?$orderBy=personId',
	])('refuse %s', async (path) => {
		expect((await ask(path)).status).toBe(400);
	});

	it.each(["date after 'soon'", 'date before 2026', "text notBegins 'A'", 'associateId = 1'])(
		'refuse appointments by %s',
		async ($filter) => {
			expect((await ask(`Appointment?$filter=${encodeURIComponent($filter)}`)).status).toBe(400);
		},
	);

	it('hide deleted companies, but from filters that name them', async () => {
		expect(await ids('Contact', 'contactId in (199, 200)')).toEqual([199]);
		const deleted = 'contactDeleted set true and contactId lt 401';
		expect(await ids('Contact', deleted)).toEqual([200, 400]);
	});

	it('tell former employees apart', async () => {
		const answer = await rows('Person', { $filter: 'contactId = 50' });
		expect(answer.value).toMatchObject([
			{ PrimaryKey: '500', EntityName: 'person', fullName: 'Buyer 00050' },
			{ PrimaryKey: '501', EntityName: 'retiredPerson', fullName: 'Engineer 00050' },
		]);
		expect(await ids('Person', 'contactId = 50', { $entities: 'person' })).toEqual([500]);
	});

	it('give the selected columns alone, in the wanted order, page by page', async () => {
		const parameters = {
			$select: 'contactId,name',
			$filter: "name is 'Nordlys Handel' or contactId lt 3",
			$orderby: 'name desc, department',
			$top: '2',
		};
		const first = await rows('Contact', parameters);
		expect(first.value).toEqual([
			{ PrimaryKey: '18', EntityName: 'contact', contactId: 18, name: 'Nordlys Handel' },
			{ PrimaryKey: '16', EntityName: 'contact', contactId: 16, name: 'Nordlys Handel' },
		]);
		const { pathname, search } = new URL(first['odata.nextLink'] ?? '');
		const path = pathname.replace(/^.*\/v1\//, '') + search;
		expect((await ask(path)).body).toMatchObject({
			value: [{ PrimaryKey: '15' }, { PrimaryKey: '17' }],
		});
		const last = await rows('Contact', { ...parameters, $skip: '4' });
		expect(last).toMatchObject({ 'odata.nextLink': null, value: [{}, {}] });
	});

	it('give 1000 rows at most when nothing else is asked for', async () => {
		expect((await rows('Contact', { $select: 'contactId' })).value).toHaveLength(1000);
	});

	it('show booleans, lists and names as they are asked for', async () => {
		const parameters = { $filter: 'contactId = 97', $select: 'stop,category' };
		const logical = { ...parameters, $output: 'Logical' };
		const norwegian = { 'Accept-Language': 'nb' };
		const [stopped] = (await rows('Contact', logical, norwegian)).value;
		expect(stopped).toMatchObject({ stop: true, category: 'Leverandør' });
		const [hint] = (await rows('Contact', parameters)).value;
		expect(hint).toMatchObject({ stop: 'checked', category: 'US:"Vendor";NO:"Leverandør";' });
		const full = await rows('Contact', { ...parameters, $mode: 'FULL' }, norwegian);
		expect(full.value).toMatchObject([
			{ PrimaryKey: 97, Column: { category: { RawValue: 2, DisplayValue: 'Leverandør' } } },
		]);
		const safe = { $filter: 'personId = 50', $select: 'personContact/name', $jsonSafe: 'true' };
		expect((await rows('Person', safe)).value).toMatchObject([
			{ personContact_name: "O'Neil & Sons" },
		]);
	});

	it('know appointments by date in the zone of the request', async () => {
		const stored = simulator().data.appointments.get(305) ?? {};
		const StartDate = '2026-06-30T22:30:00Z';
		simulator().data.appointments.set(305, {
			...stored,
			StartDate,
			EndDate: '2026-06-30T23:30:00Z',
		});
		const $filter = "date date '2026-07-01' and associateId currentAssociate";
		const answer = await rows('Appointment', { $filter, $select: 'date,associateId' });
		expect(answer.value).toMatchObject([{ date: '2026-07-01T00:30:00', associateId: 'U1' }]);
		const inUtc = await rows('Appointment', { $filter }, { 'SO-TimeZone': 'UTC' });
		expect(inUtc.value).toEqual([]);
		expect(await ids('Appointment', "date before '2026-07-01'")).toEqual([]);
		expect(await ids('Appointment', "date afterTime '2026-07-01T00:30:00'")).toEqual([305]);
		expect(await ids('Appointment', 'type oneOf (2) and endDate afterToday')).toEqual([]);
	});

	it.each([
		['Project', "name begins 'spring'", 1],
		['Sale', "contact/name begins 'Nordlys' and heading contains 'Licenses'", 2],
		['Archive/FindDocument', "text contains 'minutes'", 3],
		['Archive/findselection', "name is 'Newsletter'", 1],
		['Archive/InternalUsers', 'associateDbId associateIsOneOf (3) and isActive set', 3],
	])('%s: %s', async (record, $filter, expected) => {
		expect(await ids(record, $filter)).toEqual([expected]);
	});

	it('answer 404 for an archive that is none', async () => {
		expect((await ask('Archive/Nothing')).status).toBe(404);
	});
});
