import { useService } from '../engine/service';

describe("the simulator's bookings", () => {
	const { simulator, ask, post } = useService();

	const at = (id: number) => simulator().data.appointments.get(id);
	const numbers = () =>
		[...simulator().data.appointments.values()].map(({ AppointmentId }) => AppointmentId);
	const call = async (name: string, body: object) =>
		await post(`Agents/Appointment/${name}`, body, { 'SO-TimeZone': 'UTC,includeTZOffset' });
	const book = async (Participants: object[], more: object = {}) =>
		await post('Appointment', {
			StartDate: '2026-09-07T08:00:00Z',
			EndDate: '2026-09-07T09:00:00Z',
			Participants,
			...more,
		});
	const four = [{ AssociateId: 1 }, { AssociateId: 4 }, { PersonId: 20 }, { AssociateId: 11 }];

	it('have a row for each participant', async () => {
		const { body } = await book([...four, { EmailAddress: 'a@example.com' }], { Title: 'Booking' });
		expect(body).toMatchObject({
			AppointmentId: 306,
			MotherId: 306,
			BookingType: 'Owner',
			Type: 'inDiary',
			Participants: [
				{ AssociateId: 1, InvitationStatus: 'Accepted' },
				{ AssociateId: 4, InvitationStatus: 'Invitation' },
				{ PersonId: 20 },
				{ AssociateId: 11 },
				{ EmailAddress: 'a@example.com' },
			],
		});
		expect(numbers()).toEqual([305, 306, 307, 308, 309]);
		expect(at(307)).toMatchObject({
			Title: 'Booking',
			MotherId: 306,
			Associate: { AssociateId: 4 },
			Type: 'BookingForDiary',
			BookingType: 'Participant',
			InvitationStatus: 'Invitation',
			InvitedPerson: null,
		});
		expect(at(308)).toMatchObject({
			InvitedPerson: { PersonId: 20 },
			Associate: { AssociateId: 1 },
		});
		const records = await call('GetAppointmentRecords', { MotherId: 306, RecurrenceRuleId: 0 });
		expect(records.body).toMatchObject([
			{ AppointmentId: 306, IsBooking: true, IsBookingMain: true },
			...[307, 308, 309].map((AppointmentId) => ({ AppointmentId, IsBookingMain: false })),
		]);
		const listed = await ask('Appointment/308/Participants');
		expect((listed.body as { value: unknown[] }).value).toHaveLength(5);
	});

	it('are made for the user when the owner is somebody else', async () => {
		const { body } = await post('Appointment', { Associate: { AssociateId: 4 } });
		expect(body).toMatchObject({
			AppointmentId: 306,
			Associate: { AssociateId: 4 },
			MotherId: 306,
		});
		expect(at(307)).toMatchObject({ Associate: { AssociateId: 1 }, BookingType: 'Participant' });
	});

	it('are owned by the first participant, and leave out the user', async () => {
		await book([{ AssociateId: 4 }, { AssociateId: 3 }]);
		expect(at(306)).toMatchObject({ Associate: { AssociateId: 4 } });
		expect(at(307)).toMatchObject({ Associate: { AssociateId: 3 } });
		expect(numbers()).toHaveLength(3);
		await book([{ AssociateId: 4 }]);
		expect(numbers()).toHaveLength(4);
		expect(at(308)).toMatchObject({ MotherId: 0, BookingType: 'None' });
	});

	it('tell persons who are users', async () => {
		await book([{ AssociateId: 1 }, { PersonId: 4 }]);
		expect(at(307)).toMatchObject({ Associate: { AssociateId: 4 }, InvitedPerson: null });
	});

	it.each([{ AssociateId: 999 }, { PersonId: 999_999 }])('know no %j', async (participant) => {
		expect((await book([{ AssociateId: 1 }, participant])).status).toBe(404);
		expect(numbers()).toEqual([305]);
	});

	it('are accepted, declined and seen', async () => {
		await book(four);
		expect(await call('SetSeen', { AppointmentId: 307 })).toEqual({ status: 204, body: undefined });
		expect(at(307)).toMatchObject({ InvitationStatus: 'Seen', Type: 'BookingForDiary' });
		expect((await call('Accept', { AppointmentId: 307 })).status).toBe(204);
		expect(at(307)).toMatchObject({ InvitationStatus: 'Accepted', Type: 'inDiary' });
		await call('Reject', { AppointmentId: 308, RejectReason: 'Away' });
		expect(at(308)).toMatchObject({ InvitationStatus: 'Declined', RejectReason: 'Away' });
		expect(at(306)).toMatchObject({
			RejectCounter: 1,
			RejectReason: '',
			Participants: [
				{ InvitationStatus: 'Accepted' },
				{ InvitationStatus: 'Accepted' },
				{ InvitationStatus: 'Declined' },
				{ InvitationStatus: 'Invitation' },
			],
		});
		expect((await call('Accept', { AppointmentId: 306 })).status).toBe(400);
		expect((await call('Accept', { AppointmentId: 9999 })).status).toBe(204);
	});

	it('forget those whose refusal was accepted', async () => {
		await book(four);
		expect((await call('AcceptRejected', { AppointmentId: 307 })).status).toBe(400);
		await call('Reject', { AppointmentId: 307, RejectReason: 'Away' });
		const { body } = await call('AcceptRejected', { AppointmentId: 307 });
		expect(body).toMatchObject({ AppointmentId: 306, RejectCounter: 0 });
		expect((body as { Participants: [] }).Participants).toHaveLength(3);
		expect(at(307)).toBeUndefined();
	});

	it('move as a whole, whichever row is named, and keep their answers', async () => {
		await book(four);
		await call('Accept', { AppointmentId: 307 });
		const NewStartTime = '2026-09-08T12:00:00Z';
		const { body } = await call('Move', { AppointmentId: 309, NewStartTime });
		expect(body).toMatchObject({ AppointmentId: 309, StartDate: NewStartTime });
		for (const id of [306, 307, 308, 309]) {
			expect(at(id)).toMatchObject({ StartDate: NewStartTime, EndDate: '2026-09-08T13:00:00Z' });
		}
		expect(at(307)).toMatchObject({ InvitationStatus: 'Accepted', Type: 'inDiary' });
	});

	it('follow their master, gain and lose participants, and go with it', async () => {
		await book(four);
		const patch = async (body: object) =>
			await ask('Appointment/306', { method: 'PATCH', body: JSON.stringify(body) });
		await patch({ Title: 'New', Participants: [...four.slice(0, 2), { AssociateId: 3 }] });
		expect(numbers()).toEqual([305, 306, 307, 310]);
		expect(at(307)).toMatchObject({ Title: 'New', InvitationStatus: 'Invitation' });
		expect(at(310)).toMatchObject({ Title: 'New', Associate: { AssociateId: 3 }, MotherId: 306 });
		await ask('Appointment/306', { method: 'DELETE' });
		expect(numbers()).toEqual([305]);
	});

	it('have the rows that name their master now', async () => {
		await book(four);
		simulator().data.appointments.set(307, { ...at(307), MotherId: 0 });
		await ask('Appointment/306', { method: 'DELETE' });
		expect(numbers()).toEqual([305, 307]);
	});

	it('are series of bookings too, answered row by row or from one on', async () => {
		const daily = { Pattern: 'Daily', DayPattern: { Pattern: 'EveryWeekday' } };
		const end = { RecurrenceEndType: 'Counter', RecurrenceCounter: 3 };
		await book(four.slice(0, 2), { Recurrence: { IsRecurrence: true, ...daily, ...end } });
		expect(numbers()).toEqual([305, 306, 307, 308, 309, 310, 311]);
		const statuses = () => [307, 309, 311].map((id) => at(id)?.InvitationStatus);
		await call('Accept', { AppointmentId: 309, UpdateMode: 'ThisAndForward' });
		expect(statuses()).toEqual(['Invitation', 'Accepted', 'Accepted']);
		await call('Reject', { AppointmentId: 309, RejectReason: 'Away', UpdateMode: 'OnlyThis' });
		expect(statuses()).toEqual(['Invitation', 'Declined', 'Accepted']);
		const AppointmentEntity = { AppointmentId: 306, Completed: 'Completed' };
		await call('Save', { AppointmentEntity, UpdateMode: 'ThisAndForward' });
		const states = [306, 307, 308, 309].map((id) => at(id)?.Completed);
		expect(states).toEqual(['Completed', 'NotStarted', 'Completed', 'NotStarted']);
		await call('Delete', { AppointmentId: 308, UpdateMode: 'ThisAndForward' });
		expect(numbers()).toEqual([305, 306, 307]);
	});

	it('are assigned to others, who may agree', async () => {
		const Participant = { AssociateId: 4 };
		const { body } = await call('AssignTo', { AppointmentId: 305, Participant });
		expect(body).toMatchObject({
			Associate: { AssociateId: 4 },
			AssignedBy: { AssociateId: 1 },
			AssignmentStatus: 'Assigning',
			Type: 'BookingForDiary',
		});
		await call('Reject', { AppointmentId: 305, RejectReason: 'No' });
		expect(at(305)).toMatchObject({ AssignmentStatus: 'Declined', RejectReason: 'No' });
		const back = await call('AcceptRejected', { AppointmentId: 305 });
		expect(back.body).toMatchObject({ Associate: { AssociateId: 1 }, Type: 'inDiary' });
		await call('AssignTo', { AppointmentId: 305, Participant });
		await call('Accept', { AppointmentId: 305 });
		expect(at(305)).toMatchObject({ AssignmentStatus: 'None', Type: 'inDiary' });
		const person = { AppointmentId: 305, Participant: { PersonId: 20 } };
		expect((await call('AssignTo', person)).status).toBe(400);
		expect((await call('AssignTo', { AppointmentId: 305 })).status).toBe(400);
		expect(await call('AssignTo', { AppointmentId: 9999, Participant })).toEqual({
			status: 200,
			body: null,
		});
	});

	it('send mails to those who are marked, when they are told to', async () => {
		const marked = four.map((one) => ({ ...one, SendEmail: true }));
		const guest = { EmailAddress: 'a@example.com', SendEmail: true };
		const AppointmentEntity = { Participants: [...marked.slice(0, 2), guest, { PersonId: 50 }] };
		await call('Save', { AppointmentEntity });
		expect(simulator().mails).toEqual([]);
		await call('Save', { AppointmentEntity, SendEmailToParticipants: true });
		const both = (appointmentId: number) => [
			{ appointmentId, to: 'u4@example.com' },
			{ appointmentId, to: 'a@example.com' },
		];
		expect(simulator().mails).toEqual(both(309));
		const NewStartTime = '2026-09-08T12:00:00Z';
		const move = { AppointmentId: 309, NewStartTime, IsAlldayEvent: true, IsFree: true };
		const AppointmentMoveData = { ...move, SendEmailToParticipants: true };
		const moved = await call('MoveExtended', { AppointmentMoveData });
		expect(moved.body).toMatchObject({
			StartDate: NewStartTime,
			IsAlldayEvent: true,
			IsFree: true,
		});
		await call('Delete', { AppointmentId: 309, SendEmailToParticipants: true });
		expect(simulator().mails).toEqual([...both(309), ...both(309), ...both(309)]);
		simulator().reset();
		expect(simulator().mails).toEqual([]);
	});
});
