import { Settings } from 'luxon';

import { toDateTime, toInstant } from '../../../nodes/shared/fields/dateTime';
import { runNode, sentBody, useSimulator, type Run } from '../../support';

describe('times', () => {
	const simulator = useSimulator();

	async function sent(parameters: object, run?: Run) {
		const result = await runNode(simulator(), parameters, run);
		if (result.error) throw new Error(result.error.message);
		return sentBody(simulator());
	}

	async function start(startDate: unknown, run?: Run, options?: object) {
		return (await sent({ startDate, ...(options && { options }) }, run)).StartDate;
	}

	it.each([
		['Europe/Oslo', '2026-01-15T10:00:00', '2026-01-15T09:00:00Z'],
		['Europe/Oslo', '2026-07-15T10:00:00', '2026-07-15T08:00:00Z'],
		['America/New_York', '2026-01-15T22:00:00', '2026-01-16T03:00:00Z'],
		['Asia/Kolkata', '2026-01-15T10:00:00', '2026-01-15T04:30:00Z'],
		['Asia/Tokyo', '2026-01-15T08:00:00', '2026-01-14T23:00:00Z'],
		['Pacific/Kiritimati', '2026-01-01T00:00:00', '2025-12-31T10:00:00Z'],
		['UTC', '2026-01-15T10:00:00', '2026-01-15T10:00:00Z'],
	])('reads plain times in the zone of the workflow: %s', async (timezone, text, wire) => {
		expect(await start(text, { timezone })).toBe(wire);
	});

	it("reads them in the option's zone where one is given", async () => {
		const run = { timezone: 'Europe/Oslo' };
		expect(await start('2026-01-15T10:00:00', run, { timezone: 'Asia/Tokyo' })).toBe(
			'2026-01-15T01:00:00Z',
		);
	});

	it.each([
		['an offset', '2026-01-15T10:00:00+09:00', '2026-01-15T01:00:00Z'],
		['Z', '2026-01-15T10:00:00.000Z', '2026-01-15T10:00:00Z'],
		['a space, as sheets write it', '2026-01-15 10:00:00', '2026-01-15T09:00:00Z'],
		['a date alone', '2026-01-15', '2026-01-14T23:00:00Z'],
		['an hour of one digit', '2026-06-15 8:20:00', '2026-06-15T06:20:00Z'],
		['an hour of one digit without seconds', '2026-06-15 8:20', '2026-06-15T06:20:00Z'],
		[
			'an hour of one digit behind a T, with a fraction',
			'2026-06-15T8:20:00.5Z',
			'2026-06-15T08:20:00.500Z',
		],
		['an hour of one digit with an offset', '2026-06-15 8:20 +02:00', '2026-06-15T06:20:00Z'],
		['the hour 0', '2026-06-15 0:05:00', '2026-06-14T22:05:00Z'],
		['an offset without a colon', '2026-06-15T10:00:00+0200', '2026-06-15T08:00:00Z'],
		['an offset of hours', '2026-06-15T10:00:00+02', '2026-06-15T08:00:00Z'],
		['a small z', '2026-06-15t10:00:00z', '2026-06-15T10:00:00Z'],
		['an offset and a zone', '2026-10-25T02:30:00+01:00[Europe/Oslo]', '2026-10-25T01:30:00Z'],
		['a zone', '2026-06-15T10:00:00[Asia/Tokyo]', '2026-06-15T01:00:00Z'],
		[
			"seven decimals, as SuperOffice's samples",
			'2026-01-15T10:00:00.1234567Z',
			'2026-01-15T10:00:00.123Z',
		],
		[
			'a luxon DateTime',
			'={{ DateTime.fromISO("2026-01-15T10:00:00+05:00") }}',
			'2026-01-15T05:00:00Z',
		],
		['a Date', '={{ new Date("2026-01-15T10:00:00Z") }}', '2026-01-15T10:00:00Z'],
		['epoch milliseconds', '={{ Date.UTC(2026, 0, 15, 10) }}', '2026-01-15T10:00:00Z'],
	])('takes %s', async (_name, text, wire) => {
		expect(await start(text)).toBe(wire);
	});

	it('takes a DateTime of another copy of luxon', () => {
		const stranger = { toMillis: () => Date.UTC(2026, 0, 15, 10) };
		const time = toDateTime(stranger, { parameter: 'startDate', label: 'Start' }, 'Asia/Tokyo');
		expect(toInstant(time)).toBe('2026-01-15T10:00:00Z');
	});

	it('crosses both changes of daylight saving', async () => {
		const spring = { startDate: '2026-03-28T10:00:00', endDate: '2026-03-29T10:00:00' };
		expect(await sent(spring)).toEqual({
			StartDate: '2026-03-28T09:00:00Z',
			EndDate: '2026-03-29T08:00:00Z',
		});
		simulator().reset();
		const autumn = { startDate: '2026-10-24T10:00:00', endDate: '2026-10-25T10:00:00' };
		expect(await sent(autumn)).toEqual({
			StartDate: '2026-10-24T08:00:00Z',
			EndDate: '2026-10-25T09:00:00Z',
		});
	});

	it('moves a time that daylight saving skips forward by the hour', async () => {
		expect(await start('2026-03-29T02:30:00')).toBe('2026-03-29T01:30:00Z');
	});

	it.each([
		['2026-02-30T10:00:00'],
		['2026-13-01'],
		['tomorrow'],
		['10:30'],
		['2026'],
		['={{ DateTime.fromISO("nonsense") }}'],
		['={{ { "day": 1 } }}'],
	])('refuses %s, naming the field, the value and the item', async (startDate) => {
		const { error } = await runNode(simulator(), { startDate });
		expect(error?.message).toMatch(/^Start \(startDate\): .+ is not a possible date and time$/);
		expect(error?.context?.itemIndex).toBe(0);
		expect(simulator().requests).toEqual([]);
	});

	/** Times that two changes of daylight saving repeat, and the first and second moment of each. */
	const REPEATED = [
		['Europe/Oslo', '2026-10-25T02:30:00', '2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'],
		['America/Los_Angeles', '2026-11-01 1:30', '2026-11-01T08:30:00Z', '2026-11-01T09:30:00Z'],
		['America/New_York', '2026-11-01T01:00:00', '2026-11-01T05:00:00Z', '2026-11-01T06:00:00Z'],
		['America/Havana', '2026-11-01', '2026-11-01T04:00:00Z', '2026-11-01T05:00:00Z'],
		['Pacific/Auckland', '2026-04-05T02:59:59', '2026-04-04T13:59:59Z', '2026-04-04T14:59:59Z'],
		['Australia/Lord_Howe', '2026-04-05T01:45:00', '2026-04-04T14:45:00Z', '2026-04-04T15:15:00Z'],
	];

	it.each(REPEATED)('takes the first of two moments: in %s, %s', async (timezone, text, first) => {
		expect(await start(text, { timezone })).toBe(first);
	});

	it.each(REPEATED)(
		'and the second where its offset says so: in %s, %s',
		async (timezone, _text, _first, second) => {
			expect(await start(second, { timezone })).toBe(second);
		},
	);

	it.each(REPEATED)('does so whenever it runs: in %s, %s', (zone, text, first) => {
		const ref = { parameter: 'startDate', label: 'Start' };
		try {
			for (const date of ['2026-01-15T12:00:00Z', '2026-07-15T12:00:00Z', first]) {
				Settings.now = () => Date.parse(date);
				expect(toInstant(toDateTime(text, ref, zone))).toBe(first);
			}
		} finally {
			Settings.now = () => Date.now();
		}
	});

	it.each([
		['Europe/Oslo', '2026-10-25T01:59:59', '2026-10-24T23:59:59Z'],
		['Europe/Oslo', '2026-10-25T03:00:00', '2026-10-25T02:00:00Z'],
		['Europe/Oslo', '2026-10-25T23:00:00', '2026-10-25T22:00:00Z'],
		['Pacific/Auckland', '2026-09-27T02:30:00', '2026-09-26T14:30:00Z'],
		['Australia/Lord_Howe', '2026-10-04T02:10:00', '2026-10-03T15:40:00Z'],
		['Asia/Tokyo', '2026-10-25T02:30:00', '2026-10-24T17:30:00Z'],
	])('leaves the hours around the changes as they are: in %s, %s', async (timezone, text, wire) => {
		expect(await start(text, { timezone })).toBe(wire);
	});

	it.each([
		[
			'={{ 1790000000 }}',
			'1790000000',
			'it is probably a number of seconds (2026-09-21T14:13:20Z)',
		],
		[
			'={{ 1687000000000000 }}',
			'1687000000000000',
			'it is probably a number of microseconds (2023-06-17T11:06:40Z)',
		],
		[
			'={{ 1687000000000000000 }}',
			'1687000000000000000',
			'it is probably a number of nanoseconds (2023-06-17T11:06:40Z)',
		],
		[
			'={{ 46188.5 }}',
			'46188.5',
			"it is probably a spreadsheet's number of days (2026-06-15T12:00:00Z)",
		],
		[
			'={{ new Date(1687000000000000) }}',
			'"+055428-11-25T23:06:40.000Z"',
			'it is probably a number of microseconds (2023-06-17T11:06:40Z)',
		],
		[
			'={{ DateTime.fromMillis(1687000000000000) }}',
			'".*"',
			'it is probably a number of microseconds (2023-06-17T11:06:40Z)',
		],
		['1687000000', '"1687000000"', 'it is probably a number of seconds (2023-06-17T11:06:40Z)'],
		[
			'1687000000000',
			'"1687000000000"',
			'it is probably a number of milliseconds that came as text (2023-06-17T11:06:40Z)',
		],
		['0226-01-15T10:00:00', '"0226-01-15T10:00:00"', 'its year would be 226'],
		['+055428-11-25T23:06:40Z', '".*"', 'its year would be 55428'],
		['={{ -99999999999999 }}', '-99999999999999', 'its year would be -1199'],
	])(
		'refuses the impossible year of %s, and says what it may be',
		async (startDate, value, hint) => {
			const problem = `${value} is not a possible date and time; ${hint}`;
			const pattern = problem.replace(/[+()]/g, '\\$&');
			for (const timezone of ['Europe/Oslo', 'America/Los_Angeles', 'Pacific/Auckland']) {
				const { error } = await runNode(simulator(), { startDate }, { timezone });
				expect(error?.message).toMatch(new RegExp(`^Start \\(startDate\\): ${pattern}$`));
			}
			expect(simulator().requests).toEqual([]);
		},
	);

	it.each([
		['2026-06-15T10:00:00+99:00'],
		['2026-06-15 25:00:00'],
		['2026-06-15 8:2'],
		['0000-00-00 00:00:00'],
	])('refuses %s, which is no time anywhere', async (startDate) => {
		const { error } = await runNode(simulator(), { startDate });
		expect(error?.message).toMatch(/is not a possible date and time$/);
	});

	it('refuses an end before the start, and takes one at the start', async () => {
		const { error } = await runNode(simulator(), {
			startDate: '2026-01-15T10:00:00',
			endDate: '2026-01-15T09:59:00',
		});
		expect(error?.message).toMatch(/^End \(endDate\): 2026-01-15T09:59.* is before the start/);
		expect(simulator().requests).toEqual([]);
		const same = { startDate: '2026-01-15T10:00:00', endDate: '2026-01-15T10:00:00' };
		expect(await sent(same)).toMatchObject({ EndDate: '2026-01-15T09:00:00Z' });
	});

	it('refuses a zone that is none', async () => {
		const options = { timezone: 'Europe/Atlantis' };
		const { error } = await runNode(simulator(), { title: 'A', options });
		expect(error?.message).toBe(
			'Time Zone (options.timezone): "Europe/Atlantis" is not a time zone',
		);
	});

	describe('all-day appointments', () => {
		const allDay = { isAlldayEvent: true };

		it.each([
			[
				'Europe/Oslo',
				'2026-07-06T00:00:00',
				'2026-07-06T00:00:00',
				'2026-07-05T22:00:00Z',
				'2026-07-06T21:59:59Z',
			],
			['Asia/Tokyo', '2026-07-06', '2026-07-06', '2026-07-05T15:00:00Z', '2026-07-06T14:59:59Z'],
			[
				'America/New_York',
				'2026-07-06T09:00:00',
				'2026-07-10T16:00:00',
				'2026-07-06T04:00:00Z',
				'2026-07-11T03:59:59Z',
			],
			['Europe/Oslo', '2026-03-28', '2026-03-30', '2026-03-27T23:00:00Z', '2026-03-30T21:59:59Z'],
			[
				'Europe/Oslo',
				'2026-07-05T22:00:00Z',
				'2026-07-05T22:00:00Z',
				'2026-07-05T22:00:00Z',
				'2026-07-06T21:59:59Z',
			],
		])(
			'keep their days in %s: %s to %s',
			async (timezone, startDate, endDate, StartDate, EndDate) => {
				const body = await sent({ ...allDay, startDate, endDate }, { timezone });
				expect(body).toEqual({ IsAlldayEvent: true, StartDate, EndDate });
			},
		);

		it('keep the times that were set while the switch is off', async () => {
			const times = { startDate: '2026-07-06T09:00:00Z', endDate: '2026-07-06T10:00:00Z' };
			const body = await sent({ isAlldayEvent: false, ...times });
			expect(body).toMatchObject({ EndDate: '2026-07-06T10:00:00Z' });
		});
	});
});

