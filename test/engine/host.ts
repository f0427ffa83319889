/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a process of the tests, never part of the package */
import './preload';

import { stringify } from 'flatted';

import { runWorkflow } from './index';
import { testCredential } from './credentialTest';
import { askForm } from './dynamic';
import { startAnew } from './fresh';
import { pollWorkflow } from './poll';
import type { Answer, Order, Start } from './remote';
import { callWebhook } from './webhook';

async function carryOut(order: Order): Promise<Answer> {
	const { id } = order;
	if ('test' in order) return { id, complaint: await testCredential(order.test) };
	if ('webhook' in order) return { id, started: await callWebhook(...order.webhook) };
	if ('form' in order) return { id, offered: await askForm(...order.form) };
	if ('poll' in order) return { id, polled: await pollWorkflow(...order.poll) };
	const { run, ...outcome } = await runWorkflow(...order.run);
	// As n8n writes executions to its database.
	return { id, stored: stringify(run.data), ...outcome };
}

/** Does what its parent process orders, in a Node without jest around it. */
process.on('message', (order: Order | Start) => {
	if ('start' in order) return void startAnew(order.start);
	carryOut(order).then(
		(answer) => process.send?.(answer),
		(error: Error & { description?: string }) => {
			const { message, description } = error;
			process.send?.({ id: order.id, failure: message, description } satisfies Answer);
		},
	);
});

// Ends as a process should, so that what it leaves behind is cleared away.
process.on('disconnect', () => process.exit(0));
