import { bodyValue } from '../engine/values';
import type { Carrier } from '../tenant/carriers';

const text = (value: Carrier[string], property: string) => bodyValue(value, property) ?? '';

/** What the flat carrier has of a document that was written, beyond its seed. */
export function documentCarrier(entity: Carrier): Carrier {
	return {
		Attention: entity.Attention,
		OurRef: entity.OurRef,
		YourRef: entity.YourRef,
		Description: entity.Description,
		IsPublished: entity.IsPublished,
		Snum: entity.Snum,
		PersonFullName: text(entity.Person, 'FullName'),
		AssociateFullName: text(entity.Associate, 'FullName'),
		ContactName: text(entity.Contact, 'Name'),
		ProjectName: text(entity.Project, 'Name'),
		SaleName: text(entity.Sale, 'Title'),
	};
}
