import { DateTime } from 'luxon';

import { NEXT, runNode, sentBody, useSimulator } from '../support';
import { useLife } from './life';

const ZONES = [
	'Europe/Oslo',
	'America/Los_Angeles',
	'America/New_York',
	'Asia/Tokyo',
	'Pacific/Auckland',
];

/** One day as people, the node's own output and other systems write it. */
const SEVENTH = [
	'2026-09-07',
	'2026-09-07T00:00:00',
	'2026-09-07 0:00:00',
	'2026-09-07T00:00:00Z',
	'2026-09-07T00:00:00.000+02:00',
	'2026-09-07T00:00:00-0700',
	'2026-09-07T00:00+13',
];

const INPUTS = ZONES.flatMap((zone) => SEVENTH.map((text) => [text, zone] as const));

describe('a written day', () => {
	const simulator = useSimulator();

	async function sent(parameters: object, timezone: string) {
		const result = await runNode(simulator(), parameters, { timezone });
		if (result.error) throw new Error(result.error.message);
		return sentBody(simulator());
	}

	it.each(INPUTS)('stays itself in a rule: %s in %s', async (day, timezone) => {
		const rule = { pattern: 'Weekly', weekdays: ['Monday'], startDate: day };
		const ends = { recurrenceEndType: 'EndDate', endDate: day };
		const { Recurrence } = await sent({ recurrence: { rule: { ...rule, ...ends } } }, timezone);
		expect(Recurrence).toMatchObject({
			StartDate: '2026-09-07T00:00:00',
			EndDate: '2026-09-07T00:00:00',
		});
	});

	it.each(INPUTS)('stays itself among listed dates: %s in %s', async (day, timezone) => {
		const rule = { pattern: 'Custom', dates: { date: [{ date: day }] } };
		const { Recurrence } = await sent({ recurrence: { rule } }, timezone);
		expect(Recurrence).toMatchObject({ Dates: [{ Date: '2026-09-07T00:00:00' }] });
	});

	it.each(INPUTS)('stays itself in a custom field: %s in %s', async (day, timezone) => {
		const value = { 'SuperOffice:6': day, 'SuperOffice:8': 'CC-1' };
		const customFieldValues = { mappingMode: 'defineBelow', value, schema: [] };
		const { CustomFields } = await sent(
			{ useTypedCustomFields: true, customFieldValues },
			timezone,
		);
		expect(CustomFields).toMatchObject({ 'SuperOffice:6': '[D:09/07/2026]' });
	});

	it.each(INPUTS)('stays itself in a filter: %s in %s', async (day, timezone) => {
		const field = { __rl: true, mode: 'text', value: 'SuperOffice:6' };
		const customFields = { comparison: [{ field, operator: 'equals', value: day }] };
		const parameters = { operation: 'getMany', filters: { customFields } };
		const { error } = await runNode(simulator(), parameters, { timezone });
		expect(error).toBeUndefined();
		const asked = simulator().requests.map(({ query }) => query.$filter ?? '');
		expect(asked.join()).toMatch("appointmentUdef/SuperOffice:6 date '2026-09-07'");
	});

	it.each(ZONES)(
		'comes with an item that is mapped automatically, too, in %s',
		async (timezone) => {
			const rule = {
				pattern: 'Daily',
				dayPattern: 'EveryWorkday',
				startDate: '2026-09-07T00:00:00Z',
				recurrenceEndType: 'EndDate',
				endDate: '2026-09-11T00:00:00+02:00',
			};
			const items = [{ Recurrence: rule }];
			const result = await runNode(simulator(), { specifyBody: 'autoMap' }, { timezone, items });
			expect(result.error).toBeUndefined();
			expect(sentBody(simulator()).Recurrence).toMatchObject({
				StartDate: '2026-09-07T00:00:00',
				EndDate: '2026-09-11T00:00:00',
			});
		},
	);

	it.each([
		['another time', '2026-09-07T23:30:00-07:00'],
		['a luxon DateTime', '={{ DateTime.fromISO("2026-09-08T06:30:00Z") }}'],
		['a Date', '={{ new Date("2026-09-08T06:30:00Z") }}'],
		['a number of milliseconds', '={{ Date.UTC(2026, 8, 8, 6, 30) }}'],
	])('is the day in the zone for %s', async (_name, startDate) => {
		const days = new Map<string, unknown>();
		for (const timezone of ZONES) {
			const rule = { pattern: 'Daily', dayPattern: 'EveryWorkday', startDate };
			const { Recurrence } = await sent({ recurrence: { rule } }, timezone);
			days.set(timezone, (Recurrence as { StartDate: string }).StartDate);
			simulator().reset();
		}
		expect(Object.fromEntries(days)).toEqual({
			'Europe/Oslo': '2026-09-08T00:00:00',
			'America/Los_Angeles': '2026-09-07T00:00:00',
			'America/New_York': '2026-09-08T00:00:00',
			'Asia/Tokyo': '2026-09-08T00:00:00',
			'Pacific/Auckland': '2026-09-08T00:00:00',
		});
	});
});

