import { byId } from '../../../../support';
import { MONDAY, useLife } from '../../../life';

describe('a video meeting', () => {
	const { at, asked, out, refusal, saved, sentTo, simulator } = useLife();
	const CREATE = 'Agents/Appointment/CreateVideoMeetingReservation';
	const DELETE = 'Agents/Appointment/DeleteVideoMeetingReservation';
	const of = (id: number) => ({ appointmentId: byId(id) });
	const failing = { status: 500, body: { ErrorMessage: 'Out of order' } };
	const refused = { status: 403, body: { ErrorMessage: 'Not allowed' } };
	const reserved = () => simulator().data.videoMeetings.size;

	describe('that is added', () => {
		it('is reserved, and its address put into the appointment', async () => {
			const id = await saved({ Title: 'Talk', ...MONDAY });
			const [item] = await out('addVideoMeeting', of(id));
			expect(asked()).toEqual([
				`GET Appointment/${id}`,
				`POST ${CREATE}`,
				`GET Appointment/${id}`,
				`PATCH Appointment/${id}`,
			]);
			expect(item).toMatchObject({
				AppointmentId: id,
				Title: 'Talk',
				JoinVideomeetUrl: expect.stringMatching(/^https:/) as string,
				CentralserviceVideomeetId: expect.stringMatching(/^meeting-/) as string,
			});
			const { JoinVideomeetUrl, CentralserviceVideomeetId } = item;
			const body = { JoinVideomeetUrl, CentralserviceVideomeetId };
			expect(sentTo(`Appointment/${id}`)).toEqual(body);
			expect(at(id)).toMatchObject({ Title: 'Talk', ...body });
			expect(reserved()).toBe(1);
		});

		it('is taken back when the appointment cannot be changed, and the error says so', async () => {
			const id = await saved(MONDAY);
			simulator().answerNext(undefined, undefined, undefined, refused);
			const { message, description } = await refusal('addVideoMeeting', of(id));
			expect(message).toMatch(/Not allowed/);
			expect(description).toMatch(/The reserved video meeting was cancelled\.$/);
			expect(asked().pop()).toBe(`POST ${DELETE}`);
			expect(reserved()).toBe(0);
			expect(at(id)).toMatchObject({ JoinVideomeetUrl: '' });
		});

		it('is taken back when somebody else has added one in the meantime', async () => {
			const id = await saved(MONDAY);
			const body = { ...at(id), JoinVideomeetUrl: 'https://meet.example.com/other' };
			simulator().answerNext(undefined, undefined, { body });
			const { message, description } = await refusal('addVideoMeeting', of(id));
			expect(message).toMatch(/has a video meeting: https:\/\/meet\.example\.com\/other$/);
			expect(description).toBe(
				'It was added in the meantime. The reserved video meeting was cancelled.',
			);
			expect(asked().pop()).toBe(`POST ${DELETE}`);
			expect(reserved()).toBe(0);
		});

		it('is taken back when the appointment cannot be read again', async () => {
			const id = await saved(MONDAY);
			simulator().answerNext(undefined, undefined, refused);
			const { description } = await refusal('addVideoMeeting', of(id));
			expect(description).toMatch(/The reserved video meeting was cancelled\.$/);
			expect(reserved()).toBe(0);
		});

		it('is named in the error when it cannot be taken back either', async () => {
			const id = await saved(MONDAY);
			simulator().answerNext(undefined, undefined, undefined, refused, failing);
			const { message, description } = await refusal('addVideoMeeting', of(id));
			expect(message).toMatch(/Not allowed/);
			expect(description).toMatch(/video meeting meeting-\d+ could not be cancelled either\.$/);
		});

		it.each([
			['is out of order', failing],
			['never answers', { body: {}, delay: 2000 }],
		])('stays reserved when the call that may have saved it %s', async (_name, answer) => {
			const id = await saved(MONDAY);
			simulator().answerNext(undefined, undefined, undefined, answer);
			const parameters = { ...of(id), options: { timeout: 1000 } };
			const { description } = await refusal('addVideoMeeting', parameters);
			expect(description).toMatch(
				/look at it first\. The video meeting meeting-\S+ stays reserved: https:\S+$/,
			);
			expect(asked().pop()).toBe(`PATCH Appointment/${id}`);
			expect(reserved()).toBe(1);
		});

		it.each([{ VideoMeetingId: 'a' }, { VideoMeetingUrl: 'https://a' }])(
			'has to be reserved with an ID and an address, not with %j',
			async (body) => {
				const id = await saved(MONDAY);
				simulator().answerNext(undefined, { body });
				const { message } = await refusal('addVideoMeeting', of(id));
				expect(message).toMatch(/SuperOffice returned an incomplete video meeting/);
				expect(asked().pop()).toBe(`POST ${CREATE}`);
			},
		);

		it('says nothing of system users where the server failed', async () => {
			const id = await saved(MONDAY);
			simulator().answerNext(undefined, failing);
			const { description } = await refusal('addVideoMeeting', of(id));
			expect(description).not.toMatch(/System users/);
		});

		it('is not for system users, which the error says', async () => {
			const id = await saved(MONDAY);
			simulator().answerNext(undefined, { status: 400, body: { ErrorMessage: 'Not allowed' } });
			const { message, description } = await refusal('addVideoMeeting', of(id));
			expect(message).toMatch(/Not allowed$/);
			expect(description).toMatch(/System users cannot reserve video meetings/);
			expect(asked().pop()).toBe(`POST ${CREATE}`);
		});

		it('is not added twice, nor to an appointment that is not there', async () => {
			const id = await saved(MONDAY);
			await out('addVideoMeeting', of(id));
			const { message } = await refusal('addVideoMeeting', of(id));
			expect(message).toMatch(/^Appointment \(appointmentId\): .* has a video meeting: https:/);
			expect((await refusal('addVideoMeeting', of(9999))).message).toMatch(/did not find it/);
			expect(reserved()).toBe(1);
		});
	});

	describe('that is removed', () => {
		it('is given up, and its address taken out of the appointment', async () => {
			const id = await saved({ Title: 'Talk', ...MONDAY });
			const [{ CentralserviceVideomeetId }] = await out('addVideoMeeting', of(id));
			const chosen = { output: 'selected', select: '=AppointmentId,JoinVideomeetUrl' };
			const items = await out('removeVideoMeeting', { ...of(id), ...chosen });
			expect(items).toEqual([{ AppointmentId: id, JoinVideomeetUrl: '' }]);
			expect(sentTo(DELETE)).toEqual({ VideoMeetingId: CentralserviceVideomeetId });
			expect(at(id)).toMatchObject({ Title: 'Talk', CentralserviceVideomeetId: '' });
			expect(reserved()).toBe(0);
		});

		it('is only taken out where it came by mail', async () => {
			const id = await saved({ ...MONDAY, JoinVideomeetUrl: 'https://meet.example.com/x' });
			await out('removeVideoMeeting', of(id));
			expect(asked()).toEqual([`GET Appointment/${id}`, `PATCH Appointment/${id}`]);
			expect(at(id)).toMatchObject({ JoinVideomeetUrl: '' });
		});

		it('stays when it cannot be given up, and the error tells what is done otherwise', async () => {
			const id = await saved(MONDAY);
			const [{ JoinVideomeetUrl }] = await out('addVideoMeeting', of(id));
			simulator().answerNext(undefined, failing);
			const kept = await refusal('removeVideoMeeting', of(id));
			expect(kept.description).toMatch(/The appointment was not changed/);
			expect(at(id)).toMatchObject({ JoinVideomeetUrl });
			simulator().answerNext(undefined, undefined, failing);
			const half = await refusal('removeVideoMeeting', of(id));
			expect(half.description).toMatch(/was cancelled, but its address may still be/);
		});

		it('has to be there', async () => {
			const { message } = await refusal('removeVideoMeeting', of(await saved(MONDAY)));
			expect(message).toMatch(/the appointment has no video meeting$/);
		});
	});
});
