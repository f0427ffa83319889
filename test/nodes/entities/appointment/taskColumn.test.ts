import { dropdownOptions, useSimulator } from '../../../support';
import { arrived, getMany, store } from '../../manyAppointments';

describe("the archive's column of the task", () => {
	const simulator = useSimulator();
	beforeEach(() =>
		store(simulator(), {
			1: { Title: 'A', Type: 'inChecklist', Task: { TaskListItemId: 2, Value: 'Meeting' } },
			2: { Title: 'B', Type: 'inDiary', Task: { TaskListItemId: 1, Value: 'Phone call' } },
		}),
	);

	it('comes out as task, and never as type', async () => {
		const items = arrived(await getMany(simulator()));
		expect(items.map(({ task }) => task)).toEqual(['Meeting', 'Phone call']);
		for (const item of items) expect(item).not.toHaveProperty('type');
	});

	it.each([['task'], ['type'], ['Task'], ['TYPE']])('may be asked for as %s', async (column) => {
		expect(arrived(await getMany(simulator(), { columns: [column] }))).toEqual([
			{ task: 'Meeting' },
			{ task: 'Phone call' },
		]);
		expect(simulator().requests[0].query.$select).toMatch(/^type(,|$)/);
	});

	it.each([['task'], ['type']])('is sorted by as %s', async (column) => {
		const sort = { rule: [{ column, direction: 'desc' }] };
		await getMany(simulator(), { sort });
		expect(simulator().requests[0].query.$orderBy).toMatch(/^type desc/);
	});

	it.each([
		['getColumns', 'columns'],
		['getSortColumns', 'sort'],
	])('is called Task in the form (%s)', async (method, path) => {
		const options = await dropdownOptions(simulator(), method, path);
		expect(options).toContainEqual({ name: 'Task (task)', value: 'task' });
		expect(options.map(({ value }) => value)).not.toContain('type');
	});
});
