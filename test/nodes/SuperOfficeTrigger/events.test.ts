import { AUTHORIZATION } from '../../simulator/engine/service';
import { NEXT, runTrigger, useSimulator } from '../../support';
import { deleted, delivered, deliveredByOlder } from './payloads';

const simulator = useSimulator();

/** What comes out for deliveries. */
async function put(parameters: object, ...payloads: object[]) {
	const result = await runTrigger(simulator(), parameters, ...payloads);
	expect(result.error).toBeUndefined();
	return result.itemsOf(NEXT).map(({ json }) => json);
}

const asked = () => simulator().requests.map(({ method, path }) => `${method} ${path}`);

describe('an event', () => {
	it('comes out with what happened, when, by whom, what changed, and the numbers that it tells', async () => {
		expect(await put({}, delivered('activity.changed'))).toEqual([
			{
				event: 'activity.changed',
				eventId: '6aa6de53-f5c3-4dc6-af3e-746df45573b8',
				time: '2027-01-24T08:13:17.8445662Z',
				changedBy: 7,
				tenant: 'Cust12345',
				changedFields: ['AppointmentId', 'StartDate', 'Associate', 'source', 'UpdatedDate'],
				AppointmentId: 305,
				AssociateId: 5,
				ContactId: 1,
				PersonId: 10,
				TaskId: 2,
			},
		]);
		expect(asked()).toEqual([]);
	});

	it('tells what it can of an appointment that was deleted', async () => {
		expect(await put({}, deleted())).toEqual([
			expect.objectContaining({
				event: 'activity.deleted',
				changedFields: [],
				AppointmentId: 305,
				ContactId: 1,
				ProjectId: 178105,
			}),
		]);
		expect(asked()).toEqual([]);
	});

	it('of another record comes out as SuperOffice tells it', async () => {
		const event = delivered('sale.sold', { PrimaryKey: 8, Changes: ['amount'] }, { amount: 3 });
		const [item] = await put({ filters: { owners: [99] }, fetchRecord: true }, event);
		expect(item).toMatchObject({
			event: 'sale.sold',
			entity: 'sale',
			id: 8,
			changedFields: ['amount'],
			values: { amount: 3, contact_id: 1 },
		});
		expect(item).not.toHaveProperty('appointment');
		expect(asked()).toEqual([]);
	});
});

describe('the appointment', () => {
	const about = (id: number) => delivered('activity.changed', { PrimaryKey: id });

	it.each([
		['raw', {}, { Title: 'Appointment of the sample', Contact: null }],
		['simplified', { output: 'simplified' }, { Title: 'Appointment of the sample', TaskId: 2 }],
	])('comes along %s', async (_name, parameters, expected) => {
		const [item] = await put({ fetchRecord: true, ...parameters }, about(305));
		expect(item).toMatchObject({ event: 'activity.changed', record: expected });
	});

	it('comes along with the selected fields', async () => {
		const parameters = { fetchRecord: true, output: 'selected', select: '=Title,Task/Value' };
		const [item] = await put(parameters, about(305));
		expect(item.record).toEqual({
			Title: 'Appointment of the sample',
			Task: { Value: 'Meeting' },
		});
	});

	it.each([
		['that is gone by then', about(4711), ['GET /api/v1/Appointment/4711']],
		['that was deleted', deleted(), []],
	])('is null for one %s, of which the event comes out', async (_name, payload, calls) => {
		const [item] = await put({ fetchRecord: true }, payload);
		expect(item).toMatchObject({ tenant: 'Cust12345', record: null });
		expect(asked()).toEqual(calls);
	});

	it('that SuperOffice refuses to give is an error', async () => {
		simulator().answerNext({ status: 403, body: { ErrorMessage: 'No right' } });
		const result = await runTrigger(simulator(), { fetchRecord: true }, about(305));
		expect(result.error?.message).toBe(
			'SuperOffice does not allow this (getting the appointment of the event): No right',
		);
	});
});

