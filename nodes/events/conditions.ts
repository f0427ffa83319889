import type { Condition } from '../shared/archive/condition';
import type { EventFilter } from './filter';

/** What is asked of the archive FindAppointment for the filters over numbers. */
const TERMS: Record<string, (ids: string) => string> = {
	AssociateId: (ids) => `associateId associateIsOneOf (${ids})`,
	ContactId: (ids) => `contactId oneOf (${ids})`,
	TaskId: (ids) => `type oneOf (${ids})`,
};

/** What rows have to meet to be let through by the filters over numbers. */
export const conditionsOf = ({ ids }: EventFilter): Condition[] =>
	Object.entries(ids).map(([name, numbers]) => ({ filter: TERMS[name](numbers.join(',')) }));
