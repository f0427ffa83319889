import { parse } from 'flatted';
import type { INodeExecutionData, IRunExecutionData } from 'n8n-workflow';

import type { Client } from '../e2e/client';
import { major } from '../e2e/running';

/** An execution as n8n lists it. */
export interface Listed {
	id: string;
	status: string;
}

interface Page {
	results: Listed[];
	/** Where n8n 2 goes on. */
	nextCursor?: string | null;
}

const PAGE_SIZE = 100;

/** How the page after this one is asked for; undefined when there is none. */
function nextPage({ results, nextCursor }: Page): string | undefined {
	if (results.length < PAGE_SIZE) return undefined;
	return major === '1' ? `&lastId=${results.at(-1)?.id}` : `&cursor=${nextCursor}`;
}

/** All executions of a workflow that have one of these statuses, as the list of n8n's editor has them. */
export async function listExecutions(
	client: Client,
	workflowId: string,
	status: string[],
): Promise<Listed[]> {
	const filter = encodeURIComponent(JSON.stringify({ workflowId, status }));
	const all: Listed[] = [];
	for (let where: string | undefined = ''; where !== undefined;) {
		const path = `/executions?limit=${PAGE_SIZE}&filter=${filter}${where}`;
		const page: Page = await client.call('GET', path);
		all.push(...page.results);
		where = nextPage(page);
	}
	return all;
}

/** What the nodes of an execution put out, by their names. */
export async function readItems(
	client: Client,
	id: string,
): Promise<(node: string) => INodeExecutionData[]> {
	const { data } = await client.call<{ data: string }>('GET', `/executions/${id}`);
	const { runData } = (parse(data) as IRunExecutionData).resultData;
	return (node) => runData[node]?.[0]?.data?.main?.[0] ?? [];
}
