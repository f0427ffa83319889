import type { INodeProperties } from 'n8n-workflow';

import { descriptionOf } from '../../editor';
import { byId, NEXT, runNode, useSimulator } from '../../support';

const description = descriptionOf('superOffice');

describe('output', () => {
	const simulator = useSimulator();

	const parameters = {
		title: 'Output',
		startDate: '2026-07-01T10:00:00',
		endDate: '2026-07-01T11:00:00',
		contact: byId('1'),
		associate: byId('2'),
		priority: byId('3'),
	};

	async function itemFor(more: object): Promise<Record<string, unknown>> {
		const result = await runNode(simulator(), { ...parameters, ...more });
		expect(result.error).toBeUndefined();
		return result.itemsOf(NEXT)[0].json;
	}

	it('is raw: all that SuperOffice answers', async () => {
		const item = await itemFor({ output: 'raw' });
		expect(Object.keys(item)).toHaveLength(63);
		expect(item).toMatchObject({
			Contact: { ContactId: 1, Name: 'Fjord Shipping AS', TableRight: { Reason: '' } },
			Sale: null,
			PublishTo: '9999-12-31T23:59:59Z',
			_Links: { Self: expect.stringContaining('/api/v1/Appointment/306') as string },
		});
		expect(simulator().requests[0].query).toEqual({});
	});

	it('is simplified by default: its main properties, the number first', async () => {
		const item = await itemFor({ output: undefined, options: { output: 'simplified' } });
		const { CustomFields, ...main } = item;
		expect(Object.keys(item).at(-1)).toBe('CustomFields');
		expect(CustomFields).toMatchObject({ Catering: false });
		expect(Object.entries(main)).toEqual([
			['AppointmentId', 306],
			['Title', 'Output'],
			['StartDate', '2026-07-01T10:00:00+02:00'],
			['EndDate', '2026-07-01T11:00:00+02:00'],
			['Type', 'inDiary'],
			['TaskId', 2],
			['TaskName', 'Meeting'],
			['AssociateId', 2],
			['AssociateName', 'Account Manager'],
			['ContactId', 1],
			['ContactName', 'Fjord Shipping AS'],
			['Completed', 'NotStarted'],
		]);
		expect(simulator().requests[0].query).toEqual({});
		const [OUTPUT] = [...description.properties].flatMap(({ name, options }) =>
			name === 'options'
				? (options as INodeProperties[]).filter((one) => one.name === 'output')
				: [],
		);
		expect(OUTPUT.default).toBe('simplified');
	});

	it.each([
		['Europe/Oslo', '2026-07-01', '2026-07-02'],
		['America/Los_Angeles', '2026-07-01', '2026-07-02'],
		['Pacific/Auckland', '2026-07-01', '2026-07-02'],
	])('has the days of what takes whole days in %s', async (timezone, StartDate, EndDate) => {
		const days = { startDate: StartDate, endDate: EndDate, isAlldayEvent: true };
		for (const output of [
			{ output: 'simplified' },
			{ output: 'selected', select: '=StartDate,EndDate,IsAlldayEvent' },
		]) {
			const run = await runNode(simulator(), { ...days, ...output }, { timezone });
			const [{ json }] = run.itemsOf(NEXT);
			expect(json).toMatchObject({ StartDate, EndDate, IsAlldayEvent: true });
		}
	});

	it('has the times of what takes whole days of another zone', async () => {
		const days = { startDate: '2026-07-01', endDate: '2026-07-01', isAlldayEvent: true };
		await runNode(simulator(), days, { timezone: 'Pacific/Auckland' });
		const got = await runNode(
			simulator(),
			{ operation: 'get', appointmentId: byId(306), output: 'simplified' },
			{ timezone: 'America/Los_Angeles' },
		);
		expect(got.itemsOf(NEXT)[0].json).toMatchObject({
			StartDate: '2026-06-30T05:00:00-07:00',
			EndDate: '2026-07-01T04:59:59-07:00',
			IsAlldayEvent: true,
		});
	});

	it.each([
		['America/Los_Angeles', '2026-07-01T01:00:00-07:00'],
		['Asia/Kathmandu', '2026-07-01T13:45:00+05:45'],
		['UTC', '2026-07-01T08:00:00Z'],
	])(
		'has its dates in the time zone of the workflow, unless it is raw: %s',
		async (zone, start) => {
			const startDate = '2026-07-01T08:00:00Z';
			for (const output of [
				{ output: 'simplified' },
				{ output: 'selected', select: '=StartDate' },
				{ output: 'raw' },
			]) {
				const run = await runNode(simulator(), { startDate, ...output }, { timezone: zone });
				const [{ json }] = run.itemsOf(NEXT);
				expect(json.StartDate).toBe(output.output === 'raw' ? startDate : start);
			}
		},
	);

	it('holds the selected properties alone, nested ones too', async () => {
		const select = '=AppointmentId, title ,Contact/Name,Sale,Recurrence/WeekPattern/Cycle';
		const item = await itemFor({ output: 'selected', select });
		expect(item).toEqual({
			AppointmentId: 306,
			Title: 'Output',
			Contact: { Name: 'Fjord Shipping AS' },
			Sale: null,
			Recurrence: { WeekPattern: { Cycle: 1 } },
		});
		expect(simulator().requests[0].query).toEqual({
			$select: 'AppointmentId,title,Contact/Name,Sale,Recurrence/WeekPattern/Cycle',
		});
	});

	it('holds the selected columns of rows', async () => {
		const participant = [{ emailAddress: 'guest@example.com' }];
		const select = '=Participants / EmailAddress , Contact /Name';
		const participants = { participant };
		expect(await itemFor({ participants, output: 'selected', select })).toEqual({
			Contact: { Name: 'Fjord Shipping AS' },
			Participants: [{ EmailAddress: 'guest@example.com' }],
		});
	});

	it('keeps a text that begins like an empty date when simplified', async () => {
		const title = '9999-12-31T00:00:00 party';
		expect(await itemFor({ title, output: 'simplified' })).toMatchObject({ Title: title });
	});

	it('takes the selection as a list from an expression', async () => {
		const select = '={{ ["AppointmentId", "Contact", "Contact/Name"] }}';
		const item = await itemFor({ output: 'selected', select });
		expect(Object.keys(item)).toEqual(['Contact', 'AppointmentId']);
		expect(item.Contact).toMatchObject({ ContactId: 1, City: 'OSLO' });
	});

	it.each(['={{ { Title: 1 } }}', '={{ [{ id: 1 }] }}'])(
		'refuses the selection %s',
		async (select) => {
			const { error } = await runNode(simulator(), { title: 'A', output: 'selected', select });
			expect(error?.message).toMatch(
				/^Field Names or IDs \(options\.select\): .* is no list of names$/,
			);
			expect(simulator().requests).toEqual([]);
		},
	);

	it('refuses an empty selection', async () => {
		const { error } = await runNode(simulator(), {
			title: 'A',
			output: 'selected',
			select: '= , ',
		});
		expect(error?.message).toBe('Field Names or IDs (options.select): is empty');
		expect(simulator().requests).toEqual([]);
	});
});

