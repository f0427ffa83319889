/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-dangerous-functions -- asks the database of the tests, never part of the package */
import { execFileSync } from 'node:child_process';
import { parse } from 'flatted';
import { sleep, type INodeExecutionData, type IRunExecutionData } from 'n8n-workflow';

import { database } from './running';

/** An execution that has ended, as n8n has stored it. */
export interface Ended {
	status: string;
	/** What a node put out. */
	itemsOf(node: string): INodeExecutionData[];
}

interface Row {
	status: string;
	/** As `flatted` writes it. */
	data: string;
}

/** Rows of a query to n8n's database. */
function query<T>(sql: string): T[] {
	const command = `SELECT coalesce(json_agg(found), '[]') FROM (${sql}) AS found`;
	const args = ['--no-align', '--tuples-only', '--command', command, database];
	return JSON.parse(execFileSync('psql', args, { encoding: 'utf8', maxBuffer: 2 ** 30 })) as T[];
}

function toEnded({ status, data }: Row): Ended {
	const { runData } = (parse(data) as IRunExecutionData).resultData;
	return { status, itemsOf: (node) => runData[node]?.[0]?.data?.main?.[0] ?? [] };
}

/**
 * All executions of a workflow, once so many have ended and none is under way. They come from the
 * database: the list of n8n 2's editor leaves out some from one page to the next, where they did not
 * start in the order in which they came, and the public API of n8n 1 some that it takes for running.
 */
export async function settledExecutions(workflowId: string, count: number): Promise<Ended[]> {
	const own = `"workflowId" = '${workflowId}'`;
	const isOpen = "status IN ('new', 'running', 'waiting')";
	for (;;) {
		const [{ open, all }] = query<{ open: number; all: number }>(
			`SELECT count(*) FILTER (WHERE ${isOpen}) AS open, count(*) AS all FROM execution_entity WHERE ${own}`,
		);
		if (open === 0 && all >= count) break;
		await sleep(1000);
	}
	const rows = query<Row>(
		`SELECT status, data FROM execution_entity JOIN execution_data ON "executionId" = id WHERE ${own}`,
	);
	return rows.map(toEnded);
}
