import type { FastifyRequest } from 'fastify';

import type { Carrier } from '../tenant/carriers';
import { badArgument } from '../engine/failures';
import { bodyArgument } from '../engine/requests';
import { isCarrier } from '../engine/values';
import type { Agent } from './agent';
import { acceptRefusal, answerInvitations, type Answer } from './answers';
import { assign } from './assign';
import { readMode, rowsFor } from './modes';

/** Adds the calls that answer invitations, and those that hand appointments on. */
export function addAnswerCalls({ data, find, entity, nothing }: Agent): void {
	const answer = (name: string, status: Answer) =>
		nothing(name, (request) => {
			const mode = readMode(bodyArgument(request, 'UpdateMode'));
			const found = find(request);
			const reason = String(bodyArgument(request, 'RejectReason') ?? '');
			if (found) answerInvitations(data(), rowsFor(data(), found, mode), status, reason);
		});
	answer('Accept', 'Accepted');
	answer('Reject', 'Declined');
	answer('SetSeen', 'Seen');

	/** Does the same with all rows that the mode means. */
	const each = (request: FastifyRequest, change: (row: Carrier) => Carrier) => {
		const mode = readMode(bodyArgument(request, 'UpdateMode'));
		const found = find(request);
		return found && rowsFor(data(), found, mode).map(change)[0];
	};
	entity('AcceptRejected', (request) => each(request, (row) => acceptRefusal(data(), row)));
	entity('AssignTo', (request) => {
		const participant = bodyArgument(request, 'Participant');
		if (!isCarrier(participant)) throw badArgument('Participant is missing');
		return each(request, (row) => assign(data(), row, participant));
	});
}
