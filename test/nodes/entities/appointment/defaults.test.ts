import type { Simulator } from '../../../simulator';
import { byId, byName, NEXT, runNode, useSimulator, type Run } from '../../../support';

const DEFAULTS = { startFromDefaults: true };
const AGENT = '/api/v1/Agents/Appointment/CreateDefaultAppointmentEntityByType';

const asked = ({ requests }: Simulator) =>
	requests.filter(({ path }) => path !== '/api/v1/Appointment').map(({ path }) => path);
const posted = ({ requests }: Simulator) =>
	requests
		.filter(({ path, method }) => path === '/api/v1/Appointment' && method === 'POST')
		.map(({ body }) => JSON.parse(body) as Record<string, unknown>);

describe("an appointment that starts from SuperOffice's defaults", () => {
	const simulator = useSimulator();

	async function sentFor(parameters: object, run: Run = {}) {
		const result = await runNode(simulator(), { ...DEFAULTS, ...parameters }, run);
		expect(result.error?.message).toBeUndefined();
		return posted(simulator());
	}

	it('has what the user set over what SuperOffice gives', async () => {
		const linkedRecords = { associate: byId(1) };
		const [body] = await sentFor({ title: 'Mine', priority: byId(3), ...linkedRecords });
		expect(body).toMatchObject({
			Title: 'Mine',
			Priority: { Id: 3 },
			Task: { TaskListItemId: 2 },
			Type: 'inDiary',
			HasAlarm: true,
			AlarmLeadTime: '00:15:00',
			Associate: { AssociateId: 1 },
		});
	});

	it('sends no more of a nested record than its number, and nothing that SuperOffice sets', async () => {
		const [body] = await sentFor({ title: 'Mine' });
		expect(body.Task).toEqual({ TaskListItemId: 2 });
		expect(JSON.stringify(body)).not.toMatch(
			/TableRight|FieldProperties|DisplayText|0001-01-01|null/,
		);
		for (const property of [
			'AppointmentId',
			'CreatedDate',
			'ActiveDate',
			'UserDefinedFields',
			'Recurrence',
		]) {
			expect(body).not.toHaveProperty(property);
		}
	});

	it('keeps its default length where only the start or only the end is set', async () => {
		const [byStart] = await sentFor({ startDate: '2026-07-01T10:00:00' });
		expect(byStart).toMatchObject({
			StartDate: '2026-07-01T08:00:00Z',
			EndDate: '2026-07-01T09:00:00Z',
		});
		simulator().reset();
		const [byEnd] = await sentFor({ endDate: '2026-07-01T10:00:00' });
		expect(byEnd).toMatchObject({
			StartDate: '2026-07-01T07:00:00Z',
			EndDate: '2026-07-01T08:00:00Z',
		});
	});

	it('asks for general ones where neither type nor owner is set', async () => {
		const [body] = await sentFor({ title: 'Mine' });
		expect(asked(simulator())).toEqual(['/api/v1/Appointment/default']);
		expect(body).toMatchObject({ Title: 'Mine', Task: { TaskListItemId: 2 } });
	});

	it.each<[string, object, string, object]>([
		['type', { type: 'inChecklist' }, AGENT, { Type: 'ToDo' }],
		[
			'owner',
			{ associate: byName('Account Manager') },
			`${AGENT}AndAssociate`,
			{ Type: 'Appointment', AssociateId: 2 },
		],
		[
			'type and owner',
			{ type: 'inChecklist', associate: byId(3) },
			`${AGENT}AndAssociate`,
			{ Type: 'ToDo', AssociateId: 3 },
		],
	])('asks for the defaults of its %s', async (_name, parameters, path, body) => {
		await sentFor(parameters);
		const request = simulator().requests.find((one) => one.path === path);
		expect(JSON.parse(request?.body ?? '{}')).toEqual(body);
	});

	it('takes the defaults of its type', async () => {
		const [body] = await sentFor({ type: 'inChecklist' });
		expect(body).toMatchObject({ Type: 'inChecklist', Task: { TaskListItemId: 3 } });
	});

	it('asks once per execution for each type and owner', async () => {
		const items = Array.from({ length: 12 }, (_one, item) => ({ owner: 1 + (item % 3) }));
		const linkedRecords = { associate: byId('={{ $json.owner }}') };
		const bodies = await sentFor({ ...linkedRecords }, { items });
		expect(bodies).toHaveLength(12);
		expect(asked(simulator())).toHaveLength(3);
	});

	it('merges custom fields, and lets a setting displace its rival', async () => {
		const entry = [{ key: 'SuperOffice:1', value: 'Mine' }];
		const [body] = await sentFor({
			customFields: { entry },
			private: 'PrivateUser',
		});
		// Blank defaults say nothing, and are not sent.
		expect(body.CustomFields).toEqual({ 'SuperOffice:1': 'Mine' });
		expect(body).not.toHaveProperty('VisibleFor');
	});

	it('keeps custom fields of the defaults that say something, but under what stands under older names', async () => {
		const CustomFields = {
			'SuperOffice:1': 'Default',
			'SuperOffice:2': '[I:7]',
			'SuperOffice:6': '[DT:01/01/0001 00:00:00.0000000]',
			'SuperOffice:7': '[I:2]',
			'SuperOffice:7:DisplayText': 'Online',
		};
		simulator().answerNext({ body: { AppointmentId: 0, Title: '', CustomFields } });
		const entry = [{ key: 'SuperOffice:2', value: '[I:9]' }];
		const [sent] = await sentFor({ userDefinedFields: { entry } });
		expect(sent).toEqual({
			UserDefinedFields: { 'SuperOffice:2': '[I:9]' },
			CustomFields: { 'SuperOffice:1': 'Default', 'SuperOffice:7': '[I:2]' },
		});
	});

	it('is of one day where it is all-day', async () => {
		const [body] = await sentFor({ endDate: '2026-03-20', isAlldayEvent: true });
		expect(body).toMatchObject({
			StartDate: '2026-03-19T23:00:00Z',
			EndDate: '2026-03-20T22:59:59Z',
		});
	});

	it('takes JSON in any case, and what is null in it', async () => {
		const [body] = await sentFor({
			specifyBody: 'json',
			jsonBody:
				'{"associate":{"associateId":2},"startdate":"2030-01-07T10:00:00Z","CustomFields":null}',
		});
		expect(asked(simulator())).toEqual([`${AGENT}AndAssociate`]);
		expect(body).toMatchObject({
			Associate: { associateId: 2 },
			StartDate: '2030-01-07T10:00:00Z',
			EndDate: '2030-01-07T11:00:00Z',
			CustomFields: null,
		});
		expect(body).not.toHaveProperty('startdate');
	});

	it.each([['a property twice', '{"title":"a","Title":"b"}', /has "Title" twice/]])(
		'refuses JSON with %s',
		async (_name, jsonBody, message) => {
			const parameters = { ...DEFAULTS, specifyBody: 'json', jsonBody };
			const result = await runNode(simulator(), parameters);
			expect(result.error?.message).toMatch(message);
		},
	);

	it('leaves a time alone that it cannot read', async () => {
		simulator().answerNext(undefined, { body: { AppointmentId: 1 } });
		await sentFor({ specifyBody: 'json', jsonBody: '{"StartDate":"29.03.2026 10:00"}' });
		expect(simulator().requests[1].body).not.toMatch(/Invalid/);
	});

	it('lies below JSON and items, too', async () => {
		const [json] = await sentFor({
			specifyBody: 'json',
			jsonBody: '{"title":"From JSON","Type":"inDiary","StartDate":"2026-07-01T10:00:00"}',
		});
		expect(json).toMatchObject({
			Title: 'From JSON',
			StartDate: '2026-07-01T10:00:00',
			EndDate: '2026-07-01T11:00:00',
			HasAlarm: true,
		});
		expect(json).not.toHaveProperty('title');
		simulator().reset();
		const items = [{ Title: 'From an item', Associate: 'Account Manager' }];
		const [auto] = await sentFor({ specifyBody: 'autoMap' }, { items });
		expect(auto).toMatchObject({ Title: 'From an item', HasAlarm: true });
	});
});

