import { byId, runNode, sentBody, useSimulator } from '../../../support';

type Rule = Record<string, unknown>;

describe('recurrence', () => {
	const simulator = useSimulator();

	async function ruleOf(rule: Rule, parameters: object = {}): Promise<unknown> {
		const result = await runNode(simulator(), { ...parameters, recurrence: { rule } });
		if (result.error) throw new Error(result.error.message);
		return sentBody(simulator()).Recurrence;
	}

	const times = { RecurrenceEndType: 'Counter', RecurrenceCounter: 10 };
	const first = { startDate: '2026-09-07T00:00:00' };
	const StartDate = '2026-09-07T00:00:00';

	it.each<[string, Rule, object]>([
		[
			'every workday',
			{ pattern: 'Daily', dayPattern: 'EveryWorkday' },
			{ Pattern: 'Daily', DayPattern: { Pattern: 'EveryWorkday' } },
		],
		[
			'every third day',
			{ pattern: 'Daily', dayPattern: 'EveryCyclicDay', cycle: 3 },
			{ Pattern: 'Daily', DayPattern: { Pattern: 'EveryCyclicDay', Cycle: 3 } },
		],
		[
			'Mondays and Wednesdays every second week, in the order of the week',
			{ pattern: 'Weekly', weekdays: ['Wednesday', 'Monday'], cycle: 2 },
			{ Pattern: 'Weekly', WeekPattern: { Weekdays: 'Monday, Wednesday', Cycle: 2 } },
		],
		[
			'the 15th of every month',
			{ pattern: 'Monthly', monthPattern: 'DayOfMonth', day: 15 },
			{ Pattern: 'Monthly', MonthPattern: { Pattern: 'DayOfMonth', Day: 15, Cycle: 1 } },
		],
		[
			'the last Friday of every second month',
			{
				pattern: 'Monthly',
				monthPattern: 'WeekdayOfMonth',
				weekOfMonth: 'Last',
				weekday: ['Friday'],
				cycle: 2,
			},
			{
				Pattern: 'Monthly',
				MonthPattern: {
					Pattern: 'WeekdayOfMonth',
					WeekOfMonth: 'Last',
					Weekday: 'Friday',
					Cycle: 2,
				},
			},
		],
		[
			'17 May every year, the month as a number',
			{ pattern: 'Yearly', yearPattern: 'DayOfMonth', day: 17, month: 'May' },
			{ Pattern: 'Yearly', YearPattern: { Pattern: 'DayOfMonth', Day: 17, Cycle: 5 } },
		],
		[
			'the third Monday of October every year',
			{
				pattern: 'Yearly',
				yearPattern: 'WeekdayOfMonth',
				weekOfMonth: 'Third',
				weekday: ['Monday'],
				month: 10,
			},
			{
				Pattern: 'Yearly',
				YearPattern: {
					Pattern: 'WeekdayOfMonth',
					WeekOfMonth: 'Third',
					Weekday: 'Monday',
					Cycle: 10,
				},
			},
		],
	])('sends %s whole, and only the pattern that was chosen', async (_name, rule, wire) => {
		const sent = await ruleOf({ ...first, ...rule });
		expect(sent).toEqual({ IsRecurrence: true, StartDate, ...times, ...wire });
	});

	it('ends on a day instead of after a number of times', async () => {
		const rule = { pattern: 'Daily', recurrenceEndType: 'EndDate', endDate: '2026-12-31' };
		expect(await ruleOf({ ...first, ...rule })).toEqual({
			IsRecurrence: true,
			Pattern: 'Daily',
			DayPattern: { Pattern: 'EveryWorkday' },
			StartDate,
			RecurrenceEndType: 'EndDate',
			EndDate: '2026-12-31T00:00:00',
		});
	});

	it('lists explicit dates as Custom', async () => {
		const dates = { date: [{ date: '2026-09-07' }, { date: '2026-10-01T00:00:00' }] };
		expect(await ruleOf({ pattern: 'Custom', dates })).toEqual({
			IsRecurrence: true,
			Pattern: 'Custom',
			Dates: [{ Date: '2026-09-07T00:00:00' }, { Date: '2026-10-01T00:00:00' }],
		});
	});

	it("starts on the appointment's own calendar day where no first day is given", async () => {
		const parameters = { startDate: '2026-09-07T23:30:00', endDate: '2026-09-08T00:30:00' };
		const sent = await ruleOf({ pattern: 'Daily' }, parameters);
		expect(sent).toMatchObject({ StartDate });
	});

	it('leaves the first day out of explicit dates', async () => {
		const dates = { date: [{ date: '2026-09-07' }] };
		const parameters = { startDate: '2026-09-07T10:00:00' };
		expect(await ruleOf({ pattern: 'Custom', dates }, parameters)).not.toHaveProperty('StartDate');
	});

	it.each(['pattern', 'cycle', 'recurrenceEndType', 'recurrenceCounter'])(
		'is refused where an expression gives nothing for %s',
		async (column) => {
			const rule = { ...first, weekdays: ['Monday'], [column]: '={{ "" }}' };
			await expect(ruleOf(rule)).rejects.toThrow(`(recurrence.rule.${column}): is empty`);
			expect(simulator().requests).toEqual([]);
		},
	);

	it('takes the pattern from an expression, in any case', async () => {
		const rule = { ...first, pattern: '={{ "weekly" }}', weekdays: '={{ ["friday"] }}' };
		expect(await ruleOf(rule)).toMatchObject({
			Pattern: 'Weekly',
			WeekPattern: { Weekdays: 'Friday' },
		});
	});

	it.each<[string, Rule, RegExp]>([
		['a week without weekdays', { pattern: 'Weekly' }, /recurrence\.rule\.weekdays.*empty/],
		[
			'an unknown weekday',
			{ weekdays: '={{ ["Moonday"] }}' },
			/recurrence\.rule\.weekdays.*Moonday/,
		],
		['day 45', { pattern: 'Monthly', day: 45 }, /recurrence\.rule\.day.*45 is out of range/],
		['month 13', { pattern: 'Yearly', month: 13 }, /recurrence\.rule\.month.*13 is out of range/],
		[
			'month Foo',
			{ pattern: 'Yearly', month: '={{ "Foo" }}' },
			/rule\.month.*not one of its values/,
		],
		[
			'every 0 days',
			{ pattern: 'Daily', dayPattern: 'EveryCyclicDay', cycle: 0 },
			/rule\.cycle.*0 is out/,
		],
		['a series of -1', { pattern: 'Daily', recurrenceCounter: -1 }, /recurrenceCounter.*-1 is out/],
		[
			'a last day before the first',
			{ ...first, pattern: 'Daily', recurrenceEndType: 'EndDate', endDate: '2026-09-06' },
			/rule\.endDate.*2026-09-06 is before the first day, 2026-09-07/,
		],
		['no explicit date', { pattern: 'Custom' }, /recurrence\.rule\.dates.*empty/],
		[
			'a last day that is missing',
			{ pattern: 'Daily', recurrenceEndType: 'EndDate' },
			/recurrence\.rule\.endDate.*empty/,
		],
	])('refuses %s', async (_name, rule, message) => {
		await expect(ruleOf(rule)).rejects.toThrow(message);
		expect(simulator().requests).toEqual([]);
	});
});

