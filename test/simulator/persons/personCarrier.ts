import { valuesOf } from '../records/elements';
import { bodyValue } from '../engine/values';
import type { Carrier } from '../tenant/carriers';

/** The properties that the flat carrier has under the same name. */
const SAME = [
	...['Mrmrs', 'MiddleName', 'Title', 'Description', 'FormalName', 'PersonNumber', 'Kanafname'],
	...['Kanalname', 'Post1', 'Post2', 'Post3', 'UsePersonAddress', 'ActiveInterests'],
];

/** What other records have of a person that was written, beyond the seed. */
export function personCarrier(entity: Carrier): Carrier {
	return {
		...Object.fromEntries(SAME.map((name) => [name, entity[name]])),
		Position: bodyValue(entity.Position, 'Value') ?? '',
		DirectPhone: valuesOf(entity.OfficePhones)[0] ?? '',
		MobilePhone: valuesOf(entity.MobilePhones)[0] ?? '',
		FaxPhone: valuesOf(entity.Faxes)[0] ?? '',
		CountryId: bodyValue(entity.Country, 'CountryId') ?? 0,
		ContactName: bodyValue(entity.Contact, 'Name') ?? '',
		ContactFullName: bodyValue(entity.Contact, 'FullName') ?? '',
		ContactDepartment: bodyValue(entity.Contact, 'Department') ?? '',
		AssociateName: bodyValue(entity.Associate, 'Name') ?? '',
		AssociateId: bodyValue(entity.Associate, 'AssociateId') ?? 0,
		CategoryName: bodyValue(entity.Category, 'Value') ?? '',
		TicketPriorityId: bodyValue(entity.TicketPriority, 'Id') ?? 0,
		SupportLanguageId: bodyValue(entity.CustomerLanguage, 'Id') ?? 0,
		SupportAssociateId: bodyValue(entity.SupportAssociate, 'AssociateId') ?? 0,
	};
}
