import type { Carrier } from '../tenant/carriers';
import type { Data } from '../tenant/data';
import { ZONES } from './dates';

/** What GET /TimeZone/base answers (TimeZoneData of the OpenAPI file); its rules are left out. */
export function baseZone({ baseZone: wanted }: Data): Carrier {
	const zone = ZONES.find(({ iana }) => iana === wanted);
	return {
		TZLocationID: zone?.id ?? 0,
		Name: zone?.name ?? '',
		TZLocationCode: zone?.code ?? '',
		TZLocationCities: '',
		IsoNumber: zone?.country ?? 0,
		TimeZoneSTDRules: {},
		TimeZoneDSTRules: {},
	};
}
