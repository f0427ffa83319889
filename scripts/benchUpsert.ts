/* eslint-disable @n8n/community-nodes/no-restricted-globals, no-console -- a command that measures, never part of the package */
import type { IDataObject, INode } from 'n8n-workflow';

import { Client, type Waiting } from '../test/e2e/client';
import { installN8n } from '../test/e2e/install';
import { withN8n } from '../test/e2e/n8n';
import type { WorkflowFile } from '../test/engine';
import { LOGIN, startSimulator } from '../test/simulator';
import { markdown, median } from './bench/table';

const MAJOR = '2';
const ITEMS = 1000;
const TIMES = 3;
/** Milliseconds that the simulator takes for each answer. */
const LATENCY = 20;

const WAITING: Waiting = { every: 500, most: 3_600_000 };

type Step = Pick<INode, 'name' | 'type' | 'typeVersion'> & { parameters: object };

const customers = (): IDataObject[] =>
	Array.from({ length: ITEMS }, (_one, index) => ({
		orgNr: `NO ${900_000_000 + index}`,
		name: `Customer ${index} AS`,
	}));

const START: Step = {
	name: 'Start',
	type: 'n8n-nodes-base.manualTrigger',
	typeVersion: 1,
	parameters: {},
};

/** This node's Create or Update by organization number. */
const byNode: Step[] = [
	{
		name: 'SuperOffice',
		type: 'n8n-nodes-superoffice.superOffice',
		typeVersion: 1,
		parameters: {
			resource: 'company',
			operation: 'upsert',
			matchValue: '={{ $json.orgNr }}',
			name: '={{ $json.name }}',
		},
	},
];

const http = (name: string, parameters: object): Step => ({
	name,
	type: 'n8n-nodes-base.httpRequest',
	typeVersion: 4.2,
	parameters: {
		authentication: 'predefinedCredentialType',
		nodeCredentialType: 'superOfficeApi',
		...parameters,
	},
});

/** HTTP Request by hand: find each, then create those that are not there or change those that are. */
const byHand = (baseUrl: string): Step[] => [
	http('Find', {
		url: `${baseUrl}/api/v1/Contact`,
		sendQuery: true,
		queryParameters: {
			parameters: [
				{ name: '$select', value: 'contactId' },
				{ name: '$filter', value: "=orgnr is '{{ $json.orgNr }}'" },
			],
		},
	}),
	http('Save', {
		method: "={{ $json.value.length ? 'PATCH' : 'POST' }}",
		url: `=${baseUrl}/api/v1/Contact{{ $json.value.length ? '/' + $json.value[0].contactId : '' }}`,
		sendBody: true,
		specifyBody: 'json',
		jsonBody: "={{ { Name: $('Start').item.json.name, OrgNr: $('Start').item.json.orgNr } }}",
	}),
];

function workflow(name: string, steps: Step[]): WorkflowFile {
	const all = [START, ...steps];
	const credentials = { superOfficeApi: { id: 'x', name: 'x' } };
	const connections: WorkflowFile['connections'] = {};
	all.slice(1).forEach((step, index) => {
		connections[all[index].name] = { main: [[{ node: step.name, type: 'main', index: 0 }]] };
	});
	return {
		name,
		nodes: all.map((step, index) => ({
			...step,
			id: step.name,
			position: [220 * index, 0],
			...(index > 0 && { credentials }),
		})) as WorkflowFile['nodes'],
		connections,
		pinData: { Start: customers().map((json) => ({ json })) },
	} as WorkflowFile;
}

/** Compares this node with find-then-save by hand: calls, time, and how often each customer is there. */
async function benchUpsert(): Promise<void> {
	installN8n(MAJOR);
	const simulator = await startSimulator();
	const { username, password } = LOGIN;
	const contenders: Record<string, Step[]> = {
		'this node': byNode,
		'HTTP Request, find then save': byHand(simulator.baseUrl),
	};
	const rows: Array<Record<string, string>> = [];
	await withN8n(MAJOR, async ({ url }) => {
		const client = new Client(url, MAJOR);
		await client.signIn();
		const data = { baseUrl: simulator.baseUrl, authentication: 'basic', username, password };
		const superOfficeApi = await client.createCredential('SuperOffice API', data);
		const seen = new Map<string, { seconds: number[]; calls: number; companies: number }>();
		for (let time = 0; time < TIMES; time++) {
			for (const [name, steps] of Object.entries(contenders)) {
				simulator.reset();
				simulator.fail({ latency: LATENCY });
				const before = simulator.data.contacts.size;
				for (const run of ['none is there', 'all are there']) {
					simulator.requests.length = 0;
					const { id } = await client.importWorkflow(workflow(name, steps), { superOfficeApi });
					const start = Date.now();
					const { error } = await client.run(id, WAITING);
					if (error) throw new Error(`${name}: ${error.message}`);
					const key = `${name}, ${run}`;
					const known = seen.get(key) ?? { seconds: [], calls: 0, companies: 0 };
					known.seconds.push((Date.now() - start) / 1000);
					known.calls = simulator.requests.length;
					known.companies = simulator.data.contacts.size - before;
					seen.set(key, known);
				}
			}
		}
		for (const [name, { seconds, calls, companies }] of seen) {
			rows.push({
				[`${ITEMS} customers`]: name,
				'median s': median(seconds).toFixed(1),
				calls: String(calls),
				'companies made': String(companies),
			});
		}
	});
	await simulator.close();
	console.log(markdown(rows));
}

benchUpsert().then(
	() => process.exit(0),
	(error: unknown) => {
		console.error(error);
		process.exit(1);
	},
);
