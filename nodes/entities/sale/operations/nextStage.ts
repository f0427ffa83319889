import { lookUpFor } from '../../../crud/body/readBody';
import type { Operation } from '../../../crud/operation';
import { getRecordForUpdate, patchRecord } from '../../../crud/record';
import { readResponseOptions } from '../../../crud/responseOptions';
import { lockTarget, targetControl, targetRef } from '../../../crud/target';
import { FieldError } from '../../../shared/fields/fieldKind';
import { asRecord } from '../../../shared/json';
import { fetchListEntries } from '../../../shared/lookup/mdoListSource';
import { SALE_STAGES } from '../../../shared/lookup/sources';
import { optionsForm } from '../../../shared/optionsForm';
import { outputOptions } from '../../../shared/output';

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
		const sale = await getRecordForUpdate(call, options, id, ['Rating', 'SaleType']);
		const { Id: stage = 0, Value: name } = asRecord(sale.Rating);
		const saleType = asRecord(sale.SaleType);
		const lookUp = lookUpFor(call, options);
		const stages = await fetchListEntries(
			lookUp,
			SALE_STAGES,
			`SaleTypeID=${Number(saleType.Id ?? 0)}`,
		);
		const index = stages.findIndex((one) => one.id === stage);
		// A sale may have no stage yet.
		const next = stage && index < 0 ? undefined : stages[index + 1];
		if (!next) {
			const problem = `there is no stage after ${String(name ?? stage)}`;
			const advice = `The stages of the sale type ${String(saleType.Value ?? '')} are: ${stages.map((one) => one.name).join(', ')}.`;
			throw new FieldError(targetRef(call.entity), problem, advice);
		}
		const changes = { Rating: { Id: next.id } };
		return await output.shape(await patchRecord(call, options, id, changes, output.query));
	},
};
