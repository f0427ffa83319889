import type { Carrier } from '../tenant/carriers';
import type { Data } from '../tenant/data';
import { findEntity } from '../records/entity';
import { saleCarrier } from './saleCarrier';
import { SALE } from './saleKind';

/** A sale without what is nested in it; undefined for one that is not there. */
export function simpleSale(data: Data, id: number): Carrier | undefined {
	const entity = findEntity(SALE, data, id);
	return entity && { ...data.sales.get(id), ...saleCarrier(entity) };
}
