import { storedInstant } from '../engine/dates';
import type { Data } from '../tenant/data';
import { NEVER } from '../records/kind';
import { attachment } from '../tenant/ticketCarriers';
import type { MessageSeed, TicketSeed } from '../tenant/ticketSeeds';

/** Messages by the numbers of their requests, and of which version of the list. */
interface Index {
	version: number;
	byTicket: Map<number, MessageSeed[]>;
}

const indexes = new WeakMap<Data['ticketMessages'], Index>();

/** The messages of a request, in the order of their numbers. */
export function messagesOf({ ticketMessages }: Data, ticketId: number): MessageSeed[] {
	const { version } = ticketMessages;
	let index = indexes.get(ticketMessages);
	if (index?.version !== version) {
		const byTicket = new Map<number, MessageSeed[]>();
		for (const seed of ticketMessages.after()) {
			byTicket.set(seed.ticketId, [...(byTicket.get(seed.ticketId) ?? []), seed]);
		}
		index = { version, byTicket };
		indexes.set(ticketMessages, index);
	}
	return index.byTicket.get(ticketId) ?? [];
}

/** Whether a message went to the customer: that replies are counted so is a guess. */
export const isReply = ({ slevel, badge }: MessageSeed): boolean =>
	slevel === 'External' && (badge === 'Reply' || badge === 'Outgoing');

/** What a request knows of its messages. */
export function countsOf(data: Data, ticketId: number) {
	const messages = messagesOf(data, ticketId);
	return {
		TimeSpent: messages.reduce((sum, { timeSpent }) => sum + timeSpent, 0),
		HasAttachment: messages.some(({ attachments }) => attachments.length > 0),
		NumReplies: messages.filter(isReply).length,
		NumMessages: messages.length,
	};
}

/** The records of the attachments of a message. */
export const attachmentsOf = ({ attachments }: Data, { attachments: ids }: MessageSeed) =>
	ids.flatMap((id) => {
		const found = attachments.seeds.get(id);
		return found ? [attachment(found)] : [];
	});

/** Marks a request as changed now. */
export function touchTicket(
	data: Data,
	ticketId: number,
	change: (seed: TicketSeed, now: string) => Partial<TicketSeed> = () => ({}),
): void {
	const seed = data.tickets.seeds.get(ticketId);
	const now = storedInstant(data.now());
	if (seed) data.tickets.set({ ...seed, lastChanged: now, ...change(seed, now) });
}

/** The first reply is when a request was replied to. */
export const repliedNow = ({ repliedAt }: TicketSeed, now: string): Partial<TicketSeed> => ({
	repliedAt: repliedAt === NEVER ? now : repliedAt,
});
