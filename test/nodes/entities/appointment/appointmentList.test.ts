import { DateTime } from 'luxon';

import { byName, runNode, searchList, useSimulator } from '../../../support';
import { store } from '../../manyAppointments';

const PATH = 'appointmentId';

/** A moment so many hours from now, as SuperOffice stores it. */
const inHours = (hours: number) =>
	DateTime.utc().plus({ hours }).startOf('minute').toISO({ suppressMilliseconds: true });

describe('the list of appointments', () => {
	const simulator = useSimulator();
	const search = async (filter = '', parameters: object = {}, paginationToken?: string) =>
		await searchList(simulator(), {
			method: 'appointment',
			path: PATH,
			filter,
			parameters,
			paginationToken,
		});
	const namesIn = async (timezone: string) =>
		(await search('', { options: { timezone } })).results.map(({ name }) => name);

	it.each([
		['Europe/Oslo', 'Fri 27 Nov 2026, 14:00 GMT+1'],
		['America/Los_Angeles', 'Fri 27 Nov 2026, 05:00 PST'],
		['Asia/Tokyo', 'Fri 27 Nov 2026, 22:00 GMT+9'],
		['Pacific/Auckland', 'Sat 28 Nov 2026, 02:00 GMT+13'],
	])('tells the time of each in words, in %s', async (timezone, words) => {
		store(simulator(), {
			1: {
				Title: 'Review',
				StartDate: '2026-11-27T13:00:00Z',
				Contact: { ContactId: 1, Name: 'Fjord Shipping AS' },
			},
			2: { Title: '', StartDate: '2026-11-27T13:00:00Z' },
		});
		expect((await namesIn(timezone)).sort()).toEqual([
			`No Title (${words}, Sales Manager)`,
			`Review (${words}, Fjord Shipping AS, Sales Manager)`,
		]);
	});

	it('tells those apart that differ in nothing but their number', async () => {
		const twin = { Title: '', StartDate: '2026-11-27T13:00:00Z' };
		store(simulator(), { 1: twin, 2: twin, 3: { ...twin, Title: 'Review' } });
		const names = await namesIn('UTC');
		expect(new Set(names).size).toBe(3);
		expect(names).toContain('No Title (Fri 27 Nov 2026, 13:00 UTC, Sales Manager) (ID 2)');
		expect(names).toContain('Review (Fri 27 Nov 2026, 13:00 UTC, Sales Manager)');
	});

	it("is in n8n's own zone where an expression gives the zone, or nobody has one that is known", async () => {
		store(simulator(), { 1: { Title: 'A', StartDate: '2026-11-27T13:00:00Z' } });
		const [own] = await namesIn('');
		expect(await namesIn('={{ $json.zone }}')).toEqual([own]);
		expect(await namesIn('Nowhere')).toEqual([own]);
	});

	it('begins with the nearest in time, past or to come', async () => {
		store(simulator(), {
			1: { Title: 'A', StartDate: inHours(-1000) },
			2: { Title: 'B', StartDate: inHours(3) },
			3: { Title: 'C', StartDate: inHours(-1) },
			4: { Title: 'D', StartDate: inHours(30) },
			5: { Title: 'E', StartDate: inHours(-8) },
		});
		const { results } = await search();
		expect(results.map(({ value }) => value)).toEqual([3, 2, 5, 4, 1]);
	});

	it('goes on page by page, each appointment once, until it ends', async () => {
		const many = Array.from({ length: 90 }, (_none, index) => [
			index + 1,
			{ Title: 'Many', StartDate: inHours(index < 30 ? index + 2 : -index) },
		]);
		store(simulator(), Object.fromEntries(many) as never);
		const ids: unknown[] = [];
		let token: string | undefined;
		do {
			const page = await search('many', {}, token);
			ids.push(...page.results.map(({ value }) => value));
			token = page.paginationToken as string | undefined;
		} while (token !== undefined);
		expect(new Set(ids).size).toBe(90);
		expect(ids).toHaveLength(90);
	});

	it('is searched by title', async () => {
		store(simulator(), { 1: { Title: 'Budget review' }, 2: { Title: 'Lunch' } });
		expect((await search('budget')).results.map(({ value }) => value)).toEqual([1]);
	});

	it("is that of a link's target, too", async () => {
		store(simulator(), { 1: { Title: 'A', StartDate: '2026-11-27T13:00:00Z' } });
		const link = [{ entityName: 'appointment' }];
		const parameters = { links: { link }, options: { timezone: 'UTC' } };
		const path = 'additionalFields.links.link[0].id';
		const found = await searchList(simulator(), { method: 'linkTarget', path, parameters });
		expect(found.results.map(({ name }) => name)).toEqual([
			'A (Fri 27 Nov 2026, 13:00 UTC, Sales Manager)',
		]);
	});

	it("shows candidates of one title in an error with their times in the workflow's zone", async () => {
		store(simulator(), {
			1: { Title: 'Review', StartDate: '2026-11-27T13:00:00Z' },
			2: { Title: 'Review', StartDate: '2026-11-28T13:00:00Z' },
		});
		const parameters = { operation: 'get', appointmentId: byName('Review') };
		const { error } = await runNode(simulator(), parameters, { timezone: 'Asia/Tokyo' });
		expect(error?.message).toContain('Review (Fri 27 Nov 2026, 22:00 GMT+9, Sales Manager) = ID 1');
		expect(error?.message).toContain('Review (Sat 28 Nov 2026, 22:00 GMT+9, Sales Manager) = ID 2');
	});
});

describe('the list of another kind of record', () => {
	const simulator = useSimulator();

	it('tells those of one name apart by their numbers', async () => {
		const row = (contactId: number, nameDepartment: string) => ({ contactId, nameDepartment });
		const value = [row(5, 'Twin AS'), row(6, 'Twin AS'), row(7, 'Single AS')];
		simulator().answerNext({ body: { value } });
		const { results } = await searchList(simulator(), {
			method: 'contact',
			path: 'contact',
			filter: 'as',
		});
		expect(results).toEqual([
			{ name: 'Twin AS (ID 5)', value: 5 },
			{ name: 'Twin AS (ID 6)', value: 6 },
			{ name: 'Single AS', value: 7 },
		]);
	});
});
