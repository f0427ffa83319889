import type { Carrier } from '../tenant/carriers';
import { SESSION_USER, type Data } from '../tenant/data';
import { badArgument } from '../engine/failures';
import { bodyValue } from '../engine/values';
import { asBooking } from './booking';
import { checkEditable } from './editable';
import { identityOf, ownerOf } from './participants';
import { updateAppointment } from './write';

/**
 * Gives an appointment another owner, who has not agreed yet unless it is the user: a guess.
 * @throws Failure 400, a guess, for a participant who is no associate
 */
export function assign(data: Data, row: Carrier, participant: Carrier): Carrier {
	const { AssociateId = 0, PersonId = 0 } = Object.fromEntries(
		['AssociateId', 'PersonId'].map((name) => [name, bodyValue(participant, name) ?? 0]),
	);
	const identity = identityOf(data, { AssociateId, PersonId });
	const owner = data.associates.get(Number(identity.slice(1)));
	if (!owner || !identity.startsWith('a')) throw badArgument('The participant is no associate');
	if (owner.AssociateId === ownerOf(row)) return row;
	const isMine = owner.AssociateId === SESSION_USER;
	const next: Carrier = {
		...row,
		Associate: owner,
		AssignedBy: data.associates.get(SESSION_USER) ?? null,
		AssignmentStatus: isMine ? 'None' : 'Assigning',
		Type: isMine ? row.Type : asBooking(row.Type),
	};
	checkEditable(row, next);
	return updateAppointment(data, row, next);
}