describe('an all-day appointment', () => {
	const { at, out, refusal, saved, sentTo } = useLife();
	const allDay = { timeAndAlarm: { isAlldayEvent: true } };
	const id = (value: number) => ({ appointmentId: { __rl: true, mode: 'id', value } });
	const utc = (text: string, zone: string) =>
		DateTime.fromISO(text, { zone }).toUTC().toISO({ suppressMilliseconds: true });
	const span = (start: string, end: string, zone: string) => ({
		StartDate: utc(start, zone),
		EndDate: utc(end, zone),
	});
	const wholeDay = (zone: string) => span('2026-12-23T00:00:00', '2026-12-23T23:59:59', zone);
	const twoDays = (zone: string) => span('2026-12-23T00:00:00', '2026-12-24T23:59:59', zone);

	it.each(ZONES)('is of one day where it went from 20:00 to 24:00, in %s', async (timezone) => {
		const evening = span('2026-12-23T20:00:00', '2026-12-24T00:00:00', timezone);
		const appointment = await saved(evening);
		await out('update', { ...id(appointment), ...allDay }, { timezone });
		expect(at(appointment)).toMatchObject(wholeDay(timezone));
	});

	it.each(ZONES)('is so, too, where both times are given, in %s', async (timezone) => {
		const times = { startDate: '2026-12-23T20:00:00', endDate: '2026-12-24T00:00:00' };
		await out('create', { ...allDay, ...times }, { timezone });
		expect(sentTo('Appointment')).toMatchObject(wholeDay(timezone));
	});

	it.each(ZONES)('is so, too, where an item has the times, in %s', async (timezone) => {
		const evening = span('2026-12-23T20:00:00', '2026-12-24T00:00:00', timezone);
		const appointment = await saved(evening);
		const items = [{ ...evening, IsAlldayEvent: true }];
		const parameters = { ...id(appointment), specifyBody: 'autoMap' };
		await out('update', parameters, { timezone, items });
		expect(at(appointment)).toMatchObject(wholeDay(timezone));
	});

	it.each(ZONES)('covers both days that the form gives, in %s', async (timezone) => {
		const days = { startDate: '2026-12-23T00:00:00', endDate: '2026-12-24T00:00:00' };
		await out('create', { ...allDay, ...days }, { timezone });
		expect(sentTo('Appointment')).toMatchObject(twoDays(timezone));
		const appointment = await saved(span('2026-12-23T10:00:00', '2026-12-23T11:00:00', timezone));
		await out('update', { ...id(appointment), ...allDay, endDate: days.endDate }, { timezone });
		expect(at(appointment)).toMatchObject(twoDays(timezone));
	});

	it.each(ZONES)('that ends at midnight comes back as it was read, in %s', async (timezone) => {
		const midnights = span('2026-12-23T00:00:00', '2026-12-24T00:00:00', timezone);
		const appointment = await saved({ ...midnights, IsAlldayEvent: true });
		const [item] = await out('get', { ...id(appointment), output: 'simplified' }, { timezone });
		const { StartDate, EndDate, IsAlldayEvent } = item as Record<string, string>;
		const items = [{ Title: 'After', StartDate, EndDate, IsAlldayEvent }];
		const parameters = { ...id(appointment), specifyBody: 'autoMap' };
		await out('update', parameters, { timezone, items });
		expect(at(appointment)).toMatchObject({ Title: 'After', ...midnights });
	});

	it('that ends at midnight has its last day before, when its start moves', async () => {
		const timezone = 'Europe/Oslo';
		const midnights = span('2026-12-23T00:00:00', '2026-12-25T00:00:00', timezone);
		const appointment = await saved({ ...midnights, IsAlldayEvent: true });
		const move = async (startDate: string) =>
			await refusal('update', { ...id(appointment), startDate }, { timezone });
		expect((await move('2026-12-25')).message).toMatch(/is after the end, 2026-12-24T23:59:59/);
		expect((await move('2026-12-24')).message).toBe('');
	});

	it.each([
		['2026-11-01', '2026-11-01T04:00:00Z', '2026-11-02T04:59:59Z'],
		['2026-10-31', '2026-10-31T04:00:00Z', '2026-11-01T03:59:59Z'],
		['2026-03-08', '2026-03-08T05:00:00Z', '2026-03-09T03:59:59Z'],
	])('covers its day from the first of two midnights: %s in Havana', async (day, start, end) => {
		const times = { startDate: `${day}T10:00:00`, endDate: `${day}T11:00:00` };
		await out('create', { ...allDay, ...times }, { timezone: 'America/Havana' });
		expect(sentTo('Appointment')).toMatchObject({ StartDate: start, EndDate: end });
	});
});

