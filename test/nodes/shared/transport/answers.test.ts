import { byId, poll, runNode, useSimulator } from '../../../support';

const MESSAGE = { message: 'x' };

const field = (value: unknown, key = 'SuperOffice:1') => ({
	matchBy: 'customField',
	matchField: { __rl: true, mode: 'key', value: key },
	matchValue: value,
});

const checkFirst = {
	keyField: { __rl: true, mode: 'key', value: 'SuperOffice:1' },
	keyValue: 'A-4711',
};

const foreignKey = {
	matchBy: 'foreignKey',
	foreignApplication: 'Web Shop',
	foreignDevice: 'Production',
	foreignKeyName: 'orderId',
	foreignKeyValue: '4711',
};

const found = (Key: string, Value: string, RecordId: unknown) => ({ Key, Value, RecordId });
const rows = (...value: unknown[]) => ({ value });

describe('an answer of success', () => {
	const simulator = useSimulator();
	const asked = () => simulator().requests.map(({ method, path }) => `${method} ${path.slice(8)}`);
	const titles = () => [...simulator().data.appointments.values()].map(({ Title }) => Title);
	const record = (changes: object = {}) => ({
		...simulator().data.appointments.get(305),
		...changes,
	});

	const refusal = async (operation: string, parameters: object, ...bodies: unknown[]) => {
		simulator().answerNext(...bodies.map((body) => (body === undefined ? undefined : { body })));
		const title = ['create', 'update', 'upsert'].includes(operation) ? { title: 'New' } : {};
		const { error } = await runNode(simulator(), { operation, ...title, ...parameters });
		return error?.message;
	};

	const READING = 'SuperOffice answered without a number as AppointmentId (reading the appointment';
	const LOOKING = 'SuperOffice answered without a list of rows with a number as appointmentId';

	describe('that is not the record that was asked for is an error, and nothing follows it:', () => {
		const whole = { appointmentId: byId(305), updateMode: 'ThisAndForward' };

		it.each([
			['no record', MESSAGE, READING],
			['a record without its number', { Title: 'A' }, READING],
			['a number in words', { AppointmentId: '305' }, READING],
			[
				'another record',
				{ AppointmentId: 306, Title: 'A' },
				'with AppointmentId 306 in place of 305',
			],
			['no saved record', { AppointmentId: 0, Title: 'A' }, 'with AppointmentId 0 in place of 305'],
		])('%s, before a whole one is saved', async (_name, body, message) => {
			expect(await refusal('update', whole, body)).toContain(message);
			expect(asked()).toEqual(['GET Appointment/305']);
		});

		it.each([
			['addParticipants', { participants: { participant: [{ associateId: byId(4) }] } }],
			['move', { newStartTime: '2026-09-07T10:00:00' }],
			['delete', {}],
			['removeVideoMeeting', {}],
		])('%s reads another one', async (operation, parameters) => {
			const given = { appointmentId: byId(305), ...parameters };
			const body = { ...record(), AppointmentId: 306, JoinVideomeetUrl: 'https://a.example' };
			expect(await refusal(operation, given, body)).toContain('AppointmentId 306 in place of 305');
			expect(asked()).toEqual(['GET Appointment/305']);
		});

		it.each([
			['get', MESSAGE, /^SuperOffice answered without a number as AppointmentId$/],
			['get', { AppointmentId: 306 }, /AppointmentId 306 in place of 305$/],
			['update', { message: 'ok' }, /^SuperOffice answered without a number/],
			['setCompleted', { AppointmentId: 306 }, /AppointmentId 306 in place of 305$/],
			['upsert', MESSAGE, /^SuperOffice answered without a number/],
			['accept', MESSAGE, /^SuperOffice answered without a record/],
			['create', { message: 'ok' }, /^SuperOffice answered without a number as AppointmentId$/],
			['create', { AppointmentId: 0, Title: 'New' }, /^SuperOffice answered with AppointmentId 0$/],
			['getDefaults', { AppointmentId: 305 }, /AppointmentId 305 in place of 0 \(reading/],
		])('%s', async (operation, body, message) => {
			const isNew = ['create', 'getDefaults'].includes(operation);
			const given = isNew ? {} : { appointmentId: byId(305) };
			expect(await refusal(operation, given, body)).toMatch(message);
			expect(asked()).toHaveLength(1);
		});

		it('comes out without a number that was not selected', async () => {
			const given = { appointmentId: byId(305), output: 'selected', select: '=Title' };
			expect(await refusal('get', given)).toBeUndefined();
			expect(await refusal('get', given, { AppointmentId: 306, Title: 'A' })).toContain('306');
		});
	});

	describe('that looks for what is there is checked before anything is created:', () => {
		it.each([
			['nothing', { value: null }],
			['a message', MESSAGE],
			['a row without a number', rows({ 'appointmentUdef/SuperOffice:1': 'A-4711' })],
			['a row with half a number', rows({ appointmentId: 1.5 })],
			['a row that is none', rows(null)],
			['a row without what was looked for', rows({ appointmentId: 305 })],
		])('%s for a field', async (_name, body) => {
			const message = await refusal('upsert', field('A-4711'), undefined, body);
			expect(message).toContain(LOOKING);
			simulator().reset();
			expect(await refusal('create', checkFirst, undefined, body)).toContain(LOOKING);
			expect(asked()).toEqual(['GET Appointment/CustomField', 'GET Appointment']);
			expect(titles()).not.toContain('New');
		});

		it.each([
			['an empty object', {}, 'without a record'],
			['a message', MESSAGE, 'without a number as RecordId'],
			['no number', found('orderId', '4711', null), 'without a number as RecordId'],
			['number 0', found('orderId', '4711', 0), 'with RecordId 0'],
			['another value', found('orderId', '4712', 305), 'with another foreign key'],
			['another key', found('invoiceId', '4711', 305), 'with another foreign key'],
		])('%s for a foreign key', async (_name, body, message) => {
			expect(await refusal('upsert', foreignKey, body)).toContain(
				`SuperOffice answered ${message}`,
			);
			expect(asked()).toEqual(['POST Agents/ForeignSystem/GetKeyByValue']);
		});

		it('a created one has a number before its foreign key is saved', async () => {
			const message = await refusal('upsert', foreignKey, undefined, { Title: 'New' });
			expect(message).toContain('without a number as AppointmentId');
			expect(asked()).toEqual(['POST Agents/ForeignSystem/GetKeyByValue', 'POST Appointment']);
		});
	});

	it.each([
		['update', { updateMode: 'ThisAndForward' }, { UpdatedDate: 'soon', CreatedDate: null }],
		['delete', {}, { UpdatedDate: null, CreatedDate: null }],
		['delete', {}, { UpdatedDate: '0001-01-01T00:00:00', CreatedDate: undefined }],
	])('without a date does not turn the guard of %s off', async (operation, parameters, dates) => {
		const onlyIfUnmodifiedSince = '2030-01-01T00:00:00Z';
		const given = { appointmentId: byId(305), onlyIfUnmodifiedSince, ...parameters };
		expect(await refusal(operation, given, record(dates))).toMatch(
			/^Only If Unmodified Since \(options\.onlyIfUnmodifiedSince\): cannot be checked/,
		);
		expect(asked()).toEqual(['GET Appointment/305']);
	});

	it.each([[MESSAGE], [rows({ text: 'A' })], [rows({ appointmentId: 'NaN' })], [{ value: {} }]])(
		'is no page of Get Many where it is %j, the third one as well',
		async (body) => {
			const page = (from: number) =>
				rows(...Array.from({ length: 1000 }, (_one, index) => ({ appointmentId: from + index })));
			const given = { returnAll: true, returnEverything: true };
			expect(await refusal('getAll', given, page(1), page(1001), body)).toBe(LOOKING);
			expect(asked()).toHaveLength(3);
		},
	);

	it.each([[MESSAGE], [rows({ registeredDate: '2026-09-07T08:00:00Z' })], [{ value: null }]])(
		'ends a poll where it is %j, and no change is lost',
		async (body) => {
			const first = await poll(simulator(), {});
			simulator().answerNext({ body });
			const failed = await poll(simulator(), {}, first.staticData);
			expect(failed.error?.message).toContain(LOOKING);
			expect(failed.staticData).toEqual(first.staticData);
		},
	);
});

describe('what was looked for is compared with what came:', () => {
	const simulator = useSimulator();
	const posts = () => simulator().requests.filter(({ method }) => method === 'POST');

	const upsert = async (value: unknown, key: string, ...pages: object[][]) => {
		simulator().answerNext(undefined, ...pages.map((value) => ({ body: { value } })));
		const parameters = { operation: 'upsert', title: 'New', ...field(value, key) };
		const result = await runNode(simulator(), parameters);
		expect(result.error?.message).toBeUndefined();
		return result.itemsOf('Next Node')[0].json;
	};
	const row = (key: string, value: unknown, appointmentId = 305) => ({
		appointmentId,
		[`appointmentUdef/${key}`]: value,
	});

	it.each([
		['a number', 'SuperOffice:2', 4711, 5],
		['a number that is encoded', 'SuperOffice:2', 4711, '[I:5]'],
		['nothing', 'SuperOffice:2', 4711, null],
		['a text', 'SuperOffice:1', 'A-4711', 'A-4712'],
		['a text that is none', 'SuperOffice:1', 'A-4711', null],
	])('%s that is another one overwrites nothing', async (_name, key, value, came) => {
		const item = await upsert(value, key, [row(key, came)]);
		expect(item.operation).toBe('created');
		expect(item.AppointmentId).not.toBe(305);
		expect(posts()).toHaveLength(1);
	});

	it.each([
		['SuperOffice:2', 4711, 4711],
		['SuperOffice:2', 4711, '4711'],
		['SuperOffice:2', 4711, '[I:4711]'],
		['SuperOffice:1', '4711', 4711],
	])('%s with %p is the same as %p', async (key, value, came) => {
		const item = await upsert(value, key, [row(key, came)]);
		expect(item).toMatchObject({ AppointmentId: 305, operation: 'updated' });
	});

	it('all rows of a key, however many come at once', async () => {
		const key = 'SuperOffice:1';
		const others = (from: number) =>
			Array.from({ length: 50 }, (_one, index) => row(key, 'ABC', from + index));
		const item = await upsert('abc', key, others(1), others(51), [row(key, 'abc')]);
		expect(item).toMatchObject({ AppointmentId: 305, operation: 'updated' });
	});
});
