import type { Carrier, Value } from '../tenant/carriers';
import type { Data, ReferenceList } from '../tenant/data';
import { badArgument, notFound } from '../engine/failures';
import { isCarrier } from '../engine/values';

const REFERENCES: Record<string, { list: ReferenceList; key: string }> = {
	Associate: { list: 'associates', key: 'AssociateId' },
	AssignedBy: { list: 'associates', key: 'AssociateId' },
	MotherAssociate: { list: 'associates', key: 'AssociateId' },
	Contact: { list: 'contacts', key: 'ContactId' },
	Person: { list: 'persons', key: 'PersonId' },
	InvitedPerson: { list: 'persons', key: 'PersonId' },
	Project: { list: 'projects', key: 'ProjectId' },
	Sale: { list: 'sales', key: 'SaleId' },
	Task: { list: 'tasks', key: 'TaskListItemId' },
	Priority: { list: 'priorities', key: 'Id' },
};

const ENUMS: Record<string, string[]> = {
	Private: ['Public', 'PrivateUser', 'PrivateGroup'],
	Completed: ['Unknown', 'NotStarted', 'Started', 'Completed'],
};

const TIME_SPANS = ['AlarmLeadTime', 'LagTime', 'LeadTime'];

function resolveReference(data: Data, property: string, value: Value): Value {
	const { list, key } = REFERENCES[property];
	const id = isCarrier(value) ? Number(value[key] ?? 0) : 0;
	if (id === 0) return null;
	const record = data[list].get(id);
	if (!record) throw notFound(`${property} id ${id}`);
	return record;
}

/** A time span in .NET's or in ISO's form. Anything else counts as none: a guess. */
function readTimeSpan(value: Value): string {
	const text = String(value);
	if (/^(\d+\.)?\d{2}:\d{2}:\d{2}$/.test(text)) return text;
	const iso = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(text);
	if (!iso) return '00:00:00';
	const [days, ...clock] = iso.slice(1).map((part) => Number(part ?? 0));
	const written = clock.map((part) => String(part).padStart(2, '0')).join(':');
	return days > 0 ? `${days}.${written}` : written;
}

function complete(blank: Carrier, property: string, value: Value): Value {
	const pattern = blank[property];
	if (isCarrier(pattern) && isCarrier(value)) {
		return { ...pattern, ...value };
	}
	return value;
}

/**
 * The stored value of a property that a client sent.
 * @param blank what a null means, but for references
 * @throws Failure for an enum value or a reference that cannot be
 */
export function acceptValue(data: Data, blank: Carrier, property: string, value: Value): Value {
	if (property in REFERENCES) return resolveReference(data, property, value);
	if (value === null) return blank[property];
	if (TIME_SPANS.includes(property)) return readTimeSpan(value);
	if (property in ENUMS && !ENUMS[property].includes(String(value))) {
		throw badArgument(`"${String(value)}" is not a valid value for ${property}`);
	}
	return complete(blank, property, value);
}
