import { bodyValue } from '../engine/values';
import type { Carrier } from '../tenant/carriers';

const text = (value: Carrier[string], property: string) => bodyValue(value, property) ?? '';

/** What other records have of a sale that was written, beyond its seed. */
export function saleCarrier(entity: Carrier): Carrier {
	return {
		ContactName: text(entity.Contact, 'Name'),
		ProjectName: text(entity.Project, 'Name'),
		PersonFullName: text(entity.Person, 'FullName'),
		AssociateFullName: text(entity.Associate, 'FullName'),
		Description: entity.SaleText,
		NextDueDate: entity.NextDueDate,
	};
}