describe('time spans', () => {
	const simulator = useSimulator();

	it.each([
		[0, '00:00:00'],
		[15, '00:15:00'],
		['15', '00:15:00'],
		[0.5, '00:00:30'],
		[0.33, '00:00:20'],
		[1439, '23:59:00'],
		[1440, '1.00:00:00'],
		[4530, '3.03:30:00'],
		['01:30:00', '01:30:00'],
	])('%p minutes go as %s', async (leadTime, wire) => {
		await runNode(simulator(), {
			leadTime: `={{ ${JSON.stringify(leadTime)} }}`,
		});
		expect(sentBody(simulator())).toEqual({ LeadTime: wire });
	});

	it.each([65536, '9999.00:00:00'])('refuses %p, more than SuperOffice can keep', async (long) => {
		const { error } = await runNode(simulator(), { leadTime: `={{ ${JSON.stringify(long)} }}` });
		expect(error?.message).toMatch(
			/^Lead Time \(Minutes\) \(additionalFields\.leadTime\): .* is too long$/,
		);
	});

	it.each([['-5'], ['"soon"'], ['[1]'], ['"0x10"']])('refuses %s', async (value) => {
		const { error } = await runNode(simulator(), { leadTime: `={{ ${value} }}` });
		expect(error?.message).toMatch(
			/^Lead Time \(Minutes\) \(additionalFields\.leadTime\): .* is not a number of minutes$/,
		);
		expect(simulator().requests).toEqual([]);
	});
});
