import { useSimulator } from '../../../support';
import { arrived, getMany, store } from '../../manyAppointments';

const SAVED = { CreatedDate: '2026-01-01T00:00:00Z' };

describe('Return All', () => {
	const simulator = useSimulator();
	beforeEach(() =>
		store(simulator(), { 1: { Title: 'A', ...SAVED }, 2: { Title: 'B', ...SAVED } }),
	);
	const found = async (parameters: object) =>
		arrived(await getMany(simulator(), { returnAll: true, ...parameters })).map(
			({ appointmentId }) => appointmentId,
		);

	it.each<[string, object]>([
		['there is neither a period nor a filter', {}],
		['the filters are an empty group', { filters: {} }],
		['n8n drops an expression in place of all filters', { filters: '={{ $json.filters }}' }],
		['the raw filter is blank', { rawFilter: ' ' }],
		['only the order is given', { sort: { rule: [{ field: 'StartDate', direction: 'asc' }] } }],
		['the switch is off', { returnEverything: false }],
	])('is refused where %s, and nothing is asked', async (_why, parameters) => {
		const { error } = await getMany(simulator(), { returnAll: true, ...parameters });
		expect(error?.message).toBe(
			'Return All (returnAll): without a period or a filter, all appointments in SuperOffice would be returned',
		);
		expect(error?.description).toMatch(
			/^Choose a Period, or add a filter\. .*Return Everything\.$/,
		);
		expect(simulator().requests).toEqual([]);
	});

	it('gives all appointments where Return Everything says so', async () => {
		expect(await found({ returnEverything: true })).toEqual([1, 2]);
	});

	it.each<[string, object, number[]]>([
		['a filter', { filters: { text: 'B' } }, [2]],
		['a raw filter', { rawFilter: 'appointmentId gt 1' }, [2]],
		['a filter that only rows are judged by', { filters: { updatedSince: '2000-01-01' } }, [1, 2]],
		['a period', { period: 'between', from: '2000-01-01T00:00:00' }, [1, 2]],
	])('is enough with %s', async (_what, parameters, ids) => {
		expect(await found(parameters)).toEqual(ids);
	});

	it('is judged for each item', async () => {
		const parameters = {
			returnAll: true,
			returnEverything: '={{ $json.everything }}',
			filters: {},
		};
		const items = [{ everything: true }, { everything: false }];
		const run = { items, onError: 'continueRegularOutput' as const };
		const result = arrived(await getMany(simulator(), parameters, run));
		expect(result).toMatchObject([{ appointmentId: 1 }, { appointmentId: 2 }, { error: {} }]);
	});

	it('is not asked for with a limit', async () => {
		expect(await found({ returnAll: false, limit: 1 })).toEqual([1]);
	});
});
