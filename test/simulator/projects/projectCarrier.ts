import { valuesOf } from '../records/elements';
import { bodyValue } from '../engine/values';
import type { Carrier } from '../tenant/carriers';

/** The properties that the flat carrier has under the same name. */
const SAME = ['Description', 'IsPublished', 'PublishFrom', 'PublishTo', 'StartDate', 'EventId'];

/** What other records have of a project that was written, beyond its seed. */
export function projectCarrier(entity: Carrier): Carrier {
	return {
		...Object.fromEntries(SAME.map((name) => [name, entity[name]])),
		URL: valuesOf(entity.Urls)[0] ?? '',
		AssociateFullName: bodyValue(entity.Associate, 'FullName') ?? '',
		Updated: entity.UpdatedDate,
	};
}
