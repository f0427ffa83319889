import { decodeCustomFields } from '../nodes/shared/customFields/decode';
import { fieldLabels, type CustomField } from '../nodes/shared/customFields/definition';
import { requireMatchField } from '../nodes/shared/customFields/matching';
import { customFieldKeys, encodeCustomFields } from '../nodes/shared/customFields/values';

const FIELDS = 1000;

const definitions = (count: number): CustomField[] =>
	Array.from({ length: count }, (_one, index) => ({
		key: `SuperOffice:${index}`,
		label: `Field ${index}`,
		type: 'ShortText',
		isMandatory: index % 2 === 0,
		isReadOnly: false,
		isHidden: false,
	}));

const itemOf = (count: number) =>
	Object.fromEntries(Array.from({ length: count }, (_one, index) => [`field ${index}`, 'a']));

/** How often names are compared: each is brought into one form first. */
function countNames(work: () => unknown): number {
	const spy = jest.spyOn(String.prototype, 'normalize');
	work();
	const count = spy.mock.calls.length;
	spy.mockRestore();
	return count;
}

const context = { zone: 'Europe/Oslo', entriesOf: async () => await Promise.resolve([]) };
const automatic = { mappingMode: 'autoMapInputData' };

describe('the names of custom fields', () => {
	it('are read once for all items, and each column once for its item', () => {
		const fields = definitions(FIELDS);
		const item = itemOf(FIELDS);
		expect(countNames(() => customFieldKeys(fields, item))).toBeLessThanOrEqual(5 * FIELDS);
		// A column is looked for by key, and then by label.
		expect(countNames(() => customFieldKeys(fields, item))).toBe(2 * FIELDS);
	});

	it('cost each column a few steps when its value is encoded', async () => {
		const fields = definitions(FIELDS);
		const item = itemOf(FIELDS);
		customFieldKeys(fields, item);
		const encoding: Array<Promise<Record<string, string>>> = [];
		const count = countNames(() => {
			encoding.push(encodeCustomFields(fields, automatic, item, {}, true, context));
		});
		expect(count).toBeLessThanOrEqual(10 * FIELDS);
		expect(Object.keys(await encoding[0])).toHaveLength(FIELDS);
	});

	it('cost an item that is found by one of them a few steps', () => {
		const fields = definitions(FIELDS);
		const ref = { parameter: 'matchField', label: 'Match Field' };
		const columns = { customFields: 'appointmentUdef' };
		expect(requireMatchField(fields, 'superoffice:999', ref, columns).key).toBe('SuperOffice:999');
		expect(
			countNames(() => requireMatchField(fields, 'superoffice:998', ref, columns)),
		).toBeLessThan(5);
	});

	it('cost each value a step when it is put out', () => {
		const fields = definitions(FIELDS);
		let reads = 0;
		for (const field of fields) {
			const { key } = field;
			Object.defineProperty(field, 'key', { get: () => ((reads += 1), key), enumerable: true });
		}
		const values = Object.fromEntries(fields.map(({ key }) => [key, 'a']));
		const labels = fieldLabels(fields);
		reads = 0;
		decodeCustomFields(values, fields, (key) => labels.get(key) ?? key);
		decodeCustomFields(values, fields, (key) => fieldLabels(fields).get(key) ?? key);
		expect(reads).toBeLessThanOrEqual(5 * FIELDS);
	});

	it('are told apart by their keys where two fields have one', () => {
		const [a, b, c] = definitions(3);
		const fields = [a, { ...b, label: a.label }, { ...c, label: 'constructor' }];
		expect([...fieldLabels(fields).values()]).toEqual([
			'Field 0 (SuperOffice:0)',
			'Field 0 (SuperOffice:1)',
			'constructor',
		]);
		expect(customFieldKeys(fields, { constructor: 'a', toString: 'b' })).toEqual(['constructor']);
	});
});
