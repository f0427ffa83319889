import difference from 'lodash/difference';

import { byId, dropdownOptions, NEXT, NODE, ON_ERROR, runNode, useSimulator } from '../../support';
import { arrived, found, getMany, sentFilters, store } from '../manyAppointments';

/** What simplified output asks for. */
const COLUMNS = [
	...['appointmentId', 'appointment/title', 'date', 'endDate', 'rawType', 'type'],
	...['associate/associateDbId', 'associate/fullName', 'contact/contactId', 'contact/name'],
	...['person/personId', 'person/fullName', 'completed', 'rawStatus'],
];

/** Selects columns and properties. */
const selected = (...select: string[]) => ({ output: 'selected', select });

/** Rows as an archive answers them. */
const page = (ids: number[], nextLink: string | null = null) => ({
	body: {
		'odata.nextLink': nextLink,
		value: ids.map((id) => ({
			PrimaryKey: String(id),
			EntityName: 'appointment',
			appointmentId: id,
		})),
	},
});

describe('Get Many', () => {
	const simulator = useSimulator();
	const tops = () => simulator().requests.map(({ query }) => query.$top);
	const fill = (count: number) => {
		store(simulator(), { 1: { Title: 'The first' } });
		const first = simulator().data.appointments.get(1)!;
		simulator().data.appointments.fill(count - 1, (id) => ({ ...first, AppointmentId: id }));
		return [...simulator().data.appointments.values()].map((one) => Number(one.AppointmentId));
	};

	it('puts out one item for each appointment, in the words of Get', async () => {
		store(simulator(), {
			7: {
				Title: 'Review',
				StartDate: '2026-03-02T08:00:00Z',
				EndDate: '2026-03-02T09:00:00Z',
				Contact: { ContactId: 3, Name: 'Nordlys Energi AS' },
				Type: 'inChecklist',
			},
			8: { Title: 'Lunch', Completed: 'Completed' },
			9: { Title: 'Begun', Completed: 'Started' },
		});
		const items = arrived(await getMany(simulator(), { output: 'simplified' }));
		expect(items).toMatchObject([
			{
				AppointmentId: 7,
				Title: 'Review',
				StartDate: '2026-03-02T09:00:00+01:00',
				EndDate: '2026-03-02T10:00:00+01:00',
				Type: 'inChecklist',
				ContactId: 3,
				ContactName: 'Nordlys Energi AS',
				Completed: 'NotStarted',
			},
			{ AppointmentId: 8, Completed: 'Completed', AssociateName: 'Sales Manager' },
			{ AppointmentId: 9, Completed: 'Started' },
		]);
		expect(simulator().requests[0]).toMatchObject({
			method: 'GET',
			path: '/api/v1/Appointment',
			query: {
				$select: COLUMNS.join(','),
				$filter: 'appointmentId gt 0',
				$orderBy: 'appointmentId asc',
				$top: '50',
				$output: 'Logical',
			},
		});
	});

	it.each(['Europe/Oslo', 'America/Los_Angeles', 'Pacific/Auckland'])(
		'puts out what Get puts out, but for custom fields and IDs of lists, in %s',
		async (timezone) => {
			store(simulator(), { 7: { Title: 'Late', StartDate: '2026-03-02T22:30:00Z' } });
			const simplified = { output: 'simplified' };
			const [row] = arrived(await getMany(simulator(), simplified, { timezone }));
			const get = { operation: 'get', appointmentId: byId(7), ...simplified };
			const [record] = arrived(await runNode(simulator(), get, { timezone }));
			expect(record).toMatchObject(row);
			expect(difference(Object.keys(record), Object.keys(row))).toEqual(['TaskId', 'CustomFields']);
		},
	);

	it("puts out the archive's own columns where raw output is chosen", async () => {
		store(simulator(), { 7: { Title: 'Review', StartDate: '2026-03-02T08:00:00Z' } });
		const [row] = arrived(await getMany(simulator(), { output: 'raw' }));
		expect(row).toMatchObject({
			appointmentId: 7,
			'appointment/title': 'Review',
			date: '2026-03-02T08:00:00Z',
			'contact/name': '',
			completed: false,
		});
	});

	it('puts out no item where nothing is found', async () => {
		store(simulator(), {});
		const result = await getMany(simulator(), {});
		expect(result.error?.message).toBeUndefined();
		expect(result.itemsOf(NEXT)).toEqual([]);
	});

	it('pairs each item with its input item', async () => {
		store(simulator(), { 1: { Title: 'A' }, 2: { Title: 'B' }, 3: { Title: 'AB' } });
		const parameters = { filters: { text: '={{ $json.text }}' } };
		const result = await getMany(simulator(), parameters, {
			items: [{ text: 'A' }, { text: 'x' }, { text: 'B' }],
		});
		const pairs = result
			.itemsOf(NODE)
			.map(({ json, pairedItem }) => [json.appointmentId, pairedItem]);
		expect(pairs).toEqual([
			[1, { item: 0 }],
			[3, { item: 0 }],
			[2, { item: 2 }],
			[3, { item: 2 }],
		]);
	});

	it('stops at the limit of each item', async () => {
		fill(30);
		const parameters = { limit: '={{ $json.limit }}', ...selected('AppointmentId') };
		const result = await getMany(simulator(), parameters, { items: [{ limit: 2 }, { limit: 25 }] });
		expect(arrived(result)).toHaveLength(27);
		expect(tops()).toEqual(['2', '25']);
	});

	it.each([0, -1, 1.5, 'many'])('refuses a limit of %s', async (limit) => {
		const { error } = await getMany(simulator(), { limit });
		expect(error?.message).toMatch(/^Limit \(limit\): /);
		expect(simulator().requests).toEqual([]);
	});

	it('reads thousands of appointments once each, in pages behind the last number', async () => {
		const ids = fill(2500);
		expect(await found(simulator(), { ...selected('AppointmentId') })).toEqual(ids);
		expect(sentFilters(simulator())).toEqual([
			'appointmentId gt 0',
			`appointmentId gt ${ids[999]}`,
			`appointmentId gt ${ids[1999]}`,
			`appointmentId gt ${ids[2499]}`,
		]);
		expect(simulator().requests.every(({ query }) => query.$skip === undefined)).toBe(true);
	});

	it('asks once more behind a last page that is full', async () => {
		fill(1000);
		expect(await found(simulator(), {})).toHaveLength(1000);
		expect(tops()).toEqual(['1000', '1000']);
	});

	it('goes on behind a page that the server cut short without a word', async () => {
		const rows = (from: number) => Array.from({ length: 500 }, (_one, index) => from + index);
		simulator().answerNext(page(rows(1)), page(rows(501)), page([]));
		expect(await found(simulator(), {})).toEqual([...rows(1), ...rows(501)]);
		expect(tops()).toEqual(['1000', '1000', '1000']);
	});

	it('goes on behind short pages of any size, up to an empty one or the limit', async () => {
		const limited = { returnAll: false, limit: 50 };
		simulator().answerNext(page([1, 2, 3]), page([4]), page([]));
		expect(await found(simulator(), limited)).toEqual([1, 2, 3, 4]);
		simulator().answerNext(page([1, 2, 3]), page([4, 5]));
		expect(await found(simulator(), { ...limited, limit: 5 })).toEqual([1, 2, 3, 4, 5]);
		simulator().answerNext(page([1, 2]), page([3]), page([]));
		const sort = { rule: [{ field: 'date' }] };
		expect(await found(simulator(), { ...limited, sort })).toEqual([1, 2, 3]);
	});

	it('takes as many rows as come in one answer', async () => {
		const many = Array.from({ length: 200_000 }, (_one, index) => index + 1);
		const value = many.map((appointmentId) => ({ appointmentId }));
		simulator().answerNext({ body: { value } }, page([]));
		const items = await found(simulator(), { ...selected('AppointmentId') });
		expect(items).toHaveLength(200_000);
		expect(sentFilters(simulator())[1]).toBe('appointmentId gt 200000');
	});

	it.each([
		[{}, '2026-07-01T12:00:00+02:00'],
		[{ soTimeZone: 'NO' }, '2026-07-01T10:00:00+02:00'],
	])('puts out dates without an offset with that of the zone %j', async (options, date) => {
		const without = '2026-07-01T10:00:00';
		const row = {
			appointmentId: 9,
			date: without,
			updatedDate: without,
			icon: without,
			'appointmentUdef/Acme:date': without,
		};
		simulator().answerNext({ body: { value: [row] } }, page([]));
		const parameters = { ...selected(...Object.keys(row)), options };
		const [item] = arrived(await getMany(simulator(), parameters, { timezone: 'Europe/Oslo' }));
		expect(item).toEqual({
			AppointmentId: 9,
			StartDate: date,
			UpdatedDate: '2026-07-01T12:00:00+02:00',
			icon: without,
			CustomFields: { 'Acme:date': without },
		});
	});

	it('takes a link to more rows for a sign, and never follows it', async () => {
		simulator().answerNext(page([1, 2], 'http://evil.example/next'), page([3]), page([]));
		expect(await found(simulator(), {})).toEqual([1, 2, 3]);
		expect(sentFilters(simulator()).slice(0, 2)).toEqual([
			'appointmentId gt 0',
			'appointmentId gt 2',
		]);
	});

	it('drops duplicates, and stops where no new rows come', async () => {
		const full = Array.from({ length: 1000 }, (_one, index) => index + 1);
		simulator().answerNext(page([...full.slice(0, 999), 999]), page(full));
		expect(await found(simulator(), {})).toEqual(full);
		simulator().answerNext(page(full), page(full));
		expect(await found(simulator(), {})).toEqual(full);
	});

	it('drops duplicates that move between pages of another order', async () => {
		const full = Array.from({ length: 1000 }, (_one, index) => index + 1);
		simulator().answerNext(page(full), page([1000, 1001]));
		const sort = { rule: [{ field: 'date' }] };
		expect(await found(simulator(), { sort })).toEqual([...full, 1001]);
	});

	it('comes with the newest first at no further cost', async () => {
		const ids = fill(1200);
		const sort = { rule: [{ field: 'appointmentId', direction: 'desc' }] };
		expect(await found(simulator(), { sort })).toEqual([...ids].reverse());
		expect(sentFilters(simulator())).toEqual([
			'appointmentId gt 0',
			`appointmentId lt ${ids[200]}`,
			`appointmentId lt ${ids[0]}`,
		]);
	});

	it('comes in another order, whose pages skip those before', async () => {
		fill(1000);
		store(simulator(), { 1000: { Title: 'A' }, 7: { Title: 'B' }, 1001: { Title: 'a' } });
		const sort = { rule: [{ field: 'Title' }, { field: 'StartDate', direction: 'desc' }] };
		const ids = await found(simulator(), { sort });
		expect(new Set(ids).size).toBe(1001);
		expect(ids.slice(0, 3)).toEqual([1000, 1001, 7]);
		const queries = simulator().requests.map(({ query }) => [query.$orderBy, query.$skip]);
		const order = 'appointment/title asc,date desc,appointmentId asc';
		expect(queries).toEqual([
			[order, undefined],
			[order, '1000'],
			[order, '1001'],
		]);
	});

	it('puts out what is selected alone, numbers as numbers and no date as null', async () => {
		const row = {
			PrimaryKey: '9',
			appointmentId: '9',
			'contact/contactId': '4711',
			associateId: '007',
			'contact/number': '0815',
			updatedDate: '0001-01-01T00:00:00Z',
			'appointmentUdef/Acme:orderId': '00123',
			'appointmentUdef/orderId': '123',
			personId: '00123',
			'x/guid': '123',
			'contact/paid': '1',
			grid: '7',
			text: '',
		};
		simulator().answerNext({ body: { value: [row] } }, page([]));
		const columns = [...Object.keys(row).slice(2), 'gone'];
		const items = arrived(await getMany(simulator(), selected(...columns)));
		expect(items).toEqual([
			{
				Contact: { ContactId: 4711 },
				Associate: { Name: '007' },
				'contact/number': '0815',
				UpdatedDate: null,
				CustomFields: { 'Acme:orderId': '00123', orderId: '123' },
				personId: '00123',
				'x/guid': '123',
				'contact/paid': '1',
				grid: '7',
				text: '',
				gone: null,
			},
		]);
		expect(simulator().requests[0].query.$select).toBe([...columns, 'appointmentId'].join(','));
	});

	it('takes properties of an expression as text, in any case, and whole records', async () => {
		store(simulator(), { 1: { Title: 'A', Contact: { ContactId: 3, Name: 'Nordlys' } } });
		const parameters = { output: 'selected', select: '={{ $json.select }}' };
		const run = { items: [{ select: 'title, Contact,Person, customfields/SuperOffice:1' }] };
		expect(arrived(await getMany(simulator(), parameters, run))).toEqual([
			{
				Title: 'A',
				Contact: { ContactId: 3, Name: 'Nordlys' },
				Person: null,
				CustomFields: { 'SuperOffice:1': '' },
			},
		]);
	});

	it.each([
		['select', selected("text' or 1"), 'Field Names or IDs (options.select)'],
		['select', selected('Count(text):Footer'), 'Field Names or IDs (options.select)'],
		[
			'sort',
			{ sort: { rule: [{ field: 'text desc,date' }] } },
			'Field Name or ID (options.sort.rule[0].field)',
		],
	])('refuses what is no field: %s', async (_name, parameters, label) => {
		const { error } = await getMany(simulator(), parameters);
		expect(error?.message).toContain(`${label}: `);
		expect(error?.message).toContain('is not the name of a field');
		expect(simulator().requests).toEqual([]);
	});

	it('refuses a property that its lists do not have', async () => {
		const { error } = await getMany(simulator(), selected('Title', 'IsAlldayEvent'));
		expect(error?.message).toMatch(
			/\(options\.select\): SuperOffice's lists of appointments do not have IsAlldayEvent$/,
		);
	});

	it('tells what SuperOffice has against a query, and goes on with the next item', async () => {
		store(simulator(), { 1: { Title: 'A' } });
		const parameters = { output: 'selected', select: '={{ $json.select }}' };
		const result = await getMany(simulator(), parameters, {
			items: [{ select: 'nothing' }, { select: 'Title' }],
			onError: 'continueErrorOutput',
		});
		expect(result.itemsOf(ON_ERROR)).toMatchObject([
			{ json: { error: expect.stringContaining('no column "nothing"') as string } },
		]);
		expect(arrived(result)).toEqual([{ Title: 'A' }]);
	});

	it('puts out nothing of an item whose later pages fail', async () => {
		fill(1500);
		const failure = { status: 500, body: { ErrorMessage: 'Out of order' } };
		// A read that fails is tried again once.
		simulator().answerNext(undefined, failure, failure);
		const result = await getMany(
			simulator(),
			{ returnAll: true, filters: { text: 'The first' } },
			{ onError: 'continueErrorOutput' },
		);
		expect(result.itemsOf(NEXT)).toEqual([]);
		expect(result.itemsOf(ON_ERROR)).toHaveLength(1);
	});

	it('offers what can be put out and sorted by, in the words of the properties', async () => {
		const all = await dropdownOptions(simulator(), 'getColumns', 'select');
		const sortable = await dropdownOptions(simulator(), 'getSortColumns', 'sort');
		const values = all.map(({ value }) => value);
		expect(all).toEqual(
			expect.arrayContaining([
				{ name: 'Start (StartDate)', value: 'StartDate' },
				{ name: 'Company (Contact)', value: 'Contact' },
				{ name: 'Company Name (Contact/Name)', value: 'Contact/Name' },
				{ name: 'Category (icon)', value: 'icon' },
			]),
		);
		expect(new Set(values).size).toBe(values.length);
		expect(all.map(({ name }) => name.toLowerCase())).toEqual(
			all.map(({ name }) => name.toLowerCase()).sort(),
		);
		expect(sortable.length).toBeLessThan(all.length);
		expect(values).toEqual(expect.arrayContaining(sortable.map(({ value }) => value)));
		expect(simulator().requests.map(({ path }) => path)).toEqual(
			Array(2).fill('/api/v1/Archive/FindAppointment/$metadata'),
		);
	});
});
