import type { INodeProperties } from 'n8n-workflow';

import type { DateTime } from 'luxon';
import type { EntityDefinition } from '../entities/entity';
import { fetchForm } from '../events/completeEvent';
import { entityEvents } from '../events/eventContext';
import { CHANGED_FIELDS, eventFiltersControl } from '../events/eventFilterForm';
import { withEntityWords } from '../SuperOffice/entityWords';
import type { ChangeType } from '../events/changeQuery';
import { toDateTime } from '../shared/fields/dateTime';
import { toEnumValue } from '../shared/fields/enumeration';
import { emptyToUndefined, FieldError } from '../shared/fields/fieldKind';
import { parameterRef } from '../shared/fields/parameterRef';

type Read = (parameter: string) => unknown;

const TRIGGER_ON: INodeProperties = {
	displayName: 'Trigger On',
	name: 'triggerOn',
	type: 'multiOptions',
	default: ['created', 'updated'],
	description:
		'What starts the workflow. What is updated several times between two polls comes out once, and as created where it is new.',
};

const CHANGES_SINCE: INodeProperties = {
	displayName: 'Changes Since',
	name: 'changesSince',
	type: 'dateTime',
	default: '',
	description:
		'From which time on the first poll also takes what is past; left empty, it takes nothing of the past. It does not count for later polls.',
};

const triggerOnControl = ({ label }: EntityDefinition): INodeProperties => ({
	...TRIGGER_ON,
	options: [
		{ name: `${label} Created`, value: 'created' },
		{ name: `${label} Updated`, value: 'updated' },
	],
});

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
		triggerOnControl(entity),
		CHANGES_SINCE,
		pollingFilters(entity),
		...entityEvents(entity).switches.flatMap(({ control, inPolling }) =>
			inPolling ? [control] : [],
		),
		...fetchForm(entity),
	]);

/**
 * The chosen types of change, in the order in which they are requested.
 * @throws FieldError for no choice, and for an unknown one
 */
export function readChangeTypes(read: Read): ChangeType[] {
	const given = read(TRIGGER_ON.name) ?? [];
	const list: unknown[] = Array.isArray(given) ? given : String(given).split(',');
	const changeTypes: ChangeType[] = ['created', 'updated'];
	const chosen = list
		.map((one) => (typeof one === 'string' ? one.trim() : one))
		.filter((one) => one !== '')
		.map((one) => toEnumValue(changeTypes, one, parameterRef(TRIGGER_ON)));
	if (chosen.length > 0) return changeTypes.filter((changeType) => chosen.includes(changeType));
	throw new FieldError(parameterRef(TRIGGER_ON), 'names nothing', 'Choose one at least.');
}

/** Start time of the first poll; undefined for no past changes. */
export function readChangesSince(read: Read, zone: string): DateTime | undefined {
	const given = emptyToUndefined(read(CHANGES_SINCE.name)) ?? undefined;
	return given === undefined ? undefined : toDateTime(given, parameterRef(CHANGES_SINCE), zone);
}