describe('an appointment that is validated', () => {
	const simulator = useSimulator();
	const entry = [{ key: 'SuperOffice:8', value: '4711' }];
	const good = { title: 'Good', customFields: { entry } };
	const wrong = { title: 'Wrong', contact: byId(1), person: byId(30) };
	const run = async (parameters: object, more: Run = {}) =>
		await runNode(simulator(), parameters, more);

	it('first is saved when SuperOffice has nothing against it', async () => {
		const result = await run({ ...good, validateFirst: true });
		expect(result.error?.message).toBeUndefined();
		expect(asked(simulator())).toEqual(['/api/v1/Appointment/Validate']);
		expect(posted(simulator())).toHaveLength(1);
		const [check, save] = simulator().requests;
		expect(JSON.parse(check.body)).toEqual(JSON.parse(save.body));
	});

	it('first is not saved otherwise, and the error lists every message', async () => {
		const result = await run({ ...wrong, validateFirst: true });
		expect(posted(simulator())).toEqual([]);
		expect(result.error?.message).toMatch(
			/^Validate First \(options\.validateFirst\): SuperOffice would not save it: /,
		);
		expect(result.error?.message).toMatch(/Person: .*SuperOffice:8: |SuperOffice:8: .*Person: /);
		expect(result.error?.description).toMatch(/Nothing was saved/);
	});

	it('alone is not saved, and what SuperOffice says comes out', async () => {
		const items = [{ title: 'a' }, { title: 'b' }];
		const result = await run({ operation: 'validate', ...wrong }, { items });
		expect(result.error?.message).toBeUndefined();
		const out = result.itemsOf(NEXT);
		expect(out.map(({ json }) => json)).toEqual(
			Array(2).fill({
				valid: false,
				messages: {
					Person: expect.any(String) as string,
					'SuperOffice:8': expect.any(String) as string,
				},
			}),
		);
		expect(out[1].pairedItem).toEqual({ item: 1 });
		expect(posted(simulator())).toEqual([]);
	});

	it('alone is valid when SuperOffice has nothing against it', async () => {
		const result = await run({ operation: 'validate', ...good });
		expect(result.itemsOf(NEXT)[0].json).toEqual({ valid: true, messages: {} });
	});

	it('says what to do when the check itself fails, which changes nothing', async () => {
		const failure = { status: 500, body: { ErrorMessage: 'Out of order' } };
		// What reads only is tried again once.
		simulator().answerNext(failure, failure);
		const result = await run({ ...good, validateFirst: true });
		expect(result.error?.message).toBe('SuperOffice failed: Out of order');
		expect(result.error?.description).toMatch(/Nothing was saved\. Run the item again/);
	});
});
