import { DateTime } from 'luxon';

import { useSimulator } from '../../../support';
import { arrived, found, getMany, sentFilters, store } from '../../manyAppointments';

const OSLO = 'Europe/Oslo';

describe('the period of Get Many', () => {
	const simulator = useSimulator();
	const put = (appointments: Record<number, [string, string]>) =>
		store(
			simulator(),
			Object.fromEntries(
				Object.entries(appointments).map(([id, [StartDate, EndDate]]) => [
					id,
					{ StartDate, EndDate },
				]),
			),
		);
	const between = async (from: string, to: string, more: object = {}, timezone = OSLO) =>
		await found(simulator(), { period: 'between', from, to, ...more }, { timezone });

	it('holds what overlaps it, and not what only touches it', async () => {
		put({
			1: ['2026-03-02T06:00:00Z', '2026-03-02T07:00:00Z'],
			2: ['2026-03-02T06:00:00Z', '2026-03-02T07:00:01Z'],
			3: ['2026-03-01T06:00:00Z', '2026-03-04T07:00:00Z'],
			4: ['2026-03-02T08:00:00Z', '2026-03-02T08:30:00Z'],
			5: ['2026-03-02T08:59:59Z', '2026-03-02T12:00:00Z'],
			6: ['2026-03-02T09:00:00Z', '2026-03-02T12:00:00Z'],
			7: ['2026-03-02T07:00:00Z', '2026-03-02T07:00:00Z'],
			8: ['2026-03-02T09:00:00Z', '2026-03-02T09:00:00Z'],
			9: ['2026-03-02T06:59:59Z', '2026-03-02T06:59:59Z'],
		});
		expect(await between('2026-03-02T08:00:00', '2026-03-02T10:00:00')).toEqual([2, 3, 4, 5, 7]);
	});

	it("means the workflow's clock, or that of the options", async () => {
		put({
			1: ['2026-03-01T22:30:00Z', '2026-03-01T22:45:00Z'],
			2: ['2026-03-02T22:30:00Z', '2026-03-02T22:45:00Z'],
			3: ['2026-03-03T04:30:00Z', '2026-03-03T04:45:00Z'],
		});
		const day = ['2026-03-02T00:00:00', '2026-03-03T00:00:00'] as const;
		expect(await between(...day)).toEqual([2]);
		expect(await between(...day, {}, 'America/New_York')).toEqual([2, 3]);
		expect(await between(...day, { options: { timezone: 'Asia/Tokyo' } })).toEqual([1]);
	});

	it.each(['UTC', 'NO', 'US-NY', 'AU-WA'])(
		'is the same in whichever zone the server reads and answers, %s',
		async (soTimeZone) => {
			const times = Array.from({ length: 24 * 6 }, (_one, hour) =>
				DateTime.fromISO('2026-03-27T00:00:00Z', { zone: 'UTC' }).plus({ hours: hour }),
			);
			const iso = (time: DateTime) => time.toFormat("yyyy-MM-dd'T'HH:mm:ss'Z'");
			put(
				Object.fromEntries(
					times.map((time, index) => [index + 1, [iso(time), iso(time.plus({ minutes: 30 }))]]),
				),
			);
			const from = '2026-03-29T00:00:00';
			const to = '2026-03-30T00:00:00';
			const ids = await between(from, to, { options: { soTimeZone } });
			// The day on which Oslo's clocks are put forward has 23 hours.
			const expected = times.flatMap((time, index) => {
				const isWithin = iso(time) >= '2026-03-28T23:00:00Z' && iso(time) < '2026-03-29T22:00:00Z';
				return isWithin ? [index + 1] : [];
			});
			expect(expected).toHaveLength(23);
			expect(ids).toEqual(expected);
		},
	);

	it('asks for two days more on either side, so that no zone loses a row', async () => {
		await between('2026-03-02T00:30:00', '2026-03-02T23:30:00');
		expect(sentFilters(simulator())[0]).toBe(
			"date before '2026-03-04' and endDate after '2026-02-27' and appointmentId gt 0",
		);
	});

	it('reads further pages until the limit is full, as some rows are of the days beside', async () => {
		const beside: [string, string] = ['2026-03-03T08:00:00Z', '2026-03-03T09:00:00Z'];
		const within: [string, string] = ['2026-03-02T08:00:00Z', '2026-03-02T09:00:00Z'];
		const rows = Array.from({ length: 40 }, (_one, id) => [id + 1, id < 30 ? beside : within]);
		put(Object.fromEntries(rows) as Record<number, [string, string]>);
		const parameters = {
			period: 'between',
			from: '2026-03-02T00:00:00',
			to: '2026-03-03T00:00:00',
			limit: 3,
		};
		const items = arrived(await getMany(simulator(), parameters, { timezone: OSLO }));
		expect(items.map(({ appointmentId }) => appointmentId)).toEqual([31, 32, 33]);
		expect(simulator().requests.map(({ query }) => query.$top)).toEqual(['3', '6', '12', '24']);
	});

	it('looks at dates that were not chosen, and takes them out again', async () => {
		put({ 1: ['2026-03-02T08:00:00Z', '2026-03-02T09:00:00Z'] });
		const parameters = {
			period: 'between',
			from: '2026-03-02',
			to: '2026-03-03',
			output: 'selected',
			select: ['Title'],
		};
		const items = arrived(await getMany(simulator(), parameters));
		expect(items).toEqual([{ Title: '' }]);
		expect(simulator().requests[0].query.$select).toBe(
			'appointment/title,date,endDate,appointmentId',
		);
	});

	it('may be open at one side', async () => {
		put({
			1: ['2026-03-02T08:00:00Z', '2026-03-02T09:00:00Z'],
			2: ['2026-05-02T08:00:00Z', '2026-05-02T09:00:00Z'],
		});
		expect(await between('', '2026-04-01T00:00:00')).toEqual([1]);
		expect(await between('2026-04-01T00:00:00', '')).toEqual([2]);
	});

	it.each([
		['', '', 'From (from): is empty, and so is To'],
		['2026-03-02T08:00:00', '2026-03-02T08:00:00', 'To (to): '],
		['2026-03-02T08:00:00', '2026-03-01T08:00:00', 'To (to): '],
		['soon', '', 'From (from): "soon" is not a possible date and time'],
	])('refuses from "%s" to "%s"', async (from, to, message) => {
		const { error } = await getMany(simulator(), { period: 'between', from, to });
		expect(error?.message).toContain(message);
		expect(simulator().requests).toEqual([]);
	});

	it('leaves out rows without dates, and takes those without an end for moments', async () => {
		const row = (appointmentId: number, date: string, endDate: string) => ({
			appointmentId,
			date,
			endDate,
		});
		const value = [
			row(1, '2026-03-02T08:00:00Z', '0001-01-01T00:00:00Z'),
			row(2, '0001-01-01T00:00:00Z', '0001-01-01T00:00:00Z'),
			row(3, '2026-03-02T08:00:00', '2026-03-02T09:00:00'),
		];
		simulator().answerNext({ body: { value } });
		expect(await between('2026-03-02T08:00:00Z', '2026-03-02T08:30:00Z')).toEqual([1, 3]);
	});

	describe('around the present day', () => {
		/** Days of the zone, an appointment at noon of each; the number tells which. */
		const days = (zone: string) => {
			const today = DateTime.now().setZone(zone).startOf('day');
			const first = today.minus({ days: 400 });
			const list = Array.from({ length: 801 }, (_one, index) => first.plus({ days: index }));
			const iso = (time: DateTime) => time.toUTC().toFormat("yyyy-MM-dd'T'HH:mm:ss'Z'");
			put(
				Object.fromEntries(
					list.map((day, index) => [
						index + 1,
						[iso(day.set({ hour: 0 })), iso(day.set({ hour: 23, minute: 59 }))],
					]),
				),
			);
			return {
				today,
				idsOf: (isWanted: (day: DateTime) => boolean) =>
					list.flatMap((day, index) => (isWanted(day) ? [index + 1] : [])),
			};
		};
		const monday = (day: DateTime) => day.minus({ days: day.weekday - 1 });
		const cases: Array<[string, (day: DateTime, today: DateTime) => boolean]> = [
			['yesterday', (day, today) => +day === +today.minus({ days: 1 })],
			['today', (day, today) => +day === +today],
			['tomorrow', (day, today) => +day === +today.plus({ days: 1 })],
			['lastWeek', (day, today) => +monday(day) === +monday(today).minus({ days: 7 })],
			['thisWeek', (day, today) => +monday(day) === +monday(today)],
			['nextWeek', (day, today) => +monday(day) === +monday(today).plus({ days: 7 })],
			['lastMonth', (day, today) => day.hasSame(today.minus({ months: 1 }), 'month')],
			['thisMonth', (day, today) => day.hasSame(today, 'month')],
			['nextMonth', (day, today) => day.hasSame(today.plus({ months: 1 }), 'month')],
			['lastQuarter', (day, today) => day.hasSame(today.minus({ quarters: 1 }), 'quarter')],
			['thisQuarter', (day, today) => day.hasSame(today, 'quarter')],
			['nextQuarter', (day, today) => day.hasSame(today.plus({ quarters: 1 }), 'quarter')],
			['lastYear', (day, today) => day.year === today.year - 1],
			['thisYear', (day, today) => day.year === today.year],
			['nextYear', (day, today) => day.year === today.year + 1],
			['anyTime', () => true],
		];
		it.each(
			cases.flatMap(([period, isIn]) =>
				[OSLO, 'Pacific/Kiritimati', 'Pacific/Pago_Pago'].map(
					(zone) => [period, zone, isIn] as const,
				),
			),
		)('%s is of the zone %s', async (period, zone, isIn) => {
			const { today, idsOf } = days(zone);
			const expected = idsOf((day) => isIn(day, today));
			expect(expected.length).toBeGreaterThan(0);
			expect(await found(simulator(), { period }, { timezone: zone })).toEqual(expected);
		});
	});
});