describe('rows', () => {
	const simulator = useSimulator();

	it('sends all columns of participants, in the order of the form', async () => {
		const additionalFields = {
			contactId: 2,
			description: '',
			emailId: 5,
			externallyOwnedStatus: 'TentativelyAccepted',
			externallyOwnedType: 'Optional',
			invitationStatus: 'Invitation',
			sendEmail: false,
		};
		const participant = [
			{ emailAddress: 'guest@example.com', additionalFields },
			{ associateId: byId('={{ $json.owner }}'), personId: byId('') },
		];
		await runNode(simulator(), { participants: { participant } }, { items: [{ owner: 3 }] });
		expect(sentBody(simulator()).Participants).toEqual([
			{
				EmailAddress: 'guest@example.com',
				ContactId: 2,
				Description: '',
				EmailId: 5,
				ExternallyOwnedStatus: 'TentativelyAccepted',
				ExternallyOwnedType: 'Optional',
				InvitationStatus: 'Invitation',
				SendEmail: false,
			},
			{ AssociateId: 3 },
		]);
	});

	it('sends all columns of links and of who sees it', async () => {
		const link = [
			{
				entityName: 'document',
				id: byId('9'),
				additionalFields: { description: 'D', extraInfo: '', linkId: 4 },
			},
		];
		const entry = [
			{ visibility: 'Associate', visibleId: byId('2'), additionalFields: { displayValue: 'U2' } },
		];
		await runNode(simulator(), {
			links: { link },
			visibleFor: { entry },
		});
		expect(sentBody(simulator())).toEqual({
			Links: [{ EntityName: 'document', Id: 9, Description: 'D', ExtraInfo: '', LinkId: 4 }],
			VisibleFor: [{ Visibility: 'Associate', VisibleId: 2, DisplayValue: 'U2' }],
		});
	});

	it.each<[string, object, RegExp]>([
		['a link to nothing', { links: { link: [{}] } }, /link\[0\]\.id\): is empty/],
		[
			'nobody, where an expression gives none, instead of showing it to everyone',
			{
				visibleFor: { entry: [{ visibility: '={{ undefined }}', visibleId: byId(7) }] },
			},
			/entry\[0\]\.visibility\): is empty/,
		],
		[
			'one user without the user',
			{ visibleFor: { entry: [{ visibility: 'Associate' }] } },
			/entry\[0\]\.visibleId\): is empty/,
		],
	])('refuses %s', async (_name, parameters, message) => {
		const { error } = await runNode(simulator(), parameters);
		expect(error?.message).toMatch(message);
	});

	it('lets a kind of link through that the dropdown does not have', async () => {
		const link = [{ entityName: '={{ "ticket" }}', id: byId('9') }];
		await runNode(simulator(), { links: { link } });
		expect(sentBody(simulator()).Links).toEqual([{ EntityName: 'ticket', Id: 9 }]);
	});

	it('names the row and the column of a bad value', async () => {
		const participant = [{ associateId: byId('1') }, { associateId: byId('room 5') }];
		const { error } = await runNode(simulator(), { participants: { participant } });
		expect(error?.message).toBe(
			'User or Resource (participants.participant[1].associateId): no user or resource is named "room 5"',
		);
		expect(simulator().requests.filter(({ method }) => method !== 'GET')).toEqual([]);
	});

	it('refuses an empty participant', async () => {
		const { error } = await runNode(simulator(), { participants: { participant: [{}] } });
		expect(error?.message).toMatch(/Participant 1 is empty/);
	});

	it.each([
		['an empty key', [{ key: ' ', value: 'a' }], /the key is empty/],
		[
			'a key twice',
			[
				{ key: 'x_a', value: '1' },
				{ key: 'x_a', value: '2' },
			],
			/"x_a" stands twice/,
		],
	])('refuses %s of custom fields', async (_name, entry, message) => {
		const { error } = await runNode(simulator(), { customFields: { entry } });
		expect(error?.message).toMatch(message);
		expect(simulator().requests).toEqual([]);
	});

	it('keeps keys that JavaScript objects have by themselves', async () => {
		const entry = [
			{ key: 'constructor', value: 'a' },
			{ key: '__proto__', value: 'b' },
		];
		await runNode(simulator(), { extraFields: { entry } });
		expect(simulator().requests[0].body).toBe(
			'{"ExtraFields":{"constructor":"a","__proto__":"b"}}',
		);
	});
});
