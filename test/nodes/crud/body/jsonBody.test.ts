import { raw } from '../../../editor';
import { byId } from '../../../support';
import { FOUR, MONDAY, useLife } from '../../life';

describe('JSON that a person gives', () => {
	const { at, out, refusal, saved, simulator } = useLife();
	const json = (jsonBody: unknown) => ({ specifyBody: 'json', jsonBody });
	const patch = (jsonPatch: unknown) => ({ specifyBody: 'jsonPatch', jsonPatch });
	const of = (id: number | string) => ({ appointmentId: byId(id) });
	const whole = { updateMode: 'ThisAndForward' };
	const KEY = {
		keyField: { __rl: true, mode: 'key', value: 'SuperOffice:1' },
		keyValue: 'A-1',
	};
	const written = () => simulator().requests.filter(({ method }) => method !== 'GET');
	const lastBody = () => written().at(-1)?.body ?? '';

	describe('and that changes nothing', () => {
		const NOTHING = 'Specify Body (specifyBody): there is nothing to update';

		it.each([
			['an empty object', json('{}')],
			['an empty object of an expression', json('={{ ({}) }}')],
			['its own number alone', json('{ "appointmentID": 305 }')],
			['an empty object for a series', { ...json('{}'), ...whole }],
			['an item of unknown fields', { specifyBody: 'autoMap', ignoreUnknownFields: true }],
			[
				'an item of unknown fields, for mails',
				{ specifyBody: 'autoMap', ignoreUnknownFields: true, sendEmailToParticipants: true },
			],
			['an empty form for a series', whole],
		])('is refused by Update: %s', async (_name, parameters) => {
			const items = [{ Unknown: 1 }];
			const { message } = await refusal('update', { ...of(305), ...parameters }, { items });
			expect(message).toBe(NOTHING);
			expect(written()).toEqual([]);
		});

		it('is refused by Update as a JSON Patch without operations', async () => {
			const { message } = await refusal('update', { ...of(305), ...patch('[]') });
			expect(message).toBe('JSON Patch (jsonPatch): there is nothing to update');
		});

		it('is refused by Create or Update where the appointment is there', async () => {
			const { message } = await refusal('upsert', { ...of(305), ...json('{}') });
			expect(message).toBe(NOTHING);
			expect(written()).toEqual([]);
		});
	});

	describe('with names that every object has', () => {
		const NAMES = ['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf'];
		const body = `{"Title":"A",${NAMES.map((name) => `"${name}":"own"`).join(',')}}`;
		const own = (text: string) => JSON.parse(text) as object;

		it.each([
			['Create', 'create', {}],
			['Create with a key', 'create', KEY],
			['Create over the defaults', 'create', { startFromDefaults: true }],
			['Update', 'update', of(305)],
			['Create or Update', 'upsert', { matchBy: 'nothing', appointmentId: byId('') }],
		])('goes out by %s like any other', async (_name, operation, more) => {
			// What servers make of them is theirs to say.
			await refusal(operation, { ...json(body), ...more });
			for (const name of NAMES) {
				expect(Object.entries(own(lastBody()))).toContainEqual([name, 'own']);
			}
		});

		it('goes out whole in the record of an update for a series', async () => {
			await out('update', { ...of(305), ...json(body), ...whole });
			const { AppointmentEntity } = own(lastBody()) as { AppointmentEntity: object };
			for (const name of NAMES) {
				expect(Object.entries(AppointmentEntity)).toContainEqual([name, 'own']);
			}
		});

		it('is refused in an item only as any unknown field is', async () => {
			const item = own(body) as Record<string, string>;
			const auto = { specifyBody: 'autoMap' };
			const { message } = await refusal('create', auto, { items: [item] });
			expect(message).toMatch(/not properties of an appointment: constructor, toString/);
			const ignoring = { ...auto, ignoreUnknownFields: true };
			await out('create', ignoring, { items: [item] });
			expect(own(lastBody())).toEqual({ Title: 'A' });
		});

		it('is not taken for a type, a resource or an operation', async () => {
			const jsonBody = '{"Type":"constructor"}';
			await refusal('create', { ...json(jsonBody), startFromDefaults: true });
			const [asking] = simulator().requests;
			expect(`${asking.method} ${asking.path}`).toBe('GET /api/v1/Appointment/default');
			for (const resource of ['appointment', 'constructor', '__proto__']) {
				const { message } = await refusal('toString', raw({ resource }));
				expect(message).toMatch(/^There is no operation ".*" for the resource/);
			}
		});
	});

	describe("with the appointment's number", () => {
		it.each([
			['the number of another', '{"AppointmentId":306}', /AppointmentId is 306, but/],
			['it twice in two cases', '{"AppointmentId":305,"appointmentid":306}', /number 2 times/],
			['it twice in one case', '{"AppointmentId":306,"AppointmentId":305}', /number 2 times/],
			[
				'it twice, once by an escape',
				'{"\\u0041ppointmentId":306,"AppointmentId":305}',
				/number 2 times/,
			],
			['it in a name with blanks', '{" AppointmentId ":306}', /might be read as/],
			['it in the form of a path', '{"/AppointmentId":306}', /might be read as/],
			['it in the form of an escaped path', '{"~1AppointmentId":306}', /might be read as/],
			['it in full-width letters', '{"ＡppointmentId":306}', /might be read as/],
			['a text that is no number', '{"AppointmentId":"306x"}', /AppointmentId is "306x", but/],
			['a list', '{"AppointmentId":[305]}', /AppointmentId is \[305\], but/],
			['none', '{"AppointmentId":null}', /AppointmentId is null, but/],
			['nought', '{"AppointmentId":0}', /AppointmentId is 0, but/],
		])('is refused by Update with %s', async (_name, text, message) => {
			for (const mode of [{}, whole]) {
				const said = await refusal('update', {
					...of(305),
					...json(text.replace('}', ',"Title":"x"}')),
					...mode,
				});
				expect(said.message).toMatch(message);
			}
			expect(written()).toEqual([]);
		});

		it('is taken by Update where it is its own', async () => {
			for (const number of ['305', '"305"']) {
				await out('update', { ...of(305), ...json(`{"appointmentId":${number},"Title":"After"}`) });
			}
			expect(at(305)).toMatchObject({ Title: 'After' });
		});

		it.each([
			'{"AppointmentId":0,"appointmentid":305}',
			'{"AppointmentId":305,"AppointmentId":0}',
			'{"appointment id":305}',
		])('is refused by Create and Create or Update where it is not plain: %s', async (text) => {
			for (const [operation, more] of Object.entries({
				create: {},
				upsert: { matchBy: 'nothing' },
			})) {
				const { message } = await refusal(operation, { ...json(text), ...more });
				expect(message).toMatch(
					/^JSON Body \(jsonBody\): (names the appointment's number 2 times|.* might be read)/,
				);
			}
			expect(written()).toEqual([]);
		});

		it.each([
			'/appointmentid',
			'AppointmentId',
			'/AppointmentId/',
			'//AppointmentId',
			'/AppointmentId/x',
			' /AppointmentId',
			'/AppointmentId ',
			'/%41ppointmentId',
			'/Appointment~0Id',
			'~1AppointmentId',
			'/~1AppointmentId',
			'/Appointment\u200BId',
			'/\uFF21ppointmentId',
			'/./AppointmentId',
			'#/AppointmentId',
			'\\AppointmentId',
			'//',
			' ',
		])('is refused in a JSON Patch by the path %j', async (path) => {
			for (const op of ['replace', 'add', 'remove']) {
				const steps = [
					{ op: 'replace', path: '/Title', value: 'x' },
					{ op, path, value: 306 },
				];
				const { message } = await refusal('update', {
					...of(305),
					...patch(JSON.stringify(steps)),
				});
				expect(message).toMatch(
					/\(jsonPatch\[1\]\): (the number of an appointment stays|.* is not the path of a property)$/,
				);
			}
			expect(written()).toEqual([]);
		});

		it.each([
			[
				'a path twice',
				'[{"op":"replace","path":"/AppointmentId","path":"/Title","value":1}]',
				/has "path" twice/,
			],
			[
				'a path in another case',
				'[{"op":"replace","path":"/Title","Path":"/AppointmentId","value":1}]',
				/has "Path"/,
			],
			[
				'an operation in a list',
				'[{"op":["replace"],"path":"/Title","value":1}]',
				/is no operation/,
			],
		])('is refused in a JSON Patch by %s', async (_name, text, message) => {
			expect((await refusal('update', { ...of(305), ...patch(text) })).message).toMatch(message);
			expect(written()).toEqual([]);
		});

		it('may be tested in a JSON Patch, and other properties have paths of any depth', async () => {
			const id = await saved({ Title: 'Before', ...MONDAY, Contact: { ContactId: 3 } });
			const steps = [
				{ op: 'test', path: '/appointmentId', value: id },
				{ op: 'replace', path: 'contact/contactId', value: 4 },
				{ op: 'add', path: '/CustomFields/SuperOffice:1', value: 'A~1' },
			];
			await out('update', { ...of(id), ...patch(JSON.stringify(steps)) });
			expect(at(id)).toMatchObject({
				Contact: { ContactId: 4 },
				CustomFields: { 'SuperOffice:1': 'A~1' },
			});
		});
	});

	describe('with numbers of many digits', () => {
		const many = '{"Title":"A","ExtraFields":{"x_code":12345678901234567890}}';
		const MESSAGE =
			'JSON Body (jsonBody): ExtraFields.x_code: 12345678901234567890 has more digits than a number keeps here';

		it('goes out to the last digit where nothing is added', async () => {
			await refusal('create', json(many));
			expect(lastBody()).toBe(many);
		});

		it.each([
			['a key of Check First', 'create', KEY],
			['the defaults', 'create', { startFromDefaults: true }],
			['the record of a series', 'update', { ...of(305), ...whole }],
			[
				'the field that it is found by',
				'upsert',
				{ matchBy: 'customField', matchField: KEY.keyField, matchValue: 'A-1' },
			],
		])('is refused where it is put together with %s', async (_name, operation, more) => {
			const { message, description } = await refusal(operation, { ...json(many), ...more });
			expect(message).toBe(MESSAGE);
			expect(description).toBe('Write it with fewer digits, or as text.');
			expect(written()).toEqual([]);
		});

		it.each([
			['9007199254740993', false],
			['0.12345678901234567891', false],
			['1e400', false],
			['9007199254740991', true],
			['-1.50', true],
			['100E-2', true],
			['0.0', true],
			['1e21', true],
		])('%s is told from those that stay the same', async (number, isKept) => {
			const text = `{"Title":"9007199254740993 \\" 1e400","Links":[{"Id":1},{"Id":${number}}]}`;
			const { message } = await refusal('create', { ...json(text), ...KEY });
			const LOST = `JSON Body (jsonBody): Links[1].Id: ${number} has more digits than a number keeps here`;
			expect(message === LOST).toBe(!isKept);
		});

		it('is refused in a cell of an item that holds JSON', async () => {
			const items = [{ CustomFields: '{"SuperOffice:1": 12345678901234567890}' }];
			const { message } = await refusal('create', { specifyBody: 'autoMap' }, { items });
			expect(message).toMatch(/SuperOffice:1: 12345678901234567890 has more digits/);
		});
	});

	it('of a series has the mode of the own form of an operation only', async () => {
		const id = await saved({ ...MONDAY, Participants: FOUR.slice(0, 2) });
		const who = (associate: number) => ({
			participants: { participant: [{ associateId: byId(associate) }] },
		});
		const operations: Array<[string, object]> = [
			['assign', { assignTo: byId(2) }],
			['accept', {}],
			['reject', {}],
			['addParticipants', who(3)],
			['removeParticipants', who(4)],
		];
		for (const [operation, more] of operations) {
			const parameters = { ...of(id), updateMode: '={{ "StopRecurrence" }}', ...more };
			const { message, description } = await refusal(operation, parameters);
			expect(message).toBe('Series (updateMode): "StopRecurrence" is not one of its values');
			expect(description).toBe('Use one of: OnlyThis, ThisAndForward.');
		}
		expect(written()).toEqual([]);
	});
});
