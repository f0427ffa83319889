import { DateTime } from 'luxon';

import { byId, NEXT, runNode, sentBody, useSimulator } from '../../support';
import { useLife } from '../life';

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

describe('a written day', () => {
	const simulator = useSimulator();

	/** What is sent for an item of each text. */
	async function sentForEach(texts: string[], parameters: object, timezone: string) {
		const items = texts.map((day) => ({ day }));
		const result = await runNode(simulator(), parameters, { timezone, items });
		expect(result.error?.message).toBeUndefined();
		return simulator().requests.flatMap(({ method, path, body }) =>
			method === 'POST' && path === '/api/v1/Appointment' ? [JSON.parse(body) as object] : [],
		);
	}

	const day = '={{ $json.day }}';

	it.each(ZONES)('stays itself in a rule, in %s', async (timezone) => {
		const rule = { pattern: 'Weekly', weekdays: ['Monday'], startDate: day };
		const ends = { recurrenceEndType: 'EndDate', endDate: day };
		const recurrence = { rule: { ...rule, ...ends } };
		const Recurrence = { StartDate: '2026-09-07T00:00:00', EndDate: '2026-09-07T00:00:00' };
		const bodies = await sentForEach(SEVENTH, { recurrence }, timezone);
		expect(bodies).toMatchObject(SEVENTH.map(() => ({ Recurrence })));
	});

	it.each(ZONES)('stays itself among listed dates, in %s', async (timezone) => {
		const rule = { pattern: 'Custom', dates: { date: [{ date: day }] } };
		const Recurrence = { Dates: [{ Date: '2026-09-07T00:00:00' }] };
		const bodies = await sentForEach(SEVENTH, { recurrence: { rule } }, timezone);
		expect(bodies).toMatchObject(SEVENTH.map(() => ({ Recurrence })));
	});

	it.each(ZONES)('stays itself in a custom field, in %s', async (timezone) => {
		const value = { 'SuperOffice:6': day, 'SuperOffice:8': 'CC-1' };
		const customFieldValues = { mappingMode: 'defineBelow', value, schema: [] };
		const parameters = { customFieldValues };
		const CustomFields = { 'SuperOffice:6': '[D:09/07/2026]' };
		const bodies = await sentForEach(SEVENTH, parameters, timezone);
		expect(bodies).toMatchObject(SEVENTH.map(() => ({ CustomFields })));
	});

	it.each(ZONES)('stays itself in a filter, in %s', async (timezone) => {
		const field = { __rl: true, mode: 'text', value: 'SuperOffice:6' };
		const customFields = [{ field, operator: 'equals', value: day }];
		await sentForEach(SEVENTH, { operation: 'getAll', filters: { customFields } }, timezone);
		const filters = simulator().requests.flatMap(({ query }) => query.$filter ?? []);
		const term = "appointmentUdef/SuperOffice:6 date '2026-09-07'";
		expect(filters.filter((filter) => filter.includes('appointmentUdef'))).toEqual(
			SEVENTH.map(() => expect.stringContaining(term) as string),
		);
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
		['Europe/Oslo', '2026-09-08'],
		['America/Los_Angeles', '2026-09-07'],
		['America/New_York', '2026-09-08'],
		['Asia/Tokyo', '2026-09-08'],
		['Pacific/Auckland', '2026-09-08'],
	])('is not one of another time, of a DateTime, a Date or a number: in %s', async (zone, date) => {
		const instant = '2026-09-08T06:30:00Z';
		const values = [
			instant,
			'2026-09-07T23:30:00-07:00',
			`={{ DateTime.fromISO("${instant}") }}`,
			`={{ new Date("${instant}") }}`,
			`={{ Date.parse("${instant}") }}`,
		];
		for (const startDate of values) {
			simulator().reset();
			const rule = { pattern: 'Daily', dayPattern: 'EveryWorkday', startDate };
			const bodies = await sentForEach(['once'], { recurrence: { rule } }, zone);
			expect(bodies).toMatchObject([{ Recurrence: { StartDate: `${date}T00:00:00` } }]);
		}
	});
});

