import { byId, byName } from '../support';
import { FOUR, MONDAY, MONDAYS, useLife } from './life';

describe('the participants of an appointment', () => {
	const { at, asked, out, refusal, saved, sentTo, simulator } = useLife();
	const SAVE = 'Agents/Appointment/Save';
	const of = (id: number, ...participant: object[]) => ({
		appointmentId: byId(id),
		...(participant.length > 0 && { participants: { participant } }),
	});
	const listed = (id: number) =>
		(at(id)?.Participants as Array<Record<string, unknown>>).map(
			({ AssociateId, PersonId, EmailAddress }) => AssociateId || PersonId || EmailAddress,
		);

	it('come out with names, addresses and answers, the organizer first', async () => {
		const address = { EmailAddress: 'guest@example.com', Description: 'A guest' };
		const Participants = [...FOUR.slice(1), address];
		const id = await saved({ ...MONDAY, Associate: { AssociateId: 1 }, Participants });
		const booking = at(id) as { Participants: object[] };
		booking.Participants.splice(1, 0, { AssociateId: 1, InvitationStatus: 'Accepted' });
		const items = await out('getParticipants', of(id));
		expect(items).toMatchObject([
			{ Name: 'Sales Manager', AssociateId: 1, InvitationStatus: 'Accepted', IsOrganizer: true },
			{ Name: 'Project Leader', AssociateId: 4, InvitationStatus: 'Invitation' },
			{ PersonId: 50, ParticipantType: 'externalPerson', IsOrganizer: false },
			{ Name: 'Meeting Room Fjord', AssociateId: 11, ParticipantType: 'resource' },
			{ EmailAddress: 'guest@example.com', Description: 'A guest' },
		]);
		expect(items[2]).toMatchObject({
			AppointmentId: id,
			Name: expect.stringMatching(/\w/) as string,
			EmailAddress: expect.stringMatching(/@/) as string,
			ContactId: expect.any(Number) as number,
		});
	});

	it('come out from an invitation as well, with what was answered since', async () => {
		const id = await saved({ ...MONDAY, Participants: [FOUR[1], FOUR[0]] });
		const rejectReason = { __rl: true, mode: 'text', value: 'On holiday' };
		await out('reject', { appointmentId: byId(id + 1), rejectReason });
		const items = await out('getParticipants', of(id + 1));
		expect(items).toMatchObject([
			{ AppointmentId: id + 1, AssociateId: 4, IsOrganizer: true },
			{ AssociateId: 1, InvitationStatus: 'Declined', RejectReason: 'On holiday' },
		]);
	});

	it('are told by their numbers alone where their names are not listed', async () => {
		const id = await saved({ ...MONDAY, Participants: FOUR.slice(0, 2) });
		simulator().answerNext(undefined, { body: { value: [] } });
		const items = await out('getParticipants', of(id));
		expect(items).toMatchObject([
			{ AssociateId: 1, Name: null, IsOrganizer: true },
			{ AssociateId: 4, Name: null },
		]);
	});

	describe('that are added', () => {
		it('are invited, and those before them keep what they answered', async () => {
			const id = await saved({ Title: 'Talk', ...MONDAY, Participants: FOUR.slice(0, 2) });
			const before = at(id)?.Participants as object[];
			const added = {
				associateId: byName('Support Engineer'),
				additionalFields: { sendEmail: true },
			};
			const [item] = await out('addParticipants', of(id, added, { personId: byId(50) }));
			const sent = sentTo(SAVE);
			expect(sent).toMatchObject({ UpdateMode: 'OnlyThis', SendEmailToParticipants: false });
			const { Participants, Title } = sent.AppointmentEntity as Record<string, unknown>;
			expect(Title).toBe('Talk');
			expect(Participants).toEqual([
				...before,
				{ AssociateId: 3, SendEmail: true },
				{ PersonId: 50 },
			]);
			expect(item).toMatchObject({ AppointmentId: id, Participants: { length: 4 } });
			expect(at(id + 2)).toMatchObject({ Associate: { AssociateId: 3 }, MotherId: id });
			expect(simulator().data.mails).toEqual([]);
		});

		it('get an email where both they and the call are marked so', async () => {
			const id = await saved(MONDAY);
			const [one, other] = [3, 4].map((associate) => ({ associateId: byId(associate) }));
			const marked = { ...one, additionalFields: { sendEmail: true } };
			await out('addParticipants', { ...of(id, marked, other), sendEmailToParticipants: true });
			expect(simulator().data.mails).toEqual([{ appointmentId: id, to: 'u3@example.com' }]);
		});

		it('are never there twice, whatever they are told by', async () => {
			const Participants = [...FOUR, { EmailAddress: 'guest@example.com' }];
			const id = await saved({ ...MONDAY, Participants });
			const [, , person] = await out('getParticipants', of(id));
			const again = [
				{ associateId: byId(4) },
				{ personId: byId(50) },
				{ emailAddress: 'Guest@Example.com' },
				{ emailAddress: String(person.EmailAddress) },
			];
			const [item] = await out('addParticipants', of(id, ...again));
			expect(item).toMatchObject({ AppointmentId: id, Participants: { length: 5 } });
			expect(asked()).not.toContain(`POST ${SAVE}`);
			await out(
				'addParticipants',
				of(id, ...again, { associateId: byId(3) }, { associateId: byId(3) }),
			);
			expect(listed(id)).toEqual([1, 4, 50, 11, 'guest@example.com', 3]);
		});

		it('to an appointment without any follow its owner, who invites', async () => {
			const id = await saved(MONDAY);
			Object.assign(at(id) as object, { Participants: [] });
			await out('addParticipants', of(id, { associateId: byId(4) }));
			expect(listed(id)).toEqual([1, 4]);
		});

		it('to an invitation are added to what it is an invitation to', async () => {
			const id = await saved({ ...MONDAY, Participants: FOUR.slice(0, 2) });
			const [item] = await out('addParticipants', of(id + 1, { associateId: byId(3) }));
			expect(item).toMatchObject({ AppointmentId: id });
			expect(listed(id)).toEqual([1, 4, 3]);
		});

		it('join the following ones of its series where that is wanted', async () => {
			const id = await saved(MONDAYS);
			const parameters = { ...of(id + 1, { associateId: byId(4) }), updateMode: 'ThisAndForward' };
			await out('addParticipants', parameters);
			expect([id, id + 1, id + 2].map(listed)).toEqual([[1], [1, 4], [1, 4]]);
		});

		it('leave everything else of the appointment as it is', async () => {
			const CustomFields = { 'SuperOffice:1': 'Kept', 'SuperOffice:7': '[I:2]' };
			const id = await saved({ ...MONDAY, Title: 'Talk', Location: 'Here', CustomFields });
			const before = { ...at(id) };
			await out('addParticipants', of(id, { associateId: byId(4) }));
			const sent = sentTo(SAVE).AppointmentEntity as Record<string, unknown>;
			expect(JSON.stringify(sent.CustomFields)).not.toMatch(/DisplayText/);
			expect(sent).not.toHaveProperty('FieldProperties');
			for (const name of ['Title', 'Location', 'CustomFields', 'StartDate', 'EndDate', 'Task']) {
				expect([name, at(id)?.[name]]).toEqual([name, before[name]]);
			}
		});

		it.each([
			['nobody', {}, /Participants \(participants\): is empty/],
			['a company alone', of(305, { additionalFields: { contactId: byId(1) } }), /names nobody/],
		])('must not be %s', async (_name, parameters, message) => {
			const given = { appointmentId: byId(305), ...parameters };
			expect((await refusal('addParticipants', given)).message).toMatch(message);
			expect(asked()).toEqual([]);
		});
	});

	describe('that are removed', () => {
		it('lose their invitation, and the others stay', async () => {
			const id = await saved({ ...MONDAY, Participants: FOUR });
			const gone = [{ associateId: byId(4) }, { personId: byId(50) }];
			const chosen = { output: 'selected', select: 'AppointmentId' };
			const items = await out('removeParticipants', { ...of(id, ...gone), ...chosen });
			expect(items).toEqual([{ AppointmentId: id }]);
			expect(listed(id)).toEqual([1, 11]);
			expect(at(id + 1)).toBeUndefined();
			expect(at(id + 3)).toBeDefined();
		});

		it('are found by the address of their person, too', async () => {
			const id = await saved({ ...MONDAY, Participants: FOUR });
			const [, , person] = await out('getParticipants', of(id));
			const { EmailAddress: emailAddress } = person;
			await out('removeParticipants', of(id, { emailAddress }));
			expect(listed(id)).toEqual([1, 4, 11]);
		});

		it('have to be there, and the error lists who is', async () => {
			const Participants = [...FOUR.slice(0, 3), { EmailAddress: 'guest@example.com' }];
			const id = await saved({ ...MONDAY, Participants });
			const { message, description } = await refusal(
				'removeParticipants',
				of(id, { associateId: byId(4) }, { associateId: byId(3) }),
			);
			expect(message).toBe('Participants (participants): associate 3 does not take part');
			expect(description).toMatch(
				/^Its participants are: Sales Manager = associate 1; Project Leader = associate 4; .+ = person 50; guest@example\.com\.$/,
			);
			expect(listed(id)).toHaveLength(4);
		});

		it('cannot be the organizer', async () => {
			const id = await saved({ ...MONDAY, Participants: FOUR });
			const { message } = await refusal('removeParticipants', of(id, { associateId: byId(1) }));
			expect(message).toMatch(/the organizer cannot be removed/);
			expect(listed(id)).toHaveLength(4);
		});
	});
});
