import { useService } from '../engine/service';

describe("the simulator's appointments", () => {
	const { simulator, ask, post } = useService();

	const send = async (method: string, path: string, body?: unknown, headers = {}) =>
		await ask(path, {
			method,
			headers,
			body: body === undefined ? undefined : JSON.stringify(body),
		});
	const patch = async (body: unknown, headers = {}) =>
		await send('PATCH', 'Appointment/305', body, headers);
	const stored = (id = 305) => simulator().data.appointments.get(id);
	const change = (changes: object) =>
		simulator().data.appointments.set(305, { ...stored(), ...changes });

	describe('are read', () => {
		it('with their foreign keys when these are wanted', async () => {
			const { body } = await ask('Appointment/305?fk=true');
			expect(body).toMatchObject({ ExtraFields: { 'n8nTests.sheet.rowid': 'row-17' } });
			const plain = (await ask('Appointment/305')).body as { ExtraFields: object };
			expect(plain.ExtraFields).not.toHaveProperty(['n8nTests.sheet.rowid']);
			const keys = await ask('Appointment/305/ForeignKey');
			expect(keys.body).toEqual({ 'n8nTests.sheet.rowid': 'row-17' });
		});

		it.each(['', '/Simple', '/ForeignKey', '/Participants', '/Links'])(
			'with 404 where there is none (%s)',
			async (part) => {
				expect((await ask(`Appointment/9${part}`)).status).toBe(404);
			},
		);

		it.each([
			['2026-06-30T10:00:00Z', 304],
			['2026-06-30T09:59:59Z', 200],
			['soon', 200],
		])('with 304 when they have not changed since %s', async (since, status) => {
			change({ UpdatedDate: '2026-06-30T10:00:00Z' });
			const date = since === 'soon' ? since : new Date(since).toUTCString();
			const answer = await ask('Appointment/305', { headers: { 'If-Modified-Since': date } });
			expect(answer.status).toBe(status);
			expect(answer.body === undefined).toBe(status === 304);
		});

		it('by their creation when they never changed', async () => {
			change({ CreatedDate: '2026-06-30T10:00:00Z' });
			const headers = { 'If-Modified-Since': new Date('2026-06-30T09:00:00Z').toUTCString() };
			expect((await ask('Appointment/305', { headers })).status).toBe(200);
		});

		it('without what is nested in them', async () => {
			await patch({ Contact: { ContactId: 2 }, Sale: { SaleId: 1 } });
			expect((await ask('Appointment/305/Simple')).body).toMatchObject({
				AppointmentId: 305,
				ContactId: 2,
				ContactName: "L'Oreal & Søn",
				SaleName: 'Service Agreement',
				AssociateName: 'U1',
				Task: 'Meeting',
				TaskType: 'Appointment',
				RecurringStartDate: expect.stringMatching(/T00:00:00$/) as string,
			});
		});

		it('with their participants and links as rows', async () => {
			const Participants = [{ AssociateId: 1 }, { PersonId: 20 }, { AssociateId: 11 }];
			await patch({
				Participants: [...Participants, { EmailAddress: 'a@example.com' }],
				Links: [{ EntityName: 'sale', Id: 2, Description: 'Ten' }],
			});
			const { body } = await ask('Appointment/305/Participants?$orderBy=fullName desc');
			expect(body).toMatchObject({
				value: [
					{ EntityName: 'associate', fullName: 'Sales Manager', status: 'Accepted' },
					{ EntityName: 'externalPerson', PrimaryKey: '20', fullName: 'Purchasing Manager' },
					{ EntityName: 'resource', associateDbId: 11, status: 'Invitation' },
					{ EntityName: 'emailParticipant', fullName: 'a@example.com' },
				],
			});
			const rooms = await ask('Appointment/305/Participants?$entities=resource');
			expect(rooms.body).toMatchObject({ value: [{ PrimaryKey: '11' }] });
			expect((await ask('Appointment/305/Participants?$orderBy=personId')).status).toBe(400);
			const links = await ask('Appointment/305/Links');
			expect(links.body).toMatchObject({ value: [{ EntityName: 'sale', text: 'Ten' }] });
		});
	});

	describe('are patched', () => {
		it('by what is merged into them', async () => {
			await patch({
				Title: 'Before',
				Contact: { ContactId: 1 },
				CustomFields: { x_internal: '4' },
			});
			const { status, body } = await patch({
				title: 'After',
				contact: { contactId: 5 },
				StartDate: '2026-07-01T10:00:00+02:00',
				CustomFields: { 'SuperOffice:2': '7' },
				Participants: { AssociateId: 4 },
				CreatedBy: { AssociateId: 3 },
				AppointmentId: 9,
			});
			expect(status).toBe(200);
			expect(body).toMatchObject({
				AppointmentId: 305,
				Title: 'After',
				Contact: { ContactId: 5, Name: "O'Neil & Sons" },
				StartDate: '2026-07-01T10:00:00',
				ActiveDate: '2026-07-01T10:00:00',
				CustomFields: { 'SuperOffice:2': '[I:7]', x_internal: '[I:4]' },
				CreatedBy: null,
				UpdatedBy: { AssociateId: 1 },
				Participants: [{ AssociateId: 1 }, { AssociateId: 4, InvitationStatus: 'Invitation' }],
			});
			expect(stored()?.UpdatedDate).not.toMatch(/^0001/);
			const replaced = await patch({ Participants: [{ AssociateId: 1 }] });
			expect(replaced.body).toMatchObject({ Participants: [{ AssociateId: 1 }] });
			expect((replaced.body as { Participants: [] }).Participants).toHaveLength(1);
		});

		it('by null, which clears references and dates', async () => {
			await patch({ Contact: { ContactId: 1 }, PublishFrom: '2026-07-01T00:00:00Z' });
			const { body } = await patch({ Contact: null, PublishFrom: null, Associate: null });
			expect(body).toMatchObject({
				Contact: null,
				PublishFrom: '0001-01-01T00:00:00',
				Associate: { AssociateId: 1 },
			});
		});

		it('by operations', async () => {
			const { body } = await patch([
				{ op: 'test', path: '/title', value: 'Appointment of the sample' },
				{ op: 'replace', path: '/Title', value: 'New' },
				{ op: 'add', path: '/Participants/-', value: { AssociateId: 4, SendEmail: true } },
				{ op: 'replace', path: 'customfields/SuperOffice:2', value: '[I:5]' },
				{ op: 'replace', path: 'ExtraFields/x_internal', value: '6' },
				{ op: 'replace', path: '/EndDate', value: '2026-07-01T12:00:00Z' },
				{ op: 'test', path: '/EndDate', value: '2026-07-01T14:00:00' },
				{ op: 'replace', path: '/recurrence/weekPattern/cycle', value: 3 },
				{ op: 'add', path: '/Contact', value: { ContactId: 1 } },
				{ op: 'remove', path: '/Priority' },
			]);
			expect(body).toMatchObject({
				Title: 'New',
				Participants: [{ AssociateId: 1 }, { AssociateId: 4, SendEmail: true }],
				CustomFields: { 'SuperOffice:2': '[I:5]', x_internal: '[I:6]' },
				EndDate: '2026-07-01T14:00:00',
				Recurrence: { WeekPattern: { Cycle: 3, Weekdays: 'Monday' } },
				Contact: { Name: 'Fjord Shipping AS' },
			});
			const next = await patch([
				{ op: 'remove', path: '/Participants/1' },
				{ op: 'replace', path: '/Participants/0/SendEmail', value: true },
				{ op: 'replace', path: 'CustomFields', value: { 'SuperOffice:1': 'Testing' } },
				{ op: 'remove', path: '/Contact' },
			]);
			expect(next.body).toMatchObject({
				Participants: [{ AssociateId: 1, SendEmail: true }],
				CustomFields: { 'SuperOffice:1': 'Testing', 'SuperOffice:2': '[I:5]' },
				Contact: null,
			});
		});

		it.each([
			['another operation', [{ op: 'move', from: '/Title', path: '/Agenda' }], 400],
			['a test that fails', [{ op: 'test', path: '/Title', value: 'Other' }], 409],
			['an unknown property', [{ op: 'add', path: '/Colour', value: 1 }], 400],
			['no path', [{ op: 'replace', value: 1 }], 400],
			['an item that is not there', [{ op: 'remove', path: '/Participants/7' }], 400],
			['a way that is not there', [{ op: 'add', path: '/Title/a/b', value: 1 }], 400],
			['a merged property that is none', { Colour: 1 }, 400],
			['a date that is none', { StartDate: 'soon' }, 400],
			['a company that is not there', { Contact: { ContactId: 999 } }, 404],
			['a participant who is not there', { Participants: { AssociateId: 999 } }, 404],
			['no body', undefined, 400],
		])('but not by %s', async (_name, body, status) => {
			const before = stored();
			expect((await patch(body)).status).toBe(status);
			expect(stored()).toEqual(before);
		});
	});

	it('are replaced as a whole, but for read-only fields', async () => {
		await patch({
			Contact: { ContactId: 1 },
			Agenda: 'Old',
			CustomFields: { 'SuperOffice:2': '7' },
		});
		const custom = stored()?.CustomFields as object;
		change({ CustomFields: { ...custom, x_score: '[I:9]' } });
		const whole = { Title: 'Whole', Agenda: null, StartDate: '2026-07-01T08:00:00Z' };
		const { status, body } = await send('PUT', 'Appointment/305', { ...whole, AppointmentId: 77 });
		expect(status).toBe(200);
		expect(body).toMatchObject({
			AppointmentId: 305,
			Title: 'Whole',
			Agenda: '',
			Contact: null,
			StartDate: '2026-07-01T10:00:00',
			EndDate: '0001-01-01T00:00:00',
			Associate: { AssociateId: 1 },
			CustomFields: { 'SuperOffice:2': '[I:0]', x_score: '[I:9]' },
			UpdatedBy: { AssociateId: 1 },
		});
		const read = (await ask('Appointment/305')).body as object;
		const echoed = await send('PUT', 'Appointment/305', read);
		expect({ ...(echoed.body as object), UpdatedDate: 0 }).toEqual({ ...read, UpdatedDate: 0 });
		expect((await send('PUT', 'Appointment/305')).status).toBe(400);
		expect((await send('PUT', 'Appointment/9', whole)).status).toBe(404);
	});

	it('are deleted', async () => {
		expect(await send('DELETE', 'Appointment/305')).toEqual({ status: 204, body: undefined });
		expect((await ask('Appointment/305')).status).toBe(404);
		expect((await send('DELETE', 'Appointment/305')).status).toBe(404);
		expect((await post('Appointment', {})).body).toMatchObject({ AppointmentId: 306 });
	});

	it.each(['PUT', 'PATCH', 'DELETE'])('stop a %s of what has changed since', async (method) => {
		change({ UpdatedDate: '2026-06-30T10:00:00Z' });
		const since = (date: string) => ({ 'If-Unmodified-Since': new Date(date).toUTCString() });
		const stopped = await send(method, 'Appointment/305', {}, since('2026-06-30T09:59:59Z'));
		expect(stopped).toMatchObject({ status: 412, body: { Error: true } });
		const passed = await send(method, 'Appointment/305', {}, since('2026-06-30T10:00:00Z'));
		expect(passed.status).toBe(method === 'DELETE' ? 204 : 200);
	});

	it('cannot be edited while they are completed', async () => {
		await patch({ Completed: 'Completed' });
		expect((await patch({ Title: 'New' })).status).toBe(400);
		expect((await patch({ Completed: 'NotStarted', Title: 'New' })).status).toBe(400);
		expect((await post('Appointment', { AppointmentId: 305, Title: 'New' })).status).toBe(400);
		expect((await patch({ Completed: 'Started' })).status).toBe(200);
		expect((await patch({ Title: 'New' })).body).toMatchObject({ Title: 'New' });
	});
});
