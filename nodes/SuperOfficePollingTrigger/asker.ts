import { NodeOperationError, type INode } from 'n8n-workflow';

import type { EntityDefinition } from '../entities/entity';
import type { Seconds } from '../shared/archive/position';
import type { Json } from '../shared/json';
import type { Patience } from '../shared/transport/deliver';
import type { Outcome } from '../shared/transport/outcome';
import type { ApiRequest, Session } from '../shared/transport/request';
import { DateTime } from 'luxon';

/** Asks SuperOffice, and learns what time it is there. */
export interface Asker {
	ask(request: ApiRequest): Promise<Json>;
	/**
	 * SuperOffice's time before the first request. n8n's clock may be hours off: it only measures how long
	 * the answer took.
	 * @throws NodeOperationError where the answer tells none
	 */
	now(): Seconds;
}

/** The time in an answer's header Date, which is in whole seconds (RFC 9110, section 6.6.1). */
function timeIn(outcome: Outcome): Seconds | undefined {
	if ('thrown' in outcome) return undefined;
	const date = DateTime.fromHTTP(String(outcome.answer.headers.date ?? ''));
	return date.isValid ? date.toSeconds() : undefined;
}

const NEXT_POLL =
	'No change is lost: the next poll takes all that has changed since the last one that succeeded.';

const NO_TIME =
	"SuperOffice's answer does not tell the time (header Date), by which changes are found";

/** Asks for changes on behalf of a poll. */
export function askerFor(
	node: INode,
	{ words }: EntityDefinition,
	session: Session,
	patience: Patience,
): Asker {
	let first: Seconds | undefined;
	return {
		async ask(request) {
			const begun = Date.now();
			const purpose = `looking for changed ${words.many}`;
			const all = { ...request, purpose, comesAgain: NEXT_POLL };
			const outcome = await session.deliver(all, patience);
			const answer = await session.read(all, outcome, 0);
			const took = Math.max(0, Date.now() - begun) / 1000;
			const time = timeIn(outcome);
			if (time !== undefined) first ??= time - took;
			return answer;
		},
		now() {
			if (first !== undefined) return first;
			const description =
				'Check whether something between n8n and SuperOffice, such as a proxy, takes it out.';
			throw new NodeOperationError(node, NO_TIME, { description });
		},
	};
}
