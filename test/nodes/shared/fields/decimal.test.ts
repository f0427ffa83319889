import { NEXT, runNode, sentBody, useSimulator } from '../../../support';

const simulator = useSimulator();

/** What is given for an amount, with the number that is sent, or what the refusal says. */
const amounts: Array<[given: unknown, sent: number | RegExp | undefined]> = [
	[1250, 1250],
	[1250.5, 1250.5],
	[-1250.5, -1250.5],
	[0, 0],
	[-0, 0],
	[0.1, 0.1],
	[0.1 + 0.2, 0.30000000000000004],
	[0.000001, 0.000001],
	[1e21, 1e21],
	[Number.MAX_SAFE_INTEGER, 9007199254740991],
	[1e-30, /is not a number/],
	[NaN, undefined],
	[Infinity, undefined],
	['1250', 1250],
	['1250.50', 1250.5],
	['1250,50', 1250.5],
	['1250,5', 1250.5],
	['1.250', 1.25],
	['0,125', 0.125],
	['1250,125', 1250.125],
	['-12,5', -12.5],
	[' 1250.50 ', 1250.5],
	['\u00a01250.50\u00a0', 1250.5],
	['007', 7],
	['1,250', /"1,250" may be a number of thousands or one with three decimals.*decimal point/],
	['-1,250', /may be a number of thousands/],
	['999,999', /may be a number of thousands/],
	['1,250.50', /"1,250\.50" is not a number/],
	['1.250,50', /"1\.250,50" is not a number/],
	['1 250,50', /is not a number/],
	['1\u202f250', /is not a number/],
	["1'250.50", /is not a number/],
	['1,250,000', /is not a number/],
	['+1250', /is not a number/],
	['\u22121250', /is not a number/],
	['1250-', /is not a number/],
	['1e3', /"1e3" is not a number/],
	['.5', /is not a number/],
	['5.', /is not a number/],
	['1250 EUR', /is not a number/],
	['0x10', /is not a number/],
	['12345678901234567890', /12345678901234567890 has more digits than a number keeps here/],
	['1250.123456789012345678', /has more digits/],
	['', undefined],
	[null, undefined],
	['   ', /is not a number/],
	[true, /is not a number|text/],
	[{ value: 1 }, /text/],
	[[1250], /text/],
];

describe('an amount', () => {
	it.each(amounts)('%j', async (Amount, sent) => {
		const items = [{ Heading: 'A', Amount }] as never;
		const parameters = { resource: 'sale', operation: 'create', specifyBody: 'autoMap' };
		const result = await runNode(simulator(), parameters, { items });
		if (sent instanceof RegExp) {
			expect(`${result.error?.message} ${result.error?.description}`).toMatch(/^Amount \(Amount\)/);
			expect(`${result.error?.message} ${result.error?.description}`).toMatch(sent);
			expect(simulator().requests.filter(({ method }) => method === 'POST')).toEqual([]);
			return;
		}
		expect(result.error?.message).toBeUndefined();
		const expected = sent === undefined ? { Heading: 'A' } : { Heading: 'A', Amount: sent };
		expect(sentBody(simulator(), 'Sale')).toEqual(expected);
	});

	it.each([
		['1250.50', '[F:1250.50]'],
		['1250,50', '[F:1250.50]'],
		[1e21, '[F:1000000000000000000000]'],
		['12345678901234567890', '[F:12345678901234567890]'],
	])('is read as a custom field is, %j', async (discount, encoded) => {
		const customFieldValues = { mappingMode: 'autoMapInputData', value: null };
		const given = { Heading: 'A', 'SuperOffice:2': discount };
		const create = { resource: 'sale', operation: 'create', specifyBody: 'autoMap' };
		const parameters = { ...create, customFieldValues };
		const result = await runNode(simulator(), parameters, { items: [given] as never });
		expect(result.error?.message).toBeUndefined();
		expect(sentBody(simulator(), 'Sale')).toMatchObject({
			CustomFields: { 'SuperOffice:2': encoded },
		});
		expect(result.itemsOf(NEXT)).toHaveLength(1);
	});
});
