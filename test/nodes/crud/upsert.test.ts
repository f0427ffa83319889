import omit from 'lodash/omit';
import type { IDataObject } from 'n8n-workflow';

import { raw } from '../../editor';
import { byId, NEXT, runNode, searchList, useSimulator, type Run } from '../../support';

describe('an appointment that is created or updated', () => {
	const simulator = useSimulator();
	const count = () => simulator().data.appointments.size;
	const stored = (id: unknown) => simulator().data.appointments.get(Number(id)) as IDataObject;
	const asked = () => simulator().requests.map(({ method, path }) => `${method} ${path.slice(8)}`);
	const sent = (index = -1) =>
		JSON.parse(simulator().requests.at(index)?.body ?? 'null') as IDataObject;

	const run = async (parameters: object, more: Run = {}) =>
		await runNode(simulator(), { operation: 'upsert', ...parameters }, more);

	async function upsert(parameters: object, more: Run = {}) {
		simulator().requests.splice(0);
		const result = await run(parameters, more);
		expect(result.error?.message).toBeUndefined();
		return result.itemsOf(NEXT).map(({ json }) => json);
	}

	describe('by its ID', () => {
		it('is updated', async () => {
			const [item] = await upsert({ appointmentId: byId(305), title: 'After' });
			expect(asked()).toEqual(['PATCH Appointment/305']);
			expect(item).toMatchObject({ AppointmentId: 305, Title: 'After', operation: 'updated' });
		});

		it("is not created where the ID is nobody's", async () => {
			const before = count();
			const result = await run({ appointmentId: byId(999_999_999), title: 'After' });
			expect(result.error?.message).toMatch(/^SuperOffice did not find it/);
			expect(count()).toBe(before);
		});

		it('is created without one, where nothing else tells', async () => {
			const parameters = {
				appointmentId: byId('={{ $json.id }}'),
				matchBy: 'nothing',
				title: 'New',
			};
			const [item] = await upsert(parameters, { items: [{}] });
			expect(asked()).toEqual(['POST Appointment']);
			expect(item).toMatchObject({ Title: 'New', operation: 'created' });
		});
	});

	const automatic = { mappingMode: 'autoMapInputData', value: null, schema: [] };

	const field = (value: unknown, key = 'SuperOffice:1') => ({
		matchBy: 'customField',
		matchField: { __rl: true, mode: 'key', value: key },
		matchValue: value,
	});

	describe('by a custom field', () => {
		it.each([
			['text', 'SuperOffice:1', "A-4711 'x\\y'", "A-4711 'x\\y'"],
			['number', 'superoffice:2', 4711, '[I:4711]'],
			['number, named by the label', 'guests', 42, '[I:42]'],
		])(
			'that is a %s is created once, and updated the next time',
			async (_type, key, value, encoded) => {
				const before = count();
				const items = [{ title: 'First' }, { title: 'Second' }];
				const parameters = { ...field(value, key), title: '={{ $json.title }}' };
				const [first, second] = await upsert(parameters, { items });
				expect(count()).toBe(before + 1);
				expect([first.operation, second.operation]).toEqual(['created', 'updated']);
				expect(second.AppointmentId).toBe(first.AppointmentId);
				expect(stored(first.AppointmentId)).toMatchObject({ Title: 'Second' });
				const [third] = await upsert({ ...parameters, title: 'Third' });
				expect(third).toMatchObject({ AppointmentId: first.AppointmentId, operation: 'updated' });
				expect(sent()).toMatchObject({ Title: 'Third' });
				const official = key
					.replace('superoffice', 'SuperOffice')
					.replace('guests', 'SuperOffice:2');
				expect(stored(first.AppointmentId).CustomFields).toMatchObject({ [official]: encoded });
			},
		);

		it('differs from one whose value differs in case', async () => {
			const [first] = await upsert({ ...field('abc'), title: 'Small' });
			const [second] = await upsert({ ...field('ABC'), title: 'Large' });
			expect(second.operation).toBe('created');
			expect(second.AppointmentId).not.toBe(first.AppointmentId);
		});

		it('is not guessed where several have the value', async () => {
			const entry = [{ key: 'SuperOffice:1', value: 'Twin' }];
			const twin = { operation: 'create', customFields: { entry } };
			const ids = [];
			for (let twins = 0; twins < 2; twins++) {
				const result = await runNode(simulator(), twin);
				ids.push(result.itemsOf(NEXT)[0].json.AppointmentId);
			}
			const result = await run({ ...field('Twin'), title: 'Which?' });
			expect(result.error?.message).toBe(
				`Match Value (matchValue): 2 appointments have it: ${ids.join(', ')}`,
			);
		});

		it('is given the value along with others, in the form, an item or JSON', async () => {
			const typed = { mappingMode: 'defineBelow', value: { 'SuperOffice:8': '4711' } };
			await upsert({
				...field('In the form'),
				customFieldValues: typed,
			});
			expect(sent()).toEqual({
				CustomFields: { 'SuperOffice:8': '4711', 'SuperOffice:1': 'In the form' },
			});
			await upsert({ ...field('In an item'), specifyBody: 'autoMap' }, { items: [{ Title: 'A' }] });
			expect(sent()).toEqual({ Title: 'A', CustomFields: { 'SuperOffice:1': 'In an item' } });
			const jsonBody = '{"title":"A","customfields":{"SuperOffice:1":"In JSON"}}';
			await upsert({ ...field('In JSON'), specifyBody: 'json', jsonBody });
			expect(sent()).toEqual({ Title: 'A', CustomFields: { 'SuperOffice:1': 'In JSON' } });
		});

		it.each<[string, object, object]>([
			['in the mapper', { customFieldValues: automatic }, {}],
			['in an item', { specifyBody: 'autoMap', ignoreUnknownFields: true }, {}],
			[
				'in an item, in another case',
				{ specifyBody: 'autoMap', ignoreUnknownFields: true },
				{ cell: 'u-2' },
			],
		])(
			'is given by the cell of a sheet that is mapped, too: %s',
			async (_where, parameters, more) => {
				const item = { 'SuperOffice:1': 'U-2 ', 'SuperOffice:8': '1', cell: 'U-2 ', ...more };
				const items = [{ ...item, CustomFields: { 'SuperOffice:1': 'U-2 ' } }];
				const given = { ...field('={{ $json.cell }}'), ...parameters };
				const [{ operation }] = await upsert(given, { items });
				expect(operation).toBe('created');
				const CustomFields = { 'SuperOffice:1': String(items[0].cell).trim() };
				expect(sent()).toMatchObject({ CustomFields });
				expect((await upsert(given, { items }))[0].operation).toBe('updated');
			},
		);

		it('is not taken from an item of another one, which says something else', async () => {
			const [first] = await upsert({ ...field('A'), title: 'First' });
			const parameters = { ...field('B'), specifyBody: 'autoMap' };
			const result = await run(parameters, {
				items: [omit(first, 'AppointmentId') as IDataObject],
			});
			expect(result.error?.message).toMatch(/SuperOffice:1 is set to something else/);
		});

		it.each([
			['an extra field', field('a', 'x_reference'), /"x_reference" is an extra field, by which/],
			['a field of another type', field('a', 'SuperOffice:5'), /is of the type Checkbox, by which/],
			[
				'an unknown field',
				field('a', 'SuperOffice:99'),
				/no custom field has the key or label "SuperOffice:99"/,
			],
			['no field', field('a', ''), /^Match Field \(matchField\): is empty$/],
			['no value', field(' '), /^Match Value \(matchValue\): " " is what records without/],
			['zero', field(0, 'SuperOffice:2'), /0 is what records without a value have/],
			[
				'another value among the custom fields',
				{
					...field('a'),
					specifyBody: 'json',
					jsonBody: '{"CustomFields":{"SuperOffice:1":"b"}}',
				},
				/SuperOffice:1 is set to something else/,
			],
		])('is refused for %s', async (_name, parameters, message) => {
			const before = count();
			const result = await run(parameters);
			expect(result.error?.message).toMatch(message);
			expect(count()).toBe(before);
		});

		it('is offered by label, without extra fields', async () => {
			const list = await searchList(simulator(), { method: 'matchField', path: 'matchField' });
			expect(list.results.map(({ value }) => value)).toEqual([
				'SuperOffice:1',
				'SuperOffice:2',
				'SuperOffice:8',
			]);
			expect(list.results[0].name).toBe('Reference (SuperOffice:1)');
			const some = { method: 'matchField', path: 'matchField', filter: 'cost' };
			expect((await searchList(simulator(), some)).results).toHaveLength(1);
		});
	});

	describe('by a foreign key', () => {
		const key = {
			matchBy: 'foreignKey',
			foreignApplication: 'Web Shop',
			foreignDevice: 'Production',
			foreignKeyName: 'orderId',
			foreignKeyValue: '={{ $json.order }}',
		};
		const items = [{ order: 4711 }];

		it('is created with the key, and found by it the next time', async () => {
			const before = count();
			const [first] = await upsert({ ...key, title: 'First' }, { items });
			expect(asked()).toEqual([
				'POST Agents/ForeignSystem/GetKeyByValue',
				'POST Appointment',
				'POST Agents/ForeignSystem/SaveForeignKey',
			]);
			const place = { ApplicationName: 'Web Shop', DeviceName: 'Production' };
			expect(sent(0)).toEqual({
				...place,
				KeyName: 'orderId',
				KeyValue: '4711',
				TableName: 'appointment',
			});
			const ForeignKey = { Key: 'orderId', Value: '4711', RecordId: first.AppointmentId };
			expect(sent()).toEqual({
				...place,
				DeviceIdentifier: '',
				ForeignKey: { ...ForeignKey, TableName: 'appointment' },
			});
			expect(first).toMatchObject({ Title: 'First', operation: 'created' });
			const [second] = await upsert({ ...key, title: 'Second' }, { items });
			expect(asked()).toHaveLength(2);
			expect(second).toMatchObject({ AppointmentId: first.AppointmentId, operation: 'updated' });
			expect(stored(first.AppointmentId).Title).toBe('Second');
			expect(count()).toBe(before + 1);
		});

		it('keeps the key whatever is selected of the answer', async () => {
			const selected = { ...key, title: 'First', output: 'selected', select: '=Title' };
			const [item] = await upsert(selected, { items });
			expect(item).toEqual({ Title: 'First', operation: 'created' });
			const keys = [...simulator().data.foreignKeys.values()];
			expect(keys).toContainEqual({ 'Web Shop.Production.orderId': '4711' });
		});

		it('says which appointment was created when its key cannot be saved', async () => {
			const failed = { status: 500, body: { ErrorMessage: 'No keys today' } };
			simulator().answerNext(undefined, undefined, failed);
			const result = await run({ ...key, title: 'First' }, { items });
			expect(result.error?.message).toMatch(
				/^SuperOffice failed \(saving the foreign key of appointment \d+, which was created\): No keys/,
			);
		});

		it('is not created when the key cannot be looked up', async () => {
			const before = count();
			simulator().answerNext({ body: { Error: true, ErrorMessage: 'No such device' } });
			const result = await run({ ...key, title: 'First' }, { items });
			expect(result.error?.message).toMatch(/looking up the foreign key\): No such device$/);
			expect(count()).toBe(before);
		});

		it('is not made again where the appointment was deleted, and the error says what to do', async () => {
			const [{ AppointmentId }] = await upsert({ ...key, title: 'First' }, { items });
			simulator().data.appointments.delete(Number(AppointmentId));
			const before = count();
			const { error } = await run({ ...key, title: 'Second' }, { items });
			expect(error?.message).toBe(
				`Foreign Key Value (foreignKeyValue): the foreign key points to appointment ${String(AppointmentId)}, which is gone`,
			);
			expect(error?.description).toMatch(/^Nothing was saved. Remove the key from SuperOffice, or/);
			expect(count()).toBe(before);
		});

		it('says what else is not there where the appointment is', async () => {
			await upsert({ ...key, title: 'First' }, { items });
			simulator().answerNext(undefined, { status: 404, body: { ErrorMessage: 'No such company' } });
			const { error } = await run({ ...key, title: 'Second' }, { items });
			expect(error?.message).toBe('SuperOffice did not find it: No such company');
		});

		it('needs the whole key', async () => {
			const result = await run({ ...key, foreignDevice: ' ' }, { items });
			expect(result.error?.message).toBe('Foreign Device (foreignDevice): is empty');
		});
	});

	it('is not saved over another one', async () => {
		const parameters = {
			matchBy: 'nothing',
			specifyBody: 'json',
			jsonBody: '{"AppointmentId":305}',
		};
		const result = await run(parameters);
		expect(result.error?.message).toMatch(/AppointmentId is 305, and would save over/);
		const other = { ...parameters, appointmentId: byId(304) };
		expect((await run(other)).error?.message).toMatch(/AppointmentId is 305, but the appointment/);
		expect(asked()).toEqual([]);
	});

	it.each([[byId(305)], [byId('')]])('takes no JSON Patch (%j)', async (appointmentId) => {
		const body = { specifyBody: 'jsonPatch', jsonPatch: '[]', matchBy: 'nothing' };
		const result = await run(raw({ appointmentId, ...body }));
		expect(result.error?.message).toMatch(/"jsonPatch" is not one of its values/);
		expect(asked()).toEqual([]);
	});

	it("starts from SuperOffice's defaults where it is created", async () => {
		await upsert({ matchBy: 'nothing', title: 'New', startFromDefaults: true });
		expect(sent()).toMatchObject({ Title: 'New', Task: { TaskListItemId: 2 }, HasAlarm: false });
		await upsert({ appointmentId: byId(305), title: 'Old', startFromDefaults: true });
		expect(sent()).toEqual({ Title: 'Old' });
	});
});
