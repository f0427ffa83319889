import { readFilterConditions } from '../../../../nodes/crud/list/filters';
import { appointment } from '../../../../nodes/entities/appointment/appointment.entity';
import { raw } from '../../../editor';
import { byId, byName, searchList, useSimulator } from '../../../support';
import { found, getMany, sentFilters, store, withFields } from '../../manyAppointments';

describe('the filters of Get Many', () => {
	const simulator = useSimulator();
	const withFilters = async (filters: object) =>
		await found(simulator(), { returnAll: false, limit: 100, filters });
	/** n8n's engine of today drops what is no filter before a node can see it. */
	const conditionsOf = async (filters: unknown) =>
		await readFilterConditions({ entity: appointment, read: () => filters }, jest.fn(), 'UTC');
	const owner = (associateId: object) => ({ associateId });

	it('finds those of several owners, people and rooms, by name or number', async () => {
		store(simulator(), {
			1: { Associate: simulator().data.associates.get(2)! },
			2: { Associate: simulator().data.associates.get(3)! },
			3: { Associate: simulator().data.associates.get(11)! },
		});
		const owners = [owner(byName('Account Manager')), owner(byId(11)), owner(byId(2))];
		expect(await withFilters({ owners })).toEqual([1, 3]);
		expect(sentFilters(simulator())[0]).toBe(
			'associateId associateIsOneOf (2,11) and appointmentId gt 0',
		);
	});

	it.each([
		['contact', byName('Fjord Shipping AS'), { Contact: { ContactId: 1 } }, 'contactId oneOf (1)'],
		['person', byId(30), { Person: { PersonId: 30 } }, 'personId oneOf (30)'],
		['project', byId(1), { Project: { ProjectId: 1 } }, 'projectId oneOf (1)'],
		['sale', byId(2), { Sale: { SaleId: 2 } }, 'saleId eq 2'],
		['task', byName('Phone call'), { Task: { TaskListItemId: 1 } }, 'type oneOf (1)'],
		['completed', true, { Completed: 'Completed' }, 'completed set true'],
		['type', 'inDiary', { Type: 'BookingForDiary' }, 'rawType in (1,6)'],
		['type', 'inChecklist', { Type: 'BookingForChecklist' }, 'rawType in (2,7)'],
		['text', 'QUARTER', { Title: 'A quarterly review' }, "text contains 'QUARTER'"],
	])('finds by %s', async (name, value, properties, filter) => {
		store(simulator(), { 1: properties, 2: { Type: 'Note' } });
		expect(await withFilters({ [name]: value })).toEqual([1]);
		expect(sentFilters(simulator())[0]).toBe(`${filter} and appointmentId gt 0`);
	});

	it('finds what is not completed, where the switch is off', async () => {
		store(simulator(), { 1: { Completed: 'Completed' }, 2: {} });
		expect(await withFilters({ completed: false })).toEqual([2]);
	});

	it("looks for a person's name within the company", async () => {
		store(simulator(), {});
		await withFilters({ contact: byId(1), person: byName('Technical Contact') });
		const [lookup] = simulator().requests;
		expect(lookup.query.$filter).toContain('contactId = 1');
	});

	it("offers the company's persons beside the company", async () => {
		const parameters = { filters: { contact: byId(3), person: byId('') } };
		const asked = { method: 'person', path: 'filters.person', parameters };
		const { results } = await searchList(simulator(), asked);
		expect(results.map(({ value }) => value).sort()).toEqual([30, 31]);
	});

	it('meets all of them at once, and looks names up once for all items', async () => {
		store(simulator(), {
			1: { Title: 'Review', Contact: { ContactId: 1 } },
			2: { Title: 'Review', Contact: { ContactId: 2 } },
			3: { Title: 'Other', Contact: { ContactId: 1 } },
		});
		const filters = { contact: byName('Fjord Shipping AS'), text: 'Review' };
		const ids = await found(simulator(), { filters }, { items: [{}, {}] });
		expect(ids).toEqual([1, 1]);
		expect(simulator().requests.filter(({ path }) => path.endsWith('/Contact'))).toHaveLength(1);
	});

	it('finds what was created or updated at a time or later, to the second, in whichever zone', async () => {
		store(simulator(), {
			1: { UpdatedDate: '2026-03-02T08:59:59' },
			2: { UpdatedDate: '2026-03-02T09:00:00' },
			3: { UpdatedDate: '2026-03-05T09:00:00' },
			4: { UpdatedDate: '0001-01-01T00:00:00', CreatedDate: '2026-03-02T08:59:59' },
			5: { UpdatedDate: '0001-01-01T00:00:00', CreatedDate: '2026-03-02T09:00:00' },
		});
		expect(await withFilters({ updatedSince: '2026-03-02T10:00:00+01:00' })).toEqual([2, 3, 5]);
		expect(sentFilters(simulator())[0]).toBe('appointmentId gt 0');
	});

	it.each([
		['contact', byId('')],
		['contact', { __rl: true, mode: 'list', value: '' }],
		['text', ''],
		['text', ' \t\n '],
		['updatedSince', ''],
		['owners', []],
		['customFields', []],
	])('refuses an empty filter by %s, which would find far too much', async (name, value) => {
		const { error } = await getMany(simulator(), { filters: { [name]: value } });
		expect(error?.message).toMatch(new RegExp(`\\(filters\\.${name}\\): is empty`));
		expect(sentFilters(simulator())).toEqual([]);
	});

	it.each(['text', '', 5, ['a'], []])('refuses %j in place of filters', async (filters) => {
		await expect(conditionsOf(filters)).rejects.toThrow(
			/^Filters \(filters\): .* is no object of filters$/,
		);
	});

	it('refuses filters that there are not, by name', async () => {
		await expect(conditionsOf({ text: 'a', compny: 3, Contact: 4 })).rejects.toThrow(
			'Filters (filters): has no filter named "compny", "Contact"',
		);
	});

	it.each(
		['contact', 'person', 'project', 'sale', 'task'].flatMap((name) =>
			[byId(0), byId(-1), 0].map((value) => [name, value] as const),
		),
	)('refuses %s %j, which is no record', async (name, value) => {
		const { error } = await getMany(simulator(), { filters: { [name]: value } });
		expect(error?.message).toMatch(`(filters.${name}): `);
		expect(error?.message).toMatch(/is not the ID of a record$/);
		expect(sentFilters(simulator())).toEqual([]);
	});

	it('takes rows as other lists have them, which an expression or a program may give', async () => {
		store(simulator(), { 1: { Associate: simulator().data.associates.get(3)! }, 2: {} });
		const filters = { owners: { owner: [owner(byId(3))] } };
		expect(await found(simulator(), raw({ returnAll: true, filters }))).toEqual([1]);
	});

	it.each(['owners', 'customFields'])('refuses %s without rows, by name', async (name) => {
		const filters = { [name]: {} };
		const { error } = await getMany(simulator(), raw({ filters }));
		expect(error?.message).toMatch(new RegExp(`\\(filters\\.${name}\\): is empty`));
	});

	it('refuses an owner that is none', async () => {
		const owners = [owner(byId(2)), owner(byId(0))];
		const { error } = await getMany(simulator(), { filters: { owners } });
		expect(error?.message).toMatch(/\(filters\.owners\): 0 is not the ID of a record$/);
	});

	const TEXTS = [
		"L'Oreal",
		"x' or appointmentId gt 0 or text contains 'y",
		'back\\slash \\',
		"\\' or appointmentId gt 0 or text contains \\'",
		'100% & more + "quoted" #1?',
		'(half) a parenthesis )',
		'Møte på Åsen',
		'東京商事と会議',
		'a, b',
	];

	it.each(TEXTS)('takes text as it is: %s', async (text) => {
		store(simulator(), { 1: { Title: `Before ${text} after` }, 2: { Title: 'Another' } });
		expect(await withFilters({ text })).toEqual([1]);
	});

	it('sends a query that is too long for an address as a form', async () => {
		const text = '東京商事 & "100%" + '.repeat(40);
		store(simulator(), { 1: { Title: `Before ${text}` }, 2: {} });
		expect(await withFilters({ text })).toEqual([1]);
		const [{ method, path, query, headers, body }] = simulator().requests;
		expect(`${method} ${path}`).toBe('POST /api/v1/Archive/FindAppointment');
		expect(query).toEqual({});
		expect(headers['content-type']).toBe('application/x-www-form-urlencoded');
		expect(new URLSearchParams(body).get('$filter')).toBe(
			`text contains '${text}' and appointmentId gt 0`,
		);
	});

	describe('by custom fields', () => {
		const fieldOf = (value: string, mode = 'text') => ({ __rl: true, mode, value });
		const comparison = (field: string, operator: string, value: unknown, mode?: string) => [
			{ field: fieldOf(field, mode), operator, value },
		];

		it.each(TEXTS)('takes text as it is: %s', async (text) => {
			const short = text.slice(0, 40);
			store(simulator(), { 1: withFields(simulator(), { 'SuperOffice:1': short }), 2: {} });
			const customFields = comparison('SuperOffice:1', 'equals', short, 'list');
			expect(await withFilters({ customFields })).toEqual([1]);
		});

		it.each([
			['Guests', 'equals', '12', [1], 'appointmentUdef/SuperOffice:2 eq 12'],
			['Guests', 'notEquals', 12, [2], 'appointmentUdef/SuperOffice:2 ne 12'],
			['Guests', 'lessThan', 13, [1], 'appointmentUdef/SuperOffice:2 lt 13'],
			['superoffice:2', 'greaterThan', 12, [2], 'appointmentUdef/SuperOffice:2 gt 12'],
			['Budget', 'greaterThan', 99.5, [2], 'appointmentUdef/SuperOffice:4 gt 99.5'],
			['Catering', 'equals', true, [1], 'appointmentUdef/SuperOffice:5 set true'],
			['Catering', 'equals', 'false', [2], 'appointmentUdef/SuperOffice:5 set false'],
			[
				'Follow Up By',
				'equals',
				'2026-03-02T00:00:00',
				[1],
				"appointmentUdef/SuperOffice:6 date '2026-03-02'",
			],
			[
				'Follow Up By',
				'greaterThan',
				'2026-03-02T00:00:00',
				[2],
				"appointmentUdef/SuperOffice:6 after '2026-03-02'",
			],
			['Format', 'equals', 2, [1], 'appointmentUdef/SuperOffice:7 oneOf (2)'],
			['Format', 'notEquals', 2, [2], 'appointmentUdef/SuperOffice:7 notOneOf (2)'],
			['Cost Center', 'beginsWith', 'CC', [1], "appointmentUdef/SuperOffice:8 begins 'CC'"],
			['Cost Center', 'contains', '71', [1], "appointmentUdef/SuperOffice:8 contains '71'"],
			['Cost Center', 'notContains', '71', [2], "appointmentUdef/SuperOffice:8 notContains '71'"],
			['Room Setup', 'equals', 'Rows', [1], "appointmentUdef/Facilities:RoomSetup is 'Rows'"],
		])('%s %s %s', async (field, operator, value, ids, filter) => {
			const data = simulator();
			store(data, {
				1: withFields(data, {
					'SuperOffice:2': '[I:12]',
					'SuperOffice:4': '[F:99.5]',
					'SuperOffice:5': '[I:1]',
					'SuperOffice:6': '[DT:03/02/2026 00:00:00.0000000]',
					'SuperOffice:7': '[I:2]',
					'SuperOffice:8': 'CC4711',
					'Facilities:RoomSetup': 'Rows',
				}),
				2: withFields(data, {
					'SuperOffice:2': '[I:13]',
					'SuperOffice:4': '[F:100]',
					'SuperOffice:5': '[I:0]',
					'SuperOffice:6': '[DT:03/03/2026 00:00:00.0000000]',
					'SuperOffice:7': '[I:3]',
					'SuperOffice:8': 'DD',
					'Facilities:RoomSetup': 'Circle',
				}),
			});
			const customFields = comparison(field, operator, value);
			expect(await withFilters({ customFields })).toEqual(ids);
			expect(sentFilters(simulator())[0]).toBe(`${filter} and appointmentId gt 0`);
		});

		it('finds an entry of a list by its name', async () => {
			store(simulator(), { 1: withFields(simulator(), { 'SuperOffice:7': '[I:2]' }), 2: {} });
			const customFields = comparison('Format', 'equals', 'Online');
			expect(await withFilters({ customFields })).toEqual([1]);
		});

		it('takes several at once', async () => {
			store(simulator(), {
				1: withFields(simulator(), { 'SuperOffice:2': '[I:5]' }),
				2: withFields(simulator(), { 'SuperOffice:2': '[I:15]' }),
			});
			const customFields = [
				{ field: fieldOf('Guests'), operator: 'greaterThan', value: 1 },
				{ field: fieldOf('Guests'), operator: 'lessThan', value: 10 },
			];
			expect(await withFilters({ customFields })).toEqual([1]);
		});

		it.each([
			['x_started', 'equals', 'a', 'Started (x_started) is an extra field'],
			['Related Company', 'equals', 1, 'Related Company (x_related_company) is an extra field'],
			['No Such', 'equals', 'a', 'no custom field has the key or label "No Such"'],
			['Guests', 'contains', 1, 'contains does not fit Guests (SuperOffice:2), Integer'],
			['Catering', 'lessThan', 1, 'lessThan does not fit Catering'],
			['Guests', 'equals', 'many', '"many" is not a whole number'],
			['Guests', 'equals', '', 'Value (filters.customFields[0].value): is empty'],
			['Guests', 'equals', '1 or appointmentId gt 0', 'is not a whole number'],
			['', 'equals', 1, 'Field (filters.customFields[0].field): is empty'],
		])('refuses %s %s %s', async (field, operator, value, message) => {
			const customFields = comparison(field, operator, value);
			const { error } = await getMany(simulator(), { filters: { customFields } });
			expect(error?.message).toContain(message);
			expect(sentFilters(simulator())).toEqual([]);
		});

		it('offers the fields that can be filtered by, and no extra ones', async () => {
			const path = 'filters.customFields[0].field';
			const { results } = await searchList(simulator(), { method: 'filterField', path });
			expect(results).toContainEqual({
				name: 'Cost Center (SuperOffice:8)',
				value: 'SuperOffice:8',
			});
			expect(results.map(({ value }) => value).filter((key) => /^x_/.test(String(key)))).toEqual(
				[],
			);
			const searched = await searchList(simulator(), {
				method: 'filterField',
				path,
				filter: 'cost',
			});
			expect(searched.results).toHaveLength(1);
		});
	});

	describe('by a raw filter', () => {
		it('adds it to the others in parentheses', async () => {
			store(simulator(), {
				1: { Title: 'A', Location: 'Oslo' },
				2: { Title: 'A', Location: 'Bergen' },
				3: { Title: 'B', Location: 'Oslo' },
			});
			const rawFilter = " location is 'Oslo' or location is 'O\\'Hara (' ";
			const parameters = { rawFilter, filters: { text: 'A' }, returnAll: false };
			expect(await found(simulator(), parameters)).toEqual([1]);
			expect(sentFilters(simulator())[0]).toBe(
				"(location is 'Oslo' or location is 'O\\'Hara (') and text contains 'A' and appointmentId gt 0",
			);
		});

		it.each([
			["text is 'a' ) or (appointmentId gt 0", 'closes a parenthesis that is not open'],
			["text is 'a' or (appointmentId gt 0", 'has a parenthesis that is not closed'],
			["text is 'a", 'has a quote that is not closed'],
			["text is 'a\\'", 'has a quote that is not closed'],
			["text is \\'a'", 'has a backslash outside of quotes'],
			["text is 'a\\\\') or ('b'", 'closes a parenthesis that is not open'],
		])('refuses %s', async (rawFilter, problem) => {
			const { error } = await getMany(simulator(), { rawFilter });
			expect(error?.message).toBe(`Raw Filter (options.rawFilter): ${problem}`);
			expect(simulator().requests).toEqual([]);
		});

		it('says what SuperOffice says to one that it cannot read', async () => {
			const { error } = await getMany(simulator(), { rawFilter: 'nonsense' });
			expect(error?.message).toContain('SuperOffice reports an invalid request');
		});
	});
});
