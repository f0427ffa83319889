import type { Carrier } from '../tenant/carriers';
import type { Data } from '../tenant/data';
import { bookingOf } from './booking';
import { identityOf, ownerOf, participantsOf } from './participants';

/** Where a participant's mail goes; users' addresses are made of their logins. */
function addressOf(data: Data, participant: Carrier): string {
	if (participant.EmailAddress) return String(participant.EmailAddress);
	const identity = identityOf(data, participant);
	const id = Number(identity.slice(1));
	const user = data.associates.seeds.get(id)?.name.toLowerCase() ?? '';
	return identity.startsWith('a')
		? `${user}@example.com`
		: (data.persons.seeds.get(id)?.email ?? '');
}

/** Notes the mails of a call: one to each participant who is marked to get them, but the owner. */
export function sendMails(data: Data, row: Carrier): void {
	const [master] = bookingOf(data, row);
	for (const participant of participantsOf(master)) {
		const isOwner = identityOf(data, participant) === `a${ownerOf(master)}`;
		if (participant.SendEmail !== true || isOwner) continue;
		const to = addressOf(data, participant);
		data.mails.push({ appointmentId: Number(master.AppointmentId), to });
	}
}
