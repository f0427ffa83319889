import { seedData } from './data';

describe("the simulator's data", () => {
	it('is of a realistic size', () => {
		const { associates, contacts, persons, projects, sales, tickets, documents } = seedData();
		expect(associates.size).toBe(500);
		expect(contacts.size).toBe(20_000);
		expect(persons.size).toBe(40_000);
		expect(projects.size).toBe(300);
		expect(sales.size).toBe(400);
		expect(tickets.size).toBe(60);
		expect(documents.size).toBe(40);
		const users = [...associates.seeds.values()];
		expect(users.filter(({ deleted }) => deleted)).toHaveLength(10);
		expect(users.filter(({ fullName }) => fullName === 'Trainee')).toHaveLength(2);
		expect([...contacts.seeds.values()].filter(({ deleted }) => deleted)).toHaveLength(100);
	});

	it('costs about nothing to make anew', () => {
		seedData();
		const started = performance.now();
		for (let time = 0; time < 100; time++) seedData();
		expect((performance.now() - started) / 100).toBeLessThan(1);
	});

	it('is changed for one test alone', () => {
		const changed = seedData();
		const seed = { department: '', category: 1, stop: false, deleted: false };
		changed.contacts.set({ ...seed, id: 30_000, name: 'New AS' });
		expect(changed.contacts.get(30_000)?.Name).toBe('New AS');
		expect(changed.contacts.get(1)).toBe(seedData().contacts.get(1));
		expect(seedData().contacts.get(30_000)).toBeUndefined();
	});
});
