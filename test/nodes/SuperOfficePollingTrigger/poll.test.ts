import type { IDataObject } from 'n8n-workflow';

import type { Polled } from '../../engine/poll';
import { byId, NEXT, poll, runPolling, useSimulator } from '../../support';
import { Tenant } from './tenant';

const simulator = useSimulator();
let tenant: Tenant;

beforeEach(() => (tenant = new Tenant(simulator(), Date.parse('2026-09-07T08:00:00.900Z'))));

const numbers = ({ items = [], error }: Polled) => {
	expect(error).toBeUndefined();
	return items.map(({ json }) => json.AppointmentId);
};
const events = ({ items = [], error }: Polled) => {
	expect(error).toBeUndefined();
	return items.map(({ json }) => json.eventId);
};

/** A poll a minute after the last one, with what that one has left. */
async function next(last: Polled, parameters: object = {}): Promise<Polled> {
	tenant.pass(60);
	return await poll(simulator(), parameters, last.staticData);
}

const first = async (parameters: object = {}) => await poll(simulator(), parameters);

describe('the first poll', () => {
	it('starts nothing for the past, not even for that of the present second', async () => {
		const { id } = tenant.create(3600);
		tenant.update(id, 0);
		tenant.create(0);
		const polled = await first();
		expect(polled.items).toBeUndefined();
		expect((await next(polled)).items).toBeUndefined();
	});

	it('takes what has changed since a time, where that is asked for; later ones do not', async () => {
		const before = tenant.create(7200).id;
		const [created, updated] = [tenant.create(3601), tenant.update(305, 3599)];
		const since = { changesSince: '2026-09-07T08:59:00' };
		const polled = await first({ changesSince: '2026-09-07T08:59:59' });
		expect(events(polled)).toEqual([created.eventId, updated]);
		expect(events(await next(polled, since))).toEqual([]);
		const utc = { changesSince: '2026-09-07T06:59:59', options: { timezone: 'UTC' } };
		expect(events(await first(utc))).toEqual([created.eventId, updated]);
		const all = await first({ changesSince: '1990-01-01T00:00:00' });
		expect(numbers(all)).toContain(before);
	});

	it('gives the past in several parts, each of it once, where there is much', async () => {
		simulator().data.fillAppointments(12_000);
		const seen: unknown[] = [];
		const parameters = { events: ['activity.created'], changesSince: '2019-01-01T00:00:00' };
		for (let polled = await first(parameters); polled.items;) {
			expect(polled.items.length).toBeLessThanOrEqual(10_000);
			seen.push(...numbers(polled));
			polled = await next(polled, parameters);
		}
		expect(new Set(seen).size).toBe(12_000);
		expect(seen).toHaveLength(12_000);
	});

	it('of what was not asked for before starts nothing for the past of it', async () => {
		const polled = await first({
			events: ['activity.created'],
			changesSince: '2026-09-07T08:59:00',
		});
		tenant.update(305);
		const both = await next(polled, { changesSince: '2026-09-07T08:59:00' });
		expect(events(both)).toEqual([]);
		tenant.pass(60);
		const updated = tenant.update(305, 30);
		expect(events(await next(both))).toEqual([updated]);
	});
});

