import { byId, byName } from '../../../../support';
import { FOUR, MONDAY, MONDAYS, useLife } from '../../../life';

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
			const again = [
				{ associateId: byId(4) },
				{ personId: byId(50) },
				{ emailAddress: 'Guest@Example.com' },
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

		it('do not invite the owner of one without any as a person', async () => {
			const id = await saved(MONDAY);
			Object.assign(at(id) as object, { Participants: [] });
			const { PersonId } = at(id)?.Associate as { PersonId: number };
			expect(PersonId).toBeGreaterThan(0);
			await out('addParticipants', of(id, { personId: byId(PersonId) }));
			expect(asked()).not.toContain(`POST ${SAVE}`);
			await out('addParticipants', of(id, { personId: byId(PersonId) }, { associateId: byId(4) }));
			expect(listed(id)).toEqual([1, 4]);
		});

		it('by an address are guests, even where an invited person has the same', async () => {
			const id = await saved({ ...MONDAY, Participants: FOUR });
			const [, , { EmailAddress }] = await out('getParticipants', of(id));
			await out('addParticipants', of(id, { emailAddress: EmailAddress }));
			expect(listed(id)).toEqual([1, 4, 50, 11, EmailAddress]);
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
			[
				'a company alone',
				of(305, { additionalFields: { contactId: byId(1) } }),
				/nobody is chosen/,
			],
			[
				'named by two things',
				of(305, { associateId: byId(4), personId: byId(50) }),
				/^Participants \(participants\): one participant is identified in several ways: AssociateId 4 and PersonId 50$/,
			],
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
			const chosen = { output: 'selected', select: '=AppointmentId' };
			const items = await out('removeParticipants', { ...of(id, ...gone), ...chosen });
			expect(items).toEqual([{ AppointmentId: id }]);
			expect(listed(id)).toEqual([1, 11]);
			expect(at(id + 1)).toBeUndefined();
			expect(at(id + 3)).toBeDefined();
		});

		it('are told apart where a guest has the address of a person', async () => {
			const alone = await saved({ ...MONDAY, Participants: FOUR });
			const [, , { EmailAddress }] = await out('getParticipants', of(alone));
			const Participants = [...FOUR, { EmailAddress }];
			const [id, other] = [
				await saved({ ...MONDAY, Participants }),
				await saved({ ...MONDAY, Participants }),
			];
			await out('removeParticipants', of(id, { personId: byId(50) }));
			expect(listed(id)).toEqual([1, 4, 11, EmailAddress]);
			await out('removeParticipants', of(other, { emailAddress: EmailAddress }));
			expect(listed(other)).toEqual([1, 4, 50, 11]);
			const { message } = await refusal(
				'removeParticipants',
				of(alone, { emailAddress: EmailAddress }),
			);
			expect(message).toMatch(/does not take part$/);
		});

		it('are not guessed where several guests have an address', async () => {
			const twins = ['One', 'Other'].map((Description) => ({
				EmailAddress: 'guest@example.com',
				Description,
			}));
			const id = await saved({ ...MONDAY, Participants: [FOUR[0], ...twins] });
			const gone = { emailAddress: 'guest@example.com' };
			const { message } = await refusal('removeParticipants', of(id, gone));
			expect(message).toMatch(/guest@example\.com takes part 2 times: .+"One"\); .+"Other"\)$/);
			expect(listed(id)).toHaveLength(3);
		});

		it('have to be named by one thing', async () => {
			const id = await saved({ ...MONDAY, Participants: FOUR });
			const gone = { associateId: byId(4), personId: byId(50) };
			const { message } = await refusal('removeParticipants', of(id, gone));
			expect(message).toMatch(
				/one participant is identified in several ways: AssociateId 4 and PersonId 50$/,
			);
			expect(listed(id)).toHaveLength(4);
		});

		it('have to be there, and the error lists who is', async () => {
			const Participants = [...FOUR.slice(0, 3), { EmailAddress: 'guest@example.com' }];
			const id = await saved({ ...MONDAY, Participants });
			const { message, description } = await refusal(
				'removeParticipants',
				of(id, { associateId: byId(4) }, { associateId: byId(3) }),
			);
			expect(message).toBe('Participants (participants): user or resource 3 does not take part');
			expect(description).toMatch(
				/^Its participants are: Sales Manager = user or resource 1; Project Leader = user or resource 4; .+ = contact person 50; guest@example\.com\.$/,
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

	describe.each(['addParticipants', 'removeParticipants'])('that %s changes', (operation) => {
		const who = (id: number) =>
			of(id, { associateId: byId(operation === 'addParticipants' ? 3 : 4) });

		it.each([
			[
				'an answer',
				{ Participants: [{ AssociateId: 1 }, { AssociateId: 4, InvitationStatus: 'Declined' }] },
			],
			['a change', { UpdatedDate: '2030-01-01T00:00:00' }],
		])('are not saved over %s that came in between', async (_what, change) => {
			const id = await saved({ ...MONDAY, Participants: FOUR.slice(0, 2) });
			const body = { ...at(id), ...change };
			simulator().answerNext(undefined, undefined, { body });
			const { message, description } = await refusal(operation, who(id));
			expect(message).toBe(
				'Appointment (appointmentId): the appointment was changed in the meantime, and nothing was saved',
			);
			expect(description).toBe('Run the step again.');
			expect(asked()).not.toContain(`POST ${SAVE}`);
			expect(listed(id)).toEqual([1, 4]);
		});

		it('are read last right before they are saved', async () => {
			const id = await saved({ ...MONDAY, Participants: FOUR.slice(0, 2) });
			await out(operation, who(id));
			expect(asked()).toEqual([
				`GET Appointment/${id}`,
				`GET Appointment/${id}/Participants`,
				`GET Appointment/${id}`,
				`POST ${SAVE}`,
			]);
		});
	});

	describe('that an update or an upsert lists', () => {
		const accepted = async () => {
			const guest = { EmailAddress: 'guest@example.com', Description: 'A guest' };
			const id = await saved({ ...MONDAY, Participants: [...FOUR, guest] });
			await out('accept', { appointmentId: byId(id + 1) });
			simulator().requests.splice(0);
			return id;
		};
		const answers = (id: number) =>
			(at(id)?.Participants as Array<Record<string, unknown>>).map(
				({ AssociateId, EmailAddress, InvitationStatus }) => [
					AssociateId || EmailAddress,
					InvitationStatus,
				],
			);
		const ACCEPTED = [
			[1, 'Accepted'],
			[4, 'Accepted'],
			['guest@example.com', 'Invitation'],
			[3, 'Invitation'],
		];
		const some = [
			{ associateId: byId(1) },
			{ associateId: byId(4), additionalFields: { description: 'New' } },
			{ emailAddress: 'Guest@example.com' },
			{ associateId: byId(3) },
		];

		it.each([
			['update', {}],
			['update', { updateMode: 'ThisAndForward' }],
			['upsert', {}],
		])('keep their answers, and the others go (%s %j)', async (operation, more) => {
			const id = await accepted();
			for (let times = 0; times < 2; times++) {
				await out(operation, { ...of(id, ...some), ...more });
				expect(answers(id).map(([who, answer]) => [String(who).toLowerCase(), answer])).toEqual(
					ACCEPTED.map(([who, answer]) => [String(who), answer]),
				);
			}
			expect(at(id)?.Participants).toMatchObject([
				{ AssociateId: 1 },
				{ AssociateId: 4, Description: 'New' },
				{ EmailAddress: 'Guest@example.com', Description: 'A guest' },
				{ AssociateId: 3 },
			]);
			expect(at(id + 1)).toMatchObject({ InvitationStatus: 'Accepted', MotherId: id });
			expect(at(id + 2)).toBeUndefined();
		});

		it('keep their answers where an item lists them, with a new start as well', async () => {
			const id = await accepted();
			const Participants = [{ associateId: 1 }, { associateId: 4, invitationStatus: 'Seen' }];
			const items = [{ Participants, Title: 'After' }];
			await out('update', { ...of(id), specifyBody: 'autoMap' }, { items });
			expect(asked()).toEqual([`GET Appointment/${id}`, `PATCH Appointment/${id}`]);
			expect(simulator().requests[0].query).toEqual({ $select: 'Participants,AppointmentId' });
			expect(answers(id)).toEqual([
				[1, 'Accepted'],
				[4, 'Seen'],
			]);
			await out('upsert', {
				...of(id, { associateId: byId(4) }),
				startDate: '2026-09-07T08:30:00Z',
			});
			expect(answers(id)).toEqual([[4, 'Seen']]);
		});
	});
});
