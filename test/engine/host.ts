/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a process of the tests, never part of the package */
import { stringify } from 'flatted';

import { runWorkflow } from '.';
import type { Answer, Order } from './remote';

/** Runs the workflows that its parent process orders, one at a time, in a Node without jest around it. */
process.on('message', (order: Order) => {
	runWorkflow(...order.run).then(
		({ run, decryptions }) => {
			// As n8n writes executions to its database.
			const stored = stringify(run.data);
			process.send?.({ id: order.id, stored, decryptions } satisfies Answer);
		},
		(error: unknown) => {
			process.send?.({ id: order.id, failure: String(error) } satisfies Answer);
		},
	);
});
