import { useService } from '../engine/service';

describe('those who poll the simulator', () => {
	const { simulator, ask, post } = useService();

	/** Sets its clock to a second of a certain minute. */
	const at = (second: number) =>
		(simulator().data.now = () => Date.parse('2026-09-07T08:00:00.900Z') + second * 1000);

	const rows = async (filter: string, order = 'appointmentId asc') => {
		const $select = 'appointmentId,updatedDate,registeredDate';
		const query = new URLSearchParams({ $select, $filter: filter, $orderBy: order });
		const { status, body } = await ask(`Appointment?${query.toString()}`);
		expect(status).toBe(200);
		return (body as { value: Array<Record<string, unknown>> }).value;
	};

	const numbers = async (filter: string, order?: string) =>
		(await rows(filter, order)).map(({ appointmentId }) => appointmentId);

	const patch = async (id: number, body: object) =>
		await ask(`Appointment/${id}`, { method: 'PATCH', body: JSON.stringify(body) });

	it('find new rows by their number, and by when they were registered', async () => {
		at(0);
		for (let time = 0; time < 3; time++) await post('Appointment', {});
		at(5);
		await post('Appointment', {});
		expect(await numbers('appointmentId gt 305')).toEqual([306, 307, 308, 309]);
		expect(await numbers('appointmentId gt 307')).toEqual([308, 309]);
		const since = (second: number) => `registeredDate afterTime '2026-09-07T08:00:0${second}'`;
		expect(await numbers(since(0))).toEqual([306, 307, 308, 309]);
		expect(await numbers(since(1))).toEqual([309]);
		expect(await numbers(since(5))).toEqual([309]);
		expect(await numbers(since(6))).toEqual([]);
		expect(await numbers(`${since(0)} and appointmentId gt 306`)).toEqual([307, 308, 309]);
	});

	it('find changed rows by when they were updated, to the second; new ones never were', async () => {
		simulator().data.fillAppointments(3);
		at(2);
		await patch(307, { Title: 'A' });
		at(1);
		await patch(308, { Title: 'B' });
		await post('Appointment', {});
		const since = (second: number) => `updatedDate afterTime '2026-09-07T08:00:0${second}'`;
		expect(await numbers(since(1))).toEqual([307, 308]);
		expect(await numbers(since(1), 'updatedDate asc,appointmentId asc')).toEqual([308, 307]);
		expect(await numbers(since(2))).toEqual([307]);
		expect(await rows('appointmentId gt 308')).toMatchObject([
			{ updatedDate: '0001-01-01T00:00:00', registeredDate: '2026-09-07T08:00:01' },
		]);
		at(3);
		await patch(308, { Title: 'C' });
		expect(await numbers(since(3))).toEqual([308]);
	});

	it('find every row of a booking that an answer changes', async () => {
		at(0);
		await post('Appointment', { Participants: [{ AssociateId: 1 }, { AssociateId: 4 }] });
		at(4);
		await post('Agents/Appointment/Reject', { AppointmentId: 307, RejectReason: 'Away' });
		expect(await numbers("updatedDate afterTime '2026-09-07T08:00:04'")).toEqual([306, 307]);
	});

	it('see its clock in its rows, its headers and its defaults', async () => {
		at(7);
		const { baseUrl } = simulator();
		const answer = await fetch(`${baseUrl}/api/v1/Appointment`);
		expect(answer.headers.get('date')).toBe('Mon, 07 Sep 2026 08:00:07 GMT');
		const headers = { 'SO-TimeZone': 'UTC,includeTZOffset' };
		const { body } = await post('Appointment', { Title: 'New' }, headers);
		expect(body).toMatchObject({
			CreatedDate: '2026-09-07T08:00:07Z',
			StartDate: '2026-09-07T09:00:00Z',
		});
		expect(await numbers('date today')).toEqual([306]);
	});
});
