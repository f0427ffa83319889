import { byId, byName } from '../support';
import { MONDAY, MONDAYS, useLife } from './life';

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
			simulator().answerNext(undefined, { status: 500, body: { ErrorMessage: 'Out of order' } });
			const { description } = await refusal('getSeriesDates', mondays);
			expect(description).toMatch(/Nothing was saved\. Run the item again/);
		});
	});

	describe('refuse conflicts where that is wanted', () => {
		const strict = { refuseConflicts: true };
		const saves = () => asked().filter((one) => one === 'POST Appointment');

		it('with all dates and appointments in the error, and nothing saved', async () => {
			const ids = [await saved(secondMonday), await saved(secondMonday), await saved(MONDAY)];
			const { message, description } = await refusal('create', { ...mondays, ...strict });
			expect(message).toBe(
				`Refuse Conflicts (refuseConflicts): the appointment conflicts on 2026-09-07 with appointment ${ids[2]}; 2026-09-14 with appointment ${ids[0]}, ${ids[1]}`,
			);
			expect(description).toMatch(/^Nothing was saved/);
			expect(saves()).toEqual([]);
		});

		it('for a single appointment, in the diary of its owner', async () => {
			const id = await saved({ ...MONDAY, ...others });
			const inDiaryOf = (owner: number) => ({
				...times,
				...strict,
				linkedRecords: { associate: byId(owner) },
			});
			const { message } = await refusal('create', inDiaryOf(4));
			expect(message).toMatch(`conflicts on 2026-09-07 with appointment ${id}`);
			expect(sentTo(`${AGENT}/ValidateDays`)).toMatchObject({
				AppointmentEntity: { Associate: { AssociateId: 4 }, StartDate: '2026-09-07T08:00:00Z' },
				Dates: ['2026-09-07T00:00:00'],
			});
			await out('create', inDiaryOf(1));
			expect(saves()).toHaveLength(1);
		});

		it.each([
			['a series', mondays, { Dates: null }],
			['a series', mondays, { Dates: [] }],
			['a single appointment', times, []],
			['a single appointment', times, [null]],
		])('and save nothing where no day of %s was checked', async (_name, given, body) => {
			simulator().answerNext(undefined, { body });
			const { message } = await refusal('create', { ...given, ...strict });
			expect(message).toBe(
				'Refuse Conflicts (refuseConflicts): the conflicts could not be checked; nothing was saved',
			);
			expect(saves()).toEqual([]);
		});

		it('on each day of a single appointment', async () => {
			await saved({ StartDate: '2026-10-26T08:00:00Z', EndDate: '2026-10-26T10:00:00Z' });
			const given = { startDate: '2026-10-24T10:00:00', endDate: '2026-10-26T10:00:00' };
			const { message } = await refusal('create', { ...given, ...strict });
			const days = [24, 25, 26].map((day) => `2026-10-${day}T00:00:00`);
			expect(sentTo(`${AGENT}/ValidateDays`).Dates).toEqual(days);
			expect(message).toMatch(/2026-10-26 with appointment/);
			const until = { startDate: '2026-10-24T10:00:00', endDate: '2026-10-25T00:00:00' };
			await out('create', { ...until, ...strict });
			expect(sentTo(`${AGENT}/ValidateDays`).Dates).toEqual(days.slice(0, 1));
		});

		it('and save what conflicts with nothing as it was given', async () => {
			await out('create', { ...mondays, ...strict });
			const { Associate, Recurrence } = sentTo('Appointment');
			expect(Associate).toBeUndefined();
			expect(Recurrence).toMatchObject({ IsRecurrence: true });
		});

		it('of JSON, too', async () => {
			const id = await saved(MONDAY);
			const jsonBody = JSON.stringify({
				startDate: MONDAY.StartDate,
				recurrence: MONDAYS.Recurrence,
			});
			const parameters = { specifyBody: 'json', jsonBody, ...strict };
			const { message } = await refusal('create', parameters);
			expect(message).toMatch(`conflicts on 2026-09-07 with appointment ${id}`);
		});

		it('and ask nothing more where it is not', async () => {
			await saved(MONDAY);
			await out('create', times);
			expect(asked()).toEqual(['POST Appointment']);
		});

		it('and list no more than twenty', async () => {
			const Dates = Array.from({ length: 25 }, (_one, day) => ({
				Date: `2026-01-${10 + day}T00:00:00Z`,
				IsConflict: true,
				Tooltip: '',
			}));
			simulator().answerNext(undefined, { body: { Dates } });
			const { message } = await refusal('create', { ...mondays, ...strict });
			expect(message).toMatch(/2026-01-29; and 5 more$/);
		});
	});
});
