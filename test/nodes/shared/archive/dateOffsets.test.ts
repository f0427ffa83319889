import { appointment } from '../../../../nodes/entities/appointment/appointment.entity';
import { changeTime } from '../../../../nodes/events/changeQuery';
import { NEXT, runNode, useSimulator } from '../../../support';

/** One moment, and the spellings of its offset. */
const NINE = [
	'2026-03-02T09:00:00Z',
	'2026-03-02T09:00:00z',
	'2026-03-02T10:00:00+01:00',
	'2026-03-02T10:00:00+0100',
	'2026-03-02T10:00:00.0000000+01',
	'2026-03-02 10:00:00 +0100',
];

describe('an offset counts in each of its spellings', () => {
	const simulator = useSimulator();

	it('in rows, which are judged and put out by it', async () => {
		const operation = 'getAll';
		const period = { period: 'between', from: NINE[0], to: '2026-03-02T09:00:01Z' };
		const value = NINE.map((date, index) => ({ appointmentId: index + 1, date, endDate: date }));
		for (const options of [{}, { soTimeZone: 'NO' }]) {
			simulator().answerNext({ body: { value } });
			const result = await runNode(simulator(), { operation, ...period, options });
			expect(result.error).toBeUndefined();
			const dates = result.itemsOf(NEXT).map(({ json }) => json.date);
			expect(dates).toEqual(NINE);
		}
	});

	it('in what a poll finds', () => {
		const times = NINE.map((updatedDate) => changeTime(appointment, { updatedDate }, 'updated'));
		expect(times).toEqual(NINE.map(() => Date.UTC(2026, 2, 2, 9) / 1000));
		expect(changeTime(appointment, { updatedDate: '2026-03-02T09:00:00' }, 'updated')).toBe(
			times[0],
		);
		for (const updatedDate of ['0001-01-01T01:00:00+0100', '0001-01-01T00:00:00', '', 'soon']) {
			expect(changeTime(appointment, { updatedDate }, 'updated')).toBeUndefined();
		}
	});

	it.each(NINE.slice(0, 5))(
		'in JSON whose other time keeps the default length: %s',
		async (startDate) => {
			const jsonBody = JSON.stringify({ StartDate: startDate });
			const parameters = { specifyBody: 'json', jsonBody, startFromDefaults: true };
			const result = await runNode(simulator(), parameters);
			expect(result.error).toBeUndefined();
			const [body] = simulator()
				.requests.filter(({ path }) => path === '/api/v1/Appointment')
				.map((one) => JSON.parse(one.body) as { EndDate: string });
			expect(body.EndDate).toMatch(/^2026-03-02T\d\d:\d\d:00Z$/);
		},
	);

	it.each(['Z', 'z', '+01:00', '-0800', '+13'])(
		'in the days of a rule that is saved again, where it means nothing: %s',
		async (offset) => {
			const times = { StartDate: '2026-09-07T08:00:00Z', EndDate: '2026-09-07T09:00:00Z' };
			const day = `2026-09-07T00:00:00${offset}`;
			const Recurrence = {
				IsRecurrence: true,
				StartDate: day,
				EndDate: day,
				Dates: [{ Date: day }],
			};
			// It is read once more right before it is saved.
			const answer = { body: { AppointmentId: 63, ...times, Recurrence } };
			simulator().answerNext(answer, answer);
			const parameters = {
				operation: 'update',
				appointmentId: { __rl: true, mode: 'id', value: 63 },
				updateMode: 'ThisAndForward',
				title: 'After',
			};
			await runNode(simulator(), parameters);
			const save = simulator().requests.find(({ path }) => path.endsWith('/Save'));
			const bare = '2026-09-07T00:00:00';
			expect(JSON.parse(save?.body ?? '{}')).toMatchObject({
				AppointmentEntity: {
					Recurrence: { StartDate: bare, EndDate: bare, Dates: [{ Date: bare }] },
				},
			});
		},
	);
});