describe('documents', () => {
	const document = delivered('activity.created', {}, { type: 4, document_id: 168 });

	it('are left out by default', async () => {
		expect(await put({}, document, delivered('activity.created'))).toHaveLength(1);
	});

	it('are told by their number alone, and by their type alone', async () => {
		const byNumber = { ...document, FieldValues: { document_id: 168 } };
		const byType = { ...document, FieldValues: { type: 9 } };
		expect(await put({}, byNumber, byType)).toEqual([]);
		expect(asked()).toEqual([]);
	});

	it('come out where they are wished for, with their number', async () => {
		const [item] = await put({ includeDocuments: true }, document);
		expect(item).toMatchObject({ AppointmentId: 305, DocumentId: 168 });
	});

	it('are looked at where an older server does not tell', async () => {
		const id = simulator().data.addDocument();
		const about = deliveredByOlder('activity.changed', { PrimaryKey: id });
		const items = await put({}, about, deliveredByOlder('activity.changed'));
		expect(items).toEqual([
			expect.objectContaining({ AppointmentId: 305, TaskId: 2, AssociateId: 1 }),
		]);
		expect(asked()).toEqual([`GET /api/v1/Appointment/${id}`, 'GET /api/v1/Appointment/305']);
	});

	it('that are gone by then cannot be told apart, and come out', async () => {
		const about = deliveredByOlder('activity.changed', { PrimaryKey: 4711 });
		expect(await put({}, about, deleted())).toHaveLength(2);
	});
});

describe('copies of a meeting', () => {
	const row = (id: number, mother_id: number) =>
		delivered('activity.created', { PrimaryKey: id }, { mother_id });
	const numbers = async (parameters: object, ...payloads: object[]) =>
		(await put(parameters, ...payloads)).map(({ AppointmentId }) => AppointmentId);

	it('come out one by one', async () => {
		expect(await numbers({}, row(1, 1), row(2, 1), row(3, 0))).toEqual([1, 2, 3]);
	});

	it('are folded into the one that the organizer has', async () => {
		const fold = { organizerCopyOnly: true };
		expect(await numbers(fold, row(1, 1), row(2, 1), row(3, 0))).toEqual([1, 3]);
	});

	it('are looked at where an older server does not tell', async () => {
		const answer = await fetch(`${simulator().baseUrl}/api/v1/Appointment`, {
			method: 'POST',
			headers: { Authorization: AUTHORIZATION, 'Content-Type': 'application/json' },
			body: JSON.stringify({ Participants: [{ AssociateId: 1 }, { AssociateId: 2 }] }),
		});
		const { AppointmentId: mother } = (await answer.json()) as { AppointmentId: number };
		const told = [mother, mother + 1].map((id) =>
			deliveredByOlder('activity.created', { PrimaryKey: id }),
		);
		expect(await numbers({ organizerCopyOnly: true }, ...told)).toEqual([mother]);
	});
});

describe('filters', () => {
	const inFilters = async (filters: object, ...payloads: object[]) =>
		(await put({ filters }, ...payloads)).length;
	const event = delivered('activity.changed');

	it.each<[string, object, object]>([
		['owners', { owners: [4, 5] }, { owners: [4] }],
		['owners that an expression gives', { owners: '={{ "4,5" }}' }, { owners: '={{ 4 }}' }],
		[
			'the company',
			{ contact: { __rl: true, mode: 'id', value: '1' } },
			{ contact: { __rl: true, mode: 'list', value: 2 } },
		],
		['tasks', { tasks: [2] }, { tasks: [3] }],
		['changed fields', { changedFields: ['Location', 'StartDate'] }, { changedFields: ['Title'] }],
		['all together', { owners: [5], tasks: [2] }, { owners: [5], tasks: [3] }],
	])('let through by %s', async (_name, through, out) => {
		expect(await inFilters(through, event)).toBe(1);
		expect(await inFilters(out, event)).toBe(0);
		expect(asked()).toEqual([]);
	});

	it('hold only changes to changed fields', async () => {
		const changedFields = ['Title'];
		expect(await inFilters({ changedFields }, delivered('activity.created'), deleted())).toBe(2);
	});

	it('ask SuperOffice for what an older server does not tell', async () => {
		const told = deliveredByOlder('activity.changed');
		expect(await inFilters({ owners: [1] }, told)).toBe(1);
		expect(await inFilters({ owners: [2] }, told)).toBe(0);
		expect(asked()).toEqual(['GET /api/v1/Appointment/305', 'GET /api/v1/Appointment/305']);
	});

	it('let through nothing of which nobody knows more', async () => {
		expect(await inFilters({ contact: { __rl: true, mode: 'id', value: '1' } }, deleted())).toBe(1);
		expect(await inFilters({ owners: [5] }, deleted())).toBe(0);
	});

	it.each<[string, object, string]>([
		['empty', { owners: [] }, 'Owner Names or IDs (filters.owners): is empty'],
		['a name', { tasks: ['Meeting'] }, '"Meeting" is not a whole number'],
		['no property', { changedFields: ['do_by'] }, '"do_by" is not one of its values'],
	])('that are %s are errors', async (_name, filters, message) => {
		const result = await runTrigger(simulator(), { filters }, event);
		expect(result.error?.message).toContain(message);
	});
});
