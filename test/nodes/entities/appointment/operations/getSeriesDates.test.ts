import { byName } from '../../../../support';
import { MONDAY, useLife } from '../../../life';

describe('the dates of a series that is not saved', () => {
	const { asked, out, refusal, saved, sentTo, simulator } = useLife();
	const AGENT = 'Agents/Appointment';
	const weekly = { pattern: 'Weekly', weekdays: ['Monday'], cycle: 1, recurrenceCounter: 3 };
	const times = { startDate: '2026-09-07T10:00:00', endDate: '2026-09-07T11:00:00' };
	const mondays = { ...times, recurrence: { rule: weekly } };
	const others = { Associate: { AssociateId: 4 }, Participants: [{ AssociateId: 4 }] };
	const secondMonday = { StartDate: '2026-09-14T08:30:00Z', EndDate: '2026-09-14T10:00:00Z' };
	const count = () => [...simulator().data.appointments.values()].length;

	describe('come out one by one', () => {
		it('with the appointments of the owner that they conflict with', async () => {
			const id = await saved(secondMonday);
			const before = count();
			const items = await out('getSeriesDates', mondays);
			expect(items).toEqual([
				{ Date: '2026-09-07', IsConflict: false, ConflictIds: [], Description: '' },
				{ Date: '2026-09-14', IsConflict: true, ConflictIds: [id], Description: '' },
				{ Date: '2026-09-21', IsConflict: false, ConflictIds: [], Description: '' },
			]);
			const { AppointmentEntity } = sentTo(`${AGENT}/CalculateDays`);
			expect(AppointmentEntity).toMatchObject({
				StartDate: '2026-09-07T08:00:00Z',
				EndDate: '2026-09-07T09:00:00Z',
				Associate: { AssociateId: 1 },
				Recurrence: { IsRecurrence: true, Pattern: 'Weekly', StartDate: '2026-09-07T00:00:00' },
			});
			expect(count()).toBe(before);
		});

		it("in another owner's diary, by name too", async () => {
			await saved(secondMonday);
			const id = await saved({ ...MONDAY, ...others });
			const associate = byName('Project Leader');
			const items = await out('getSeriesDates', { ...mondays, associate });
			expect(items.map(({ ConflictIds }) => ConflictIds)).toEqual([[id], [], []]);
		});

		it('across a change of daylight saving, as days of the calendar', async () => {
			const startDate = '2026-10-24T00:30:00';
			const daily = { pattern: 'Daily', dayPattern: 'EveryWeekday', recurrenceCounter: 3 };
			const items = await out('getSeriesDates', { startDate, recurrence: { rule: daily } });
			const days = ['2026-10-24', '2026-10-25', '2026-10-26'];
			expect(items.map(({ Date: date }) => date)).toEqual(days);
		});

		it('and need a start and a recurrence', async () => {
			const bare = await refusal('getSeriesDates', { recurrence: { rule: weekly } });
			expect(bare.message).toBe('Start (startDate): is empty');
			const single = await refusal('getSeriesDates', times);
			expect(single.message).toBe('Recurrence (recurrence): is empty');
			expect(asked()).toEqual([]);
		});

		it('fail without harm', async () => {
			const zones = [undefined, undefined];
			const failure = { status: 500, body: { ErrorMessage: 'Out of order' } };
			simulator().answerNext(...zones, undefined, failure, failure);
			const { description } = await refusal('getSeriesDates', mondays);
			expect(description).toMatch(/Nothing was saved\. Run the item again/);
		});
	});
});