describe('items', () => {
	const simulator = useSimulator();

	it('come out one for one, in order and paired, parameters read for each', async () => {
		const items = [5, 3, 9, 1].map((number) => ({ number, title: `No ${number}` }));
		const parameters = {
			title: '={{ $json.title }}',
			colorIndex: '={{ $json.number }}',
		};
		const result = await runNode(simulator(), parameters, { items });
		expect(simulator().requests.map(({ body }) => JSON.parse(body) as object)).toEqual(
			items.map(({ number, title }) => ({ Title: title, ColorIndex: number })),
		);
		const out = result.itemsOf('SuperOffice');
		expect(out.map(({ json }) => json.Title)).toEqual(items.map(({ title }) => title));
		expect(out.map(({ pairedItem }) => pairedItem)).toEqual(items.map((_, item) => ({ item })));
	});

	it('read options, output and the kind of body for each, not from the first', async () => {
		const items = [
			{ body: 'fields', zone: 'Asia/Tokyo', output: 'raw' },
			{ body: 'json', zone: 'UTC', output: 'simplified' },
			{ body: 'fields', zone: 'UTC', output: 'selected' },
		];
		const parameters = {
			specifyBody: '={{ $json.body }}',
			startDate: '2026-01-15T10:00:00',
			jsonBody: '{"Title":"J"}',
			output: '={{ $json.output }}',
			select: '=Title',
			options: { timezone: '={{ $json.zone }}' },
		};
		const result = await runNode(simulator(), parameters, { items });
		expect(result.error).toBeUndefined();
		const posts = simulator().requests.filter(({ method }) => method === 'POST');
		expect(posts.map(({ body }) => body).sort()).toEqual([
			'{"StartDate":"2026-01-15T01:00:00Z"}',
			'{"StartDate":"2026-01-15T10:00:00Z"}',
			'{"Title":"J"}',
		]);
		const sizes = result.itemsOf(NEXT).map(({ json }) => Object.keys(json).length);
		expect(sizes[0]).toBe(63);
		expect(sizes[2]).toBe(1);
	});

	it('decrypt the credential once for all of them', async () => {
		const items = Array.from({ length: 20 }, (_, index) => ({ index }));
		const result = await runNode(simulator(), { title: 'A' }, { items });
		expect(result.itemsOf(NEXT)).toHaveLength(20);
		expect(result.decryptions).toBe(1);
	});

	it('may be none', async () => {
		const result = await runNode(simulator(), { title: 'A' }, { items: [] });
		expect(result.error).toBeUndefined();
		expect(simulator().requests).toEqual([]);
	});
});