describe('a poll', () => {
	it('finds what was created and what was updated, the oldest first, with times and numbers', async () => {
		const polled = await first();
		tenant.pass(30);
		tenant.update(305, 10, { Contact: { ContactId: 12 }, Person: { PersonId: 0 } });
		tenant.create(20, { Sale: { SaleId: 7 } });
		expect((await next(polled)).items?.map(({ json }) => json)).toEqual([
			{
				event: 'activity.created',
				eventId: 'activity.created/306/2026-09-07T08:00:10Z',
				time: '2026-09-07T08:00:10Z',
				AppointmentId: 306,
				AssociateId: 1,
				SaleId: 7,
			},
			{
				event: 'activity.changed',
				eventId: 'activity.changed/305/2026-09-07T08:00:20Z',
				time: '2026-09-07T08:00:20Z',
				AppointmentId: 305,
				AssociateId: 1,
				ContactId: 12,
			},
		]);
	});

	it('gives what was created and updated before it once, as created, and later updates as such', async () => {
		const polled = await first();
		tenant.pass(30);
		const { id, eventId } = tenant.create(20);
		tenant.update(id, 10);
		const second = await next(polled);
		expect(events(second)).toEqual([eventId]);
		const updated = tenant.update(id);
		expect(events(await next(second))).toEqual([updated]);
	});

	it.each([
		['created', 'activity.created'],
		['updated', 'activity.changed'],
	])('finds what was %s alone', async (_name, event) => {
		const polled = await first({ events: [event] });
		tenant.update(305);
		tenant.create();
		const found = await next(polled, { events: [event] });
		expect(found.items?.map(({ json }) => json.event)).toEqual([event]);
	});

	it('waits until the second of an update is over, and tells then what came of it', async () => {
		const polled = await first();
		tenant.pass(60);
		tenant.update(305, 0, { Sale: { SaleId: 1 } });
		const early = await poll(simulator(), {}, polled.staticData);
		expect(early.items).toBeUndefined();
		const updated = tenant.update(305, 0, { Sale: { SaleId: 2 } });
		const late = await next(early);
		expect(events(late)).toEqual([updated]);
		expect(late.items?.[0].json.SaleId).toBe(2);
		expect(events(await next(late))).toEqual([]);
	});

	it('is not misled by a date in the future', async () => {
		const polled = await first();
		const far = tenant.create(-10 * 365 * 24 * 3600);
		const second = await next(polled);
		expect(events(second)).toEqual([far.eventId]);
		const near = tenant.create();
		expect(events(await next(second))).toEqual([near.eventId]);
	});

	it.each([
		['in UTC', undefined, 1],
		['far in the west', 'Etc/GMT+12', 13],
		['far in the east', 'Pacific/Kiritimati', 1],
	])(
		'asks for less as soon as rows have shown that times are read %s',
		async (_name, filterZone, hours) => {
			simulator().data.filterZone = filterZone;
			for (let ago = 0; ago < 48 * 3600; ago += 60) tenant.create(ago);
			const parameters = { events: ['activity.created'] };
			const last = await next(await first(parameters), parameters);
			const { filter, from } = { filter: /afterTime '(.*?)'/, from: tenant.now - 2 * 3_600_000 };
			simulator().requests.length = 0;
			await next(last, parameters);
			const [{ query }] = simulator().requests;
			const asked = Date.parse(`${filter.exec(query.$filter)?.[1]}Z`);
			expect(Math.round((from - asked) / 3_600_000)).toBe(hours);
		},
	);

	it('leaves out what documents have among the appointments', async () => {
		const polled = await first();
		simulator().data.addDocument();
		expect(events(await next(polled))).toEqual([]);
	});

	it('that comes before the last one has ended finds nothing, and asks nothing', async () => {
		const polled = await first();
		const { eventId } = tenant.create();
		tenant.pass(60);
		simulator().fail({ latency: 300 });
		const both = await Promise.all(
			[1, 2].map(async () => await poll(simulator(), {}, polled.staticData)),
		);
		expect(both.flatMap(events)).toEqual([eventId]);
		const idle = both.find(({ items }) => !items);
		expect(idle?.staticData).toEqual(polled.staticData);
	});

	it('that n8n was killed in comes again, with all that it had found', async () => {
		const polled = await first();
		const { eventId } = tenant.create();
		expect(events(await next(polled))).toEqual([eventId]);
		expect(events(await next(polled))).toEqual([eventId]);
	});
});

