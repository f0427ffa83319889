import { byId, NEXT, runNode, useSimulator } from '../../../../support';

describe('an appointment that is completed or opened again', () => {
	const simulator = useSimulator();
	const status = (id: number) => simulator().data.appointments.get(id)?.Completed;

	async function set(id: number, parameters: object) {
		simulator().requests.splice(0);
		const operation = { operation: 'setCompleted', appointmentId: byId(id) };
		const result = await runNode(simulator(), { ...operation, ...parameters });
		expect(result.error?.message).toBeUndefined();
		expect(simulator().requests).toHaveLength(1);
		const [{ method, path, body }] = simulator().requests;
		expect(`${method} ${path}`).toBe(`PATCH /api/v1/Appointment/${id}`);
		return { item: result.itemsOf(NEXT)[0], sent: JSON.parse(body) as object };
	}

	it('is completed, and open again', async () => {
		const { sent, item } = await set(305, {});
		expect(sent).toEqual({ Completed: 'Completed' });
		expect(item.json).toMatchObject({ AppointmentId: 305, Completed: 'Completed' });
		expect(status(305)).toBe('Completed');
		const again = await set(305, { completed: false });
		expect(again.sent).toEqual({ Completed: 'NotStarted' });
		expect(status(305)).toBe('NotStarted');
	});

	it('stays completed when it is completed twice', async () => {
		await set(305, { completed: true });
		await set(305, { completed: true });
		expect(status(305)).toBe('Completed');
	});

	it('comes out as selected', async () => {
		const { item } = await set(305, { output: 'selected', select: '=Completed' });
		expect(item.json).toEqual({ Completed: 'Completed' });
	});

	it('is editable only when it is open', async () => {
		await set(305, {});
		const update = { operation: 'update', appointmentId: byId(305), title: 'After' };
		const refused = await runNode(simulator(), update);
		expect(refused.error?.message).toMatch(/is completed/);
		await set(305, { completed: false });
		const result = await runNode(simulator(), update);
		expect(result.itemsOf(NEXT)[0].json.Title).toBe('After');
	});
});