describe('SuperOffice\'s word for "no date"', () => {
	const simulator = useSimulator();

	/** As servers and other systems write it. */
	const NONE = [
		'0001-01-01T00:00:00',
		'0001-01-01T00:00:00Z',
		'0001-01-01T00:00:00z',
		'0001-01-01T01:00:00+01:00',
		'0001-01-01T01:00:00+0100',
		'0001-01-01T01:00:00.0000000+01',
		'0001-01-01 00:00:00 -0800',
		'0000-12-31T16:00:00-08:00',
		'0001-01-02T02:00:00+14:00',
	];
	const FOREVER = [
		'9999-12-31T23:59:59',
		'9999-12-31T23:59:59z',
		'9999-12-31T23:59:59.9999999-0800',
		'9999-12-30T23:59:59-10',
		'+010000-01-01T00:59:59+0100',
	];

	it.each([...NONE, ...FOREVER])('is left out of simplified output: %s', async (date) => {
		const body = { AppointmentId: 7, UpdatedDate: date, PublishTo: date, Title: 'A' };
		simulator().answerNext({ body });
		const result = await runNode(simulator(), { title: 'A', output: 'simplified' });
		expect(result.itemsOf(NEXT)[0].json).toEqual({ AppointmentId: 7, Title: 'A' });
	});

	it.each(['0001-01-01', '9999-12-31T00:00:00 party', '1999-12-31T23:59:59', 'T01+01'])(
		'is not every text: %s',
		async (Title) => {
			simulator().answerNext({ body: { AppointmentId: 7, Title } });
			const result = await runNode(simulator(), { title: 'A', output: 'simplified' });
			expect(result.itemsOf(NEXT)[0].json).toEqual({ AppointmentId: 7, Title });
		},
	);

	const inZones = (texts: string[]) =>
		ZONES.flatMap((zone) => texts.map((text) => [text, zone] as const));

	async function mapped(item: object, timezone: string) {
		const run = { timezone, items: [{ ...item }] };
		return await runNode(simulator(), { specifyBody: 'autoMap' }, run);
	}

	it.each(inZones(NONE))('goes back as SuperOffice writes it: %s in %s', async (date, zone) => {
		const { error } = await mapped({ UpdatedDate: date, PublishFrom: date }, zone);
		expect(error).toBeUndefined();
		const word = '0001-01-01T00:00:00Z';
		expect(sentBody(simulator())).toEqual({ UpdatedDate: word, PublishFrom: word });
	});

	it.each(inZones(FOREVER))('so does the one for "for ever": %s in %s', async (date, zone) => {
		const { error } = await mapped({ PublishTo: date }, zone);
		expect(error).toBeUndefined();
		expect(sentBody(simulator())).toEqual({ PublishTo: '9999-12-31T23:59:59Z' });
	});

	it.each(inZones(NONE))('is no start: %s in %s', async (date, zone) => {
		const { error } = await mapped({ StartDate: date }, zone);
		expect(error?.message).toMatch(
			/^Start \(StartDate\): ".*" is SuperOffice's word for "no date"$/,
		);
		expect(simulator().requests).toEqual([]);
	});

	it.each(inZones(NONE))('is no day of a rule: %s in %s', async (date, zone) => {
		const rule = { pattern: 'Daily', dayPattern: 'EveryWorkday', startDate: date };
		const times = { startDate: '2026-09-07T10:00:00' };
		const parameters = { ...times, recurrence: { rule } };
		expect((await runNode(simulator(), parameters, { timezone: zone })).error).toBeUndefined();
		expect(sentBody(simulator()).Recurrence).toMatchObject({ StartDate: '2026-09-07T00:00:00' });
	});

	it.each(ZONES)('keeps its digits in custom fields, in %s', async (timezone) => {
		const value = {
			'SuperOffice:6': '0001-01-01T01:00:00+0100',
			x_started: '9999-12-31T23:59:59Z',
			'SuperOffice:8': 'CC-1',
		};
		const customFieldValues = { mappingMode: 'defineBelow', value, schema: [] };
		const parameters = { useTypedCustomFields: true, customFieldValues };
		expect((await runNode(simulator(), parameters, { timezone })).error).toBeUndefined();
		expect(sentBody(simulator()).CustomFields).toMatchObject({
			'SuperOffice:6': '[D:01/01/0001]',
			x_started: '[DT:12/31/9999 23:59:59.0000000]',
		});
	});

	it('is no day that custom fields are compared with', async () => {
		const field = { __rl: true, mode: 'text', value: 'SuperOffice:6' };
		const comparison = [{ field, operator: 'equals', value: '0001-01-01T00:00:00Z' }];
		const parameters = { operation: 'getMany', filters: { customFields: { comparison } } };
		const { error } = await runNode(simulator(), parameters);
		expect(error?.message).toMatch(/Value \(.*\): ".*" is SuperOffice's word for "no date"$/);
	});

	it('bounds no period, and no year beyond the calendar is asked for', async () => {
		const between = { period: 'between', from: '0001-01-01T00:00:00Z', to: '9999-12-31T23:59:59Z' };
		const result = await runNode(simulator(), { operation: 'getMany', ...between });
		expect(result.error).toBeUndefined();
		const [{ query }] = simulator().requests;
		expect(query.$filter).toMatch("date before '9999-12-31' and endDate after '1000-01-01'");
	});

	it.each(NONE)('means any change for Only If Modified Since: %s', async (onlyIfModifiedSince) => {
		const appointmentId = { __rl: true, mode: 'id', value: 63 };
		const parameters = { operation: 'get', appointmentId, onlyIfModifiedSince };
		const result = await runNode(simulator(), parameters);
		expect(result.error).toBeUndefined();
		expect(simulator().requests[0].headers).not.toHaveProperty('if-modified-since');
		expect(result.itemsOf(NEXT)).toHaveLength(1);
	});
});
