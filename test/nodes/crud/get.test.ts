import {
	byId,
	byName,
	dropdownOptions,
	NEXT,
	runNode,
	useSimulator,
	type Run,
} from '../../support';

const GET = { operation: 'get' };

describe('Get', () => {
	const simulator = useSimulator();
	const run = async (parameters: object, more: Run = {}) =>
		await runNode(simulator(), { ...GET, ...parameters }, more);
	const paths = () => simulator().requests.map(({ method, path }) => `${method} ${path}`);

	it('offers the properties, parts of them, and custom fields to be selected', async () => {
		const fields = await dropdownOptions(simulator(), 'getFields', 'select');
		expect(fields).toEqual(
			expect.arrayContaining([
				{ name: 'Company (Contact)', value: 'Contact' },
				{ name: 'Company Name (Contact/Name)', value: 'Contact/Name' },
				{ name: 'Guests (CustomFields/SuperOffice:2)', value: 'CustomFields/SuperOffice:2' },
				{ name: 'Start (StartDate)', value: 'StartDate' },
			]),
		);
		const select = ['StartDate', 'Contact/Name'];
		const result = await run({ appointmentId: byId(305), output: 'selected', select });
		expect(Object.keys(result.itemsOf(NEXT)[0].json)).toEqual(['Contact', 'StartDate']);
	});

	it('puts out the appointment, complete, one for each item and paired with it', async () => {
		const items = [{ id: 305 }, { id: '305' }];
		const result = await run({ appointmentId: byId('={{ $json.id }}') }, { items });
		expect(result.error?.message).toBeUndefined();
		expect(paths()).toEqual(Array(2).fill('GET /api/v1/Appointment/305'));
		const out = result.itemsOf(NEXT);
		expect(out.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
		expect(out[0].json).toMatchObject({ AppointmentId: 305, Title: 'Appointment of the sample' });
	});

	it('finds it by its title', async () => {
		const result = await run({ appointmentId: byName('Appointment of the sample') });
		expect(result.itemsOf(NEXT)[0].json.AppointmentId).toBe(305);
	});

	it('is simplified or selected as the other outputs are', async () => {
		const simplified = await run({ appointmentId: byId(305), output: 'simplified' });
		expect(simplified.itemsOf(NEXT)[0].json).toMatchObject({ TaskId: 2, TaskName: 'Meeting' });
		simulator().reset();
		const selected = { output: 'selected', select: '=Title,Task/Value' };
		const result = await run({ appointmentId: byId(305), ...selected });
		expect(result.itemsOf(NEXT)[0].json).toEqual({
			Title: 'Appointment of the sample',
			Task: { Value: 'Meeting' },
		});
		expect(simulator().requests[0].query).toEqual({ $select: 'Title,Task/Value,AppointmentId' });
	});

	it('adds the keys of other systems if told so', async () => {
		const result = await run({ appointmentId: byId(305), includeForeignKeys: true });
		expect(simulator().requests[0].query).toEqual({ fk: 'true' });
		expect(result.itemsOf(NEXT)[0].json.ExtraFields).toMatchObject({
			'n8nTests.sheet.rowid': 'row-17',
		});
	});

	describe('only if modified since', () => {
		const unchanged = { appointmentId: byId(305), onlyIfModifiedSince: '2099-01-01T12:00:00' };

		it('puts out no item when it was not', async () => {
			const result = await run(unchanged);
			expect(result.error?.message).toBeUndefined();
			expect(result.itemsOf(NEXT)).toEqual([]);
			expect(simulator().requests[0].headers['if-modified-since']).toBe(
				'Thu, 01 Jan 2099 11:00:00 GMT',
			);
		});

		it('puts out an item that says so, if wanted', async () => {
			const result = await run({ ...unchanged, whenUnchanged: 'item' });
			expect(result.itemsOf(NEXT).map(({ json }) => json)).toEqual([
				{ AppointmentId: 305, unchanged: true },
			]);
		});

		it('puts out the appointment when it was', async () => {
			await runNode(simulator(), { title: 'New' });
			const since = { appointmentId: byId(306), onlyIfModifiedSince: '2001-01-01T00:00:00' };
			const result = await run(since);
			expect(result.itemsOf(NEXT)[0].json.AppointmentId).toBe(306);
		});
	});

	it.each<[string, object, RegExp]>([
		['is not there', { appointmentId: byId(99999) }, /Appointment id 99999 not found/],
		['is not named', {}, /Appointment \(appointmentId\): no appointment is chosen/],
		['is 0', { appointmentId: byId(0) }, /no appointment is chosen/],
		['has a title that nothing has', { appointmentId: byName('Zzz') }, /no appointment is named/],
	])('refuses one that %s', async (_name, parameters, message) => {
		const result = await run(parameters);
		expect(result.error?.message).toMatch(message);
	});
});
