import type { FastifyInstance, FastifyRequest } from 'fastify';

import { callsOf, idsArgument, numberArgument, textArgument, type Calls } from '../engine/calls';
import { badArgument } from '../engine/failures';
import { bodyArgument, presentAt } from '../engine/requests';
import { REASONS, REASONS_SOLD } from '../lists/saleItems';
import { findEntity, updateEntity } from '../records/entity';
import { isNumberValid } from '../records/numbers';
import type { Value } from '../tenant/carriers';
import type { Data } from '../tenant/data';
import { recalculateDueDates, nextDueDate } from './dueDates';
import { SALE } from './saleKind';
import { addSaleLists } from './saleListCalls';
import { nextStage, probabilityOf, typeOf } from './saleRules';

/** How a call closes sales: the status, and the reason's property and list. */
const CLOSINGS = {
	Sold: { property: 'ReasonSold', items: REASONS_SOLD },
	Lost: { property: 'Reason', items: REASONS },
} as const;

/**
 * Changes the status of sales, and nothing else: not whether they are completed (OpenAPI file). That
 * all of them have to be there, and that amount, date and probability stay, is a guess.
 */
function close(
	data: Data,
	status: keyof typeof CLOSINGS,
	value: Value | undefined,
	reasonId?: number,
): void {
	const { property, items } = CLOSINGS[status];
	const ids = idsArgument(value, 'SaleIds');
	const missing = ids.find((id) => !SALE.has(data, id));
	if (missing !== undefined) throw badArgument(`Sale id ${missing} not found`);
	if (reasonId !== undefined && reasonId !== 0 && !items.some(({ id }) => id === reasonId)) {
		throw badArgument(`${property} has no entry ${reasonId}`);
	}
	for (const id of ids) {
		const reason = reasonId === undefined ? {} : { [property]: { Id: reasonId } };
		updateEntity(SALE, data, { ...findEntity(SALE, data, id), Status: status, ...reason });
	}
}

function addClosings({ nothing }: Calls, data: () => Data): void {
	for (const status of ['Sold', 'Lost'] as const) {
		const ids = (request: FastifyRequest) => bodyArgument(request, 'SaleIds');
		nothing(`SetAs${status}`, (request) => close(data(), status, ids(request)));
		nothing(`SetAs${status}WithReason`, (request) =>
			close(data(), status, ids(request), numberArgument(request, 'ReasonId')),
		);
	}
}

function addQuestions({ value, nothing }: Calls, data: () => Data): void {
	const seedOf = (request: FastifyRequest) =>
		data().sales.seeds.get(numberArgument(request, 'SaleId'));
	const saleType = (request: FastifyRequest) => typeOf(seedOf(request)?.typeId ?? 0);
	value('GetProbabilityFromStage', (request) => probabilityOf(numberArgument(request, 'StageId')));
	value('GetNextSaleStage', (request) => {
		const seed = seedOf(request);
		return seed ? nextStage(seed, bodyArgument(request, 'IncludeCurrentStage') === true) : 0;
	});
	value('HasGuide', (request) => saleType(request)?.hasGuide ?? false);
	value('HasGuideActivities', () => false);
	value('OfferAutoNextStageOnApppointmentCompleted', () => false);
	value(
		'HasStakeholderSetting',
		(request) => data().stakeholdersEnabled && (saleType(request)?.hasStakeholders ?? false),
	);
	value('SaleHasQuote', (request) => data().quotes.has(numberArgument(request, 'SaleId')));
	value('IsNumberValid', (request) =>
		isNumberValid(
			data(),
			'Sale',
			numberArgument(request, 'ContactId'),
			textArgument(request, 'Number'),
		),
	);
	value('GetNextDueDate', (request) =>
		presentAt(request, nextDueDate(data(), numberArgument(request, 'SaleId')), ['NextDueDate']),
	);
	nothing('BatchUpdateNextDueDate', () => recalculateDueDates(data()));
}

/** Adds the agent calls that only sales have. */
export function addSaleAgent(app: FastifyInstance, agent: string, data: () => Data): void {
	const calls = callsOf(app, agent);
	addClosings(calls, data);
	addQuestions(calls, data);
	addSaleLists(calls, data);
}
