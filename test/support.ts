import mapValues from 'lodash/mapValues';
import type {
	IBinaryData,
	IDataObject,
	INodeExecutionData,
	INodeListSearchResult,
	INodeParameters,
	INodePropertyOptions,
	ResourceMapperField,
	ResourceMapperFields,
} from 'n8n-workflow';

import { arranged, asSaved, descriptionOf, hasOption, isRaw } from './editor';
import type { Circumstances, WorkflowFile } from './engine';
import type { FormQuestion } from './engine/dynamic';
import type { SavedCredential } from './engine/credentials';
import type { Occasion, Polled } from './engine/poll';
import { RemoteEngine, type Result } from './engine/remote';
import type { Call } from './engine/webhook';
import type { Online } from './simulator/online';
import { useOnlineAlone } from './simulator/online/use';
import {
	LOGIN,
	startSimulator,
	type Recorded,
	type Simulator,
	type SimulatorOptions,
} from './simulator';

/** Name of the node under test, and of the one behind it. */
export const NODE = 'SuperOffice';
export const NEXT = 'Next Node';
export const ON_ERROR = 'On Error';

/** A file of an item. */
export interface TestFile {
	name?: string;
	type?: string;
	content: Buffer | string;
}

/** What a run may vary. */
export interface Run {
	/** JSON of the input items; one empty item by default. */
	items?: IDataObject[];
	/** Files of the input items by the names of their fields. */
	files?: Array<Record<string, TestFile>>;
	/** The workflow's time zone. */
	timezone?: string;
	onError?: 'stopWorkflow' | 'continueRegularOutput' | 'continueErrorOutput';
	/** Changes to the credential, which is a Basic login by default. */
	credential?: IDataObject;
	/** The whole credential, of any type, instead. */
	login?: SavedCredential;
	/** n8n's own setting: the node runs a second time when it fails. */
	retryOnFail?: boolean;
	/** Another execution than that of other runs, or one that somebody cancels. */
	circumstances?: Circumstances;
}

/** Parameters that give all that SuperOffice answers, and events alone, unless they say otherwise. */
function withRawOutput(name: string, given: object): object {
	const { properties } = descriptionOf(name);
	const fetches = properties.some((one) => one.name === 'fetchRecord');
	const parameters = fetches ? { fetchRecord: false, ...given } : given;
	const { resource, operation, options } = {
		resource: 'appointment',
		...parameters,
	} as { resource: string; operation?: string; options?: object };
	if (isRaw(parameters)) return { ...parameters, options: { output: 'raw', ...options } };
	const isChosen = options !== undefined && 'output' in options;
	const hasOutput = !isChosen && hasOption(name, 'output', resource, operation);
	return hasOutput ? { output: 'raw', ...parameters } : parameters;
}

/** A Start node, the node under test, and a next node for each of its outputs. */
export function workflowWith(
	parameters: object,
	{ timezone, onError, login, retryOnFail }: Run,
): WorkflowFile {
	const around = { typeVersion: 1, position: [0, 0] as [number, number], parameters: {} };
	const to = (node: string) => [{ node, type: 'main' as const, index: 0 }];
	return {
		nodes: [
			{ ...around, id: '1', name: 'Start', type: 'n8n-nodes-base.manualTrigger' },
			{
				...around,
				id: '2',
				name: NODE,
				type: 'n8n-nodes-superoffice.superOffice',
				parameters: asSaved(
					'superOffice',
					withRawOutput('superOffice', {
						resource: 'appointment',
						operation: 'create',
						...(login && { authentication: login.type }),
						...parameters,
					}),
				),
				credentials: { [login?.type ?? 'superOfficeApi']: { id: 'main', name: 'SuperOffice' } },
				...(onError && { onError }),
				...(retryOnFail && { retryOnFail, maxTries: 2, waitBetweenTries: 0 }),
			},
			{ ...around, id: '3', name: NEXT, type: 'n8n-nodes-base.noOp' },
			{ ...around, id: '4', name: ON_ERROR, type: 'n8n-nodes-base.noOp' },
		],
		connections: {
			Start: { main: [to(NODE)] },
			[NODE]: { main: [to(NEXT), to(ON_ERROR)] },
		},
		settings: { timezone: timezone ?? 'Europe/Oslo' },
	};
}

let engine: RemoteEngine;

/** What the engine of this test file has logged so far. */
export const engineLog = (): string => engine.log;

