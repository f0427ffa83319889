import omit from 'lodash/omit';

import { byId } from '../../../../support';
import { FOUR, MONDAY, MONDAYS, useLife } from '../../../life';

describe('the appointments that belong together', () => {
	const { asked, out, refusal, saved, sentTo, simulator } = useLife();
	const RECORDS = 'Agents/Appointment/GetAppointmentRecords';
	const of = (id: number) => ({ appointmentId: byId(id) });
	const numbers = (items: object[]) =>
		items.map((item) => (item as { AppointmentId: number }).AppointmentId);

	it('of a series come out from each of them, one item each, with offsets', async () => {
		const id = await saved({ Title: 'Series', ...MONDAYS });
		const items = await out('getSeries', of(id + 1));
		expect(sentTo(RECORDS)).toEqual({ MotherId: 0, RecurrenceRuleId: 1 });
		expect(items).toMatchObject([
			{ AppointmentId: id, Title: 'Series', StartDate: '2026-09-07T08:00:00Z' },
			{ AppointmentId: id + 1, StartDate: '2026-09-14T08:00:00Z', IsRecurrence: true },
			{ AppointmentId: id + 2, StartDate: '2026-09-21T08:00:00Z' },
		]);
		expect(Object.keys(items[0])).not.toContain('FieldProperties');
	});

	it.each(['Europe/Oslo', 'America/Los_Angeles', 'Pacific/Auckland'])(
		'come out as from Get, but for custom fields, in %s',
		async (timezone) => {
			const contact = { Contact: { ContactId: 1 }, Person: { PersonId: 10 } };
			const id = await saved({ Title: 'Series', ...MONDAYS, ...contact });
			for (const output of [
				{ output: 'simplified' },
				{ output: 'selected', select: ['AppointmentId', 'StartDate', 'Contact/Name', 'Sale'] },
			]) {
				const [first] = await out('getSeries', { ...of(id), ...output }, { timezone });
				const [record] = await out('get', { ...of(id), ...output }, { timezone });
				expect(first).toEqual(omit(record, 'CustomFields'));
			}
		},
	);

	it('of a booking come out from an invitation, too', async () => {
		const id = await saved({ ...MONDAY, Participants: FOUR });
		const items = await out('getSeries', of(id + 2));
		expect(sentTo(RECORDS)).toEqual({ MotherId: id, RecurrenceRuleId: 0 });
		expect(numbers(items)).toEqual([id, id + 1, id + 2, id + 3]);
		expect(items[1]).toMatchObject({ IsBooking: true, InvitationStatus: 'Invitation' });
	});

	it('of a series of bookings are all dates with all invitations', async () => {
		const id = await saved({ ...MONDAYS, Participants: FOUR.slice(0, 2) });
		const items = await out('getSeries', of(id));
		expect(numbers(items)).toEqual([0, 1, 2, 3, 4, 5].map((more) => id + more));
	});

	it('are just one where it is neither', async () => {
		const id = await saved({ Title: 'Alone', ...MONDAY });
		const items = await out('getSeries', of(id));
		expect(items).toMatchObject([{ AppointmentId: id, Title: 'Alone', AssociateId: 1 }]);
		expect(asked()).toEqual([`GET Appointment/${id}`, `GET Appointment/${id}/Simple`]);
	});

	it('are just one where its rule is none', async () => {
		const Recurrence = { IsRecurrence: false, RecurrenceId: 7, Pattern: 'Weekly' };
		const id = await saved(MONDAY);
		simulator().answerNext({ body: { AppointmentId: id, MotherId: 0, Recurrence } });
		expect(numbers(await out('getSeries', of(id)))).toEqual([id]);
	});

	it('are read for each item, and paired with it', async () => {
		const ids = [await saved(MONDAYS), await saved(MONDAY)];
		const items = await out('getSeries', of('={{ $json.id }}' as never), {
			items: ids.map((id) => ({ id })),
		});
		expect(items).toHaveLength(4);
	});

	it('fail without harm', async () => {
		const id = await saved(MONDAYS);
		expect((await refusal('getSeries', of(9999))).message).toMatch(/^SuperOffice did not find it/);
		const failure = { status: 500, body: { ErrorMessage: 'Out of order' } };
		simulator().answerNext(undefined, failure, failure);
		const { message, description } = await refusal('getSeries', of(id));
		expect(message).toBe('SuperOffice failed: Out of order');
		expect(description).toMatch(/Nothing was saved\. Run the item again/);
	});
});
