import type { Simulator } from '../../../../simulator';
import { byId } from '../../../../support';
import { FOUR, MONDAY, useLife } from '../../../life';

const NBSP = '\u00A0';
const UNSEEN = '\u200B';

describe('the email addresses of participants', () => {
	const { at, asked, out, refusal, saved, simulator } = useLife();
	const by = (emailAddress: unknown, more: object = {}) => ({ emailAddress, ...more });
	const participants = (...participant: object[]) => ({ participants: { participant } });
	const written = ({ requests }: Simulator) => requests.filter(({ method }) => method !== 'GET');
	const listed = (id: unknown) =>
		(at(Number(id))?.Participants as Array<Record<string, unknown>>).map(
			({ AssociateId, PersonId, EmailAddress }) => AssociateId || PersonId || EmailAddress,
		);
	const created = async (...rows: object[]) => {
		const [{ AppointmentId }] = await out('create', participants(...rows));
		return listed(AppointmentId);
	};

	it.each([
		['with blanks and characters that nobody sees', ` ${NBSP}a@example.com${UNSEEN}\uFEFF\n`],
		['in its display form', 'Guest <a@example.com>'],
		[
			'in its display form, the name with a comma in quotes',
			'"Guest, Ann; Dr \\"A\\"" <a@example.com>',
		],
		['in its display form, which is the address again', "'a@example.com' < a@example.com >"],
		['in brackets alone', '<a@example.com>'],
		['with a comma behind it', 'a@example.com, '],
	])('are taken %s', async (_how, emailAddress) => {
		expect(await created(by(emailAddress))).toEqual(['a@example.com']);
	});

	it.each(['o’brien+tag@example.com', 'ærlig@blåbær.no', 'a..b@sub-domain.example.co.uk'])(
		'may be unusual, as %s',
		async (address) => expect(await created(by(address))).toEqual([address]),
	);

	it.each([
		'a@example.com, B@example.com',
		'a@example.com;B@example.com ;',
		'a@example.com\nGuest <B@example.com>',
	])('of one text become a guest each: %j', async (text) => {
		const [{ AppointmentId: id }] = await out(
			'create',
			participants(by(text, { additionalFields: { description: 'Guests' } })),
		);
		expect(at(Number(id))?.Participants).toMatchObject([
			{ EmailAddress: 'a@example.com', Description: 'Guests' },
			{ EmailAddress: 'B@example.com', Description: 'Guests' },
		]);
	});

	it.each([
		'nobody',
		'a@example.com, nobody',
		'@example.com',
		'guest@',
		'guest@example',
		'guest@example..com',
		'guest@-example.com',
		'two words@example.com',
		'a@b@example.com',
		'Guest <nobody>',
		'a@example.com <b@example.com>',
		'Guest, Ann <a@example.com>',
		'a@example.com b@example.com',
		`${'a'.repeat(65)}@example.com`,
	])('that are none are refused by name, such as %s', async (emailAddress) => {
		const { message } = await refusal(
			'create',
			participants({ associateId: byId(1) }, by(emailAddress)),
		);
		expect(message).toMatch(
			/^Email Address \(participants\.participant\[1\]\.emailAddress\): ".+" is not an email address$/,
		);
		expect(written(simulator())).toEqual([]);
	});

	it.each([
		['an associate', { associateId: byId(4) }, 'AssociateId 4'],
		['a person', { personId: byId(50) }, 'PersonId 50'],
		['a number of an address', { additionalFields: { emailId: 7 } }, 'EmailId 7'],
	])('are refused where the row is %s, and they are several', async (_who, row, named) => {
		const { message, description } = await refusal(
			'create',
			participants(by('a@example.com; b@example.com', row)),
		);
		expect(message).toBe(
			`Email Address (participants.participant[0].emailAddress): a@example.com, b@example.com are several, beside ${named}`,
		);
		expect(description).toBe('Give one address, or a row for each.');
	});

	it('that are none are refused in items and by the other operations, too', async () => {
		const id = await saved({ ...MONDAY, Participants: FOUR.slice(0, 2) });
		const item = { Participants: [{ emailAddress: 'nobody' }] };
		const auto = { specifyBody: 'autoMap' };
		const at305 = { appointmentId: byId(id) };
		const refusals = [
			await refusal('create', auto, { items: [item] }),
			await refusal('update', { ...at305, ...auto }, { items: [item] }),
			await refusal('upsert', { ...at305, ...auto }, { items: [item] }),
			await refusal('addParticipants', { ...at305, ...participants(by('nobody')) }),
			await refusal('removeParticipants', { ...at305, ...participants(by('nobody')) }),
		];
		for (const { message } of refusals)
			expect(message).toMatch(/"nobody" is not an email address$/);
		expect(written(simulator())).toEqual([]);
	});

	it('name a guest once, in whichever spelling, and so do numbers of others', async () => {
		expect(
			await created(
				{ associateId: byId(4) },
				by('Guest@example.com'),
				{ personId: byId(50) },
				{ associateId: byId('4') },
				by(' guest@EXAMPLE.com, other@example.com'),
				{ personId: byId(50), additionalFields: { sendEmail: true } },
			),
		).toEqual([4, 'Guest@example.com', 50, 'other@example.com']);
		const Participants =
			'[{"associateId":1},{"AssociateId":1},{"emailAddress":"a@example.com;A@example.com"}]';
		const [{ AppointmentId }] = await out(
			'create',
			{ specifyBody: 'autoMap' },
			{ items: [{ Participants }] },
		);
		expect(listed(AppointmentId)).toEqual([1, 'a@example.com']);
	});

	describe('of a guest who has accepted', () => {
		const GUEST = { EmailAddress: 'guest@example.com', InvitationStatus: 'Accepted' };
		const meeting = async () =>
			await saved({ ...MONDAY, Participants: [...FOUR.slice(0, 2), GUEST] });
		const CELLS = ['guest@example.com ', `${NBSP}GUEST@Example.com`, 'Guest <guest@example.com>'];

		it.each(CELLS)('keep the answer in an update and an upsert that say %j', async (cell) => {
			const id = await meeting();
			for (const operation of ['update', 'upsert']) {
				for (const updateMode of operation === 'update'
					? ['OnlyThis', 'ThisAndForward']
					: [undefined]) {
					const rows = participants({ associateId: byId(1) }, by('={{ $json.mail }}'));
					const parameters = { appointmentId: byId(id), ...rows, updateMode };
					await out(operation, parameters, { items: [{ mail: cell }] });
					const [, guest] = at(id)?.Participants as object[];
					expect(guest).toMatchObject({ InvitationStatus: 'Accepted' });
				}
			}
		});

		it.each(CELLS)('invite nobody anew when %j is added', async (cell) => {
			const id = await meeting();
			await out('addParticipants', { appointmentId: byId(id), ...participants(by(cell)) });
			expect(asked()).not.toContain('POST Agents/Appointment/Save');
			expect(listed(id)).toEqual([1, 4, 'guest@example.com']);
		});

		it('are found in the list of those who go', async () => {
			const id = await meeting();
			const cell = 'Guest <GUEST@example.com>';
			await out('removeParticipants', { appointmentId: byId(id), ...participants(by(cell)) });
			expect(listed(id)).toEqual([1, 4]);
		});

		it('are the same where SuperOffice has them with blanks', async () => {
			const EmailAddress = ' Guest@example.com ';
			const id = await saved({ ...MONDAY, Participants: [FOUR[0], { ...GUEST, EmailAddress }] });
			await out('addParticipants', {
				appointmentId: byId(id),
				...participants(by('guest@example.com')),
			});
			expect(listed(id)).toHaveLength(2);
		});
	});

	it('are added together from one text', async () => {
		const id = await saved({ ...MONDAY, Participants: FOUR.slice(0, 2) });
		const rows = participants(by('a@example.com, b@example.com'));
		await out('addParticipants', { appointmentId: byId(id), ...rows });
		expect(listed(id)).toEqual([1, 4, 'a@example.com', 'b@example.com']);
		await out('removeParticipants', { appointmentId: byId(id), ...rows });
		expect(listed(id)).toEqual([1, 4]);
	});
});