describe('what is sent', () => {
	const simulator = useSimulator();

	it.each([
		['no title where an expression gives none', { title: '={{ $json.missing }}' }, {}],
		[
			'an added text that was left empty',
			{ agenda: '', location: '' },
			{ Agenda: '', Location: '' },
		],
		['no null', { agenda: '={{ null }}', colorIndex: '={{ undefined }}' }, {}],
		['false and 0', { isMileStone: false, colorIndex: 0 }, { ColorIndex: 0, IsMileStone: false }],
		['no reference that was left empty', { contact: byId('') }, {}],
		['reference 0', { contact: byId('0') }, { Contact: { ContactId: 0 } }],
		[
			'words for switches, as models give them',
			{ isMileStone: '={{ "True" }}' },
			{ IsMileStone: true },
		],
		['digits for numbers', { colorIndex: '={{ " 7 " }}' }, { ColorIndex: 7 }],
		['numbers as text where text belongs', { title: '={{ 42 }}' }, { Title: '42' }],
		['enum values in any case', { type: '={{ "INDIARY" }}' }, { Type: 'inDiary' }],
	])('has %s', async (_name, parameters, wire) => {
		const result = await runNode(simulator(), { location: 'Oslo', ...parameters });
		expect(result.error).toBeUndefined();
		expect(JSON.parse(simulator().requests[0].body)).toEqual({ Location: 'Oslo', ...wire });
	});

	it.each([
		['the form', {}],
		['an expression that gives nothing', { title: '={{ $json.missing }}' }],
		['the item', { specifyBody: 'autoMap' }],
	])('is not nothing, by %s', async (_by, parameters) => {
		const { error } = await runNode(simulator(), parameters);
		expect(error?.message).toBe('Specify Body (specifyBody): nothing is set');
		expect(error?.description).toBe(
			'Set at least one property: an appointment usually has Title, Start, End.',
		);
		expect(simulator().requests).toEqual([]);
	});
});
