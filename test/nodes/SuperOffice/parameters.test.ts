import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { appointment } from '../../../nodes/entities/appointment/appointment.entity';
import { parameterReader } from '../../../nodes/SuperOffice/parameters';
import { runNode, useSimulator } from '../../support';

const ITEM: IDataObject = {
	title: 'Review',
	'a title': 'of two words',
	'a.b': 'with a dot',
	of: { a: { deep: 'field' }, list: ['first', { name: 'second' }] },
	number: 42,
	nothing: 0,
	yes: true,
	empty: '',
	null: null,
	object: { no: 1 },
	marked: '={{ $json.title }}',
};

describe('a parameter with an expression', () => {
	const simulator = useSimulator();

	/** What is sent for a title, or what is said about it; of the second item, as n8n always gives the first's. */
	async function outcomeOf(title: string) {
		const before = simulator().requests.length;
		const options = { concurrency: 1 };
		const result = await runNode(simulator(), { title, options }, { items: [ITEM, ITEM] });
		return [result.error?.message, simulator().requests[before + 1]?.body];
	}

	it.each([
		'$json.title',
		'$json["a title"]',
		"$json['a title']",
		"$json['a.b']",
		'$json.of.a.deep',
		'$json.of["a"].deep',
		'$json.of.list[0]',
		'$json.of.list[1].name',
		'$json.title.length',
		'$json.number',
		'$json.nothing',
		'$json.yes',
		'$json.empty',
		'$json.null',
		'$json.object',
		'$json.of.list',
		'$json.marked',
		'$json.missing',
		'$json.missing.too',
		'$json.title.missing',
		'$json.toString',
		'$json.constructor',
		'$json.title.constructor',
		'$json.__proto__',
	])('is what n8n makes of it: %s', async (expression) => {
		const own = await outcomeOf(`={{ ${expression} }}`);
		expect(own).toEqual(await outcomeOf(`={{ (${expression}) }}`));
		expect(await outcomeOf(`={{${expression}}}`)).toEqual(own);
	});

	it.each([
		['with text around it', '=A {{ $json.title }} of {{ $json.number }}', 'A Review of 42'],
		['with a space behind it', '={{ $json.title }} ', 'Review '],
		['with a call', '={{ $json.title.toUpperCase() }}', 'REVIEW'],
		['of two fields', '={{ $json.title }}{{ $json.number }}', 'Review42'],
		[
			'that is a text which looks like one',
			'={{ "={{ $json.title }" + "}" }}',
			'={{ $json.title }}',
		],
	])("stays n8n's %s", async (_name, title, expected) => {
		const [error, body] = await outcomeOf(title);
		expect(error).toBeUndefined();
		expect((JSON.parse(String(body)) as IDataObject).Title).toBe(expected);
	});
});

describe('the reader of parameters', () => {
	/** n8n's context, as far as it is needed, and what it was asked to evaluate. */
	function contextOf(
		parameters: IDataObject,
		seen: IDataObject[] = [ITEM, ITEM],
		items = seen,
		evaluated?: unknown,
	) {
		const asked: string[] = [];
		const context = {
			getNode: () => ({ parameters }),
			getInputData: () => items.map((json) => ({ json })),
			getWorkflowDataProxy: (item: number) => ({ $json: seen[item] }),
			getNodeParameter(parameter: string) {
				asked.push(parameter);
				return evaluated ?? `n8n's ${parameter}`;
			},
		};
		return { asked, read: parameterReader(context as unknown as IExecuteFunctions, appointment) };
	}

	it.each([
		['a field', '={{ $json.title }}', 'Review'],
		[
			'a locator with one',
			{ __rl: true, mode: 'id', value: '={{ $json.number }}' },
			{ __rl: true, mode: 'id', value: 42 },
		],
		[
			'a collection of them',
			{ label: 'fixed', more: ['={{ $json.title }}', { deep: '={{ $json.of.a.deep }}' }] },
			{ label: 'fixed', more: ['Review', { deep: 'field' }] },
		],
	])('reads %s without n8n, once n8n has given the same for an item', (_name, given, expected) => {
		const { asked, read } = contextOf({ given }, undefined, undefined, expected);
		expect([read('given', 0), read('given', 1), read('given', 0)]).toEqual(Array(3).fill(expected));
		expect(asked).toEqual(['given']);
	});

	it('leaves a field to n8n that gives something else for it', () => {
		const { asked, read } = contextOf({ given: '={{ $json.title }}' });
		expect([read('given', 0), read('given', 1)]).toEqual(["n8n's given", "n8n's given"]);
		expect(asked).toHaveLength(2);
	});

	it.each([
		['a list where one of them is more', ['={{ $json.title }}', '={{ $json.title + 1 }}']],
		['a collection where one of them is missing', { of: { deep: '={{ $json.missing }}' } }],
		['what is no value', '={{ $json.object }}'],
		['what is inherited', '={{ $json.toString }}'],
	])('leaves to n8n %s, for each item', (_name, given) => {
		const { asked, read } = contextOf({ given });
		expect([read('given', 0), read('given', 1)]).toEqual(["n8n's given", "n8n's given"]);
		expect(asked).toHaveLength(2);
	});

	it('asks n8n once for what is the same for all items', () => {
		const { asked, read } = contextOf({ given: { a: ['text'] } });
		expect([read('given', 0), read('given', 1)]).toEqual(["n8n's given", "n8n's given"]);
		expect(asked).toHaveLength(1);
	});

	it("leaves all to n8n where expressions see other items than the node's, as those of an agent's tool", () => {
		const given = '={{ $json.title }}';
		const { asked, read } = contextOf({ given }, [{ title: 'Prompt' }], [ITEM], 'Review');
		expect([read('given', 0), read('given', 0)]).toEqual(['Review', 'Review']);
		expect(asked).toHaveLength(2);
	});
});