/** A credential that signs in by Basic. */
function credentialFor({ baseUrl }: Pick<Simulator, 'baseUrl'>, changes: IDataObject = {}) {
	const { username, password } = LOGIN;
	const data = { baseUrl, authentication: 'basic', username, password, ...changes };
	return { type: 'superOfficeApi', data };
}

/** What a locator of the form offers. */
export async function searchList(
	simulator: Pick<Simulator, 'baseUrl'>,
	question: Omit<FormQuestion, 'kind' | 'parameters'> & { parameters?: object },
	login?: SavedCredential,
): Promise<INodeListSearchResult> {
	const parameters = arranged('superOffice', question.parameters ?? {}) as INodeParameters;
	const asked = { ...question, parameters, kind: 'listSearch' as const };
	const answer = await engine.ask(asked, login ?? credentialFor(simulator));
	return answer as INodeListSearchResult;
}

/** What a dropdown of the form offers. */
export async function dropdownOptions(
	simulator: Pick<Simulator, 'baseUrl'>,
	method: string,
	path: string,
	parameters: INodeParameters = {},
): Promise<INodePropertyOptions[]> {
	const question = { kind: 'loadOptions' as const, method, path, parameters };
	return (await engine.ask(question, credentialFor(simulator))) as INodePropertyOptions[];
}

/** The columns of the form's mapper of custom fields. */
export async function mapperFields(
	simulator: Pick<Simulator, 'baseUrl'>,
	parameters: object = {},
): Promise<ResourceMapperField[]> {
	const question = {
		kind: 'resourceMapping' as const,
		method: 'getCustomFields',
		path: 'customFieldValues',
		parameters: parameters as INodeParameters,
	};
	const answer = await engine.ask(question, credentialFor(simulator));
	return (answer as ResourceMapperFields).fields;
}

/** A file as n8n keeps it in memory. */
function binaryOf({ name, type = 'application/octet-stream', content }: TestFile): IBinaryData {
	const extension = name?.includes('.') ? name.split('.').pop() : undefined;
	return {
		data: Buffer.from(content).toString('base64'),
		mimeType: type,
		...(name !== undefined && { fileName: name }),
		...(extension && { fileExtension: extension }),
	};
}

/** The bytes of a file that a node put out. */
export const bytesOf = ({ binary = {} }: INodeExecutionData, field = 'data'): Buffer =>
	Buffer.from(binary[field].data, 'base64');

/**
 * Runs the node against the simulator, in n8n's own engine.
 * @param parameters as a person enters them, who does all else as the editor does (`editor.ts`)
 */
export async function runNode(
	simulator: Pick<Simulator, 'baseUrl'>,
	parameters: object,
	run: Run = {},
): Promise<Result> {
	const { files = [], items = files.length > 0 ? files.map(() => ({})) : [{}] } = run;
	const input: INodeExecutionData[] = items.map((json, item) => ({
		json,
		...(files[item] && { binary: mapValues(files[item], binaryOf) }),
		pairedItem: { item },
	}));
	const credentials = { main: run.login ?? credentialFor(simulator, run.credential) };
	return await engine.run(
		workflowWith(parameters, run),
		credentials,
		input,
		run.circumstances ?? {},
	);
}

/** A workflow of the trigger and a next node. */
function triggerWorkflow(parameters: object): WorkflowFile {
	const [, node, next] = workflowWith({}, {}).nodes;
	const type = 'n8n-nodes-superoffice.superOfficeTrigger';
	return {
		nodes: [
			{
				...node,
				type,
				parameters: asSaved('superOfficeTrigger', withRawOutput('superOfficeTrigger', parameters)),
			},
			next,
		],
		connections: { [NODE]: { main: [[{ node: NEXT, type: 'main', index: 0 }]] } },
		settings: { timezone: 'Europe/Oslo' },
	};
}

/** Runs the trigger on deliveries that have started it, in n8n's own engine. */
export async function runTrigger(
	simulator: Pick<Simulator, 'baseUrl'>,
	parameters: object,
	...payloads: object[]
): Promise<Result> {
	const input = payloads.map((json) => ({ json: json as IDataObject }));
	return await engine.run(triggerWorkflow(parameters), { main: credentialFor(simulator) }, input);
}

/** Delivers to the trigger; whether each delivery starts the workflow. */
export async function callTrigger(
	parameters: object,
	secret: string | undefined,
	calls: Call[],
): Promise<boolean[]> {
	const file = triggerWorkflow(parameters);
	return await engine.call(file, { [`node:${NODE}`]: { secret } }, calls);
}

