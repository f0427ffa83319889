import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { ItemCall } from '../../../crud/operation';
import { oneOf } from '../../../shared/fields/enumeration';
import { spotOf } from '../../../shared/fields/parameter';

/** What a change of one appointment does to the others of its series (RecurrenceUpdateMode). */
export const UPDATE_MODE: INodeProperties = {
	displayName: 'Series',
	name: 'updateMode',
	type: 'options',
	options: [
		{
			name: 'Only This Appointment',
			value: 'OnlyThis',
			description: 'The others of a series stay as they are',
		},
		{
			name: 'This and the Following',
			value: 'ThisAndForward',
			description: 'This appointment and the later ones of its series',
		},
	],
	default: 'OnlyThis',
	description: 'What happens to the other appointments of a series; without one it changes nothing',
};

/** The same where a series can be ended, too. */
export const SERIES_MODE: INodeProperties = {
	...UPDATE_MODE,
	options: [
		...(UPDATE_MODE.options ?? []),
		{
			name: 'Stop the Series Here',
			value: 'StopRecurrence',
			description: 'This appointment stays, the following ones go',
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
	return oneOf(modes, read(offered.name), spotOf(offered));
}
