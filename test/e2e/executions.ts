import { parse } from 'flatted';
import { sleep, type INodeExecutionData, type IRunExecutionData } from 'n8n-workflow';

/** An execution that has ended, as n8n has stored it. */
export interface Ended {
	status: string;
	/** What a node put out. */
	itemsOf(node: string): INodeExecutionData[];
}

/** Asks n8n's database, whichever that is. */
export type Query = <T>(sql: string) => T[];

interface Row {
	status: string;
	/** As `flatted` writes it. */
	data: string;
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
export async function settledExecutions(
	query: Query,
	workflowId: string,
	count: number,
): Promise<Ended[]> {
	const own = `"workflowId" = '${workflowId}'`;
	const isOpen = "status IN ('new', 'running', 'waiting')";
	for (;;) {
		const [{ open, total }] = query<{ open: number; total: number }>(
			`SELECT count(*) FILTER (WHERE ${isOpen}) AS open, count(*) AS total FROM execution_entity WHERE ${own}`,
		);
		if (open === 0 && total >= count) break;
		await sleep(1000);
	}
	const rows = query<Row>(
		`SELECT status, data FROM execution_entity JOIN execution_data ON "executionId" = id WHERE ${own}`,
	);
	return rows.map(toEnded);
}
