import type { INodeProperties } from 'n8n-workflow';

import type { DateTime } from 'luxon';
import type { EntityDefinition } from '../entities/entity';
import { fetchForm } from '../events/complete';
import { eventsOf } from '../events/context';
import { CHANGED_FIELDS, eventFilters } from '../events/form';
import { inWords } from '../SuperOffice/words';
import type { Kind } from '../events/changeQuery';
import { toDateTime } from '../shared/fields/dateTime';
import { oneOf } from '../shared/fields/enumeration';
import { emptyAsUnset, FieldError } from '../shared/fields/kind';
import { spotOf } from '../shared/fields/parameter';
import { optionsProperty } from '../shared/optionsForm';

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

const triggerOn = ({ label }: EntityDefinition): INodeProperties => ({
	...TRIGGER_ON,
	options: [
		{ name: `${label} Created`, value: 'created' },
		{ name: `${label} Updated`, value: 'updated' },
	],
});

/** Which fields have changed is something that only webhooks tell. */
function filters(entity: EntityDefinition): INodeProperties {
	const all = eventFilters(entity);
	return {
		...all,
		description: 'What the {records} have to meet, all of it',
		options: all.options?.filter(({ name }) => name !== CHANGED_FIELDS.name),
	};
}

/** The trigger's own part of the form. */
export const pollingForm = (entity: EntityDefinition): INodeProperties[] =>
	inWords(entity, [
		triggerOn(entity),
		CHANGES_SINCE,
		filters(entity),
		...eventsOf(entity).switches.flatMap(({ control, polls }) => (polls ? [control] : [])),
		...fetchForm(entity),
		optionsProperty,
	]);

/**
 * What is to be found, in the order in which it is asked for.
 * @throws FieldError for none, and for what there is not
 */
export function readKinds(read: Read): Kind[] {
	const given = read(TRIGGER_ON.name) ?? [];
	const list: unknown[] = Array.isArray(given) ? given : String(given).split(',');
	const kinds: Kind[] = ['created', 'updated'];
	const chosen = list
		.map((one) => (typeof one === 'string' ? one.trim() : one))
		.filter((one) => one !== '')
		.map((one) => oneOf(kinds, one, spotOf(TRIGGER_ON)));
	if (chosen.length > 0) return kinds.filter((kind) => chosen.includes(kind));
	throw new FieldError(spotOf(TRIGGER_ON), 'names nothing', 'Choose one at least.');
}

/** From when on the first poll takes what is past; undefined where it takes nothing. */
export function readSince(read: Read, zone: string): DateTime | undefined {
	const given = emptyAsUnset(read(CHANGES_SINCE.name)) ?? undefined;
	return given === undefined ? undefined : toDateTime(given, spotOf(CHANGES_SINCE), zone);
}