/** A workflow of the polling trigger and a next node. */
export function pollingWorkflow(parameters: object): WorkflowFile {
	const [, node, next] = workflowWith({}, {}).nodes;
	const type = 'n8n-nodes-superoffice.superOfficePollingTrigger';
	return {
		nodes: [
			{
				...node,
				type,
				parameters: asSaved(
					'superOfficePollingTrigger',
					withRawOutput('superOfficePollingTrigger', parameters),
				),
			},
			next,
		],
		connections: { [NODE]: { main: [[{ node: NEXT, type: 'main', index: 0 }]] } },
		settings: { timezone: 'Europe/Oslo' },
	};
}

/** Polls once with what n8n has stored, in n8n's own engine. */
export async function poll(
	simulator: Pick<Simulator, 'baseUrl'>,
	parameters: object,
	staticData: IDataObject = {},
	credential: IDataObject = {},
	occasion: Occasion = {},
): Promise<Polled> {
	const credentials = { main: credentialFor(simulator, credential) };
	return await engine.poll(pollingWorkflow(parameters), credentials, staticData, occasion);
}

/** Runs the polling trigger on changes that have started it; without any, as a person starts it. */
export async function runPolling(
	simulator: Pick<Simulator, 'baseUrl'>,
	parameters: object,
	items: INodeExecutionData[] = [{ json: {} }],
): Promise<Result> {
	const credentials = { main: credentialFor(simulator) };
	return await engine.run(pollingWorkflow(parameters), credentials, items);
}

const isWhole = (credential: IDataObject | SavedCredential): credential is SavedCredential =>
	typeof credential.type === 'string' && typeof credential.data === 'object';

/**
 * What n8n's credential dialog says; undefined for success.
 * @param credential data of one of type `superOfficeApi`, or a whole one
 */
export async function testCredential(
	credential: IDataObject | SavedCredential,
): Promise<string | undefined> {
	return await engine.test(
		isWhole(credential) ? credential : { type: 'superOfficeApi', data: credential as never },
	);
}

/** The one body that was sent, parsed; names may be looked up before. */
export function sentBody({ requests }: Simulator, entity = 'Appointment'): Record<string, unknown> {
	// A rule's days are moved to the tenant's time zone, which is asked for.
	const zones = /\/(TimeZone\/base|timezoneiana)$/;
	// Nor are files, which have no JSON.
	const isLookUp = ({ method, bytes }: Recorded) =>
		entity !== 'Appointment' && (method === 'GET' || bytes !== undefined);
	const own = requests.filter((one) => !zones.test(one.path) && !isLookUp(one));
	expect(own.map(({ method, path }) => `${method} ${path}`)).toEqual([`POST /api/v1/${entity}`]);
	return JSON.parse(own[0].body) as Record<string, unknown>;
}

/** An engine for whose clock a second is a tenth of one: what waits for half a minute is soon over. */
export const QUICK = { N8N_ENGINE_SPEED: '10' };

/**
 * A simulator for the tests of a file, fresh for each test.
 * @param environment of an engine that starts anew for it
 */
export function useSimulator(
	options?: SimulatorOptions,
	environment?: Record<string, string>,
): () => Simulator {
	let simulator: Simulator | undefined;
	beforeAll(async () => {
		engine = new RemoteEngine(environment);
		simulator = await startSimulator(options);
	});
	beforeEach(() => simulator?.reset());
	afterAll(async () => {
		await simulator?.close();
		engine.stop();
	});
	return () => {
		if (!simulator) throw new Error('The simulator runs within tests only');
		return simulator;
	};
}

/**
 * SuperOffice Online for the tests of a file, fresh for each test; the engine reaches it by its names.
 * @param environment of the engine, beside its proxy
 */
export function useOnline(environment: Record<string, string> = {}): () => Online {
	const online = useOnlineAlone();
	beforeAll(() => (engine = new RemoteEngine({ ...online().environment, ...environment })));
	afterAll(() => engine.stop());
	return online;
}

/** Starts the engine again, as after a crash or a restart of n8n. */
export function newEngine(): void {
	engine.stop();
	engine = new RemoteEngine({});
}

/** Starts the engine again: it remembers SuperOffice's keys for an hour. */
export function restartEngine(online: Online): void {
	engine.stop();
	engine = new RemoteEngine(online.environment);
}

/** Locators as the form stores them. */
export const byId = (value: number | string) => ({ __rl: true, mode: 'id', value });
export const byName = (value: string) => ({ __rl: true, mode: 'name', value });
