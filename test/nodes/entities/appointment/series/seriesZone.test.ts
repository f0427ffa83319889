import { DateTime } from 'luxon';

import { byId } from '../../../../support';
import { MONDAYS, useLife } from '../../../life';

describe('the days of a series', () => {
	const { asked, at, out, refusal, saved, sentTo, simulator } = useLife();
	const weekly = { pattern: 'Weekly', weekdays: ['Monday'], recurrenceCounter: 3 };
	const series = (startDate: string, rule: object = weekly) => ({
		startDate,
		endDate: startDate.replace(/\d\d:\d\d$/, '59:00'),
		recurrence: { rule },
	});
	const rows = () => [...simulator().data.appointments.after(305)];
	/** When the rows start, as a zone shows it. */
	const starts = (zone: string, ids = rows().map(({ AppointmentId }) => Number(AppointmentId))) =>
		ids.map((id) =>
			DateTime.fromISO(String(at(id)?.StartDate), { zone }).toFormat("ccc yyyy-MM-dd'T'HH:mm"),
		);
	const sentRule = () => sentTo('Appointment').Recurrence as Record<string, unknown>;
	const NOTHING = { matchBy: 'nothing' };
	const zones = ['GET TimeZone/base', 'GET MDOList/timezoneiana'];

	describe.each([
		[
			'Europe/Oslo',
			[
				['Europe/Oslo', '2026-09-07T10:00:00', 'Monday'],
				['America/Los_Angeles', '2026-09-07T15:30:00', 'Tuesday'],
				['America/Los_Angeles', '2026-09-07T14:30:00', 'Monday'],
				['Asia/Tokyo', '2026-09-07T06:00:00', 'Sunday'],
				['Pacific/Auckland', '2026-09-07T09:00:00', 'Sunday'],
				['Australia/Sydney', '2026-11-02T09:00:00', 'Sunday'],
			],
		],
		[
			'America/New_York',
			[
				['Europe/Oslo', '2026-09-07T05:00:00', 'Sunday'],
				['America/Los_Angeles', '2026-09-07T22:30:00', 'Tuesday'],
				['Asia/Tokyo', '2026-09-07T10:00:00', 'Sunday'],
				['Pacific/Auckland', '2026-09-07T09:00:00', 'Sunday'],
			],
		],
	] as const)('of a tenant in %s', (baseZone, cases) => {
		beforeEach(() => void (simulator().data.baseZone = baseZone));

		it.each(cases)('are those of %s, at %s', async (timezone, startDate, sent) => {
			const first = DateTime.fromISO(startDate, { zone: timezone });
			const mondays = [0, 1, 2].map((weeks) => first.plus({ weeks }).toFormat('yyyy-MM-dd'));
			const dates = await out('getSeriesDates', series(startDate), { timezone });
			await out('create', series(startDate), { timezone });
			expect(sentRule().WeekPattern).toMatchObject({ Weekdays: sent });
			expect(starts(timezone)).toEqual(
				mondays.map((day) => `Mon ${day}${startDate.slice(10, 16)}`),
			);
			expect(dates.map(({ Date: date }) => date)).toEqual(mondays);
		});
	});

	describe('that are on another day in the tenant’s zone', () => {
		const losAngeles = { timezone: 'America/Los_Angeles' };
		const START = '2026-09-07T15:30:00';
		const last = { recurrenceEndType: 'EndDate', endDate: '2026-09-09' };

		it.each<[string, object, string[]]>([
			[
				'are daily until the last one',
				{ pattern: 'Daily', dayPattern: 'EveryWeekday', ...last },
				['Mon 2026-09-07', 'Tue 2026-09-08', 'Wed 2026-09-09'],
			],
			[
				'are every third, from the first one on',
				{
					pattern: 'Daily',
					dayPattern: 'EveryCyclicDay',
					cycle: 3,
					startDate: '2026-09-14',
					recurrenceCounter: 2,
				},
				['Mon 2026-09-14', 'Thu 2026-09-17'],
			],
			[
				'are listed one by one',
				{ pattern: 'Custom', dates: { date: [{ date: '2026-09-30' }, { date: '2026-09-07' }] } },
				['Mon 2026-09-07', 'Wed 2026-09-30'],
			],
			[
				'are several of each week',
				{ ...weekly, weekdays: ['Sunday', 'Monday'] },
				['Mon 2026-09-07', 'Sun 2026-09-13', 'Mon 2026-09-14'],
			],
			[
				'are several of every second week',
				{ ...weekly, weekdays: ['Monday', 'Saturday'], cycle: 2 },
				['Mon 2026-09-07', 'Sat 2026-09-12', 'Mon 2026-09-21'],
			],
			[
				'leave out that of the start',
				{ ...weekly, weekdays: ['Wednesday'], recurrenceCounter: 2 },
				['Wed 2026-09-09', 'Wed 2026-09-16'],
			],
		])('%s', async (_name, rule, days) => {
			const dates = await out('getSeriesDates', series(START, rule), losAngeles);
			await out('create', series(START, rule), losAngeles);
			expect(starts('America/Los_Angeles')).toEqual(days.map((day) => `${day}T15:30`));
			expect(dates.map(({ Date: date }) => date)).toEqual(days.map((day) => day.slice(4)));
		});

		it.each<[string, object]>([
			['the month', { pattern: 'Monthly', monthPattern: 'DayOfMonth', day: 7 }],
			[
				'weekdays of the month',
				{
					pattern: 'Monthly',
					monthPattern: 'WeekdayOfMonth',
					weekOfMonth: 'First',
					weekday: ['Monday'],
				},
			],
			['the year', { pattern: 'Yearly', yearPattern: 'DayOfMonth', day: 7, month: 'September' }],
			['work', { pattern: 'Daily', dayPattern: 'EveryWorkday' }],
			[
				'every second week that do not stay in it',
				{ ...weekly, weekdays: ['Monday', 'Sunday'], cycle: 2 },
			],
		])('cannot be those of %s', async (_name, rule) => {
			for (const operation of ['create', 'getSeriesDates']) {
				const { message, description } = await refusal(operation, series(START, rule), losAngeles);
				expect(message).toMatch(
					/^Rule \(recurrence\.rule\): .*\(Europe\/Oslo\), where the start, 2026-09-07 15:30 in America\/Los_Angeles, is 2026-09-08 00:30\./,
				);
				expect(description).toMatch(/^Nothing was saved/);
			}
			expect(asked().filter((one) => one.startsWith('POST'))).toEqual([]);
			await out(
				'create',
				series('2026-09-07T14:30:00', { ...rule, recurrenceCounter: 2 }),
				losAngeles,
			);
			expect(starts('America/Los_Angeles')[0]).toBe('Mon 2026-09-07T14:30');
		});

		it('are moved where an appointment becomes a series, by its own start', async () => {
			const StartDate = '2026-09-07T22:30:00Z';
			const id = await saved({ StartDate, EndDate: '2026-09-07T23:30:00Z' });
			const given = { appointmentId: byId(id), recurrence: { rule: weekly } };
			await out('update', given, losAngeles);
			expect(starts('America/Los_Angeles')).toEqual([
				'Mon 2026-09-07T15:30',
				'Mon 2026-09-14T15:30',
				'Mon 2026-09-21T15:30',
			]);
		});

		it('are moved by what is created where nothing is to be updated, and in items', async () => {
			const { recurrence, ...times } = series(START);
			await out('upsert', { ...times, recurrence, ...NOTHING }, losAngeles);
			const item = { ...times, recurrence: recurrence.rule };
			await out('create', { specifyBody: 'autoMap' }, { ...losAngeles, items: [item as never] });
			expect(starts('America/Los_Angeles').map((start) => start.slice(0, 3))).toEqual(
				Array(6).fill('Mon'),
			);
		});
	});

	describe('are compared with what was saved', () => {
		const losAngeles = { timezone: 'America/Los_Angeles' };
		const START = '2026-09-07T15:30:00';
		/** A zone that is not among those of SuperOffice's list. */
		const UNKNOWN = 'Europe/Berlin';
		const WORDS =
			/its first appointment, 306, starts at 2026-09-06 15:30 instead of 2026-09-07 15:30 \(America\/Los_Angeles\)$/;

		it.each([
			['everything comes out', {}],
			['little comes out', { output: 'selected', select: '=Title' }],
		])('where the zone is unknown and %s', async (_name, output) => {
			simulator().data.baseZone = UNKNOWN;
			const { message, description } = await refusal(
				'create',
				{ ...series(START), ...output },
				losAngeles,
			);
			expect(message).toMatch(WORDS);
			expect(description).toMatch(/^The series is saved: do not run the item again\./);
		});

		it('by Create or Update, too', async () => {
			simulator().data.baseZone = UNKNOWN;
			expect(
				(await refusal('upsert', { ...series(START), ...NOTHING }, losAngeles)).message,
			).toMatch(WORDS);
		});

		it('by Update, too', async () => {
			const id = await saved({
				StartDate: '2026-09-07T22:00:00Z',
				EndDate: '2026-09-07T23:00:00Z',
			});
			simulator().data.baseZone = UNKNOWN;
			const given = { ...series(START), appointmentId: byId(id) };
			expect((await refusal('update', given, losAngeles)).message).toMatch(WORDS);
		});

		it.each([
			['in UTC', '2026-09-07T22:30:00'],
			['with an offset', '2026-09-07T15:30:00-07:00'],
		])('of JSON, which is sent as it is: %s', async (_name, StartDate) => {
			const body = { ...MONDAYS, StartDate, EndDate: '2026-09-07T23:30:00Z' };
			const given = { specifyBody: 'json', jsonBody: JSON.stringify(body) };
			expect((await refusal('create', given, losAngeles)).message).toMatch(WORDS);
			expect(sentTo('Appointment')).toEqual(body);
		});

		it('and come out where they are as they were asked for', async () => {
			const given = { specifyBody: 'json', jsonBody: JSON.stringify(MONDAYS) };
			await out('create', { ...given, output: 'selected', select: '=Title' }, losAngeles);
			const [item] = await out('create', {
				...series(START),
				output: 'selected',
				select: '=Title',
			});
			expect(item).toEqual({ Title: '' });
		});
	});

	describe('take the tenant’s zone', () => {
		it('once for all items', async () => {
			await out('create', series('2026-09-07T10:00:00'), { items: [{}, {}, {}] });
			expect(asked().filter((one) => one.startsWith('GET'))).toEqual(zones);
		});

		it('only where there is a rule', async () => {
			const { startDate, endDate } = series('2026-09-07T10:00:00');
			await out('create', { startDate, endDate });
			expect(asked()).toEqual(['POST Appointment']);
		});
	});

	describe('that is changed from one of them on', () => {
		const losAngeles = { timezone: 'America/Los_Angeles' };
		async function savedSeries() {
			await out('create', series('2026-09-07T15:30:00'), losAngeles);
			simulator().requests.splice(0);
			return Number(rows()[0].AppointmentId);
		}
		const forward = (id: number) => ({ appointmentId: byId(id), updateMode: 'ThisAndForward' });
		const at1430 = { startDate: '2026-09-07T14:30:00', endDate: '2026-09-07T15:30:00' };

		it('stay where they are on the same days in both zones', async () => {
			const id = await savedSeries();
			const times = { startDate: '2026-09-07T16:00:00', endDate: '2026-09-07T17:00:00' };
			await out('update', { ...forward(id), ...times }, losAngeles);
			expect(starts('America/Los_Angeles')).toEqual([
				'Mon 2026-09-07T16:00',
				'Mon 2026-09-14T16:00',
				'Mon 2026-09-21T16:00',
			]);
		});

		it.each<[string, object]>([
			['the form', at1430],
			['JSON', { specifyBody: 'json', jsonBody: '{"startDate":"2026-09-07T21:30:00"}' }],
		])('are refused by %s where the later ones would move by a day', async (_name, given) => {
			const id = await savedSeries();
			const { message, description } = await refusal(
				'update',
				{ ...forward(id), ...given },
				losAngeles,
			);
			expect(message).toMatch(
				/^Start \(startDate\): .*from 2026-09-07 15:30 to 2026-09-07 14:30 in America\/Los_Angeles, but from 2026-09-08 00:30 to 2026-09-07 23:30 in Europe\/Oslo/,
			);
			expect(description).toMatch(/Use the operation Move/);
			expect(asked().filter((one) => !one.startsWith('GET'))).toEqual([]);
		});

		it('are moved together', async () => {
			const id = await savedSeries();
			await out('move', { ...forward(id), newStartTime: at1430.startDate }, losAngeles);
			expect(starts('America/Los_Angeles')).toEqual([
				'Mon 2026-09-07T14:30',
				'Mon 2026-09-14T14:30',
				'Mon 2026-09-21T14:30',
			]);
		});
	});
});
