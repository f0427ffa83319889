import { byId, byName } from '../../../../support';
import { FOUR, MONDAY, MONDAYS, useLife } from '../../../life';

describe('an appointment that is moved', () => {
	const { at, asked, out, refusal, saved, sentTo, simulator } = useLife();
	const MOVE = 'Agents/Appointment/Move';
	const to = (newStartTime: string, id: number) => ({ appointmentId: byId(id), newStartTime });

	it('keeps its length, and comes out as it is then', async () => {
		const id = await saved({ Title: 'Talk', ...MONDAY });
		const [item] = await out('move', to('2026-09-08T10:00:00', id));
		expect(sentTo(MOVE)).toEqual({
			AppointmentId: id,
			NewStartTime: '2026-09-08T08:00:00Z',
			UpdateMode: 'OnlyThis',
		});
		expect(item).toMatchObject({
			AppointmentId: id,
			StartDate: '2026-09-08T08:00:00Z',
			EndDate: '2026-09-08T09:00:00Z',
		});
		expect(at(id)).toMatchObject({ Title: 'Talk' });
		expect(asked()).toEqual([`GET Appointment/${id}`, `POST ${MOVE}`]);
		expect(simulator().requests[0].query).toEqual({ $select: 'IsAlldayEvent,AppointmentId' });
	});

	it('covers whole days of the zone where it takes all day', async () => {
		const allDay = { StartDate: '2026-09-06T22:00:00Z', EndDate: '2026-09-07T21:59:59Z' };
		const id = await saved({ ...allDay, IsAlldayEvent: true });
		await out('move', to('2026-09-10T14:35', id));
		expect(sentTo(MOVE).NewStartTime).toBe('2026-09-09T22:00:00Z');
		expect(await out('get', { appointmentId: byId(id) })).toMatchObject([
			{
				StartDate: '2026-09-09T22:00:00Z',
				EndDate: '2026-09-10T21:59:59Z',
				IsAlldayEvent: true,
			},
		]);
	});

	it('leaves its series alone, or takes the following ones along', async () => {
		const id = await saved(MONDAYS);
		await out('move', to('2026-09-07T12:00:00', id));
		const starts = () => [id, id + 1, id + 2].map((one) => String(at(one)?.StartDate));
		expect(new Set(starts().map((start) => start.slice(11))).size).toBe(2);
		await out('move', { ...to('2026-09-14T12:00:00', id + 1), updateMode: 'ThisAndForward' });
		expect(sentTo(MOVE).UpdateMode).toBe('ThisAndForward');
		expect(new Set(starts().map((start) => start.slice(11))).size).toBe(1);
	});

	it('tells its participants by email where that is wanted', async () => {
		const id = await saved({ ...MONDAY, Participants: FOUR });
		simulator().answerNext(undefined, { body: { AppointmentId: id, Title: 'Moved' } });
		const parameters = { ...to('2026-09-08T10:00:00', id), sendEmailToParticipants: true };
		const items = await out('move', parameters);
		expect(sentTo(`${MOVE}WithEmail`)).toEqual({
			AppointmentId: id,
			NewStartTime: '2026-09-08T08:00:00Z',
			UpdateMode: 'OnlyThis',
			SendEmailToParticipants: true,
		});
		expect(items).toEqual([{ AppointmentId: id, Title: 'Moved' }]);
	});

	it('puts out what is chosen', async () => {
		const id = await saved({ Title: 'Talk', ...MONDAY });
		const selected = { output: 'selected', select: '=AppointmentId,StartDate' };
		const items = await out('move', { ...to('2026-09-08T10:00:00', id), ...selected });
		expect(items).toEqual([{ AppointmentId: id, StartDate: '2026-09-08T10:00:00+02:00' }]);
		expect(simulator().requests[1].query.$select).toBe('AppointmentId,StartDate');
	});

	it('has to be there, and to have a new start', async () => {
		expect((await refusal('move', to('2026-09-08T10:00:00', 9999))).message).toMatch(
			/Appointment id 9999 not found/,
		);
		const nowhere = await refusal('move', to('', 305));
		expect(nowhere.message).toBe('New Start (newStartTime): is empty');
		expect(asked()).toEqual(['GET Appointment/9999']);
	});

	it('goes to each item its own way', async () => {
		const ids = [await saved(MONDAY), await saved(MONDAY)];
		const items = ids.map((id, hour) => ({ id, start: `2026-09-0${8 + hour}T08:00:00Z` }));
		const parameters = {
			appointmentId: byId('={{ $json.id }}'),
			newStartTime: '={{ $json.start }}',
		};
		const moved = await out('move', parameters, { items });
		expect(moved.map(({ StartDate }) => StartDate)).toEqual(items.map(({ start }) => start));
	});

	describe('to another diary', () => {
		const ASSIGN = 'Agents/Appointment/AssignTo';

		it('is assigned to a user or a resource, by name too', async () => {
			const id = await saved(MONDAY);
			const assignTo = byName('Project Leader');
			const [item] = await out('assign', { appointmentId: byId(id), assignTo });
			expect(sentTo(ASSIGN)).toEqual({
				AppointmentId: id,
				Participant: { AssociateId: 4 },
				UpdateMode: 'OnlyThis',
			});
			expect(item).toMatchObject({ AppointmentId: id, Associate: { AssociateId: 4 } });
			expect(at(id)).toMatchObject({ AssignmentStatus: 'Assigning' });
		});

		it('takes the following ones of its series along where that is wanted', async () => {
			const id = await saved(MONDAYS);
			const parameters = { appointmentId: byId(id + 1), assignTo: byId(4) };
			await out('assign', { ...parameters, updateMode: 'ThisAndForward' });
			const owners = [id, id + 1, id + 2].map((one) => at(one)?.Associate);
			expect(owners).toMatchObject([1, 4, 4].map((AssociateId) => ({ AssociateId })));
		});

		it('needs to be told whose', async () => {
			const { message } = await refusal('assign', { appointmentId: byId(305) });
			expect(message).toBe('Assign To (assignTo): is empty');
			expect(asked()).toEqual([]);
		});
	});
});
