/* eslint-disable @n8n/community-nodes/node-usable-as-tool, @n8n/community-nodes/node-connection-type-literal -- a node that only the benchmark loads, never part of the package */
import type {
	IExecuteFunctions,
	IHttpRequestOptions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

import { begin, end, type Looks } from './meter';

const VALUES = ['title', 'startDate', 'endDate'];

function makeItems(count: number, prefix: string): INodeExecutionData[] {
	const hour = (value: number) => `2027-01-04T${String(value).padStart(2, '0')}:00:00+01:00`;
	return Array.from({ length: count }, (_, item) => ({
		json: {
			title: `${prefix} ${item}`,
			startDate: hour(8 + (item % 8)),
			endDate: hour(9 + (item % 8)),
		},
	}));
}

/** The bare calls: nothing but n8n's own helper, so many at once, with values from the items or the parameters. */
async function call(
	context: IExecuteFunctions,
	atOnce: number,
	valueOf: (name: string, item: number) => unknown,
): Promise<INodeExecutionData[]> {
	const type = 'superOfficeApi';
	const data = await context.getCredentials(type);
	const credentialsDecrypted = { id: '', name: type, type, data };
	const items = context.getInputData();
	const results: INodeExecutionData[] = [];
	const options: IHttpRequestOptions = {
		method: 'POST',
		url: `${String(data.baseUrl)}/api/v1/Appointment`,
		qs: { $select: 'AppointmentId' },
		headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
	};
	let next = 0;
	async function goOn(): Promise<void> {
		while (next < items.length) {
			const item = next++;
			const [Title, StartDate, EndDate] = VALUES.map((name) => valueOf(name, item));
			const body = JSON.stringify({ Title, StartDate, EndDate });
			const answer = (await context.helpers.httpRequestWithAuthentication.call(
				context,
				type,
				{ ...options, body },
				{ credentialsDecrypted },
			)) as { body: INodeExecutionData['json'] };
			results[item] = { json: answer.body, pairedItem: { item } };
		}
	}
	await Promise.all(Array.from({ length: atOnce }, goOn));
	return results;
}

const text = (name: string) => ({ displayName: name, name, type: 'string' as const, default: '' });

/** What stands around the nodes that are compared, and the bare calls. */
export class Bench implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Bench',
		name: 'bench',
		group: ['transform'],
		version: 1,
		description: 'Measures what happens between its two ends',
		defaults: { name: 'Bench' },
		inputs: ['main'],
		outputs: ['main'],
		credentials: [{ name: 'superOfficeApi' }],
		properties: ['does', 'count', 'prefix', 'atOnce', 'looks', ...VALUES].map(text),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const read = (name: string) => this.getNodeParameter(name, 0) as string;
		const ofItem = (name: string, item: number) => this.getInputData()[item].json[name];
		const ofParameters = (name: string, item: number) => this.getNodeParameter(name, item);
		const values = { calls: ofItem, resolvedCalls: ofParameters }[read('does')];
		if (values) return [await call(this, Number(read('atOnce')), values)];
		const looks = JSON.parse(read('looks')) as Looks;
		if (read('does') === 'summary') {
			return [[{ json: { ...(await end(this.getInputData(), looks)) } }]];
		}
		if (read('does') === 'begin') {
			await begin(looks);
			return [this.getInputData()];
		}
		const items = makeItems(Number(read('count')), read('prefix'));
		await begin(looks);
		return [items];
	}
}
