import type { EncodeContext } from '../../shared/fields/fieldKind';
import { createFindByName } from '../../shared/lookup/findByName';
import type { LookUp } from '../../shared/lookup/source';
import { fetchBaseZone } from '../baseZone';

/**
 * What encoding needs to know of an item.
 * @param lookUp cached for the execution
 * @param zone IANA zone of times without an offset, and of days where SuperOffice tells no base zone
 */
export const encodeContext = (lookUp: LookUp, zone: string): Omit<EncodeContext, 'encoded'> => ({
	zone,
	findIdByName: createFindByName(lookUp, zone),
	baseZone: async () => (await fetchBaseZone({ lookUp }, {})) ?? zone,
});
