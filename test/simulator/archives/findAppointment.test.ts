import { DateTime } from 'luxon';

import { AUTHORIZATION, useService } from '../engine/service';

interface Answer {
	value: Array<Record<string, unknown>>;
	'odata.nextLink': string | null;
}

describe('the archive FindAppointment', () => {
	const { simulator, ask, post } = useService();

	const query = (parameters: Record<string, string>) => new URLSearchParams(parameters).toString();
	const rows = async (parameters: Record<string, string>, headers = {}) => {
		const { status, body } = await ask(`Appointment?${query(parameters)}`, { headers });
		expect({ status, body }).toMatchObject({
			status: 200,
			body: { value: expect.anything() as [] },
		});
		return body as Answer;
	};
	const ids = async ($filter: string, more = {}) =>
		(await rows({ $filter, ...more })).value.map(({ PrimaryKey }) => Number(PrimaryKey));

	describe('finds by each column,', () => {
		beforeEach(async () => {
			await post('Appointment', {
				Title: 'Alpha',
				Agenda: 'The agenda',
				InternalNotes: 'For us',
				Description: 'Described',
				StartDate: '2026-07-01T08:00:00Z',
				EndDate: '2026-07-02T08:00:00Z',
				Contact: { ContactId: 15 },
				Person: { PersonId: 150 },
				Project: { ProjectId: 1 },
				Sale: { SaleId: 2 },
				Priority: { Id: 3 },
				Task: { TaskListItemId: 1 },
				Location: 'Room 5',
				HasAlarm: true,
				IsFree: true,
				IsMileStone: true,
				Completed: 'Started',
				Participants: [{ AssociateId: 4 }, { PersonId: 20 }],
				JoinVideomeetUrl: 'https://meet.example.com/1',
				SuggestedAppointmentId: 9,
				Recurrence: { IsRecurrence: true, Pattern: 'Custom', Dates: [{ Date: '2026-07-01' }] },
				CustomFields: {
					'SuperOffice:1': 'Ref',
					'SuperOffice:2': '7',
					'SuperOffice:4': '1.5',
					'SuperOffice:5': 'true',
					'SuperOffice:6': '[D:07/03/2026]',
					'SuperOffice:7': '2',
					'Facilities:RoomSetup': 'Circle',
				},
			});
			const master = simulator().data.appointments.get(306) ?? {};
			const dates = { CreatedDate: '2026-06-30T22:30:00Z', UpdatedDate: '2026-06-30T23:30:00Z' };
			simulator().data.appointments.set(306, { ...master, ...dates });
		});

		it.each([
			'appointmentId = 306',
			"text contains 'ALPH'",
			"appointment/title begins 'alpha'",
			"appointment/agenda contains 'agenda'",
			"appointment/internalNotes is 'for us'",
			"appointment/description begins 'Desc'",
			"date date '2026-07-01'",
			"date beforeOrEqual '2026-07-01'",
			"date between ('2026-06-01', '2026-07-01')",
			"date dateBetween ('2026-07-01', '2026-07-31') and endDate after '2026-07-01'",
			"date dateTime '2026-07-01T10:00:00'",
			"date beforeTime '2026-07-01T10:00:01' and date afterTime '2026-07-01T10:00:00'",
			'completed set false and location isNotNull',
			'type oneOf (1)',
			'icon equals 1',
			"recordType is 'Phone'",
			'recordTypeText oneOf (1)',
			'rawType = 1 and contactId isNotNull',
			'rawStatus = 2',
			'associateId associateIsOneOf (4)',
			'associateId associateIsNotOneOf (1)',
			'associate/associateDbId associateIsOneOf (4)',
			"associate/fullName is 'Project Leader'",
			'userGroup oneOf (2) and location isNotNull',
			'contactId oneOf (15)',
			'contact/contactId gt 14',
			"contact/name is 'nordlys handel'",
			'personId notOneOf (0)',
			'person/personId between (100, 200)',
			"person/fullName begins 'Buyer'",
			'projectId oneOf (1)',
			"project/name contains 'fair'",
			'saleId in (2, 3)',
			"sale/heading is 'Ten Licenses'",
			'priority oneOf (3)',
			"location begins 'Room'",
			'isFree set true',
			'alarm set true',
			'recurring set true',
			'recurrenceRuleId = 1',
			'booking set true',
			'isMilestone set true',
			"updatedDate afterTime '2026-06-30T23:30:00' and updatedDate before '2026-07-01'",
			"registeredDate date '2026-06-30'",
			'suggestedAppointmentId = 9',
			"appointmentUdef/SuperOffice:1 is 'ref'",
			'appointmentUdef/SuperOffice:2 gt 6',
			'appointmentUdef/SuperOffice:4 between (1, 2)',
			'appointmentUdef/SuperOffice:5 set true',
			"appointmentUdef/SuperOffice:6 date '2026-07-03'",
			'appointmentUdef/SuperOffice:6 isNotNull',
			'appointmentUdef/SuperOffice:7 oneOf (2)',
			"appointmentUdef/Facilities:RoomSetup is 'Circle'",
			'getAllRows set true and skipTentativeAndRejectedRestriction set true and isFree set true',
		])('%s', async ($filter) => {
			expect(await ids(`${$filter} and appointmentId lt 307 and appointmentId ne 305`)).toEqual([
				306,
			]);
		});

		it.each([
			'associateId currentAssociate',
			'contactId isNull',
			'updatedDate isNull',
			'appointmentUdef/SuperOffice:6 isNull',
			'visibleInDiary set true and isFree set false',
		])('and the other one by %s', async ($filter) => {
			expect(await ids(`${$filter} and appointmentId lt 306`)).toEqual([305]);
			expect(await ids(`${$filter} and appointmentId = 306`)).toEqual([]);
		});

		it('invitations by who is invited, and nothing when asked for that', async () => {
			expect(await ids('invitedPersonId = 20')).toEqual([307]);
			expect(await ids('rawType = 6')).toEqual([307]);
			expect(await ids('rawStatus = 5')).toEqual([307]);
			expect(await ids('getNoRows set true')).toEqual([]);
		});

		it('and shows them', async () => {
			const $select =
				'associateId,associate/associateDbId,contact/nameDepartment,priority,rawType,userGroup,' +
				'updatedDate,registeredDate,joinVideomeetUrl,appointmentUdef/SuperOffice:7,icon,date';
			const parameters = { $filter: 'appointmentId = 306', $select };
			const { value } = await rows(parameters, { 'Accept-Language': 'nb' });
			expect(value[0]).toEqual({
				PrimaryKey: '306',
				EntityName: 'appointment',
				associateId: 'U4',
				'associate/associateDbId': 4,
				'contact/nameDepartment': 'Nordlys Handel, Oslo',
				priority: 'High',
				rawType: 1,
				userGroup: 'Salg',
				updatedDate: '2026-06-30T23:30:00',
				registeredDate: '2026-06-30T22:30:00',
				joinVideomeetUrl: 'https://meet.example.com/1',
				'appointmentUdef/SuperOffice:7': 'Nettmøte',
				icon: 'Phone',
				date: '2026-07-01T10:00:00',
			});
			const [all] = (await rows({ $filter: 'appointmentId = 306' })).value;
			expect(all).not.toHaveProperty('getAllRows');
		});

		it.each([
			"joinVideomeetUrl contains 'a'",
			"contact/nameDepartment begins 'a'",
			"appointmentUdef/x_reference is 'a'",
			"date after '2026-13-45'",
			'mother_id = 0',
			"text isNot 'a'",
		])('but not by %s', async ($filter) => {
			expect((await ask(`Appointment?${query({ $filter })}`)).status).toBe(400);
		});

		it('but does not order by criteria', async () => {
			expect((await ask('Appointment?$orderBy=getAllRows')).status).toBe(400);
			expect((await ask('Appointment?$orderBy=joinVideomeetUrl')).status).toBe(200);
		});
	});

	describe('knows the periods around the present, in the base zone:', () => {
		const now = DateTime.now().setZone('Europe/Oslo');
		const half = now.startOf('year').plus({ months: now.month > 6 ? 6 : 0 });

		it.each([
			['today', now.startOf('day'), now.endOf('day')],
			[
				'lastWeek',
				now.startOf('week').minus({ weeks: 1 }),
				now.startOf('week').minus({ seconds: 1 }),
			],
			['thisWeek', now.startOf('week'), now.endOf('week')],
			['nextWeek', now.startOf('week').plus({ weeks: 1 }), now.endOf('week').plus({ weeks: 1 })],
			[
				'lastMonth',
				now.startOf('month').minus({ months: 1 }),
				now.startOf('month').minus({ seconds: 1 }),
			],
			['thisMonth', now.startOf('month'), now.endOf('month')],
			[
				'nextMonth',
				now.startOf('month').plus({ months: 1 }),
				now.startOf('month').plus({ months: 2 }).minus({ seconds: 1 }),
			],
			[
				'lastQuarter',
				now.startOf('quarter').minus({ quarters: 1 }),
				now.startOf('quarter').minus({ seconds: 1 }),
			],
			['thisQuarter', now.startOf('quarter'), now.endOf('quarter')],
			[
				'nextQuarter',
				now.startOf('quarter').plus({ quarters: 1 }),
				now.startOf('quarter').plus({ quarters: 2 }).minus({ seconds: 1 }),
			],
			['thisHalf', half, half.plus({ months: 6 }).minus({ seconds: 1 })],
			['thisYear', now.startOf('year'), now.endOf('year')],
		])('%s', async (period, first, last) => {
			const edges = [first.minus({ seconds: 1 }), first, last, last.plus({ seconds: 1 })];
			for (const edge of edges) await post('Appointment', { StartDate: edge.toISO() });
			expect(await ids(`date ${period} and appointmentId gt 305`)).toEqual([307, 308]);
			if (period !== 'today') return;
			expect(await ids('date beforeToday and appointmentId gt 305')).toEqual([306]);
			expect(await ids('date afterToday and appointmentId gt 305')).toEqual([309]);
		});
	});

	it('takes long questions as a form', async () => {
		const answer = await fetch(`${simulator().baseUrl}/api/v1/Archive/FindAppointment`, {
			method: 'POST',
			headers: { Authorization: AUTHORIZATION },
			body: new URLSearchParams({ $select: 'text', $filter: 'appointmentId = 305' }),
		});
		expect(answer.status).toBe(200);
		expect(await answer.json()).toMatchObject({ value: [{ text: 'Appointment of the sample' }] });
		expect(simulator().requests[0].body).toMatch(/^%24select=text&/);
	});

	it.each(['/$metadata', '$metadata'])('describes its columns (%s)', async (end) => {
		const { body } = await ask(`Archive/FindAppointment${end}`, {
			headers: { 'Accept-Language': 'nb' },
		});
		const columns = new Map((body as Answer).value.map((one) => [one.Name, one]));
		expect(columns.get('type')).toMatchObject({
			DisplayName: 'Type',
			DisplayType: 'listAny',
			CanOrderBy: true,
			CanRestrictBy: true,
			RestrictionType: 'listAny',
			RestrictionListName: 'task',
		});
		expect(columns.get('joinVideomeetUrl')).toMatchObject({
			CanRestrictBy: false,
			CanOrderBy: true,
		});
		expect(columns.get('getAllRows')).toMatchObject({ CanOrderBy: false, IsVisible: false });
		expect(columns.get('appointmentUdef/SuperOffice:7')).toMatchObject({
			DisplayName: 'Møteform',
			RestrictionListName: 'udlist7',
		});
	});

	describe('of 100,000 appointments', () => {
		beforeEach(() => simulator().data.fillAppointments(100_000));

		const $select = 'appointmentId,appointment/title,date,contact/name,associateId';
		const page = async (after: number) =>
			await rows({
				$select,
				$filter: `appointmentId gt ${after}`,
				$orderBy: 'appointmentId',
				$top: '1000',
			});

		it('is paged by key at the cost of a page', async () => {
			let last = 0;
			let count = 0;
			for (let pages = 0; pages < 20; pages++) {
				const { value } = await page(last);
				last = Number(value[value.length - 1].appointmentId);
				count += value.length;
			}
			expect({ last, count }).toEqual({ last: 20_304, count: 20_000 });
			expect(simulator().rowsScanned).toBe(20_000 + 20);
			simulator().reset();
			expect(simulator().rowsScanned).toBe(0);
		});

		it('is paged by $skip at the cost of all pages before', async () => {
			const skipped = { $select, $orderBy: 'appointmentId', $top: '1000', $skip: '50000' };
			const { value } = await rows(skipped);
			expect(value).toHaveLength(1000);
			expect(simulator().rowsScanned).toBe(51_001);
			simulator().data.rowsScanned = 0;
			await rows({ $select, $orderBy: 'date desc', $top: '10' });
			expect(simulator().rowsScanned).toBe(100_001);
		});

		it('ends, and starts behind what is there', async () => {
			expect(await page(100_305)).toMatchObject({ value: [], 'odata.nextLink': null });
			const { value } = await page(100_300);
			expect(value.map(({ PrimaryKey }) => PrimaryKey)).toEqual([
				'100301',
				'100302',
				'100303',
				'100304',
				'100305',
			]);
			const either = await rows({
				$select,
				$filter: 'appointmentId gt 100304 or appointmentId lt 307',
				$orderBy: 'appointmentId',
			});
			expect(either.value).toHaveLength(3);
		});

		it('is the same each time, and changes row by row', async () => {
			const [first] = (await page(5000)).value;
			expect(first).toMatchObject({ 'appointment/title': 'Review 005001' });
			expect((await page(5000)).value[0]).toEqual(first);
			await ask('Appointment/5002', {
				method: 'PATCH',
				body: JSON.stringify({ Location: 'Here' }),
			});
			expect(await ids("location is 'Here'")).toEqual([5002]);
			await ask('Appointment/5002', { method: 'DELETE' });
			expect((await page(5001)).value[0].PrimaryKey).toBe('5003');
			expect((await ask('Appointment/5002')).status).toBe(404);
			expect((await post('Appointment', {})).body).toMatchObject({ AppointmentId: 100_306 });
		});

		it('costs about nothing to make', () => {
			simulator().reset();
			const started = performance.now();
			simulator().data.fillAppointments(100_000);
			expect(performance.now() - started).toBeLessThan(100);
			expect(simulator().data.appointments.size).toBe(100_001);
		});
	});
});
