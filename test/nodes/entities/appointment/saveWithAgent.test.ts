import { byId } from '../../../support';
import { FOUR, MONDAY, MONDAYS, useLife } from '../../life';

describe('a change by somebody else while a whole appointment is saved', () => {
	const { at, asked, out, refusal, saved, simulator } = useLife();
	const SAVE = 'POST Agents/Appointment/Save';
	const CHANGED =
		'Appointment (appointmentId): the appointment was changed in the meantime, and nothing was saved';
	const WAYS = [
		['This and the Following', { updateMode: 'ThisAndForward' }],
		['Stop the Series Here', { updateMode: 'StopRecurrence' }],
		['mails', { sendEmailToParticipants: true }],
		[
			'mails, and Only If Unmodified Since',
			{ sendEmailToParticipants: true, onlyIfUnmodifiedSince: '2099-01-01T00:00:00Z' },
		],
	] as const;

	it.each(
		WAYS.flatMap(([name, way]) => [
			[name, 'text', { Agenda: 'By another' }, way] as const,
			[name, 'custom field', { CustomFields: { 'SuperOffice:1': 'By another' } }, way] as const,
			[
				name,
				'answer',
				{ Participants: [FOUR[0], { ...FOUR[1], InvitationStatus: 'Declined' }] },
				way,
			] as const,
		]),
	)('is not overwritten by an update with %s, be it a %s', async (_name, _what, change, way) => {
		const id = await saved({ ...MONDAYS, Participants: FOUR.slice(0, 2) });
		simulator().answerNext(undefined, { body: { ...at(id), ...change } });
		const { message, description } = await refusal('update', {
			appointmentId: byId(id),
			title: 'After',
			...way,
		});
		expect(message).toBe(CHANGED);
		expect(description).toBe('Run the step again.');
		expect(asked()).toEqual([`GET Appointment/${id}`, `GET Appointment/${id}`]);
		expect(at(id)).not.toMatchObject({ Title: 'After' });
	});

	it('that came while a name was looked up is seen, as the last thing before the save is reading', async () => {
		const id = await saved({ Title: 'Before', ...MONDAY });
		const parameters = {
			appointmentId: byId(id),
			contact: { __rl: true, mode: 'name', value: 'Nordlys Energi AS' },
			sendEmailToParticipants: true,
		};
		await out('update', parameters);
		expect(asked().slice(-2)).toEqual([`GET Appointment/${id}`, SAVE]);
		expect(at(id)).toMatchObject({ Contact: { ContactId: 3 } });
	});
});
