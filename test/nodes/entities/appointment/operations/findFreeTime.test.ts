import { byId, byName } from '../../../../support';
import { MONDAY, useLife } from '../../../life';

describe('free time', () => {
	const { asked, out, refusal, saved, sentTo, simulator } = useLife();
	const CALL = 'Agents/Appointment/GetNextAvailableTime';
	const owners = { owner: [{ associateId: byName('Project Leader') }, { associateId: byId(11) }] };
	const wish = { owners, duration: 90, from: '2026-09-07T10:00:00', count: 2 };

	it('is found for all owners, as long as it is wished', async () => {
		await saved({ ...MONDAY, Associate: { AssociateId: 4 }, Participants: [{ AssociateId: 4 }] });
		const items = await out('findFreeTime', wish);
		expect(sentTo(CALL)).toEqual({
			Associates: [4, 11],
			StartTime: '2026-09-07T08:00:00Z',
			EndTime: '2026-09-07T09:30:00Z',
			Count: 2,
			IsAllDay: false,
		});
		// The first hour is taken.
		expect(items).toEqual([
			{ StartDate: '2026-09-07T09:00:00Z', EndDate: '2026-09-07T10:30:00Z' },
			{ StartDate: '2026-09-08T06:00:00Z', EndDate: '2026-09-08T07:30:00Z' },
		]);
	});

	it('comes in the zone of the options, and as long as it is wished whatever is recommended', async () => {
		simulator().answerNext(undefined, {
			body: [
				{
					AvailableTimeStart: '2026-09-07T11:00:00+02:00',
					RecommendedTimeStart: '2026-09-07T11:30:00+02:00',
					RecommendedTimeEnd: '2026-09-07T12:00:00+02:00',
				},
				{ AvailableTimeStart: '2026-09-08T08:00:00+02:00' },
			],
		});
		const items = await out('findFreeTime', { ...wish, options: { soTimeZone: 'NO' } });
		expect(items).toEqual([
			{ StartDate: '2026-09-07T11:30:00+02:00', EndDate: '2026-09-07T13:00:00+02:00' },
			{ StartDate: '2026-09-08T08:00:00+02:00', EndDate: '2026-09-08T09:30:00+02:00' },
		]);
	});

	it('leaves out what has no time, and takes the other where one is no date', async () => {
		const none = '0001-01-01T00:00:00Z';
		simulator().answerNext(undefined, {
			body: [
				{ AvailableTimeStart: '2026-09-07T09:00:00Z', RecommendedTimeStart: none },
				{ AvailableTimeStart: none, RecommendedTimeStart: null },
				{},
				null,
			],
		});
		expect(await out('findFreeTime', wish)).toEqual([
			{ StartDate: '2026-09-07T09:00:00Z', EndDate: '2026-09-07T10:30:00Z' },
		]);
	});

	it('starts from now, with an hour and five suggestions, where nothing else is said', async () => {
		const items = await out('findFreeTime', { owners: { owner: [{ associateId: byId(1) }] } });
		const { StartTime, EndTime, Count } = sentTo(CALL);
		const [start, end] = [StartTime, EndTime].map((time) => Date.parse(String(time)));
		expect(end - start).toBe(3_600_000);
		expect(start - Date.now()).toBeGreaterThan(-30_000);
		expect(start - Date.now()).toBeLessThanOrEqual(60_000);
		expect(Count).toBe(5);
		expect(items).toHaveLength(5);
	});

	it('is nothing where nobody is ever free', async () => {
		simulator().answerNext(undefined, { body: [] });
		expect(await out('findFreeTime', wish)).toEqual([]);
	});

	it('needs somebody who has to be free', async () => {
		const { message } = await refusal('findFreeTime', { ...wish, owners: {} });
		expect(message).toBe('Users and Resources (owners): is empty');
		expect(asked()).toEqual([]);
	});
});
