import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { ItemCall } from '../../../crud/operation';
import { toEnumValue } from '../../../shared/fields/enumeration';
import { parameterRef } from '../../../shared/fields/parameterRef';

/** What a change of one appointment does to the others of its series (RecurrenceUpdateMode). */
export const UPDATE_MODE: INodeProperties = {
	displayName: 'Series',
	name: 'updateMode',
	type: 'options',
	options: [
		{
			name: 'Only This Appointment',
			value: 'OnlyThis',
			description: 'Do not change the other appointments of the series',
		},
		{
			name: 'This and the Following',
			value: 'ThisAndForward',
			description: 'Include the later appointments of the series',
		},
	],
	default: 'OnlyThis',
	description:
		'What to do with the other appointments of a series; ignored for a single appointment',
};

/** The same where a series can be ended, too. */
export const SERIES_MODE: INodeProperties = {
	...UPDATE_MODE,
	options: [
		...(UPDATE_MODE.options ?? []),
		{
			name: 'Stop the Series Here',
			value: 'StopRecurrence',
			description: 'Keep this appointment and delete the following ones',
		},
	],
};

/**
 * The update mode of an item.
 * @param offered the operation's own control, UPDATE_MODE or SERIES_MODE
 * @throws FieldError for a mode that the control does not offer
 */
export function readUpdateMode({ read }: ItemCall, offered: INodeProperties): string {
	const modes = (offered.options as INodePropertyOptions[]).map(({ value }) => String(value));
	return toEnumValue(modes, read(offered.name), parameterRef(offered));
}
