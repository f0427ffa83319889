import { byId } from '../../../../support';
import { FOUR, MONDAY, MONDAYS, useLife } from '../../../life';

describe('an invitation', () => {
	const { at, asked, out, refusal, saved, sentTo, simulator } = useLife();
	const AGENT = 'Agents/Appointment';
	/** A booking by somebody else, to which the user of the credential is invited. */
	const invitation = async (more: object = MONDAY) =>
		(await saved({ ...more, Participants: [FOUR[1], FOUR[0]] })) + 1;

	it('is accepted, and comes out as it is then', async () => {
		const id = await invitation();
		const [item] = await out('accept', { appointmentId: byId(id) });
		expect(sentTo(`${AGENT}/Accept`)).toEqual({ AppointmentId: id, UpdateMode: 'OnlyThis' });
		expect(item).toMatchObject({ AppointmentId: id, InvitationStatus: 'Accepted' });
		expect(at(id)).toMatchObject({ Type: 'inDiary', InvitationStatus: 'Accepted' });
		expect(asked()).toEqual([`POST ${AGENT}/Accept`, `GET Appointment/${id}`]);
	});

	it('is rejected with a reason, from the list or any other', async () => {
		const id = await invitation();
		const rejectReason = { __rl: true, mode: 'text', value: 'On holiday' };
		const chosen = { output: 'selected', select: '=InvitationStatus,RejectReason' };
		const items = await out('reject', { appointmentId: byId(id), rejectReason, ...chosen });
		expect(sentTo(`${AGENT}/Reject`)).toEqual({
			AppointmentId: id,
			RejectReason: 'On holiday',
			UpdateMode: 'OnlyThis',
		});
		expect(items).toEqual([{ InvitationStatus: 'Declined', RejectReason: 'On holiday' }]);
		expect(at(id - 1)).toMatchObject({ RejectCounter: 1 });
	});

	it('needs no reason to be rejected', async () => {
		const id = await invitation();
		await out('reject', { appointmentId: byId(id) });
		expect(sentTo(`${AGENT}/Reject`).RejectReason).toBe('');
	});

	it.each([
		['accept', 'Accepted'],
		['reject', 'Declined'],
	])('is answered for the following ones of its series, too: %s', async (operation, status) => {
		const id = await invitation(MONDAYS);
		const ids = [id, id + 2, id + 4];
		await out(operation, { appointmentId: byId(ids[1]), updateMode: 'ThisAndForward' });
		expect(ids.map((one) => at(one)?.InvitationStatus)).toEqual(['Invitation', status, status]);
	});

	it.each([
		['accept', 'AcceptWithEmailConfirmation', {}],
		['reject', 'RejectWithEmailConfirmation', { RejectReason: '' }],
	])('is answered by email, too, where that is wanted: %s', async (operation, name, more) => {
		const id = await invitation();
		simulator().answerNext({ status: 204 });
		const [item] = await out(operation, { appointmentId: byId(id), sendConfirmation: true });
		const body = { AppointmentId: id, UpdateMode: 'OnlyThis', ...more };
		expect(sentTo(`${AGENT}/${name}`)).toEqual(body);
		expect(item).toMatchObject({ AppointmentId: id });
	});

	it('is answered even if reading it afterwards fails, and the error says so', async () => {
		const id = await invitation();
		const failure = { status: 500, body: { ErrorMessage: 'Out of order' } };
		// A read that fails is tried again once.
		simulator().answerNext(undefined, failure, failure);
		const { message, description } = await refusal('accept', { appointmentId: byId(id) });
		expect(message).toBe(
			'SuperOffice failed (reading the appointment after it was accepted): Out of order',
		);
		expect(description).toMatch(/was accepted all the same: do not run the item again/);
		expect(description).not.toMatch(/Nothing was saved/);
		expect(at(id)).toMatchObject({ InvitationStatus: 'Accepted' });
	});

	it('has to be one', async () => {
		const { message } = await refusal('accept', { appointmentId: byId(305) });
		expect(message).toMatch(/is no invitation/);
		expect(asked()).toEqual([`POST ${AGENT}/Accept`]);
	});
});
