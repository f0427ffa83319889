import { byId, byName } from '../../../../support';
import { MONDAY, useLife } from '../../../life';

const AGENT = 'Agents/Appointment/CreateDefaultAppointmentEntityByType';

describe('the links of an appointment', () => {
	const { asked, out, refusal, saved, simulator } = useLife();
	const of = (id: number) => ({ appointmentId: byId(id) });

	it('come out one by one', async () => {
		const Links = [
			{ EntityName: 'document', Id: 7, Description: 'Offer' },
			{ EntityName: 'url', ExtraInfo: 'https://example.com', Description: 'Map' },
		];
		const id = await saved({ ...MONDAY, Links });
		const items = await out('getLinks', of(id));
		expect(items).toMatchObject([
			{ AppointmentId: id, EntityName: 'document', Id: 7, Description: 'Offer' },
			{ AppointmentId: id, EntityName: 'url', ExtraInfo: 'https://example.com' },
		]);
		expect(asked()).toEqual([`GET Appointment/${id}`]);
	});

	it('come out without rights', async () => {
		const rights = { TableRight: null, FieldProperties: {} };
		simulator().answerNext({
			body: { AppointmentId: 305, Links: [{ EntityName: 'sale', Id: 7, ...rights }] },
		});
		expect(await out('getLinks', of(305))).toEqual([
			{ AppointmentId: 305, EntityName: 'sale', Id: 7 },
		]);
	});

	it('are none where it has none, and an error where there is no such appointment', async () => {
		expect(await out('getLinks', of(await saved(MONDAY)))).toEqual([]);
		expect((await refusal('getLinks', of(9999))).message).toMatch(/^SuperOffice did not find it/);
	});
});

describe('the defaults of appointments', () => {
	const { asked, out, refusal, sentTo, simulator } = useLife();

	it('of a type come out, without saving anything', async () => {
		const before = simulator().data.appointments.size;
		const [item] = await out('getDefaults', { type: 'inChecklist' });
		expect(sentTo(AGENT)).toEqual({ Type: 'ToDo' });
		expect(item).toMatchObject({
			AppointmentId: 0,
			Type: 'inChecklist',
			Task: expect.anything() as object,
		});
		expect(simulator().data.appointments.size).toBe(before);
	});

	it('of an owner come out as simple as the output is wanted', async () => {
		const owner = { associate: byName('Account Manager') };
		const [item] = await out('getDefaults', { ...owner, output: 'simplified' });
		expect(sentTo(`${AGENT}AndAssociate`)).toEqual({ Type: 'Appointment', AssociateId: 2 });
		expect(item).toMatchObject({ AssociateId: 2, AssociateName: 'Account Manager' });
		const selected = { ...owner, output: 'selected', select: '=HasAlarm' };
		expect(await out('getDefaults', selected)).toEqual([{ HasAlarm: true }]);
		expect(simulator().requests.at(-1)?.query).toEqual({ $select: 'HasAlarm,AppointmentId' });
	});

	it('are asked once per execution for each type and owner', async () => {
		const items = [1, 2, 1, 2].map((owner) => ({ owner }));
		const all = await out('getDefaults', { associate: byId('={{ $json.owner }}') }, { items });
		expect(all).toHaveLength(4);
		expect(asked()).toHaveLength(2);
		// What a later node does to one item must not show in another.
		expect(all[0]).toEqual(all[2]);
		expect(all[0]).not.toBe(all[2]);
	});

	it('are not those of a document', async () => {
		const { message, description } = await refusal('getDefaults', { type: 'Document' });
		expect(message).toBe('Type (type): there are no defaults for Document');
		expect(description).toMatch(/inDiary, .*inChecklist/);
	});
});

describe('the custom fields of appointments', () => {
	const { asked, out, simulator } = useLife();
	const byKey = (items: Array<Record<string, unknown>>) =>
		Object.fromEntries(items.map((item) => [item.key, item]));

	it('come out with what may be entered', async () => {
		const fields = byKey(await out('getCustomFields', {}));
		expect(fields['SuperOffice:8']).toEqual({
			key: 'SuperOffice:8',
			label: 'Cost Center',
			type: 'ShortText',
			mandatory: true,
			readOnly: false,
			hidden: false,
			textLength: 20,
			listName: null,
			entries: null,
		});
		expect(fields['SuperOffice:7']).toMatchObject({
			type: 'MdoList',
			listName: 'udlist7',
			entries: expect.arrayContaining([{ id: 2, name: 'Online' }]) as object,
		});
		expect(fields['Facilities:RoomSetup']).toMatchObject({
			entries: ['Rows', 'Circle', 'U-shape'].map((name) => ({ id: null, name })),
		});
		expect(fields.x_score).toMatchObject({ readOnly: true });
		expect(fields.x_internal).toMatchObject({ hidden: true });
		expect(asked().sort()).toEqual([
			'GET Appointment/CustomField',
			'GET MDOList/udlist7/selectable',
		]);
	});

	it('come out in the language of the options', async () => {
		const fields = byKey(await out('getCustomFields', { options: { acceptLanguage: 'nb' } }));
		expect(fields['SuperOffice:8'].label).toBe('Kostnadssted');
	});

	it('come out although a list cannot be read', async () => {
		simulator().answerNext(undefined, { status: 403, body: { ErrorMessage: 'Not yours' } });
		const fields = byKey(await out('getCustomFields', {}));
		expect(fields['SuperOffice:7']).toMatchObject({
			entries: null,
			entriesError: expect.stringMatching(/Not yours/) as string,
		});
		expect(fields['SuperOffice:8']).not.toHaveProperty('entriesError');
	});
});
