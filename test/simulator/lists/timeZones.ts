import { ZONES } from '../engine/dates';
import type { ListItem } from './items';

/** The tenant's time zones as items: ExtraInfo is the country's number, or has the IANA name too. */
export function timeZones(withIana: boolean): ListItem[] {
	return ZONES.flatMap(({ id, code, name, country, iana }) => {
		if (id === undefined) return [];
		const more = `countryId=${country}&locationCode=${code}&isActive=True&IANA=${iana}`;
		return [{ id, name, extraInfo: withIana ? more : String(country) }];
	});
}
