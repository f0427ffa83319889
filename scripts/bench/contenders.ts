import type { INode, INodeParameters } from 'n8n-workflow';

import { readConcurrency } from '../../nodes/shared/requestLimits';

/** This node's own concurrency. */
export const USUAL = readConcurrency({});

/** One that creates an appointment for each item. */
export interface Contender {
	name: string;
	type: string;
	typeVersion: number;
	/** The node's parameters, for the address of the web service. */
	parameters(baseUrl: string): INodeParameters;
	/** How many calls it has under way at most; any number where it sets none. */
	atOnce?: number;
	/** The node's settings; without any it goes on after errors. */
	settings?: Partial<INode>;
	/** Whether it does nothing but n8n's own calls. */
	isBare?: true;
}

/** The item's fields, as n8n's editor writes those that are dragged into parameters. */
const BY_FIELDS = {
	title: '={{ $json.title }}',
	startDate: '={{ $json.startDate }}',
	endDate: '={{ $json.endDate }}',
};

/** Expressions that only n8n itself can evaluate. */
const BY_EXPRESSIONS = {
	title: '={{ $json.title.trim() }}',
	startDate: '={{ $json.startDate.trim() }}',
	endDate: '={{ $json.endDate.trim() }}',
};

const BY_ITEM = { specifyBody: 'autoMap' };

/** The answer's number alone, as n8n itself takes long to store what is put out. */
const NUMBER_ALONE = { output: 'selected', select: ['AppointmentId'] };

/**
 * This node.
 * @param atOnce the option Concurrency; left out, its own
 * @param more what describes the appointment, and further parameters
 */
export const thisNode = (
	name: string,
	atOnce?: number,
	more: INodeParameters = BY_FIELDS,
): Contender => ({
	name,
	type: 'n8n-nodes-superoffice.superOffice',
	typeVersion: 1,
	atOnce: atOnce ?? USUAL,
	parameters: () => ({
		resource: 'appointment',
		operation: 'create',
		...NUMBER_ALONE,
		options: atOnce === undefined ? {} : { concurrency: atOnce },
		...more,
	}),
});

/** n8n's HTTP Request node with the same credential, body and answer. */
export const httpRequest = (name: string, options: INodeParameters = {}): Contender => ({
	name,
	type: 'n8n-nodes-base.httpRequest',
	typeVersion: 4.2,
	parameters: (baseUrl) => ({
		method: 'POST',
		url: `${baseUrl}/api/v1/Appointment`,
		authentication: 'predefinedCredentialType',
		nodeCredentialType: 'superOfficeApi',
		sendQuery: true,
		queryParameters: { parameters: [{ name: '$select', value: 'AppointmentId' }] },
		sendBody: true,
		specifyBody: 'json',
		jsonBody: '={{ { Title: $json.title, StartDate: $json.startDate, EndDate: $json.endDate } }}',
		options,
	}),
});

/** The same calls by n8n's own helper, and nothing else: what no node can do with less. */
export const bareCalls = (atOnce: number): Contender => ({
	name: `bare calls, ${atOnce} at once`,
	type: 'CUSTOM.bench',
	typeVersion: 1,
	atOnce,
	isBare: true,
	parameters: () => ({ does: 'calls', atOnce: String(atOnce) }),
});

/** Bare calls whose values n8n resolves as it does this node's: what no node can do with less that takes expressions. */
const bareExpressions = (atOnce: number): Contender => ({
	...bareCalls(atOnce),
	name: `bare calls and expressions, ${atOnce} at once`,
	isBare: undefined,
	parameters: () => ({ does: 'resolvedCalls', atOnce: String(atOnce), ...BY_EXPRESSIONS }),
});

/** What lets this node create each appointment once, whatever happens. */
export const CHECK_FIRST: INodeParameters = {
	...BY_FIELDS,
	keyField: { __rl: true, mode: 'id', value: 'SuperOffice:1' },
};

/** The HTTP Request node, run again by n8n with all its items where one of them fails. */
export const RETRY_ON_FAIL: Contender = {
	...httpRequest('HTTP Request, Retry On Fail'),
	settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 1000, onError: 'stopWorkflow' },
};

const batches = (batchSize: number, batchInterval: number): INodeParameters => ({
	batching: { batch: { batchSize, batchInterval } },
});

/** Those that are quick enough for any number of items. */
export const quick = (concurrencies: number[]): Contender[] => [
	...concurrencies.flatMap((atOnce) => [
		thisNode(
			atOnce === USUAL ? `this node (${atOnce} at once)` : `this node, ${atOnce} at once`,
			atOnce === USUAL ? undefined : atOnce,
		),
		bareCalls(atOnce),
	]),
	bareExpressions(USUAL),
	httpRequest('HTTP Request'),
];

/** Those that wait a lot, or differ little from the others. */
export const slow = (): Contender[] => [
	thisNode('this node, mapped from the item', undefined, BY_ITEM),
	thisNode('this node, expressions that n8n evaluates', undefined, BY_EXPRESSIONS),
	httpRequest('HTTP Request, batches of 8, interval 0', batches(8, 0)),
	httpRequest('HTTP Request, batches of 50, interval 1 s', batches(50, 1000)),
	thisNode('one at a time', 1),
];
