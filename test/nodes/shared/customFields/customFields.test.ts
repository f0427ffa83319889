import { decodeCustomFields } from '../../../../nodes/shared/customFields/decode';
import { decodeText } from '../../../../nodes/shared/customFields/encodedText';
import { LOGIN, type Simulator } from '../../../simulator';
import { mapperFields, NEXT, runNode, useSimulator, type Run } from '../../../support';

const LOGGED_IN = {
	Authorization: `Basic ${Buffer.from(`${LOGIN.username}:${LOGIN.password}`).toString('base64')}`,
};

const COST_CENTER = { 'SuperOffice:8': '4711' };

/** The mapper's value as n8n's form stores it. */
const mapped = (value: object, schema: object[] = []) => ({
	customFieldValues: { mappingMode: 'defineBelow', value, matchingColumns: [], schema },
});

const AUTOMATIC = {
	customFieldValues: {
		mappingMode: 'autoMapInputData',
		value: null,
		matchingColumns: [],
		schema: [],
	},
};

const posted = ({ requests }: Simulator) =>
	requests
		.filter(({ method }) => method === 'POST')
		.map(({ body }) => JSON.parse(body) as Record<string, Record<string, unknown>>);

describe('custom fields', () => {
	const simulator = useSimulator();

	async function sentFor(parameters: object, run: Run = {}) {
		const result = await runNode(simulator(), parameters, run);
		expect(result.error?.message).toBeUndefined();
		return posted(simulator())[0].CustomFields;
	}

	async function refusal(parameters: object, run: Run = {}) {
		const result = await runNode(simulator(), parameters, run);
		expect(posted(simulator())).toEqual([]);
		return `${result.error?.message} ${result.error?.description}`;
	}

	it('that are entries of a name that two have are refused with their numbers', async () => {
		const twins = [4, 9].map((Id) => ({ Id, Name: 'Other', Deleted: false, Hidden: false }));
		const definitions = await (
			await fetch(`${simulator().baseUrl}/api/v1/Appointment/CustomField`, { headers: LOGGED_IN })
		).json();
		simulator().reset();
		simulator().answerNext({ body: definitions }, { body: twins });
		expect(await refusal(mapped({ ...COST_CENTER, 'SuperOffice:7': 'other' }))).toMatch(
			/"other" is the name of several entries: Other = ID 4; Other = ID 9 Give the number/,
		);
	});

	it('of older kinds, as a fixture of the official client has them, come out plain, too', () => {
		const field = (type: string) => [
			{ key: 'x', label: 'X', type, isMandatory: false, isReadOnly: false, isHidden: false },
		];
		const plain = (type: string, x: string) =>
			decodeCustomFields({ x }, field(type), (key) => key).x;
		expect(plain('Time', '[DT:01/01/1760 09:34:44.0000000]')).toBe('09:34:44');
		expect(plain('TimeSpan', '[I:90]')).toBe('01:30:00');
		expect(plain('Checkbox', 'True')).toBe(true);
		expect(plain('ShortText', '[I:5]')).toBe('[I:5]');
	});

	describe('in the mapper', () => {
		it('have labels, the right controls and their lists; hidden and read-only ones are left out', async () => {
			const fields = await mapperFields(simulator());
			expect(fields.map(({ id, displayName, type }) => [id, displayName, type])).toEqual([
				['SuperOffice:1', 'Reference (SuperOffice:1)', 'string'],
				['SuperOffice:2', 'Guests', 'number'],
				['SuperOffice:3', 'Minutes', 'string'],
				['SuperOffice:4', 'Budget', 'number'],
				['SuperOffice:5', 'Catering', 'boolean'],
				['SuperOffice:6', 'Follow Up By', 'dateTime'],
				['SuperOffice:7', 'Format', 'options'],
				['SuperOffice:8', 'Cost Center (mandatory)', 'string'],
				['Facilities:RoomSetup', 'Room Setup', 'options'],
				['x_started', 'Started', 'dateTime'],
				['x_call_time', 'Call Time', 'time'],
				['x_travel', 'Travel', 'string'],
				['x_related_company', 'Related Company', 'number'],
				['x_category', 'Visit Category', 'options'],
				['x_reference', 'Reference (x_reference)', 'string'],
			]);
			expect(
				fields
					.filter(({ displayName }) => displayName.endsWith(' (mandatory)'))
					.map(({ id }) => id),
			).toEqual(['SuperOffice:8']);
			const optionsOf = (id: string) => fields.find((field) => field.id === id)?.options;
			expect(optionsOf('SuperOffice:7')).toEqual([
				{ name: 'On Site', value: 1 },
				{ name: 'Online', value: 2 },
				{ name: 'Hybrid', value: 3 },
			]);
			expect(optionsOf('Facilities:RoomSetup')?.map(({ name }) => name)).toEqual([
				'Rows',
				'Circle',
				'U-shape',
			]);
		});

		it('can be filled in by number where their list cannot be read', async () => {
			const definitions = await (
				await fetch(`${simulator().baseUrl}/api/v1/Appointment/CustomField`, { headers: LOGGED_IN })
			).json();
			simulator().answerNext({ body: definitions }, { status: 403, body: {} });
			const fields = await mapperFields(simulator());
			expect(fields).toHaveLength(15);
			expect(fields.find(({ id }) => id === 'SuperOffice:7')).toMatchObject({
				displayName: expect.stringContaining('its list cannot be read') as string,
				type: 'number',
			});
			// Two fields have the list, which is asked for once.
			const lists = simulator().requests.filter(({ path }) => path.includes('MDOList'));
			expect(lists).toHaveLength(1);
		});

		it('speak the chosen language', async () => {
			const fields = await mapperFields(simulator(), { options: { soLanguage: 'nb' } });
			const labels = fields.map(({ displayName }) => displayName);
			expect(labels).toEqual(
				expect.arrayContaining(['Gjester', 'Kostnadssted (mandatory)', 'Møteform']),
			);
		});
	});

	it.each<[string, unknown, string]>([
		['SuperOffice:1', 'Blå «[I:5]» 東京', 'Blå «[I:5]» 東京'],
		['SuperOffice:1', 42, '42'],
		['SuperOffice:2', 42, '[I:42]'],
		['SuperOffice:2', '-7', '[I:-7]'],
		['SuperOffice:3', 'One\nTwo', 'One\nTwo'],
		['SuperOffice:4', 1250.5, '[F:1250.5]'],
		['SuperOffice:4', '123,45', '[F:123.45]'],
		['SuperOffice:4', 1e-7, '[F:0.0000001]'],
		['SuperOffice:5', true, '[I:1]'],
		['SuperOffice:5', false, '[I:0]'],
		['SuperOffice:6', '2026-12-31T00:00:00', '[D:12/31/2026]'],
		['SuperOffice:6', '2026-12-30T23:30:00Z', '[D:12/31/2026]'],
		['SuperOffice:7', 2, '[I:2]'],
		['SuperOffice:7', 'hybrid', '[I:3]'],
		['Facilities:RoomSetup', 'U-shape', 'U-shape'],
		['x_started', '2026-07-01T10:15:30', '[DT:07/01/2026 10:15:30.0000000]'],
		['x_started', '2026-07-01T08:15:30Z', '[DT:07/01/2026 10:15:30.0000000]'],
		['x_started', '2026-03-29T02:30:00', '[DT:03/29/2026 02:30:00.0000000]'],
		['x_started', '2026-03-29T01:30:00Z', '[DT:03/29/2026 03:30:00.0000000]'],
		['x_call_time', '2026-03-29T02:30:00', '[T:02:30]'],
		['x_call_time', '2026-03-29 02:30:00+01:00', '[T:03:30]'],
		['x_call_time', '14:52', '[T:14:52]'],
		['x_call_time', '8:05:00', '[T:08:05]'],
		['x_travel', '1:30', '[TS:5400]'],
		['x_travel', '00:08:20', '[TS:500]'],
		['x_travel', 30, '[TS:1800]'],
		['x_related_company', 5, '[I:5]'],
		['x_category', 'Online', '[I:2]'],
	])('are encoded as SuperOffice wants them: %s from %j', async (key, value, wire) => {
		const sent = await sentFor(mapped({ ...COST_CENTER, [key]: value }));
		expect(sent).toEqual({ ...COST_CENTER, [key]: wire });
	});

	it.each<[string, unknown, RegExp]>([
		['SuperOffice:1', 'x'.repeat(41), /Reference .*has 41 characters.*takes 40 at most/],
		['SuperOffice:2', 'many', /Guests .*"many" is not a whole number/],
		['SuperOffice:4', 'dear', /Budget .*"dear" is not a number/],
		['SuperOffice:5', 'maybe', /Catering .*neither true nor false/],
		['SuperOffice:6', '2026-02-30', /Follow Up By .*not a possible date/],
		[
			'SuperOffice:7',
			'Telegram',
			/Format .*"Telegram" is not in its list.*Online = ID 2; Hybrid = ID 3; On Site = ID 1/,
		],
		['Facilities:RoomSetup', 'Heap', /Room Setup .*"Heap" is not one of its values.*Rows, Circle/],
		['SuperOffice:4', '1,250', /Budget .*may be a number of thousands or one with three decimals/],
		['SuperOffice:4', 1e-30, /Budget .*1e-30 is not a number/],
		['SuperOffice:4', ['1'], /Budget .*is not text/],
		['x_call_time', '25:00', /Call Time .*not a time of day/],
		['x_call_time', '14:30:45', /Call Time .*not a time of day/],
		['x_travel', ['30'], /Travel .*is not text/],
		['x_travel', 'far', /Travel .*not a time span/],
		['x_internal', 1, /SuperOffice has no field "x_internal" that can be written/],
		['x_score', 1, /no field "x_score" that can be written/],
		['x_gone', 1, /no field "x_gone"/],
	])('refuse what cannot be: %s from %j', async (key, value, message) => {
		expect(await refusal(mapped({ ...COST_CENTER, [key]: value }))).toMatch(message);
	});

	it('that the form does not show are not sent', async () => {
		const schema = [{ id: 'SuperOffice:5', removed: true }];
		const sent = await sentFor(mapped({ ...COST_CENTER, 'SuperOffice:5': false }, schema));
		expect(sent).toEqual(COST_CENTER);
	});

	it('that are empty are not sent, but for texts that an expression empties', async () => {
		const values = {
			x_gone: null,
			'SuperOffice:2': null,
			'SuperOffice:4': '',
			'SuperOffice:3': '={{ "" }}',
		};
		expect(await sentFor(mapped({ ...COST_CENTER, ...values }))).toEqual({
			...COST_CENTER,
			'SuperOffice:3': '',
		});
	});

	it('that are mandatory have to be set', async () => {
		const parameters = mapped({ 'SuperOffice:8': '={{ $json.costCenter }}' });
		expect(await refusal(parameters)).toMatch(
			/mandatory and not set: Cost Center \(SuperOffice:8\)/,
		);
	});

	it('of the keys and values count as well', async () => {
		const entry = [{ key: 'SuperOffice:8', value: '1' }];
		const parameters = {
			...mapped({ 'SuperOffice:2': 3 }),
			customFields: { entry },
		};
		expect(await sentFor(parameters)).toEqual({ 'SuperOffice:8': '1', 'SuperOffice:2': '[I:3]' });
	});

	it.each(['customFields', 'userDefinedFields', 'extraFields'])(
		'that stand in %s too are refused by name',
		async (collection) => {
			const entry = [{ key: 'SuperOffice:8', value: '1' }];
			const parameters = { ...mapped(COST_CENTER), [collection]: { entry } };
			expect(await refusal(parameters)).toMatch(
				/Cost Center \(customFieldValues\.SuperOffice:8\): "SuperOffice:8" also stands among the keys and values/,
			);
		},
	);

	describe('mapped automatically', () => {
		it('are taken by label or ProgId, in any case; other fields of the item are not', async () => {
			const items = [{ guests: 4, 'Cost Center': '4711', X_TRAVEL: '0:30', row: 7, Budget: '' }];
			expect(await sentFor({ title: '={{ $json.row }}', ...AUTOMATIC }, { items })).toEqual({
				'SuperOffice:2': '[I:4]',
				'SuperOffice:8': '4711',
				x_travel: '[TS:1800]',
			});
		});

		it.each<[string, Record<string, unknown>, RegExp]>([
			[
				'two fields have the label',
				{ Reference: 'a' },
				/"Reference" is the label of SuperOffice:1 and of x_reference.*Use the ProgId/,
			],
			[
				'two keys are one field',
				{ Guests: 1, 'SuperOffice:2': 2 },
				/"Guests" and "SuperOffice:2" of the item are the same field/,
			],
			['a mandatory one is missing', { Guests: 1 }, /mandatory and not set: Cost Center/],
			['a mandatory one is empty', { 'Cost Center': '' }, /mandatory and not set: Cost Center/],
		])('are refused where %s', async (_name, item, message) => {
			expect(await refusal(AUTOMATIC, { items: [item as never] })).toMatch(message);
		});
	});

	it('are defined once per execution', async () => {
		const items = Array.from({ length: 10 }, () => ({}));
		const result = await runNode(
			simulator(),
			mapped({ ...COST_CENTER, 'SuperOffice:7': 'Online' }),
			{ items },
		);
		expect(result.itemsOf(NEXT)).toHaveLength(10);
		const asked = simulator().requests.filter(({ method }) => method === 'GET');
		expect(asked.map(({ path }) => path)).toEqual([
			'/api/v1/Appointment/CustomField',
			'/api/v1/MDOList/udlist7/selectable',
		]);
	});

	describe('in the output', () => {
		const values = {
			...COST_CENTER,
			'SuperOffice:1': 'Ref «1»',
			'SuperOffice:2': 42,
			'SuperOffice:4': 1250.5,
			'SuperOffice:5': true,
			'SuperOffice:6': '2026-12-31',
			'SuperOffice:7': 'Online',
			'Facilities:RoomSetup': 'Circle',
			x_started: '2026-07-01T10:15:30',
			x_call_time: '14:52',
			x_travel: '01:30:00',
			x_related_company: 5,
		};

		async function fieldsOf(parameters: object, run: Run = {}) {
			const result = await runNode(simulator(), { ...mapped(values), ...parameters }, run);
			expect(result.error?.message).toBeUndefined();
			return result.itemsOf(NEXT)[0].json as { CustomFields: Record<string, unknown> };
		}

		it.each<[string, object, string]>([
			['as in Norway', { soLanguage: 'nb', soCulture: 'nb' }, 'Europe/Oslo'],
			['as in the United States', { soLanguage: 'en', soCulture: 'en' }, 'America/New_York'],
			['without a culture', {}, 'Asia/Tokyo'],
		])('come back as they were entered, by ProgId: %s', async (_name, options, timezone) => {
			const parameters = {
				...mapped({ ...values, 'SuperOffice:7': 2 }),
				output: 'simplified',
				customFieldNames: 'progId',
				options,
			};
			const { CustomFields } = await fieldsOf(parameters, { timezone });
			const list = 'soLanguage' in options && options.soLanguage === 'nb' ? 'Nettmøte' : 'Online';
			expect(CustomFields).toMatchObject({ ...values, 'SuperOffice:7': list });
		});

		it('are called by their labels when simplified, and those without a value are left out', async () => {
			const item = await fieldsOf({
				output: 'simplified',
				...mapped({ ...COST_CENTER, 'SuperOffice:2': 42 }),
			});
			expect(item.CustomFields).toMatchObject({
				'Cost Center': '4711',
				Guests: 42,
				Catering: false,
				Budget: 0,
			});
			expect(Object.keys(item.CustomFields).join()).not.toMatch(
				/Follow Up By|Started|Reference|DisplayText/,
			);
			expect(item).not.toHaveProperty('UserDefinedFields');
			expect(item).not.toHaveProperty('ExtraFields');
		});

		it('are plain when one of them is selected', async () => {
			const parameters = { output: 'selected', select: '=CustomFields/SuperOffice:7' };
			expect(await fieldsOf(parameters)).toEqual({ CustomFields: { 'SuperOffice:7': 'Online' } });
		});

		it('are plain by ProgId when selected', async () => {
			const parameters = { output: 'selected', select: '=Title,customFields' };
			const item = await fieldsOf(parameters);
			expect(Object.keys(item).sort()).toEqual(['CustomFields', 'Title']);
			expect(item.CustomFields).toMatchObject(values);
		});

		it('are as SuperOffice sends them when complete', async () => {
			const { CustomFields } = await fieldsOf({ output: 'raw' });
			expect(CustomFields).toMatchObject({
				'SuperOffice:2': '[I:42]',
				'SuperOffice:6': '[DT:12/31/2026 00:00:00.0000000]',
				'SuperOffice:7': '[I:2]',
				'SuperOffice:7:DisplayText': expect.any(String) as string,
			});
		});
	});
});

