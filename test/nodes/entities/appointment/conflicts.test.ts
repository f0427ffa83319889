import { byId } from '../../../support';
import { MONDAY, MONDAYS, useLife } from '../../life';

describe('an appointment that must not conflict', () => {
	const { asked, at, out, refusal, saved, sentTo, simulator } = useLife();
	const strict = { refuseConflicts: true };
	const weekly = { pattern: 'Weekly', weekdays: ['Monday'], cycle: 1, recurrenceCounter: 3 };
	const times = { startDate: '2026-09-07T10:00:00', endDate: '2026-09-07T11:00:00' };
	const mondays = { ...times, recurrence: { rule: weekly } };
	const secondMonday = { StartDate: '2026-09-14T08:30:00Z', EndDate: '2026-09-14T10:00:00Z' };
	const inDiaryOf = (AssociateId: number) => ({
		Associate: { AssociateId },
		Participants: [{ AssociateId }],
	});
	const ownedBy = (owner: number) => ({ associate: byId(owner) });
	const saves = () => asked().filter((one) => one === 'POST Appointment');
	const taken = async (StartDate: string, EndDate: string, more: object = {}) =>
		await saved({ StartDate, EndDate, ...more });

	describe('is judged by its moments alone', () => {
		const oslo = 'Europe/Oslo';
		const losAngeles = 'America/Los_Angeles';
		const allDay = { isAlldayEvent: true };

		it.each<[string, string, string, string, string, string, object?]>([
			[
				'its second day taken in the evening alone',
				oslo,
				...(['2026-09-07T20:00:00', '2026-09-08T00:30:00'] as const),
				...(['2026-09-08T19:00:00Z', '2026-09-08T20:00:00Z'] as const),
			],
			[
				'the day behind it taken',
				oslo,
				...(['2026-12-23T10:00:00', '2026-12-25T10:00:00'] as const),
				...(['2026-12-25T23:00:00Z', '2026-12-26T22:59:59Z'] as const),
			],
			[
				'two days behind its whole days taken',
				oslo,
				...(['2026-12-23T00:00:00', '2026-12-25T00:00:00'] as const),
				...(['2026-12-26T23:00:00Z', '2026-12-27T22:59:59Z'] as const),
				allDay,
			],
			[
				'one that ends when it starts',
				losAngeles,
				...(['2026-09-07T15:30:00', '2026-09-07T16:30:00'] as const),
				...(['2026-09-07T21:30:00Z', '2026-09-07T22:30:00Z'] as const),
			],
			[
				'one that starts when it ends',
				'Asia/Tokyo',
				...(['2026-09-07T06:00:00', '2026-09-07T07:00:00'] as const),
				...(['2026-09-06T22:00:00Z', '2026-09-06T23:00:00Z'] as const),
			],
			[
				'the same hour of the day before',
				'Pacific/Auckland',
				...(['2026-09-07T09:00:00', '2026-09-07T10:00:00'] as const),
				...(['2026-09-05T21:00:00Z', '2026-09-05T22:00:00Z'] as const),
			],
		])('and saved with %s', async (_name, timezone, startDate, endDate, from, to, more = {}) => {
			await taken(from, to);
			await out('create', { startDate, endDate, ...more, ...strict }, { timezone });
			expect(saves()).toHaveLength(1);
		});

		it.each([
			['Europe/Oslo', '2026-09-08T00:00:00', '2026-09-08 00:30 to', '2026-09-07T22:30:00Z'],
			['America/Los_Angeles', '2026-09-07T15:30:00', '2026-09-07 15:58 to', '2026-09-07T22:58:00Z'],
			['America/New_York', '2026-09-07T20:30:00', '2026-09-07 20:30 to', '2026-09-08T00:30:00Z'],
			['Asia/Tokyo', '2026-09-07T06:00:00', '2026-09-07 06:30 to', '2026-09-06T21:30:00Z'],
			['Pacific/Auckland', '2026-09-07T09:00:00', '2026-09-07 09:15 to', '2026-09-06T21:15:00Z'],
		])('and refused in %s at %s, with the time there', async (timezone, startDate, words, from) => {
			const [day, time] = words.split(/ (?=\d)/);
			const id = await taken(from, from.replace('00Z', '40Z'), { Title: 'Budget' });
			const endDate = startDate.replace(/\d\d:\d\d$/, '59:00');
			const { message } = await refusal('create', { startDate, endDate, ...strict }, { timezone });
			expect(message).toBe(
				`Refuse Conflicts (options.refuseConflicts): the appointment conflicts on ${day} with appointment ${id} "Budget" of Sales Manager, ${time} ${time.slice(0, 5)} (times in ${timezone})`,
			);
			expect(saves()).toEqual([]);
		});

		it.each([
			['without an offset, in UTC', '2026-09-07T22:30:00', {}],
			['with an offset', '2026-09-08T00:30:00+02:00', {}],
			[
				'without an offset, in the zone of SO-TimeZone',
				'2026-09-08T00:30:00',
				{ soTimeZone: 'NO' },
			],
			['in the zone of another number', '2026-09-07T18:30:00', { soTimeZone: '460' }],
		])('of JSON, too: %s', async (_name, StartDate, options) => {
			const id = await taken('2026-09-07T22:30:00Z', '2026-09-07T23:30:00Z');
			const jsonBody = JSON.stringify({ StartDate, Type: 'inDiary' });
			const given = { specifyBody: 'json', jsonBody, options, ...strict };
			const { message } = await refusal('create', given);
			expect(message).toMatch(`conflicts on 2026-09-08 with appointment ${id} of`);
			expect(saves()).toEqual([]);
		});

		it('and refused in JSON whose time cannot be known', async () => {
			const jsonBody = JSON.stringify({ StartDate: '2026-09-07T22:30:00' });
			const options = { soTimeZone: 'US-NY' };
			const given = { specifyBody: 'json', jsonBody, options, ...strict };
			const { description } = await refusal('create', given);
			expect(description).toMatch('Give the dates with an offset or Z.');
			expect(saves()).toEqual([]);
		});

		it('also where it or the other has no length', async () => {
			const id = await taken('2026-09-07T08:30:00Z', '2026-09-07T08:30:00Z');
			expect((await refusal('create', { ...times, ...strict })).message).toMatch(`${id} of`);
			const moment = { startDate: '2026-09-07T10:30:00', endDate: '2026-09-07T10:30:00' };
			expect((await refusal('create', { ...moment, ...strict })).message).toMatch(`${id} of`);
			expect(saves()).toEqual([]);
		});
	});

	describe('is looked for in the diaries', () => {
		it('of its owner', async () => {
			const id = await saved({ ...MONDAY, ...inDiaryOf(4) });
			const { message } = await refusal('create', { ...times, ...strict, ...ownedBy(4) });
			expect(message).toMatch(`conflicts on 2026-09-07 with appointment ${id} of Project Leader`);
			await out('create', { ...times, ...strict, ...ownedBy(1) });
			expect(saves()).toHaveLength(1);
		});

		it.each([
			['user', { associateId: byId(4) }],
			['user, as a person', { personId: byId(4) }],
		])('of a participant who is a %s', async (_name, participant) => {
			const id = await saved({ ...MONDAY, ...inDiaryOf(4) });
			const participants = { participant: [{ associateId: byId(1) }, participant] };
			const { message } = await refusal('create', { ...times, ...strict, participants });
			expect(message).toMatch(`with appointment ${id} of Project Leader`);
			expect(saves()).toEqual([]);
		});

		it('of the participant who invites, where no owner is given', async () => {
			await saved(MONDAY);
			const participants = { participant: [{ associateId: byId(4) }] };
			await out('create', { ...times, ...strict, participants });
			expect(saves()).toHaveLength(1);
		});

		it.each([
			['is free', { IsFree: true }],
			['is a to-do', { Type: 'inChecklist' }],
		])('without what %s', async (_name, more) => {
			await saved({ ...MONDAY, ...more });
			await out('create', { ...times, ...strict });
			expect(saves()).toHaveLength(1);
		});

		it.each([
			['declined', 0],
			['cancelled', 0],
			['invitation', 1],
			['moved', 1],
		])('with what was answered in mind: %s', async (status, conflicts) => {
			const id = await saved(MONDAY);
			const InvitationStatus = status.charAt(0).toUpperCase() + status.slice(1);
			simulator().data.appointments.set(id, {
				...(at(id) as Record<string, never>),
				Type: 'BookingForDiary',
				InvitationStatus,
			});
			const { message } = await refusal('create', { ...times, ...strict });
			expect(message === '' ? 0 : 1).toBe(conflicts);
			expect(saves()).toHaveLength(1 - conflicts);
		});

		it('without itself and its invitations, where it saves over one', async () => {
			const Participants = [{ AssociateId: 1 }, { AssociateId: 4 }];
			const id = await saved({ ...MONDAY, Participants });
			const body = { ...MONDAY, AppointmentId: id, Participants, Title: 'After' };
			const given = { specifyBody: 'json', jsonBody: JSON.stringify(body), ...strict };
			await out('create', given);
			expect(at(id)).toMatchObject({ Title: 'After' });
		});
	});

	describe('of a series', () => {
		it('is refused with all that stands in its way', async () => {
			const ids = [
				await saved({ ...secondMonday, Title: 'A "B"' }),
				await saved(secondMonday),
				await saved(MONDAY),
			];
			const { message, description } = await refusal('create', { ...mondays, ...strict });
			expect(message).toBe(
				`Refuse Conflicts (options.refuseConflicts): the appointment conflicts on 2026-09-07 with appointment ${ids[2]} of Sales Manager, 10:00 to 11:00; 2026-09-14 with appointment ${ids[0]} "A \\"B\\"" of Sales Manager, 10:30 to 12:00; 2026-09-14 with appointment ${ids[1]} of Sales Manager, 10:30 to 12:00 (times in Europe/Oslo)`,
			);
			expect(description).toMatch(/^Nothing was saved/);
			expect(saves()).toEqual([]);
		});

		it.each([
			['Europe/Oslo', '2026-10-19T10:00:00', '2026-10-26T09:00:00Z'],
			['America/Los_Angeles', '2026-09-07T15:30:00', '2026-09-14T22:30:00Z'],
			['Asia/Tokyo', '2026-09-07T06:00:00', '2026-09-13T21:00:00Z'],
			['Pacific/Auckland', '2026-09-07T09:00:00', '2026-09-13T21:00:00Z'],
		])(
			'is judged by the moments of each occurrence, in %s',
			async (timezone, startDate, second) => {
				const hour = (time: string, by: number) =>
					new Date(Date.parse(time) + by * 3_600_000).toISOString().replace('.000', '');
				const endDate = startDate.replace(/(\d\d):(\d\d)$/, '59:00');
				const given = { startDate, endDate, recurrence: { rule: weekly }, ...strict };
				await taken(hour(second, 1), hour(second, 2));
				await taken(hour(second, -1), second);
				await taken(hour(second, 24), hour(second, 25));
				const id = await taken(second, hour(second, 0.1));
				const { message } = await refusal('create', given, { timezone });
				expect(message.match(/with appointment \d+/g)).toEqual([`with appointment ${id}`]);
				simulator().data.appointments.delete(id);
				await out('create', given, { timezone });
				expect(saves()).toHaveLength(1);
			},
		);

		it('and saves what conflicts with nothing as it was given', async () => {
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
			const { message } = await refusal('create', { specifyBody: 'json', jsonBody, ...strict });
			expect(message).toMatch(`conflicts on 2026-09-07 with appointment ${id} of`);
		});

		it.each([
			[{ Dates: null }, /^SuperOffice answered without a list of records with Date/],
			[{ Dates: [] }, /: the conflicts could not be checked; nothing was saved$/],
		])('is not saved where no day is named: %j', async (body, expected) => {
			const isCalculated = ({ path }: { path: string }) => path.endsWith('CalculateDays');
			const zones = [undefined, undefined];
			simulator().answerNext(...zones, undefined, { body });
			const { message } = await refusal('create', { ...mondays, ...strict });
			expect(simulator().requests.some(isCalculated)).toBe(true);
			expect(message).toMatch(expected);
			expect(saves()).toEqual([]);
		});
	});

	it('asks nothing more where that is not wanted', async () => {
		await saved(MONDAY);
		await out('create', times);
		expect(asked()).toEqual(['POST Appointment']);
	});

	it('lists no more than twenty', async () => {
		for (let one = 0; one < 23; one++) await saved(MONDAY);
		const { message } = await refusal('create', { ...times, ...strict });
		expect(message).toMatch(/; and 3 more \(times in Europe\/Oslo\)$/);
		expect(message.match(/with appointment/g)).toHaveLength(20);
	});

	describe('has an end', () => {
		it.each([
			['in the year 9999', { endDate: '9999-12-29T23:59:59' }],
			['after eleven years', { endDate: '2037-09-08T10:00:00' }],
			['after a thousand weeks', { recurrence: { rule: { ...weekly, recurrenceCounter: 1000 } } }],
		])('%s, and is refused', async (_name, more) => {
			const { message } = await refusal('create', { ...times, ...more, ...strict });
			expect(message).toMatch(/looked for in at most 10 years; nothing was saved$/);
			expect(asked().filter((one) => one === 'GET Appointment')).toEqual([]);
			expect(saves()).toEqual([]);
		});

		it('of nine years, and is asked for at once', async () => {
			const id = await saved({
				StartDate: '2035-01-01T10:00:00Z',
				EndDate: '2035-01-01T11:00:00Z',
			});
			const { message } = await refusal('create', {
				...times,
				endDate: '2035-09-01T10:00:00',
				...strict,
			});
			expect(message).toMatch(`with appointment ${id}`);
			expect(asked()).toEqual(['GET Appointment/default', 'GET Appointment', 'GET Appointment']);
		});

		it('after a thousand days', async () => {
			// It is at the next hour, which may be one of the series.
			simulator().data.appointments.delete(305);
			const rule = { pattern: 'Daily', dayPattern: 'EveryWeekday', recurrenceCounter: 1000 };
			const id = await saved({
				StartDate: '2029-06-01T08:00:00Z',
				EndDate: '2029-06-01T09:00:00Z',
			});
			const { message } = await refusal('create', { ...times, recurrence: { rule }, ...strict });
			expect(message).toMatch(`conflicts on 2029-06-01 with appointment ${id}`);
		});
	});
});
