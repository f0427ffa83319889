import type { INodeProperties } from 'n8n-workflow';

import type { DateTime } from 'luxon';
import type { EntityDefinition } from '../entities/entity';
import { fetchForm } from '../events/completeEvent';
import { entityEvents } from '../events/eventContext';
import { CHANGED_FIELDS, eventFiltersControl } from '../events/eventFilterForm';
import {
	EVENTS,
	eventName,
	eventsControl,
	namesIn,
	rejectNoEvents,
	type EventType,
} from '../events/eventsControl';
import { withEntityWords } from '../SuperOffice/entityWords';
import type { ChangeType } from '../events/changeQuery';
import { toDateTime } from '../shared/fields/dateTime';
import { toEnumValue } from '../shared/fields/enumeration';
import { emptyToUndefined } from '../shared/fields/fieldKind';
import { parameterRef } from '../shared/fields/parameterRef';

type Read = (parameter: string) => unknown;

/** The changes that archives tell of, in the order in which they are requested. */
const EVENT_OF: Record<ChangeType, EventType> = { created: 'created', updated: 'changed' };

const EVENTS_HELP =
	'Events that start the workflow. A record that is created and updated between two polls is returned once, as created.';

const CHANGES_SINCE: INodeProperties = {
	displayName: 'Changes Since',
	name: 'changesSince',
	type: 'dateTime',
	default: '',
	description:
		'Time from which the first poll also returns past changes; none if empty. Later polls continue where the last one ended.',
};

/** Only webhooks report which fields have changed. */
function pollingFilters(entity: EntityDefinition): INodeProperties {
	const all = eventFiltersControl(entity);
	return {
		...all,
		description: 'Return only {records} that match all filters',
		options: all.options?.filter(({ name }) => name !== CHANGED_FIELDS.name),
	};
}

/** The trigger's own part of the form. */
export const pollingForm = (entity: EntityDefinition): INodeProperties[] =>
	withEntityWords(entity, [
		{ ...eventsControl(entity, Object.values(EVENT_OF)), description: EVENTS_HELP },
		CHANGES_SINCE,
		pollingFilters(entity),
		...entityEvents(entity).switches.flatMap(({ control, inPolling }) =>
			inPolling ? [control] : [],
		),
		...fetchForm,
	]);

/**
 * The chosen types of change, in the order in which they are requested.
 * @throws FieldError for no choice, and for an unknown one
 */
export function readChangeTypes(entity: EntityDefinition, read: Read): ChangeType[] {
	const types = Object.keys(EVENT_OF) as ChangeType[];
	const names = types.map((type) => eventName(entity, EVENT_OF[type]));
	const chosen = namesIn(read(EVENTS.name)).map((one) =>
		toEnumValue(names, one, parameterRef(EVENTS)),
	);
	rejectNoEvents(chosen);
	return types.filter((_type, index) => chosen.includes(names[index]));
}

/** Start time of the first poll; undefined for no past changes. */
export function readChangesSince(read: Read, zone: string): DateTime | undefined {
	const given = emptyToUndefined(read(CHANGES_SINCE.name)) ?? undefined;
	return given === undefined ? undefined : toDateTime(given, parameterRef(CHANGES_SINCE), zone);
}
