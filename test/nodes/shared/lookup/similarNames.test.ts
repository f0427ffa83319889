import { byId, byName, runNode, useSimulator } from '../../../support';

describe('names like one that nothing has', () => {
	const simulator = useSimulator();
	const adviceFor = async (parameters: object) => {
		const { error } = await runNode(simulator(), parameters);
		return String(error?.description);
	};
	const searches = () => simulator().requests.filter(({ method }) => method === 'GET').length;

	it.each<[string, object, RegExp]>([
		['company', { contact: byName('Fjord Shiping') }, /Fjord Shipping AS = ID 1/],
		['company', { contact: byName('Fjrod Shipping AS') }, /Fjord Shipping AS = /],
		['company', { contact: byName('fjord  shippingas') }, /Fjord Shipping AS = /],
		['company', { contact: byName('Company 0025 AS') }, /Company 00025 AS = /],
		['user', { associate: byName('Sales Maneger') }, /Sales Manager = ID 1/],
		['task', { task: byName('Phne call') }, /Phone call = ID 1/],
		['project', { project: byName('Sprng Fair 2027') }, /Spring Fair/],
	])('begin with the nearest by letters: a %s', async (_kind, parameters, first) => {
		expect(await adviceFor(parameters)).toMatch(new RegExp(`^Similar ones are: ${first.source}`));
	});

	it("begin with the nearest among a company's persons", async () => {
		const linkedRecords = { contact: byId(1), person: byName('Technical Contakt') };
		expect(await adviceFor({ ...linkedRecords })).toMatch(/^Similar ones are: Technical Contact/);
	});

	it("begin with the nearest among a custom field's entries", async () => {
		const parameters = {
			customFieldValues: {
				mappingMode: 'defineBelow',
				value: { 'SuperOffice:8': '1', 'SuperOffice:7': 'Hybird' },
				schema: [],
			},
		};
		expect(await adviceFor(parameters)).toMatch(/^The list has: Hybrid = ID 3/);
	});

	it('cost a few calls, however long the name is', async () => {
		const name = `${'Nobody knows this company '.repeat(400)}Ltd`;
		const advice = await adviceFor({ contact: byName(name) });
		expect(advice).not.toBe('');
		expect(searches()).toBeLessThanOrEqual(6);
	});
});
