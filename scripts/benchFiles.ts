/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, no-console -- a command that measures, never part of the package */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { chain, getFile, superOffice, type Step } from '../test/e2e/chain';
import { Client, type Waiting } from '../test/e2e/client';
import { startFileServer } from '../test/e2e/fileServer';
import { installN8n } from '../test/e2e/install';
import { withN8n } from '../test/e2e/n8n';
import { LOGIN } from '../test/simulator';
import { AUTHORIZATION } from '../test/simulator/engine/service';
import { byId } from '../test/support';
import type { Spent } from './bench/meter';
import { serve } from './bench/simulator';
import { writeBenchNode } from './bench/stage';
import { markdown, median, spread } from './bench/table';

const MAJOR = '2';
const MEGABYTE = 1_000_000;
/** The document whose file is there to be downloaded, and to be written by HTTP Request. */
const DOCUMENT = 1;

const WAITING: Waiting = { every: 500, most: 3_600_000 };

/** The number behind an option of the command line. */
function numberOf(name: string): number | undefined {
	const index = process.argv.indexOf(`--${name}`);
	return index < 0 ? undefined : Number(process.argv[index + 1]);
}

const megabytes = numberOf('megabytes');
const sizes = megabytes === undefined ? [50, 200] : [megabytes];
const times = numberOf('times') ?? 3;

const WAYS = ['upload', 'download'] as const;
type Way = (typeof WAYS)[number];

type Contender = Record<Way, Step>;

const thisNode: Contender = {
	upload: superOffice('Node', 'document', 'upload', {}),
	download: superOffice('Node', 'document', 'download', { documentId: byId(DOCUMENT) }),
};

/** n8n's HTTP Request node with the same calls and the package's credential. */
function httpRequest(baseUrl: string): Contender {
	const url = `${baseUrl}/api/v1/Document/${DOCUMENT}/Content`;
	const login = {
		authentication: 'predefinedCredentialType',
		nodeCredentialType: 'superOfficeApi',
	};
	const accept = [{ name: 'Accept', value: 'application/octet-stream' }];
	const body = { sendBody: true, contentType: 'binaryData', inputDataFieldName: 'data' };
	const download = {
		...login,
		sendHeaders: true,
		headerParameters: { parameters: accept },
	};
	return {
		upload: {
			name: 'Node',
			type: 'n8n-nodes-base.httpRequest',
			typeVersion: 4.2,
			parameters: { method: 'PUT', url, ...login, ...body, options: {} },
		},
		download: getFile('Node', url, download),
	};
}

const bench = (name: string, does: string): Step => ({
	name,
	type: 'CUSTOM.bench',
	parameters: { does, looks: '{}' },
});

/** What a run took: bytes and milliseconds. */
interface Run {
	peak: number;
	grown: number;
	wall: number;
}

/** Uploads and downloads large files by this node and by HTTP Request, each in an n8n that was just started. */
async function benchFiles(): Promise<void> {
	installN8n(MAJOR);
	const folder = mkdtempSync(path.join(tmpdir(), 'superoffice-bench-'));
	writeBenchNode(folder);
	const simulator = await serve();
	const { baseUrl } = simulator;
	const contenders = { 'this node': thisNode, 'HTTP Request': httpRequest(baseUrl) };
	const { username, password } = LOGIN;

	async function compare(size: number): Promise<void> {
		const bytes = {
			'large.bin': Buffer.alloc(size * MEGABYTE, 'SuperOffice'),
			'small.bin': Buffer.alloc(1000),
		};
		const files = await startFileServer(bytes);
		const runs = new Map<string, Run[]>();

		/** Stores a file in SuperOffice, from where it is downloaded. */
		async function store(file: Buffer): Promise<void> {
			await simulator.prepare({});
			const { ok, status } = await fetch(`${baseUrl}/api/v1/Document/${DOCUMENT}/Content`, {
				method: 'PUT',
				headers: { Authorization: AUTHORIZATION, 'Content-Type': 'application/octet-stream' },
				body: new Uint8Array(file),
			});
			if (!ok) throw new Error(`Storing the file: ${status}`);
		}

		await withN8n(
			MAJOR,
			async (server) => {
				const client = new Client(server.url, MAJOR);
				await client.signIn();
				const data = { baseUrl, authentication: 'basic', username, password };
				const superOfficeApi = await client.createCredential('SuperOffice API', data);

				async function run(step: Step, file: keyof typeof bytes): Promise<Run> {
					await store(bytes[file]);
					const steps = [
						getFile('Source', files.at(file)),
						bench('Begin', 'begin'),
						step,
						bench('Summary', 'summary'),
					];
					const { id } = await client.importWorkflow(chain([{}], ...steps), { superOfficeApi });
					const execution = await client.run(id, WAITING);
					if (execution.error) throw new Error(execution.error.message);
					const { peak, grown } = execution.itemsOf('Summary')[0].json as unknown as Spent;
					return { peak, grown, wall: execution.timeOf('Node') };
				}

				for (let time = 0; time < times; time++) {
					for (const [name, contender] of Object.entries(contenders)) {
						for (const way of WAYS) {
							await server.restart();
							// What the first run of a node loads is no part of it.
							await run(contender[way], 'small.bin');
							const key = `${way}, ${name}`;
							runs.set(key, [...(runs.get(key) ?? []), await run(contender[way], 'large.bin')]);
						}
					}
				}
			},
			{ N8N_CUSTOM_EXTENSIONS: folder },
		);
		await files.close();

		const peakOf = (name: string, way: Way) =>
			median((runs.get(`${way}, ${name}`) ?? []).map(({ peak }) => peak));
		const inMegabytes = (values: number[]) => spread(values.map((value) => value / MEGABYTE));
		const rows = [...runs].map(([name, all]) => ({
			[`${size} MB, median of ${times}`]: name,
			'peak MB': inMegabytes(all.map(({ peak }) => peak)),
			'grown MB': inMegabytes(all.map(({ grown }) => grown)),
			s: spread(
				all.map(({ wall }) => wall / 1000),
				2,
			),
		}));
		console.log(markdown(rows));
		for (const way of WAYS) {
			const ratio = peakOf('this node', way) / peakOf('HTTP Request', way);
			console.log(`Peak of this node beside HTTP Request, ${way}: ${ratio.toFixed(2)}\n`);
		}
	}

	try {
		for (const size of sizes) await compare(size);
	} finally {
		simulator.stop();
		rmSync(folder, { recursive: true });
	}
}

benchFiles().then(
	() => process.exit(0),
	(error: unknown) => {
		console.error(error);
		process.exit(1);
	},
);