describe('an encoded value', () => {
	it.each<[string, unknown]>([
		['', ''],
		['Text', 'Text'],
		['[I:42]', 42],
		['[I:-1]', -1],
		['[F:123.45]', 123.45],
		['[F:123,45]', 123.45],
		['[M:1.5]', 1.5],
		['[D:11/09/2017]', '2017-11-09'],
		['[D:09.11.2017]', '2017-11-09'],
		['[D:01/01/0001 00:00:00.0000000]', null],
		['[DT:01/01/0001 00:00:00.0000000]', null],
		['[DT:11/09/2017 14:53:18]', '2017-11-09T14:53:18'],
		['[DT:11/09/2017 14:53:18.0000000]', '2017-11-09T14:53:18'],
		['[DT:09.11.2017 14:53:18]', '2017-11-09T14:53:18'],
		['[DT:11/09/2017 2:53:18 PM]', '2017-11-09T14:53:18'],
		['[DT:2017-11-09T14:53:18]', '2017-11-09T14:53:18'],
		['[DT:01/01/1760 09:34:44.0000000]', '1760-01-01T09:34:44'],
		['[D:29/03/2026]', '[D:29/03/2026]'],
		['[DT:11/09/2017 and more]', '[DT:11/09/2017 and more]'],
		['[T:14:52]', '14:52'],
		['[TS:500]', '00:08:20'],
		['[TS:90000]', '25:00:00'],
		['[A:3,4,5]', [3, 4, 5]],
		['[A:]', []],
		['[I:many]', '[I:many]'],
		['[B:X98]', '[B:X98]'],
		['[SR_VFC_ALL]', '[SR_VFC_ALL]'],
		['[note: call back]', '[note: call back]'],
	])('%s is %j', (text, plain) => {
		expect(decodeText(text)).toEqual(plain);
	});
});
