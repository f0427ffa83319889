import { byId, byName, NEXT, runNode, useSimulator, type Run } from '../../support';

describe('an appointment that is deleted', () => {
	const simulator = useSimulator();
	const isThere = (id: number) => simulator().data.appointments.has(id);

	/** Creates a series of three, and forgets how. */
	async function create(): Promise<number[]> {
		const jsonBody = JSON.stringify({
			Title: 'A series to delete',
			StartDate: '2026-07-01T08:00:00Z',
			EndDate: '2026-07-01T09:00:00Z',
			Recurrence: {
				IsRecurrence: true,
				Pattern: 'Daily',
				DayPattern: { Pattern: 'EveryCyclicDay', Cycle: 1 },
				StartDate: '2026-07-01T00:00:00',
				RecurrenceEndType: 'Counter',
				RecurrenceCounter: 3,
			},
		});
		const result = await runNode(simulator(), { specifyBody: 'json', jsonBody });
		const id = Number(result.itemsOf(NEXT)[0].json.AppointmentId);
		simulator().requests.splice(0);
		return [id, id + 1, id + 2];
	}

	const run = async (appointmentId: object, parameters: object = {}, more: Run = {}) =>
		await runNode(simulator(), { operation: 'delete', appointmentId, ...parameters }, more);
	const asked = () => simulator().requests.map(({ method, path }) => `${method} ${path.slice(8)}`);

	it('is gone, and the item says so', async () => {
		const ids = await create();
		const items = [{ id: ids[0] }, { id: ids[2] }];
		const result = await run(byId('={{ $json.id }}'), {}, { items });
		expect(result.error?.message).toBeUndefined();
		// REST calls know nothing of series: the agent leaves the others alone for certain.
		expect(asked().sort()).toEqual([
			`GET Appointment/${ids[0]}`,
			`GET Appointment/${ids[2]}`,
			'POST Agents/Appointment/Delete',
			'POST Agents/Appointment/Delete',
		]);
		expect(result.itemsOf(NEXT)).toEqual([
			{ json: { AppointmentId: ids[0], deleted: true }, pairedItem: { item: 0 } },
			{ json: { AppointmentId: ids[2], deleted: true }, pairedItem: { item: 1 } },
		]);
		expect(ids.map(isThere)).toEqual([false, true, false]);
	});

	it('is deleted by REST where it stands alone', async () => {
		const result = await run(byId(305));
		expect(asked()).toEqual(['GET Appointment/305', 'DELETE Appointment/305']);
		expect(result.itemsOf(NEXT)[0].json).toEqual({ AppointmentId: 305, deleted: true });
		expect(isThere(305)).toBe(false);
	});

	it('stays where only its series is stopped, and the item says so', async () => {
		const ids = await create();
		const result = await run(byId(ids[1]), { updateMode: 'StopRecurrence' });
		const json = { AppointmentId: ids[1], deleted: false, seriesStopped: true };
		expect(result.itemsOf(NEXT)[0].json).toEqual(json);
		expect(ids.map(isThere)).toEqual([true, true, false]);
	});

	it('is not asked of an agent, who says nothing of what is not there', async () => {
		const result = await run(byId(99_999), { updateMode: 'ThisAndForward' });
		expect(result.error?.message).toMatch(/Appointment id 99999 not found/);
		expect(asked()).toEqual(['GET Appointment/99999']);
	});

	it('is found by its title', async () => {
		const [id] = await create();
		await run(byId(id + 1));
		await run(byId(id + 2));
		const result = await run(byName('A series to delete'));
		expect(result.error?.message).toBeUndefined();
		expect(isThere(id)).toBe(false);
	});

	it('takes the following ones of its series along when told to', async () => {
		const ids = await create();
		const result = await run(byId(ids[1]), { updateMode: 'ThisAndForward' });
		expect(result.itemsOf(NEXT)[0].json).toEqual({ AppointmentId: ids[1], deleted: true });
		expect(JSON.parse(simulator().requests[1].body)).toEqual({
			AppointmentId: ids[1],
			UpdateMode: 'ThisAndForward',
			SendEmailToParticipants: false,
		});
		expect(ids.map(isThere)).toEqual([true, false, false]);
	});

	it('is taken from the agent, too, where participants are told', async () => {
		const participant = [
			{ associateId: byId(1) },
			{ associateId: byId(2), additionalFields: { sendEmail: true } },
		];
		const created = await runNode(simulator(), { participants: { participant } });
		const id = Number(created.itemsOf(NEXT)[0].json.AppointmentId);
		await run(byId(id), { sendEmailToParticipants: true });
		expect(simulator().data.mails).toHaveLength(1);
		expect(isThere(id)).toBe(false);
	});

	it.each([[{}], [{ updateMode: 'ThisAndForward' }]])(
		'stays when somebody changed it since (%j)',
		async (mode) => {
			const ids = await create();
			const since = { onlyIfUnmodifiedSince: '2020-01-01T12:00:00' };
			const result = await run(byId(ids[0]), { ...since, ...mode });
			expect(result.error?.message).toMatch(/[Tt]he record was changed in the meantime/);
			expect(ids.map(isThere)).toEqual([true, true, true]);
			simulator().requests.splice(0);
			await run(byId(ids[0]), { onlyIfUnmodifiedSince: '2099-01-01T12:00:00', ...mode });
			expect(isThere(ids[0])).toBe(false);
		},
	);

	it('says that it is not there', async () => {
		const result = await run(byId(999_999_999));
		expect(result.error?.message).toMatch(/^SuperOffice did not find it/);
		expect(result.itemsOf(NEXT)).toEqual([]);
	});

	it('has to be named', async () => {
		expect((await run(byId(-5))).error?.message).toMatch(/-5 is no ID/);
		const result = await run(byId(''));
		expect(result.error?.message).toBe('Appointment (appointmentId): no appointment is chosen');
		expect(asked()).toEqual([]);
	});
});
