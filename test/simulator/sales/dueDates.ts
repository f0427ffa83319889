import { storedInstant } from '../engine/dates';
import { findEntity } from '../records/entity';
import { NEVER } from '../records/kind';
import { idOf, sale } from '../records/references';
import type { Data } from '../tenant/data';
import { SALE } from './saleKind';

/** When the first follow-up of a sale is that is yet to come and to do; NEVER for none. */
export function nextDueDate({ appointments, now }: Data, saleId: number): string {
	const today = storedInstant(now());
	const dates = appointments
		.changed()
		.filter(({ Sale, Completed }) => idOf(Sale, sale) === saleId && Completed !== 'Completed')
		.map(({ StartDate }) => String(StartDate))
		.filter((date) => date >= today);
	return dates.sort()[0] ?? NEVER;
}

/** Writes those dates into the sales that have follow-ups: others know them only afterwards, a guess. */
export function recalculateDueDates(data: Data): void {
	const ids = new Set(data.appointments.changed().map(({ Sale }) => idOf(Sale, sale)));
	for (const id of ids) {
		const stored = findEntity(SALE, data, id);
		if (!stored) continue;
		const NextDueDate = nextDueDate(data, id);
		data.written.Sale.set(id, { ...stored, NextDueDate });
	}
}
