import { useService } from '../engine/service';

describe("the simulator's custom fields", () => {
	const { simulator, ask, post } = useService();

	const EMPTY = '01/01/0001 00:00:00.0000000';

	const save = async (body: object, headers: Record<string, string> = {}) => {
		const answer = await post('Appointment', body, headers);
		return { ...answer, body: answer.body as Record<string, Record<string, string>> };
	};

	it('are described by rank, in the language of the request', async () => {
		const { body } = await ask('Appointment/CustomField', { headers: { 'SO-Language': 'nb' } });
		const fields = body as Array<Record<string, unknown>>;
		expect(fields.map(({ FieldName }) => FieldName)).toEqual([
			...[1, 2, 3, 4, 5, 6, 7, 8].map((id) => `SuperOffice:${id}`),
			'Facilities:RoomSetup',
			'x_started',
			'x_call_time',
			'x_travel',
			'x_related_company',
			'x_category',
			'x_reference',
			'x_internal',
			'x_score',
			'x_blob',
			'x_file',
			'x_link',
		]);
		expect(fields.map(({ Rank }) => Rank)).toEqual(fields.map((_one, index) => index + 1));
		expect(fields[0]).toMatchObject({ DisplayName: 'Referanse', TextLength: 40 });
		const one = await ask('Appointment/CustomField/SuperOffice:7');
		expect(one.body).toMatchObject({
			FieldType: 'MdoList',
			DisplayName: 'US:"Format";NO:"Møteform";',
			MdoListName: 'udlist7',
		});
		expect((await ask('Appointment/CustomField/x_nothing')).status).toBe(404);
	});

	it('read as the official fixtures do when they are blank', async () => {
		const { body } = await save({});
		expect(body.UserDefinedFields).toMatchObject({
			'SuperOffice:2': '[I:0]',
			'SuperOffice:4': '[F:0]',
			'SuperOffice:5': 'False',
			'SuperOffice:5:DisplayText': '[SR_NO]',
			'SuperOffice:6': `[D:${EMPTY}]`,
			'SuperOffice:7:DisplayText': '',
			'SuperOffice:7:DisplayTooltip': '',
		});
		expect(body.CustomFields).toMatchObject({
			'SuperOffice:1': '',
			'SuperOffice:1:org': '',
			'SuperOffice:5': '[I:0]',
			'SuperOffice:6': `[DT:${EMPTY}]`,
			'SuperOffice:7:org': '[I:0]',
			x_started: `[DT:${EMPTY}]`,
			x_call_time: '[T:00:00]',
			x_travel: '[TS:0]',
			'x_related_company:DisplayText': '',
		});
		expect(body.ExtraFields).toHaveProperty('x_score', '[I:0]');
		expect(body.ExtraFields).not.toHaveProperty('SuperOffice:1');
	});

	it.each([
		['SuperOffice:1', 'Blå', 'Blå'],
		['SuperOffice:2', '42', '[I:42]'],
		['SuperOffice:2', '[I:-7]', '[I:-7]'],
		['SuperOffice:4', '123.45', '[F:123.45]'],
		['SuperOffice:4', '[F:123,45]', '[F:123.45]'],
		['SuperOffice:5', 'True', '[I:1]'],
		['SuperOffice:5', '[I:1]', '[I:1]'],
		['SuperOffice:6', '[D:12/24/2026]', '[DT:12/24/2026 00:00:00.0000000]'],
		['SuperOffice:6', '[D:24.12.2026]', '[DT:12/24/2026 00:00:00.0000000]'],
		['SuperOffice:6', '[DT:12/24/2026 10:11:12]', '[DT:12/24/2026 00:00:00.0000000]'],
		['SuperOffice:7', '[I:4]', '[I:4]'],
		['Facilities:RoomSetup', 'U-shape', 'U-shape'],
		['x_started', '[DT:12/24/2026 10:11:12.0000000]', '[DT:12/24/2026 10:11:12.0000000]'],
		['x_call_time', '[T:14:52]', '[T:14:52]'],
		['x_travel', '[TS:500]', '[TS:500]'],
		['x_related_company', '5', '[I:5]'],
		['x_internal', '[I:1]', '[I:1]'],
		['x_code', 'taken as it is', 'taken as it is'],
	])('take %s as %s', async (key, sent, read) => {
		const { status, body } = await save({ CustomFields: { [key]: sent } });
		expect(status).toBe(200);
		expect(body.CustomFields[key]).toBe(read);
	});

	it.each([
		['an unknown key', { 'SuperOffice:99': 'a' }],
		['a helper key', { 'SuperOffice:1:org': 'a' }],
		['a read-only field', { x_score: '[I:1]' }],
		['a computed link', { x_link: 'https://example.com' }],
		['text for a number', { 'SuperOffice:2': 'many' }],
		['a number that is too large', { 'SuperOffice:2': '[I:3000000000]' }],
		['another moniker', { 'SuperOffice:2': '[F:1]' }],
		['an ISO date', { 'SuperOffice:6': '2026-12-24' }],
		['a day that is none', { 'SuperOffice:6': '[D:02/30/2026]' }],
		['an item that is not in the list', { 'SuperOffice:7': '[I:9]' }],
		['a choice that is none', { 'Facilities:RoomSetup': 'Pile' }],
		['a company that is not there', { x_related_company: '[I:999]' }],
		['a text that is too long', { 'SuperOffice:8': 'x'.repeat(21) }],
		['a time that is none', { x_call_time: '[T:25:00]' }],
		['a value that is no text', { 'SuperOffice:2': 5 }],
	])('refuse %s', async (_name, CustomFields) => {
		const { status } = await save({ CustomFields });
		expect(status).toBe(400);
		expect(simulator().data.appointments.size).toBe(1);
	});

	it('keep what is not mentioned, and say it in the language of the request', async () => {
		const sent = { 'SuperOffice:4': '[F:1.50]', 'SuperOffice:6': '[D:12/24/2026]' };
		await save({ AppointmentId: 305, CustomFields: { ...sent, 'SuperOffice:7': '[I:2]' } });
		await save({ AppointmentId: 305, UserDefinedFields: { 'SuperOffice:5': 'True' } });
		const { body } = await ask('Appointment/305', { headers: { 'Accept-Language': 'en' } });
		expect(body).toMatchObject({
			CustomFields: {
				'SuperOffice:4': '[F:1.5]',
				'SuperOffice:5:DisplayText': 'Yes',
				'SuperOffice:6': '[DT:12/24/2026 00:00:00.0000000]',
				'SuperOffice:7:DisplayText': 'Online',
			},
		});
		const headers = { 'Accept-Language': 'en', 'SO-Culture': 'nb' };
		const norwegian = await ask('Appointment/305', { headers });
		expect(norwegian.body).toMatchObject({
			UserDefinedFields: { 'SuperOffice:6': '[D:24.12.2026]' },
			CustomFields: {
				'SuperOffice:4': '[F:1,5]',
				'SuperOffice:6': '[DT:24.12.2026 00:00:00]',
				'SuperOffice:7:DisplayText': 'Online',
			},
		});
		const alone = await ask('Appointment/305', { headers: { 'SO-Culture': 'nb' } });
		expect(alone.body).toHaveProperty(['CustomFields', 'SuperOffice:4'], '[F:1.5]');
	});

	it('take a change in one dictionary when the others come back as they were read', async () => {
		const { body } = await ask('Appointment/305');
		const { CustomFields, UserDefinedFields } = body as Record<string, object>;
		const changed = { ...UserDefinedFields, 'SuperOffice:2': '[I:9]' };
		await save({ AppointmentId: 305, UserDefinedFields: changed, CustomFields });
		expect(simulator().data.appointments.get(305)?.CustomFields).toMatchObject({
			'SuperOffice:2': '[I:9]',
		});
	});

	it.each(['*', 'en', 'nb'])('come back whole as they were read in %s', async (language) => {
		const headers = { 'Accept-Language': language };
		const CustomFields = { 'SuperOffice:7': '[I:1]', 'SuperOffice:4': '[F:2.5]', x_category: '2' };
		await save({ AppointmentId: 305, CustomFields });
		const before = simulator().data.appointments.get(305)?.CustomFields;
		const { body } = await ask('Appointment/305', { headers });
		expect((await save(body as object, headers)).status).toBe(200);
		expect(simulator().data.appointments.get(305)?.CustomFields).toEqual(before);
	});
});
