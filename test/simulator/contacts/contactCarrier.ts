import { valuesOf } from '../records/elements';
import { bodyValue } from '../engine/values';
import type { Carrier } from '../tenant/carriers';

/** What other records have of a company that was written, beyond its seed. */
export function contactCarrier(entity: Carrier): Carrier {
	const { OrgNr, Number1, Number2, Kananame, Address, Associate, Business, Country } = entity;
	return {
		OrgNr,
		Number1,
		Number2,
		Kananame,
		URL: valuesOf(entity.Urls)[0] ?? '',
		DirectPhone: valuesOf(entity.Phones)[0] ?? '',
		EmailAddress: valuesOf(entity.Emails)[0] ?? '',
		City: bodyValue(bodyValue(Address, 'Street'), 'City') ?? '',
		AssociateId: bodyValue(Associate, 'AssociateId') ?? 0,
		AssociateFullName: bodyValue(Associate, 'FullName') ?? '',
		BusinessName: bodyValue(Business, 'Value') ?? '',
		CountryId: bodyValue(Country, 'CountryId') ?? 0,
		CountryName: bodyValue(Country, 'Name') ?? '',
		Address,
		FormattedAddress: bodyValue(Address, 'Formatted') ?? '',
	};
}
