import type { INodeProperties } from 'n8n-workflow';

/** A field that is needed and whose value nobody sees, shown always or where `displayOptions` say. */
export function masked(
	label: string,
	name: string,
	description: string,
	displayOptions?: INodeProperties['displayOptions'],
): INodeProperties {
	return {
		displayName: label,
		name,
		type: 'string',
		typeOptions: { password: true },
		default: '',
		required: true,
		description,
		...(displayOptions && { displayOptions }),
	};
}