describe('an all-day appointment', () => {
	const { at, out, refusal, saved, sentTo } = useLife();
	const allDay = { isAlldayEvent: true };
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

	it('is left out of simplified output, in each offset', async () => {
		const dates = Object.fromEntries([...NONE, ...FOREVER].map((date, index) => [index, date]));
		const body = { AppointmentId: 7, ...dates, Recurrence: { EndDate: NONE[4] }, Title: 'A' };
		simulator().answerNext({ body });
		const result = await runNode(simulator(), { title: 'A', output: 'simplified' });
		expect(result.itemsOf(NEXT)[0].json).toEqual({ AppointmentId: 7, Title: 'A' });
	});

	it('is not every text', async () => {
		const texts = {
			Title: '0001-01-01',
			Type: '9999-12-31T00:00:00 party',
			Completed: '1999-12-31T23:59:59',
		};
		simulator().answerNext({ body: { AppointmentId: 7, ...texts } });
		const result = await runNode(simulator(), { title: 'A', output: 'simplified' });
		expect(result.itemsOf(NEXT)[0].json).toEqual({ AppointmentId: 7, ...texts });
	});

	/** What comes of an item with each text, mapped automatically. */
	async function mapped(dates: string[], properties: string[], timezone: string) {
		const items = dates.map((date) =>
			Object.fromEntries(properties.map((property) => [property, date])),
		);
		const run = { timezone, items, onError: 'continueRegularOutput' as const };
		const result = await runNode(simulator(), { specifyBody: 'autoMap' }, run);
		const bodies = simulator().requests.map(({ body }) => JSON.parse(body) as unknown);
		return { bodies, messages: result.itemsOf(NEXT).map(({ json }) => json.error) };
	}

	it.each(ZONES)('goes back as SuperOffice writes it in UTC, in %s', async (zone) => {
		const { bodies } = await mapped(NONE, ['UpdatedDate', 'PublishFrom'], zone);
		const word = '0001-01-01T00:00:00Z';
		expect(bodies).toEqual(NONE.map(() => ({ UpdatedDate: word, PublishFrom: word })));
		simulator().reset();
		const forever = await mapped(FOREVER, ['PublishTo'], zone);
		expect(forever.bodies).toEqual(FOREVER.map(() => ({ PublishTo: '9999-12-31T23:59:59Z' })));
	});

	it.each(ZONES)('is no start, in %s', async (zone) => {
		const { bodies, messages } = await mapped(NONE, ['StartDate'], zone);
		expect(bodies).toEqual([]);
		const message = /^Start \(StartDate\): ".*" is SuperOffice's word for "no date"/;
		expect(messages).toEqual(NONE.map(() => expect.stringMatching(message) as string));
	});

	it.each([
		...ZONES.map((zone) => [zone, 'StartDate', 'Start'] as const),
		...ZONES.map((zone) => [zone, 'EndDate', 'End'] as const),
	])('for ever is neither, in %s as %s', async (zone, property, label) => {
		const given = [...FOREVER, '9999-12-31'];
		const { bodies, messages } = await mapped(given, [property], zone);
		expect(bodies).toEqual([]);
		const message = new RegExp(
			`^${label} \\(${property}\\): ".*" is SuperOffice's word for "for ever"`,
		);
		expect(messages).toEqual(given.map(() => expect.stringMatching(message) as string));
	});

	it.each([
		['update', { appointmentId: byId(305) }, 'startDate'],
		['update', { appointmentId: byId(305) }, 'endDate'],
		['move', { appointmentId: byId(305) }, 'newStartTime'],
		['findFreeTime', {}, 'from'],
	])('for ever is no time of %s %j: %s', async (operation, target, name) => {
		const parameters = { operation, ...target, [name]: '9999-12-31' };
		const { error } = await runNode(simulator(), parameters);
		expect(error?.message).toMatch(/ \(\w+\): "9999-12-31" is SuperOffice's word for "for ever"$/);
		expect(error?.message).toContain(`(${name})`);
		expect(simulator().requests.filter(({ method }) => method !== 'GET')).toEqual([]);
	});

	it.each(ZONES)('is no day of a rule, in %s', async (timezone) => {
		const rule = { pattern: 'Daily', dayPattern: 'EveryWorkday', startDate: '={{ $json.date }}' };
		const parameters = { startDate: '2026-09-07T10:00:00', recurrence: { rule } };
		const items = NONE.map((date) => ({ date }));
		expect((await runNode(simulator(), parameters, { timezone, items })).error).toBeUndefined();
		const saves = simulator().requests.filter(({ method }) => method === 'POST');
		const bodies = saves.map(({ body }) => JSON.parse(body) as unknown);
		const Recurrence = { StartDate: '2026-09-07T00:00:00' };
		expect(bodies).toMatchObject(NONE.map(() => ({ Recurrence })));
	});

	it.each(ZONES)('keeps its digits in custom fields, in %s', async (timezone) => {
		const value = {
			'SuperOffice:6': '0001-01-01T01:00:00+0100',
			x_started: '9999-12-31T23:59:59Z',
			'SuperOffice:8': 'CC-1',
		};
		const customFieldValues = { mappingMode: 'defineBelow', value, schema: [] };
		const parameters = { customFieldValues };
		expect((await runNode(simulator(), parameters, { timezone })).error).toBeUndefined();
		const sent = simulator().requests.find(({ method }) => method === 'POST');
		expect(JSON.parse(sent?.body ?? '{}')).toMatchObject({
			CustomFields: {
				'SuperOffice:6': '[D:01/01/0001]',
				x_started: '[DT:12/31/9999 23:59:59.0000000]',
			},
		});
	});

	it('is no day that custom fields are compared with', async () => {
		const field = { __rl: true, mode: 'text', value: 'SuperOffice:6' };
		const customFields = [{ field, operator: 'equals', value: '0001-01-01T00:00:00Z' }];
		const parameters = { operation: 'getAll', filters: { customFields } };
		const { error } = await runNode(simulator(), parameters);
		expect(error?.message).toMatch(/Value \(.*\): ".*" is SuperOffice's word for "no date"$/);
	});

	it('bounds no period, and no year beyond the calendar is asked for', async () => {
		const between = { period: 'between', from: '0001-01-01T00:00:00Z', to: '9999-12-31T23:59:59Z' };
		const result = await runNode(simulator(), { operation: 'getAll', ...between });
		expect(result.error).toBeUndefined();
		const [{ query }] = simulator().requests;
		expect(query.$filter).toMatch("date before '9999-12-31' and endDate after '1000-01-01'");
	});

	it('means any change for Only If Modified Since', async () => {
		await runNode(simulator(), { title: 'A' });
		const value = Number([...simulator().data.appointments.values()].at(-1)?.AppointmentId);
		simulator().requests.splice(0);
		const appointmentId = { __rl: true, mode: 'id', value };
		const onlyIfModifiedSince = '={{ $json.date }}';
		const items = NONE.map((date) => ({ date }));
		const parameters = { operation: 'get', appointmentId, onlyIfModifiedSince };
		const result = await runNode(simulator(), parameters, { items });
		expect(result.itemsOf(NEXT)).toHaveLength(NONE.length);
		for (const { headers } of simulator().requests) {
			expect(headers).not.toHaveProperty('if-modified-since');
		}
	});
});
