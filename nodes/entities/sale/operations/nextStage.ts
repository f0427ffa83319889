import map from 'lodash/map';

import { lookUpFor } from '../../../crud/body/readBody';
import type { Operation } from '../../../crud/operation';
import { getRecordForUpdate, patchRecord } from '../../../crud/record';
import { readResponseOptions } from '../../../crud/responseOptions';
import { lockTarget, targetControl, targetRef } from '../../../crud/target';
import { FieldError, quote } from '../../../shared/fields/fieldKind';
import { asRecord, type JsonObject } from '../../../shared/json';
import { fetchListEntries } from '../../../shared/lookup/mdoListSource';
import type { Choice } from '../../../shared/lookup/source';
import { SALE_STAGES } from '../../../shared/lookup/sources';
import { optionsForm } from '../../../shared/optionsForm';
import { outputOptions } from '../../../shared/output';

/** A sold or lost sale has come to its end. */
const CLOSED = ['Sold', 'Lost'];

/** What is against moving a sale, and what to do; nothing where there is a next stage. */
function whyNot(
	{ Status, Rating, SaleType }: JsonObject,
	stages: Choice[],
	index: number,
): [problem: string, advice: string] {
	const { Id: stage, Value: name } = asRecord(Rating);
	const { Id: typeId, Value: type } = asRecord(SaleType);
	const all = `The stages of the sale type ${quote(type)} are: ${map(stages, 'name').join(', ')}.`;
	if (CLOSED.includes(String(Status))) {
		return [
			`it is ${String(Status).toLowerCase()}`,
			'Only open and stalled sales have a next stage.',
		];
	}
	if (!typeId) return ['it has no sale type', 'Set one, as the order of the stages depends on it.'];
	if (stages.length === 0) {
		return [`its sale type ${quote(type)} has no stages`, 'Set the stage with Update.'];
	}
	if (stage && index < 0) return [`its stage ${quote(name)} is none of its sale type's`, all];
	return [`there is no stage after ${quote(name)}`, all];
}

/**
 * PATCH /api/v1/Sale/{id} with the stage after the present one, in the order of the list of its sale
 * type. The agent's GetNextSaleStage is said to give the present stage, unless that was deleted.
 */
export const nextStage: Operation = {
	label: 'Move to Next Stage',
	action: 'Move {record} to next stage',
	description: 'Move a sale to the stage after the present one, as its sale type orders them',
	properties: (entity) => [targetControl(entity), optionsForm(...outputOptions)],
	async execute(call) {
		const { options, output } = readResponseOptions(call);
		const id = await lockTarget(call, options);
		const sale = await getRecordForUpdate(call, options, id, ['Rating', 'SaleType', 'Status']);
		const { Id: stage = 0 } = asRecord(sale.Rating);
		const typeId = Number(asRecord(sale.SaleType).Id ?? 0);
		const lookUp = lookUpFor(call, options);
		const stages =
			typeId > 0 ? await fetchListEntries(lookUp, SALE_STAGES, `SaleTypeID=${typeId}`) : [];
		const index = stages.findIndex((one) => one.id === stage);
		// A sale may have no stage yet.
		const next = stage && index < 0 ? undefined : stages[index + 1];
		if (!next || CLOSED.includes(String(sale.Status))) {
			throw new FieldError(targetRef(call.entity), ...whyNot(sale, stages, index));
		}
		const changes = { Rating: { Id: next.id } };
		return await output.shape(await patchRecord(call, options, id, changes, output.query));
	},
};
