import { AUTHORIZATION, useService } from '../simulator/engine/service';
import { Contract, hasOpenApi } from './openapi';

const describeWithFiles = hasOpenApi ? describe : describe.skip;

const REST = '/api/v1/Appointment';
const AGENT = '/api/v1/Agents/Appointment';

describeWithFiles("SuperOffice's OpenAPI files agree with the simulator's appointments:", () => {
	const { simulator, ask, post } = useService();

	const rest = () => new Contract('rest/Swagger-v1-Appointment.json');
	const agent = () => new Contract('agent/Swagger-v1-AppointmentAgent.json');
	const archive = () => new Contract('rest/Swagger-v1-Archive.json');
	const request = (body?: unknown) => ({ query: {}, headers: {}, body });

	/** Appointments with everything that rows, carriers and lists show. */
	beforeEach(async () => {
		await post('Appointment', {
			...{ Contact: { ContactId: 1 }, Person: { PersonId: 10 }, Project: { ProjectId: 1 } },
			...{ Sale: { SaleId: 1 }, Priority: { Id: 1 } },
			StartDate: '2026-09-07T08:00:00Z',
			EndDate: '2026-09-07T09:00:00Z',
			Participants: [{ AssociateId: 1 }, { AssociateId: 4 }, { EmailAddress: 'a@example.com' }],
			Links: [{ EntityName: 'sale', Id: 1, Description: 'Ten' }],
			Recurrence: {
				IsRecurrence: true,
				Pattern: 'Daily',
				RecurrenceEndType: 'Counter',
				RecurrenceCounter: 2,
			},
		});
		expect([...simulator().data.appointments.values()]).toHaveLength(5);
	});

	it.each(['', '?fk=true', '/Simple', '/ForeignKey', '/Participants', '/Links'])(
		'GET {id}%s',
		async (part) => {
			for (const id of [305, 306, 307]) {
				const { status, body } = await ask(`Appointment/${id}${part}`);
				expect(status).toBe(200);
				const route = `${REST}/{id}${part.replace(/\?.*/, '')}`;
				expect(rest().responseComplaints('GET', route, body)).toEqual([]);
			}
		},
	);

	it('Simple has all properties of its carrier', async () => {
		const { body } = await ask('Appointment/306/Simple');
		const { properties = {} } = rest().definition('SuperOffice.CRM.Services.Appointment');
		expect(Object.keys(body as object).sort()).toEqual(Object.keys(properties).sort());
	});

	it('PUT, of what was read, and PATCH, which the files lack', async () => {
		const whole = (await ask('Appointment/306')).body as Record<string, unknown>;
		delete whole._Links;
		const route = `${REST}/{id}`;
		expect(rest().requestComplaints('PUT', route, request(whole))).toEqual([]);
		const send = async (method: string, body: unknown) =>
			(await ask('Appointment/306', { method, body: JSON.stringify(body) })).body;
		expect(rest().responseComplaints('PUT', route, await send('PUT', whole))).toEqual([]);
		const patched = await send('PATCH', { Title: 'New', Participants: { AssociateId: 3 } });
		expect(rest().responseComplaints('PUT', route, patched)).toEqual([]);
	});

	const AppointmentEntity = {
		StartDate: '2026-09-07T08:00:00Z',
		EndDate: '2026-09-07T09:00:00Z',
		Recurrence: {
			IsRecurrence: true,
			Pattern: 'Weekly',
			RecurrenceEndType: 'Counter',
			RecurrenceCounter: 3,
		},
	};
	const NewStartTime = '2026-09-09T08:00:00Z';
	const StartTime = '2026-09-07T06:00:00Z';
	const times = { StartTime, EndTime: '2026-09-07T07:00:00Z' };
	const move = { AppointmentId: 306, NewStartTime, UpdateMode: 'OnlyThis' };
	const mode = { AppointmentId: 307, UpdateMode: 'ThisAndForward' };
	const reject = { ...mode, RejectReason: 'Away' };
	const Participant = { AssociateId: 4 };

	it.each<[string, object]>([
		['CalculateDays', { AppointmentEntity }],
		['ValidateDays', { AppointmentEntity, Dates: ['2026-09-07T00:00:00', NewStartTime] }],
		['CreateDefaultRecurrence', {}],
		['CreateDefaultRecurrenceByDate', { StartDate: NewStartTime }],
		['GetAppointmentRecords', { MotherId: 306, RecurrenceRuleId: 1 }],
		['Save', { AppointmentEntity, UpdateMode: 'OnlyThis', SendEmailToParticipants: true }],
		['SaveAppointmentEntity', AppointmentEntity],
		['Move', move],
		['MoveExtended', { AppointmentMoveData: { ...move, IsAlldayEvent: true, IsFree: false } }],
		['AssignTo', { AppointmentId: 305, Participant, UpdateMode: 'OnlyThis' }],
		['ToggleAppointmentStatus', { AppointmentId: 305 }],
		['GetNextAvailableTime', { Associates: [1, 4], ...times, Count: 2, IsAllDay: false }],
		['CreateVideoMeetingReservation', {}],
		['GetVideoMeetingConnectedState', {}],
		['GetAppointmentEntity?appointmentEntityId=306', {}],
		['GetAppointment?appointmentId=306', {}],
		['UpdateAppointment', { Id: 305, ...times, Status: 1, Type: 1, AssociateId: 4 }],
	])('agent call %s', async (call, body) => {
		const route = `${AGENT}/${call.replace(/\?.*/, '')}`;
		expect(agent().requestComplaints('POST', route, request(body))).toEqual([]);
		const answer = await post(`Agents/Appointment/${call}`, body);
		expect(answer.status).toBe(200);
		expect(answer.body).not.toBeNull();
		expect(answer.body).not.toEqual([]);
		expect(agent().responseComplaints('POST', route, answer.body)).toEqual([]);
	});

	it.each<[string, object]>([
		['Accept', mode],
		['Reject', reject],
		['SetSeen', mode],
		['Delete', { ...mode, SendEmailToParticipants: false }],
		['DeleteAppointmentEntity?appointmentEntityId=306', {}],
		[
			'SetActivityStatus',
			{ ActivityIdentifier: ['appointment_id=305'], ActivityStatus: 'Completed' },
		],
		['DeleteVideoMeetingReservation', { VideoMeetingId: 'meeting-1' }],
	])('agent call %s, which answers nothing', async (call, body) => {
		const route = `${AGENT}/${call.replace(/\?.*/, '')}`;
		expect(agent().requestComplaints('POST', route, request(body))).toEqual([]);
		expect(agent().statuses('POST', route)).toEqual(['204']);
		const answer = await post(`Agents/Appointment/${call}`, body);
		expect(answer).toEqual({ status: 204, body: undefined });
	});

	it('agent call AcceptRejected', async () => {
		await post('Agents/Appointment/Reject', reject);
		const route = `${AGENT}/AcceptRejected`;
		expect(agent().requestComplaints('POST', route, request(mode))).toEqual([]);
		const { body } = await post('Agents/Appointment/AcceptRejected', mode);
		expect(agent().responseComplaints('POST', route, body)).toEqual([]);
		expect(body).toMatchObject({ AppointmentId: 306 });
	});

	it('DELETE answers nothing, and conditions are answered with documented statuses', async () => {
		const statuses = (method: string) => rest().statuses(method, `${REST}/{id}`);
		expect(statuses('GET')).toEqual(['200', '304', '404']);
		expect(statuses('PUT')).toEqual(['200', '400', '412']);
		expect(statuses('DELETE')).toEqual(['204', '412']);
		expect((await ask('Appointment/306', { method: 'DELETE' })).status).toBe(204);
	});

	it("the archive's columns, pages and forms", async () => {
		const route = '/api/v1/Archive/{archiveProviderName}';
		const { body } = await ask('Archive/FindAppointment/$metadata');
		expect(archive().responseComplaints('GET', `${route}/$metadata`, body)).toEqual([]);
		const full = await ask('Appointment?$mode=Full');
		expect(rest().responseComplaints('GET', REST, full.body)).toEqual([]);
		const form = await fetch(`${simulator().baseUrl}/api/v1/Archive/FindAppointment`, {
			method: 'POST',
			headers: { Authorization: AUTHORIZATION },
			body: new URLSearchParams({ $filter: 'appointmentId gt 305' }),
		});
		const rows = (await form.json()) as { value: unknown[] };
		expect(rows.value).toHaveLength(4);
		expect(archive().responseComplaints('POST', route, rows)).toEqual([]);
	});
});
