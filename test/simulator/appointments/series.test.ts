import type { Carrier } from '../tenant/carriers';
import { useService } from '../engine/service';

describe("the simulator's series", () => {
	const { simulator, post } = useService();

	const AGENT = 'Agents/Appointment';
	const utc = { 'SO-TimeZone': 'UTC,includeTZOffset' };
	const at = (id: number) => simulator().data.appointments.get(id);
	const rows = () => [...simulator().data.appointments.after(305)];
	const starts = () => rows().map(({ StartDate }) => StartDate);

	const series = (recurrence: object, more: object = {}) => ({
		Title: 'Series',
		StartDate: '2026-09-07T08:00:00Z',
		EndDate: '2026-09-07T09:30:00Z',
		Recurrence: { IsRecurrence: true, StartDate: '2026-09-07T00:00:00', ...recurrence },
		...more,
	});
	const times = (RecurrenceCounter: number) => ({
		RecurrenceEndType: 'Counter',
		RecurrenceCounter,
	});
	const daily = { Pattern: 'Daily', DayPattern: { Pattern: 'EveryCyclicDay', Cycle: 1 } };

	const day = (Pattern: string, Cycle?: number) => ({
		Pattern: 'Daily',
		DayPattern: { Pattern, ...(Cycle && { Cycle }) },
	});
	const week = (Weekdays: unknown, Cycle: number) => ({
		Pattern: 'Weekly',
		WeekPattern: { Weekdays, Cycle },
	});
	const month = (pattern: object) => ({ Pattern: 'Monthly', MonthPattern: pattern });
	const year = (pattern: object) => ({ Pattern: 'Yearly', YearPattern: pattern });

	it.each([
		['every day', day('EveryWeekday'), ['09-07', '09-08', '09-09', '09-10']],
		['every third day', day('EveryCyclicDay', 3), ['09-07', '09-10', '09-13', '09-16']],
		[
			'workdays',
			{ ...day('EveryWorkday'), StartDate: '2026-09-11' },
			['09-11', '09-14', '09-15', '09-16'],
		],
		['weekdays', week('Monday, Wednesday', 1), ['09-07', '09-09', '09-14', '09-16']],
		['weekdays by their bits', week(5, 1), ['09-07', '09-09', '09-14', '09-16']],
		['every second week', week('Tuesday', 2), ['09-08', '09-22', '10-06', '10-20']],
		[
			'days of months, the last one of short ones',
			{ ...month({ Pattern: 'DayOfMonth', Day: 31, Cycle: 1 }), StartDate: '2026-09-30' },
			['09-30', '10-31', '11-30', '12-31'],
		],
		[
			'weekdays of months',
			month({ Pattern: 'WeekdayOfMonth', Weekday: 'Friday', WeekOfMonth: 'Last', Cycle: 2 }),
			['09-25', '11-27', '01-29', '03-26'],
		],
		[
			'days of years, whose cycle is the month',
			year({ Pattern: 'DayOfMonth', Day: 24, Cycle: 12 }),
			['12-24', '12-24', '12-24', '12-24'],
		],
		[
			'weekdays of years',
			year({ Pattern: 'WeekdayOfMonth', Weekday: 'Monday', WeekOfMonth: 'First', Cycle: 1 }),
			['01-04', '01-03', '01-01', '01-07'],
		],
		[
			'days of their own',
			{
				Pattern: 'Custom',
				Dates: ['2026-10-01', '2026-09-20', '2026-11-02', '2026-12-24'].map((Date) => ({ Date })),
			},
			['09-20', '10-01', '11-02', '12-24'],
		],
	])('have %s', async (_name, recurrence, days) => {
		const { body } = await post('Appointment', series({ ...times(4), ...recurrence }), utc);
		expect(starts().map((start) => String(start).slice(5, 10))).toEqual(days);
		expect(body).toMatchObject({
			AppointmentId: 306,
			StartDate: rows()[0].StartDate,
			Recurrence: { IsRecurrence: true, RecurrenceId: 1 },
		});
		expect((body as { Recurrence: Carrier }).Recurrence.Dates).toHaveLength(4);
	});

	it('end with a date, and keep their times of day across daylight saving', async () => {
		const end = { RecurrenceEndType: 'EndDate', EndDate: '2026-10-26T00:00:00' };
		await post('Appointment', series({ ...daily, ...end, StartDate: '2026-10-24' }), utc);
		expect(starts()).toEqual([
			'2026-10-24T08:00:00Z',
			'2026-10-25T09:00:00Z',
			'2026-10-26T09:00:00Z',
		]);
		expect(at(307)?.EndDate).toBe('2026-10-25T10:30:00Z');
	});

	it('start with their appointment when they do not say', async () => {
		await post('Appointment', series({ ...daily, ...times(2), StartDate: undefined }));
		expect(starts()).toEqual(['2026-09-07T08:00:00Z', '2026-09-08T08:00:00Z']);
	});

	it.each([
		['without a pattern', { Pattern: 'Unknown' }],
		[
			'with a week of the month that is none',
			month({ Pattern: 'WeekdayOfMonth', WeekOfMonth: 'X' }),
		],
		['of too many days', { ...daily, ...times(1001) }],
	])('are refused %s', async (_name, recurrence) => {
		expect((await post('Appointment', series({ ...times(2), ...recurrence }))).status).toBe(400);
		expect(rows()).toEqual([]);
	});

	it('are made of an appointment that was none', async () => {
		const { Recurrence } = series({ ...daily, ...times(3) });
		await post('Appointment', { ...series({}), Recurrence: null });
		await post('Appointment', { AppointmentId: 306, Recurrence });
		expect(rows().map(({ AppointmentId }) => AppointmentId)).toEqual([306, 307, 308]);
		expect(starts()[2]).toBe('2026-09-09T08:00:00Z');
	});

	it('are calculated with the conflicts of their owner', async () => {
		const busy = { StartDate: '2026-09-08T07:00:00Z', EndDate: '2026-09-08T08:30:00Z' };
		await post('Appointment', busy);
		await post('Appointment', { ...busy, IsFree: true });
		await post('Appointment', { ...busy, Type: 'inChecklist' });
		await post('Appointment', { ...busy, Participants: [{ AssociateId: 4 }] });
		await post('Appointment', { ...busy, EndDate: '2026-09-08T08:00:00Z' });
		const AppointmentEntity = series({ ...daily, ...times(2) });
		const { body } = await post(`${AGENT}/CalculateDays`, { AppointmentEntity });
		const conflict = { Description: null, IsConflict: true, DescriptionStyleHint: 'conflict' };
		const Tooltip = '{conflict_id=306}';
		expect(body).toMatchObject({
			IsRecurrence: true,
			StartDate: '2026-09-07T00:00:00',
			Dates: [
				{ Date: '2026-09-07T00:00:00', IsConflict: false, DescriptionStyleHint: '', Tooltip: null },
				{ Date: '2026-09-08T00:00:00', ...conflict, Tooltip },
			],
		});
		const Dates = ['2026-09-08T00:00:00Z', '2026-09-10T12:00:00Z'];
		const validated = await post(`${AGENT}/ValidateDays`, { AppointmentEntity, Dates });
		expect(validated.body).toMatchObject([
			{ Date: '2026-09-08T00:00:00', Tooltip },
			{ Date: '2026-09-10T00:00:00', IsConflict: false },
		]);
	});

	it('have defaults by a day', async () => {
		const StartDate = '2026-07-01T10:00:00Z';
		const { body } = await post(`${AGENT}/CreateDefaultRecurrenceByDate`, { StartDate });
		expect(body).toMatchObject({
			Pattern: 'Weekly',
			StartDate: '2026-07-01T00:00:00',
			WeekPattern: { Weekdays: 'Wednesday' },
			IsRecurrence: false,
		});
		expect((await post(`${AGENT}/CreateDefaultRecurrence`, {})).body).toHaveProperty('Pattern');
		expect((await post(`${AGENT}/CreateDefaultRecurrenceByDate`, {})).status).toBe(400);
	});

	describe('of four days are changed by the agent:', () => {
		beforeEach(async () => {
			await post('Appointment', series({ ...daily, ...times(4) }));
		});

		const call = async (name: string, body: object) => await post(`${AGENT}/${name}`, body, utc);
		const titles = () => rows().map(({ Title }) => Title);

		it('its rows are listed', async () => {
			const { body } = await call('GetAppointmentRecords', { MotherId: 0, RecurrenceRuleId: 1 });
			expect(body).toMatchObject(
				[306, 307, 308, 309].map((AppointmentId) => ({ AppointmentId, IsRecurrence: true })),
			);
		});

		it.each([
			['OnlyThis', ['Series', 'New', 'Series', 'Series']],
			['ThisAndForward', ['Series', 'New', 'New', 'New']],
			['StopRecurrence', ['Series', 'New']],
			[undefined, ['Series', 'New', 'Series', 'Series']],
		])('Save %s', async (UpdateMode, expected) => {
			const AppointmentEntity = { ...at(307), Title: 'New' };
			const { status, body } = await call('Save', { AppointmentEntity, UpdateMode });
			expect(status).toBe(200);
			expect(body).toMatchObject({ AppointmentId: 307, Title: 'New' });
			expect(titles()).toEqual(expected);
		});

		it('Save keeps the later days, with new times of day', async () => {
			const times_ = { StartDate: '2026-09-08T11:00:00Z', EndDate: '2026-09-08T12:00:00Z' };
			const AppointmentEntity = { AppointmentId: 307, ...times_ };
			await call('Save', { AppointmentEntity, UpdateMode: 'ThisAndForward' });
			expect(starts()).toEqual([
				'2026-09-07T08:00:00Z',
				'2026-09-08T11:00:00Z',
				'2026-09-09T11:00:00Z',
				'2026-09-10T11:00:00Z',
			]);
			expect(at(309)?.EndDate).toBe('2026-09-10T12:00:00Z');
		});

		it.each([
			['OnlyThis', ['07', '20', '09', '10']],
			['ThisAndForward', ['07', '20', '21', '22']],
			['StopRecurrence', ['07', '20']],
		])('Move %s', async (UpdateMode, days) => {
			const NewStartTime = '2026-09-20T10:00:00Z';
			const { body } = await call('Move', { AppointmentId: 307, NewStartTime, UpdateMode });
			expect(body).toMatchObject({ StartDate: NewStartTime, EndDate: '2026-09-20T11:30:00Z' });
			expect(starts().map((start) => String(start).slice(8, 10))).toEqual(days);
		});

		it.each([
			['OnlyThis', [306, 308, 309]],
			['ThisAndForward', [306]],
			['StopRecurrence', [306, 307]],
		])('Delete %s', async (UpdateMode, ids) => {
			const answer = await call('Delete', { AppointmentId: 307, UpdateMode });
			expect(answer).toEqual({ status: 204, body: undefined });
			expect(rows().map(({ AppointmentId }) => AppointmentId)).toEqual(ids);
			expect((await call('Delete', { AppointmentId: 9999 })).status).toBe(204);
		});

		it('but not in a mode that is none', async () => {
			const answer = await call('Delete', { AppointmentId: 307, UpdateMode: 'All' });
			expect(answer.status).toBe(400);
			expect(rows()).toHaveLength(4);
		});
	});
});
