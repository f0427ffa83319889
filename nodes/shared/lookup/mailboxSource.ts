import { expectList } from '../transport/expectedBody';
import { containsText, exactMatches, type Choice, type LookUp, type LookupSource } from './source';

/** The mailboxes of Service by their addresses (the customer service agent's GetMailboxes). */
async function fetchMailboxes(lookUp: LookUp): Promise<Choice[]> {
	const found = await lookUp({
		method: 'POST',
		path: 'Agents/CustomerService/GetMailboxes',
		expect: expectList('MailInFilterId'),
		readsOnly: true,
		purpose: 'reading the mailboxes',
	});
	return (found as Array<Record<string, string>>).map((one) => ({
		id: Number(one.MailInFilterId),
		name: one.Address,
		...(one.CategoryName && { detail: one.CategoryName }),
	}));
}

/** Mailboxes, which come whole in one call. */
export const mailboxSource: LookupSource = {
	words: ['mailbox', 'mailboxes'],
	search: async (lookUp, text) => ({
		choices: (await fetchMailboxes(lookUp)).filter(({ name }) => containsText(name, text)),
	}),
	findByName: async (lookUp, name) =>
		exactMatches(await fetchMailboxes(lookUp), (one) => one.name, name),
};
