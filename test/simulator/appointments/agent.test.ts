import { useService } from '../engine/service';

describe("the simulator's appointment agent", () => {
	const { simulator, post } = useService();

	const call = async (name: string, body: object = {}) =>
		await post(`Agents/Appointment/${name}`, body, { 'SO-TimeZone': 'UTC,includeTZOffset' });
	const sample = () => simulator().data.appointments.get(305);

	it.each([
		['GetAppointmentEntity?appointmentEntityId=9', {}],
		['GetAppointment?appointmentId=9', {}],
		['Move', { AppointmentId: 9, NewStartTime: '2026-07-01T08:00:00Z' }],
		['AcceptRejected', { AppointmentId: 9 }],
		['ToggleAppointmentStatus', { AppointmentId: 9 }],
		['UpdateAppointment', { Id: 9 }],
	])('answers null where there is none: %s', async (name, body) => {
		expect(await call(name, body)).toEqual({ status: 200, body: null });
	});

	it('reads, saves and deletes', async () => {
		const read = await call('GetAppointmentEntity?appointmentEntityId=305&$select=Title');
		expect(read.body).toMatchObject({ Title: 'Appointment of the sample', AppointmentId: null });
		const simple = await call('GetAppointment?appointmentId=305');
		expect(simple.body).toMatchObject({ AppointmentId: 305, AssociateName: 'U1' });
		const saved = await call('SaveAppointmentEntity', { Title: 'Saved' });
		expect(saved.body).toMatchObject({ AppointmentId: 306, Title: 'Saved' });
		const again = await call('Save', { AppointmentEntity: { AppointmentId: 306, Title: 'Again' } });
		expect(again.body).toMatchObject({ AppointmentId: 306, Title: 'Again' });
		const gone = await call('DeleteAppointmentEntity?appointmentEntityId=306');
		expect(gone.status).toBe(204);
		expect(simulator().data.appointments.size).toBe(1);
		expect((await call('Save')).status).toBe(400);
	});

	it('sets and toggles states', async () => {
		const ActivityIdentifier = ['appointment_id=305', 'sale_id=1', 'appointment_id=9'];
		const set = { ActivityIdentifier, ActivityStatus: 'Completed' };
		expect((await call('SetActivityStatus', set)).status).toBe(204);
		expect(sample()?.Completed).toBe('Completed');
		expect((await call('ToggleAppointmentStatus', { AppointmentId: 305 })).body).toBe('Started');
		expect((await call('ToggleAppointmentStatus', { AppointmentId: 305 })).body).toBe('Completed');
		expect((await call('SetActivityStatus', { ActivityStatus: 'Done' })).status).toBe(400);
	});

	it('refuses to move what is completed', async () => {
		await call('ToggleAppointmentStatus', { AppointmentId: 305 });
		const before = sample();
		const move = { AppointmentId: 305, NewStartTime: '2026-07-01T08:00:00Z' };
		expect((await call('Move', move)).status).toBe(400);
		expect(sample()).toEqual(before);
	});

	it('updates a row by numbers', async () => {
		const times = { StartTime: '2026-07-01T08:00:00Z', EndTime: '2026-07-01T09:00:00Z' };
		const row = { Id: 305, ...times, Status: 2, Type: 2, AssociateId: 4 };
		expect((await call('UpdateAppointment', row)).body).toMatchObject({
			StartDate: '2026-07-01T08:00:00Z',
			Completed: 'Started',
			Type: 'inChecklist',
			AssociateId: 4,
		});
		expect((await call('UpdateAppointment', { ...row, Status: 99 })).status).toBe(400);
	});

	it('reserves video meetings', async () => {
		const { body } = await call('CreateVideoMeetingReservation');
		const { VideoMeetingId } = body as { VideoMeetingId: string };
		expect(body).toHaveProperty('VideoMeetingUrl', `https://meet.example.com/${VideoMeetingId}`);
		expect([...simulator().data.videoMeetings]).toEqual([VideoMeetingId]);
		expect((await call('DeleteVideoMeetingReservation', { VideoMeetingId })).status).toBe(204);
		expect(simulator().data.videoMeetings.size).toBe(0);
		const state = await call('GetVideoMeetingConnectedState');
		expect(state.body).toMatchObject({ IsConnected: true });
	});

	describe('finds free time', () => {
		const busy = async (from: string, to: string, owner: number) =>
			await post('Appointment', {
				StartDate: from,
				EndDate: to,
				Associate: { AssociateId: owner },
				Participants: [{ AssociateId: owner }],
			});
		const next = async (more: object) => {
			const StartTime = '2026-09-11T11:00:00Z';
			const search = { Associates: [1, 4], StartTime, EndTime: '2026-09-11T12:00:00Z', ...more };
			const { body } = await call('GetNextAvailableTime', search);
			return (body as Array<Record<string, string>>).map((one) => [
				one.AvailableTimeStart,
				one.AvailableTimeEnd,
				one.RecommendedTimeEnd,
			]);
		};

		beforeEach(async () => {
			await busy('2026-09-11T11:30:00Z', '2026-09-11T12:30:00Z', 1);
			await busy('2026-09-11T12:15:00Z', '2026-09-11T12:45:00Z', 4);
			await busy('2026-09-14T08:00:00Z', '2026-09-14T13:30:00Z', 4);
			await busy('2026-09-11T12:00:00Z', '2026-09-11T14:00:00Z', 3);
		});

		it('in working hours of weekdays', async () => {
			expect(await next({ Count: 3 })).toEqual([
				['2026-09-11T12:45:00Z', '2026-09-11T14:00:00Z', '2026-09-11T13:45:00Z'],
				['2026-09-14T06:00:00Z', '2026-09-14T08:00:00Z', '2026-09-14T07:00:00Z'],
				['2026-09-15T06:00:00Z', '2026-09-15T14:00:00Z', '2026-09-15T07:00:00Z'],
			]);
			expect(await next({})).toHaveLength(1);
		});

		it('for a whole day', async () => {
			const [first] = await next({ IsAllDay: true });
			expect(first.slice(0, 2)).toEqual(['2026-09-15T06:00:00Z', '2026-09-15T14:00:00Z']);
		});
	});
});
