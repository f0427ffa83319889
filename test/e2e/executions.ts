import { sleep, type INodeExecutionData, type IRunExecutionData } from 'n8n-workflow';

import type { Client } from './client';

/** An execution that has ended, as n8n lists it. */
export interface Ended {
	status: string;
	/** What a node put out. */
	itemsOf(node: string): INodeExecutionData[];
}

interface Page {
	data: Array<{ status: string; data?: IRunExecutionData }>;
	nextCursor: string | null;
}

/**
 * All executions of a workflow. They are asked for by n8n's public API: the list of the editor leaves
 * out some from one page to the next, where they did not start in the order in which they came.
 */
export class Executions {
	private constructor(
		private readonly client: Client,
		private readonly workflowId: string,
		private readonly apiKey: string,
	) {}

	static async of(client: Client, workflowId: string): Promise<Executions> {
		const { rawApiKey } = await client.call<{ rawApiKey: string }>('POST', '/api-keys', {
			label: 'Executions',
			scopes: ['execution:list', 'execution:read'],
			expiresAt: null,
		});
		return new Executions(client, workflowId, rawApiKey);
	}

	private async areUnderWay(): Promise<boolean> {
		const filter = JSON.stringify({
			workflowId: this.workflowId,
			status: ['new', 'running', 'waiting'],
		});
		const path = `/executions?limit=1&filter=${encodeURIComponent(filter)}`;
		const { results } = await this.client.call<{ results: unknown[] }>('GET', path);
		return results.length > 0;
	}

	private async ended(): Promise<Ended[]> {
		const { workflowId } = this;
		const all: Ended[] = [];
		for (let cursor: string | null = ''; cursor !== null;) {
			const query = new URLSearchParams({ workflowId, includeData: 'true', limit: '250' });
			if (cursor !== '') query.set('cursor', cursor);
			const answer = await fetch(`${this.client.url}/api/v1/executions?${query}`, {
				headers: { 'X-N8N-API-KEY': this.apiKey },
			});
			if (!answer.ok) throw new Error(`Executions: ${answer.status} ${await answer.text()}`);
			const page = (await answer.json()) as Page;
			for (const { status, data } of page.data) {
				const { runData } = data?.resultData ?? { runData: {} };
				all.push({ status, itemsOf: (node) => runData[node]?.[0]?.data?.main?.[0] ?? [] });
			}
			cursor = page.nextCursor;
		}
		return all;
	}

	/** All of them, once so many have ended and none is under way. */
	async settled(count: number): Promise<Ended[]> {
		while (await this.areUnderWay()) await sleep(1000);
		const all = await this.ended();
		if (all.length >= count) return all;
		// n8n lists an execution a moment after it has ended.
		await sleep(1000);
		return await this.settled(count);
	}
}