describe('filters', () => {
	const [mine, theirs] = [{ AssociateId: 1 }, { AssociateId: 5 }];

	it.each<[string, object, object, object]>([
		['owners', { owners: [5, 7] }, { Associate: theirs }, { Associate: mine }],
		['the company', { contact: byId(12) }, { Contact: { ContactId: 12 } }, {}],
		['tasks', { tasks: [3] }, { Task: { TaskListItemId: 3 } }, {}],
	])('let through by %s', async (_name, filters, through, out) => {
		const polled = await first({ filters });
		const [a, b] = [tenant.create(0, { ...through }), tenant.create(0, { ...out })];
		const second = await next(polled, { filters });
		expect(events(second)).toEqual([a.eventId]);
		const updated = tenant.update(a.id);
		tenant.update(b.id);
		expect(events(await next(second, { filters }))).toEqual([updated]);
	});

	it.each<[string, IDataObject, RegExp]>([
		['an empty filter', { filters: { owners: [] } }, /^Owner Names or IDs .*is empty/],
		['nothing to look for', { events: [] }, /^Events \(events\): is empty/],
		[
			'what there is not',
			{ events: ['activity.deleted'] },
			/^Events \(events\): "activity.deleted"/,
		],
		['a time that is none', { changesSince: 'soon' }, /^Changes Since \(changesSince\): "soon"/],
	])('and the rest refuse %s, before anything is asked', async (_name, parameters, message) => {
		const { error, items } = await first(parameters);
		expect(error?.message).toMatch(message);
		expect(items).toBeUndefined();
		expect(simulator().requests).toEqual([]);
	});
});

describe('what comes out for changes', () => {
	const put = async (parameters: object, items?: Polled['items']) => {
		const result = await runPolling(simulator(), parameters, items);
		expect(result.error).toBeUndefined();
		return result.itemsOf(NEXT).map(({ json }) => json);
	};

	it('is what the poll has found, with the appointment where it is wished for', async () => {
		const polled = await first();
		const { id } = tenant.create(0, { Title: 'A', Location: 'Oslo' });
		const gone = tenant.create(0).id;
		const { items } = await next(polled);
		simulator().data.appointments.delete(gone);
		simulator().requests.length = 0;
		expect(await put({}, items)).toEqual(items?.map(({ json }) => json));
		expect(simulator().requests).toEqual([]);
		const output = { fetchRecord: true, output: 'selected', select: '=Title,Location' };
		expect(await put(output, items)).toEqual([
			expect.objectContaining({ AppointmentId: id, record: { Title: 'A', Location: 'Oslo' } }),
			expect.objectContaining({ AppointmentId: gone, record: null }),
		]);
	});

	it('is a meeting once, where its copies are folded', async () => {
		const polled = await first();
		const mother = tenant.create().id;
		tenant.update(mother, 0, { MotherId: mother });
		tenant.create(0, { MotherId: mother });
		const alone = tenant.create().id;
		const { items } = await next(polled);
		expect(items).toHaveLength(3);
		const folded = await put({ organizerCopyOnly: true }, items);
		expect(folded.map(({ AppointmentId }) => AppointmentId)).toEqual([mother, alone]);
	});

	it('by a test run is the latest one, whichever kind it is of', async () => {
		tenant.create(200);
		const { id, eventId } = tenant.create(100);
		expect(await put({})).toEqual([expect.objectContaining({ eventId })]);
		const updated = tenant.update(305, 50);
		expect(await put({})).toEqual([expect.objectContaining({ eventId: updated })]);
		expect(await put({ events: ['activity.created'], fetchRecord: true })).toEqual([
			expect.objectContaining({
				eventId,
				record: expect.objectContaining({ AppointmentId: id }) as object,
			}),
		]);
		tenant.create(0, { MotherId: id });
		expect(await put({ organizerCopyOnly: true })).toEqual([
			expect.objectContaining({ eventId: updated }),
		]);
	});

	it('by a test run says so where there is none', async () => {
		const parameters = { events: ['activity.changed'], filters: { owners: [9] } };
		const { error } = await runPolling(simulator(), parameters);
		expect(error).toMatchObject({
			message: 'No appointment was updated that meets the filters',
			description: 'Save one in SuperOffice, or change Filters or Events.',
		});
	});
});
