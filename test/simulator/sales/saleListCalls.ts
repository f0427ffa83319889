import type { FastifyRequest } from 'fastify';

import {
	dateArgument,
	idsArgument,
	numberArgument,
	numberInQuery,
	type Calls,
} from '../engine/calls';
import { bodyArgument, presentAt } from '../engine/requests';
import type { Carrier, Value } from '../tenant/carriers';
import { SESSION_USER, type Data } from '../tenant/data';
import type { SaleSeed } from '../tenant/workCarriers';
import { simpleSale } from './simpleSale';

const isOpen = ({ status }: SaleSeed) => status === 'Open';
const latestFirst = (one: SaleSeed, other: SaleSeed) => other.date.localeCompare(one.date);

/** Whether a limit is met; -1 is none (OpenAPI file). */
const isAtLeast = (amount: number, limit: number) => limit === -1 || amount >= limit;

const weighted = ({ amount, probability }: SaleSeed) => (amount * probability) / 100;

/** Adds the calls that answer sales without what is nested in them. */
export function addSaleLists({ entity, value }: Calls, data: () => Data): void {
	const all = () => [...data().sales.after()];
	const write = (request: FastifyRequest, ids: number[]) =>
		presentAt(
			request,
			ids.flatMap((id): Carrier[] => {
				const found = simpleSale(data(), id);
				return found ? [found] : [];
			}),
		);
	const list = (name: string, find: (request: FastifyRequest) => SaleSeed[]) =>
		value(name, (request) => {
			const count = bodyArgument(request, 'Count');
			const found = find(request).map(({ id }) => id);
			return write(request, count === undefined ? found : found.slice(0, Number(count)));
		});
	const wanted = (request: FastifyRequest) => (seed: SaleSeed) =>
		bodyArgument(request, 'OnlyOpenSales') !== true || isOpen(seed);

	entity('GetSale', (request) => simpleSale(data(), numberInQuery(request, 'saleId')));
	value('GetSaleList', (request) =>
		write(request, idsArgument(request.body as Value | undefined, 'The request body')),
	);
	list('GetSalesFromContact', (request) => {
		const contactId = numberArgument(request, 'ContactId');
		return all().filter((seed) => seed.contactId === contactId && wanted(request)(seed));
	});
	list('GetSalesFromPerson', (request) => {
		const personId = numberArgument(request, 'PersonId');
		return all().filter((seed) => seed.personId === personId && wanted(request)(seed));
	});
	list('GetOpenSalesForContact', (request) => {
		const contactId = numberArgument(request, 'ContactId');
		return all().filter((seed) => seed.contactId === contactId && isOpen(seed));
	});
	list('GetMyOpportunities', () =>
		all().filter((seed) => seed.associateId === SESSION_USER && isOpen(seed)),
	);
	list('GetRecentSales', (request) => {
		const limit = numberArgument(request, 'AmountLimit');
		const sold = all().filter(
			({ status, amount }) => status === 'Sold' && isAtLeast(amount, limit),
		);
		return sold.sort(latestFirst);
	});
	list('GetUpcomingSales', (request) => {
		const limit = numberArgument(request, 'WeightedAmountLimit');
		const open = all().filter((seed) => isOpen(seed) && isAtLeast(weighted(seed), limit));
		return open.sort(latestFirst);
	});
	list('GetSalesByDate', (request) => {
		const [from, to] = ['FromDate', 'ToDate'].map((name) => dateArgument(request, name));
		const limit = numberArgument(request, 'AmountLimit');
		const status = String(bodyArgument(request, 'Status') ?? 'SaintAll');
		return all()
			.filter((seed) => status === 'SaintAll' || seed.status === status)
			.filter(({ date, amount }) => date >= from && date <= to && isAtLeast(amount, limit));
	});
}
